namespace SecondLook.Sentencing.Chapter2;

/// <summary>One entry of the Drug Equivalency (from 2018 Drug Conversion) Tables, §2D1.1, comment. (n.8(D)).</summary>
/// <param name="Group">The group whose caps and minimum levels apply, such as <c>opiate</c> or <c>schedule-4</c>.</param>
/// <param name="Per">What the factor is for: <c>gm</c>, <c>gm-actual</c> (the substance itself), <c>ml</c> or <c>unit</c>.</param>
/// <param name="Grams">Grams of marihuana, from 2018 of converted drug weight, for one of it; null where another rule converts it.</param>
/// <param name="Source">Where it was keyed from.</param>
public sealed record Equivalency(string Group, string Per, decimal? Grams, string Source);

/// <summary>§2D1.1, comment. (n.8(D)): what a substance weighs in marihuana or converted drug weight.</summary>
public sealed class DrugEquivalencies(IReadOnlyDictionary<string, Equivalency> entries) : Law.IAmendable<EquivalencyEdit, DrugEquivalencies>
{
    /// <summary>The entries by substance.</summary>
    public IReadOnlyDictionary<string, Equivalency> Entries { get; } = entries;

    /// <inheritdoc/>
    public DrugEquivalencies Amend(EquivalencyEdit edit)
    {
        var amended = new Dictionary<string, Equivalency>(Entries, StringComparer.Ordinal);
        foreach (var (substance, entry) in edit.Entries)
        {
            amended[substance] = entry;
        }

        return new(amended);
    }
}

/// <summary>Entries that an amendment changes or adds.</summary>
public sealed record EquivalencyEdit(IReadOnlyDictionary<string, Equivalency> Entries);
