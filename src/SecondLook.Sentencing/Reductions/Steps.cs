using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// Where the level of cocaine base together with other drugs steps up: along straight lines, as so many grams of the one stand for so many
/// kilograms of marihuana of the others. A level holds on its line and above it, so that each area between lines has a stretch of its
/// lower edge, and one point of every stretch finds them all.
/// </summary>
internal static class Steps
{
    private const string CocaineBase = "cocaine-base";
    private const string Marihuana = "marihuana";

    /// <summary>Grams are rounded here, so that a point lies on its line exactly.</summary>
    private const int Decimals = 9;

    /// <summary>A line on which the other drugs weigh so much less for every gram of cocaine base, within bounds of the cocaine base.</summary>
    /// <param name="Kilograms">The weight of the other drugs without cocaine base.</param>
    /// <param name="PerGram">What one gram of cocaine base stands for.</param>
    /// <param name="From">The first weight of cocaine base, in grams.</param>
    /// <param name="To">The weight of cocaine base before which it ends; null where it does not.</param>
    public readonly record struct Line(decimal Kilograms, decimal PerGram, decimal From, decimal? To)
    {
        /// <summary>The weight of the other drugs beside so much cocaine base.</summary>
        public decimal Beside(decimal grams) => Kilograms - (PerGram * grams);

        /// <summary>Where it meets another, if it does.</summary>
        public decimal? Meets(Line other) => PerGram == other.PerGram ? null : (Kilograms - other.Kilograms) / (PerGram - other.PerGram);

        /// <summary>Whether it has a place at so much cocaine base.</summary>
        public bool Has(decimal grams) => grams >= From && !(grams >= To);
    }

    /// <summary>The line of a weight of the other drugs, whatever the cocaine base.</summary>
    public static Line At(decimal kilograms) => new(kilograms, 0, 0, null);

    /// <summary>The lines of one Manual, for so much that is known beside what is not.</summary>
    /// <param name="manual">The Manual.</param>
    /// <param name="others">The other drugs that are known.</param>
    /// <param name="crack">The cocaine base that is known, in grams.</param>
    public static IEnumerable<Line> Of(Manual manual, Drug[] others, decimal crack)
    {
        var known = QuantityReadings.KilogramsOf(others, manual);
        var factors = PerGram(manual, crack).ToArray();
        foreach (var line in manual.Get<DrugQuantityTable>().Terms.LinesOf(Marihuana)!.Lines)
        {
            var kilograms = (line.AtLeast / 1000) - known;
            yield return At(kilograms);
            foreach (var (factor, from, to) in factors)
            {
                yield return new(kilograms - (factor * crack), factor, from, to);
            }
        }
    }

    /// <summary>The grams of cocaine base at which it changes what is done with it, beside so much that is known.</summary>
    public static IEnumerable<decimal> CrackLimits(Manual manual, decimal crack)
    {
        var method = manual.Get<CrackCombination>().Terms;
        var lines = manual.Get<DrugQuantityTable>().Terms.LinesOf(CocaineBase)?.Lines.Select(l => (decimal?)l.AtLeast) ?? [];
        return lines
            .Append(method.NoReductionFromGrams)
            .Append(method.NoReductionBelowGrams)
            .OfType<decimal>()
            .Select(grams => grams - crack);
    }

    /// <summary>A point of every stretch of the lines: grams of cocaine base, and kilograms of the others.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="limits">Grams of cocaine base at which every line is cut.</param>
    /// <param name="crack">What is known of the cocaine base; null where there is none.</param>
    public static IEnumerable<(decimal Grams, decimal Kilograms)> Points(Line[] lines, decimal[] limits, Quantity? crack)
    {
        if (crack is not { } grams)
        {
            return lines.Select(line => (0m, line.Beside(0)));
        }

        var bounds = limits.Append(grams.AtLeast).Concat(grams.LessThan is { } top ? [top] : []).ToArray();
        return lines
            .SelectMany(line =>
                Stretches(line, lines, bounds).Where(g => grams.Contains(g) && line.Has(g)).Select(g => (g, line.Beside(g)))
            )
            .Distinct();
    }

    /// <summary>One place of every stretch between the cuts of a line; where the cocaine base is exact, that.</summary>
    private static IEnumerable<decimal> Stretches(Line line, Line[] lines, decimal[] bounds)
    {
        var cuts = new SortedSet<decimal>(bounds);
        foreach (var other in lines)
        {
            if (line.Meets(other) is { } grams && line.Has(grams) && other.Has(grams) && line.Beside(grams) >= 0)
            {
                cuts.Add(grams);
            }
        }

        var last = cuts.Min;
        yield return last;
        foreach (var cut in cuts.Skip(1))
        {
            yield return decimal.Round((last + cut) / 2, Decimals);
            last = cut;
        }

        yield return decimal.Ceiling(last) + 1;
    }

    /// <summary>What a gram of cocaine base stands for under a Manual, and for which weights of it.</summary>
    private static IEnumerable<(decimal Kilograms, decimal From, decimal? To)> PerGram(Manual manual, decimal crack)
    {
        var method = manual.Get<CrackCombination>().Terms;
        if (method.Method != CrackCombinationMethod.FactorByLevel)
        {
            return manual.Get<DrugEquivalencies>().Terms.Entries.GetValueOrDefault(CocaineBase)?.Grams is { } grams
                ? [(grams / 1000, 0, null)]
                : [];
        }

        return manual
            .Get<DrugQuantityTable>()
            .Terms.LinesOf(CocaineBase)!
            .Lines.Where(line => method.KilogramsPerGramByLevel.ContainsKey(line.Level))
            .Select(line => (method.KilogramsPerGramByLevel[line.Level], line.AtLeast - crack, line.LessThan - crack));
    }
}
