using System.Globalization;
using SecondLook.Screening.Screen;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Cli;

/// <summary>A tally as lines of text.</summary>
internal static class TallyText
{
    private const int LabelWidth = 52;

    /// <summary>Prints the tally by outcome, the reasons under ineligible, the missing facts under undetermined.</summary>
    public static void Print(Tally tally, TextWriter output)
    {
        Line(output, "records", tally.Determined + tally.Rejected, null, 0);
        Line(output, "eligible", tally.Of(Outcome.Eligible), tally.Determined, 1);
        Line(output, "ineligible", tally.Of(Outcome.Ineligible), tally.Determined, 1);
        foreach (var (reason, records) in tally.Reasons)
        {
            Line(output, DeterminationNames.Of(reason), records, null, 2);
        }

        Line(output, "undetermined", tally.Of(Outcome.Undetermined), tally.Determined, 1);
        foreach (var (fact, records) in tally.Missing)
        {
            Line(output, $"missing: {fact}", records, null, 2);
        }

        foreach (var (rule, records) in tally.NotCovered)
        {
            Line(output, $"not covered: {rule}", records, null, 2);
        }

        if (tally.Rejected > 0)
        {
            Line(output, "rejected", tally.Rejected, null, 1);
        }
    }

    private static void Line(TextWriter output, string label, long records, long? of, int depth)
    {
        var indent = new string(' ', depth * 2);
        var share = of is > 0 ? string.Create(CultureInfo.InvariantCulture, $"{(decimal)records * 100 / of.Value, 8:0.0}%") : "";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(indent + label).PadRight(LabelWidth)}{records, 12:#,0}{share}"));
    }
}
