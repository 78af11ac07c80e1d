using SecondLook.Sentencing.Law;
using SecondLook.Tests.Law;

namespace SecondLook.Tests.Cli;

/// <summary>What the law says on a day, and which amendment changed it, compared with the printed text.</summary>
public class LawShowTests
{
    /// <summary>§2D1.1(c) in the Manuals of 2013 and 2014, and Appendix C, amend. 782.</summary>
    [Theory]
    [InlineData("2013-11-01", "(4) level 32")]
    [InlineData("2014-10-31", "(4) level 32")]
    [InlineData("2014-11-01", "(5) level 30")]
    public async Task A_kilogram_of_heroin_was_level_32_and_is_30_since_amendment_782(string day, string paragraph)
    {
        var page = await Page("show", "2D1.1(c)", "--manual", day);

        var heroin = page.IndexOf("heroin                      at least 1 KG but less than 3 KG\n", StringComparison.Ordinal);
        Assert.True(heroin > 0, page);
        var above = page[..heroin].Split('\n').Last(line => line.Contains(") level ", StringComparison.Ordinal));
        Assert.Equal(paragraph, above.Trim());
    }

    [Fact]
    public async Task A_paragraph_of_the_table_is_shown_alone()
    {
        var page = await Page("show", "2D1.1(c)(4)", "--manual", "2013-11-01");

        Assert.Contains("  (4) level 32\n", page, StringComparison.Ordinal);
        Assert.Contains("cocaine                     at least 5 KG but less than 15 KG\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("level 30", page, StringComparison.Ordinal);
        Assert.DoesNotContain("dose-weights", page, StringComparison.Ordinal);
    }

    /// <summary>§1B1.10(b)(1): only the listed amendment, everything else as it was applied.</summary>
    [Fact]
    public async Task The_Manual_of_2007_with_only_amendment_782_keeps_the_crack_table_of_its_day()
    {
        var page = await Page("show", "2D1.1(c)", "--manual", "2010-10-31", "--amendment", "782");

        Assert.Contains("with only amendment 782 substituted", page, StringComparison.Ordinal);
        Assert.Contains("heroin                      at least 1 KG but less than 3 KG\n", page, StringComparison.Ordinal);
        Assert.Contains("(5) level 30\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("converted-drug-weight", page, StringComparison.Ordinal);
    }

    /// <summary>Appendix C, amend. 821, Part A: §4A1.1(d) becomes (e), two points become one, and only from seven other points.</summary>
    [Fact]
    public async Task Status_points_stand_in_paragraph_d_until_2023_and_in_paragraph_e_since()
    {
        var before = await Page("show", "4A1.1(d)", "--manual", "2022-11-01");
        var after = await Page("show", "4A1.1(e)", "--manual", "2023-11-01");

        Assert.StartsWith("USSG §4A1.1(d) (status-points) on Nov. 1, 2022\n", before, StringComparison.Ordinal);
        Assert.Matches(@"\n  points +2\n", before);
        Assert.StartsWith("USSG §4A1.1(e) (status-points) on Nov. 1, 2023\n", after, StringComparison.Ordinal);
        Assert.Matches(@"\n  points +1\n  from other points +7\n", after);
    }

    /// <summary>Appendix C, amend. 742: recency points ended on Nov. 1, 2010. Until then they stood in §4A1.1(e).</summary>
    [Fact]
    public async Task Paragraph_e_was_another_rule_until_2010()
    {
        Assert.StartsWith(
            "USSG §4A1.1(e) (recency-points)",
            await Page("show", "4A1.1(e)", "--manual", "2009-11-01"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "recency-points: not in force on Nov. 1, 2015.",
            await Page("show", "4A1.1(e)", "--manual", "2015-11-01"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_history_names_the_amendment_that_made_each_change()
    {
        var page = await Page("show", "drug-quantity-table");

        Assert.Matches(@"Nov\. 1, 1994 +USSG §2D1\.1\(c\): amendment 505", page);
        Assert.Matches(@"Nov\. 1, 1995 +USSG §2D1\.1\(c\): Appendix C, amend\. 517 \(no amendment is keyed for it\)", page);
        Assert.Matches(@"Nov\. 1, 2014 +USSG §2D1\.1\(c\): amendment 782", page);
    }

    /// <summary>Appendix C, amend. 782, line by line.</summary>
    [Fact]
    public async Task Amendment_782_made_the_change_of_2014()
    {
        var table = await Page("diff", "2013-11-01", "2014-11-01", "2D1.1(c)");
        var all = await Page("diff", "2013-11-01", "2014-11-01");

        Assert.Contains("by amendment 782 (drugs: two levels lower), listed in §1B1.10 from Nov. 1, 2014", all, StringComparison.Ordinal);
        Assert.All(
            [
                "heroin, at least 1 KG: level 32 -> level 30",
                "heroin, at least 90 KG: - -> level 38",
                "cocaine-base, at least 280 G: level 32 -> level 30",
            ],
            line => Assert.Contains($"    {line}\n", table, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("not keyed", table, StringComparison.Ordinal);
        // Of the same day, and not of amendment 782: amend. 783 inserts (b)(14).
        Assert.Contains("amend. 783", OneLine(all), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amendment_821_changed_the_status_points_of_2022()
    {
        var page = await Page("diff", "2022-11-01", "2023-11-01", "4A1.1");

        Assert.Contains("by amendment 821A", page, StringComparison.Ordinal);
        Assert.Contains("points: 2 -> 1\n", page, StringComparison.Ordinal);
        Assert.Contains("from other points: 0 -> 7\n", page, StringComparison.Ordinal);
    }

    /// <summary>Appendix C, amend. 462: 1-7 and 2-8 in category I become 0-6.</summary>
    [Fact]
    public async Task A_change_whose_amendment_is_not_keyed_says_so()
    {
        var page = OneLine(await Page("diff", "1992-10-31", "1992-11-01", "5A"));

        Assert.Contains("not keyed", page, StringComparison.Ordinal);
        Assert.Contains("amend. 462", page, StringComparison.Ordinal);
        Assert.Contains("level 7, category I: 1-7 -> 0-6", page, StringComparison.Ordinal);
        Assert.Contains("level 8, category I: 2-8 -> 0-6", page, StringComparison.Ordinal);
    }

    /// <summary>§4B1.1(b) and 21 U.S.C. 841(b)(1)(B), (C) since 1986.</summary>
    [Fact]
    public async Task Tables_say_what_they_count()
    {
        var career = OneLine(await Page("show", "4B1.1(b)", "--manual", "2016-11-01"));
        var penalties = OneLine(await Page("show", "drug-penalties", "--manual", "2016-11-01"));

        Assert.Contains("statutory maximum of life level 37", career, StringComparison.Ordinal);
        Assert.Contains("statutory maximum of at least 240 months level 32", career, StringComparison.Ordinal);
        Assert.Contains("no prior 60 to 480 months; one prior 120 months to life", penalties, StringComparison.Ordinal);
        Assert.Contains("no prior up to 240 months; one prior up to 360 months", penalties, StringComparison.Ordinal);
    }

    /// <summary>Appendix C, amends. 705 and 706: of one day and one list, and only 706 is listed in §1B1.10.</summary>
    [Fact]
    public async Task Changes_of_one_day_are_told_apart_by_amendment()
    {
        var page = await Page("diff", "2007-10-31", "2007-11-01", "drug-equivalencies");

        var (keyed, rest) = (
            page.IndexOf("by amendment 706", StringComparison.Ordinal),
            page.IndexOf("the rest", StringComparison.Ordinal)
        );
        Assert.InRange(page.IndexOf("1 gm of cocaine-base:", StringComparison.Ordinal), keyed, rest);
        Assert.True(page.IndexOf("1 unit of ketamine:", StringComparison.Ordinal) > rest);
    }

    [Fact]
    public async Task Nothing_changed_between_two_days_of_one_edition() =>
        Assert.Contains("no keyed number changed", await Page("diff", "2012-11-01", "2013-10-31", "2D1.1"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Did you mean 4A1.1?", "show", "4A1.3")]
    [InlineData("Did you mean status-points?", "show", "status-point")]
    [InlineData("is no day", "show", "4A1.1", "--manual", "2013")]
    [InlineData("not covered", "show", "4A1.1", "--manual", "1989-10-31")]
    [InlineData("not covered", "show", "4A1.1", "--manual", "2026-11-01")]
    [InlineData("Did you mean 782?", "show", "4A1.1", "--amendment", "7822")]
    [InlineData("cannot be substituted", "show", "4A1.1", "--amendment", "379")]
    [InlineData("not covered", "diff", "2020-11-01", "2026-11-01")]
    [InlineData("not covered", "diff", "1988-11-01", "1990-11-01", "4A1.1")]
    [InlineData("earlier day first", "diff", "2014-11-01", "2013-11-01")]
    public async Task What_cannot_be_shown_is_refused(string expected, params string[] args) => await Refuses(expected, args);

    /// <summary>Every version of every provision, asked for by its own citation and by its name, on its first day and on its last.</summary>
    [Fact]
    public async Task Every_provision_is_found_on_every_day_on_which_its_text_changes_and_the_day_before()
    {
        foreach (var element in Folder.Law.Elements)
        {
            foreach (var day in element.AnyVersions.SelectMany(v => (DateOnly[])[v.Effective, v.Effective.AddDays(-1)]))
            {
                var written = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                if (!element.Covers(day))
                {
                    await Refuses("not covered", "show", element.Element, "--manual", written);
                }
                else if (element.On(day) is not { } version)
                {
                    Assert.Contains("not in force on", await Page("show", element.Element, "--manual", written), StringComparison.Ordinal);
                }
                else
                {
                    var head = $"{version.Citation} ({element.Element}) on ";
                    Assert.Contains(head, OneLine(await Page("show", element.Element, "--manual", written)), StringComparison.Ordinal);
                    Assert.Contains(
                        $"({element.Element})",
                        OneLine(await Page("show", version.Citation, "--manual", written)),
                        StringComparison.Ordinal
                    );
                }
            }
        }
    }

    [Theory]
    [InlineData("USSG §2D1.1(c)(4)", "2D1.1(c)", true)]
    [InlineData("USSG §2D1.1(a)(1)-(4)", "2D1.1(a)(3)", true)]
    [InlineData("USSG §2D1.1(a)(1)-(4)", "2D1.1(a)(5)", false)]
    [InlineData("USSG §4A1.1(a)-(c)", "4A1.1(b)", true)]
    [InlineData("USSG §4A1.1(a)-(c)", "4A1.1(e)", false)]
    [InlineData("USSG §2D1.1, comment. (n.8(D))", "2D1.1", true)]
    [InlineData("USSG §2D1.1, comment. (n.8(D))", "2D1.1 n.8", true)]
    [InlineData("USSG §2D1.1, comment. (n.8(D))", "2D1.1(c)", false)]
    [InlineData("USSG §2D1.1(c), note (E)", "2D1.1(c)(4)", false)]
    [InlineData("21 U.S.C. §§ 841(b)(1)(A), (B), 960(b)(1), (2)", "841(b)(1)(B)", true)]
    [InlineData("21 U.S.C. §§ 841(b)(1)(A), (B), 960(b)(1), (2)", "841(b)(1)(C)", false)]
    [InlineData("21 U.S.C. §§ 841(b)(1)(A), (B), 960(b)(1), (2)", "960", true)]
    [InlineData("USSG Ch. 5, Pt. A", "5A", true)]
    [InlineData("USSG §2D1.11(d)", "2D1.1", false)]
    public void A_citation_covers_what_stands_within_it(string citation, string asked, bool covers) =>
        Assert.Equal(covers, CitedSection.AllOf(citation).Any(cited => cited.Overlaps(CitedSection.AllOf(asked)[0])));

    private static string OneLine(string page) => string.Join(' ', page.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static async Task<string> Page(params string[] args)
    {
        var (code, output, error) = await Shell.Run(["law", .. args]);
        Assert.Equal((0, ""), (code, error));
        return output;
    }

    private static async Task Refuses(string expected, params string[] args)
    {
        var (code, output, error) = await Shell.Run(["law", .. args]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }
}
