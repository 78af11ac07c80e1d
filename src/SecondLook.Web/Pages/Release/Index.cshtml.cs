using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SecondLook.Screening.Release;
using SecondLook.Sentencing.Law;

namespace SecondLook.Web.Pages.Release;

/// <summary>Who leaves when, under the orders that are signed: by day, by place, and one by one.</summary>
internal sealed class ReleaseModel(LawLibrary law) : DocketPage
{
    private const int DaysShown = 60;

    /// <summary>The day whose people are listed; null for everybody.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    public ReleasePlan Plan { get; } = new();

    public IReadOnlyList<OrderedRelease> People { get; private set; } = [];

    public IReadOnlyList<(DateOnly Day, Leaving Leaving)> Days { get; private set; } = [];

    public IReadOnlyList<NoticeDue> Notices { get; private set; } = [];

    /// <summary>The places, by kind of place: institution, district, destination.</summary>
    public IReadOnlyList<(string Kind, string Name, Leaving Leaving)> Places { get; private set; } = [];

    /// <summary>The page.</summary>
    public async Task<IActionResult> OnGet()
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        var everybody = await Everybody();
        foreach (var release in everybody)
        {
            Plan.Add(release.Record, release.Dates);
        }

        Days = [.. Plan.Days.Take(DaysShown).Select(day => (day.Key, day.Value))];
        Places =
        [
            .. Plan
                .Groups.Where(g => g.Key.Group is "facility" or "district" or "destination")
                .GroupBy(g => (g.Key.Group, g.Key.Name))
                .Select(g => (Kind(g.Key.Group), g.Key.Name, g.Aggregate(default(Leaving), (sum, one) => sum + one.Value))),
        ];
        Notices = [.. new PlanNotices(Plan, Today, law).Due()];
        People = [.. everybody.Where(release => Day is null || release.Dates.After?.Leaves == Day)];
        return Page();
    }

    /// <summary>The days as a calendar to subscribe to.</summary>
    public Task<IActionResult> OnGetCalendar() => Download(".ics", "text/calendar");

    /// <summary>The people and their days as a table.</summary>
    public Task<IActionResult> OnGetTable() => Download(".csv", "text/csv");

    private async Task<IReadOnlyList<OrderedRelease>> Everybody()
    {
        var releases = await Store.Releases(Me.Id);
        return Me.Role == Role.Administrator ? [] : releases;
    }

    private async Task<IActionResult> Download(string ending, string mediaType)
    {
        var folder = Directory.CreateTempSubdirectory("secondlook-release-").FullName;
        try
        {
            var path = Path.Combine(folder, $"releases{ending}");
            using (var output = ReleaseOutput.Open(path, Today))
            {
                foreach (var release in await Everybody())
                {
                    output.Add(release.Record, release.Dates);
                }

                output.Complete();
            }

            return File(
                await System.IO.File.ReadAllBytesAsync(path),
                mediaType,
                $"releases-{Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}{ending}"
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Kind(string group) =>
        group switch
        {
            "facility" => "Institution",
            "district" => "District of the sentence",
            _ => "Destination",
        };
}
