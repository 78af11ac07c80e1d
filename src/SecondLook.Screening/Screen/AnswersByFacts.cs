using System.Collections.Concurrent;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Screening.Screen;

/// <summary>
/// The answers of one question, each found once for all records that state the same. Only records without a total offense level or without
/// a criminal history are looked up: they have hundreds of readings, and they repeat, as in the Commission's supplements, whose rows state
/// little beside a term.
/// A determination is a function of the facts, so an answer is the same whether it was found before or not.
/// </summary>
/// <param name="determine">The answer for one record; called on several threads at once.</param>
internal sealed class AnswersByFacts(Func<SentencingRecord, Determination> determine)
{
    /// <summary>The most answers that are kept: a file in which nothing repeats takes no more memory than this.</summary>
    private const int Most = 4096;

    private readonly ConcurrentDictionary<string, Determination> known = new(StringComparer.Ordinal);
    private int kept;

    /// <summary>The answer for one record, under its own id and its own place in its file.</summary>
    public Determination Of(SentencingRecord record)
    {
        if (record is { Offense.TotalOffenseLevel: not null, CriminalHistory: not { Points: null, Category: null } })
        {
            return determine(record);
        }

        var facts = RecordJson.Write(record with { Id = "", Person = null });
        if (known.TryGetValue(facts, out var same))
        {
            return same with { Id = record.Id, Origin = record.Origin };
        }

        var answer = determine(record);
        if (kept < Most && known.TryAdd(facts, answer))
        {
            Interlocked.Increment(ref kept);
        }

        return answer;
    }
}
