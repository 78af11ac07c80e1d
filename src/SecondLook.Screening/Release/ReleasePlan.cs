using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Release;

/// <summary>How many people leave, and from where.</summary>
/// <param name="People">All of them.</param>
/// <param name="Detained">Those whom another jurisdiction waits for; their date is not moved off a weekend.</param>
/// <param name="Outside">Those who are in a halfway house or at home already.</param>
public readonly record struct Leaving(int People, int Detained, int Outside)
{
    /// <summary>Both together.</summary>
    public static Leaving operator +(Leaving a, Leaving b) => new(a.People + b.People, a.Detained + b.Detained, a.Outside + b.Outside);

    internal static Leaving Of(SentencingRecord record) =>
        new(1, record.Custody?.Detainer is { Length: > 0 } ? 1 : 0, record.Custody?.Placement is "halfway-house" or "home" ? 1 : 0);
}

/// <summary>Who leaves on which day, counted as the computations come in.</summary>
public sealed class ReleasePlan
{
    private readonly SortedDictionary<DateOnly, Leaving> days = [];
    private readonly Dictionary<string, int> missing = new(StringComparer.Ordinal);

    /// <summary>Records with a date, life terms among them.</summary>
    public int Dated { get; private set; }

    /// <summary>Life terms, which have no date.</summary>
    public int Life { get; private set; }

    /// <summary>Records whose term an order reduces.</summary>
    public int Reduced { get; private set; }

    /// <summary>Records of which another reading of the law would change the day of leaving.</summary>
    public int Disputed { get; private set; }

    /// <summary>Records without a date, for a missing fact.</summary>
    public int Undated { get; private set; }

    /// <summary>Rows that could not be read.</summary>
    public int Rejected { get; private set; }

    /// <summary>The days on which somebody leaves, earliest first.</summary>
    public IReadOnlyDictionary<DateOnly, Leaving> Days => days;

    /// <summary>The missing facts, the commonest first.</summary>
    public IEnumerable<KeyValuePair<string, int>> Missing =>
        missing.OrderByDescending(m => m.Value).ThenBy(m => m.Key, StringComparer.Ordinal);

    /// <summary>Everybody who leaves in a span of days, both ends included.</summary>
    public Leaving Between(DateOnly first, DateOnly last) =>
        days.Where(day => day.Key >= first && day.Key <= last).Aggregate(default(Leaving), (sum, day) => sum + day.Value);

    internal void CountRejected() => Rejected++;

    internal void Add(SentencingRecord record, ReleaseComputation computed)
    {
        var dates = computed.Order is null ? computed.Before : computed.After;
        if (dates is null)
        {
            Undated++;
            foreach (var fact in computed.Missing)
            {
                missing[fact] = missing.GetValueOrDefault(fact) + 1;
            }

            return;
        }

        Dated++;
        Reduced += computed.Order is null ? 0 : 1;
        if (dates.Leaves is not { } day)
        {
            Life++;
            return;
        }

        Disputed += computed.Disputed.Any(d => d.After == (computed.Order is not null) && d.Dates.Leaves != dates.Leaves) ? 1 : 0;
        days[day] = days.GetValueOrDefault(day) + Leaving.Of(record);
    }
}
