using System.Buffers;
using System.Globalization;
using System.Text;
using SecondLook.Screening.Screen;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Law;

namespace SecondLook.Screening.Release;

/// <summary>
/// A plan as files in a folder: <c>days.csv</c>, <c>groups.csv</c> (by institution, district, destination, detainer and placement, for tables and
/// maps), <c>halfway-house.csv</c>, <c>notices.csv</c>, and the charts <c>days.svg</c>, <c>months.svg</c> and <c>districts.svg</c>.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="asOf">The day on which it is made: notices whose day has passed can no longer be met.</param>
/// <param name="law">The law.</param>
public sealed class PlanFiles(ReleasePlan plan, DateOnly asOf, LawLibrary law)
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
            ["month", "open_to"],
            plan.HalfwayHouseOpen.Select(month => (string[])[Iso(month.Key)[..7], Number(month.Value)])
        );
        Rows(Path.Combine(folder, "notices.csv"), ["leaves", "people", "notice_to", "why", "send_by", "can_be_met"], Notices());
        foreach (var (file, svg) in PlanCharts.Of(plan, asOf))
        {
            using var chart = new ReplacedFile(Path.Combine(folder, file));
            chart.Stream.Write(Encoding.UTF8.GetBytes(svg));
            chart.Keep();
        }
    }

    private IEnumerable<string[]> Notices()
    {
        if (law.On<ReleaseNotices>(asOf)?.Terms is not { } terms)
        {
            yield break;
        }

        foreach (var (day, leaving) in plan.Days.Where(day => day.Key >= asOf))
        {
            foreach (var notice in terms.Notices)
            {
                var people = notice.OnlyWithDetainer ? leaving.Detained : leaving.People;
                if (people > 0)
                {
                    var by = EarlierRelease.Weekday(day.AddDays(-notice.Days), d => law.On<LegalHolidays>(d)?.Terms);
                    yield return [Iso(day), Number(people), notice.To, notice.Why, Iso(by), by >= asOf ? "yes" : "no"];
                }
            }
        }
    }

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
            plan.Synthetic ? "yes" : "",
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
