using System.Runtime.InteropServices;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Release;

/// <summary>How many people leave, and from where.</summary>
public readonly record struct Leaving
{
    /// <summary>All of them.</summary>
    public int People { get; init; }

    /// <summary>Those whose term an order reduced.</summary>
    public int UnderOrder { get; init; }

    /// <summary>Of those, the ones whose date had passed: they are released when the order takes effect.</summary>
    public int WithOrder { get; init; }

    /// <summary>Those whom another jurisdiction waits for; their date is not moved off a weekend.</summary>
    public int Detained { get; init; }

    /// <summary>Of those, the ones whom immigration authorities wait for.</summary>
    public int Immigration { get; init; }

    /// <summary>Those with a detainer whose term an order reduced.</summary>
    public int DetainedUnderOrder { get; init; }

    /// <summary>Those who are in a halfway house or at home already.</summary>
    public int Outside { get; init; }

    /// <summary>Both together.</summary>
    public static Leaving operator +(Leaving a, Leaving b) =>
        new()
        {
            People = a.People + b.People,
            UnderOrder = a.UnderOrder + b.UnderOrder,
            WithOrder = a.WithOrder + b.WithOrder,
            Detained = a.Detained + b.Detained,
            Immigration = a.Immigration + b.Immigration,
            DetainedUnderOrder = a.DetainedUnderOrder + b.DetainedUnderOrder,
            Outside = a.Outside + b.Outside,
        };

    internal static Leaving Of(SentencingRecord record, ReleaseComputation computed)
    {
        var ordered = computed.Order is null ? 0 : 1;
        var detained = record.Custody?.Detainer is { Length: > 0 } ? 1 : 0;
        return new()
        {
            People = 1,
            UnderOrder = ordered,
            WithOrder = computed.Order is { } order && computed.After!.Release == order.Effective ? 1 : 0,
            Detained = detained,
            Immigration = IsImmigration(record.Custody?.Detainer) ? 1 : 0,
            DetainedUnderOrder = ordered * detained,
            Outside = record.Custody?.Placement is "halfway-house" or "home" ? 1 : 0,
        };
    }

    /// <summary>Immigration and Customs Enforcement, its department, its predecessor, or the word.</summary>
    private static bool IsImmigration(string? detainer) =>
        detainer is not null && ImmigrationNames.Contains(detainer, StringComparer.OrdinalIgnoreCase);

    private static readonly string[] ImmigrationNames = ["ICE", "DHS", "INS", "immigration"];
}

/// <summary>One line of a plan: a group of people, and when they leave.</summary>
/// <param name="Group"><c>facility</c>, <c>district</c>, <c>destination</c>, <c>detainer</c> or <c>placement</c>.</param>
/// <param name="Name">Which, such as <c>FOR</c>; empty where the record does not say.</param>
/// <param name="Month">The first day of the month in which they leave.</param>
public readonly record struct PlanGroup(string Group, string Name, DateOnly Month);

/// <summary>Who leaves on which day, counted as the computations come in.</summary>
public sealed class ReleasePlan
{
    private readonly SortedDictionary<DateOnly, Leaving> days = [];
    private readonly Dictionary<PlanGroup, Leaving> groups = [];
    private readonly HalfwayHouseLoad halfwayHouse = new();
    private readonly Dictionary<string, int> missing = new(StringComparer.Ordinal);

    /// <summary>Records with a date, life terms among them.</summary>
    public int Dated { get; private set; }

    /// <summary>Life terms, which have no date.</summary>
    public int Life { get; private set; }

    /// <summary>Records whose term an order reduces.</summary>
    public int Reduced { get; private set; }

    /// <summary>Records of which another reading of the law would change the day of leaving.</summary>
    public int Disputed { get; private set; }

    /// <summary>Records whose order takes effect on a weekend or holiday, and who leave on the weekday before, which is inferred.</summary>
    public int LeavingBeforeOrder { get; private set; }

    /// <summary>Records without a date, for a missing fact.</summary>
    public int Undated { get; private set; }

    /// <summary>Rows that could not be read.</summary>
    public int Rejected { get; private set; }

    /// <summary>True where a record is synthetic: a plan of it is one of people who do not exist.</summary>
    public bool Synthetic { get; private set; }

    /// <summary>The days on which somebody leaves, earliest first.</summary>
    public IReadOnlyDictionary<DateOnly, Leaving> Days => days;

    /// <summary>The first day on which an order takes effect; null without orders.</summary>
    public DateOnly? FirstOrder { get; private set; }

    /// <summary>Those who leave by institution, sentencing district, destination, detainer and placement, by month.</summary>
    public IEnumerable<KeyValuePair<PlanGroup, Leaving>> Groups =>
        groups.OrderBy(g => g.Key.Group, StringComparer.Ordinal).ThenBy(g => g.Key.Name, StringComparer.Ordinal).ThenBy(g => g.Key.Month);

    /// <summary>By month and destination, for whom a halfway house is open, and who is in one.</summary>
    public HalfwayHouseLoad HalfwayHouse => halfwayHouse;

    /// <summary>The missing facts, the commonest first.</summary>
    public IEnumerable<KeyValuePair<string, int>> Missing =>
        missing.OrderByDescending(m => m.Value).ThenBy(m => m.Key, StringComparer.Ordinal);

    /// <summary>
    /// The first day to be shown: so long before the first order that a day moved off a weekend is among those shown; without orders a day
    /// that is given.
    /// </summary>
    public DateOnly Start(DateOnly withoutOrders) => FirstOrder?.AddDays(-DaysBeforeOrders) ?? withoutOrders;

    /// <summary>Everybody who leaves in a span of days, both ends included.</summary>
    public Leaving Between(DateOnly first, DateOnly last) =>
        days.Where(day => day.Key >= first && day.Key <= last).Aggregate(default(Leaving), (sum, day) => sum + day.Value);

    internal void CountRejected() => Rejected++;

    internal void Add(SentencingRecord record, ReleaseComputation computed)
    {
        Synthetic |= computed.Synthetic;
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

        if (computed.Order is { } order && !(FirstOrder <= order.Effective))
        {
            FirstOrder = order.Effective;
        }

        LeavingBeforeOrder += computed.LeavesBeforeOrder ? 1 : 0;
        Disputed += computed.Disputed.Any(d => d.After == (computed.Order is not null) && d.Dates.Leaves != dates.Leaves) ? 1 : 0;
        var leaving = Leaving.Of(record, computed);
        days[day] = days.GetValueOrDefault(day) + leaving;
        AddToGroups(record, day, leaving);
        halfwayHouse.Add(record, dates.HalfwayHouseFrom, day);
    }

    private void AddToGroups(SentencingRecord record, DateOnly day, Leaving leaving)
    {
        var month = FirstOfMonth(day);
        void Add(string group, string? name)
        {
            var key = new PlanGroup(group, name ?? "", month);
            CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out _) += leaving;
        }

        Add("facility", record.Custody?.Facility);
        Add("district", record.District);
        Add("destination", record.Custody?.Destination);
        Add("detainer", record.Custody?.Detainer);
        Add("placement", record.Custody?.Placement);
    }

    internal static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>How many months are charted and mapped: that of the first day, and the year after.</summary>
    internal const int MonthsShown = 13;

    /// <summary>How many months ahead notices and beds are planned.</summary>
    internal const int MonthsAhead = 24;

    private const int DaysBeforeOrders = 2;
}
