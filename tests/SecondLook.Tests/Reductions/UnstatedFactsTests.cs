using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Agreement;
using static SecondLook.Tests.Reductions.RecordText;

namespace SecondLook.Tests.Reductions;

/// <summary>What a record does not say and the law or its own figures do: each case with its place.</summary>
public class UnstatedFactsTests
{
    /// <summary>
    /// §3D1.4 backwards. A total of 30 beside a group of 24 is a drug group of 28 (and a unit) or 29 (and half a one) with nothing for
    /// acceptance, of 31 with two levels, of 32 or 33 with three; two levels less of each are 28, 29, 28, 28 and 29.
    /// </summary>
    [Fact]
    public void A_total_beside_another_group_is_every_level_of_the_drug_group_that_makes_it()
    {
        var answer = Determine(
            """
            {"id":"a","manual":"2013-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":2000}],
             "totalOffenseLevel":30},"groups":[{"guideline":"2K2.1","adjustedLevel":24}],
             "criminalHistory":{"category":"I","points":1,"statusPoints":0},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":"life"},"sentence":{"months":120},
             "motion":{"amendments":["782"],"decidedOn":"2016-05-01"}}
            """
        );

        Assert.Equal(Outcome.Eligible, answer.Outcome);
        Assert.Equal(["78-97", "87-108"], answer.Amended!.Readings.Select(r => $"{r}"));
    }

    /// <summary>
    /// Amendment 702, for §2B1.1 as it was from November 1, 2004, until November 1, 2007: a base level of another guideline that nobody names may
    /// be of that one.
    /// </summary>
    [Theory]
    [InlineData("2005-11-01", Outcome.Undetermined)]
    [InlineData("2007-11-01", Outcome.Ineligible)]
    public void Another_guideline_that_is_not_named_may_be_one_that_a_listed_amendment_changes(string manual, Outcome outcome)
    {
        var answer = Determine(
            $$$"""
            {"id":"a","manual":"{{{manual}}}","offense":{"baseOffenseLevelFrom":"other-guideline","baseOffenseLevel":7,"totalOffenseLevel":29},
             "criminalHistory":{"category":"I","points":1,"statusPoints":0},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":240,"relief":"none"},"sentence":{"months":90},"motion":{"decidedOn":"2009-05-01"}}
            """
        );

        Assert.Equal(outcome, answer.Outcome);
        Assert.Equal(outcome == Outcome.Undetermined, answer.NotCovered.Any(n => n.Rule.Contains("amend. 702", StringComparison.Ordinal)));
    }

    /// <summary>Units that the record states leave of these only the group that they fit: a whole unit is from 1 to 4 levels less, and that is 28.</summary>
    [Fact]
    public void Units_that_are_stated_leave_only_the_levels_that_they_fit()
    {
        var answer = Determine(
            """
            {"id":"a","manual":"2013-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":2000}],
             "totalOffenseLevel":30},"groups":[{"guideline":"2K2.1","adjustedLevel":24,"units":1}],
             "criminalHistory":{"category":"I","points":1,"statusPoints":0},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":"life"},"sentence":{"months":120},
             "motion":{"amendments":["782"],"decidedOn":"2016-05-01"}}
            """
        );

        Assert.Equal((28, "78-97"), (answer.Amended!.TotalOffenseLevel, $"{answer.Amended.Range}"));
    }

    /// <summary>
    /// §5G1.1(b): a minimum displaces the range where it "is greater than the maximum of the applicable guideline range" (78 to 97 at level
    /// 28); of one that did, Koons v. United States (2018) takes the term for assistance not to be based on the range.
    /// </summary>
    [Theory]
    [InlineData(97, Outcome.Eligible)]
    [InlineData(98, Outcome.Ineligible)]
    public void A_minimum_at_the_top_of_the_range_does_not_displace_it(int minimum, Outcome outcome)
    {
        var answer = Determine(
            $$$"""
            {"id":"a","manual":"2013-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":2000}],"adjustments":[]},
             "criminalHistory":{"category":"I","points":1,"statusPoints":0},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":{{{minimum}}},"maximumMonths":"life","relief":"substantial-assistance"},
             "sentence":{"months":70,"belowRange":[{"basis":"substantial-assistance"}]},
             "motion":{"amendments":["782"],"decidedOn":"2019-05-01"}}
            """
        );

        Assert.Equal(outcome, answer.Outcome);
    }

    /// <summary>§4A1.1 and the table of Chapter Five: category I is no point or one, and §4C1.1 is for no point; category II is at least two.</summary>
    [Theory]
    [InlineData("I", Outcome.Undetermined)]
    [InlineData("II", Outcome.Ineligible)]
    public void Of_category_I_the_points_decide_and_of_another_they_do_not(string category, Outcome outcome)
    {
        var answer = Determine(
            $$$"""
            {"id":"a","manual":"2018-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":2000}],"adjustments":[]},
             "criminalHistory":{"category":"{{{category}}}","statusPoints":0,"zeroPointExclusions":[]},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":"life"},"sentence":{"months":70},"motion":{"decidedOn":"2024-05-01"}}
            """
        );

        Assert.Equal(outcome, answer.Outcome);
    }

