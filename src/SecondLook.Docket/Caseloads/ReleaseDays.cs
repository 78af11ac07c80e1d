using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Docket.Caseloads;

/// <summary>
/// The days that a caseload shows. The second is never that of the lowest term, which could show cooperation: it is computed in one way for
/// everybody, from facts that the judgment and the Manual give.
/// </summary>
/// <param name="Now">The day on which the person leaves as things stand; null for life and where a fact is missing.</param>
/// <param name="After">
/// The day if the term fell to the minimum of the amended range, the statute's minimum kept; where the term is not above that, if it fell as
/// the minimum of the range did. Null unless the record is eligible.
/// </param>
public sealed record ReleaseDays(DateOnly? Now, DateOnly? After)
{
    /// <summary>The days of one record and its determination.</summary>
    /// <param name="record">The record.</param>
    /// <param name="determination">Its determination.</param>
    /// <param name="asOf">The day whose law decides, and the first on which an order could take effect.</param>
    /// <param name="law">The law.</param>
    public static ReleaseDays Of(SentencingRecord record, Determination determination, DateOnly asOf, LawLibrary law)
    {
        var now = SentenceComputation.WithoutOrder(record, asOf, law)?.Leaves;
        if (Term(record, determination) is not { } term)
        {
            return new(now, null);
        }

        var effective = determination.EarliestEffective > asOf ? determination.EarliestEffective.Value : asOf;
        if (now is { } left && left <= effective)
        {
            return new(now, null);
        }

        var order = new ReductionOrder(record.Id, term, 0, null, effective);
        return new(now, SentenceComputation.Of(record, asOf, order, law, keepFindings: false).After?.Leaves);
    }

    private static Months? Term(SentencingRecord record, Determination determination)
    {
        if (
            determination is not { Outcome: Outcome.Eligible, LowestTerm.Months: { IsLife: false } lowest, Amended: { } amended }
            || (record.EarlierReductions is [.., { } last] ? last.Months : record.Sentence.Months) is not { } present
        )
        {
            return null;
        }

        var was = determination.Current ?? determination.Original;
        if (Minimum(amended) is not { IsLife: false } to || Minimum(was) is not { IsLife: false, Value: > 0 } from)
        {
            return null;
        }

        // The statute's minimum counts whether or not there was relief from it, since relief may have come from cooperation.
        var least = record.Statutory.Minimum is { IsLife: false } statute ? Months.Max(to, statute) : to;
        var term = present > least ? least : new Months((int)((((long)present.Value * to.Value) + from.Value - 1) / from.Value));
        return Months.Max(term, lowest);
    }

    private static Months? Minimum(Computation computation) =>
        computation.TableRange?.Min
        ?? computation.Range?.Min
        ?? (computation.Readings.Count == 0 ? null : computation.Readings.Select(r => r.Min).Aggregate(Months.Max));
}
