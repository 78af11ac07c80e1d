using System.Buffers;
using System.Globalization;
using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using SecondLook.Screening.Screen;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Release;

/// <summary>Where release dates go: JSON lines, CSV, a calendar, or nowhere.</summary>
public abstract class ReleaseOutput : IDisposable
{
    /// <summary>The endings of file names that have a format.</summary>
    public static readonly IReadOnlyList<string> Endings = [".jsonl", ".csv", ".ics"];

    /// <summary>True where the format writes findings.</summary>
    public virtual bool HoldsFindings => false;

    /// <summary>Opens the format that the ending of the path names.</summary>
    /// <param name="path">The file; it appears when the output is complete.</param>
    /// <param name="asOf">The day that a calendar is stamped with.</param>
    /// <exception cref="ArgumentException">The ending is not one of <see cref="Endings"/>.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static ReleaseOutput Open(string path, DateOnly asOf) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".jsonl" => new ReleaseLines(new ReplacedFile(path)),
            ".csv" => new ReleaseCsv(new ReplacedFile(path)),
            ".ics" => new ReleaseCalendar(new ReplacedFile(path), asOf),
            _ => throw new ArgumentException($"The ending of `{path}` names no format.", nameof(path)),
        };

    /// <summary>Takes the dates of one record, in the order read.</summary>
    public abstract void Add(SentencingRecord record, ReleaseComputation computed);

    /// <summary>Finishes the output. Without this call nothing of it stays.</summary>
    public abstract void Complete();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes what is open.</summary>
    protected abstract void Dispose(bool disposing);
}

/// <summary>Keeps nothing: for the plan alone.</summary>
public sealed class NoReleaseOutput : ReleaseOutput
{
    /// <inheritdoc/>
    public override void Add(SentencingRecord record, ReleaseComputation computed) { }

    /// <inheritdoc/>
    public override void Complete() { }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) { }
}

/// <summary>One computation a line, with its findings.</summary>
internal sealed class ReleaseLines : ReleaseOutput
{
    private readonly ReplacedFile file;
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 16);
    private readonly ReleaseJson json;

    public ReleaseLines(ReplacedFile file)
    {
        this.file = file;
        json = new ReleaseJson(buffer);
    }

    public override bool HoldsFindings => true;

    public override void Add(SentencingRecord record, ReleaseComputation computed)
    {
        json.Write(computed);
        buffer.Write("\n"u8);
        file.Stream.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    public override void Complete() => file.Keep();

    protected override void Dispose(bool disposing)
    {
        json.Dispose();
        file.Dispose();
    }
}

/// <summary>One row a record; life and unknown dates are empty.</summary>
internal sealed class ReleaseCsv : ReleaseOutput
{
    private static readonly string[] Columns =
    [
        "id",
        "as_of",
        "full_term",
        "good_time_days",
        "good_time_rule",
        "statutory_release",
        "projected",
        "release",
        "leaves",
        "order_effective",
        "order_months",
        "after_full_term",
        "after_good_time_days",
        "after_good_time_rule",
        "after_statutory_release",
        "after_projected",
        "after_release",
        "after_leaves",
        "overserved_days",
        "facility",
        "district",
        "destination",
        "detainer",
        "placement",
        "disputed",
        "missing",
        "time_credits_reach",
        "time_credits_release",
        "time_credits_need",
        "synthetic",
    ];

    private readonly ReplacedFile file;
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 12);
    private readonly CsvRow row;

    public ReleaseCsv(ReplacedFile file)
    {
        this.file = file;
        row = new CsvRow(buffer);
        file.Stream.Write(Encoding.UTF8.GetBytes($"{string.Join(',', Columns)}\n"));
    }

    public override void Add(SentencingRecord record, ReleaseComputation computed)
    {
        row.Text(computed.Id);
        Day(computed.AsOf);
        Dates(computed.Before);
        Day(computed.Order?.Effective);
        row.Term(computed.Order?.Months);
        Dates(computed.After);
        row.Number(computed.After?.OverservedDays);
        row.Text(record.Custody?.Facility);
        row.Text(record.District);
        row.Text(record.Custody?.Destination);
        row.Text(record.Custody?.Detainer);
        row.Text(record.Custody?.Placement);
        row.List(computed.Disputed, disputed => disputed.Option);
        row.List(computed.Missing, fact => fact);
        TimeCredits((computed.Order is null ? computed.Before : computed.After)?.EarnedCredits);
        row.Text(computed.Synthetic ? "yes" : null);
        row.End();
        file.Stream.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    public override void Complete() => file.Keep();

    protected override void Dispose(bool disposing) => file.Dispose();

    private void Dates(ReleaseDates? dates)
    {
        Day(dates?.FullTerm);
        row.Number(dates?.GoodTimeDays);
        row.Text(dates is null ? null : ReleaseJson.RuleName(dates.GoodTimeRule));
        Day(dates?.StatutoryRelease);
        Day(dates?.Projected);
        Day(dates?.Release);
        Day(dates?.Leaves);
    }

    /// <summary>Of the readings the one in force on the day whose law decides.</summary>
    private void TimeCredits(IReadOnlyList<EarnedCreditDates>? readings)
    {
        var credits = readings?.FirstOrDefault(reading => reading.InForce);
        Day(credits?.Reached);
        Day(credits?.Release);
        row.List(credits?.Needs ?? [], fact => fact);
    }

    private void Day(DateOnly? day) => row.Text(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <summary>One event for each day on which somebody leaves, with the ids of those who do.</summary>
internal sealed class ReleaseCalendar(ReplacedFile file, DateOnly asOf) : ReleaseOutput
{
    private readonly SortedDictionary<DateOnly, List<string>> days = [];
    private bool synthetic;

    public override void Add(SentencingRecord record, ReleaseComputation computed)
    {
        synthetic |= computed.Synthetic;
        if ((computed.Order is null ? computed.Before : computed.After)?.Leaves is { } day)
        {
            if (!days.TryGetValue(day, out var ids))
            {
                days.Add(day, ids = []);
            }

            ids.Add(record.Custody?.Detainer is { Length: > 0 } detainer ? $"{record.Id} (detainer: {detainer})" : record.Id);
        }
    }

    public override void Complete()
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//SecondLook//Release dates//EN" };
        foreach (var (day, ids) in days)
        {
            calendar.Events.Add(
                new CalendarEvent
                {
                    Uid = string.Create(CultureInfo.InvariantCulture, $"release-{day:yyyy-MM-dd}@secondlook"),
                    DtStamp = new CalDateTime(asOf.Year, asOf.Month, asOf.Day, 0, 0, 0, "UTC"),
                    Start = new CalDateTime(day),
                    Summary =
                        (synthetic ? "Synthetic: " : "")
                        + (ids.Count == 1 ? "1 person leaves" : string.Create(CultureInfo.InvariantCulture, $"{ids.Count} people leave")),
                    Description = string.Join('\n', ids),
                }
            );
        }

        new CalendarSerializer().Serialize(calendar, file.Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        file.Keep();
    }

    protected override void Dispose(bool disposing) => file.Dispose();
}
