using Microsoft.Playwright;
using SecondLook.AcceptanceTests.Stories;

namespace SecondLook.AcceptanceTests;

/// <summary>The pages that no link leads to by itself: the forms of acts in cases of every stage, what they refuse, and what follows an act.</summary>
public sealed class FormPageTests(Chromium chromium) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("secondlook-forms-");
    private readonly List<string> problems = [];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("judge", "/hearing /motions/new /record /rule /sign /time")]
    [InlineData("chambers", "/hearing")]
    [InlineData("clerk", "/appeal /enter /hearing /letters/new /motions/new")]
    [InlineData("probation", "/memorandum /record")]
    [InlineData("prosecutor", "/record /respond")]
    [InlineData("defender", "/motions/new /record")]
    public async Task Each_form_of_an_act_is_accessible_empty_and_refused(string role, string acts)
    {
        await using var site = await SampleSite.On(Database.Sqlite);
        var page = await site.SignIn(chromium.Browser, role);
        var forms = await Forms(page);
        Assert.Equal(acts.Split(' '), forms.Keys);
        foreach (var (act, path) in forms)
        {
            await page.GotoAsync(path);
            await Look(page, act);
            await Refuse(page, act);
        }

        await Refuse(page, "/cases/new", "/cases/new");
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    [Fact]
    public async Task The_pages_after_an_act_are_accessible()
    {
        await using var site = await SampleSite.On(Database.Sqlite);
        var defender = await site.SignIn(chromium.Browser, "defender");
        await Computations(defender);
        await Imports(defender);
        await Refuse(await site.SignIn(chromium.Browser, "administrator"), "/administration", "/administration");
        var nobody = await site.Open(chromium.Browser);
        await nobody.GotoAsync("/sign-in");
        await nobody.Write("Name", "nobody");
        await nobody.Write("Password", "wrong");
        await nobody.Press("Sign in");
        await Look(nobody, "a refused sign-in");

        var officer = await site.SignIn(chromium.Browser, "probation");
        var motion = (await Forms(officer))["/memorandum"].Replace("/memorandum", "", StringComparison.Ordinal);
        await officer.GotoAsync($"{motion}/memorandum");
        await officer.Mark("Lodged with the court");
        await officer.Write("Eligibility, conduct in prison, and the range", "Nothing to add.");
        await officer.Press("Give the memorandum");
        await Look(officer, "a motion after an act");
        await officer.Follow("Disclose it");
        await Look(officer, "disclose");
        await officer.Mark("To the person and counsel");
        await officer.Mark("To the government");
        await officer.Press("Disclose it");
        await Look(officer, "a refused disclosure");
        await Ruling(await site.SignIn(chromium.Browser, "judge"));
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    /// <summary>A preview, a trial, what cannot be read, a kept batch and the editions.</summary>
    private async Task Computations(IPage defender)
    {
        await defender.GotoAsync("/caseload?outcome=eligible");
        await defender.Press("Keep as a batch");
        await Look(defender, "a refused batch");
        await defender.Locator("tbody input[type=checkbox]").First.PressAsync("Space");
        await defender.Write("Keep the chosen cases together as", "First");
        await defender.Press("Keep as a batch");
        await Look(defender, "a batch of the caseload");
        await defender.Locator("tbody th a").First.ClickAsync();
        var @case = new Uri(defender.Url).AbsolutePath;
        await defender.Locator("form", new() { HasText = "If another fact" }).GetByRole(AriaRole.Button).ClickAsync();
        await Look(defender, "a trial");
        foreach (var further in (string[])["editions", "compare", "recalculate"])
        {
            await defender.GotoAsync($"{@case}/{further}");
            await Look(defender, further);
        }

        await defender.Press("Compute, store nothing");
        await Look(defender, "a preview");
        await defender.Write("Record, as JSON", "{");
        await defender.Press("Store the recalculation");
        await Look(defender, "a refused record");
    }

    /// <summary>A file that nobody can read, one whose columns are asked about, and one with a rejected row.</summary>
    private async Task Imports(IPage defender)
    {
        await Refuse(defender, "an import without a file", "/caseload/import");
        foreach (
            var (name, text) in new[]
            {
                ("words.csv", "one,two\n1,2\n"),
                ("list.csv", "Client,Drug,Grams\nOne,cocaine,many\nTwo,heroin,10\n"),
                ("broken.jsonl", "{\n"),
            }
        )
        {
            var path = Path.Combine(folder.FullName, name);
            await File.WriteAllTextAsync(path, text);
            await defender.GotoAsync("/caseload/import");
            await defender.Locator("input[type=file]").SetInputFilesAsync(path);
            await defender.Press("Look at the file");
            await Look(defender, $"the import of {name}");
        }

        await defender.GotoAsync("/caseload/import");
        await defender.Follow("list.csv");
        await defender.Press("Import every row");
        await Assertions.Expect(defender.Locator("[role=status]").First).ToContainTextAsync("Done:", new() { Timeout = 120_000 });
        await Look(defender, "a done import");
    }

    /// <summary>The review of a batch, the question below the floor, the signed order, and the form that supersedes it.</summary>
    private async Task Ruling(IPage judge)
    {
        await judge.GotoAsync("/batches");
        await judge.Locator("main a[href^='/batches/']").First.ClickAsync();
        await Look(judge, "the review of a batch");
        await judge.Follow("Rule on this motion");
        await judge.Mark("granted");
        await judge.Write("The new term in months", "1");
        await judge.Write("The reasons, in the judge's words", "The court has weighed the factors.");
        await judge.Press("Rule");
        await Look(judge, "the question below the floor");
        await judge.Mark("The court states its authority");
        await judge.Write("The answer in words", "18 U.S.C. 3582(c)(2)");
        await judge.Press("Rule");
        var sign = new Uri(judge.Url).AbsolutePath;
        await Look(judge, "the form to sign what is marked");
        await judge.Press("Sign the order");
        await Look(judge, "the next of the batch");
        await judge.GotoAsync(sign);
        await Look(judge, "the form to supersede an order");
    }

    /// <summary>One form of each act that the role is offered on any page of a case or motion, by its place.</summary>
    private static async Task<SortedDictionary<string, string>> Forms(IPage page)
    {
        var forms = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/queue?for=Everybody", "/release", "/caseload"]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var path))
        {
            await page.GotoAsync(path);
            foreach (
                var link in await page.EvaluateAsync<string[]>(
                    "[...document.querySelectorAll('main a[href^=\"/cases/\"]')].map(a => a.getAttribute('href'))"
                )
            )
            {
                var parts = link.Split('/');
                if (parts is [_, _, _, "motions", not "new", var act])
                {
                    forms.TryAdd($"/{act}", link);
                }
                else if (parts is [_, _, _, var kind, "new"])
                {
                    forms.TryAdd($"/{kind}/new", link);
                }
                else if (parts is [_, _, _] or [_, _, _, "motions", _] && seen.Add(link))
                {
                    waiting.Enqueue(link);
                }
            }
        }

        return forms;
    }

    /// <summary>Sends the form with nothing in it, past what the browser itself would ask for.</summary>
    private async Task Refuse(IPage page, string name, string? path = null)
    {
        if (path is not null)
        {
            await page.GotoAsync(path);
        }

        await page.EvaluateAsync(
            """
            for (const form of document.querySelectorAll('main form')) {
              form.noValidate = true;
              form.querySelectorAll('input:not([type=hidden]):not([type=checkbox]):not([type=radio]), textarea').forEach(field => field.value = '');
            }
            """
        );
        await page.Locator("main form[method=post] button[type=submit]").First.ClickAsync();
        Assert.True(await page.Locator("[role=alert]").CountAsync() == 1, $"{name} is not refused:\n{await page.Shown()}");
        await Look(page, $"{name}, refused");
    }

    private async Task Look(IPage page, string name)
    {
        problems.AddRange(await page.Refused(name));
        problems.AddRange(await page.Overflow(name, Accessible.Wide));
        problems.AddRange(await page.Overflow(name, Accessible.Narrow));
        problems.AddRange(await page.Violations(name));
    }
}