    /// <summary>21 U.S.C. 841(b)(1)(B)(vii): "100 or more marihuana plants regardless of weight", five years; (A)(vii): 1,000 plants, ten.</summary>
    [Theory]
    [InlineData(99, new[] { "10-16" })]
    [InlineData(100, new[] { "15-21", "60-60" })]
    [InlineData(999, new[] { "41-51", "60-60" })]
    [InlineData(1000, new[] { "51-63", "60-63", "120-120" })]
    public void A_minimum_that_nobody_mentions_is_one_that_the_plants_reach(int plants, string[] ranges)
    {
        var answer = Determine(
            $$$"""
            {"id":"a","manual":"2015-11-01","sentencedOn":"2016-02-01","offense":{"guideline":"2D1.1",
             "drugs":[{"substance":"marihuana-plants","count":{{{plants}}}}],"adjustments":[]},
             "criminalHistory":{"category":"I","points":1,"statusPoints":0},"careerOffender":{"applied":false},
             "statutory":{"relief":"none"},"sentence":{"months":200},"motion":{"decidedOn":"2024-05-01"}}
            """
        );

        var found = answer.Original.Range is { } only ? [$"{only}"] : answer.Original.Readings.Select(r => $"{r}").ToArray();
        Assert.Equal(ranges, found);
    }

    /// <summary>§4B1.1(b) in the Manual of 2013: the level of the statutory maximum, on both sides of every line.</summary>
    [Theory]
    [InlineData("\"life\"", 37)]
    [InlineData("300", 34)]
    [InlineData("299", 32)]
    [InlineData("240", 32)]
    [InlineData("239", 29)]
    [InlineData("180", 29)]
    [InlineData("179", 24)]
    [InlineData("120", 24)]
    [InlineData("119", 17)]
    [InlineData("60", 17)]
    [InlineData("59", 12)]
    [InlineData("13", 12)]
    public void A_career_offender_level_that_is_not_stated_is_that_of_the_maximum(string maximum, int level)
    {
        var answer = Determine(
            $$$"""
            {"id":"a","manual":"2013-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"marihuana","grams":100}],"adjustments":[]},
             "criminalHistory":{"category":"VI"},"careerOffender":{"applied":true},
             "statutory":{"minimumMonths":0,"maximumMonths":{{{maximum}}},"relief":"none"},"motion":{"decidedOn":"2016-05-01"}}
            """
        );

        Assert.Equal((level, 6), (answer.Original.TotalOffenseLevel, answer.Original.Category));
    }

    /// <summary>
    /// §1B1.11(b)(1): the Manual of the day of the offense where that of the sentence is worse. 500 grams of amphetamine were 100 kilograms
    /// of marihuana, level 26, and since May 1, 2001, a ton, level 32 (App. C, 610).
    /// </summary>
    [Theory]
    [InlineData("2000-06-01", "2001-12-01", 26)]
    [InlineData("2001-06-01", "2001-12-01", 32)]
    public void The_Manual_of_the_offense_is_used_where_it_is_the_lower(string ended, string sentenced, int level)
    {
        var answer = Determine(
            $$$"""
            {"id":"a","sentencedOn":"{{{sentenced}}}","offenseEndedOn":"{{{ended}}}","offense":{"guideline":"2D1.1",
             "drugs":[{"substance":"amphetamine","grams":500}],"adjustments":[]},"criminalHistory":{"category":"I","points":1,"statusPoints":0},
             "careerOffender":{"applied":false},"statutory":{"minimumMonths":0,"maximumMonths":"life"},"motion":{"decidedOn":"2016-05-01"}}
            """
        );

        Assert.Equal(level, answer.Original.DrugQuantityLevel);
        Assert.Equal(level == 26, answer.Assumptions.Any(a => a.Contains("when the offense ended")));
    }

    /// <summary>§2D1.1(c): from 100 to 400 grams of heroin were level 26 until Amendment 782 and are 24 since: the recorded level tells the Manual.</summary>
    [Theory]
    [InlineData(26, Outcome.Eligible)]
    [InlineData(24, Outcome.Ineligible)]
    public void A_Manual_that_is_not_known_is_one_whose_table_gives_the_level_even_of_a_weight_between_two(int level, Outcome outcome)
    {
        var answer = Determine(
            $$$"""
            {"id":"a","offense":{"guideline":"2D1.1","drugs":[{"substance":"heroin","grams":{"min":100,"max":300}}],
             "drugQuantityLevel":{{{level}}},"adjustments":[]},"criminalHistory":{"category":"I","points":1,"statusPoints":0},
             "careerOffender":{"applied":false},"statutory":{"minimumMonths":0,"maximumMonths":"life"},"sentence":{"months":63},
             "motion":{"amendments":["782"],"decidedOn":"2016-05-01"}}
            """
        );

        Assert.Equal(outcome, answer.Outcome);
        Assert.DoesNotContain(answer.Assumptions, a => a.Contains("before the amendment asked about"));
    }

