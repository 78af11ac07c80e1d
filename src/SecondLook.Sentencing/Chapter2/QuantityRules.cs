using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Chapter2;

/// <summary>One cap on the converted weight of certain groups together.</summary>
public sealed record ScheduleCap
{
    /// <summary>The groups that are added up before the cap applies.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Kilograms that they may not exceed together.</summary>
    public required decimal Kilograms { get; init; }
}

/// <summary>§2D1.1, comment. (n.8(D)): the provisos that cap the converted weight of Schedule III, IV and V substances.</summary>
public sealed record ScheduleCaps : IAmendable<ScheduleCapEdit, ScheduleCaps>
{
    /// <summary>The caps, to be applied in this order: the narrowest group first.</summary>
    public required IReadOnlyList<ScheduleCap> Caps { get; init; }

    /// <inheritdoc/>
    public ScheduleCaps Amend(ScheduleCapEdit edit) =>
        this with
        {
            Caps = [.. Caps.Select(c => edit.Strike.TryGetValue(c.Kilograms, out var inserted) ? c with { Kilograms = inserted } : c)],
        };
}

/// <summary>Numbers of kilograms that an amendment strikes, with those it inserts for them.</summary>
public sealed record ScheduleCapEdit
{
    /// <summary>Struck number to inserted number, in kilograms.</summary>
    public required IReadOnlyDictionary<decimal, decimal> Strike { get; init; }
}

/// <summary>One minimum level.</summary>
public sealed record MinimumLevel
{
    /// <summary>The groups that it protects.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>The level.</summary>
    public required int Level { get; init; }

    /// <summary>The groups in combination with which it applies; empty where it applies in any combination.</summary>
    public IReadOnlyList<string> OnlyWith { get; init; } = [];
}

/// <summary>§2D1.1, comment. (n.8(D)): the minimum offense level for certain substances, individually or in combination.</summary>
public sealed record MinimumQuantityLevels
{
    /// <summary>The minimum levels.</summary>
    public required IReadOnlyList<MinimumLevel> Minimums { get; init; }
}

/// <summary>How cocaine base is combined with other substances.</summary>
public enum CrackCombinationMethod
{
    /// <summary>By the equivalency list, as any other substance.</summary>
    Ordinary,

    /// <summary>Amendment 706 as amended by 711: a factor that depends on the level for the cocaine base alone.</summary>
    FactorByLevel,

    /// <summary>Amendment 715: combined, then two levels off, with exceptions.</summary>
    ReduceCombined,
}

/// <summary>§2D1.1, comment. (n.10(D)), 2007 to 2010: cocaine base together with other substances.</summary>
public sealed record CrackCombination
{
    /// <summary>The method.</summary>
    public required CrackCombinationMethod Method { get; init; }

    /// <summary>Level for the cocaine base alone to kilograms of marihuana for one gram; only where the method asks for it.</summary>
    public IReadOnlyDictionary<int, decimal> KilogramsPerGramByLevel { get; init; } = new Dictionary<int, decimal>();

    /// <summary>Levels taken off the combined level.</summary>
    public int Reduction { get; init; }

    /// <summary>Grams of cocaine base from which nothing is taken off.</summary>
    public decimal? NoReductionFromGrams { get; init; }

    /// <summary>Grams of cocaine base below which nothing is taken off.</summary>
    public decimal? NoReductionBelowGrams { get; init; }
}

/// <summary>§2D1.1(c), note (E): what a marihuana plant weighs.</summary>
public sealed record MarihuanaPlants
{
    /// <summary>Grams of marihuana for one plant.</summary>
    public required decimal GramsPerPlant { get; init; }

    /// <summary>The number of plants from which another weight counts, where there is one.</summary>
    public int? ManyFrom { get; init; }

    /// <summary>Grams for one plant from that number on.</summary>
    public decimal? GramsPerPlantWhenMany { get; init; }
}

/// <summary>§2D1.1(c), note (G): LSD on a carrier medium is counted in doses, and not weighed with the medium.</summary>
public sealed record LsdDoses
{
    /// <summary>Milligrams of LSD for one dose.</summary>
    public required decimal MilligramsPerDose { get; init; }
}

/// <summary>§2D1.1, comment. (n.9): what one dose, pill or capsule weighs where the weight is not known.</summary>
public sealed record DoseWeights
{
    /// <summary>Substance to milligrams of one dose.</summary>
    public required IReadOnlyDictionary<string, decimal> Milligrams { get; init; }
}

/// <summary>The conversions of the measurement conversion table that a record may need.</summary>
public sealed record MeasurementConversions
{
    /// <summary>Grams of one milliliter of a liquid.</summary>
    public required decimal GramsPerMilliliter { get; init; }
}
