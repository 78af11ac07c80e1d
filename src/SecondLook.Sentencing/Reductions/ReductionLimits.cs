using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>How far a term may fall, or the fact without which that cannot be said.</summary>
/// <param name="Plain">The lowest term without a comparable reduction.</param>
/// <param name="Lowest">The lowest term; null where the extent of a comparable reduction is not known.</param>
/// <param name="Lacks">The record path of the fact that is missing then.</param>
internal readonly record struct Limit(LowestTerm Plain, LowestTerm? Lowest, string? Lacks);

/// <summary>§1B1.10(b)(2): how far a term may fall.</summary>
internal static class ReductionLimits
{
    /// <summary>The basis of an earlier reduction on the government's motion under Fed. R. Crim. P. 35(b).</summary>
    public const string Rule35 = "rule-35b";

    private const decimal Half = 0.5m;

    /// <summary>The lowest term: the minimum of the amended range, or a comparable reduction below it, and never less than time served.</summary>
    public static Limit Of(SentencingRecord record, Reading reading, StageRange original, (MonthRange Table, MonthRange Range) amended)
    {
        var floor = amended.Range.Min;
        var byStatute = floor == reading.Limits.Binding && floor > amended.Table.Min;
        var plain = NotBelowServed(
            new(floor, byStatute ? LowestTermBasis.StatutoryMinimum : LowestTermBasis.AmendedMinimum),
            record,
            reading
        );
        var share = ComparableShare.Of(record, reading, original.Range.Min);
        if (share.Lacks is not null)
        {
            return new(plain, null, share.Lacks);
        }

        var comparable = share.Cut ? Allowed(reading, Comparable(reading, original, amended.Range, share)) : null;
        return new(plain, comparable is not null && comparable.Months < floor ? NotBelowServed(comparable, record, reading) : plain, null);
    }

    /// <summary>
    /// A departure under §5K1.1 does not by itself go below a statutory minimum; for that the government moves under 18 U.S.C. 3553(e) or
    /// Rule 35(b) (§5K1.1 n.1, §1B1.10 n.3), or the safety valve lifts it.
    /// </summary>
    private static LowestTerm Allowed(Reading reading, LowestTerm comparable)
    {
        var least = reading.GovernmentMotion ? default : reading.Limits.Binding;
        return comparable.Months >= least && comparable.Others.All(o => o.Months >= least)
            ? comparable
            : new(
                Months.Max(comparable.Months, least),
                comparable.Months < least ? LowestTermBasis.StatutoryMinimum : LowestTermBasis.ComparableReduction
            )
            {
                Others = [.. comparable.Others.Select(o => o with { Months = Months.Max(o.Months, least) })],
            };
    }

    private static LowestTerm Comparable(Reading reading, StageRange original, MonthRange amended, ComparableShare share)
    {
        var byLevels = ByLevels(reading, original, share, amended);
        if (original.Range.Min.IsLife || share.OnlyLevels)
        {
            return new(byLevels, LowestTermBasis.ComparableReduction);
        }

        if (amended.Min.IsLife)
        {
            return new(amended.Min, LowestTermBasis.ComparableReduction);
        }

        var exact = share.Kept * amended.Min.Value / share.OfWhole;
        var rounded = new Months((int)decimal.Floor(exact + Half));
        var cutInMonths = original.Range.Min.Value - (share.Kept * original.Range.Min.Value / share.OfWhole);
        var others = new List<OtherTerm>
        {
            new("levels", byLevels),
            new("months", new(Math.Max(0, amended.Min.Value - (int)decimal.Floor(cutInMonths)))),
        };
        if (exact - decimal.Floor(exact) == Half)
        {
            others.Add(new("percentage, rounded down at the half", new((int)decimal.Floor(exact))));
        }

        return new(rounded, LowestTermBasis.ComparableReduction) { Others = others };
    }

    /// <summary>The levels by which the term was below the range, taken from the amended level.</summary>
    private static Months ByLevels(Reading reading, StageRange original, ComparableShare share, MonthRange amended)
    {
        var table = reading.Law.Original.Get<SentencingTable>().Terms;
        var from = table.Read(original.Total);
        var to = from - share.Levels;
        var term = share.Term(original.Range.Min);
        while (share.Levels == 0 && to > SentencingTable.LowestLevel && table.Range(to, original.Category).Min > term)
        {
            to--;
        }

        var stage = StageRange.Of(reading, reading.Law.Manuals.Length - 1);
        var level = Math.Max(SentencingTable.LowestLevel, table.Read(stage.Total) - (from - to));
        return Months.Min(table.Range(level, stage.Category).Min, amended.Min);
    }

    /// <summary>(b)(2)(C): in no event less than the term already served, in months begun.</summary>
    private static LowestTerm NotBelowServed(LowestTerm lowest, SentencingRecord record, Reading reading)
    {
        if (record.Custody?.SentenceBegan is not { } began)
        {
            return lowest;
        }

        var since = began.Last.AddDays(-(record.Custody.PriorCreditDays ?? 0));
        var months = ((reading.OrderedOn.Year - since.Year) * 12) + reading.OrderedOn.Month - since.Month;
        months += since.AddMonths(months) < reading.OrderedOn ? 1 : 0;
        return months > lowest.Months.Value ? new(new(months), LowestTermBasis.TimeServed) : lowest;
    }
}
