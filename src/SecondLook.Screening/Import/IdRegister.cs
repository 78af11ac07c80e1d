using System.Numerics;
using System.Runtime.InteropServices;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Import;

/// <summary>
/// The ids met so far, as 64-bit fingerprints in a table without deletions: 8 bytes an id at most half full. Two different ids among eight
/// million share a fingerprint once in about half a million files, and then a note too many is the harm done.
/// </summary>
internal sealed class IdRegister(int most)
{
    private readonly Lock turn = new();
    private readonly SortedDictionary<long, TaskCompletionSource> waiting = [];
    private ulong[] table = new ulong[1 << 12];
    private long next;

    /// <summary>How many different ids were met.</summary>
    public int Count { get; private set; }

    /// <summary>True where more ids came than are remembered.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Waits for the batches before this one, then notes the ids of its rows and marks those that are met again.</summary>
    public void Register(long batch, List<ImportedRow> rows, bool rename)
    {
        AwaitTurn(batch);
        try
        {
            foreach (ref var row in CollectionsMarshal.AsSpan(rows))
            {
                if (row.Record is { } record && !Add(Fingerprint(record.Id)))
                {
                    row = ImportedRow.Of(Repeated(record, rename));
                }
            }
        }
        finally
        {
            EndTurn(batch);
        }
    }

    private static SentencingRecord Repeated(SentencingRecord record, bool rename)
    {
        var note = $"the id {record.Id} is used by an earlier row too";
        if (!rename || record.Origin is not { } origin)
        {
            return record with { ReadingNotes = [.. record.ReadingNotes, note] };
        }

        return record with
        {
            Id = $"{origin.File}#{origin.Row}",
            Origin = origin with { SourceId = origin.SourceId ?? record.Id },
            ReadingNotes = [.. record.ReadingNotes, note],
        };
    }

    /// <summary>False where the fingerprint is there already.</summary>
    private bool Add(ulong fingerprint)
    {
        if (Count >= most)
        {
            IsFull = true;
            return true;
        }

        if (Count >= table.Length / 2)
        {
            Grow();
        }

        var at = Place(fingerprint);
        if (table[at] == fingerprint)
        {
            return false;
        }

        table[at] = fingerprint;
        Count++;
        return true;
    }

    private void Grow()
    {
        var old = table;
        table = new ulong[old.Length * 2];
        foreach (var fingerprint in old)
        {
            if (fingerprint != 0)
            {
                table[Place(fingerprint)] = fingerprint;
            }
        }
    }

    private int Place(ulong fingerprint)
    {
        var mask = table.Length - 1;
        var at = (int)(fingerprint & (ulong)mask);
        while (table[at] != 0 && table[at] != fingerprint)
        {
            at = (at + 1) & mask;
        }

        return at;
    }

    /// <summary>A fingerprint that is the same in every run and never zero.</summary>
    private static ulong Fingerprint(string id)
    {
        var hash = 0x9E3779B97F4A7C15UL;
        foreach (var letter in id)
        {
            hash = unchecked((BitOperations.RotateLeft(hash, 5) ^ letter) * 0xD6E8FEB86659FD93UL);
        }

        hash ^= hash >> 32;
        hash = unchecked(hash * 0xD6E8FEB86659FD93UL);
        hash ^= hash >> 32;
        return hash == 0 ? 1 : hash;
    }

    private void AwaitTurn(long batch)
    {
        TaskCompletionSource mine;
        lock (turn)
        {
            if (batch == next)
            {
                return;
            }

            mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting[batch] = mine;
        }

        mine.Task.GetAwaiter().GetResult();
    }

    private void EndTurn(long batch)
    {
        lock (turn)
        {
            next = batch + 1;
            if (waiting.Remove(next, out var successor))
            {
                successor.SetResult();
            }
        }
    }
}
