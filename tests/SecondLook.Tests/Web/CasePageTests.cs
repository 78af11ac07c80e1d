using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SecondLook.Docket.Cases;
using SecondLook.Docket.People;
using SecondLook.Docket.Recalculations;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Docket;
using SecondLook.Web.Cases;

namespace SecondLook.Tests.Web;

/// <summary>The pages of a case, each as its reader is served it.</summary>
public sealed partial class CasePageTests
{
    private static readonly string[] Pages = ["", "/editions", "/compare", "/recalculate"];

    [Fact]
    public async Task Somebody_named_in_the_case_sees_the_answer_and_every_step_with_a_citation_that_leads_to_the_law()
    {
        await using var site = await TestSite.Start();
        var id = await CasesInCourt.Filed(site.Docket, assistance: false);
        using var judge = await site.SignedIn(site.Docket.Judge);

        var page = await judge.Get($"/cases/{id}");

        // Level 23, category I: 46-57 months; by amendment 782 level 21: 37-46 (Guidelines Manual, Nov. 1, 2012 and 2014, Ch. 5, Pt. A).
        Assert.Contains(
            "Eligible: the law lets the court reduce the term of 46 months (3 years 10 months) to no less than 37 months",
            page.Text
        );
        Assert.Matches(@"23 46-57 as sentenced 51-63", page.Text);
        Assert.Matches(@"21 37-46 as amended 41-51", page.Text);
        Assert.Contains("What the law allows", page.Text);
        Assert.Contains("What a judge does with it", page.Text);
        Assert.Contains("Fine as in the judgment unchanged", page.Text);

        var cells = Cited().Matches(page.Html);
        Assert.True(cells.Count > 20, $"only {cells.Count} values are cited");
        Assert.All(cells, cell => Assert.Contains("href=\"/law/", cell.Value));
        foreach (var address in page.Links.Where(l => l.StartsWith("/law/", StringComparison.Ordinal)))
        {
            Assert.Equal(HttpStatusCode.OK, (await judge.Get(address)).Status);
        }
    }

    [Fact]
    public async Task Each_page_opens_for_whoever_may_see_the_computation_and_for_nobody_else()
    {
        await using var site = await TestSite.Start();
        var docket = site.Docket;
        var id = await CasesInCourt.Filed(docket, assistance: true);
        Account[] named = [docket.Defender, docket.Paralegal, docket.Prosecutor, docket.Officer, docket.Judge];

        foreach (var account in docket.Everybody)
        {
            using var browser = await site.SignedIn(account);
            var seen = await docket.Store.Case(account.Id, id) is not null;
            var computed = named.Contains(account);
            Assert.Equal(seen ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.Get($"/cases/{id}")).Status);
            foreach (var page in (string[])["/editions", "/compare"])
            {
                Assert.Equal(computed ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.Get($"/cases/{id}{page}")).Status);
            }

