using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SecondLook.AcceptanceTests;

/// <summary>Every page that a role can reach by links, from the start on.</summary>
public partial class EveryPageTests(Chromium chromium)
{
    public static TheoryData<string> Roles =>
        ["nobody", "defender", "prosecutor", "probation", "judge", "chambers", "clerk", "planner", "administrator"];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Every_page_that_a_role_can_reach_is_there_and_accessible_at_320_pixels_and_wide(string role)
    {
        await using var site = await SampleSite.On(Database.Sqlite);
        var page = role == "nobody" ? await site.Open(chromium.Browser) : await site.SignIn(chromium.Browser, role);
        var problems = new List<string>();
        var script = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                script.Add($"{page.Url}: {message.Text}");
            }
        };
        await foreach (var path in Pages(page, role, problems))
        {
            problems.AddRange(await page.Refused(path));
            foreach (var width in (int[])[Accessible.Wide, Accessible.Narrow])
            {
                problems.AddRange(await page.Overflow(path, width));

                // The same page is as wide for everybody: what a narrow screen shows differs by role, and is looked at for each.
                if (width == Accessible.Narrow || role is "nobody" or "judge")
                {
                    problems.AddRange(await page.Violations($"{path} at {width}"));
                }
            }
        }

        Assert.True(problems.Count + script.Count == 0, string.Join("\n", problems.Concat(script)));
    }

    /// <summary>The pages, each as it is shown: one of those that differ only in a key.</summary>
    private static async IAsyncEnumerable<string> Pages(IPage page, string role, List<string> problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/"]);
        while (waiting.TryDequeue(out var path))
        {
            var kind = Key().Replace(path, "{key}");
            if (!seen.Add(kind))
            {
                continue;
            }

            if (await Go(page, path) is not { } answer)
            {
                continue; // a file to keep
            }

            if (!answer.Ok)
            {
                problems.Add($"{path} answers {answer.Status}");
                continue;
            }

            yield return path;
            foreach (
                var link in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))")
            )
            {
                // The law is the same for everybody.
                if (link.StartsWith('/') && (role == "nobody" || !link.StartsWith("/law", StringComparison.Ordinal)))
                {
                    waiting.Enqueue(link.Split('#')[0]);
                }
            }
        }
    }

    /// <summary>Null where the browser keeps what comes as a file.</summary>
    private static async Task<IResponse?> Go(IPage page, string path)
    {
        try
        {
            return await page.GotoAsync(path);
        }
        catch (PlaywrightException download) when (download.Message.Contains("Download is starting", StringComparison.Ordinal))
        {
            return null;
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/law/)[^?/]+|(?<==)[^&]+")]
    private static partial Regex Key();
}
