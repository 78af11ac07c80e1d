using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using SecondLook.Docket.People;
using SecondLook.Tests.Docket;
using SecondLook.Web;

namespace SecondLook.Tests.Web;

/// <summary>The site on a docket of its own, as browsers meet it: requests, cookies and forms, without scripts.</summary>
internal sealed partial class TestSite : IAsyncDisposable
{
    private const string Password = "a long password for tests";

    private readonly WebApplication site;
    private readonly string folder;
    private readonly HashSet<Guid> entered = [];

    private TestSite(TestDocket docket, WebApplication site, string folder)
    {
        Docket = docket;
        this.site = site;
        this.folder = folder;
    }

    public TestDocket Docket { get; }

    public static async Task<TestSite> Start(Database database = Database.Sqlite)
    {
        var docket = await TestDocket.On(database);
        var files = Directory.CreateTempSubdirectory("secondlook-site").FullName;
        var served = Site.Build(new SiteOptions(docket.Store, "http://127.0.0.1:0", files, TimeProvider.System));
        await served.StartAsync();
        return new(docket, served, files);
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    public Browser Visitor() => new(new Uri(site.Urls.Single()));

    /// <summary>A browser in which somebody is signed in.</summary>
    public async Task<Browser> SignedIn(Account account)
    {
        if (entered.Add(account.Id))
        {
            await Docket.Store.Add(
                new Login
                {
                    Name = NameOf(account),
                    PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password),
                    AccountId = account.Id,
                },
                new Acting(Docket.Administrator.Id, Docket.Now())
            );
        }

        var browser = Visitor();
        var page = await browser.Post("/sign-in", ("Name", NameOf(account)), ("Password", Password));
        Assert.Equal("/", page.Path);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
        await Docket.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string NameOf(Account account) => account.Name.Replace(' ', '.');
}

/// <summary>A page as it was served.</summary>
/// <param name="Status">The status.</param>
/// <param name="Path">Where it was found after every redirect.</param>
/// <param name="Html">The page.</param>
internal sealed partial record Served(HttpStatusCode Status, string Path, string Html)
{
    /// <summary>What one reads: the page without its marks, spaces as one.</summary>
    public string Text => Spaces().Replace(WebUtility.HtmlDecode(Marks().Replace(Html, " ")), " ");

    /// <summary>The addresses that its links lead to.</summary>
    public IReadOnlyList<string> Links => [.. Targets().Matches(Html).Select(m => WebUtility.HtmlDecode(m.Groups["to"].Value)).Distinct()];

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("href=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Targets();
}

/// <summary>What a browser without scripts does: it follows links and redirects, keeps cookies, and sends the forms that a page has.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient client;

    public Browser(Uri site) =>
        client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = site };

    public Uri Address => client.BaseAddress!;

    public async Task<Served> Get(string path)
    {
        using var response = await client.GetAsync(path);
        return await Read(response);
    }

    /// <summary>Fills in the form of a page that posts to a handler, with its hidden fields as they are, and sends it.</summary>
    public Task<Served> Post(string path, params (string Name, string Value)[] fields) => Send(path, null, fields);

    /// <summary>The same for one of several forms, told by its handler.</summary>
    public async Task<Served> Send(string path, string? handler, params (string Name, string Value)[] fields)
    {
        var page = await Get(path);
        var form = Forms()
            .Matches(page.Html)
            .Select(m => m.Value)
            .FirstOrDefault(f =>
                f.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase)
                && (handler is null || f.Contains($"handler={handler}", StringComparison.OrdinalIgnoreCase))
            );
        Assert.True(form is not null, $"{path} has no form for {handler ?? "a post"}.");
        var action =
            ButtonAction()
                .Matches(form!)
                .Select(m => m.Groups["to"].Value)
                .FirstOrDefault(to => handler is not null && to.EndsWith(handler))
                is { } own
                ? WebUtility.HtmlDecode(own)
            : Action().Match(form!) is { Success: true } named ? WebUtility.HtmlDecode(named.Groups["to"].Value)
            : "";
        var sent = Hidden().Matches(form!).ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value));
        foreach (var (name, value) in fields)
        {
            sent[name] = value;
        }

        using var response = await client.PostAsync(action.Length == 0 ? path : action, new FormUrlEncodedContent(sent));
        return await Read(response);
    }

    public void Dispose() => client.Dispose();

    private static async Task<Served> Read(HttpResponseMessage response) =>
        new(response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, await response.Content.ReadAsStringAsync());

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<form[^>]* action=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Action();

    [GeneratedRegex("formaction=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex ButtonAction();

    [GeneratedRegex(
        "<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"|<input name=\"(?<name>__RequestVerificationToken)\" type=\"hidden\" value=\"(?<value>[^\"]+)\"",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Hidden();
}
