using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Findings;

/// <summary>The three answers.</summary>
public enum Outcome
{
    /// <summary>The law lets the court reduce the term; whether it should is the judge's to decide.</summary>
    Eligible,

    /// <summary>The law does not let the court reduce the term.</summary>
    Ineligible,

    /// <summary>A fact is missing that would decide.</summary>
    Undetermined,
}

/// <summary>
/// Why a person is not eligible: the first step of the calculation after which the old and the new computation are the same and stay the
/// same, in that order.
/// </summary>
public enum ReasonCode
{
    /// <summary>No covered amendment changes a provision that the calculation used.</summary>
    NoCoveredAmendment,

    /// <summary>The base level did not come from the Drug Quantity Table.</summary>
    BaseLevelNotFromTable,

    /// <summary>The quantity is in the top row of the amended table too.</summary>
    QuantityAboveTopLevel,

    /// <summary>The level is the lowest there is, or a minimum level.</summary>
    LowestLevel,

    /// <summary>A cap, a floor or another adjustment absorbs the change.</summary>
    AdjustmentAbsorbsChange,

    /// <summary>The career offender level controls.</summary>
    CareerOffender,

    /// <summary>An exclusion of §4C1.1(a).</summary>
    ZeroPointExcluded,

    /// <summary>Levels or points fell, the cell of the table did not.</summary>
    RangeNotLowered,

    /// <summary>Another group of counts controls.</summary>
    OtherGroupControls,

    /// <summary>The statutory minimum is the range.</summary>
    MandatoryMinimum,

    /// <summary>The statutory maximum is the range.</summary>
    StatutoryMaximum,

    /// <summary>The plea agreement was not based on the range.</summary>
    PleaNotBasedOnRange,

    /// <summary>The term is at or below the lowest term already.</summary>
    AlreadyAtOrBelowFloor,

    /// <summary>The term was imposed on revocation.</summary>
    RevocationTerm,

    /// <summary>The person has served the term.</summary>
    Released,
}

/// <summary>The reason of an ineligible answer.</summary>
/// <param name="Code">The deciding step.</param>
/// <param name="Citation">Where it is written.</param>
/// <param name="Also">Other reasons that hold as well.</param>
public sealed record Reason(ReasonCode Code, string Citation, IReadOnlyList<ReasonCode> Also);

/// <summary>What sets the lowest term.</summary>
public enum LowestTermBasis
{
    /// <summary>The minimum of the amended range, §1B1.10(b)(2)(A).</summary>
    AmendedMinimum,

    /// <summary>A comparable reduction, §1B1.10(b)(2)(B).</summary>
    ComparableReduction,

    /// <summary>The statutory minimum, where the minimum of the amended range is the statute's.</summary>
    StatutoryMinimum,

    /// <summary>Time served, §1B1.10(b)(2)(C).</summary>
    TimeServed,
}

/// <summary>How far the term may fall.</summary>
/// <param name="Months">The lowest lawful term.</param>
/// <param name="Basis">What sets it.</param>
public sealed record LowestTerm(Months Months, LowestTermBasis Basis)
{
    /// <summary>What other methods of a comparable reduction give, and the other side of a rounding at the half.</summary>
    public IReadOnlyList<OtherTerm> Others { get; init; } = [];
}

/// <summary>The lowest term under another method or another reading of the law.</summary>
/// <param name="Method">Such as <c>levels</c>, <c>months</c> or <c>rounded down</c>.</param>
/// <param name="Months">The term.</param>
public sealed record OtherTerm(string Method, Months Months);

/// <summary>One computation of the range.</summary>
public sealed record Computation
{
    /// <summary>The level from the Drug Quantity Table; null where it is not known.</summary>
    public int? DrugQuantityLevel { get; init; }

    /// <summary>The base offense level after the mitigating-role cap.</summary>
    public int? BaseOffenseLevel { get; init; }

    /// <summary>The total as added up.</summary>
    public int? TotalOffenseLevel { get; init; }

