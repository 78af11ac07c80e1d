using System.Globalization;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Screening.Release;

/// <summary>The charts of a plan: the first days one by one, the months after, and the districts to which people go.</summary>
public static class PlanCharts
{
    private const int Days = 14;
    private const int Districts = 20;

    /// <summary>Each file with its chart.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="asOf">The first day, where there are no orders.</param>
    internal static IEnumerable<(string File, string Svg)> Of(ReleasePlan plan, DateOnly asOf)
    {
        var from = plan.Start(asOf);
        var month = new DateOnly(from.Year, from.Month, 1);
        var last = month.AddMonths(ReleasePlan.MonthsShown).AddDays(-1);
        var days = $"From {Wording.Date(from)}, two weeks";
        yield return ("days.svg", new BarChart("People who leave, by day", days, "days.csv", [.. ByDay(plan, from)], plan.Synthetic).Svg());
        yield return ("months.svg", Months(plan, asOf, "days.csv"));
        var places = $"By district, {Wording.Date(month)} to {Wording.Date(last)}; the {Districts} with most";
        yield return (
            "districts.svg",
            new BarChart("Where people go", places, "groups.csv", [.. ByDestination(plan, month)], plan.Synthetic).Svg()
        );
    }

    /// <summary>The chart of the month of the first day and the year after.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="asOf">The first day, where there are no orders.</param>
    /// <param name="table">Where the same figures stand as a table.</param>
    public static string Months(ReleasePlan plan, DateOnly asOf, string table)
    {
        var from = plan.Start(asOf);
        var last = ReleasePlan.FirstOfMonth(from).AddMonths(ReleasePlan.MonthsShown).AddDays(-1);
        var span = $"From {Wording.Date(from)} to {Wording.Date(last)}";
        return new BarChart("People who leave, by month", span, table, [.. ByMonth(plan, from)], plan.Synthetic).Svg();
    }

    private static IEnumerable<ChartRow> ByDay(ReleasePlan plan, DateOnly from) =>
        Enumerable
            .Range(0, Days)
            .Select(from.AddDays)
            .Select(day => new ChartRow($"{day.DayOfWeek.ToString()[..3]} {Wording.Date(day)}", plan.Between(day, day)));

    /// <summary>The month of the first day to the same month a year later, with the days before the first one left out.</summary>
    private static IEnumerable<ChartRow> ByMonth(ReleasePlan plan, DateOnly from)
    {
        var month = new DateOnly(from.Year, from.Month, 1);
        for (var i = 0; i < ReleasePlan.MonthsShown; i++)
        {
            var (first, next) = (month.AddMonths(i), month.AddMonths(i + 1));
            yield return new(
                first.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
                plan.Between(first < from ? from : first, next.AddDays(-1))
            );
        }
    }

    /// <summary>The districts to which most people go.</summary>
    private static IEnumerable<ChartRow> ByDestination(ReleasePlan plan, DateOnly month) =>
        plan
            .Groups.Where(g =>
                g.Key.Group == "destination" && g.Key.Month >= month && g.Key.Month < month.AddMonths(ReleasePlan.MonthsShown)
            )
            .GroupBy(g => g.Key.Name.Length == 0 ? "not recorded" : g.Key.Name)
            .Select(g => new ChartRow(g.Key, g.Aggregate(default(Leaving), (sum, by) => sum + by.Value)))
            .OrderByDescending(row => row.Leaving.People)
            .ThenBy(row => row.Label, StringComparer.Ordinal)
            .Take(Districts);
}
