using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SecondLook.Docket.Imports;
using SecondLook.Docket.People;
using SecondLook.Tests.Docket;

namespace SecondLook.Tests.Web;

/// <summary>A spreadsheet with odd column names becomes cases on the pages of one office and of nobody else.</summary>
public sealed class ImportPageTests
{
    private const string Table = """
        Client Name,Reg No,Case No,Dist,Date Sentenced,Manual Date,Drug,Drug Weight (grams),Sentence (months),Notes
        Person One,11111-074,1:13-cr-00001,TNE,2013-02-06,2012-11-01,Cocaine,600,60,SECRET
        Person Two,22222-074,1:13-cr-00002,TNE,2013-02-06,2012-11-01,heroin,many,60,SECRET
        Person Three,33333-074,1:13-cr-00003,TNE,2013-02-06,2012-11-01,heroin,200,70,SECRET
        """;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_table_is_guessed_at_shown_and_stored_and_its_wrong_row_comes_back_with_the_reason(Database database)
    {
        await using var site = await TestSite.Start(database);
        var docket = site.Docket;
        var id = docket.Key();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Table));
        await docket.Store.Receive(
            new Acting(docket.Defender.Id, docket.Now()),
            id,
            "clients.csv",
            file,
            TestContext.Current.CancellationToken
        );

        using var defender = await site.SignedIn(docket.Defender);
        var page = await defender.Get($"/caseload/import/{id}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Person One, 11111-074", page.Text, StringComparison.Ordinal);
        Assert.Contains("is `many`", page.Text, StringComparison.Ordinal);

        var fields = Regex
            .Matches(page.Html, "<select.*?</select>", RegexOptions.Singleline, TimeSpan.FromSeconds(5))
            .Select(m => Regex.Match(m.Value, "value=\"(?<path>[^\"]*)\" selected", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
            .Select((m, at) => ($"Path[{at}]", m.Groups["path"].Value))
            .Append(("OrderDate", "2015-11-02"));
        await defender.Post($"/caseload/import/{id}?handler=begin", [.. fields]);
        for (var wait = 0; wait < 300 && (await docket.Store.Import(docket.Defender.Id, id))!.State != ImportState.Done; wait++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Contains("3 rows read, 2 stored, 1 rejected", (await defender.Get($"/caseload/import/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains(
            "this should be a number",
            (await defender.Get($"/caseload/import/{id}?handler=rejected")).Html,
            StringComparison.Ordinal
        );
        var caseload = (await defender.Get("/caseload")).Text;
        Assert.Contains("Person Three", caseload, StringComparison.Ordinal);
        Assert.Contains("1:13-cr-00001-1", (await defender.Get("/caseload?drug=cocaine&handler=csv")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Person Three", (await defender.Get("/caseload?drug=cocaine")).Text, StringComparison.Ordinal);
        foreach (var who in new[] { docket.Prosecutor, docket.Judge, docket.PanelAttorney, docket.Administrator, docket.Clerk })
        {
            using var other = await site.SignedIn(who);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/caseload/import/{id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/caseload/import/{id}?handler=rejected")).Status);
            foreach (
                var path in new[] { "/caseload", "/caseload?handler=csv", "/caseload/import", "/administration", "/administration/audit" }
            )
            {
                var told = (await other.Get(path)).Html;
                Assert.DoesNotContain("Person One", told, StringComparison.Ordinal);
                Assert.DoesNotContain("clients.csv", told, StringComparison.Ordinal);
                Assert.DoesNotContain("caseload as CSV, 1 cases", told, StringComparison.Ordinal);
            }
        }

        Assert.Contains("caseload as CSV, 1 cases", (await defender.Get("/administration/audit")).Text, StringComparison.Ordinal);
    }
}
