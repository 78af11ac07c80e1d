using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SecondLook.AcceptanceTests;

/// <summary>What stands in the way of somebody on a page, at a width.</summary>
internal static class Accessible
{
    /// <summary>A phone, or a desktop at 400 per cent.</summary>
    public const int Narrow = 320;

    /// <summary>A desktop.</summary>
    public const int Wide = 1280;

    private static readonly string[] Wcag22AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>Shows the page at a width, and says by how much it is wider than the screen, with what is folded open.</summary>
    public static async Task<IEnumerable<string>> Overflow(this IPage page, string name, int width)
    {
        await page.SetViewportSizeAsync(width, width == Narrow ? 640 : 900);
        var over = await page.EvaluateAsync<int>(
            """
            () => {
              const folded = [...document.querySelectorAll('details:not([open])')];
              folded.forEach(d => d.open = true);
              const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
              folded.forEach(d => d.open = false);
              return over;
            }
            """
        );
        return over > 0 ? [$"{name} at {width}: {over} pixels wider than the screen"] : [];
    }

    /// <summary>The forms that would be refused whatever is written into them, for want of the token by which the site knows its own forms.</summary>
    public static async Task<IEnumerable<string>> Refused(this IPage page, string name) =>
        (await page.Locator("form[method=post]:not(:has(input[name=__RequestVerificationToken]))").AllInnerTextsAsync()).Select(form =>
            $"{name}: a form without a token: {form}"
        );

    /// <summary>What axe finds against WCAG 2.2 A and AA on the page as it is shown.</summary>
    public static async Task<IEnumerable<string>> Violations(this IPage page, string name)
    {
        var found = await page.RunAxe(
            new AxeRunOptions
            {
                RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Wcag22AA] },
            }
        );
        return found.Violations.Select(v => $"{name}: {v.Id} ({v.Help}): {string.Join(" ; ", v.Nodes.Take(3).Select(n => n.Html))}");
    }
}
