using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Chapter2;

/// <summary>§2D1.11(d) and (e) with their notes: the offense level that exact amounts of listed chemicals have.</summary>
public static class ChemicalLevel
{
    private const string CarrierOfEquivalents = "ephedrine";
    private const decimal GramsPerKilogram = 1000;

    /// <summary>The level of one chemical, or of several whose quantities are added.</summary>
    /// <param name="chemical">A chemical that a table of the Manual names.</param>
    /// <param name="amount">Grams or liters, as the table measures it.</param>
    /// <param name="manual">The Manual, read for §2D1.11.</param>
    /// <param name="facts">Where the record says so.</param>
    /// <param name="explain">Whether findings are kept.</param>
    /// <param name="basis">The finding that the amount rests on.</param>
    public static QuantityLevel.Result Of(string chemical, decimal amount, Manual manual, string facts, bool explain, Finding? basis = null)
    {
        var table = ChemicalTables.Naming(chemical, manual)!;
        var line = DrugQuantityTable.LineOf(table.Terms.LinesOf(chemical)!, amount);
        var why = explain
            ? new Finding(Step.ChemicalQuantityLevel, line.Level, table, facts, table.Terms.Paragraph(line.Level), basis)
            : null;
        return new(new(line.Level, why), line.Open);
    }

    /// <summary>Note (B) since 2001: the quantities added.</summary>
    public static QuantityLevel.Result OfAdded(string chemical, decimal amount, Manual manual, string facts, bool explain) =>
        Of(chemical, amount, manual, facts, explain, Sum(amount, manual, facts, explain));

    /// <summary>Until 2001: list I chemicals as ephedrine, under the cap, added and looked up in the lines of ephedrine.</summary>
    public static QuantityLevel.Result OfEquivalents(IReadOnlyList<DrugAmount> chemicals, Manual manual, bool explain)
    {
        var rule = manual.Get<ChemicalCombination>().Terms;
        var grams = chemicals.ToDictionary(c => c.Substance, c => c.Amount * rule.EphedrineGrams[c.Substance], StringComparer.Ordinal);
        var total = grams.Values.Sum();
        foreach (var cap in rule.Caps)
        {
            var capped = cap.Chemicals.Sum(c => grams.GetValueOrDefault(c));
            total -= Math.Max(0, capped - cap.Grams);
        }

        var facts = string.Join(' ', chemicals.Select(c => c.Path));
        return Of(CarrierOfEquivalents, total, manual, facts, explain, Sum(total, manual, facts, explain));
    }

    private static Finding? Sum(decimal grams, Manual manual, string facts, bool explain) =>
        explain
            ? new Finding(
                Step.CombinedChemicals,
                FindingValue.Kilograms(grams / GramsPerKilogram),
                manual.Get<ChemicalCombination>(),
                facts
            )
            : null;
}
