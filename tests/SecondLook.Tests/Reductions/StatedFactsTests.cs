using SecondLook.Sentencing.Findings;
using static SecondLook.Tests.Reductions.RecordText;

namespace SecondLook.Tests.Reductions;

/// <summary>What a stated fact settles, what it leaves open, and which facts cannot stand beside one another.</summary>
public class StatedFactsTests
{
    /// <summary>
    /// §4B1.1(b): a maximum of 40 years gives 34 (25 years or more), and "if the offense level for a career offender from the table ... is
    /// greater than the offense level otherwise applicable" only then does it apply: 200 kilograms of cocaine are level 38, 36 under
    /// Amendment 782; with acceptance 35 and 33, in VI 292-365 and 235-293.
    /// </summary>
    [Fact]
    public void A_career_offender_whose_maximum_gives_a_level_below_the_table_is_moved_by_the_table()
    {
        var answer = Determine(
            """
            {"id":"career","manual":"2013-11-01","sentencedOn":"2013-12-15","offense":{"guideline":"2D1.1","baseOffenseLevelFrom":"drug-quantity",
             "drugs":[{"substance":"cocaine","grams":200000}],"adjustments":[{"rule":"3E1.1","levels":-3}]},
             "criminalHistory":{"category":"VI"},"careerOffender":{"applied":true},
             "statutory":{"minimumMonths":0,"maximumMonths":480,"relief":"none"},"sentence":{"months":352},"motion":{"decidedOn":"2016-06-01"}}
            """
        );

        Assert.Equal(Outcome.Eligible, answer.Outcome);
        Assert.Equal((292, 365), (answer.Original.Range!.Value.Min.Value, answer.Original.Range.Value.Max.Value));
        Assert.Equal((235, 293), (answer.Amended!.Range!.Value.Min.Value, answer.Amended.Range.Value.Max.Value));
    }

    /// <summary>§4B1.1(b): a maximum of life gives 37, which stands above the 32 and 30 of six kilograms of cocaine.</summary>
    [Fact]
    public void A_career_offender_whose_maximum_gives_a_level_above_the_table_is_not_moved()
    {
        var answer = Determine(
            """
            {"id":"career","manual":"2013-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":6000}],
             "adjustments":[{"rule":"3E1.1","levels":-3}]},"criminalHistory":{"category":"VI"},"careerOffender":{"applied":true},
             "statutory":{"minimumMonths":0,"maximumMonths":"life","relief":"none"},"sentence":{"months":262},"motion":{"decidedOn":"2016-06-01"}}
            """
        );

        Assert.Equal((Outcome.Ineligible, ReasonCode.CareerOffender), (answer.Outcome, answer.Reason!.Code));
    }

    /// <summary>§4C1.1(a)(2), (4), (9) and (10), Amendment 821, Part B.</summary>
    [Theory]
    [InlineData("3A1.1", "an adjustment under §3A1.1 excludes")]
    [InlineData("3A1.4", "an adjustment under §3A1.4 excludes")]
    [InlineData("3A1.5", "an adjustment under §3A1.5 excludes")]
    [InlineData("3B1.1", "an adjustment under §3B1.1 excludes")]
    [InlineData("3C1.1", null)]
    public void An_adjustment_that_4C1_1_names_excludes_whatever_the_record_says_of_exclusions(string rule, string? says)
    {
        var answer = Determine(
            $$$"""
            {"id":"zero","manual":"2021-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":6000}],
             "adjustments":[{"rule":"{{{rule}}}","levels":2},{"rule":"3E1.1","levels":-3}]},
             "criminalHistory":{"points":0,"statusPoints":0,"category":"I","zeroPointExclusions":[]},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":"life","relief":"none"},"sentence":{"months":97},"motion":{"decidedOn":"2024-06-01"}}
            """
        );

        Assert.Equal(says is null ? Outcome.Eligible : Outcome.Ineligible, answer.Outcome);
        Assert.Equal(says is not null, answer.Disagreements.Any(d => d.Contains(says ?? "excludes", StringComparison.Ordinal)));
    }

