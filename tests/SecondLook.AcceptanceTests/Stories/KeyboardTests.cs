using Microsoft.Playwright;

namespace SecondLook.AcceptanceTests.Stories;

/// <summary>Reading, filtering, answering, ruling and signing with Tab, Enter, the space bar and the arrow keys.</summary>
public sealed class KeyboardTests(Chromium chromium)
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Everything_from_signing_in_to_signing_an_order_is_done_with_the_keyboard(Database database)
    {
        await using var site = await SampleSite.On(database);
        var (defender, keys) = await SignIn(site, "defender");
        await keys.To(defender.GetByRole(AriaRole.Link, new() { Name = "Skip to main content" }));
        await keys.Enter(AriaRole.Link, "Caseload");
        await keys.Choose("Outcome", "Eligible");
        await keys.Enter(AriaRole.Button, "Show");
        Assert.Contains("outcome=eligible", defender.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("not eligible:", await defender.Shown(), StringComparison.Ordinal);
        var number = await defender.Locator("tbody th a").First.InnerTextAsync();
        await keys.Enter(AriaRole.Link, number);
        Assert.Contains("What the law allows", await defender.Shown(), StringComparison.Ordinal);

        var (prosecutor, answering) = await SignIn(site, "prosecutor");
        await answering.Enter(AriaRole.Link, "Queue");
        await answering.Enter(prosecutor.Locator("tbody th a").First);
        var motion = new Uri(prosecutor.Url).AbsolutePath;
        await answering.Enter(AriaRole.Link, "Respond");
        await answering.Mark("agrees");
        await answering.Write("Why", "The government agrees.");
        await answering.Enter(AriaRole.Button, "File the response");
        Assert.Contains("The response is filed.", await prosecutor.Shown(), StringComparison.Ordinal);

        var (judge, ruling) = await SignIn(site, "judge");
        await judge.GotoAsync(motion);
        await ruling.Enter(AriaRole.Link, "Rule");
        await ruling.Mark("denied");
        await ruling.Write("The reasons, in the judge's words", "The court has weighed the factors and the record.");
        await ruling.Enter(AriaRole.Button, "Rule");
        await ruling.Enter(AriaRole.Button, "Sign the order");
        Assert.Contains("Denied. Signed on", await judge.Shown(), StringComparison.Ordinal);
    }

    private async Task<(IPage Page, Keyboard Keys)> SignIn(SampleSite site, string name)
    {
        var page = await site.Open(chromium.Browser);
        await page.GotoAsync("/sign-in");
        var keys = new Keyboard(page);
        await keys.Write("Name", name);
        await keys.Write("Password", $"sample-{name}");
        await keys.Enter(AriaRole.Button, "Sign in");
        return (page, keys);
    }
}