    /// <summary>The category, 1 to 6.</summary>
    public int? Category { get; init; }

    /// <summary>The range of the sentencing table.</summary>
    public MonthRange? TableRange { get; init; }

    /// <summary>The range after §5G1.1, or without it under §1B1.10(c).</summary>
    public MonthRange? Range { get; init; }

    /// <summary>The ranges of the readings, where they do not agree.</summary>
    public IReadOnlyList<MonthRange> Readings { get; init; } = [];
}

/// <summary>What an amendment did.</summary>
/// <param name="Amendment">The amendment, such as <c>782</c>.</param>
/// <param name="What">The part of the computation, such as <c>drugQuantityLevel</c>.</param>
/// <param name="From">What it was before; null where the readings of the record do not agree.</param>
/// <param name="To">What it is after; null likewise.</param>
public sealed record Effect(string Amendment, string What, string? From, string? To);

/// <summary>What an answer to a missing fact would mean.</summary>
public sealed record IfThen(string Is, Outcome Then);

/// <summary>A fact that is missing and would decide.</summary>
public sealed record MissingFact(string Fact, IReadOnlyList<IfThen> If);

/// <summary>A rule whose law is not at hand.</summary>
public sealed record NotCovered(string Rule, string Why);

/// <summary>The answer for one record, version 1.</summary>
public sealed record Determination
{
    /// <summary>The id of the record.</summary>
    public required string Id { get; init; }

    /// <summary>The amendments asked about, or all that moved something.</summary>
    public required IReadOnlyList<string> Amendments { get; init; }

    /// <summary>The date of the order, as precise as it is known.</summary>
    public required PartialDate OrderDate { get; init; }

    /// <summary>The earliest day on which an order may take effect; null where nothing sets one.</summary>
    public DateOnly? EarliestEffective { get; init; }

    /// <summary>The fingerprint of the law that was used.</summary>
    public required string Law { get; init; }

    /// <summary>The answer.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why not, where the answer is ineligible.</summary>
    public Reason? Reason { get; init; }

    /// <summary>The range as the court determined it.</summary>
    public required Computation Original { get; init; }

    /// <summary>The range last determined, after an earlier reduction; null where there was none.</summary>
    public Computation? Current { get; init; }

    /// <summary>The range as amended; null where no covered amendment applies.</summary>
    public Computation? Amended { get; init; }

    /// <summary>What each amendment did.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>How far the term may fall, where the answer is eligible.</summary>
    public LowestTerm? LowestTerm { get; init; }

    /// <summary>What was taken as absent or presumed.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>Contradictions in the record.</summary>
    public IReadOnlyList<string> Disagreements { get; init; } = [];

    /// <summary>The facts that would decide, where the answer is undetermined.</summary>
    public IReadOnlyList<MissingFact> Missing { get; init; } = [];

    /// <summary>Rules whose law is not at hand.</summary>
    public IReadOnlyList<NotCovered> NotCovered { get; init; } = [];

    /// <summary>What the reader should know beside the answer: unsettled law, defenses, other doors.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>True where there were too many readings to try them all.</summary>
    public bool Capped { get; init; }

    /// <summary>How many readings of the record were tried.</summary>
    public int ReadingsTried { get; init; }

    /// <summary>The roots of the findings of the original computation; empty where findings were not kept.</summary>
    public IReadOnlyList<Finding> OriginalFindings { get; init; } = [];

    /// <summary>The roots of the findings of the amended computation.</summary>
    public IReadOnlyList<Finding> AmendedFindings { get; init; } = [];

    /// <summary>The roots of the findings of the reduction.</summary>
    public IReadOnlyList<Finding> ReductionFindings { get; init; } = [];

    /// <summary>Section 404 of the First Step Act, apart from the answer; null where it is not in question.</summary>
    public Section404Determination? Section404 { get; init; }

    /// <summary>Where the record was read, so that findings can name their source columns.</summary>
    public RecordOrigin? Origin { get; init; }
}
