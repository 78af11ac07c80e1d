using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Web.Cases;

/// <summary>What would follow if a fact were another. It is computed and kept nowhere.</summary>
public sealed record Tried
{
    /// <summary>The fact and what it is taken to be, in words.</summary>
    public required string If { get; init; }

    /// <summary>What follows; null where the answer cannot be taken up.</summary>
    public Worksheet? Worksheet { get; init; }

    /// <summary>The determination.</summary>
    public Determination? Determination { get; init; }

    /// <summary>Why the answer cannot be taken up, each with what to do.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Tries an answer: one that the determination names, or what somebody typed for one of the main facts.</summary>
    public static Tried Of(Replayed shown, string fact, string answer, LawLibrary law)
    {
        var record = RecordNode.Of(shown.Record);
        var named = shown.Determination?.Missing.FirstOrDefault(m => m.Fact == fact)?.If.Any(i => i.Is == answer) == true;
        var words = named ? AnswerWords.Of(fact, answer) : answer;
        if (named)
        {
            if (TriedAnswer.In(record, fact, answer) is not { } tried)
            {
                return Wrong(
                    fact,
                    words,
                    "This answer leaves open what the record would say. Enter the record anew with what the paper says."
                );
            }

            record = tried;
        }
        else if (MainFact.All.FirstOrDefault(m => m.Path == fact) is { } main)
        {
            if (main.Write(record, answer) is { } problem)
            {
                return Wrong(fact, words, problem);
            }
        }
        else
        {
            return Wrong(fact, words, "Choose a fact from the list.");
        }

        var (read, problems) = RecordNode.Read(record.ToJsonString());
        if (read is null)
        {
            return new() { If = InWords(fact, words), Problems = problems };
        }

        // The question is the one that was asked; a record's own motion overrides it, as it did.
        var order = shown.Determination?.OrderDate ?? PartialDate.On(DateOnly.FromDateTime(shown.Stored.At.UtcDateTime));
        var determination = SentenceReduction.Determine(read, new(shown.Asked, order), law);
        return new()
        {
            If = InWords(fact, words),
            Determination = determination,
            Worksheet = Worksheet.Of(determination, read),
        };
    }

    private static Tried Wrong(string fact, string words, string why) => new() { If = InWords(fact, words), Problems = [why] };

    private static string InWords(string fact, string answer) =>
        $"If {MainFact.All.FirstOrDefault(m => m.Path == fact)?.InWords ?? FactWords.Of(fact)} {(answer.Length == 0 ? "were not known" : $"were {answer}")}";
}
