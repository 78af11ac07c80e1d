namespace SecondLook.Sentencing.Custody;

/// <summary>18 U.S.C. 3585(a): when a sentence begins. It fixes no numbers.</summary>
public sealed record CommencementOfSentence;

/// <summary>18 U.S.C. 3585(b): credit for earlier custody, day for day. It fixes no numbers.</summary>
public sealed record PriorCustodyCredit;

/// <summary>18 U.S.C. 3584: several terms are one aggregate. It fixes no numbers.</summary>
public sealed record MultipleSentences;

/// <summary>18 U.S.C. 3624(a): release before a weekend or holiday. It fixes no numbers.</summary>
public sealed record ReleaseDay;

/// <summary>18 U.S.C. 3624(e): when supervised release begins. It fixes no numbers.</summary>
public sealed record SupervisedRelease;

/// <summary>18 U.S.C. 3582(c)(2): a reduced term. It fixes no numbers.</summary>
public sealed record ModificationOfTerm;

/// <summary>What good conduct time is measured by.</summary>
public enum GoodTimeMeasure
{
    /// <summary>Each year served, and the part of a year at the end.</summary>
    TimeServed,

    /// <summary>Each year of the sentence imposed, and its last part.</summary>
    SentenceImposed,
}

/// <summary>18 U.S.C. 3624(b): credit for good conduct.</summary>
public sealed record GoodConductTime
{
    /// <summary>What it is measured by.</summary>
    public required GoodTimeMeasure MeasuredBy { get; init; }

    /// <summary>Only terms of more than so many months earn it.</summary>
    public required int LongerThanMonths { get; init; }

    /// <summary>Days for a year.</summary>
    public required int DaysAYear { get; init; }

    /// <summary>Days for a year without schooling.</summary>
    public required int DaysWithoutSchooling { get; init; }

    /// <summary>Days for a day of a part of a year, at the full rate.</summary>
    public required decimal PartYearRate { get; init; }

    /// <summary>The days of the year over which a part of a year is prorated.</summary>
    public required int YearOfDays { get; init; }
}

/// <summary>What schooling decides of good conduct time, by the date of the offense.</summary>
public enum SchoolingRule
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Whether credit vests; not modelled.</summary>
    Vesting,

    /// <summary>The rate.</summary>
    Rate,
}

/// <summary>18 U.S.C. 3624(b) and 28 CFR 523.20: schooling as a condition of good conduct time.</summary>
public sealed record SchoolingCondition
{
    /// <summary>What schooling decides.</summary>
    public required SchoolingRule Condition { get; init; }
}

/// <summary>Terms of up to so many months, and the most months off.</summary>
public sealed record DrugAbuseTier
{
    /// <summary>The longest term of the tier, in months.</summary>
    public required int UpToMonths { get; init; }

    /// <summary>The most months off.</summary>
    public required int AtMost { get; init; }
}

/// <summary>18 U.S.C. 3621(e)(2)(B): early release after the residential drug abuse program.</summary>
public sealed record DrugAbuseProgram
{
    /// <summary>The tiers, shortest terms first.</summary>
    public required IReadOnlyList<DrugAbuseTier> Tiers { get; init; }

    /// <summary>The most months off a longer term.</summary>
    public required int LongestAtMost { get; init; }
}

/// <summary>18 U.S.C. 3632(d)(4) and 3624(g): earned time credits.</summary>
public sealed record EarnedTimeCredits
{
    /// <summary>The days of programming in a block; only whole blocks earn.</summary>
    public required int BlockDays { get; init; }

    /// <summary>Days earned by each of the first blocks.</summary>
    public required int DaysFirstBlocks { get; init; }

    /// <summary>How many blocks earn at the first rate: two assessments without an increase of risk.</summary>
    public required int FirstBlocks { get; init; }

    /// <summary>Days earned by each later block.</summary>
    public required int DaysLaterBlocks { get; init; }

    /// <summary>The most calendar months by which credits move release to supervised release.</summary>
    public required int TowardReleaseMonths { get; init; }

    /// <summary>Convictions under these earn none; the statute lists others, which are not keyed.</summary>
    public required IReadOnlyList<string> BarredBy { get; init; }

    /// <summary>True where earning begins with the sentence, false where it begins on arrival at the designated facility.</summary>
    public required bool FromCommencement { get; init; }
}

/// <summary>18 U.S.C. 3624(c): halfway house and home confinement.</summary>
public sealed record PrereleaseCustody
{
    /// <summary>The final months that may be served outside.</summary>
    public required int FinalMonths { get; init; }

    /// <summary>Home confinement: percent of the term.</summary>
    public required int HomePercent { get; init; }

    /// <summary>Home confinement: the most months.</summary>
    public required int HomeMonths { get; init; }
}

/// <summary>A notice that must go out before somebody leaves.</summary>
public sealed record ReleaseNotice
{
    /// <summary>To whom.</summary>
    public required string To { get; init; }

    /// <summary>At least so many calendar days before the day of leaving; below zero, within so many days after it.</summary>
    public int Days { get; init; }

    /// <summary>At least so many months before the day of leaving.</summary>
    public int Months { get; init; }

    /// <summary>True where it goes out as early as possible, and again when the date moves.</summary>
    public bool AtOnce { get; init; }

    /// <summary>In which cases, and where it is written.</summary>
    public required string Why { get; init; }

    /// <summary>True where it goes out only for people with a detainer.</summary>
    public bool OnlyWithDetainer { get; init; }

    /// <summary>True where it goes out only for people who are not in a halfway house or at home already.</summary>
    public bool OnlyFromInstitution { get; init; }
}

/// <summary>Notices before a release.</summary>
public sealed record ReleaseNotices
{
    /// <summary>The notices.</summary>
    public required IReadOnlyList<ReleaseNotice> Notices { get; init; }
}
