using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Agreement;
using static SecondLook.Tests.Reductions.RecordText;

namespace SecondLook.Tests.Reductions;

/// <summary>
/// What a record that says little could mean: everything that it could be is tried, and where the answers differ it is undetermined. Each
/// record here is the smallest that showed a guess.
/// </summary>
public class ReadingTests
{
    /// <summary>A motion under 18 U.S.C. 3553(e) does not say why the term is below a range that begins above the minimum.</summary>
    [Fact]
    public void A_term_above_the_minimum_and_below_the_range_may_have_another_ground_than_assistance()
    {
        var answer = Determine(
            """
            {"id":"cut","manual":"2012-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":5000}],
             "adjustments":[{"rule":"3E1.1","levels":-3}]},"criminalHistory":{"category":"I"},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":60,"maximumMonths":480,"relief":"substantial-assistance"},"sentence":{"months":65},
             "motion":{"decidedOn":"2016-05-01"}}
            """
        );

        Assert.Equal(Outcome.Undetermined, answer.Outcome);
        Assert.Contains(answer.Missing, missing => missing.Fact == "sentence.belowRange");
    }

    /// <summary>§4B1.1(b): the level of the table applies only if it "is greater than the offense level otherwise applicable".</summary>
    [Fact]
    public void A_career_offender_level_below_the_base_level_does_not_control_when_adjustments_are_unknown()
    {
        var answer = Determine(
            """
            {"id":"career","manual":"2012-11-01","offense":{"guideline":"2D1.1","drugQuantityLevel":36,"baseOffenseLevel":36,
             "totalOffenseLevel":33},"criminalHistory":{"category":"VI"},"careerOffender":{"applied":true,"offenseLevel":34},
             "statutory":{"minimumMonths":0,"maximumMonths":480},"motion":{"decidedOn":"2016-05-01"}}
            """
        );

        Assert.NotEqual(Outcome.Ineligible, answer.Outcome);
    }

    /// <summary>§4B1.1(b): category VI in every case, so that 292 to 365 months is level 35 and not level 36 of category V.</summary>
    [Fact]
    public void The_range_of_a_career_offender_is_read_in_category_VI()
    {
        var answer = Determine(
            """
            {"id":"six","manual":"2012-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"heroin","grams":700}]},
             "criminalHistory":{"points":10},"careerOffender":{"applied":true,"offenseLevel":37},"guidelineRange":{"min":292,"max":365},
             "statutory":{"minimumMonths":0,"maximumMonths":"life"},"motion":{"decidedOn":"2016-05-01"}}
            """
        );

        Assert.Empty(answer.Disagreements);
        Assert.Equal(CaseRow.RangeOf("292-365"), answer.Original.Range);
    }

    /// <summary>Amendment 516 makes a tenth of fifty plants or more, and of nothing else.</summary>
    [Theory]
    [InlineData("""[{"count":100}]""")]
    [InlineData("""[{"substance":"heroin","grams":{"min":20}},{"substance":"marihuana-plants","count":{"min":60,"max":100}}]""")]
    public void A_count_may_be_one_of_plants(string drugs)
    {
        var answer = Determine(
            $$$"""
            {"id":"plants","manual":"1991-11-01","offense":{"guideline":"2D1.1","drugs":{{{drugs}}},"drugQuantityLevel":26,
             "adjustments":[{"rule":"3E1.1","levels":-2}]},"criminalHistory":{"category":"I"},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":480},"motion":{"decidedOn":"2000-05-01"}}
            """
        );

        Assert.NotEqual(Outcome.Ineligible, answer.Outcome);
    }

    /// <summary>n.8(B): the cap of Schedule IV is no cap for heroin: ten kilograms and more of it are level 36, with whatever else.</summary>
    [Fact]
    public void A_cap_of_one_substance_does_not_cap_another_of_unknown_weight()
    {
        var answer = Determine(
            """
            {"id":"capped","manual":"1994-09-23","offense":{"guideline":"2D1.1","adjustments":[],"drugs":[
             {"substance":"schedule-4","grams":{"min":16160,"max":60601}},{"substance":"heroin","grams":{"min":10000,"max":29000}}]},
             "criminalHistory":{"category":"I"},"careerOffender":{"applied":false},"statutory":{"minimumMonths":0,"maximumMonths":480},
             "motion":{"decidedOn":"2016-05-01"}}
            """
        );

        Assert.Equal(36, answer.Original.DrugQuantityLevel);
    }

    /// <summary>n.8(D): "the minimum offense level from the Drug Quantity Table for any of these controlled substances ... is level 12".</summary>
    [Fact]
    public void A_minimum_level_holds_for_a_stimulant_of_unknown_weight_among_others()
    {
        var answer = Determine(
            """
            {"id":"least","manual":"2012-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"marihuana","grams":{"min":2000}},
             {"substance":"amphetamine-actual"}],"drugQuantityLevel":12,"adjustments":[]},"criminalHistory":{"category":"I"},
             "careerOffender":{"applied":false},"statutory":{"minimumMonths":0,"maximumMonths":480},"motion":{"decidedOn":"2016-05-01"}}
            """
        );

        Assert.Equal(Outcome.Ineligible, answer.Outcome);
    }

