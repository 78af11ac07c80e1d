using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Reductions;

/// <summary>Exceptional facts that the record does not mention are read as absent; each is listed.</summary>
internal static class Assumptions
{
    public static IReadOnlyList<string> Of(SentencingRecord record, ReadingSet readings, List<Evaluation> answers)
    {
        var list = new List<string>(8);
        void If(bool condition, string text)
        {
            if (condition)
            {
                list.Add(text);
            }
        }

        If(ReadingSet.GuidelineOf(record) == DrugGuideline.Presumed, "the guideline is not recorded; §2D1.1 is presumed");
        If(readings.ManualAssumption is not null, readings.ManualAssumption ?? "");
        If(
            record.Offense is { BaseOffenseLevel: not null, DrugQuantityLevel: null, Drugs: null, Adjustments: null }
                && answers.Exists(a => a.Reading.Level.Borrowed is not null),
            "the recorded base offense level is taken to be without the specific offense characteristics of §2D1.1"
        );
        If(
            record.Offense.BaseOffenseLevelFrom is null,
            ReadingSet.GuidelineOf(record) == DrugGuideline.Chemical
                ? "no cross reference to §2D1.1 is recorded"
                : "no finding of death, serious bodily injury or a cross reference is recorded"
        );
        If(
            record.CareerOffender is { Applied: null, OffenseLevel: null } && answers.TrueForAll(a => !a.Reading.Level.Career),
            "no career-offender finding is recorded"
        );
        If(
            record.CareerOffender is { Applied: true, OffenseLevel: null },
            answers.TrueForAll(a => a.Original.Levels.Adjusted is not null)
                ? "career offender status was applied; its level is the one of the statutory maximum"
                : "career offender status was applied; its level is not recorded and is presumed to control"
        );
        If(
            record.Statutory.Maximum is null
                && readings.Counts?.Possible.Any(p => p.Maximum >= (record.Statutory.Minimum ?? default)) != true,
            "no statutory maximum is recorded; none below the range is presumed"
        );
        If(record.Sentence.Plea is null, "no plea under Fed. R. Crim. P. 11(c)(1)(C) is recorded");
        If(
            record.Sentence is { Plea: "11(c)(1)(C)", PleaUsedRange: null, CourtUsedRange: null }
                && answers.TrueForAll(a =>
                    a.Reading.TypeCUsedRange == true && a.Reading.Choices.All(c => c.Fact != "sentence.pleaUsedRange")
                ),
            "the record does not clearly show that the range played no part in the plea agreement"
        );
        If(record.Sentence.Consecutive is null && readings.Counts?.MonthsApart is null, "no consecutive term is recorded");
        list.AddRange(Reach.Presumed(record, answers, readings.Named));
        If(record.EarlierReductions is null, "no earlier reduction is recorded");
        if (
            record.Statutory is { Minimum: null } or { Maximum: null }
            && readings.Counts?.Penalties is { Confidence: Law.Confidence.Recalled } penalties
        )
        {
            list.Add($"the statutory limits of the counts are those of {penalties.Citation}, recalled and not read again");
        }

        If(answers.Exists(a => a.TermAssumed), "the term is not recorded; it is presumed to be above the lowest term");
        If(
            answers.Exists(a => a.Reading.Level.Quantity?.Open == true),
            "the line of this Manual is not the one that the amendment's text restates; the level follows the paragraph"
        );
        return list;
    }

    /// <summary>Doors and defenses that are named, not computed.</summary>
    public static List<string> Remarks(SentencingRecord record, Evaluation shown)
    {
        var remarks = new List<string>(0);
        if (record.Sentence.PleaWaivesReduction == true)
        {
            remarks.Add("the plea agreement waives motions under 18 U.S.C. 3582(c); the government may rely on it");
        }

        if (shown.Reading.Law.Library.History<Chapter1.ReductionPolicy>().CoveredUntil is { } end && shown.Reading.OrderedOn >= end)
        {
            remarks.Add(
                $"amendments effective on or after {end:yyyy-MM-dd} could not be read; the policy statement and the list of amendments last known are applied"
            );
        }

        if (record.Sentence.BelowRange is { Count: > 0 } parts && parts.Any(b => b.Basis == BelowRangeBasis.UndischargedTerm))
        {
            remarks.Add("a credit under §5G1.3(b) is no departure, and §1B1.10 does not mention it: it is not taken to lower the floor");
        }

        if (shown.Reading.Law.Policy is { Terms.FloorAtAmendedMinimum: false })
        {
            remarks.Add(
                "the policy statement of the order's date does not forbid a term below the amended range (n.3 lets that range and the time served limit the extent); the minimum of the amended range is shown"
            );
        }

        if (
            shown.Reading.Law.Policy is { Terms.Comparable: Chapter1.ComparableReductionRule.DepartureNotVariance } policy
            && record.Sentence.BelowRange?.Any(b => b.Basis == BelowRangeBasis.Variance) == true
        )
        {
            remarks.Add(
                $"after a sentence under 18 U.S.C. 3553(a) and Booker \"a further reduction generally would not be appropriate\" ({policy.Citation}(b)(2)(B)): the words do not forbid one, but none is computed"
            );
        }

        if (
            shown.Reading.Limits is { SafetyValve: false } limits
            && limits.Minimum > shown.Amended.Table.Min
            && shown.Reading.Law.Library.On<Statutes.SafetyValve>(shown.Reading.SentencedBy) is { } valve
            && shown is { Original.Points: { } before, Amended.Points: { } after }
            && valve.Terms.Bars(before)
            && !valve.Terms.Bars(after)
        )
        {
            remarks.Add(
                $"{before} criminal history points, which excluded the safety valve, become {after}; whether it then lifts the minimum without new findings ({valve.Citation}) is unsettled, and the minimum is kept"
            );
        }

        if (shown.Original.Points > 0 && shown.Amended.Points == 0 && record.CriminalHistory.StatusPoints == record.CriminalHistory.Points)
        {
            remarks.Add("all points are status points, which §4A1.1 n.4 adds only where a sentence counts; the record should be checked");
        }

        return remarks;
    }
}
