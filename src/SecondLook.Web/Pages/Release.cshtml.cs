using Microsoft.AspNetCore.Mvc;
using SecondLook.Screening.Release;
using SecondLook.Sentencing.Law;

namespace SecondLook.Web.Pages;

/// <summary>Who leaves when: by day, district, institution and destination.</summary>
internal sealed class ReleaseModel(LawLibrary law) : DocketPage
{
    private const int MonthsShown = 12;

    public static readonly IReadOnlyList<string> Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>The file that is asked for: <c>csv</c> or <c>ics</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "file")]
    public string? Ending { get; set; }

    public Releases Releases { get; private set; } = null!;

    /// <summary>The first months in which somebody leaves.</summary>
    public IReadOnlyList<DateOnly> Months =>
        [.. Releases.Plan.Days.Keys.Select(day => new DateOnly(day.Year, day.Month, 1)).Distinct().Order().Take(MonthsShown)];

    public IReadOnlyList<Leaver> Undated => [.. Releases.Leavers.Where(l => l.Leaves is null)];

    public IEnumerable<(string Heading, string Label, IReadOnlyList<(string Name, Leaving Leaving)> Rows)> Groups =>
        [
            ("By sentencing district", "District", Rows("district", name => Name(Places.Districts, name))),
            ("By institution", "Institution", Rows("facility", name => Name(Places.Institutions, name))),
            ("By destination", "Destination", Rows("destination", name => Name(Places.Districts, name))),
            ("Detainers apart", "Detainer", [.. Rows("detainer", name => name).Where(row => row.Leaving.Detained > 0)]),
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
        return Page();
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

    private static string Name(IReadOnlyDictionary<string, Place> places, string code) =>
        places.TryGetValue(code, out var place) ? $"{place.Name} ({code})" : code;
}
