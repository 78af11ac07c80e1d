using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// The readings of listed chemicals under §2D1.11. Every chemical is looked up by itself, or with those it is added to, in the lines of its
/// table; an unknown quantity is cut where a level changes under any stage of the law; the greatest level counts at each stage.
/// </summary>
internal static class ChemicalReadings
{
    /// <summary>The readings; null where the facts do not say how the chemicals combine, none where the Manual does not name one of them.</summary>
    public static IReadOnlyList<QuantityReading>? Of(IReadOnlyList<Drug> drugs, IReadOnlyList<Manual> stages, bool explain)
    {
        if (drugs.Any(d => d.Substance is null))
        {
            return null;
        }

        if (drugs.Any(d => ChemicalTables.Naming(d.Substance!, stages[0]) is null))
        {
            return [];
        }

        var rule = stages[0].Get<ChemicalCombination>().Terms;
        var parts = Parts(drugs, stages[0], rule);
        var convertible = parts.Where(p => rule.EphedrineGrams.ContainsKey(p.Chemical)).ToList();
        if (convertible.Count < 2)
        {
            return Greatest(parts.Select(p => p.Readings(stages, explain)), parts.Count(p => !p.Total.IsExact) < 2);
        }

        var others = parts.Except(convertible).Select(p => p.Readings(stages, explain)).ToList();
        var ways = Ways(convertible, rule, stages, explain);
        return ways?.SelectMany(way => Greatest([.. others, [way]], keepLabels: true)).ToList();
    }

    /// <summary>Every line of the tables of the Manual used, once for each way in which its level moves.</summary>
    public static IReadOnlyList<QuantityReading> EveryLine(IReadOnlyList<Manual> stages, bool explain) =>
        [
            .. ChemicalTables
                .Of(stages[0])
                .SelectMany(t => t.Terms.Substances.Keys)
                .SelectMany(chemical =>
                    Of([new(chemical, null, null)], stages, explain)!.Select(r => r with { Is = $"{chemical} {r.Is}".TrimEnd() })
                )
                .OrderBy(r => r.Open)
                .DistinctBy(r => string.Join(' ', r.Levels)),
        ];

    /// <summary>A quantity as the table measures the chemical; unknown where the record measures it in another way.</summary>
    public static Quantity Measured(Drug drug, Manual manual) =>
        ChemicalTables.Naming(drug.Substance!, manual)?.Terms.LinesOf(drug.Substance!)?.Unit == "g"
            ? drug.Grams ?? Quantity.Unknown
            : Quantity.Unknown;

    /// <summary>What is looked up together: entries of one chemical, and since 2001 the chemicals of the ephedrine table.</summary>
    private static List<Part> Parts(IReadOnlyList<Drug> drugs, Manual manual, ChemicalCombination rule) =>
        [
            .. drugs
                .Select((drug, i) => (Drug: drug, Path: RecordPaths.Drug(i)))
                .GroupBy(d => rule.AddedTogether.Contains(d.Drug.Substance!) ? rule.AddedTogether[0] : d.Drug.Substance!)
                .Select(group => new Part(
                    group.First().Drug.Substance!,
                    group.Select(d => Measured(d.Drug, manual)).Aggregate(Sum),
                    string.Join(' ', group.Select(d => d.Path)),
                    group.Select(d => d.Drug.Substance).Distinct().Count() > 1
                )),
        ];

    private static Quantity Sum(Quantity a, Quantity b) =>
        a.IsExact && b.IsExact
            ? Quantity.Exactly(a.AtLeast + b.AtLeast)
            : Quantity.Between(a.AtLeast + b.AtLeast, (a.IsExact ? a.AtLeast : a.LessThan) + (b.IsExact ? b.AtLeast : b.LessThan));

