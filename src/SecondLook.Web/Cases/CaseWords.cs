using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Web.Cases;

/// <summary>What the pages of a case say beside the worksheet.</summary>
public static class CaseWords
{
    /// <summary>A finding as a cell of a worksheet.</summary>
    public static WorksheetCell Cell(Finding finding) =>
        new(Wording.Value(finding.Value), DisagreementWords.Citation(finding)) { Finding = finding };

    /// <summary>The same with a capital letter.</summary>
    public static string Sentence(string words) => words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    /// <summary>The facts on which a finding rests, in words, each with the source that the record names.</summary>
    public static IEnumerable<string> Rests(Finding? finding, SentencingRecord record) =>
        (finding?.Facts ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(path => FactWords.Of(path) + (RecordFacts.SourceOf(record, path) is { } source ? $": {source}" : ""))
            .Distinct(StringComparer.Ordinal);

    /// <summary>Such as <c>eligible</c>, for a tag.</summary>
    public static string Outcome(Outcome outcome) =>
        outcome switch
        {
            Sentencing.Findings.Outcome.Eligible => "Eligible",
            Sentencing.Findings.Outcome.Ineligible => "Not eligible",
            _ => "Undetermined",
        };

    /// <summary>What follows from an answer to a missing fact.</summary>
    public static string Then(Outcome outcome) =>
        outcome == Sentencing.Findings.Outcome.Undetermined ? "another fact is needed too" : Outcome(outcome).ToLowerInvariant();
}
