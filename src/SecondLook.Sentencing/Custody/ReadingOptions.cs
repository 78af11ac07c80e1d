namespace SecondLook.Sentencing.Custody;

/// <summary>The last award of good time under the rule before 2019.</summary>
public enum LastAward
{
    /// <summary>The rate times the days served, the fraction dropped.</summary>
    ShareOfDaysServed,

    /// <summary>The days that remain.</summary>
    Remainder,

    /// <summary>The days that remain, where every year has 365 days.</summary>
    RemainderOfFlatYears,
}

/// <summary>What becomes of days of good time that were lost, under the rule before 2019.</summary>
public enum LostDays
{
    /// <summary>They are served, and earn again.</summary>
    EarnAgain,

    /// <summary>They are subtracted from what is earned.</summary>
    Subtracted,
}

/// <summary>A term of months from a day that the last month does not have.</summary>
public enum MonthEnd
{
    /// <summary>The month's last day takes its place.</summary>
    LastDayTakesItsPlace,

    /// <summary>The month's last day is the last day of the term.</summary>
    LastDayBelongsToTerm,

    /// <summary>The days run over into the next month.</summary>
    RunsOver,
}

/// <summary>How a part of a year is prorated under the rule since 2019.</summary>
public enum PartOfYear
{
    /// <summary>Days of the year's credit over the days of a year.</summary>
    Proportion,

    /// <summary>The older rate for a day.</summary>
    OlderRate,
}

/// <summary>From which day the years of the sentence imposed are counted.</summary>
public enum YearsFrom
{
    /// <summary>The day on which the sentence began.</summary>
    Commencement,

    /// <summary>That day less the prior custody credit.</summary>
    CreditedStart,
}

/// <summary>
/// How the law is read where no source decides, or where it is disputed. The defaults are the likelier readings; every other one is tried
/// and shown where it would change a date.
/// </summary>
public sealed record ReadingOptions
{
    /// <summary>The likelier readings.</summary>
    public static readonly ReadingOptions Default = new();

    /// <summary>The last award under the rule before 2019.</summary>
    public LastAward LastAward { get; init; }

    /// <summary>Lost days under the rule before 2019.</summary>
    public LostDays Lost { get; init; }

    /// <summary>Months that do not have the day.</summary>
    public MonthEnd MonthEnd { get; init; }

    /// <summary>A part of a year under the rule since 2019.</summary>
    public PartOfYear PartOfYear { get; init; }

    /// <summary>The count of years under the rule since 2019.</summary>
    public YearsFrom YearsFrom { get; init; }

    /// <summary>True where a holiday on a weekend is observed on a weekday beside it.</summary>
    public bool Observed { get; init; } = true;

    /// <summary>Every other reading by its name, each different from the default in one thing.</summary>
    public static IReadOnlyList<(string Name, ReadingOptions Options)> Others { get; } =
    [
        ("last_portion=minus", Default with { LastAward = LastAward.Remainder }),
        ("last_portion=flat365", Default with { LastAward = LastAward.RemainderOfFlatYears }),
        ("lost=subtract", Default with { Lost = LostDays.Subtracted }),
        ("eom=last-day", Default with { MonthEnd = MonthEnd.LastDayBelongsToTerm }),
        ("eom=overflow", Default with { MonthEnd = MonthEnd.RunsOver }),
        ("new_rate=.148", Default with { PartOfYear = PartOfYear.OlderRate }),
        ("anchor=credited", Default with { YearsFrom = YearsFrom.CreditedStart }),
        ("observed=False", Default with { Observed = false }),
    ];
}
