using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Sentencing.Reductions;

/// <summary>What excludes the safety valve.</summary>
/// <param name="Law">The provision.</param>
/// <param name="Facts">The record paths of the facts that exclude it.</param>
internal sealed record SafetyValveBar(Provision<SafetyValve> Law, string Facts);

/// <summary>
/// 18 U.S.C. 3553(f), §5C1.2(a): where the relief from a minimum is not recorded, what the other facts exclude. The law is that of the
/// last day on which the person may have been sentenced: later law was never stricter, and which of two applied turns on the day of the
/// conviction, which records do not give.
/// </summary>
internal static class SafetyValveReadings
{
    /// <summary>What excludes it on the facts that the record states; null where nothing does.</summary>
    public static SafetyValveBar? Stated(SentencingRecord record, LawStages stages, DateOnly sentencedBy) =>
        Bar(record, stages, sentencedBy, StatedPoints(record, stages.Original));

    /// <summary>Whether the record has the levels of §2D1.1(b) for one who meets the criteria of §5C1.2(a).</summary>
    public static bool HasLevels(SentencingRecord record)
    {
        var adjustments = record.Offense.Adjustments;
        for (var i = 0; i < adjustments?.Count; i++)
        {
            if (adjustments[i] is { Rule: "2D1.1(b)(safety-valve)", Levels: < 0 })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The fewest criminal history points on the facts that the record states.</summary>
    public static int StatedPoints(SentencingRecord record, Manual manual)
    {
        var (history, career) = (record.CriminalHistory, record.CareerOffender);
        var categories = manual.Get<CriminalHistoryCategories>().Terms.FromPoints;
        var mayBeCareer = career.OffenseLevel is not null || (career.Applied ?? history.Category == categories.Count);
        return FewestPoints(history.Points, history.Category, mayBeCareer, manual);
    }

    /// <summary>What excludes it on one reading of the record; null where nothing does.</summary>
    public static SafetyValveBar? Of(SentencingRecord record, Reading reading)
    {
        var (category, points, _) = reading.History.Stages[0];
        var known = reading.Level.Career ? record.CriminalHistory.Points : points;
        return Bar(record, reading.Law, reading.SentencedBy, FewestPoints(known, category, reading.Level.Career, reading.Law.Original));
    }

    /// <summary>The fewest points of a history: of a category those from which it begins, of a career offender those of two convictions (§4B1.2(c)).</summary>
    private static int FewestPoints(int? points, int? category, bool career, Manual manual) =>
        points
        ?? (
            career ? CareerReadings.FewestPoints(manual)
            : category is { } stated ? manual.Get<CriminalHistoryCategories>().Terms.FromPoints[stated - 1]
            : 0
        );

    private static SafetyValveBar? Bar(SentencingRecord record, LawStages stages, DateOnly sentencedBy, int points)
    {
        if (stages.Library.On<SafetyValve>(sentencedBy) is not { } law)
        {
            return new(First(stages.Library), "sentencedOn");
        }

        return law.Terms.Bars(points) ? new(law, "criminalHistory")
            : record.Offense.BaseOffenseLevelFrom == BaseLevelSource.DeathOrInjury ? new(law, "offense.baseOffenseLevelFrom")
            : CourtAdjustments.HasAggravatingRole(record.Offense.Adjustments) ? new(law, "offense.adjustments")
            : IsOtherOffense(record, stages.Library, sentencedBy, law.Terms) ? new(law, "counts")
            : null;
    }

    /// <summary>Whether every count that is not apart names a statute, and none of the offenses of 18 U.S.C. 3553(f).</summary>
    private static bool IsOtherOffense(SentencingRecord record, LawLibrary library, DateOnly sentencedBy, SafetyValve terms) =>
        CountLimits.Of(record, library, sentencedBy) is { } counts
        && Array.TrueForAll(
            counts.Counts,
            i =>
                record.Counts![i].Statute is { } cited
                && new StatuteOfConviction(cited) is { IsRead: true } statute
                && !statute.NamesAny(terms.Offenses)
        );

    private static Provision<SafetyValve> First(LawLibrary law) =>
        law.History<SafetyValve>().AnyVersions.Select(v => v.Version).OfType<Provision<SafetyValve>>().First();
}
