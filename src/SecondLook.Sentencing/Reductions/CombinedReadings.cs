using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// The readings of several unknown quantities together. Everything but cocaine base weighs the same in marihuana at every stage of the
/// law, up to its cap, so three numbers are enough: grams of cocaine base, kilograms of one capped substance, and kilograms of all the rest.
/// The levels change along straight lines (<see cref="Steps"/>), which finds every combination of levels that exists.
/// </summary>
internal static class CombinedReadings
{
    private const string CocaineBase = "cocaine-base";
    private const string Marihuana = "marihuana";
    private const decimal Nudge = 0.000001m;

    /// <summary>The most points that are tried for one record; beyond them the readings are not all known.</summary>
    private const int MostPoints = 20_000;

    /// <summary>
    /// Comment. (n.10(D)) of the Manuals from November 2007 to 2010: cocaine base with other drugs has a level that no single drug has, whatever
    /// the other drugs are. Under every other Manual a mixture moves as a weight of marihuana does, and there is nothing to add.
    /// </summary>
    public static IReadOnlyList<QuantityReading> OfCocaineBaseWithOthers(IReadOnlyList<Manual> stages, bool explain) =>
        stages.All(m => m.Get<CrackCombination>().Terms.Method == CrackCombinationMethod.Ordinary)
            ? []
            : Of([new(CocaineBase, null, null), new(Marihuana, null, null)], [0, 1], stages, explain)
                ?? throw new InvalidOperationException("there are more points than are tried");

