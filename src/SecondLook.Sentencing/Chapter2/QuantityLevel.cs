using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Chapter2;

/// <summary>
/// §2D1.1(a)(5), (c) and comment. (n.8): the offense level that the Drug Quantity Table gives for exact amounts. One substance that the
/// table names is looked up in its own line; any other, and several together, through marihuana equivalency (from 2018 converted drug
/// weight), with the caps, the minimum levels and the crack rules of the Manual that is applied.
/// </summary>
public static class QuantityLevel
{
    private const string CocaineBase = "cocaine-base";
    private const string Marihuana = "marihuana";
    private const decimal GramsPerKilogram = 1000;

    /// <summary>A level, with a mark where a substituted amendment's text leaves it open.</summary>
    public readonly record struct Result(Found<int> Level, bool Open);

    /// <summary>The level of exact amounts; null where the Manual gives no way to weigh one of them.</summary>
    /// <param name="drugs">Amounts of different substances, at least one.</param>
    /// <param name="manual">The Manual, as printed or with amendments substituted.</param>
    /// <param name="explain">Whether findings are kept.</param>
    public static Result? Of(IReadOnlyList<DrugAmount> drugs, Manual manual, bool explain)
    {
        var table = manual.Get<DrugQuantityTable>();
        if (drugs.Count == 1 && table.Terms.LinesOf(drugs[0].Substance) is { } lines)
        {
            return LineOf(table, lines, drugs[0].Amount, explain, drugs[0].Path, explain ? DoseWeight(drugs[0]) : null);
        }

        return Combined(drugs, table, manual, explain);
    }

    /// <summary>True where two Manuals share every rule by which a quantity becomes a level.</summary>
    public static bool SameRules(Manual a, Manual b) =>
        ChemicalTables.Same(a, b)
        && Same<DrugEquivalencies>(a, b)
        && Same<ScheduleCaps>(a, b)
        && Same<CrackCombination>(a, b)
        && Same<MarihuanaPlants>(a, b)
        && Same<LsdDoses>(a, b)
        && Same<DoseWeights>(a, b)
        && Same<MinimumQuantityLevels>(a, b)
        && Same<ChemicalCombination>(a, b);

    private static bool Same<T>(Manual a, Manual b)
        where T : class => ReferenceEquals(a.Find<T>(), b.Find<T>());

    /// <summary>The level of a weight that is already converted, in kilograms of marihuana or converted drug weight.</summary>
    public static Result OfConverted(decimal kilograms, Manual manual, bool explain, string? facts, Finding? basis = null)
    {
        var table = manual.Get<DrugQuantityTable>();
        return LineOf(table, table.Terms.LinesOf(Marihuana)!, kilograms * GramsPerKilogram, explain, facts, basis);
    }

    private static Result LineOf(
        Provision<DrugQuantityTable> table,
        SubstanceLines lines,
        decimal amount,
        bool explain,
        string? facts,
        Finding? basis
    )
    {
        var line = DrugQuantityTable.LineOf(lines, amount);
        var why = explain ? new Finding(Step.DrugQuantityLevel, line.Level, table, facts, table.Terms.Paragraph(line.Level), basis) : null;
        return new(new(line.Level, why), line.Open);
    }

    private static Result? Combined(IReadOnlyList<DrugAmount> drugs, Provision<DrugQuantityTable> table, Manual manual, bool explain)
    {
        var method = manual.Get<CrackCombination>();
        var crack = drugs.FirstOrDefault(d => d.Substance == CocaineBase);
        var special = drugs.Count > 1 && crack.Substance is not null && method.Terms.Method != CrackCombinationMethod.Ordinary;
        if (
            Weight(
                drugs,
                manual,
                explain,
                leaveOut: special && method.Terms.Method == CrackCombinationMethod.FactorByLevel ? CocaineBase : null
            )
            is not { } weight
        )
        {
            return null;
        }

        Result? result = special switch
        {
            false => OfConverted(weight.Value, manual, explain, null, weight.Why),
            true when method.Terms.Method == CrackCombinationMethod.FactorByLevel => FactorByLevel(weight, crack, method, manual, explain),
            true => ReduceCombined(weight, drugs, crack, method, manual, explain),
        };
        return result is { } found ? AtLeastMinimum(found, drugs, manual, explain) : null;
    }

    /// <summary>The converted weight of all substances in kilograms, capped as the provisos of n.8(D) say.</summary>
    public static Found<decimal>? Weight(IReadOnlyList<DrugAmount> drugs, Manual manual, bool explain, string? leaveOut = null)
    {
        var equivalencies = manual.Get<DrugEquivalencies>();
        var byGroup = new List<(string Group, decimal Kilograms)>(drugs.Count);
        List<Finding>? parts = explain ? [] : null;
        foreach (var drug in drugs)
        {
            if (drug.Substance == leaveOut)
            {
                continue;
            }

            if (!equivalencies.Terms.Entries.TryGetValue(drug.Substance, out var entry) || entry.Grams is not { } factor)
            {
                return null;
            }

            var kilograms = drug.Amount * factor / GramsPerKilogram;
            byGroup.Add((entry.Group, kilograms));
            parts?.Add(new Finding(Step.ConvertedWeight, FindingValue.Kilograms(kilograms), equivalencies, drug.Path, 0, DoseWeight(drug)));
        }

        var caps = manual.Find<ScheduleCaps>();
        var total = caps is null ? byGroup.Sum(g => g.Kilograms) : Capped(byGroup, caps, parts);
        var law =
            caps is not null && byGroup.Exists(g => caps.Terms.Caps.Any(c => c.Groups.Contains(g.Group))) ? (Provision)caps : equivalencies;
        return new(total, parts is null ? null : new Finding(Step.CombinedWeight, FindingValue.Kilograms(total), law, null, 0, [.. parts]));
    }

