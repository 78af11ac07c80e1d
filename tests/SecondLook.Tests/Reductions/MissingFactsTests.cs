using SecondLook.Sentencing.Findings;
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
    /// Level 38 is of 1.5 kilograms of cocaine base or more in the Manual of 2005, of 4.5 since Amendment 706 (listed March 3, 2008) and of 8.4
    /// since Amendment 750 (November 1, 2011). Five kilograms move only by the later one, so that in 2011 the date decides beside the drug.
    /// </summary>
    [Fact]
    public void The_date_of_an_order_is_asked_for_where_it_decides_which_amendments_are_listed()
    {
        static string Record(string drugs, string order) =>
            $$$"""
                {"id":"when","manual":"2005-11-01","offense":{"guideline":"2D1.1",{{{drugs}}},"adjustments":[]},
                 "criminalHistory":{"category":"I","points":1,"statusPoints":0},"careerOffender":{"applied":false},
                 "statutory":{"minimumMonths":0,"maximumMonths":"life"},"sentence":{"months":300},"motion":{"decidedOn":"{{{order}}}"}}
                """;
        const string Five = "\"drugs\":[{\"substance\":\"cocaine-base\",\"grams\":5000}]";
        var answer = Determine(Record("\"drugQuantityLevel\":38", "2011"));

        Assert.Equal(["offense.drugs", "motion.decidedOn"], answer.Missing.Select(missing => missing.Fact));
        Assert.Equal(Outcome.Undetermined, answer.Missing[0].If.Single(i => i.Is == "cocaine-base >= 4500 and < 8400").Then);
        Assert.Equal(Outcome.Ineligible, Determine(Record(Five, "2011-06-01")).Outcome);
        Assert.Equal(Outcome.Eligible, Determine(Record(Five, "2011-12-01")).Outcome);
    }

    /// <summary>
    /// §2D1.1(a)(5) in the Manual of 2013: of level 34 or 36 "decrease by 3 levels"; if the result "is greater than level 32 and the defendant
    /// receives the 4-level ('minimal participant') reduction in §3B1.2(a), decrease to level 32". So 36 is 33, and 32 with four levels; the 34
    /// of Amendment 782 is 31 with either: the total falls by two levels or by one, to 78-97 or to 87-108.
    /// </summary>
    [Fact]
    public void A_role_that_is_not_listed_is_asked_for_by_its_levels()
    {
        var answer = Determine(
            """
            {"id":"role","manual":"2013-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":60000}],
             "totalOffenseLevel":30},"criminalHistory":{"category":"I","points":1,"statusPoints":0},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":"life"},"sentence":{"months":87,"belowRange":[]},"motion":{"decidedOn":"2016-05-01"}}
            """
        );

        var asked = Assert.Single(answer.Missing);
        Assert.Equal("offense.adjustments", asked.Fact);
        Assert.Equal(
            [
                ("no floor, cap or third point takes up the change, or a mitigating role of 2 or 3 levels", Outcome.Eligible),
                ("a mitigating role of 4 levels", Outcome.Ineligible),
            ],
            asked.If.Where(i => i.Is.Contains("a mitigating role", StringComparison.Ordinal)).Select(i => (i.Is, i.Then))
        );
        Assert.DoesNotContain(asked.If, i => i.Then == Outcome.Undetermined);
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