    /// <summary>From 1995 to 2001 the two levels of the safety valve were taken off from level 26 on; 26 became 24, which keeps its level.</summary>
    [Fact]
    public void The_safety_valve_of_1995_may_take_up_the_change_where_adjustments_are_unknown()
    {
        var answer = Determine(
            """
            {"id":"valve","manual":"1997-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"heroin","grams":101}],
             "totalOffenseLevel":21},"criminalHistory":{"category":"I"},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":480},"motion":{"decidedOn":"2016-05-01"}}
            """
        );

        Assert.Equal(Outcome.Undetermined, answer.Outcome);
        Assert.Contains(answer.Missing, missing => missing.Fact == "offense.adjustments");
    }

    /// <summary>Part A, n.2: "an offense level of more than 43 is to be treated as an offense level of 43".</summary>
    [Fact]
    public void A_range_of_life_may_be_of_any_level_from_43_on()
    {
        var answer = Determine(
            """
            {"id":"life","manual":"2012-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":200000}]},
             "criminalHistory":{"category":"I"},"careerOffender":{"applied":false},"guidelineRange":{"min":"life","max":"life"},
             "statutory":{"minimumMonths":0,"maximumMonths":"life"},"motion":{"decidedOn":"2016-05-01"}}
            """
        );

        Assert.Null(answer.Original.TotalOffenseLevel);
    }

    /// <summary>Amendment 715, n.10(D)(ii)(II): no reduction below the level for the other substances alone, which 5760 grams bring to 34.</summary>
    [Fact]
    public void The_exception_of_amendment_715_cuts_the_unknown_weight_of_another_substance()
    {
        const string Record = """
            {"id":"715","manual":"2008-05-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"psilocybin","grams":QUANTITY},
             {"substance":"cocaine-base","grams":150},{"substance":"pcp-actual","grams":12}],"adjustments":[]},
             "criminalHistory":{"category":"VI"},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":"life"},"motion":{"decidedOn":"2018-06-03"}}
            """;
        int? LevelOf(string quantity) =>
            Determine(Record.Replace("QUANTITY", quantity, StringComparison.Ordinal)).Original.DrugQuantityLevel;

        Assert.Equal((32, 34), (LevelOf("5000"), LevelOf("6000")));
        Assert.Null(LevelOf("""{"min":3000,"max":6061}"""));
    }

    /// <summary>
    /// Amendments 706 and 711, n.10(D)(i): the cocaine base is weighed by a factor that its own level chooses, and "Add the quantity of
    /// marihuana" of the other substances; 280 grams beside 2.5 grams of methamphetamine leave 13,425 grams of DET to level 34.
    /// </summary>
    [Theory]
    [InlineData("")]
    [InlineData(""",{"substance":"psilocybin","grams":{"min":1,"max":3}}""")]
    public void The_factor_for_cocaine_base_cuts_the_unknown_weight_of_another_substance(string beside)
    {
        const string Record = """
            {"id":"711","manual":"2001-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"det","grams":QUANTITY},
             {"substance":"cocaine-base","grams":280},{"substance":"methamphetamine-actual","grams":2.5}BESIDE],"adjustments":[]},
             "criminalHistory":{"category":"I"},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":"life"},"motion":{"decidedOn":"2008-03-03"}}
            """;
        int? LevelOf(string quantity, string more) =>
            Determine(
                Record.Replace("QUANTITY", quantity, StringComparison.Ordinal).Replace("BESIDE", more, StringComparison.Ordinal)
            ).Amended!.DrugQuantityLevel;

        Assert.Equal((32, 34), (LevelOf("13424", ""), LevelOf("13426", "")));
        Assert.Null(LevelOf("""{"min":7000,"max":26251}""", beside));
    }

    /// <summary>
    /// United States v. Anderson (N.D. Iowa 2015) states a total of 42 and no level for the quantity: the answer is settled, the line of the
    /// table that amendment 782 moves is not, and must not be shown as if it were.
    /// </summary>
    [Fact]
    public void An_effect_on_which_the_readings_do_not_agree_has_no_figures()
    {
        var answer = Cases.Determine(Cases.Read("samples/rulings.jsonl").Single(c => c.Record.Id == "anderson-ndia-2015").Record);

        Assert.Equal(Outcome.Ineligible, answer.Outcome);
        Assert.All(answer.Effects, effect => Assert.Equal((null, null), (effect.From, effect.To)));
        Assert.Contains(answer.Effects, effect => effect is { Amendment: "782", What: "drugQuantityLevel" });
        Assert.Contains("\"from\":null,\"to\":null", DeterminationJson.Text(answer), StringComparison.Ordinal);
    }