    /// <summary>
    /// §2D1.1(b): the two levels go to one who "meets the criteria set forth in subdivisions (1)-(5) of subsection (a) of §5C1.2", whom the
    /// court sentences "without regard to any statutory minimum sentence": beside them "nothing lifted the minimum" cannot be so.
    /// </summary>
    [Theory]
    [InlineData("\"relief\":\"none\"", Outcome.Undetermined, true)]
    [InlineData("\"relief\":\"safety-valve\"", Outcome.Eligible, false)]
    [InlineData("\"relief\":null", Outcome.Eligible, false)]
    public void The_levels_for_the_safety_valve_show_that_it_lifted_the_minimum(string relief, Outcome outcome, bool contradicts)
    {
        var answer = Determine(
            $$$"""
            {"id":"valve","sentencedOn":"2012-06-01","manual":"2011-11-01","offense":{"guideline":"2D1.1",
             "drugs":[{"substance":"cocaine","grams":6000}],
             "adjustments":[{"rule":"2D1.1(b)(safety-valve)","levels":-2},{"rule":"3E1.1","levels":-3}]},
             "criminalHistory":{"category":"I"},"statutory":{"minimumMonths":120,"maximumMonths":"life",{{{relief}}}},
             "sentence":{"months":75,"belowRange":[]},"careerOffender":{"applied":false},"motion":{"decidedOn":"2016-03-01"}}
            """
        );

        Assert.Equal(outcome, answer.Outcome);
        Assert.Equal(contradicts, answer.Disagreements.Any(d => d.Contains("both are tried", StringComparison.Ordinal)));
        if (outcome == Outcome.Eligible)
        {
            Assert.Equal(57, answer.LowestTerm!.Months.Value);
        }
    }

    /// <summary>
    /// Hughes v. United States: in the usual case the acceptance of a Type-C agreement is based on the range, whether or not the agreement names
    /// one; only what the court itself relied on shows otherwise.
    /// </summary>
    [Theory]
    [InlineData("\"pleaUsedRange\":false", "2018-06-05", Outcome.Undetermined)]
    [InlineData("\"pleaUsedRange\":false,\"courtUsedRange\":true", "2018-06-05", Outcome.Eligible)]
    [InlineData("\"pleaUsedRange\":true,\"courtUsedRange\":false", "2018-06-05", Outcome.Ineligible)]
    [InlineData("\"pleaUsedRange\":null", "2018-06-05", Outcome.Eligible)]
    [InlineData("\"pleaUsedRange\":false", "2018-06-01", Outcome.Ineligible)]
    [InlineData("\"pleaUsedRange\":false,\"courtUsedRange\":true", "2018-06-01", Outcome.Ineligible)]
    public void An_agreement_without_a_range_does_not_settle_what_the_court_relied_on(string plea, string order, Outcome outcome)
    {
        var answer = Determine(
            $$$"""
            {"id":"type-c","sentencedOn":"2012-06-01","manual":"2011-11-01","offense":{"guideline":"2D1.1",
             "drugs":[{"substance":"methamphetamine-actual","grams":600}],
             "adjustments":[{"rule":"2D1.1(b)(1)","levels":2},{"rule":"3E1.1","levels":-3}]},"criminalHistory":{"category":"II"},
             "statutory":{"minimumMonths":120,"maximumMonths":"life","relief":"none"},
             "sentence":{"months":180,"belowRange":[{"basis":"variance"}],"plea":"11(c)(1)(C)",{{{plea}}}},
             "careerOffender":{"applied":false},"motion":{"decidedOn":"{{{order}}}"}}
            """
        );

        Assert.Equal(outcome, answer.Outcome);
    }