    /// <summary>
    /// Until 2001: the ways in which several list I chemicals may combine. Whether they were used together in one process is no fact of the
    /// record, so both are tried. Null where that is not enough, because an amount is not known or three are used and two of them together.
    /// </summary>
    private static List<QuantityReading>? Ways(List<Part> chemicals, ChemicalCombination rule, IReadOnlyList<Manual> stages, bool explain)
    {
        var pair = rule.Separately.Any(s => chemicals.Any(a => chemicals.Any(b => s.Names(a.Chemical, b.Chemical))));
        if (chemicals.Any(c => !c.Total.IsExact) || (pair && chemicals.Count > 2))
        {
            return null;
        }

        var greatest = Greatest(chemicals.Select(c => c.Readings(stages, explain)), keepLabels: true)
            .Select(r => r with { Is = "used together in one process" });
        if (pair)
        {
            return [.. greatest];
        }

        DrugAmount[] amounts = [.. chemicals.Select(c => new DrugAmount(c.Chemical, c.Total.AtLeast, c.Path))];
        var added = Part.At(stages, explain, "used in different processes", (m, why) => ChemicalLevel.OfEquivalents(amounts, m, why));
        return rule.GreatestInSameProcess
            ? [added, .. greatest.Where(g => !g.Levels.SequenceEqual(added.Levels))]
            : [added with { Is = "" }];
    }

    /// <summary>The greatest level at each stage, for every combination of readings.</summary>
    private static List<QuantityReading> Greatest(IEnumerable<IReadOnlyList<QuantityReading>> parts, bool keepLabels)
    {
        List<QuantityReading> found = [];
        foreach (var part in parts)
        {
            found =
                found.Count == 0
                    ? [.. part]
                    : [.. found.SelectMany(a => part.Select(b => Greater(a, b))).DistinctBy(r => $"{string.Join(' ', r.Levels)} {r.Open}")];
        }

        return keepLabels ? found : [.. found.Select(r => r with { Is = $"drug quantity level {r.Levels[0]}, amended {r.Levels[^1]}" })];
    }

    private static QuantityReading Greater(QuantityReading a, QuantityReading b) =>
        new(
            [.. a.Levels.Zip(b.Levels, Math.Max)],
            a.Levels[0] >= b.Levels[0] ? a.Original : b.Original,
            a.Levels[^1] >= b.Levels[^1] ? a.Amended : b.Amended,
            (a.Open && a.Levels[^1] >= b.Levels[^1]) || (b.Open && b.Levels[^1] >= a.Levels[^1]),
            string.Join(" ", new[] { a.Is, b.Is }.Where(label => label.Length > 0))
        );

    /// <summary>One lookup in the tables.</summary>
    private sealed record Part(string Chemical, Quantity Total, string Path, bool Added)
    {
        public IReadOnlyList<QuantityReading> Readings(IReadOnlyList<Manual> stages, bool explain)
        {
            QuantityReading AtAmount(decimal amount, string label) =>
                At(
                    stages,
                    explain,
                    label,
                    (m, why) =>
                        Added ? ChemicalLevel.OfAdded(Chemical, amount, m, Path, why) : ChemicalLevel.Of(Chemical, amount, m, Path, why)
                );
            return Total.IsExact
                ? [AtAmount(Total.AtLeast, "")]
                : Segments.Over(
                    Total,
                    stages.SelectMany(m => ChemicalTables.Naming(Chemical, m)!.Terms.LinesOf(Chemical)!.Lines).Select(l => l.AtLeast),
                    AtAmount
                );
        }

        /// <summary>The levels of one lookup at each stage, explained at the first and at the last.</summary>
        public static QuantityReading At(
            IReadOnlyList<Manual> stages,
            bool explain,
            string label,
            Func<Manual, bool, QuantityLevel.Result> levelOf
        )
        {
            QuantityLevel.Result[] results = [.. stages.Select((m, i) => levelOf(m, explain && (i == 0 || i == stages.Count - 1)))];
            return new([.. results.Select(r => r.Level.Value)], results[0].Level, results[^1].Level, results.Any(r => r.Open), label);
        }
    }
}
