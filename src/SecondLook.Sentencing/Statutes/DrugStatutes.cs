namespace SecondLook.Sentencing.Statutes;

/// <summary>Quantities of one substance that trigger a minimum.</summary>
/// <param name="Unit"><c>g</c> or <c>units</c> (plants).</param>
/// <param name="A">The quantity of 21 U.S.C. 841(b)(1)(A) and 960(b)(1).</param>
/// <param name="B">The quantity of 21 U.S.C. 841(b)(1)(B) and 960(b)(2).</param>
public sealed record DrugThreshold(string Unit, decimal A, decimal B);

/// <summary>21 U.S.C. 841(b)(1)(A) and (B), 960(b)(1) and (2): the quantities.</summary>
public sealed class DrugThresholds(IReadOnlyDictionary<string, DrugThreshold> substances)
{
    /// <summary>The thresholds by substance.</summary>
    public IReadOnlyDictionary<string, DrugThreshold> Substances { get; } = substances;
}

/// <summary>A quantity of 21 U.S.C. 841(b)(1)(D) and 960(b)(4).</summary>
/// <param name="Substance">The substance.</param>
/// <param name="LessThan">Less than so many grams or plants.</param>
public sealed record LesserQuantity(string Substance, decimal LessThan);

/// <summary>One tier of penalties.</summary>
public sealed record PenaltyTier
{
    /// <summary><c>A</c>, <c>B</c>, <c>C</c>, <c>D</c>, <c>E</c>, <c>schedule-4</c> or <c>schedule-5</c>.</summary>
    public required string Tier { get; init; }

    /// <summary>The statutes.</summary>
    public required string Statutes { get; init; }

    /// <summary>The paragraphs by which a statute of conviction names the tier, such as <c>21 USC 841(b)(1)(A)</c>.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>The minimum in months without priors; zero for none.</summary>
    public required int Minimum { get; init; }

    /// <summary>The maximum in months without priors; null for life.</summary>
    public int? Maximum { get; init; }

    /// <summary>The minimum in months with one prior; zero for none.</summary>
    public int MinimumOnePrior { get; init; }

    /// <summary>The maximum in months with one prior; null for life.</summary>
    public int? MaximumOnePrior { get; init; }

    /// <summary>The minimum in months with two or more priors; null where two count as one, and <see cref="TwoPriorsLife"/> is false.</summary>
    public int? MinimumTwoPriors { get; init; }

    /// <summary>True where two or more priors mean life.</summary>
    public bool TwoPriorsLife { get; init; }

    /// <summary>The minimum in months where death or serious bodily injury results; null where there is none.</summary>
    public int? MinimumDeathOrInjury { get; init; }
}

/// <summary>21 U.S.C. 841(b) and 960(b): terms of imprisonment.</summary>
public sealed record DrugPenalties
{
    /// <summary>The sections under which the quantity gives the tier where no paragraph is named; conspiracy and attempt carry the same terms.</summary>
    public required IReadOnlyList<string> Offenses { get; init; }

    /// <summary>Sections that alter the terms of a tier in ways that are not keyed.</summary>
    public required IReadOnlyList<string> AlteredBy { get; init; }

    /// <summary>Quantities below which the count is of tier D and not of tier C.</summary>
    public required IReadOnlyList<LesserQuantity> LesserQuantities { get; init; }

    /// <summary>The tiers.</summary>
    public required IReadOnlyList<PenaltyTier> Tiers { get; init; }
}

/// <summary>21 U.S.C. 841(c), (f) and 960(d), offenses with listed chemicals: no minimum, and these maximum terms.</summary>
public sealed record ChemicalPenalties
{
    /// <summary>The maximum terms on one count, in months: the lowest first.</summary>
    public required IReadOnlyList<int> Maximums { get; init; }
}