    /// <summary>
    /// §1B1.10(b)(2)(B) as Amendment 712 wrote it: after a sentence under 18 U.S.C. 3553(a) "a further reduction generally would not be
    /// appropriate"; Amendment 759 (November 1, 2011) left a comparable reduction to substantial assistance alone.
    /// </summary>
    [Theory]
    [InlineData("2010-06-03", true)]
    [InlineData("2011-11-02", false)]
    public void That_a_reduction_after_a_variance_was_only_discouraged_is_said(string order, bool said)
    {
        var answer = Determine(
            $$$"""
            {"id":"variance","sentencedOn":"2007-03-01","manual":"2006-11-01","offense":{"guideline":"2D1.1",
             "drugs":[{"substance":"cocaine-base","grams":60}],
             "adjustments":[{"rule":"2D1.1(b)(safety-valve)","levels":-2},{"rule":"3E1.1","levels":-3}]},"criminalHistory":{"category":"I"},
             "statutory":{"minimumMonths":120,"maximumMonths":"life","relief":"safety-valve"},
             "sentence":{"months":30,"belowRange":[{"basis":"variance"}]},"careerOffender":{"applied":false},"motion":{"decidedOn":"{{{order}}}"}}
            """
        );

        Assert.Equal((Outcome.Ineligible, ReasonCode.AlreadyAtOrBelowFloor), (answer.Outcome, answer.Reason!.Code));
        Assert.Equal(said, answer.Remarks.Any(r => r.Contains("generally would not be appropriate", StringComparison.Ordinal)));
    }

    /// <summary>Facts that cannot stand beside one another: §1B1.11(a) for the Manual, §5G1.1 for the limits.</summary>
    [Theory]
    [InlineData("\"sentencedOn\":\"2010-06-01\"", "did not exist at the sentence")]
    [InlineData("\"statutory\":{\"minimumMonths\":240,\"maximumMonths\":120}", "is above the maximum of 120;")]
    [InlineData("\"statutory\":{\"maximumMonths\":60},\"sentence\":{\"months\":97}", "above the statutory maximum of 60 months")]
    [InlineData("\"statutory\":{\"minimumMonths\":120,\"relief\":\"none\"},\"sentence\":{\"months\":97}", "below the statutory minimum")]
    [InlineData("\"sentence\":{\"months\":97},\"earlierReductions\":[{\"basis\":\"other\",\"months\":99}]", "raises the term of 97 months")]
    [InlineData("\"earlierReductions\":[{\"on\":\"2018-05-01\",\"basis\":\"other\",\"months\":90}]", "is later than the order")]
    [InlineData("\"sentencedOn\":\"2012-06-01\",\"sentence\":{\"months\":97}", null)]
    public void Facts_that_cannot_both_be_so_are_named(string facts, string? says)
    {
        var answer = Determine(
            $$$"""
            {"id":"impossible","manual":"2011-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":6000}],
             "adjustments":[{"rule":"3E1.1","levels":-3}]},"criminalHistory":{"category":"I"},"careerOffender":{"applied":false},
             {{{facts}}},"motion":{"decidedOn":"2016-03-01"}}
            """
        );

        Assert.Equal(says is not null, answer.Disagreements.Any(d => d.Contains(says ?? "", StringComparison.Ordinal)));
    }

    /// <summary>
    /// §1B1.10(a)(1): a term may be reduced where the range was lowered "as a result of an amendment to the Guidelines Manual listed" there.
    /// Amendment 788 puts Amendment 782 on the list on November 1, 2014; an order of that day or later may take effect in 2015.
    /// </summary>
    [Theory]
    [InlineData("2014-10-31", 1)]
    [InlineData("2014-11-01", 0)]
    [InlineData("2014", 0)]
    public void A_reduction_by_an_amendment_before_it_was_listed_is_reported(string on, int reported)
    {
        var answer = Determine(
            $$$"""
            {"id":"a","manual":"2012-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":2000}],"adjustments":[]},
             "criminalHistory":{"points":3,"category":"II","statusPoints":0},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":"life"},"sentence":{"months":90},
             "earlierReductions":[{"on":"{{{on}}}","basis":"amendment-782","months":75}],"motion":{"decidedOn":"2016-06-01"}}
            """
        );

        Assert.Equal(reported, answer.Disagreements.Count);
        Assert.All(answer.Disagreements, d => Assert.Contains("§1B1.10 lists from Nov. 1, 2014 on", d, StringComparison.Ordinal));
    }
}
