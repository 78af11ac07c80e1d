using System.Globalization;
using SecondLook.Screening.Release;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Cli;

/// <summary>A release plan as lines of text: the first days one by one, what follows by month.</summary>
internal static class ReleaseText
{
    private const int FirstDays = 10;
    private const int Months = 12;
    private const int LabelWidth = 34;

    public static void Print(ReleasePlan plan, DateOnly asOf, TextWriter output)
    {
        Line(output, "records", plan.Dated + plan.Undated + plan.Rejected);
        Line(output, "  with a date", plan.Dated - plan.Life);
        Line(output, "    under an order", plan.Reduced);
        Line(output, "    a day apart on another reading", plan.Disputed);
        Line(output, "  life, without a date", plan.Life);
        Line(output, "  a fact is missing", plan.Undated);
        foreach (var (fact, records) in plan.Missing)
        {
            Line(output, $"    missing: {fact}", records);
        }

        if (plan.Rejected > 0)
        {
            Line(output, "  rejected", plan.Rejected);
        }

        if (plan.Days.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"{"day of leaving".PadRight(LabelWidth)}{"people", 12}{"detainer", 12}{"from outside", 14}");
        var past = plan.Days.Where(day => day.Key < asOf).ToList();
        if (past.Count > 0)
        {
            Row(output, $"before {Wording.Date(asOf)}", Sum(past));
        }

        var ahead = plan.Days.Skip(past.Count).ToList();
        foreach (var (day, leaving) in ahead.Take(FirstDays))
        {
            Row(output, $"{day.DayOfWeek}, {Wording.Date(day)}", leaving);
        }

        Later([.. ahead.Skip(FirstDays)], output);
        output.WriteLine("(detainer: another jurisdiction waits, and the date is not moved off a weekend; from outside: from a");
        output.WriteLine("halfway house or home confinement)");
    }

    private static void Later(List<KeyValuePair<DateOnly, Leaving>> later, TextWriter output)
    {
        foreach (var month in later.GroupBy(d => new DateOnly(d.Key.Year, d.Key.Month, 1)).Take(Months))
        {
            var when = month.Key.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
            Row(output, month.First().Key.Day == 1 ? when : $"later in {when}", Sum(month));
        }

        var rest = later.GroupBy(d => (d.Key.Year, d.Key.Month)).Skip(Months).SelectMany(month => month).ToList();
        if (rest.Count > 0)
        {
            Row(output, "after that", Sum(rest));
        }
    }

    private static Leaving Sum(IEnumerable<KeyValuePair<DateOnly, Leaving>> days) =>
        days.Aggregate(default(Leaving), (sum, day) => sum + day.Value);

    private static void Row(TextWriter output, string label, Leaving leaving) =>
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{label.PadRight(LabelWidth)}{leaving.People, 12:#,0}{leaving.Detained, 12:#,0}{leaving.Outside, 14:#,0}"
            )
        );

    private static void Line(TextWriter output, string label, int records) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{label.PadRight(LabelWidth)}{records, 12:#,0}"));
}
