using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Custody;

/// <summary>
/// 18 U.S.C. 3584, 3585, 3621(e), 3624: when a term ends and when the person leaves, before and after an order that reduces it. A function:
/// the law and every date are arguments.
/// </summary>
public static class SentenceComputation
{
    /// <summary>The dates of one record.</summary>
    /// <param name="record">The record, with its custody facts.</param>
    /// <param name="asOf">The day whose law decides the good-time rule, where the record names none.</param>
    /// <param name="order">The order that reduces the term; null for none.</param>
    /// <param name="law">The law.</param>
    /// <param name="keepFindings">True to explain each date.</param>
    public static ReleaseComputation Of(
        SentencingRecord record,
        DateOnly asOf,
        ReductionOrder? order,
        LawLibrary law,
        bool keepFindings = true
    )
    {
        asOf = record.Custody?.AsOf ?? asOf;
        var facts = CustodyFacts.Of(record, asOf, law);
        var disputed = new List<DisputedDate>();
        var before = facts.Before is { } now ? Dates(new(now, facts, asOf, null, law), keepFindings, disputed) : null;
        var after =
            order is not null && facts.After(order) is { } reduced
                ? Dates(new(reduced, facts, record.Custody?.AsOf ?? order.Signed ?? order.Effective, order, law), keepFindings, disputed)
                : null;
        var computed = new ReleaseComputation
        {
            Id = record.Id,
            Synthetic = record.Synthetic,
            AsOf = asOf,
            Before = before,
            After = after,
            Order = order,
            Disputed = disputed,
            Missing = facts.Missing(order),
            NotCovered = facts.NotCovered,
            Assumptions = facts.Assumptions,
            Origin = record.Origin,
        };
        return computed.LeavesBeforeOrder ? computed with { Assumptions = [.. facts.Assumptions, LeavingBeforeOrder] } : computed;
    }

    private const string LeavingBeforeOrder =
        "the order takes effect on a weekend or holiday; that the person leaves on the weekday before is inferred, and the release date stays the order's";

    /// <summary>The dates without an order by the likelier readings alone; null where a fact is missing.</summary>
    /// <param name="record">The record, with its custody facts.</param>
    /// <param name="asOf">The day whose law decides the good-time rule, where the record names none.</param>
    /// <param name="law">The law.</param>
    public static ReleaseDates? WithoutOrder(SentencingRecord record, DateOnly asOf, LawLibrary law)
    {
        asOf = record.Custody?.AsOf ?? asOf;
        var facts = CustodyFacts.Of(record, asOf, law);
        return facts.Before is { } term
            ? new DatesOfTerm(term, facts, asOf, null, law).Dates(ReadingOptions.Default, keepFindings: false)
            : null;
    }

    private static ReleaseDates Dates(DatesOfTerm term, bool keepFindings, List<DisputedDate> disputed)
    {
        var dates = term.Dates(ReadingOptions.Default, keepFindings);
        if (dates.FullTerm is not null)
        {
            var unexplained = dates with { Findings = ReleaseDates.OfLife.Findings, EarnedCredits = ReleaseDates.OfLife.EarnedCredits };
            foreach (var (name, options) in ReadingOptions.Others)
            {
                if (!term.MayMatter(options))
                {
                    continue;
                }

                var other = term.Dates(options, keepFindings: false);
                if (other != unexplained)
                {
                    disputed.Add(new(name, term.AfterOrder, other));
                }
            }
        }

        return dates;
    }
}
