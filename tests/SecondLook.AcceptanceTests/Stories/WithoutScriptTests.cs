using Microsoft.Playwright;

namespace SecondLook.AcceptanceTests.Stories;

/// <summary>Reading and ruling where the browser runs no JavaScript.</summary>
public sealed class WithoutScriptTests(Chromium chromium)
{
    private static readonly string[] Pages = ["/queue", "/release", "/batches", "/law"];

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_caseload_is_read_and_a_motion_ruled_on_and_signed_without_JavaScript(Database database)
    {
        await using var site = await SampleSite.On(database);
        var defender = await SignIn(site, "defender");
        await defender.Follow("Caseload");
        await defender.GetByLabel("Outcome", new() { Exact = true }).SelectOptionAsync("Eligible");
        await defender.Press("Show");
        Assert.DoesNotContain("not eligible:", await defender.Shown(), StringComparison.Ordinal);
        await defender.Locator("tbody th a").First.ClickAsync();
        var shown = await defender.Shown();
        Assert.Contains("What the law allows", shown, StringComparison.Ordinal);
        Assert.Contains("Dates before and after", shown, StringComparison.Ordinal);
        await defender.Locator("table.site-steps a[href^='/law/']").First.ClickAsync();
        Assert.StartsWith("/law/", new Uri(defender.Url).AbsolutePath, StringComparison.Ordinal);
        Assert.NotEmpty(await defender.Locator("h1").InnerTextAsync());

        var judge = await SignIn(site, "judge");
        foreach (var page in Pages)
        {
            await judge.GotoAsync(page);
            Assert.NotEmpty(await judge.Locator("h1").InnerTextAsync());
        }

        await judge.GotoAsync("/batches");
        await judge.Locator("main a[href^='/batches/']").First.ClickAsync();
        await judge.Follow("Rule on this motion");
        await judge.Mark("granted");
        var lowest = await judge.Locator("main li", new() { HasText = "lowest term" }).First.InnerTextAsync();
        await judge.Write("The new term in months", lowest.Split("lowest term ")[1].Split(' ')[0]);
        await judge.Write("The reasons, in the judge's words", "The court has weighed the factors and the record.");
        await judge.Press("Rule");
        var motion = new Uri(judge.Url).AbsolutePath.Replace("/sign", "", StringComparison.Ordinal);
        await judge.Press("Sign the order");
        await judge.Sees(motion, "Granted: ", "effective Nov. 1, 2015");
        await judge.Follow("Order, the public page");
        Assert.Contains("Order regarding motion for sentence reduction", await judge.Shown(), StringComparison.Ordinal);
    }

    private async Task<IPage> SignIn(SampleSite site, string name) =>
        await site.SignIn(chromium.Browser, name, new() { JavaScriptEnabled = false });
}
