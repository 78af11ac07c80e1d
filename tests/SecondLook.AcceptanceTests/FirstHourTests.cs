using System.Globalization;
using Microsoft.Playwright;

namespace SecondLook.AcceptanceTests;

/// <summary>What docs/first-hour.md tells a new user, done as it tells.</summary>
public class FirstHourTests(Chromium chromium)
{
    [Fact]
    public async Task A_list_with_odd_columns_leads_to_the_ten_who_leave_first_a_worksheet_and_a_proposed_order()
    {
        await using var site = await SampleSite.On(Database.Sqlite);
        var page = await site.SignIn(chromium.Browser, "defender");

        await Follow(page, "Caseload");
        await Follow(page, "Import a file");
        await page.Locator("input[type=file]").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "samples", "office-list.csv"));
        await Press(page, "Look at the file");
        await page.GetByText("These columns name every adjustment").ClickAsync();
        await page.GetByLabel("Amendments").FillAsync("782");
        await page.GetByLabel("Day of the order").FillAsync("2015-11-01");
        await Press(page, "Import every row");
        await Assertions.Expect(page.GetByText("40 rows read, 40 stored, 0 rejected")).ToBeVisibleAsync(new() { Timeout = 60_000 });

        await Follow(page, "See these cases");
        await page.GetByLabel("Outcome", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Eligible" });
        await page.GetByLabel("Order", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Who leaves first" });
        await Press(page, "Show");
        var days = new List<DateOnly>();
        foreach (var row in await page.Locator("table:has(th:text('Leaves now')) tbody tr").AllAsync())
        {
            var reduced = await row.Locator("[data-label='At the amended minimum']").InnerTextAsync();
            days.Add(Day(reduced) ?? Day(await row.Locator("[data-label='Leaves now']").InnerTextAsync())!.Value);
        }

        Assert.True(days.Count >= 10, $"{days.Count} are eligible");
        Assert.Equal(days.Order(), days);

        // By hand: 5.64 KG of cocaine is level 32 of the Manual of Nov. 1, 2009 ("At least 5 KG but less than 15 KG") and level 30 after Amendment 782;
        // less 3 for acceptance, category I: 87-108 and 70-87 months. In custody since May 19, 2009 (323 days before April 7, 2010), so
        // that by Nov. 1, 2015 the term that was served, below which no order goes, is more than 77 months.
        await Follow(page, "3:10-cr-00312-1");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Main))
            .ToContainTextAsync("reduce the term of 93 months (7 years 9 months) to no less than 78 months");
        await Follow(page, "Documents");
        await Follow(page, "Worksheet");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("87-108 months");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("70-87 months");
        await page.GoBackAsync();
        await Follow(page, "Proposed order");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Maple (invented)");
        var word = await page.RunAndWaitForDownloadAsync(() => Follow(page, "Word file to edit"));
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(await word.PathAsync(), TestContext.Current.CancellationToken))[..2]);
    }

    /// <summary>Such as Sept. 14, 2015, or null for "not known".</summary>
    private static DateOnly? Day(string text) =>
        DateOnly.TryParse(
            text.Trim().Replace(".", "", StringComparison.Ordinal).Replace("Sept", "Sep", StringComparison.Ordinal),
            CultureInfo.InvariantCulture,
            out var day
        )
            ? day
            : null;

    private static Task Follow(IPage page, string link) => page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
