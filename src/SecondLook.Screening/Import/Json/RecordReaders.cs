using System.Collections.Concurrent;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Import.Json;

/// <summary>Readers of records that the batches of one file use in turn, one at a time.</summary>
internal sealed class RecordReaders(string file, IReadOnlySet<string>? substances)
{
    private readonly ConcurrentBag<RecordJson> idle = [];

    public string File => file;

    public RecordJson Take() => idle.TryTake(out var reader) ? reader : new RecordJson(substances);

    public void Return(RecordJson reader) => idle.Add(reader);

    /// <summary>Reads one record and adds the row.</summary>
    public void Add(RecordJson reader, ReadOnlySpan<byte> utf8, long row, List<ImportedRow> rows)
    {
        if (reader.TryRead(utf8, out var record, out var problems))
        {
            rows.Add(ImportedRow.Of(record with { Origin = new RecordOrigin(file, row, null) }));
            return;
        }

        // One rejected row says the first problem in its columns and the others in words.
        var first = new RejectedRow(file, row, problems[0]);
        rows.Add(
            ImportedRow.Of(
                problems.Count == 1
                    ? first
                    : first with
                    {
                        Suggestion =
                            $"{first.Suggestion} Also: {string.Join(' ', problems.Skip(1).Take(9).Select(problem => problem.ToString()))}",
                    }
            )
        );
    }
}
