using System.Text;
using Microsoft.AspNetCore.Mvc;
using SecondLook.Screening.Release;
using SecondLook.Sentencing.Law;

namespace SecondLook.Web.Pages;

/// <summary>Who leaves when: by day, district, institution and destination.</summary>
internal sealed class ReleaseModel(LawLibrary law) : DocketPage
{
    private const int MonthsShown = 12;

    public static readonly IReadOnlyList<string> Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>The file that is asked for: <c>csv</c>, <c>ics</c> or <c>months.svg</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "file")]
    public string? Ending { get; set; }

    /// <summary>What the map counts by: <c>destination</c>, or the sentencing district.</summary>
    [BindProperty(SupportsGet = true, Name = "map")]
    public string? MapOf { get; set; }

    public Releases Releases { get; private set; } = null!;

    /// <summary>The first months in which somebody leaves.</summary>
    public IReadOnlyList<DateOnly> Months => [.. ByMonth.Select(month => month.Month).Take(MonthsShown)];

    /// <summary>Every month in which somebody leaves.</summary>
    public IReadOnlyList<(DateOnly Month, Leaving Leaving)> ByMonth =>
        [
            .. Releases
                .Plan.Days.GroupBy(day => new DateOnly(day.Key.Year, day.Key.Month, 1))
                .Select(month => (month.Key, month.Aggregate(default(Leaving), (sum, day) => sum + day.Value))),
        ];

    /// <summary>The people on the map.</summary>
    public ReleaseMap Map => ReleaseMap.Of(Releases.Plan, MapOf == "destination");

    /// <summary>To how many people a halfway house is open, all destinations together, in the next year; empty where to nobody.</summary>
    public IReadOnlyList<(DateOnly Month, HalfwayHousePeople People)> HalfwayHouses =>
        [
            .. Releases
                .Plan.HalfwayHouse.Destinations.SelectMany(destination =>
                    Releases.Plan.HalfwayHouse.Of(destination, new DateOnly(Today.Year, Today.Month, 1), MonthsShown)
                )
                .GroupBy(month => month.Month)
                .Select(month => (month.Key, month.Aggregate(default(HalfwayHousePeople), (sum, next) => sum + next.People))),
        ];

    public IReadOnlyList<Leaver> Undated => [.. Releases.Leavers.Where(l => l.Leaves is null)];

    public IEnumerable<(string Id, string Heading, string Label, IReadOnlyList<(string Name, Leaving Leaving)> Rows)> Groups =>
        [
            ("district", "By sentencing district", "District", Rows("district", Words.District)),
            ("facility", "By institution", "Institution", Rows("facility", Institution)),
            ("destination", "By destination", "Destination", Rows("destination", Words.District)),
            ("detainer", "Detainers apart", "Detainer", [.. Rows("detainer", name => name).Where(row => row.Leaving.Detained > 0)]),
        ];

    public async Task<IActionResult> OnGet()
    {
        if (Me.Role == Role.Administrator)
        {
            return NotFound();
        }

        if (Ending is "csv" or "ics")
        {
            var bytes = await Releases.File(Store, Me, Today, law, Ending);
            return new FileContentResult(bytes, Ending == "csv" ? "text/csv" : "text/calendar") { FileDownloadName = $"releases.{Ending}" };
        }

        Releases = await Releases.Of(Store, Me, Today, law);
        return Ending == "months.svg"
            ? new FileContentResult(Encoding.UTF8.GetBytes(PlanCharts.Months(Releases.Plan, Today, "beside the picture")), "image/svg+xml")
            : Page();
    }

    /// <summary>The weeks of a month, Sunday first; null for days of other months.</summary>
    public static IEnumerable<IEnumerable<DateOnly?>> Weeks(DateOnly month) =>
        Enumerable
            .Range(-(int)month.DayOfWeek, (int)month.DayOfWeek + DateTime.DaysInMonth(month.Year, month.Month))
            .Select(day => day < 0 ? (DateOnly?)null : month.AddDays(day))
            .Chunk(Weekdays.Count)
            .Select(week => week.Concat(Enumerable.Repeat<DateOnly?>(null, Weekdays.Count - week.Length)));

    private IReadOnlyList<(string Name, Leaving Leaving)> Rows(string group, Func<string, string> name) =>
        [
            .. Releases
                .Plan.Groups.Where(g => g.Key.Group == group)
                .GroupBy(g => g.Key.Name, StringComparer.Ordinal)
                .Select(g =>
                    (g.Key.Length == 0 ? "not recorded" : name(g.Key), g.Aggregate(default(Leaving), (sum, next) => sum + next.Value))
                ),
        ];

    private static string Institution(string code) =>
        Places.Institutions.TryGetValue(code, out var place) ? $"{place.Name} ({code})" : code;
}
