using SecondLook.Sentencing.Findings;
using static SecondLook.Tests.Reductions.RecordText;

namespace SecondLook.Tests.Reductions;

/// <summary>A criminal history that the record does not give in full, and what else it could be.</summary>
public class UnknownHistoryTests
{
    /// <summary>
    /// §4B1.1(b): a career offender's "criminal history category in every case under this subsection shall be Category VI"; §4B1.2(c) wants two
    /// sentences "counted separately under the provisions of §4A1.1(a), (b), or (c)". A category from I to V that the court found excludes it,
    /// one that nobody states does not, and points only below two do.
    /// </summary>
    [Theory]
    [InlineData("", Outcome.Undetermined)]
    [InlineData("\"points\":5,", Outcome.Undetermined)]
    [InlineData("\"points\":2,", Outcome.Undetermined)]
    [InlineData("\"points\":1,", Outcome.Eligible)]
    [InlineData("\"category\":\"V\",", Outcome.Eligible)]
    [InlineData("\"category\":\"VI\",", Outcome.Undetermined)]
    public void A_category_that_is_not_stated_may_be_that_of_a_career_offender(string known, Outcome outcome)
    {
        var answer = Determine(Record($"\"criminalHistory\":{{{known}\"zeroPointExclusions\":[]}},"));

        Assert.Equal(outcome, answer.Outcome);
        Assert.Equal(outcome == Outcome.Undetermined ? ["careerOffender.applied"] : [], answer.Missing.Select(m => m.Fact));
    }

    /// <summary>
    /// 18 U.S.C. 3553(f)(1) until December 2018: not "more than 1 criminal history point". Relief under it that is recorded is relief of somebody
    /// in category I, whose range falls to 97-121; a term of 97 is at the floor, and in no other category would it be at its own.
    /// </summary>
    [Fact]
    public void Relief_that_is_recorded_tells_of_points_that_are_not()
    {
        var answer = Determine(
            """
            {"id":"a","manual":"2013-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":6000}],"adjustments":[]},
             "careerOffender":{"applied":false},"statutory":{"minimumMonths":120,"maximumMonths":"life","relief":"safety-valve"},
             "sentence":{"months":110,"belowRange":[]},"motion":{"decidedOn":"2016-05-01"}}
            """
        );

        Assert.Equal((Outcome.Eligible, "97-121"), (answer.Outcome, $"{answer.Amended?.Range}"));
        Assert.Equal(97, answer.LowestTerm?.Months.Value);
        Assert.Empty(answer.Disagreements);
    }

    /// <summary>
    /// §4A1.1(e) until November 2010: "If 2 points are added for item (d), add only 1 point for this item." One point for recency tells of status
    /// points and two of none: of five points with two for recency none is a status point, and Amendment 821 moves nothing.
    /// </summary>
    [Theory]
    [InlineData(1, 7, "III")]
    [InlineData(2, 7, "IV")]
    public void Points_for_recency_tell_whether_there_are_status_points(int recency, int points, string category)
    {
        var answer = Determine(
            $$$"""
            {"id":"a","manual":"2008-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":2000}],"adjustments":[]},
             "criminalHistory":{"points":{{{points}}},"category":"IV","recencyPoints":{{{recency}}}},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":"life"},"sentence":{"months":160},"motion":{"decidedOn":"2024-05-01"}}
            """
        );

        Assert.Equal(category, DeterminationNames.Category(answer.Amended!.Category!.Value));
    }

    /// <summary>
    /// §4C1.1 is in the Manual since November 1, 2023 (Amendment 821, Part B). Levels under it that a record of an earlier Manual lists are in its
    /// total of 24, and the amendment does not take them off a second time.
    /// </summary>
    [Fact]
    public void Levels_under_a_rule_that_the_Manual_did_not_have_are_used_reported_and_not_taken_off_again()
    {
        var answer = Determine(
            """
            {"id":"a","manual":"2018-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":2000}],
             "adjustments":[{"rule":"4C1.1","levels":-2}]},"criminalHistory":{"points":0,"statusPoints":0,"zeroPointExclusions":[]},
             "careerOffender":{"applied":false},"statutory":{"minimumMonths":0,"maximumMonths":"life"},"sentence":{"months":70},
             "motion":{"decidedOn":"2024-05-01"}}
            """
        );

        Assert.Equal((Outcome.Ineligible, 24, 24), (answer.Outcome, answer.Original.TotalOffenseLevel, answer.Amended?.TotalOffenseLevel));
        Assert.Contains("§4C1.1", Assert.Single(answer.Disagreements), StringComparison.Ordinal);
    }

    private static string Record(string history) =>
        $$$"""
            {"id":"a","manual":"2012-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":2000}],"adjustments":[]},
             {{{history}}}"statutory":{"minimumMonths":0,"maximumMonths":"life","relief":"none"},
             "sentence":{"months":400,"belowRange":[]},"motion":{"decidedOn":"2016-05-01"}}
            """;
}
