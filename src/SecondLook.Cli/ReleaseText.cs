using System.Globalization;
using SecondLook.Screening.Release;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Cli;

/// <summary>A release plan as lines of text: the first days one by one, what follows by month.</summary>
internal static class ReleaseText
{
    private const int FirstDays = 4;
    private const int Months = 12;
    private const int LabelWidth = 36;
    private const int NoticeWidth = 62;

    /// <summary>Prints the counts, and the days from the first order on; without orders from a day on.</summary>
    public static void Print(ReleasePlan plan, DateOnly asOf, TextWriter output)
    {
        Line(output, "records", plan.Dated + plan.Undated + plan.Rejected);
        if (plan.Synthetic)
        {
            output.WriteLine("  (synthetic: nobody counted here exists)");
        }

        Line(output, "  with a date", plan.Dated - plan.Life);
        Line(output, "    under an order", plan.Reduced);
        Line(output, "    another day on another reading", plan.Disputed);
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
        output.WriteLine(
            $"{"day of leaving".PadRight(LabelWidth)}{"people", 12}{"under order", 13}{"detainer", 10}{"immigration", 13}{"from outside", 14}"
        );
        Days(plan, plan.Start(asOf), output);
        output.WriteLine("(detainer: another jurisdiction waits, and the date is not moved off a weekend; immigration: of those, the ones");
        output.WriteLine("with a detainer of immigration authorities; from outside: from a halfway house or home confinement)");
        if (plan.LeavingBeforeOrder > 0)
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"({plan.LeavingBeforeOrder:#,0} have a release date on the weekend or holiday on which their order takes effect; that they"
                )
            );
            output.WriteLine("leave on the weekday before is inferred: see modification-of-term in docs/coverage.md)");
        }
    }

    /// <summary>Which notices for the first days shown can still go out in time, and for which they come too late.</summary>
    public static void PrintNotices(ReleasePlan plan, DateOnly asOf, LawLibrary law, TextWriter output)
    {
        var last = plan.Start(asOf).AddDays(FirstDays - 1);
        var notices = new PlanNotices(plan, asOf, law);
        var due = notices.Due().Where(n => n.Leaves <= last).ToList();
        if (due.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"Notices as of {Wording.Date(asOf)} for those who leave by {Wording.Date(last)}");
        output.WriteLine($"{"".PadRight(NoticeWidth)}{"in time", 9}{"too late", 10}  first day that meets it");
        foreach (var notice in due.GroupBy(n => n.Notice))
        {
            var (met, late) = (notice.Where(n => n.InTime).Sum(n => n.People), notice.Where(n => !n.InTime).Sum(n => n.People));
            var first = late > 0 && notices.FirstDayMet(notice.Key) is { } day ? Wording.Date(day) : "";
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{notice.Key.To.PadRight(NoticeWidth)}{met, 9:#,0}{late, 10:#,0}  {first}")
                    .TrimEnd()
            );
        }

        output.WriteLine("(people who leave; whether a notice is due in a case is not counted)");
    }

    private static void Days(ReleasePlan plan, DateOnly from, TextWriter output)
    {
        Row(output, $"before {Wording.Date(from)}", plan.Between(DateOnly.MinValue, from.AddDays(-1)));
        for (var day = from; day < from.AddDays(FirstDays); day = day.AddDays(1))
        {
            Row(output, $"{day.DayOfWeek}, {Wording.Date(day)}", plan.Between(day, day));
        }

        var next = from.AddDays(FirstDays);
        Row(output, $"in the year to {Wording.Date(next.AddYears(1).AddDays(-1))}", plan.Between(next, next.AddYears(1).AddDays(-1)));
        for (var i = 0; i < Months; i++)
        {
            var first = i == 0 ? next : new DateOnly(next.Year, next.Month, 1).AddMonths(i);
            var last = new DateOnly(first.Year, first.Month, 1).AddMonths(1).AddDays(-1);
            Row(output, $"  {first.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}", plan.Between(first, last));
        }

        Row(output, "after that", plan.Between(next.AddYears(1), DateOnly.MaxValue));
    }

    private static void Row(TextWriter output, string label, Leaving leaving) =>
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{label.PadRight(LabelWidth)}{leaving.People, 12:#,0}{leaving.UnderOrder, 13:#,0}{leaving.Detained, 10:#,0}{leaving.Immigration, 13:#,0}{leaving.Outside, 14:#,0}"
            )
        );

    private static void Line(TextWriter output, string label, int records) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{label.PadRight(LabelWidth)}{records, 12:#,0}"));
}
