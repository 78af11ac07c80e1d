using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// The readings of one unknown quantity: the line is cut where a level changes under any stage of the law, never by grams, and each piece
/// is one reading.
/// </summary>
internal static class Segments
{
    private const decimal Nudge = 0.000001m;

    /// <summary>The readings of one drug among others that are exact.</summary>
    public static IReadOnlyList<QuantityReading> Of(IReadOnlyList<Drug> drugs, int unknown, IReadOnlyList<Manual> stages, bool explain)
    {
        var drug = drugs[unknown];
        if (drug.Substance is not { } substance)
        {
            return OfUnknownSubstance(drugs, unknown, stages, explain);
        }

        var byCount = DrugMeasure.IsCounted(substance, stages[0]) || (drug.Grams is null && drug.Count is not null);
        var known = (byCount ? drug.Count : drug.Grams) ?? Quantity.Unknown;
        var cuts = stages.SelectMany(m => Cuts(drugs, unknown, byCount, m)).Distinct();
        return Over(
            known,
            cuts,
            (amount, label) =>
                QuantityReadings.AtPoint(
                    [
                        .. drugs.Select(
                            (d, i) =>
                                i != unknown ? d
                                : byCount ? d with { Count = Quantity.Exactly(amount) }
                                : d with { Grams = Quantity.Exactly(amount) }
                        ),
                    ],
                    stages,
                    explain,
                    label
                )
        );
    }

    /// <summary>One reading for each piece of a quantity between the cuts, pieces with the same levels joined.</summary>
    public static IReadOnlyList<QuantityReading> Over(Quantity known, IEnumerable<decimal> cuts, Func<decimal, string, QuantityReading?> at)
    {
        var points = cuts.Where(c => c > known.AtLeast && (known.LessThan is not { } top || c < top))
            .Append(known.AtLeast)
            .Order()
            .ToList();
        var pieces = new List<(decimal From, QuantityReading Reading)>();
        foreach (var point in points)
        {
            if (at(point, "") is { } reading && (pieces.Count == 0 || !pieces[^1].Reading.Levels.SequenceEqual(reading.Levels)))
            {
                pieces.Add((point, reading));
            }
        }

        return
        [
            .. pieces.Select(
                (piece, i) =>
                {
                    var end = i + 1 < pieces.Count ? pieces[i + 1].From : known.LessThan;
                    var from = i == 0 && known.AtLeast == 0 ? "" : $">= {QuantityReadings.Number(piece.From)}";
                    var to = end is { } e ? $"< {QuantityReadings.Number(e)}" : "";
                    return piece.Reading with
                    {
                        Is = pieces.Count == 1 ? "" : string.Join(" and ", new[] { from, to }.Where(t => t.Length > 0)),
                    };
                }
            ),
        ];
    }

    /// <summary>A substance that the record does not name: every one that the table names.</summary>
    private static List<QuantityReading> OfUnknownSubstance(
        IReadOnlyList<Drug> drugs,
        int unknown,
        IReadOnlyList<Manual> stages,
        bool explain
    )
    {
        var readings = new List<QuantityReading>();
        IEnumerable<string> names = stages[0].Get<DrugQuantityTable>().Terms.Substances.Keys;
        foreach (var substance in drugs[unknown].Grams is null ? names.Append(DrugMeasure.Plants) : names)
        {
            var named = drugs.Select((d, i) => i == unknown ? d with { Substance = substance } : d).ToArray();
            foreach (var reading in QuantityReadings.OfDrugs(named, stages, _ => true, explain).Readings)
            {
                if (!readings.Exists(r => r.Levels.SequenceEqual(reading.Levels)))
                {
                    readings.Add(reading with { Is = $"{substance} {reading.Is}".TrimEnd() });
                }
            }
        }

        return readings;
    }

    /// <summary>The amounts, in the record's own measure, at which a level may change under one Manual.</summary>
    private static IEnumerable<decimal> Cuts(IReadOnlyList<Drug> drugs, int unknown, bool byCount, Manual manual)
    {
        var drug = drugs[unknown];
        var substance = DrugMeasure.InTable(drug.Substance!);
        var table = manual.Get<DrugQuantityTable>().Terms;
        var amounts = new List<decimal>();
        if (table.LinesOf(substance) is { } own)
        {
            amounts.AddRange(own.Lines.Select(l => l.AtLeast));
        }

        if (manual.Find<DrugEquivalencies>()?.Terms.Entries.GetValueOrDefault(substance) is { } entry)
        {
            amounts.AddRange(ConvertedCuts(drugs, unknown, entry, table, manual));
        }

        var method = manual.Get<CrackCombination>().Terms;
        amounts.AddRange(new[] { method.NoReductionFromGrams, method.NoReductionBelowGrams }.OfType<decimal>());
        if (!byCount)
        {
            return amounts;
        }

        var plants = manual.Get<MarihuanaPlants>().Terms;
        var counts = new List<decimal>();
        foreach (
            var perCount in new[] { 1m, plants.ManyFrom ?? 1m }
                .Select(n => DrugMeasure.PerCount(drug.Substance!, n, manual))
                .OfType<decimal>()
                .Distinct()
        )
        {
            counts.AddRange(amounts.Select(a => a / perCount));
        }

        if (plants.ManyFrom is { } many)
        {
            counts.Add(many);
        }

        return counts.Select(decimal.Ceiling);
    }

    private static IEnumerable<decimal> ConvertedCuts(
        IReadOnlyList<Drug> drugs,
        int unknown,
        Equivalency entry,
        DrugQuantityTable table,
        Manual manual
    )
    {
        var others = new List<DrugAmount>();
        for (var i = 0; i < drugs.Count; i++)
        {
            if (i != unknown && drugs[i].Substance is { } name && DrugMeasure.Measured(drugs[i], manual) is { } amount)
            {
                others.Add(new(DrugMeasure.InTable(name), amount.AtLeast, ""));
            }
        }

        var withoutCrack = others.Where(o => o.Substance != "cocaine-base").ToList();
        var byLevel = manual.Get<CrackCombination>().Terms.KilogramsPerGramByLevel.Values;
        var crack = others.Where(o => o.Substance == "cocaine-base").Sum(o => o.Amount);
        var plain = Kilograms(withoutCrack, manual);
        decimal[] rests = [Kilograms(others, manual), plain, .. byLevel.Select(k => plain + (crack * k))];
        var factors = byLevel.Select(k => k * 1000).Append(entry.Grams ?? 0).Where(f => f > 0).Distinct();
        var targets = table.LinesOf("marihuana")!.Lines.Select(l => l.AtLeast).ToArray();
        var caps = manual.Find<ScheduleCaps>()?.Terms.Caps.Select(c => c.Kilograms * 1000) ?? [];
        foreach (var factor in factors)
        {
            foreach (var target in targets)
            {
                foreach (var rest in rests.Distinct())
                {
                    var exact = (target - (rest * 1000)) / factor;
                    yield return exact;
                    yield return exact + Nudge;
                }
            }

            foreach (var cap in caps)
            {
                yield return cap / factor;
            }
        }
    }

    private static decimal Kilograms(List<DrugAmount> drugs, Manual manual) =>
        drugs.Count == 0 ? 0 : QuantityLevel.Weight(drugs, manual, explain: false)?.Value ?? 0;
}
