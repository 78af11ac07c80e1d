using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Statutes;

/// <summary>The terms of imprisonment that a statute allows for one count.</summary>
/// <param name="Minimum">The minimum; zero where there is none.</param>
/// <param name="Maximum">The maximum.</param>
public readonly record struct CountPenalty(Months Minimum, Months Maximum)
{
    /// <summary>The lesser of two laws, limit by limit.</summary>
    public static CountPenalty Lesser(CountPenalty a, CountPenalty b) =>
        new(Months.Min(a.Minimum, b.Minimum), Months.Min(a.Maximum, b.Maximum));
}

/// <summary>21 U.S.C. 841(b) and 960(b): the tier of a count, and its terms with prior convictions and with death or injury.</summary>
public static class CountPenalties
{
    private const string Import = "21 USC 960";
    private const string ImportConspiracy = "21 USC 963";

    /// <summary>The tiers of which a count may be: the one that its statute names, otherwise those that its quantity may reach.</summary>
    public static IReadOnlyList<PenaltyTier> Tiers(Count count, DrugThresholds thresholds, DrugPenalties penalties)
    {
        var statute = new StatuteOfConviction(count.Statute);
        if (statute.NamesAny(penalties.AlteredBy))
        {
            return [];
        }

        var named = penalties.Tiers.Where(t => statute.NamesAny(t.Paragraphs)).ToList();
        if (named.Count > 0 || !statute.NamesAny(penalties.Offenses))
        {
            return named;
        }

        if (
            count.Quantity is not { Substance: { } substance } drug
            || (drug.Grams ?? drug.Count) is not { } amount
            || !thresholds.Substances.TryGetValue(substance, out var threshold)
        )
        {
            return [];
        }

        var lesser = penalties.LesserQuantities.FirstOrDefault(l => l.Substance == substance)?.LessThan ?? 0;
        string[] reached =
        [
            .. new[]
            {
                ("D", 0m, lesser),
                ("C", lesser, threshold.B),
                ("B", threshold.B, threshold.A),
                ("A", threshold.A, decimal.MaxValue),
            }
                .Where(t =>
                    amount.IsExact
                        ? amount.AtLeast >= t.Item2 && amount.AtLeast < t.Item3
                        : amount.AtLeast < t.Item3 && (amount.LessThan is not { } top || top > t.Item2)
                )
                .Select(t => t.Item1),
        ];
        return [.. penalties.Tiers.Where(t => reached.Contains(t.Tier))];
    }

    /// <summary>The terms of a tier; null where the law folder does not hold them.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="statute">The statute of conviction: two priors count for more under 21 U.S.C. 841 only.</param>
    /// <param name="priors">Prior convictions noticed under 21 U.S.C. 851.</param>
    /// <param name="deathOrInjury">Whether death or serious bodily injury resulted.</param>
    public static CountPenalty? Of(PenaltyTier tier, string? statute, int priors, bool deathOrInjury)
    {
        if (deathOrInjury)
        {
            return tier.MinimumDeathOrInjury is not { } least ? null : new CountPenalty(priors > 0 ? Months.Life : new(least), Months.Life);
        }

        if (priors == 0)
        {
            return new CountPenalty(new(tier.Minimum), Term(tier.Maximum));
        }

        var minimum = new Months(tier.MinimumOnePrior);
        if (priors > 1 && !new StatuteOfConviction(statute).NamesAny([Import, ImportConspiracy]))
        {
            minimum =
                tier.TwoPriorsLife ? Months.Life
                : tier.MinimumTwoPriors is { } two ? new(two)
                : minimum;
        }

        return new CountPenalty(minimum, Term(tier.MaximumOnePrior));
    }

    private static Months Term(int? months) => months is { } known ? new(known) : Months.Life;
}
