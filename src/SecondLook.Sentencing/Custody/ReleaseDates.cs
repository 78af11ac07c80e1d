using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Custody;

/// <summary>Which rule of good conduct time was applied.</summary>
public enum GoodTimeRule
{
    /// <summary>None: the term is too short, or life.</summary>
    None,

    /// <summary>The rule before 2019-07-19, by the time served.</summary>
    Served,

    /// <summary>The rule since then, by the sentence imposed.</summary>
    Imposed,
}

/// <summary>The dates of one term; all null for a life term.</summary>
public sealed record ReleaseDates
{
    /// <summary>The dates of a life term: there are none.</summary>
    public static readonly ReleaseDates OfLife = new();

    /// <summary>The last day of the whole term less credit.</summary>
    public DateOnly? FullTerm { get; init; }

    /// <summary>Days of good conduct time.</summary>
    public int GoodTimeDays { get; init; }

    /// <summary>The rule applied.</summary>
    public GoodTimeRule GoodTimeRule { get; init; }

    /// <summary>Full term less good conduct time, without floors.</summary>
    public DateOnly? StatutoryRelease { get; init; }

    /// <summary>The date after the drug abuse program and earned credits.</summary>
    public DateOnly? Projected { get; init; }

    /// <summary>The release date: not before the sentence began, nor before an order takes effect.</summary>
    public DateOnly? Release { get; init; }

    /// <summary>The day on which the person leaves, moved off a weekend or holiday.</summary>
    public DateOnly? Leaves { get; init; }

    /// <summary>The first day on which a halfway house is open; null where that law is not covered.</summary>
    public DateOnly? HalfwayHouseFrom { get; init; }

    /// <summary>The first day on which home confinement is open; null where that law is not covered.</summary>
    public DateOnly? HomeConfinementFrom { get; init; }

    /// <summary>The last day of supervised release; null where there is none, or it is for life or not recorded.</summary>
    public DateOnly? SupervisedReleaseTo { get; init; }

    /// <summary>Days served beyond the new term when an order takes effect; zero for none.</summary>
    public int OverservedDays { get; init; }

    /// <summary>
    /// What earned time credits could reach, under each published way of counting when earning begins; empty where none can be earned, and
    /// where the record says how many days were applied.
    /// </summary>
    public IReadOnlyList<EarnedCreditDates> EarnedCredits { get; init; } = [];

    /// <summary>The roots of the findings; empty where they were not kept.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>The order that reduces a term.</summary>
/// <param name="Id">The id of the record.</param>
/// <param name="Months">The new term on the guideline counts.</param>
/// <param name="Days">Days beside the months.</param>
/// <param name="Signed">When it was signed; null where unknown.</param>
/// <param name="Effective">When it takes effect.</param>
public sealed record ReductionOrder(string Id, Months Months, int Days, DateOnly? Signed, DateOnly Effective);

/// <summary>A date that another reading of the law would change.</summary>
/// <param name="Option">The reading, such as <c>last_portion=minus</c>.</param>
/// <param name="After">True for the dates after the order.</param>
/// <param name="Dates">The dates under that reading.</param>
public sealed record DisputedDate(string Option, bool After, ReleaseDates Dates);

/// <summary>The dates of one record, before and after an order.</summary>
public sealed record ReleaseComputation
{
    /// <summary>The id of the record.</summary>
    public required string Id { get; init; }

    /// <summary>True for a record of a person who does not exist.</summary>
    public bool Synthetic { get; init; }

    /// <summary>The day whose law decides the good-time rule before the order.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The dates without the order; null where a fact is missing.</summary>
    public ReleaseDates? Before { get; init; }

    /// <summary>The dates with the order; null where there is none, or a fact is missing.</summary>
    public ReleaseDates? After { get; init; }

    /// <summary>The order.</summary>
    public ReductionOrder? Order { get; init; }

    /// <summary>Other readings of the law that change a date.</summary>
    public IReadOnlyList<DisputedDate> Disputed { get; init; } = [];

    /// <summary>Facts without which there is no date to the day.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Law that is not covered and could change a date.</summary>
    public IReadOnlyList<NotCovered> NotCovered { get; init; } = [];

    /// <summary>
    /// True where the release date is the day on which the order takes effect and the person leaves on a weekday before it, which is inferred.
    /// </summary>
    public bool LeavesBeforeOrder => After is { } dates && dates.Release == Order?.Effective && dates.Leaves < dates.Release;

    /// <summary>What was taken as absent or presumed.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>Where the record was read.</summary>
    public RecordOrigin? Origin { get; init; }
}
