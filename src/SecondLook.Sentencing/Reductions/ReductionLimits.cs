using SecondLook.Sentencing.Chapter1;
using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>§1B1.10(b)(2): how far a term may fall.</summary>
internal static class ReductionLimits
{
    private const decimal Half = 0.5m;

    /// <summary>The lowest term; null where an original term is needed and not known.</summary>
    /// <param name="record">The record.</param>
    /// <param name="reading">The reading.</param>
    /// <param name="original">The range at sentencing, from which a comparable reduction is measured.</param>
    /// <param name="amended">The amended table range and the range that applies.</param>
    public static LowestTerm Lowest(
        SentencingRecord record,
        Reading reading,
        StageRange original,
        (MonthRange Table, MonthRange Range) amended
    )
    {
        var floor = amended.Range.Min;
        var basis =
            floor == reading.Limits.Binding && floor > amended.Table.Min
                ? LowestTermBasis.StatutoryMinimum
                : LowestTermBasis.AmendedMinimum;
        var plain = new LowestTerm(floor, basis);
        return AllowsComparable(record, reading) && Measured(record) is { } term && term < original.Range.Min
            ? Comparable(record, reading, original, amended.Range, term) is { } comparable && comparable.Months < floor
                ? comparable
                : plain
            : plain;
    }

    /// <summary>Whether the policy statement of the order's date allows a term below the amended range in this case.</summary>
    private static bool AllowsComparable(SentencingRecord record, Reading reading)
    {
        if (reading.SubstantialAssistance)
        {
            return true;
        }

        var bases = record.Sentence.BelowRange ?? [];
        return reading.Law.Policy?.Terms.Comparable switch
        {
            ComparableReductionRule.AnyDeparture => bases.Count > 0,
            ComparableReductionRule.DepartureNotVariance => bases.Any(b =>
                b.Basis is not (BelowRangeBasis.Variance or BelowRangeBasis.UndischargedTerm)
            ),
            _ => false,
        };
    }

    /// <summary>The term that shows the extent of the assistance: as imposed, or after a reduction under Rule 35(b).</summary>
    private static Months? Measured(SentencingRecord record) =>
        record.EarlierReductions?.LastOrDefault(r => r.Basis == "rule-35b")?.Months ?? record.Sentence.Months;

    private static LowestTerm Comparable(SentencingRecord record, Reading reading, StageRange original, MonthRange amended, Months term)
    {
        var byLevels = ByLevels(record, reading, original, term, amended);
        if (original.Range.Min.IsLife)
        {
            return new(byLevels, LowestTermBasis.ComparableReduction);
        }

        if (amended.Min.IsLife)
        {
            return new(amended.Min, LowestTermBasis.ComparableReduction);
        }

        var share = AssistanceShare(record, original.Range.Min, term);
        var exact = share.Numerator * amended.Min.Value / share.Denominator;
        var rounded = new Months((int)decimal.Floor(exact + Half));
        var others = new List<OtherTerm>
        {
            new("levels", byLevels),
            new(
                "months",
                new(
                    Math.Max(
                        0,
                        amended.Min.Value
                            - (int)
                                decimal.Floor(original.Range.Min.Value - (share.Numerator * original.Range.Min.Value / share.Denominator))
                    )
                )
            ),
        };
        if (exact - decimal.Floor(exact) == Half)
        {
            others.Add(new("percentage, rounded down at the half", new((int)decimal.Floor(exact))));
        }

        return new(rounded, LowestTermBasis.ComparableReduction) { Others = others };
    }

    /// <summary>
    /// The ratio of the term to the minimum of the original range. Where another ground took part of the cut and the parts are stated,
    /// only the part for assistance counts.
    /// </summary>
    private static (decimal Numerator, decimal Denominator) AssistanceShare(SentencingRecord record, Months minimum, Months term)
    {
        var whole = ((decimal)term.Value, (decimal)minimum.Value);
        var parts = record.Sentence.BelowRange ?? [];
        if (parts.All(p => p.Basis == BelowRangeBasis.SubstantialAssistance))
        {
            return whole;
        }

        var assistance = parts.Where(p => p.Basis == BelowRangeBasis.SubstantialAssistance).ToArray();
        if (assistance.Length > 0 && assistance.All(p => p.Months is not null || p.Percent is not null))
        {
            var kept = assistance.Aggregate(
                (decimal)minimum.Value,
                (left, p) => p.Months is { } months ? left - months : left * (100 - p.Percent!.Value) / 100
            );
            return (kept, minimum.Value);
        }

        return whole;
    }

    /// <summary>The levels by which the term was below the range, taken from the amended level.</summary>
    private static Months ByLevels(SentencingRecord record, Reading reading, StageRange original, Months term, MonthRange amended)
    {
        var table = reading.Law.Original.Get<SentencingTable>().Terms;
        var from = table.Read(original.Total);
        var stated = record.Sentence.BelowRange?.Where(b => b.Basis == BelowRangeBasis.SubstantialAssistance).Sum(b => b.Levels ?? 0) ?? 0;
        var to = from - stated;
        while (stated == 0 && to > SentencingTable.LowestLevel && table.Range(to, original.Category).Min > term)
        {
            to--;
        }

        var stage = StageRange.Of(reading, reading.Law.Manuals.Length - 1);
        var level = Math.Max(SentencingTable.LowestLevel, table.Read(stage.Total) - (from - to));
        return Months.Min(table.Range(level, stage.Category).Min, amended.Min);
    }
}
