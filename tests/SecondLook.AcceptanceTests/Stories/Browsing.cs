using System.Globalization;
using Microsoft.Playwright;

namespace SecondLook.AcceptanceTests.Stories;

/// <summary>What people do on pages, and what they see there.</summary>
internal static class Browsing
{
    /// <summary>Presses a button.</summary>
    public static Task Press(this IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Follows a link.</summary>
    public static Task Follow(this IPage page, string link) =>
        page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    /// <summary>Writes into the field of a label.</summary>
    public static Task Write(this IPage page, string label, string text) => page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    /// <summary>Marks the one of several that begins with some words. The design system paints the label and hides the button itself.</summary>
    public static Task Mark(this IPage page, string label) => page.Locator($"main label:visible:has-text(\"{label}\")").First.ClickAsync();

    /// <summary>The text that the page shows once what is folded is opened.</summary>
    public static async Task<string> Shown(this IPage page)
    {
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(folded => folded.open = true)");
        return await page.Locator("main").InnerTextAsync();
    }

    /// <summary>Somebody opens a page and sees some words on it.</summary>
    public static async Task Sees(this IPage page, string path, params string[] words)
    {
        await page.GotoAsync(path);
        var shown = await page.Shown();
        foreach (var word in words)
        {
            Assert.True(shown.Contains(word, StringComparison.Ordinal), $"{path} does not show \"{word}\":\n{shown}");
        }
    }

    /// <summary>Somebody opens a page, and some words are nowhere in it.</summary>
    public static async Task SeesNothingOf(this IPage page, string path, params string[] words)
    {
        await page.GotoAsync(path);
        var whole = await page.ContentAsync();
        foreach (var word in words)
        {
            Assert.True(!whole.Contains(word, StringComparison.OrdinalIgnoreCase), $"{path} has \"{word}\":\n{await page.Shown()}");
        }
    }

    /// <summary>There is no such page for somebody.</summary>
    public static async Task HasNo(this IPage page, string path)
    {
        var answer = await page.GotoAsync(path);
        Assert.True(answer!.Status == 404, $"{path} answers {answer.Status}:\n{await page.Shown()}");
    }

    /// <summary>The current release date in the head of a case.</summary>
    public static async Task<DateOnly> ReleaseDate(this IPage page)
    {
        var shown = await page.Locator("dl.site-facts div", new() { HasText = "Current release date" }).Locator("dd").InnerTextAsync();
        return DateOnly.ParseExact(shown, ["MMM. d, yyyy", "MMM d, yyyy", "MMMM d, yyyy"], CultureInfo.InvariantCulture);
    }
}
