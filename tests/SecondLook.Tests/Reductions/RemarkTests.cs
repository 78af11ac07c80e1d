using static SecondLook.Tests.Reductions.RecordText;

namespace SecondLook.Tests.Reductions;

/// <summary>What an answer remarks beside its figures: said where the record gives the reason, and nowhere else.</summary>
public class RemarkTests
{
    /// <summary>
    /// §4A1.1 n.4 (2016): a criminal justice sentence is one that is countable under §4A1.2, so status points are never the only ones.
    /// </summary>
    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(3, 2, false)]
    [InlineData(2, 0, false)]
    public void Status_points_that_are_all_the_points_are_remarked(int points, int status, bool remarked) =>
        Assert.Equal(remarked, Remarks($"\"points\":{points},\"statusPoints\":{status}", "").Any(r => r.Contains("§4A1.1 n.4")));

    [Theory]
    [InlineData("\"pleaWaivesReduction\":true", true)]
    [InlineData("\"pleaWaivesReduction\":false", false)]
    public void A_waiver_in_the_plea_agreement_is_remarked(string sentence, bool remarked) =>
        Assert.Equal(remarked, Remarks(Points, sentence).Any(r => r.Contains("waives motions")));

    /// <summary>§1B1.10(b)(2)(B) lowers the floor for substantial assistance alone; §5G1.3(b) is in neither.</summary>
    [Theory]
    [InlineData("5G1.3(b)", true)]
    [InlineData("variance", false)]
    public void A_credit_for_an_undischarged_term_is_remarked(string basis, bool remarked) =>
        Assert.Equal(remarked, Remarks(Points, $"\"belowRange\":[{{\"basis\":\"{basis}\"}}]").Any(r => r.Contains("§5G1.3(b)")));

    /// <summary>A month holds every one of its days: the offense may have ended before the day of the sentence.</summary>
    [Theory]
    [InlineData("2017-05", "2017-05-20", false)]
    [InlineData("2017-05", "2017-06-01", true)]
    [InlineData("2017-05-19", "2017-05", false)]
    public void An_offense_that_ended_after_the_sentence_is_a_contradiction(string sentenced, string ended, bool reported)
    {
        var record = $$$"""{"id":"d","sentencedOn":"{{{sentenced}}}","offenseEndedOn":"{{{ended}}}","motion":{"decidedOn":"2024-05-01"}}""";

        Assert.Equal(reported, Determine(record).Disagreements.Any(d => d.Contains("after the sentence")));
    }

    private const string Points = "\"points\":3,\"statusPoints\":2";

    private static IReadOnlyList<string> Remarks(string history, string sentence) =>
        Determine(
            $$$"""
            {"id":"r","sentencedOn":"2017-05-01","manual":"2016-11-01","offense":{"guideline":"2D1.1",
             "drugs":[{"substance":"heroin","grams":500}],"adjustments":[]},"criminalHistory":{{{{history}}}},
             "careerOffender":{"applied":false},"statutory":{"minimumMonths":0,"maximumMonths":"life"},
             "sentence":{"months":51{{{(sentence.Length > 0 ? "," + sentence : "")}}}},
             "motion":{"amendments":["821"],"decidedOn":"2024-05-01"}}
            """
        ).Remarks;
}
