using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// §4B1.1(c)(2): a career offender with a count under 18 U.S.C. 924(c) or 929(a). The range of the table does not fall with the drug level;
/// where the other counts and the consecutive minimum may make the greater range, the total punishment of both is not computed.
/// </summary>
internal static class CareerFirearm
{
    /// <summary>The answer, where it lowers the range of the other counts.</summary>
    public static Evaluation Applied(SentencingRecord record, Evaluation answer)
    {
        if (
            answer.Outcome == Outcome.Ineligible
            || !answer.Reading.Level.Career
            || answer.Reading.Law.Original.Find<CareerOffenderFirearmRanges>() is not { } law
            || !HasCount(record, law.Terms)
        )
        {
            return answer;
        }

        var least = RangesOf(record, law.Terms).MinBy(r => r.Minimum)!;
        var others = answer.Original.Range.Min;
        return
            answer.NotCovered.Count == 0
            && !others.IsLife
            && MonthsOf(record, law.Terms) is { } added
            && least.Minimum > others.Value + added
            ? answer with
            {
                Outcome = Outcome.Ineligible,
                Code = ReasonCode.CareerOffender,
                ByFirearmRange = true,
                Also = [],
                Lowest = null,
                Lacks = null,
                Remarks =
                [
                    .. answer.Remarks,
                    $"with the count under {law.Terms.Statutes[0]} the range of a career offender is {string.Join(" or ", RangesOf(record, law.Terms))} before and after the amendments ({law.Citation}): more than that of the other counts with {added} months added",
                ],
            }
            : answer with
            {
                Outcome = Outcome.Undetermined,
                Lowest = null,
                NotCovered =
                [
                    .. answer.NotCovered,
                    new(
                        "USSG §4B1.1(c)(2)",
                        "the total punishment of a career offender with a count under 18 U.S.C. 924(c) or 929(a) is not computed where the range of the other counts and the consecutive minimum may be the greater"
                    ),
                ],
            };
    }

    /// <summary>Whether a range that the court stated is one of the table, for a career offender with such a count.</summary>
    public static bool IsRange(SentencingRecord record, MonthRange stated, Manual manual) =>
        manual.Find<CareerOffenderFirearmRanges>() is { } law
        && HasCount(record, law.Terms)
        && RangesOf(record, law.Terms)
            .Any(r => stated == new MonthRange(new(r.Minimum), r.Maximum is { } most ? new Months(most) : Months.Life));

    private static bool HasCount(SentencingRecord record, CareerOffenderFirearmRanges terms) =>
        record.Sentence.Consecutive?.Any(c => IsOf(c.Statute, terms)) == true || record.Counts?.Any(c => IsOf(c.Statute, terms)) == true;

    /// <summary>
    /// The consecutive months: the minimums of the counts or, where these are not recorded, the terms that were imposed, which cannot be less.
    /// </summary>
    private static int? MonthsOf(SentencingRecord record, CareerOffenderFirearmRanges terms)
    {
        var counts = record.Counts?.Where(c => IsOf(c.Statute, terms)).Select(c => c.Minimum).ToList() ?? [];
        var imposed = record.Sentence.Consecutive?.Where(c => IsOf(c.Statute, terms)).Select(c => c.Months).ToList() ?? [];
        var known = counts.Count > 0 && counts.TrueForAll(m => m is not null) ? counts : imposed;
        return known.Count > 0 && known.TrueForAll(m => m is { IsLife: false }) ? known.Sum(m => m!.Value.Value) : null;
    }

    /// <summary>The rows that the acceptance of the record leaves; all where it is not recorded.</summary>
    private static IEnumerable<CareerOffenderFirearmRange> RangesOf(SentencingRecord record, CareerOffenderFirearmRanges terms)
    {
        var acceptance = record.Offense.Adjustments?.Where(a => a.Rule.StartsWith("3E1.1", StringComparison.Ordinal)).Sum(a => a.Levels);
        return terms.Ranges.Any(r => r.Acceptance == acceptance) ? terms.Ranges.Where(r => r.Acceptance == acceptance) : terms.Ranges;
    }

    private static bool IsOf(string? statute, CareerOffenderFirearmRanges terms) =>
        statute is not null && StatuteNames.IsUnder(statute, terms.Statutes);
}
