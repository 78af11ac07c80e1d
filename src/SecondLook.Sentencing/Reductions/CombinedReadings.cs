using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// The readings of several unknown quantities together. Everything but cocaine base weighs the same in marihuana at every stage of the
/// law, so two numbers are enough: grams of cocaine base, and kilograms of all the rest. The levels change along straight lines; the
/// corners where these lines meet are tried, which finds every combination of levels that exists.
/// </summary>
internal static class CombinedReadings
{
    private const string CocaineBase = "cocaine-base";
    private const string Marihuana = "marihuana";
    private const decimal Nudge = 0.000001m;

    /// <summary>The most points that are tried for one record; beyond them the readings are not all known.</summary>
    private const int MostPoints = 20_000;

    /// <summary>The readings; null where they cannot all be found, because a cap weighs one of the substances or there are too many points.</summary>
    public static IReadOnlyList<QuantityReading>? Of(IReadOnlyList<Drug> drugs, int[] unknown, IReadOnlyList<Manual> stages, bool explain)
    {
        if (unknown.Any(i => drugs[i].Substance is null))
        {
            return QuantityReadings.EveryLine(stages, explain);
        }

        var crack = unknown.Where(i => drugs[i].Substance == CocaineBase).DefaultIfEmpty(-1).First();
        var rest = unknown.Where(i => i != crack).ToArray();
        var carrier = drugs[rest[0]];
        if (Factor(carrier, stages[0]) is not { } carrierFactor || unknown.Any(i => IsMoreThanAWeight(drugs[i], stages)))
        {
            return null;
        }

        var known = drugs.Where((_, i) => !unknown.Contains(i)).ToArray();
        var (restLow, restHigh) = Bounds(rest.Select(i => drugs[i]), stages[0]);
        var crackKnown = crack < 0 ? null : (Quantity?)(drugs[crack].Grams ?? Quantity.Unknown);
        QuantityReading? At(decimal crackGrams, decimal restKilograms)
        {
            var amount = Quantity.Exactly(restKilograms * 1000 / carrierFactor);
            Drug restAsCarrier = DrugMeasure.IsCounted(carrier.Substance!, stages[0])
                ? new(Marihuana, Quantity.Exactly(restKilograms * 1000), null)
                : new(carrier.Substance, amount, null);
            List<Drug> all =
            [
                .. known,
                restAsCarrier,
                new(Marihuana, Quantity.Exactly(0), null),
                .. rest.Skip(1).Select(i => Nothing(drugs[i], stages[0])),
            ];
            if (crackKnown is not null)
            {
                all.Add(new(CocaineBase, Quantity.Exactly(crackGrams), null));
            }

            return QuantityReadings.AtPoint(all, stages, explain, "");
        }

        var points = 0;
        var found = new Dictionary<string, QuantityReading>(StringComparer.Ordinal);
        var rests = Targets(stages).ToArray();
        var factors = stages.SelectMany(CrackKilogramsPerGram).Distinct().ToArray();
        foreach (
            var grams in crackKnown is { } c ? CrackPoints(stages, factors, rests).Where(c.Contains).Append(c.AtLeast).Distinct() : [0m]
        )
        {
            var kilograms = rests
                .SelectMany(t => factors.Select(f => t - (f * grams)).Append(t))
                .SelectMany(x => new[] { x, x + Nudge })
                .Append(restLow)
                .Distinct();
            foreach (var kg in kilograms.Where(k => k >= restLow && (restHigh is not { } top || k < top)))
            {
                if (++points > MostPoints)
                {
                    return null;
                }

                if (At(grams, kg) is { } reading)
                {
                    found.TryAdd(string.Join(' ', reading.Levels), reading);
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

    /// <summary>None of a substance, so that its minimum level still counts.</summary>
    private static Drug Nothing(Drug drug, Manual manual) =>
        DrugMeasure.IsCounted(drug.Substance!, manual)
            ? new(drug.Substance, null, Quantity.Exactly(0))
            : new(drug.Substance, Quantity.Exactly(0), null);

    /// <summary>
    /// A substance whose part in the whole is not its weight times one factor at every stage: it is capped, it cannot be weighed, it is
    /// counted in plants, or a listed amendment changes its factor.
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
                m.Find<DrugEquivalencies>()?.Terms.Entries.GetValueOrDefault(substance) is not { Grams: { } factor } entry
                || factor != Factor(drug, stages[0])
                || m.Find<ScheduleCaps>()?.Terms.Caps.Any(c => c.Groups.Contains(entry.Group)) == true
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

    private static IEnumerable<decimal> CrackKilogramsPerGram(Manual manual)
    {
        var byLevel = manual.Get<CrackCombination>().Terms.KilogramsPerGramByLevel.Values;
        return manual.Get<DrugEquivalencies>().Terms.Entries.GetValueOrDefault(CocaineBase)?.Grams is { } grams
            ? byLevel.Append(grams / 1000)
            : byLevel;
    }

    /// <summary>Grams of cocaine base at which two lines can meet.</summary>
    private static IEnumerable<decimal> CrackPoints(IReadOnlyList<Manual> stages, decimal[] factors, decimal[] targets)
    {
        foreach (var manual in stages)
        {
            foreach (var line in manual.Get<DrugQuantityTable>().Terms.LinesOf(CocaineBase)?.Lines ?? [])
            {
                yield return line.AtLeast;
            }

            var method = manual.Get<CrackCombination>().Terms;
            foreach (var limit in new[] { method.NoReductionFromGrams, method.NoReductionBelowGrams }.OfType<decimal>())
            {
                yield return limit;
            }
        }

        foreach (var a in factors)
        {
            foreach (var target in targets)
            {
                yield return target / a;
            }

            foreach (var b in factors.Where(f => f < a))
            {
                foreach (var difference in targets.SelectMany(t => targets.Where(u => u < t).Select(u => t - u)).Distinct())
                {
                    yield return difference / (a - b);
                    yield return (difference / (a - b)) + Nudge;
                }
            }
        }
    }
}
