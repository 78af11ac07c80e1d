using static SecondLook.Tests.Reductions.RecordText;

namespace SecondLook.Tests.Reductions;

/// <summary>Which facts are asked for.</summary>
public class MissingFactsTests
{
    /// <summary>A date of 2008 may be before any amendment was listed: no weight tells that, so the date is asked for.</summary>
    [Fact]
    public void A_fact_is_not_missing_only_because_another_one_plays_no_part()
    {
        var answer = Determine(
            """
            {"id":"when","manual":"2006-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine-base","grams":{"min":50}}],
             "adjustments":[]},"criminalHistory":{"category":"I"},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":"life"},"motion":{"decidedOn":"2008"}}
            """
        );

        Assert.Equal(["offense.drugs[0].grams", "motion.decidedOn"], answer.Missing.Select(missing => missing.Fact));
    }
}
