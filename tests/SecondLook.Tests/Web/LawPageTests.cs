using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;
using SecondLook.Web.Law;

namespace SecondLook.Tests.Web;

/// <summary>The pages of the law: what they say is compared with the printed Manual.</summary>
public sealed partial class LawPageTests
{
    [Theory]
    // Guidelines Manual, Nov. 1, 2012, §2D1.1(c)(1); Appendix C, amend. 782; Guidelines Manual, Nov. 1, 2014, §2D1.1(c)(1).
    [InlineData("/law/2D1.1(c)?manual=2012-11-01", "heroin: 30 KG or more", "heroin: 90 KG or more")]
    [InlineData("/law/2D1.1(c)?manual=2012-11-01&amendment=782", "heroin: 90 KG or more", "heroin: 30 KG or more")]
    [InlineData("/law/2D1.1(c)?manual=2014-11-01", "heroin: 90 KG or more", "heroin: 30 KG or more")]
    public async Task A_provision_is_read_as_it_stood_and_as_an_amendment_rewrites_it(string path, string says, string not)
    {
        await using var site = await TestSite.Start();
        using var visitor = site.Visitor();

        var page = await visitor.Get(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var first = Row(page, "drug-quantity-table-1");
        Assert.Contains(says, first);
        Assert.DoesNotContain(not, first);
    }

    [Fact]
    public async Task The_sentencing_table_is_the_printed_one()
    {
        await using var site = await TestSite.Start();
        using var visitor = site.Visitor();

        var page = await visitor.Get("/law/5A?manual=2016-11-01");

        // Guidelines Manual, Nov. 1, 2016, Ch. 5, Pt. A: levels 23 and 43.
        Assert.Contains("23 46-57 51-63 57-71 70-87 84-105 92-115", page.Text);
        Assert.Contains("43 life life life life life life", page.Text);
    }

    [Fact]
    public async Task A_difference_of_two_days_names_the_amendment_and_both_values()
    {
        await using var site = await TestSite.Start();
        using var visitor = site.Visitor();

        var page = await visitor.Get("/law/changes?from=2013-11-01&to=2014-11-01&section=2D1.1(c)");

        Assert.Contains("amendment 782", page.Text);
        Assert.Contains("heroin, at least 30 KG level 38 level 36", page.Text);
    }

    [Fact]
    public async Task An_amendment_says_whether_it_is_retroactive()
    {
        await using var site = await TestSite.Start();
        using var visitor = site.Visitor();

        // USSG §1B1.10(e)(1): no order effective before Nov. 1, 2015.
        Assert.Contains("An order may not take effect before Nov. 1, 2015", (await visitor.Get("/law/amendments/782")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/law/amendments/999")).Status);
    }

    [Fact]
    public async Task What_is_not_at_hand_is_said_and_where_to_look()
    {
        await using var site = await TestSite.Start();
        using var visitor = site.Visitor();

        var page = await visitor.Get("/law/2Z9.9");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("No law at hand is named `2Z9.9`", page.Text);
        Assert.Contains("Not covered on Jan. 1, 1985", (await visitor.Get("/law/2D1.1(c)?manual=1985-01-01")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/law/2D1.1(c)?manual=yesterday")).Status);
    }

    [Theory]
    [InlineData("2012-11-01", "2016-03-10", "cocaine", 15000)]
    [InlineData("2006-11-01", "2016-03-10", "cocaine-base", 600)] // 706, 750 and 782 one after the other
    [InlineData("2021-11-01", "2024-03-10", "heroin", 5000)]
    public async Task Every_citation_of_a_worksheet_leads_to_the_provision_it_cites(
        string manual,
        string order,
        string substance,
        int grams
    )
    {
        await using var site = await TestSite.Start();
        using var visitor = site.Visitor();
        var json = $$"""
            {"id":"p","district":"TNE","synthetic":true,"sentencedOn":"{{manual}}","manual":"{{manual}}",
             "offense":{"guideline":"2D1.1","drugs":[{"substance":"{{substance}}","grams":{{grams}} },{"substance":"heroin","grams":20}],
              "adjustments":[{"rule":"2D1.1(b)(1)","levels":2},{"rule":"3E1.1","levels":-3}]},
             "criminalHistory":{"points":5,"statusPoints":2,"category":"III"},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":480,"relief":"none"},"sentence":{"months":200,"belowRange":[],"consecutive":[]},"earlierReductions":[]}
            """;
        Assert.True(new RecordJson().TryRead(Encoding.UTF8.GetBytes(json), out var record, out var problems), string.Join("; ", problems));
        var determination = SentenceReduction.Determine(record!, new(null, PartialDate.On(DateOnly.Parse(order))), Editions.Law);
        var findings = FlatFindings.Of([
            .. determination.OriginalFindings,
            .. determination.AmendedFindings,
            .. determination.ReductionFindings,
        ]);
        Assert.NotEmpty(determination.AmendedFindings);

        foreach (var finding in findings)
        {
            var address = LawAddress.Of(finding, Editions.Law);
            var page = await visitor.Get(address);
            Assert.True(page.Status == HttpStatusCode.OK, $"{finding.Citation}: {address} is {page.Status}");
            Assert.Contains($"id=\"{address.Split('#')[1]}\"", page.Html);

            // The provision shown is in force since the day that the worksheet gives beside the citation.
            var shown = Section().Matches(page.Html).Single(m => m.Groups["element"].Value == finding.Law.Element).Value;
            Assert.Contains($"text of {Wording.Date(finding.Law.Effective)}", shown);
        }
    }

    private static string Row(Served page, string id)
    {
        var from = page.Html.IndexOf($"id=\"{id}\"", StringComparison.Ordinal);
        Assert.True(from >= 0, $"there is no {id}");
        return page.Html[from..page.Html.IndexOf("</tr>", from, StringComparison.Ordinal)];
    }

    [GeneratedRegex("<section id=\"(?<element>[^\"]+)\".*?</section>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Section();
}