    /// <summary>App. C, 488: LSD on a carrier medium is counted by the dose; whether it was on one, nobody says, beside another drug either.</summary>
    [Fact]
    public void LSD_beside_another_drug_may_not_have_been_on_a_carrier()
    {
        var answer = Determine(
            """
            {"id":"a","manual":"1992-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"lsd","grams":1},
             {"substance":"heroin","grams":10}],"adjustments":[]},"criminalHistory":{"category":"I","points":1,"statusPoints":0},
             "careerOffender":{"applied":false},"statutory":{"minimumMonths":0,"maximumMonths":"life"},"sentence":{"months":63},
             "motion":{"decidedOn":"2000-05-01"}}
            """
        );

        Assert.Equal(Outcome.Undetermined, answer.Outcome);
        Assert.Contains(
            answer.Missing.SelectMany(m => m.If),
            branch => branch.Is.StartsWith("not on a carrier medium", StringComparison.Ordinal) && branch.Then == Outcome.Ineligible
        );
    }

    /// <summary>§2D1.2(a)(1) adds 2 to the 28 of two kilograms of cocaine; no other guideline that borrows it makes 30 of 28.</summary>
    [Fact]
    public void A_borrowed_level_whose_guideline_is_not_named_is_of_one_that_can_give_it()
    {
        var answer = Determine(
            """
            {"id":"a","manual":"2013-11-01","offense":{"drugs":[{"substance":"cocaine","grams":2000}],"baseOffenseLevel":30,
             "baseOffenseLevelFrom":"borrowed","adjustments":[]},"criminalHistory":{"category":"I","points":1,"statusPoints":0},
             "careerOffender":{"applied":false},"statutory":{"minimumMonths":0,"maximumMonths":"life"},"sentence":{"months":97},
             "motion":{"amendments":["782"],"decidedOn":"2016-05-01"}}
            """
        );

        Assert.Equal((Outcome.Eligible, 30, 28), (answer.Outcome, answer.Original.TotalOffenseLevel, answer.Amended!.TotalOffenseLevel));
        Assert.Empty(answer.Disagreements);
    }

    /// <summary>
    /// §2D1.1 n.10 (2013): a dose of LSD is 0.4 milligrams, a gram is 100 kilograms of marihuana. From 1,000 to 2,000 doses are 40 to 80
    /// kilograms, with 10 to 20 kilograms for heroin less than 100: levels 20 to 24 and not 26.
    /// </summary>
    [Fact]
    public void Doses_between_two_numbers_weigh_between_two_weights()
    {
        var answer = Determine(
            """
            {"id":"a","manual":"2013-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"lsd","count":{"min":1000,"max":2000}},
             {"substance":"heroin","grams":{"min":10,"max":20}}],"adjustments":[]},
             "criminalHistory":{"category":"I","points":1,"statusPoints":0},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":"life"},"sentence":{"months":97},
             "motion":{"amendments":["782"],"decidedOn":"2016-05-01"}}
            """
        );

        Assert.Equal(["33-41", "41-51", "51-63"], answer.Original.Readings.Select(r => $"{r}"));
    }

    /// <summary>Notes to the Drug Equivalency Tables (2013): Schedule III substances together "shall not exceed 59.99 kilograms of marihuana".</summary>
    [Fact]
    public void A_capped_weight_is_a_finding_with_the_cap()
    {
        var record = EligibilityTests.Record(
            CaseTable.Of("Reductions/Eligibility.cases.md", "case", "outcome").First(row => row["manual"] == "2013-11-01")
        );
        var answer = SentenceReduction.Determine(
            record with
            {
                Offense = record.Offense with
                {
                    Drugs = [new("schedule-3", null, Quantity.Exactly(100_000)), new("heroin", Quantity.Exactly(10), null)],
                },
            },
            new(null, PartialDate.On(new(2016, 5, 1)), KeepFindings: true),
            Editions.Law
        );

        Assert.Contains(
            answer.OriginalFindings.SelectMany(Tree),
            finding => finding.Step == Step.CappedWeight && finding.Value.ToString().Contains("59.99")
        );
    }

    private static IEnumerable<Finding> Tree(Finding finding) => finding.Basis.SelectMany(Tree).Prepend(finding);
}