            var enters = seen && account.Role is not (Role.Planner or Role.Administrator);
            Assert.Equal(enters ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.Get($"/cases/{id}/recalculate")).Status);
        }

        using var visitor = site.Visitor();
        Assert.StartsWith("/sign-in", (await visitor.Get($"/cases/{id}")).Path);
    }

    [Fact]
    public async Task Without_the_seal_the_pages_are_the_same_with_and_without_assistance()
    {
        await using var site = await TestSite.Start();
        var docket = site.Docket;
        var with = await CasesInCourt.Filed(docket, assistance: true, "1:13-cr-00001");
        var without = await CasesInCourt.Filed(docket, assistance: false, "1:13-cr-00002");
        Account[] named = [docket.Defender, docket.Paralegal, docket.Prosecutor, docket.Officer, docket.Judge];

        foreach (var account in docket.Everybody.Except(named))
        {
            using var browser = await site.SignedIn(account);
            foreach (var page in Pages)
            {
                var (one, other) = (await browser.Get($"/cases/{with}{page}"), await browser.Get($"/cases/{without}{page}"));
                Assert.Equal(one.Status, other.Status);
                Assert.Equal(Without(one.Html), Without(other.Html));
                Assert.DoesNotContain("What the law allows", one.Text);
                Assert.DoesNotContain("assistance", one.Text);
                Assert.DoesNotContain("lowest term", one.Text);
            }
        }
    }

    [Fact]
    public async Task What_an_office_keeps_for_itself_no_other_office_sees()
    {
        await using var site = await TestSite.Start();
        var docket = site.Docket;
        var id = await docket.CaseInCourt();
        await docket.Store.Perform(docket.Recalculate(id, docket.Defender));
        using var defender = await site.SignedIn(docket.Defender);
        var kept = await defender.Send($"/cases/{id}", "Note", ("Text", "Ask the family about the release plan."));
        Assert.Contains("The note is kept for your office.", kept.Text);
        Assert.Contains("Ask the family about the release plan.", kept.Text);

        foreach (var account in docket.Everybody.Where(a => a.OfficeId != docket.Defender.OfficeId))
        {
            using var browser = await site.SignedIn(account);
            var page = await browser.Get($"/cases/{id}");
            Assert.DoesNotContain("Ask the family", page.Html);
            Assert.DoesNotContain("What the law allows", page.Html);
            Assert.DoesNotContain("Recalculation", page.Html);
        }
    }

    [Theory]
    // The weight decides: below 25 KG of cocaine the table falls by two levels, and at 450 KG and more level 38 stays (amend. 782).
    [InlineData("""{"substance":"cocaine"}""", "38", "")]
    [InlineData("""{"substance":"heroin"}""", "38", "")]
    // Status points decide under amendment 821, Part A (§4A1.1(e)).
    [InlineData("""{"substance":"heroin","grams":5000}""", "", ""","criminalHistory":{"points":4,"category":"III"}""")]
    public async Task Trying_an_answer_gives_what_was_said_of_it_and_stores_nothing(string drug, string level, string history)
    {
        await using var site = await TestSite.Start();
        var docket = site.Docket;
        var id = await docket.Opened(docket.Defender);
        var levels = level.Length == 0 ? "" : $",\"drugQuantityLevel\":{level},\"baseOffenseLevel\":{level}";
        var points = history.Length == 0 ? ""","criminalHistory":{"points":0,"statusPoints":0,"category":"I"}""" : history;
        var order = history.Length == 0 ? "2016-03-10" : "2024-03-10";
        var manual = history.Length == 0 ? "2012-11-01" : "2021-11-01";
        var record = Read(
            $$"""
            {"id":"p","district":"TNE","synthetic":true,"sentencedOn":"{{manual}}","manual":"{{manual}}",
             "offense":{"guideline":"2D1.1","drugs":[{{drug}}],"baseOffenseLevelFrom":"drug-quantity","adjustments":[{"rule":"3E1.1","levels":-3}]{{levels}}}
             {{points}},"careerOffender":{"applied":false},"statutory":{"minimumMonths":0,"maximumMonths":"life","relief":"none"},
             "sentence":{"months":235,"belowRange":[],"consecutive":[]},"earlierReductions":[]}
            """
        );
        var determination = CasesInCourt.Determine(record, order);
        Assert.NotEmpty(determination.Missing);
        await docket.Store.Perform(Stored(docket, id, record, determination));
        var before = (await docket.Store.Case(docket.Defender.Id, id))!.Entries.Count;
        using var defender = await site.SignedIn(docket.Defender);
        var tried = 0;

        foreach (var fact in determination.Missing)
        {
            foreach (var answer in fact.If.Where(a => a.Then != Outcome.Undetermined))
            {
                var page = await defender.Send($"/cases/{id}", "Try", ("Fact", fact.Fact), ("Answer", answer.Is));
                var said = Trial().Match(page.Html).Value;
                Assert.Contains(answer.Then == Outcome.Eligible ? "<strong>Eligible" : "<strong>Not eligible", said);
                tried++;
            }
        }

        Assert.True(tried > 0);
        Assert.Equal(before, (await docket.Store.Case(docket.Defender.Id, id))!.Entries.Count);
    }

    [Fact]
    public async Task The_clerk_enters_and_ends_appearances_and_notes_the_language()
    {
        await using var site = await TestSite.Start();
        var docket = site.Docket;
        var id = await docket.Opened(docket.Clerk);
        using var clerk = await site.SignedIn(docket.Clerk);

        await clerk.Send($"/cases/{id}", "Appear", ("AccountId", $"{docket.Judge.Id}"), ("Part", "Judge"));
        await clerk.Send($"/cases/{id}", "Language", ("Text", "es"));
        var page = await clerk.Send($"/cases/{id}", "Protective", ("Yes", "true"));

        Assert.Contains("Judge Judge First", page.Text);
        Assert.Contains("Writes in Spanish", page.Text);
        Assert.Contains("Protective order in force", page.Text);

        var ended = await clerk.Send($"/cases/{id}", "End");
        Assert.Contains("Judge none entered", ended.Text);

        var refused = await clerk.Send($"/cases/{id}", "Appear", ("AccountId", $"{docket.JudgeElsewhere.Id}"), ("Part", "Judge"));
        Assert.Contains("cannot appear as judge", refused.Text);
    }

    private static StoreRecalculation Stored(TestDocket docket, Guid id, SentencingRecord record, Determination determination) =>
        new()
        {
            Id = docket.Key(),
            CaseId = id,
            By = docket.Defender.Id,
            At = docket.Now(),
            Record = record,
            Determination = determination,
            EngineVersion = "test",
        };

    private static SentencingRecord Read(string json)
    {
        Assert.True(new RecordJson().TryRead(Encoding.UTF8.GetBytes(json), out var record, out var problems), string.Join("; ", problems));
        return record!;
    }

    /// <summary>A page without what names the one case and the one request.</summary>
    private static string Without(string html) =>
        Numbers().Replace(Names().Replace(Keys().Replace(Tokens().Replace(html, "token"), "key"), "case"), "day");

    [GeneratedRegex("<span class=\"site-value\">.*?</span>\\s*<span class=\"site-cite\">.*?</span>", RegexOptions.Singleline)]
    private static partial Regex Cited();

    [GeneratedRegex("id=\"tried\".*?</ul>", RegexOptions.Singleline)]
    private static partial Regex Trial();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"[^\"]+\"")]
    private static partial Regex Tokens();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Keys();

    [GeneratedRegex(@"1:13-cr-0000\d(-1)?")]
    private static partial Regex Names();

    [GeneratedRegex(@"June \d+, 2015")]
    private static partial Regex Numbers();
}
