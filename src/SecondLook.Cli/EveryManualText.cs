using System.Globalization;
using System.Text;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Cli;

/// <summary>The range of one case under every edition of the Manual, as text.</summary>
internal static class EveryManualText
{
    private const int DaysWidth = 34;

    /// <summary>The text, with what moved under each line.</summary>
    public static string Of(SentencingRecord record, IReadOnlyList<EditionSpan> spans, LawLibrary law)
    {
        var text = new StringBuilder();
        WrappedText.Append(text, $"{record.Id} under every Manual from {Wording.Date(spans[0].First)} to {Wording.Date(spans[^1].Last)}");
        text.Append($"\n{"  Manuals", -DaysWidth}{"table", 6}{"base", 6}{"total", 7}{"category", 10}  range\n");
        IReadOnlyList<string> noted = [];
        foreach (var span in spans)
        {
            var computed = span.Computation;
            text.Append(
                $"  {$"{Wording.Date(span.First)} to {Wording.Date(span.Last)}", -DaysWidth + 2}{Number(computed.DrugQuantityLevel), 6}"
            );
            text.Append($"{Number(computed.BaseOffenseLevel), 6}{Number(computed.TotalOffenseLevel), 7}");
            text.Append(
                $"{(computed.Category is { } category ? DeterminationNames.Category(category) : "?"), 10}  {Wording.Ranges(computed)}\n"
            );
            foreach (var moved in span.Moved)
            {
                Moved(text, moved, record, law);
            }

            foreach (var note in span.Notes.Except(noted, StringComparer.Ordinal))
            {
                WrappedText.Append(text, note, "      note: ", "        ");
            }

            noted = span.Notes;
        }

        text.Append('\n');
        WrappedText.Append(text, EditionWords.Closing);
        return text.ToString();
    }

    private static void Moved(StringBuilder text, MovedStep moved, SentencingRecord record, LawLibrary law)
    {
        var (one, other) = (moved.Step.One, moved.Step.Other);
        var by = moved.Law.SelectMany(change => EditionWords.Makers(change, record, law)).Distinct(StringComparer.Ordinal).ToList();
        WrappedText.Append(
            text,
            $"{StepWords.Says((other ?? one)!)}: {Value(one)} -> {Value(other)}, {(by.Count == 0 ? "by no change of a provision that is applied" : $"by {string.Join("; ", by)}")}",
            "      ",
            "        "
        );
    }

    private static string Value(Finding? finding) => finding is null ? "none" : Wording.Value(finding.Value);

    private static string Number(int? level) => level?.ToString(CultureInfo.InvariantCulture) ?? "?";
}
