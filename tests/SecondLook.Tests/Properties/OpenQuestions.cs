using SecondLook.Sentencing.Facts;

namespace SecondLook.Tests.Properties;

/// <summary>Ways to forget a fact after which the record itself says something else.</summary>
internal static class OpenQuestions
{
    /// <summary>
    /// Under 18 U.S.C. 3553(e) a court goes below a minimum "so as to reflect a defendant's substantial assistance" and for nothing else.
    /// A drawn record that states such a motion and another ground contradicts itself, and without the ground it states assistance.
    /// </summary>
    public static Forgetting.Way[] Clear(SentencingRecord record, IEnumerable<Forgetting.Way> ways) =>
        WithTheGuideline(record, [.. ways.Where(way => way.Name != "sentence.belowRange" || !IsBelowMinimumOnMotion(record))]);

    /// <summary>A record that says neither the guideline nor where the level came from is presumed to be under §2D1.1, and says so.</summary>
    private static Forgetting.Way[] WithTheGuideline(SentencingRecord record, Forgetting.Way[] ways) =>
        record.Offense.Guideline != "2D1.1" && ways.Any(way => way.Name == "offense.guideline")
            ? [.. ways.Where(way => way.Name != "offense.baseOffenseLevelFrom")]
            : ways;

    private static bool IsBelowMinimumOnMotion(SentencingRecord record) =>
        record.Statutory.Relief == MinimumRelief.SubstantialAssistance && record.Sentence.Months < record.Statutory.Minimum;
}