    /// <summary>
    /// The readings; null where they cannot all be found, because several of the substances are capped, one cannot be weighed, or there are too
    /// many points.
    /// </summary>
    public static IReadOnlyList<QuantityReading>? Of(IReadOnlyList<Drug> drugs, int[] unknown, IReadOnlyList<Manual> stages, bool explain)
    {
        if (unknown.Any(i => drugs[i].Substance is null))
        {
            return QuantityReadings.EveryLine(stages, explain);
        }

        var crack = unknown.Where(i => drugs[i].Substance == CocaineBase).DefaultIfEmpty(-1).First();
        var capped = unknown.Where(i => i != crack && IsCapped(drugs[i], stages)).ToArray();
        var rest = unknown.Where(i => i != crack && !capped.Contains(i)).ToArray();
        if (capped.Length > 1 || unknown.Any(i => IsMoreThanAWeight(drugs[i], stages)))
        {
            return null;
        }

        var known = drugs.Where((_, i) => !unknown.Contains(i)).ToArray();
        var crackApart = known.Where(d => d.Substance == CocaineBase).Sum(d => d.Grams?.AtLeast ?? 0);
        var (restLow, restHigh) = Bounds(rest.Select(i => drugs[i]), stages[0]);
        var crackKnown = crack < 0 ? null : (Quantity?)(drugs[crack].Grams ?? Quantity.Unknown);
        Drug[] With(decimal crackGrams, decimal cappedKilograms) =>
            [
                .. known,
                .. crackKnown is null ? (Drug[])[] : [new(CocaineBase, Quantity.Exactly(crackGrams), null)],
                .. capped.Select(i => Weighing(drugs[i], cappedKilograms, stages[0])),
            ];
        var points = 0;
        var found = new Dictionary<string, QuantityReading>(StringComparer.Ordinal);
        var targets = Targets(stages).ToArray();
        foreach (var cappedKilograms in capped is [var only] ? CappedPoints(drugs[only], stages, targets) : [0m])
        {
            var withoutCrack = With(0, cappedKilograms).Where(d => d.Substance != CocaineBase).ToArray();
            Steps.Line[] lines = [Steps.At(restLow), .. stages.SelectMany(m => Steps.Of(m, withoutCrack, crackApart)).Distinct()];
            foreach (var (grams, kg) in Steps.Points(lines, [.. stages.SelectMany(m => Steps.CrackLimits(m, crackApart))], crackKnown))
            {
                if (kg < restLow || (rest.Length > 0 ? kg >= restHigh : kg != 0))
                {
                    continue;
                }

                if (++points > MostPoints)
                {
                    return null;
                }

                List<Drug> all = [.. With(grams, cappedKilograms), new(Marihuana, Quantity.Exactly(0), null)];
                all.AddRange(rest.Select((i, place) => Weighing(drugs[i], place == 0 ? kg : 0, stages[0])));
                if (QuantityReadings.AtPoint(all, stages, explain: false, "") is { } reading)
                {
                    var levels = string.Join(' ', reading.Levels);
                    if (!found.ContainsKey(levels))
                    {
                        found.Add(levels, explain ? QuantityReadings.AtPoint(all, stages, explain, "")! : reading);
                    }
                }
            }
        }

        return
        [
            .. found
                .OrderBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => f.Value with { Is = $"drug quantity level {f.Value.Levels[0]}, amended {f.Value.Levels[^1]}" }),
        ];
    }

    /// <summary>So much of a substance that it weighs these kilograms in marihuana, before any cap; with zero its minimum level still counts.</summary>
    private static Drug Weighing(Drug drug, decimal kilograms, Manual manual)
    {
        var amount = Quantity.Exactly(kilograms * 1000 / Factor(drug, manual)!.Value);
        return DrugMeasure.IsCounted(drug.Substance!, manual) ? new(drug.Substance, null, amount) : new(drug.Substance, amount, null);
    }

    private static bool IsCapped(Drug drug, IReadOnlyList<Manual> stages) =>
        drug.Substance is { } substance
        && stages.Any(m =>
            m.Find<DrugEquivalencies>()?.Terms.Entries.GetValueOrDefault(DrugMeasure.InTable(substance)) is { } entry
            && m.Find<ScheduleCaps>()?.Terms.Caps.Any(c => c.Groups.Contains(entry.Group)) == true
        );

    /// <summary>Kilograms of a capped substance at which a line of the table can be crossed beside others, or a cap is reached.</summary>
    private static IEnumerable<decimal> CappedPoints(Drug drug, IReadOnlyList<Manual> stages, decimal[] targets)
    {
        var (low, high) = Bounds([drug], stages[0]);
        var caps = stages.SelectMany(m => m.Find<ScheduleCaps>()?.Terms.Caps ?? []).Select(c => c.Kilograms).Distinct().ToArray();
        var most = caps.Max();
        var between = targets.SelectMany(t => targets.Select(u => t - u)).Where(d => d >= -most && d <= most).Distinct().ToArray();
        return caps.Append(0)
            .SelectMany(c => between.Select(d => c + d))
            .SelectMany(x => new[] { x, x + Nudge })
            .Append(low)
            .Where(x => x >= low && (high is not { } top || x < top) && (x == low || x <= most + Nudge))
            .Distinct();
    }

    /// <summary>
    /// A substance whose part in the whole is not its weight times one factor at every stage, caps aside: it cannot be weighed, it is counted in
    /// plants, or a listed amendment changes its factor.
    /// </summary>
    private static bool IsMoreThanAWeight(Drug drug, IReadOnlyList<Manual> stages)
    {
        if (drug.Substance == CocaineBase)
        {
            return false;
        }

        var substance = DrugMeasure.InTable(drug.Substance!);
        return substance != drug.Substance
            || stages.Any(m =>
                m.Find<DrugEquivalencies>()?.Terms.Entries.GetValueOrDefault(substance) is not { Grams: > 0 and { } factor }
                || factor != Factor(drug, stages[0])
            );
    }

    private static decimal? Factor(Drug drug, Manual manual) =>
        manual.Find<DrugEquivalencies>()?.Terms.Entries.GetValueOrDefault(DrugMeasure.InTable(drug.Substance!))?.Grams;

    private static (decimal Low, decimal? High) Bounds(IEnumerable<Drug> drugs, Manual manual)
    {
        var (low, high) = (0m, (decimal?)0m);
        foreach (var drug in drugs)
        {
            var amount = DrugMeasure.Measured(drug, manual) ?? Quantity.Unknown;
            var factor = (Factor(drug, manual) ?? 0) / 1000;
            low += amount.AtLeast * factor;
            high += amount.LessThan * factor;
        }

        return (low, high);
    }

    private static IEnumerable<decimal> Targets(IReadOnlyList<Manual> stages) =>
        stages.SelectMany(m => m.Get<DrugQuantityTable>().Terms.LinesOf(Marihuana)!.Lines).Select(l => l.AtLeast / 1000).Distinct();
}
