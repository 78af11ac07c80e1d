using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Screening.Release;

/// <summary>
/// An assumption for planning, not a forecast and not a recommendation: that every person whom the law lets a court reduce gets the lowest
/// term it allows, by orders that take effect on one day. The Commission's own estimates assume as much; how many motions a court grants,
/// and how fast, is its decision.
/// </summary>
public static class AssumedOrders
{
    /// <summary>The order for a record; null where it is not eligible, its lowest term is not known, or the person has left by then.</summary>
    /// <param name="record">The record.</param>
    /// <param name="effective">The day on which the orders take effect; later where the law allows none so early.</param>
    /// <param name="law">The law.</param>
    public static ReductionOrder? For(SentencingRecord record, DateOnly effective, LawLibrary law)
    {
        var answer = SentenceReduction.Determine(record, new(null, PartialDate.On(effective), KeepFindings: false), law);
        if (answer is not { Outcome: Outcome.Eligible, LowestTerm: { } lowest })
        {
            return null;
        }

        var from = answer.EarliestEffective > effective ? answer.EarliestEffective.Value : effective;
        var without = SentenceComputation.WithoutOrder(record, from, law);
        return without?.Leaves <= from ? null : new(record.Id, lowest.Months, 0, null, from);
    }
}
