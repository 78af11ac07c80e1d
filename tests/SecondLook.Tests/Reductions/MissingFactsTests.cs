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

    /// <summary>
    /// §2D1.1(c) note (E): a plant is 100 grams of marihuana. From 1,000 to 2,000 plants are from 100 to 200 kilograms, on one line: level 26
    /// in 2013, and 24 since Amendment 782.
    /// </summary>
    [Fact]
    public void A_number_of_plants_between_two_that_have_one_level_is_not_asked_for()
    {
        var answer = Determine(
            """
            {"id":"plants","manual":"2013-11-01","offense":{"guideline":"2D1.1",
             "drugs":[{"substance":"marihuana-plants","count":{"min":1000,"max":2000}}],"adjustments":[]},
             "criminalHistory":{"points":3,"statusPoints":0,"recencyPoints":0},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":"life"},"sentence":{"months":78,"belowRange":[]},
             "motion":{"amendments":["782"],"decidedOn":"2015-12-01"}}
            """
        );

        Assert.Equal<(int?, int?)>((26, 24), (answer.Original?.DrugQuantityLevel, answer.Amended?.DrugQuantityLevel));
        Assert.DoesNotContain(answer.Missing, missing => missing.Fact.Contains("count"));
    }
}
