using System.Buffers;
using System.Globalization;
using System.Text;
using SecondLook.Screening.Screen;
using SecondLook.Sentencing.Law;

namespace SecondLook.Screening.Release;

/// <summary>
/// A plan as files in a folder: <c>days.csv</c>, <c>groups.csv</c> (by institution, district, destination, detainer and placement, for tables and
/// maps), <c>halfway-house.csv</c>, <c>notices.csv</c>, and the charts <c>days.svg</c>, <c>months.svg</c> and <c>districts.svg</c>, and <c>map.geojson</c>.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="asOf">The day on which it is made: notices whose day has passed can no longer be met.</param>
/// <param name="law">The law.</param>
/// <param name="beds">Beds in halfway houses by destination; null where the planner brings no count.</param>
public sealed class PlanFiles(ReleasePlan plan, DateOnly asOf, LawLibrary law, IReadOnlyDictionary<string, int>? beds = null)
{
    /// <summary>Writes all of them; the folder is made where it is not there.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        Rows(
            Path.Combine(folder, "days.csv"),
            ["day", "weekday", .. CountColumns],
            plan.Days.Select(day => (string[])[Iso(day.Key), day.Key.DayOfWeek.ToString(), .. Counts(day.Value)])
        );
        Rows(
            Path.Combine(folder, "groups.csv"),
            ["group", "name", "month", .. CountColumns],
            plan.Groups.Select(group => (string[])[group.Key.Group, group.Key.Name, Iso(group.Key.Month)[..7], .. Counts(group.Value)])
        );
        Rows(
            Path.Combine(folder, "halfway-house.csv"),
            ["month", "destination", "open_to", "detainer", "placed", "beds", "open_to_over_beds", "note", "synthetic"],
            HalfwayHouses()
        );
        Rows(
            Path.Combine(folder, "notices.csv"),
            ["leaves", "people", "notice_to", "why", "send_by", "can_be_met", "first_day_that_meets", "synthetic"],
            Notices()
        );
        using (var map = new ReplacedFile(Path.Combine(folder, "map.geojson")))
        {
            PlanMap.Write(plan, asOf, map.Stream);
            map.Keep();
        }

        foreach (var (file, svg) in PlanCharts.Of(plan, asOf))
        {
            using var chart = new ReplacedFile(Path.Combine(folder, file));
            chart.Stream.Write(Encoding.UTF8.GetBytes(svg));
            chart.Keep();
        }
    }

    /// <summary>
    /// Two years of months for all destinations together, and then for each; all together are set against beds only where every destination has
    /// a count.
    /// </summary>
    private IEnumerable<string[]> HalfwayHouses()
    {
        var load = plan.HalfwayHouse;
        string[] destinations = [.. load.Destinations.Union(beds?.Keys ?? []).Order(StringComparer.Ordinal)];
        var first = ReleasePlan.FirstOfMonth(asOf);
        var complete = beds is not null && destinations.All(beds.ContainsKey);
        var all = destinations.SelectMany(destination => load.Of(destination, first, ReleasePlan.MonthsAhead));
        foreach (var month in all.GroupBy(month => month.Month))
        {
            var people = month.Aggregate(default(HalfwayHousePeople), (sum, m) => sum + m.People);
            yield return HalfwayHouse(month.Key, "all", people, complete ? beds!.Values.Sum() : null);
        }

        foreach (var destination in destinations)
        {
            foreach (var (month, people) in load.Of(destination, first, ReleasePlan.MonthsAhead))
            {
                var name = destination.Length == 0 ? "not recorded" : destination;
                yield return HalfwayHouse(month, name, people, beds?.TryGetValue(destination, out var count) == true ? count : null);
            }
        }
    }

    private string[] HalfwayHouse(DateOnly month, string destination, HalfwayHousePeople people, int? count) =>
        [
            Iso(month)[..7],
            destination,
            Number(people.Open),
            Number(people.Detained),
            Number(people.Placed),
            count is { } known ? Number(known) : "",
            count is { } most ? Number(Math.Max(0, people.Open - most)) : "",
            count is not null ? ""
            : beds is null ? NoBeds
            : "no count of beds was given",
            Synthetic,
        ];

    private IEnumerable<string[]> Notices()
    {
        var notices = new PlanNotices(plan, asOf, law);
        foreach (var due in notices.Due())
        {
            yield return
            [
                Iso(due.Leaves),
                Number(due.People),
                due.Notice.To,
                due.Notice.Why,
                due.SendBy is { } by ? Iso(by) : "as early as possible",
                due.InTime ? "yes" : "no",
                !due.InTime && notices.FirstDayMet(due.Notice) is { } first ? Iso(first) : "",
                Synthetic,
            ];
        }
    }

    /// <summary>Why there is no count of beds.</summary>
    public const string NoBeds = "not covered: no published count of beds";

    private string Synthetic => plan.Synthetic ? "yes" : "";

    private static readonly string[] CountColumns =
    [
        "people",
        "under_order",
        "detainer",
        "from_outside",
        "with_order",
        "immigration",
        "detainer_under_order",
        "synthetic",
    ];

    private string[] Counts(Leaving leaving) =>
        [
            Number(leaving.People),
            Number(leaving.UnderOrder),
            Number(leaving.Detained),
            Number(leaving.Outside),
            Number(leaving.WithOrder),
            Number(leaving.Immigration),
            Number(leaving.DetainedUnderOrder),
            Synthetic,
        ];

    private static void Rows(string path, string[] columns, IEnumerable<string[]> rows)
    {
        using var file = new ReplacedFile(path);
        var buffer = new ArrayBufferWriter<byte>();
        var row = new CsvRow(buffer);
        foreach (var fields in rows.Prepend(columns))
        {
            foreach (var field in fields)
            {
                row.Text(field);
            }

            row.End();
            file.Stream.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }

        file.Keep();
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
