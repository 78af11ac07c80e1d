using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// Which listed amendments that are not computed could change the range of a record: by the Manual that has the text they strike, and by
/// the facts without which they cannot matter. Unknown is not no: a fact that the record does not give is taken to be there.
/// </summary>
internal static class Reach
{
    private const string Drugs = "2D1.1";

    /// <summary>The amendments that could change the range of this reading.</summary>
    public static List<Amendment> Of(SentencingRecord record, Evaluation answer, IReadOnlyList<string>? named)
    {
        var reaching = new List<Amendment>(0);
        foreach (var (amendment, reach) in answer.Reading.Law.Reaches)
        {
            var known = reaching.Count > 0 && ReferenceEquals(reaching[^1], amendment);
            if (!known && Holds(reach, record, answer) && (reach.Presumed is null || IsNamed(amendment, named)))
            {
                reaching.Add(amendment);
            }
        }

        return reaching;
    }

    /// <summary>True where an amendment could change the range, whatever Manual it amends.</summary>
    public static bool Has(Amendment amendment, SentencingRecord record, Evaluation answer) =>
        amendment.NotComputable is not null && amendment.Reaches.Any(r => Holds(r, record, answer));

    /// <summary>True where what is not computed can only lower the range of this record.</summary>
    public static bool OnlyLowers(Amendment amendment, SentencingRecord record, Evaluation answer) =>
        amendment.OnlyLowers && !amendment.Reaches.Any(r => r.MayRaise && Holds(r, record, answer));

    /// <summary>What is presumed, each once, so that an amendment that is not asked about cannot matter.</summary>
    public static IReadOnlyList<string> Presumed(SentencingRecord record, List<Evaluation> answers, IReadOnlyList<string>? named)
    {
        var presumed = new List<string>(0);
        foreach (var answer in answers)
        {
            foreach (var (amendment, reach) in answer.Reading.Law.Reaches)
            {
                if (reach.Presumed is { } what && !presumed.Contains(what) && Holds(reach, record, answer) && !IsNamed(amendment, named))
                {
                    presumed.Add(what);
                }
            }
        }

        return presumed;
    }

    private static bool IsNamed(Amendment amendment, IReadOnlyList<string>? named) => named?.Any(amendment.IsNamedBy) == true;

    private static bool Holds(AmendmentReach reach, SentencingRecord record, Evaluation answer)
    {
        var offense = record.Offense;
        return !(reach.ManualFrom > answer.Reading.Law.Original.Edition)
            && IsUnder(reach, offense)
            && !(offense.BaseOffenseLevel <= reach.BaseLevelMoreThan)
            && !(offense.BaseOffenseLevel > reach.BaseLevelAtMost)
            && (!reach.AdjustmentsUnknown || offense.Adjustments is null)
            && (offense.Adjustments is not { } adjustments || WereApplied(reach, adjustments))
            && (reach.Statutes.Count == 0 || IsStatuteUnder(record, reach.Statutes))
            && !IsCountUnder(record, reach.NoCountUnder)
            && (reach.CountsRecorded is not { } recorded || recorded == record.Counts?.Any(c => c.Statute is not null) is true)
            && MayInvolve(reach, offense.Drugs)
            && (!reach.CareerOffender || CareerMatters(record, answer));
    }

    /// <summary>
    /// Whether the guideline may be one that the amendment is about: §2D1.1 where none is recorded, and any where the base level is recorded to
    /// come from another one that is not named.
    /// </summary>
    private static bool IsUnder(AmendmentReach reach, Offense offense)
    {
        if (offense is { Guideline: null, BaseOffenseLevelFrom: BaseLevelSource.OtherGuideline })
        {
            return !reach.Guidelines.Contains(Drugs);
        }

        var guideline = offense.Guideline ?? Drugs;
        return (reach.Guidelines.Count == 0 || reach.Guidelines.Contains(guideline)) && !reach.OtherThan.Contains(guideline);
    }

    /// <summary>Whether a substance of the offense may be one that the amendment is about; one that is not named may be.</summary>
    private static bool MayInvolve(AmendmentReach reach, IReadOnlyList<Drug>? drugs)
    {
        for (var i = 0; i < drugs?.Count; i++)
        {
            if (
                drugs[i].Substance is not { } substance
                || ((reach.Substances.Count == 0 || reach.Substances.Contains(substance)) && !reach.OtherSubstances.Contains(substance))
            )
            {
                return true;
            }
        }

        return drugs is null or [];
    }

    private static bool WereApplied(AmendmentReach reach, IReadOnlyList<Adjustment> adjustments)
    {
        var (applied, levels) = (0, 0);
        for (var i = 0; i < adjustments.Count; i++)
        {
            if (Begins(adjustments[i], reach.NotApplied))
            {
                return false;
            }

            if (Begins(adjustments[i], reach.Applied))
            {
                applied++;
                levels += adjustments[i].Levels;
            }
        }

        return (reach.Applied.Count == 0 || applied > 0) && !(levels <= reach.AppliedMoreThan);
    }

    private static bool Begins(Adjustment adjustment, IReadOnlyList<string> rules)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            if (adjustment.Rule.StartsWith(rules[i], StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStatuteUnder(SentencingRecord record, IReadOnlyList<string> statutes) =>
        StatutesOf(record).Any(s => StatuteNames.IsUnder(s, statutes));

    private static bool IsCountUnder(SentencingRecord record, IReadOnlyList<string> statutes) =>
        record.Counts is { Count: > 0 } counts && counts.Any(c => c.Statute is { } statute && StatuteNames.IsUnder(statute, statutes));

    private static IEnumerable<string> StatutesOf(SentencingRecord record) =>
        (record.Sentence.Consecutive ?? []).Select(c => c.Statute).Concat((record.Counts ?? []).Select(c => c.Statute)).OfType<string>();

    /// <summary>Whether the range would be another without §4B1.1: its level controls, or its category is higher than that of the points.</summary>
    private static bool CareerMatters(SentencingRecord record, Evaluation answer)
    {
        if (!answer.Reading.Level.Career)
        {
            return false;
        }

        var levels = answer.Original.Levels;
        var byPoints = record.CriminalHistory.Points is { } points
            ? answer.Reading.Law.Original.Get<Chapter4.CriminalHistoryCategories>().Terms.Of(points)
            : 0;
        return levels.Controlling is null || levels.Controlling > levels.Adjusted || byPoints < answer.Original.Category;
    }
}
