using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Chapter2;

/// <summary>How several chemicals become one level.</summary>
public enum ChemicalCombinationMethod
{
    /// <summary>Until 2001: list I chemicals as ephedrine, added up; the greatest of the others.</summary>
    ConvertToEphedrine,

    /// <summary>Since 2001: the single chemical with the greatest level.</summary>
    GreatestLevel,
}

/// <summary>Chemicals whose equivalents in ephedrine may not exceed a weight together.</summary>
public sealed record ChemicalCap
{
    /// <summary>The chemicals.</summary>
    public required IReadOnlyList<string> Chemicals { get; init; }

    /// <summary>Grams of ephedrine.</summary>
    public required decimal Grams { get; init; }
}

/// <summary>Chemicals that are used together, so that each is looked up by itself and the greatest level counts.</summary>
public sealed record ChemicalPair
{
    /// <summary>One of these.</summary>
    public required IReadOnlyList<string> Chemicals { get; init; }

    /// <summary>And one of these.</summary>
    public required IReadOnlyList<string> With { get; init; }

    /// <summary>Whether it names two chemicals together.</summary>
    public bool Names(string one, string other) =>
        (Chemicals.Contains(one) && With.Contains(other)) || (Chemicals.Contains(other) && With.Contains(one));
}

/// <summary>§2D1.11, the notes to the chemical quantity tables: several chemicals in one offense.</summary>
public sealed record ChemicalCombination
{
    /// <summary>The method.</summary>
    public required ChemicalCombinationMethod Method { get; init; }

    /// <summary>Grams of ephedrine for one gram of each list I chemical; only where the method asks for it.</summary>
    public IReadOnlyDictionary<string, decimal> EphedrineGrams { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Caps on the equivalents.</summary>
    public IReadOnlyList<ChemicalCap> Caps { get; init; } = [];

    /// <summary>Pairs that are not added.</summary>
    public IReadOnlyList<ChemicalPair> Separately { get; init; } = [];

    /// <summary>True where list I chemicals used together in one manufacturing process are not added either.</summary>
    public bool GreatestInSameProcess { get; init; }

    /// <summary>Chemicals whose quantities are added, where otherwise the greatest level counts.</summary>
    public IReadOnlyList<string> AddedTogether { get; init; } = [];
}

/// <summary>The quantity tables of the guideline that a Manual is read for: one in §2D1.1, one or two in §2D1.11.</summary>
public static class ChemicalTables
{
    /// <summary>The guideline for listed chemicals.</summary>
    public const string Guideline = "2D1.11";

    /// <summary>The table of ephedrine, pseudoephedrine and phenylpropanolamine, which stands beside that of the other chemicals since 2001.</summary>
    public const string Ephedrine = "ephedrine-quantity-table";

    /// <summary>True where the Manual is read for §2D1.11.</summary>
    public static bool AreOf(Manual manual) => manual.Guideline == Guideline;

    /// <summary>Every table of the guideline.</summary>
    public static IReadOnlyList<Provision<DrugQuantityTable>> Of(Manual manual)
    {
        var (first, second) = (manual.Find<DrugQuantityTable>(), AreOf(manual) ? manual.Find<DrugQuantityTable>(Ephedrine) : null);
        return first is null ? (second is null ? [] : [second])
            : second is null ? [first]
            : [first, second];
    }

    /// <summary>The table that names a chemical; null where none does.</summary>
    public static Provision<DrugQuantityTable>? Naming(string chemical, Manual manual) =>
        Of(manual).FirstOrDefault(table => table.Terms.LinesOf(chemical) is not null);

    /// <summary>True where both Manuals have the same tables.</summary>
    public static bool Same(Manual a, Manual b) =>
        ReferenceEquals(a.Find<DrugQuantityTable>(), b.Find<DrugQuantityTable>())
        && (!AreOf(a) || ReferenceEquals(a.Find<DrugQuantityTable>(Ephedrine), b.Find<DrugQuantityTable>(Ephedrine)));
}
