using SecondLook.Sentencing.Chapter1;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// §1B1.10(b)(2)(B): what share of the original minimum was left after the cut that counts for a comparable reduction. As a fraction, so
/// that halves are exact.
/// </summary>
/// <param name="Kept">What was left.</param>
/// <param name="OfWhole">Of what.</param>
/// <param name="Levels">Levels by which the court went down, where the record states them; zero where it does not.</param>
/// <param name="OnlyLevels">True where the extent is known in levels alone.</param>
/// <param name="Lacks">The record path of the fact without which the share is not known; null where it is.</param>
internal readonly record struct ComparableShare(decimal Kept, decimal OfWhole, int Levels, bool OnlyLevels, string? Lacks)
{
    private const string TermFact = "sentence.months";
    private const string PartFact = "sentence.belowRange[].percent";

    private static readonly ComparableShare Whole = new(1, 1, 0, false, null);

    /// <summary>True where something was cut.</summary>
    public bool Cut => OnlyLevels || Kept < OfWhole;

    /// <summary>The term that this share leaves of a minimum; life stays life.</summary>
    public Months Term(Months minimum) =>
        minimum.IsLife ? new((int)Math.Min(Kept, int.MaxValue)) : new((int)decimal.Floor(Kept * minimum.Value / OfWhole));

    /// <summary>The share of one record under one reading.</summary>
    public static ComparableShare Of(SentencingRecord record, Reading reading, Months minimum)
    {
        var earlier = record.EarlierReductions ?? [];
        var motion = LastRule35(earlier);
        var initial =
            record.Sentence.BelowRange is not { Count: > 0 } && (!reading.SubstantialAssistance || reading.Rule35)
                ? Whole
                : AtSentencing(record, reading, minimum);
        if (motion < 0 || earlier[motion].Months is not { } after)
        {
            return initial;
        }

        var amended = earlier.Take(motion).Any(r => r.Basis?.StartsWith("amendment-", StringComparison.Ordinal) == true);
        if (!amended)
        {
            return minimum.IsLife ? new(after.Value, int.MaxValue, 0, false, null) : new(after.Value, minimum.Value, 0, false, null);
        }

        if (
            initial.Lacks is not null
            || initial.OnlyLevels
            || (motion > 0 ? earlier[motion - 1].Months : record.Sentence.Months) is not { IsLife: false } before
        )
        {
            return initial with { Lacks = initial.Lacks ?? TermFact };
        }

        return new(initial.Kept * after.Value, initial.OfWhole * before.Value, 0, false, null);
    }

    /// <summary>The part of the cut at sentencing that counts; where other grounds took part too, only its own extent.</summary>
    private static ComparableShare AtSentencing(SentencingRecord record, Reading reading, Months minimum)
    {
        var rule = reading.Law.Policy?.Terms.Comparable;
        bool Counts(BelowRange part) =>
            part.Basis == BelowRangeBasis.SubstantialAssistance
            || (rule == ComparableReductionRule.AnyDeparture && part.Basis != BelowRangeBasis.UndischargedTerm)
            || (
                rule == ComparableReductionRule.DepartureNotVariance
                && part.Basis is not (BelowRangeBasis.Variance or BelowRangeBasis.UndischargedTerm)
            );

        var parts = record.Sentence.BelowRange ?? [];
        var counting = parts.Where(Counts).ToList();
        if (counting.Count == 0 && (parts.Count > 0 || !reading.SubstantialAssistance || reading.Rule35))
        {
            return Whole;
        }

        var levels = counting.Sum(p => p.Levels ?? 0);
        if (counting.Count == parts.Count)
        {
            return record.Sentence.Months is { } term
                ? term < minimum
                    ? new(term.Value, minimum.Value, levels, false, null)
                    : Whole
                : Stated(counting, minimum, levels) with
                {
                    Lacks = record.EarlierReductions is { Count: > 0 } && !IsStated(counting) ? TermFact : null,
                };
        }

        return IsStated(counting) ? Stated(counting, minimum, levels) : new(1, 1, 0, false, PartFact);
    }

    private static bool IsStated(List<BelowRange> parts) =>
        parts.Count > 0
        && (parts.TrueForAll(p => p.Months is not null || p.Percent is not null) || parts.TrueForAll(p => p.Levels is not null));

    private static ComparableShare Stated(List<BelowRange> parts, Months minimum, int levels)
    {
        if (!IsStated(parts))
        {
            return Whole;
        }

        if (minimum.IsLife || !parts.TrueForAll(p => p.Months is not null || p.Percent is not null))
        {
            return levels == 0 ? Whole : new(1, 1, levels, true, null);
        }

        var kept = parts.Aggregate(
            (decimal)minimum.Value,
            (left, p) => p.Months is { } months ? left - months : left * (100 - p.Percent!.Value) / 100
        );
        return new(kept, minimum.Value, levels, false, null);
    }

    private static int LastRule35(IReadOnlyList<EarlierReduction> earlier)
    {
        for (var i = earlier.Count - 1; i >= 0; i--)
        {
            if (earlier[i].Basis == ReductionLimits.Rule35)
            {
                return i;
            }
        }

        return -1;
    }
}