    /// <summary>What doses of LSD on a carrier medium weigh; null where the record gives the weight.</summary>
    private static Finding? DoseWeight(DrugAmount drug) =>
        drug.ByDoses is { } law
            ? new Finding(Step.DoseWeight, FindingValue.Kilograms(drug.Amount / GramsPerKilogram), law, drug.Path)
            : null;

    /// <summary>Each schedule under its own cap, added up, then under the cap they share (n.8(B)).</summary>
    private static decimal Capped(List<(string Group, decimal Kilograms)> byGroup, Provision<ScheduleCaps> caps, List<Finding>? parts)
    {
        var weights = byGroup
            .GroupBy(g => g.Group, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(x => x.Kilograms), StringComparer.Ordinal);
        foreach (var cap in caps.Terms.Caps)
        {
            var sum = cap.Groups.Sum(g => weights.GetValueOrDefault(g));
            if (sum <= cap.Kilograms)
            {
                continue;
            }

            foreach (var group in cap.Groups)
            {
                weights.Remove(group);
            }

            weights[cap.Groups[0]] = cap.Kilograms;
            parts?.Add(new Finding(Step.CappedWeight, FindingValue.Kilograms(cap.Kilograms), caps));
        }

        return weights.Values.Sum();
    }

    /// <summary>Amendment 706 as amended by 711: the level decides the factor for the cocaine base.</summary>
    private static Result? FactorByLevel(
        Found<decimal> others,
        DrugAmount crack,
        Provision<CrackCombination> method,
        Manual manual,
        bool explain
    )
    {
        var chosenBy = Of([crack], manual, explain)!.Value.Level;
        if (!method.Terms.KilogramsPerGramByLevel.TryGetValue(chosenBy.Value, out var perGram))
        {
            return null;
        }

        var total = others.Value + (crack.Amount * perGram);
        var why = explain
            ? new Finding(Step.CombinedWeight, FindingValue.Kilograms(total), method, crack.Path, 0, others.Why, chosenBy.Why)
            : null;
        return OfConverted(total, manual, explain, null, why);
    }

    /// <summary>Amendment 715: the combined level less two, unless one of its exceptions holds.</summary>
    private static Result? ReduceCombined(
        Found<decimal> combined,
        IReadOnlyList<DrugAmount> drugs,
        DrugAmount crack,
        Provision<CrackCombination> method,
        Manual manual,
        bool explain
    )
    {
        var full = OfConverted(combined.Value, manual, explain, null, combined.Why);
        var others = drugs.Where(d => d.Substance != CocaineBase).ToArray();
        var terms = method.Terms;
        if (
            crack.Amount >= terms.NoReductionFromGrams
            || crack.Amount < terms.NoReductionBelowGrams
            || Weight(others, manual, explain) is not { } weight
        )
        {
            return full;
        }

        // "under subdivision (B) of this note if the offense involved only the other controlled substance(s)": converted, though one alone.
        var alone = AtLeastMinimum(OfConverted(weight.Value, manual, explain, null, weight.Why), others, manual, explain);

        var reduced = full.Level.Value - terms.Reduction;
        if (reduced < alone.Level.Value)
        {
            return full;
        }

        var why = explain ? new Finding(Step.CrackCombination, reduced, method, crack.Path, 0, full.Level.Why, alone.Level.Why) : null;
        return new(new(reduced, why), full.Open);
    }

    /// <summary>n.8(D): the minimum offense level from certain substances, individually or in combination.</summary>
    private static Result AtLeastMinimum(Result found, IReadOnlyList<DrugAmount> drugs, Manual manual, bool explain)
    {
        if (manual.Find<MinimumQuantityLevels>() is not { } minimums)
        {
            return found;
        }

        var entries = manual.Get<DrugEquivalencies>().Terms.Entries;
        var groups = drugs.Select(d => entries[d.Substance].Group).ToArray();
        var least = minimums
            .Terms.Minimums.Where(m =>
                m.Groups.Any(groups.Contains) && (m.OnlyWith.Count == 0 || groups.All(g => m.Groups.Contains(g) || m.OnlyWith.Contains(g)))
            )
            .Select(m => m.Level)
            .DefaultIfEmpty(0)
            .Max();
        if (found.Level.Value >= least)
        {
            return found;
        }

        return new(
            new(least, explain ? new Finding(Step.MinimumQuantityLevel, least, minimums, null, 0, found.Level.Why) : null),
            found.Open
        );
    }
}
