using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>What is met on the way through the readings of one record: contradictions, presumptions, law that is not at hand.</summary>
internal sealed class ReadingNotes
{
    private SortedSet<string>? disagreements;
    private SortedSet<string>? remarks;

    public IReadOnlyList<string> Disagreements => disagreements is null ? [] : [.. disagreements];

    public IReadOnlyList<string> Remarks => remarks is null ? [] : [.. remarks];

    /// <summary>True where not everything that the drug facts could mean was tried.</summary>
    public bool Incomplete { get; set; }

    public void Disagree(string what) => (disagreements ??= new(StringComparer.Ordinal)).Add(what);

    public void Remark(string what) => (remarks ??= new(StringComparer.Ordinal)).Add(what);

    public void Disagreement(IReadOnlyList<Drug> drugs, IReadOnlyList<Manual> stages, Offense offense, bool explain)
    {
        var given = QuantityReadings
            .OfDrugs(drugs, stages, _ => true, explain)
            .Readings.Select(r => r.Levels[0])
            .Distinct()
            .Order()
            .ToList();
        var stated = offense.DrugQuantityLevel is { } level
            ? $"drug quantity level {level}"
            : $"base offense level {offense.BaseOffenseLevel}";
        Disagree(
            given.Count == 0
                ? $"the Manual gives no level for the substances recorded; the court found {stated}"
                : $"the recorded quantity gives drug quantity level {string.Join(" or ", given)}; the court found {stated}, which is used"
        );
    }

    public void ConvertedDisagreement(Quantity kilograms, Offense offense) =>
        Disagree(
            $"a converted weight of {QuantityReadings.Number(kilograms.AtLeast)} kg does not give the level that the court found ({offense.DrugQuantityLevel ?? offense.BaseOffenseLevel}), which is used"
        );

    public void BaseDisagreement(Offense offense, string guideline) =>
        Disagree(
            $"drug quantity level {offense.DrugQuantityLevel} does not give base offense level {offense.BaseOffenseLevel} under §{guideline}; the level of the table is used"
        );

    public void NotWeighed(IReadOnlyList<Drug> drugs) =>
        Remark(
            $"the Manual used gives no way to weigh {string.Join(", ", drugs.Select(d => d.Substance ?? "an unnamed substance"))} as recorded"
        );

    public void NoSuchLevel(int level) => Disagree($"the Drug Quantity Table has no level {level}; it is taken as the court found it");

    public void UnitsDisagreement() =>
        Disagree("the recorded units of the groups of counts are not those of their levels (§3D1.4); the levels are used");

    public void TotalDisagreement(int stated, IEnumerable<int> computed) =>
        Disagree(
            $"the recorded parts add up to a total offense level of {string.Join(" or ", computed)}; the court found {stated}, which is used"
        );
}
