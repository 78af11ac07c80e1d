using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// §2D1.1(c): one substance alone that the table of every stage names and measures by its weight. Between two weights at which a line of some
/// stage begins every weight has the same levels for the same reasons, so that they are found once for all records.
/// </summary>
internal sealed class WeightStretches
{
    private static readonly QuantityReadings None = new([], DrugsFact);
    private const string DrugsFact = "offense.drugs";

    private readonly decimal[] begins;
    private readonly QuantityReadings[] readings;
    private readonly int[] levels;

    private WeightStretches(string substance, IReadOnlyList<Manual> stages, bool explain)
    {
        begins =
        [
            .. stages.SelectMany(m => m.Get<DrugQuantityTable>().Terms.LinesOf(substance)!.Lines).Select(l => l.AtLeast).Distinct().Order(),
        ];
        readings =
        [
            .. begins.Select(grams => new QuantityReadings(
                [QuantityReadings.AtPoint([new(substance, Quantity.Exactly(grams), null)], stages, explain, "")!],
                DrugsFact
            )),
        ];
        levels = [.. readings.Select(r => r.Readings[0].Levels[0])];
    }

    /// <summary>The stretches of a substance; null where its weight does not decide, or not alone.</summary>
    public static WeightStretches? Of(string substance, IReadOnlyList<Manual> stages, bool explain) =>
        stages.All(m =>
            !ChemicalTables.AreOf(m)
            && m.Find<DrugQuantityTable>()?.Terms.LinesOf(substance) is not null
            && DrugMeasure.KindOf(substance, m) == DrugMeasureKind.Weight
        )
            ? new(substance, stages, explain)
            : null;

    /// <summary>The reading of a weight; none where its level under the Manual used does not fit.</summary>
    public QuantityReadings At(decimal grams, Func<int, bool> fits)
    {
        var found = Array.BinarySearch(begins, grams);
        var at = Math.Max(0, found >= 0 ? found : ~found - 1);
        return fits(levels[at]) ? readings[at] : None;
    }
}
