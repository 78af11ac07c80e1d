using System.Text.Json;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Tests.Properties;

/// <summary>Whether a record leaves a fact open: it does not state it, or not to the day, the gram or the month that would settle it.</summary>
internal static class Lacks
{
    public static bool Fact(SentencingRecord record, string fact) =>
        fact switch
        {
            "offense.drugs" => record.Offense.Drugs is not { } drugs || drugs.Any(d => d.Substance is null || !IsExact(d)),
            "motion.decidedOn" => record.Motion?.DecidedOn is not { IsDay: true },
            "manual" => record.Manual is null,
            _ when fact.StartsWith("offense.drugs[", StringComparison.Ordinal) => record.Offense.Drugs!.Any(d =>
                d.Substance is null || !IsExact(d)
            ),
            _ => !IsStated(record, fact),
        };

    private static bool IsExact(Drug drug) => (drug.Grams ?? drug.Count) is { IsExact: true };

    private static bool IsStated(SentencingRecord record, string fact)
    {
        using var json = JsonDocument.Parse(RecordJson.Write(record));
        return FindingProperties.IsFact(json.RootElement, fact);
    }
}
