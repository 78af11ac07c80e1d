using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Chapter2;

/// <summary>A substance and an exact amount in the unit that the Drug Quantity Table measures it in.</summary>
/// <param name="Substance">Its canonical name; plants are marihuana by weight here.</param>
/// <param name="Amount">Grams, or a number of units.</param>
/// <param name="Path">Where the record says so.</param>
public readonly record struct DrugAmount(string Substance, decimal Amount, string Path)
{
    /// <summary>The rule by which doses were weighed; null where the record gives the weight.</summary>
    public Provision<LsdDoses>? ByDoses { get; init; }
}

/// <summary>By what a Manual measures a substance.</summary>
public enum DrugMeasureKind
{
    /// <summary>The weight of the mixture or of the substance, as the court found it.</summary>
    Weight,

    /// <summary>A number of plants, pills or units.</summary>
    Units,

    /// <summary>A number of doses of LSD on a carrier medium, in place of its weight.</summary>
    Doses,

    /// <summary>The weight of the substance itself, without the rest of the pill or mixture.</summary>
    ActualWeight,
}

/// <summary>§2D1.1(c), notes (E) to (G), and comment. (n.9): plants, doses and pills as weights.</summary>
public static class DrugMeasure
{
    /// <summary>Plants, which count as marihuana by weight.</summary>
    public const string Plants = "marihuana-plants";

    private const string Marihuana = "marihuana";

    /// <summary>LSD, which is counted in doses where it is on a carrier medium.</summary>
    public const string Lsd = "lsd";
    private const string Unit = "unit";
    private const string ActualGram = "gm-actual";

    /// <summary>By what the Manual measures a substance.</summary>
    public static DrugMeasureKind KindOf(string substance, Manual manual) =>
        IsCounted(substance, manual) ? DrugMeasureKind.Units
        : substance == Lsd && manual.Find<LsdDoses>() is not null ? DrugMeasureKind.Doses
        : PerOf(substance, manual) is ActualGram ? DrugMeasureKind.ActualWeight
        : DrugMeasureKind.Weight;

    /// <summary>The substance under which the table knows it: plants are marihuana.</summary>
    public static string InTable(string substance) => substance == Plants ? Marihuana : substance;

    /// <summary>True where the Manual measures the substance in units (pills, plants, doses counted as such) and not in grams.</summary>
    public static bool IsCounted(string substance, Manual manual) =>
        substance == Plants
        || manual.Find<DrugQuantityTable>()?.Terms.LinesOf(substance)?.Unit == "units"
        || PerOf(substance, manual) is Unit;

    /// <summary>
    /// LSD by its doses alone, where the Manual treats "each dose of LSD on the carrier medium as equal to" a weight: "do not use the weight of
    /// the LSD/carrier medium".
    /// </summary>
    public static IReadOnlyList<Drug> ByDoses(IReadOnlyList<Drug> drugs, Manual manual) =>
        HaveDosesAndWeight(drugs, manual) ? [.. drugs.Select(d => HasDosesAndWeight(d, manual) ? d with { Grams = null } : d)] : drugs;

    private static bool HaveDosesAndWeight(IReadOnlyList<Drug> drugs, Manual manual)
    {
        for (var i = 0; i < drugs.Count; i++)
        {
            if (HasDosesAndWeight(drugs[i], manual))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a record gives both the doses of LSD and a weight, and the Manual uses the doses.</summary>
    public static bool HasDosesAndWeight(Drug drug, Manual manual) =>
        drug is { Substance: Lsd, Count: not null, Grams: not null } && KindOf(Lsd, manual) == DrugMeasureKind.Doses;

    private static string? PerOf(string substance, Manual manual) =>
        manual.Find<DrugEquivalencies>()?.Terms.Entries.GetValueOrDefault(substance)?.Per;

    /// <summary>
    /// What one counted thing weighs: a plant in grams of marihuana, a dose or a pill in grams of its substance; one where units are the
    /// table's own measure. Null where the Manual says nothing.
    /// </summary>
    public static decimal? PerCount(string substance, decimal count, Manual manual)
    {
        if (substance == Plants)
        {
            var plants = manual.Get<MarihuanaPlants>().Terms;
            return plants.ManyFrom is { } many && count >= many ? plants.GramsPerPlantWhenMany : plants.GramsPerPlant;
        }

        return IsCounted(substance, manual) ? 1
            : substance == Lsd ? manual.Find<LsdDoses>()?.Terms.MilligramsPerDose / 1000
            : manual.Find<DoseWeights>()?.Terms.Milligrams.TryGetValue(substance, out var milligrams) == true ? milligrams / 1000
            : null;
    }

    /// <summary>
    /// The amount of a drug as this Manual measures it; null where the record's measure cannot be turned into the Manual's, such as grams
    /// of a substance that is counted by units.
    /// </summary>
    public static Quantity? Measured(Drug drug, Manual manual)
    {
        if (drug.Substance is not { } substance)
        {
            return null;
        }

        if (drug.ActualGrams is { } actual && KindOf(substance, manual) == DrugMeasureKind.ActualWeight)
        {
            return actual;
        }

        if (drug.Grams is { } grams && !IsCounted(substance, manual))
        {
            return grams;
        }

        if (drug.Count is not { } count || PerCount(substance, count.AtLeast, manual) is not { } low)
        {
            return null;
        }

        var high = count.LessThan is { } top ? top * PerCount(substance, top, manual) : null;
        return count.IsExact ? Quantity.Exactly(count.AtLeast * low) : Quantity.Between(count.AtLeast * low, high);
    }
}
