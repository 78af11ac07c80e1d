using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Population;

/// <summary>Terms of imprisonment, drawn within a range or below or above it as the model says.</summary>
internal sealed class DrawnTerms(TermShares shares, SeededDraws draws)
{
    public Sentence Of(MonthRange range, StatutoryLimits statutory, DateOnly sentenced)
    {
        var assisted =
            statutory.Relief is MinimumRelief.SubstantialAssistance or MinimumRelief.Both
            || (statutory.Minimum!.Value.Value == 0 && draws.Share(shares.AssistanceWithoutMinimum));
        var (term, basis) = assisted
            ? (Below(range.Min, shares.AssistanceCut), BelowRangeBasis.SubstantialAssistance)
            : WithoutAssistance(range, sentenced);
        if (!assisted && statutory.Relief == MinimumRelief.None)
        {
            term = Months.Max(term, statutory.Minimum!.Value);
        }

        term = Months.Min(term, statutory.Maximum!.Value);
        return new()
        {
            Months = term,
            BelowRange = term < range.Min ? [new(basis, null, null, null)] : [],
            Consecutive = [],
        };
    }

    private (Months Term, BelowRangeBasis Basis) WithoutAssistance(MonthRange range, DateOnly sentenced)
    {
        var weights = sentenced >= shares.VariancesFrom ? shares.Since : shares.Before;
        var at = draws.Below(weights.Within + weights.Above + weights.Government + weights.Below);
        if (at < weights.Within)
        {
            return (Within(range), default);
        }

        at -= weights.Within;
        if (at < weights.Above)
        {
            return (range.Max.IsLife ? range.Max : new((int)(range.Max.Value * (1 + (shares.AboveBy * draws.Fraction())))), default);
        }

        return at - weights.Above < weights.Government
            ? (Below(range.Min, shares.GovernmentCut), BelowRangeBasis.Other)
            : (Below(range.Min, shares.BelowCut), sentenced >= shares.VariancesFrom ? BelowRangeBasis.Variance : BelowRangeBasis.Other);
    }

    private Months Within(MonthRange range) =>
        range.Min.IsLife || draws.Share(shares.AtTheMinimum) || range.Max.IsLife
            ? range.Min
            : new(draws.Between(range.Min.Value, range.Max.Value));

    /// <summary>A cut of between half and one and a half times the median; life counts as the Commission counts it.</summary>
    private Months Below(Months minimum, decimal median)
    {
        var months = minimum.IsLife ? LifeAsMonths : minimum.Value;
        return new((int)(months * (1 - (median * (0.5m + draws.Fraction())))));
    }

    private const int LifeAsMonths = 470; // as the Commission's datafiles count it
}
