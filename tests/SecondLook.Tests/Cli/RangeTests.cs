using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Law;
using SecondLook.Tests.Screening;

namespace SecondLook.Tests.Cli;

/// <summary>One case under every Manual; the levels and the amendments are those of Appendix C.</summary>
public sealed class RangeTests : IDisposable
{
    /// <summary>A base level from the table, a weapon, the safety valve by its number of 2012, and acceptance with its third level.</summary>
    private const string Crack = """
        {"id":"crack","manual":"2012-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine-base","grams":300}],"baseOffenseLevel":32,"adjustments":[{"rule":"2D1.1(b)(1)","levels":2},{"rule":"2D1.1(b)(16)","levels":-2},{"rule":"3E1.1","levels":-3}],"totalOffenseLevel":29,"baseOffenseLevelFrom":"drug-quantity"},"criminalHistory":{"points":4,"statusPoints":2,"recencyPoints":0,"category":"III","zeroPointExclusions":[]},"careerOffender":{"applied":false},"statutory":{"minimumMonths":0,"maximumMonths":480,"relief":"none"},"sentence":{"months":120}}
        """;

    private const string Methamphetamine = """
        {"id":"meth","manual":"2012-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"methamphetamine","grams":600}],"baseOffenseLevel":32,"adjustments":[{"rule":"3E1.1","levels":-3}],"totalOffenseLevel":29,"baseOffenseLevelFrom":"drug-quantity"},"criminalHistory":{"points":0,"statusPoints":0,"recencyPoints":0,"category":"I","zeroPointExclusions":[]},"careerOffender":{"applied":false},"statutory":{"minimumMonths":0,"maximumMonths":480,"relief":"none"},"sentence":{"months":97}}
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>
    /// Amend. 706 (2007): 150 to 500 grams from 34 to 32. Amend. 748 (2010): 280 to 840 grams is 32, so that nothing changes. Amend. 782:
    /// 30. Amend. 459 (1992): the third level of acceptance. Amend. 515 (1995): the safety valve. Amend. 821A: no status points below seven.
    /// </summary>
    [Fact]
    public async Task Crack_falls_by_706_and_782_and_every_fall_is_tied_to_its_amendment()
    {
        var page = await EveryManual(Crack);

        Assert.Equal(
            [
                "Nov. 1, 1989 to Oct. 31, 1992 34 34 34 III 188-235 months",
                "Nov. 1, 1992 to Oct. 31, 1995 34 34 33 III 168-210 months",
                "Nov. 1, 1995 to Oct. 31, 2007 34 34 31 III 135-168 months",
                "Nov. 1, 2007 to Oct. 31, 2014 32 32 29 III 108-135 months",
                "Nov. 1, 2014 to Oct. 31, 2023 30 30 27 III 87-108 months",
                "Nov. 1, 2023 to Oct. 31, 2026 30 30 27 II 78-97 months",
            ],
            Spans(page)
        );
        Assert.All(
            [
                "level after acceptance of responsibility: 34 -> 33, by USSG §3E1.1, Appendix C, amend. 459 (no amendment is keyed for it)",
                "level from the Drug Quantity Table: 34 -> 32, by amendment 706",
                "level from the Drug Quantity Table: 32 -> 30, by amendment 782",
                "criminal history points: 4 -> 2, by amendment 821A",
                "§2D1.1(b)(16) (safety valve) is not in this Manual and is left out",
                "§3E1.1 takes off no more than 2 levels",
            ],
            words => Assert.Contains(words, OneLine(page), StringComparison.Ordinal)
        );
    }

    /// <summary>Amend. 555 (1997) halves the quantities of methamphetamine; amend. 821B gives two levels to one without points.</summary>
    [Fact]
    public async Task Methamphetamine_rises_by_555_and_falls_by_782_and_821B()
    {
        var page = await EveryManual(Methamphetamine);

        Assert.Equal(
            [
                "Nov. 1, 1989 to Oct. 31, 1992 28 28 26 I 63-78 months",
                "Nov. 1, 1992 to Oct. 31, 1997 28 28 25 I 57-71 months",
                "Nov. 1, 1997 to Oct. 31, 2014 32 32 29 I 87-108 months",
                "Nov. 1, 2014 to Oct. 31, 2023 30 30 27 I 70-87 months",
                "Nov. 1, 2023 to Oct. 31, 2026 30 30 25 I 57-71 months",
            ],
            Spans(page)
        );
        Assert.Contains("28 -> 32, by USSG §2D1.1(c), Appendix C, amends. 555 and 556", OneLine(page), StringComparison.Ordinal);
        Assert.Contains("by amendment 821B", OneLine(page), StringComparison.Ordinal);
    }

    /// <summary>Reason for amend. 488: "125 doses of LSD on blotter paper" were level 26; at 0.4 milligram they are 50 milligrams, level 14.</summary>
    [Fact]
    public async Task Doses_of_LSD_on_a_carrier_fall_by_488()
    {
        var page = await EveryManual(
            Methamphetamine
                .Replace("\"methamphetamine\",\"grams\":600", "\"lsd\",\"grams\":1,\"count\":125", StringComparison.Ordinal)
                .Replace("\"baseOffenseLevel\":32,", "", StringComparison.Ordinal)
                .Replace("\"totalOffenseLevel\":29,", "", StringComparison.Ordinal)
                .Replace("2012-11-01", "1992-11-01", StringComparison.Ordinal)
        );

        Assert.Contains("Nov. 1, 1992 to Oct. 31, 1993 26 26 23 I 46-57 months", Spans(page));
        Assert.StartsWith("Nov. 1, 1993 to Oct. 31, 2014 14 14 ", Spans(page)[2], StringComparison.Ordinal);
        Assert.Contains("by amendment 488", OneLine(page), StringComparison.Ordinal);
    }

    /// <summary>§4C1.1(a): "decrease the offense level ... by 2 levels", from the level that the court found under a Manual that had no such rule.</summary>
    [Theory]
    [InlineData("\"baseOffenseLevel\":7,", "")]
    [InlineData("", "")]
    [InlineData("\"baseOffenseLevel\":7,", "\"adjustments\":[{\"rule\":\"2B1.1(b)(1)(D)\",\"levels\":6}],")]
    [InlineData("\"baseOffenseLevel\":7,", "\"adjustments\":[{\"rule\":\"2B1.1(b)(1)(E)\",\"levels\":8}],")]
    public async Task A_level_that_the_court_found_without_its_parts_falls_by_821B_as_well(string baseLevel, string adjustments)
    {
        var page = await EveryManual(
            $$"""
            {"id":"fraud","manual":"2012-11-01","offense":{"guideline":"2B1.1",{{baseLevel}}{{adjustments}}"totalOffenseLevel":15},"criminalHistory":{"points":0,"category":"I","statusPoints":0,"zeroPointExclusions":[]} }
            """
        );

        Assert.EndsWith("15 I 18-24 months", Spans(page)[0], StringComparison.Ordinal);
        Assert.StartsWith("Nov. 1, 2023", Spans(page)[^1], StringComparison.Ordinal);
        Assert.EndsWith("13 I 12-18 months", Spans(page)[^1], StringComparison.Ordinal);
        Assert.Contains("by amendment 821B", OneLine(page), StringComparison.Ordinal);
        Assert.DoesNotContain("825", page, StringComparison.Ordinal);
    }

    /// <summary>The level that the record states is 15; no other is called the court's.</summary>
    [Fact]
    public async Task Only_a_level_of_the_record_is_said_to_be_the_courts()
    {
        const string Record = """
            {"id":"fraud","manual":"2023-11-01","offense":{"guideline":"2B1.1","baseOffenseLevel":7,"adjustments":[{"rule":"4C1.1","levels":-2}],"totalOffenseLevel":15},"criminalHistory":{"points":0,"category":"I","statusPoints":0,"zeroPointExclusions":[]} }
            """;

        var (_, output, _) = await Shell.Run(["range", folder.Write("case.jsonl", Record)]);

        Assert.Contains("total offense level, as the court found 15", OneLine(output), StringComparison.Ordinal);
        Assert.Contains(
            "total offense level 15, criminal history category I, guideline range 18-24 months",
            OneLine(output),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_level_that_is_tried_is_not_said_to_be_the_courts()
    {
        var (_, output, _) = await Shell.Run([
            "range",
            folder.Write("case.jsonl", """{"id":"fraud","manual":"2012-11-01","offense":{"guideline":"2B1.1"}}"""),
        ]);

        Assert.DoesNotContain("as the court found", OneLine(output), StringComparison.Ordinal);
    }

    /// <summary>The chemical tables of November 1, 2018 and later are not keyed.</summary>
    [Fact]
    public async Task A_chemical_under_a_Manual_whose_table_is_not_keyed_has_no_range()
    {
        const string Chemical = """
            {"id":"chem","manual":"2000-11-01","offense":{"guideline":"2D1.11","baseOffenseLevelFrom":"drug-quantity","drugs":[{"substance":"isosafrole","grams":500}],"adjustments":[]},"criminalHistory":{"points":1,"category":"I","statusPoints":0,"zeroPointExclusions":[]},"careerOffender":{"applied":false}}
            """;

        var (_, output, _) = await Shell.Run(["range", folder.Write("case.jsonl", Chemical), "--manual", "2019-11-01"]);
        var page = await EveryManual(Chemical);

        Assert.Contains("guideline range not known", OneLine(output), StringComparison.Ordinal);
        Assert.Contains("not covered: USSG §2D1.11", OneLine(output), StringComparison.Ordinal);
        Assert.Contains("Nov. 1, 2018 to Oct. 31, 2026 ? ? ? ? not known", OneLine(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2B1.1(b)(1)(E)", "USSG §1B1.1(a)(2), §2B1.1(b)(1)(E)")]
    [InlineData("4B1.3", "USSG §1B1.1(a)(6), §4B1.3")]
    [InlineData("3A1.5", "USSG §1B1.1(a)(3), §3A1.5")]
    public async Task An_adjustment_is_cited_by_its_own_guideline(string rule, string citation)
    {
        var record = $$"""
            {"id":"fraud","manual":"2012-11-01","offense":{"guideline":"2B1.1","baseOffenseLevel":7,"adjustments":[{"rule":"{{rule}}","levels":8}],"totalOffenseLevel":15},"criminalHistory":{"points":1,"category":"I","statusPoints":0,"zeroPointExclusions":[]} }
            """;

        var (_, output, _) = await Shell.Run(["range", folder.Write("case.jsonl", record)]);

        Assert.Contains(citation, OneLine(output), StringComparison.Ordinal);
        Assert.DoesNotContain("§2D1.1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_record_does_not_say_whether_an_exclusion_holds_both_ranges_are_shown()
    {
        var page = await EveryManual(Methamphetamine.Replace(",\"zeroPointExclusions\":[]", "", StringComparison.Ordinal));

        Assert.Equal("Nov. 1, 2023 to Oct. 31, 2026 30 30 ? I 57-71 months or 70-87 months", Spans(page)[^1]);
        Assert.Contains("whether §4C1.1 applies is not recorded", OneLine(page), StringComparison.Ordinal);
    }

    /// <summary>The safety valve is (b)(16) in the Manual of 2012, (b)(6) in that of 2001, and (b)(17) in that of 2014.</summary>
    [Theory]
    [InlineData("2001-11-01", "total offense level 31,")]
    [InlineData("2014-11-01", "total offense level 27,")]
    [InlineData("1994-11-01", "total offense level 33,")]
    [InlineData("2012-11-01", "total offense level 29,")]
    public async Task An_adjustment_goes_by_the_number_of_the_Manual_applied(string manual, string total)
    {
        var (code, output, error) = await Shell.Run(["range", folder.Write("case.jsonl", Crack), "--manual", manual]);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains(total, OneLine(output), StringComparison.Ordinal);
    }

    /// <summary>
    /// A base level of 32 stands for 50 to 150 grams of methamphetamine (actual) in the Manual of 2012, all of which is level 30 in that of
    /// 2014. In the Manual of 1993 it is three levels: 50 to 100 grams 30 and 28, 100 grams and more 32.
    /// </summary>
    [Theory]
    [InlineData("2014-11-01", "total offense level 27, criminal history category I, guideline range 70-87 months")]
    [InlineData("1993-11-01", "range 57-71 months or 70-87 months or 87-108 months")]
    public async Task A_level_without_its_quantity_stands_for_the_quantities_of_its_line(string manual, string expected)
    {
        var record = Methamphetamine.Replace("\"methamphetamine\",\"grams\":600", "\"methamphetamine-actual\"", StringComparison.Ordinal);

        var (_, output, _) = await Shell.Run(["range", folder.Write("case.jsonl", record), "--manual", manual]);

        Assert.Contains(expected, OneLine(output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_of_one_table_says_nothing_of_another_where_neither_drug_nor_quantity_is_known()
    {
        var record = Methamphetamine.Replace(
            "\"drugs\":[{\"substance\":\"methamphetamine\",\"grams\":600}],",
            "",
            StringComparison.Ordinal
        );

        var (_, own, _) = await Shell.Run(["range", folder.Write("case.jsonl", record), "--manual", "2012-11-01"]);
        var (_, other, _) = await Shell.Run(["range", folder.Write("case.jsonl", record), "--manual", "2014-11-01"]);

        Assert.Contains("guideline range 87-108 months", OneLine(own), StringComparison.Ordinal);
        Assert.Contains(
            "the quantity is not recorded: every level of this Manual's table is tried",
            OneLine(other),
            StringComparison.Ordinal
        );
        Assert.Contains("guideline range one of", OneLine(other), StringComparison.Ordinal);
    }

    [Fact]
    public void The_spans_follow_each_other_from_the_first_day_to_the_last_and_differ()
    {
        foreach (var text in new[] { Crack, Methamphetamine })
        {
            Assert.True(new RecordJson().TryRead(System.Text.Encoding.UTF8.GetBytes(text), out var record, out _));
            var spans = Sentencing.Reductions.EveryManual.Of(record, Folder.Law, Folder.Day("2026-10-31"));

            Assert.Equal(Folder.Day("1989-11-01"), spans[0].First);
            Assert.Equal(Folder.Day("2026-10-31"), spans[^1].Last);
            Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.Equal(pair.First.Last.AddDays(1), pair.Second.First));
            Assert.All(spans.Skip(1), span => Assert.NotEmpty(span.Moved));
            var own = spans.Single(span => span.First <= record.Manual && span.Last >= record.Manual);
            Assert.Equal(record.Offense.TotalOffenseLevel, own.Computation.TotalOffenseLevel);
        }
    }

    [Theory]
    [InlineData("not covered", "--manual", "2026-11-01")]
    [InlineData("not covered", "--manual", "1989-10-31")]
    [InlineData("cannot both be asked for", "--manual", "2012-11-01", "--every-manual")]
    public async Task A_Manual_that_is_not_covered_is_refused(string expected, params string[] options)
    {
        var (code, output, error) = await Shell.Run(["range", folder.Write("case.jsonl", Crack), .. options]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    private async Task<string> EveryManual(string record)
    {
        var (code, output, error) = await Shell.Run(["range", folder.Write("case.jsonl", record), "--every-manual"]);
        Assert.Equal((0, ""), (code, error));
        return output;
    }

    private static string[] Spans(string page) =>
        [
            .. page.Split('\n')
                .Where(line => line.Contains("months", StringComparison.Ordinal) && line.StartsWith("  Nov.", StringComparison.Ordinal))
                .Select(OneLine),
        ];

    private static string OneLine(string page) => string.Join(' ', page.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
