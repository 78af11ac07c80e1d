using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Findings;

/// <summary>Why section 404 of the First Step Act does not reach a sentence.</summary>
public enum Section404Reason
{
    /// <summary>No count is one whose penalties the Fair Sentencing Act modified.</summary>
    NotCoveredOffense,

    /// <summary>The offense was not committed before that Act.</summary>
    OffenseNotBeforeAct,

    /// <summary>The sentence was imposed under that Act.</summary>
    SentencedUnderAct,

    /// <summary>The sentence was reduced under section 404 before.</summary>
    AlreadyReduced,
}

/// <summary>The statutory limits and the range under one state of the law.</summary>
/// <param name="Minimum">The statutory minimum; null where it is not known.</param>
/// <param name="Maximum">The statutory maximum; null where it is not known.</param>
/// <param name="Range">The range with these limits.</param>
/// <param name="Quantity">Which quantity gives the limits: <c>charged</c>, <c>found</c> or <c>charged and found</c>; null for the sentence as imposed.</param>
public sealed record PenaltyComputation(Months? Minimum, Months? Maximum, Computation Range, string? Quantity = null)
{
    /// <summary>
    /// How many prior convictions noticed under 21 U.S.C. 851 give the limits, such as <c>none</c> or <c>one or two</c>; null where the record
    /// says how many.
    /// </summary>
    public string? Priors { get; init; }
}

/// <summary>
/// Section 404 of the First Step Act for one record: a statutory ground for a reduction, apart from §1B1.10. Eligible means that the law
/// lets the court impose a reduced sentence; no policy statement says how far.
/// </summary>
public sealed record Section404Determination
{
    /// <summary>The answer.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why not, where the answer is ineligible.</summary>
    public Section404Reason? Reason { get; init; }

    /// <summary>Where that is written; null where there is no reason.</summary>
    public string? Citation { get; init; }

    /// <summary>The limits and the range as sentenced.</summary>
    public required PenaltyComputation Before { get; init; }

    /// <summary>The limits and the range as if the Fair Sentencing Act had been in effect: one, or one for each reading.</summary>
    public IReadOnlyList<PenaltyComputation> After { get; init; } = [];

    /// <summary>What was taken as absent or presumed.</summary>
    public IReadOnlyList<string> Assumptions { get; init; } = [];

    /// <summary>The facts that would decide, where the answer is undetermined.</summary>
    public IReadOnlyList<MissingFact> Missing { get; init; } = [];

    /// <summary>Law that is not at hand, or that no source here settles.</summary>
    public IReadOnlyList<NotCovered> NotCovered { get; init; } = [];

    /// <summary>What the reader should know beside the answer.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The roots of the findings; empty where findings were not kept.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