    /// <summary>§1B1.11: a Manual whose table does not give the level that the court found from its quantity was not the one it used.</summary>
    [Fact]
    public void A_Manual_that_does_not_give_the_recorded_level_is_no_reading_of_the_year_of_sentencing()
    {
        var answer = Determine(
            """
            {"id":"year","sentencedOn":"2007","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine-base","grams":1000}],
             "drugQuantityLevel":36,"adjustments":[]},"criminalHistory":{"category":"I"},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":"life"},"motion":{"decidedOn":"2009-05-01"}}
            """
        );

        Assert.Empty(answer.Disagreements);
        Assert.Equal(Outcome.Eligible, answer.Outcome);
    }

    /// <summary>n.6 leaves to the court what a substance weighs that the list does not name; the record lacks nothing but the court's level.</summary>
    [Fact]
    public void A_substance_that_cannot_be_weighed_is_law_not_covered_or_the_level_is_missing()
    {
        var answer = Determine(
            """
            {"id":"analogue","manual":"2002-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"fentanyl-analogue","grams":100},
             {"substance":"heroin","grams":10}],"adjustments":[]},"criminalHistory":{"category":"I"},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":"life"},"motion":{"decidedOn":"2016-05-01"}}
            """
        );

        Assert.Equal(Outcome.Undetermined, answer.Outcome);
        Assert.True(
            answer.NotCovered.Count > 0
                || answer.Missing.Any(missing => missing.Fact is "offense.drugQuantityLevel" or "offense.baseOffenseLevel")
        );
    }

    /// <summary>Where not every reading was tried, what those that were have in common is no finding.</summary>
    [Fact]
    public void A_determination_that_is_capped_asserts_nothing_that_was_not_read_out_of_every_reading()
    {
        var answer = Determine(
            """{"id":"capped","manual":"2012-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine"}]},"motion":{"decidedOn":"2024"}}"""
        );

        Assert.True(answer.Capped);
        Assert.Null(answer.Original.DrugQuantityLevel);
    }

    /// <summary>The Commission's datafiles say of the safety valve that it was not applied, and nothing of a government motion.</summary>
    [Fact]
    public void A_safety_valve_that_the_record_denies_is_no_reading()
    {
        var answer = Determine(
            """
            {"id":"denied","manual":"2001-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":2000}],
             "adjustments":[{"rule":"3E1.1","levels":-3}]},"criminalHistory":{"category":"I"},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":60,"maximumMonths":480,"safetyValve":false},"sentence":{"months":60},
             "motion":{"decidedOn":"2016-05-01"}}
            """
        );

        Assert.DoesNotContain(answer.Missing.SelectMany(missing => missing.If), reading => reading.Is == "safety-valve");
        Assert.Equal(CaseRow.RangeOf("60-71"), answer.Original.Range);
    }

    /// <summary>§1B1.10(b)(2)(B): a comparable reduction is measured from the term imposed; without it nobody knows how low that is.</summary>
    [Fact]
    public void A_comparable_reduction_is_open_where_the_term_imposed_is_not_recorded()
    {
        var answer = Determine(
            """
            {"id":"imposed","manual":"2012-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":2000}],
             "adjustments":[]},"criminalHistory":{"category":"VI"},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":"life"},"sentence":{"belowRange":[{"basis":"substantial-assistance"}]},
             "earlierReductions":[{"basis":"other","months":100}],"motion":{"decidedOn":"2016-05-01"}}
            """
        );

        Assert.Equal(Outcome.Undetermined, answer.Outcome);
        Assert.Contains(answer.Missing, missing => missing.Fact == "sentence.months");
    }

    /// <summary>
    /// §5G1.1(a): a maximum of 120 months below 151-188 and 140-175 is the guideline sentence before and after, though §1B1.10(c) takes
    /// §5G1.1 out of the amended range (United States v. Vogel, W.D. Mich. 2024).
    /// </summary>
    [Fact]
    public void A_maximum_below_both_ranges_leaves_nothing_to_lower_after_assistance()
    {
        var answer = Determine(
            """
            {"id":"maximum","manual":"2018-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":5000}],
             "adjustments":[{"rule":"3C1.1","levels":2},{"rule":"3E1.1","levels":-3}]},
             "criminalHistory":{"points":13,"statusPoints":2,"category":"VI"},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":60,"maximumMonths":120,"relief":"substantial-assistance"},
             "sentence":{"months":93,"belowRange":[{"basis":"substantial-assistance"}]},"motion":{"decidedOn":"2024-06-01"}}
            """
        );

        Assert.Equal((Outcome.Ineligible, ReasonCode.StatutoryMaximum), (answer.Outcome, answer.Reason!.Code));
    }
}
