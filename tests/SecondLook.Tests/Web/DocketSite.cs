using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SecondLook.Docket.People;
using SecondLook.Tests.Docket;
using SecondLook.Web;

namespace SecondLook.Tests.Web;

/// <summary>The site on a docket of its own, and people who are signed in to it.</summary>
internal sealed partial class DocketSite : IAsyncDisposable
{
    private const string Password = "correct horse battery staple";
    private static readonly Lazy<string> Hash = new(() => new PasswordHasher<Account>().HashPassword(null!, Password));

    private readonly WebApplication site;
    private readonly string folder;
    private readonly ConcurrentDictionary<Guid, Task<HttpClient>> people = new();

    private DocketSite(TestDocket docket, WebApplication site, string folder)
    {
        Docket = docket;
        this.site = site;
        this.folder = folder;
    }

    public TestDocket Docket { get; }

    public IServiceProvider Services => site.Services;

    private Uri Address => new(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<DocketSite> Start(Func<TestDocket, SiteOptions, SiteOptions>? change = null)
    {
        var docket = await TestDocket.On(Database.Sqlite);
        foreach (var account in docket.Everybody)
        {
            // The administrator comes last: from then on only an administrator adds anybody.
            await docket.Store.Add(
                new Login
                {
                    Name = account.Name,
                    AccountId = account.Id,
                    PasswordHash = Hash.Value,
                }
            );
        }

        var keys = Directory.CreateTempSubdirectory("site").FullName;
        var options = new SiteOptions(docket.Store, "http://127.0.0.1:0", keys, new TestClock());
        var built = Site.Build(change?.Invoke(docket, options) ?? options);
        await built.StartAsync();
        return new(docket, built, keys);
    }

    /// <summary>Everything that the program writes into its log from now on, at the most detailed level that it has.</summary>
    public Written Listen()
    {
        var filter = Services.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>().CurrentValue;
        filter.MinLevel = LogLevel.Trace;
        filter.Rules.Clear();
        filter.Rules.Add(new(typeof(Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider).FullName, null, LogLevel.None, null));
        var written = new Written();
        Services.GetRequiredService<ILoggerFactory>().AddProvider(written);
        return written;
    }

    /// <summary>What somebody sees at an address.</summary>
    public async Task<Seen> Get(Account who, string path)
    {
        using var answer = await (await As(who)).GetAsync(new Uri(path, UriKind.Relative));
        return await Seen.Of(answer);
    }

    /// <summary>Fills in the form of a page and sends it; what the page gives stands in the fields that are not named.</summary>
    public async Task<Seen> Send(Account who, string path, params (string Name, string? Value)[] fields)
    {
        var page = await Get(who, path);
        Assert.True(page.Status == HttpStatusCode.OK, $"{who.Name} {path}: {page.Status}\n{page.Text}");
        return await Post(who, path, page, fields);
    }

    /// <summary>Sends the form of a page that was shown before.</summary>
    public async Task<Seen> Post(Account who, string path, Seen page, params (string Name, string? Value)[] fields)
    {
        var given = fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var body = page
            .Hidden.Where(f => !given.Contains(f.Key))
            .Concat(fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!)));
        using var content = new FormUrlEncodedContent(body);
        using var answer = await (await As(who)).PostAsync(new Uri(path, UriKind.Relative), content);
        return await Seen.Of(answer);
    }

    public Task<HttpClient> As(Account who) => people.GetOrAdd(who.Id, _ => SignIn(who));

    public HttpClient Nobody() =>
        new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people.Values)
        {
            (await person).Dispose();
        }

        await site.StopAsync();
        await site.DisposeAsync();
        await Docket.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<HttpClient> SignIn(Account who)
    {
        var client = Nobody();
        using var form = await client.GetAsync(new Uri("/sign-in", UriKind.Relative));
        var fields = new Dictionary<string, string>((await Seen.Of(form)).Hidden, StringComparer.Ordinal)
        {
            ["Name"] = who.Name,
            ["Password"] = Password,
        };
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    private sealed class TestClock : TimeProvider
    {
        private long ticks;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() =>
            new DateTimeOffset(2015, 7, 1, 10, 0, 0, TimeSpan.Zero).AddMilliseconds(Interlocked.Increment(ref ticks));
    }

    /// <summary>An answer of the site.</summary>
    public sealed partial record Seen(HttpStatusCode Status, string? Location, string? MediaType, byte[] Bytes)
    {
        public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

        /// <summary>What a person reads, on one line.</summary>
        public string Words => Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(Head().Replace(Text, ""), " ")), " ").Trim();

        public Dictionary<string, string> Hidden =>
            Inputs()
                .Matches(Text)
                .DistinctBy(m => m.Groups["name"].Value)
                .ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value), StringComparer.Ordinal);

        public static async Task<Seen> Of(HttpResponseMessage answer) =>
            new(
                answer.StatusCode,
                answer.Headers.Location?.ToString(),
                answer.Content.Headers.ContentType?.MediaType,
                await answer.Content.ReadAsByteArrayAsync()
            );

        [GeneratedRegex("<input (?=[^>]*type=\"hidden\")(?=[^>]*name=\"(?<name>[^\"]*)\")(?=[^>]*value=\"(?<value>[^\"]*)\")[^>]*>")]
        private static partial Regex Inputs();

        [GeneratedRegex("<head>.*?</head>", RegexOptions.Singleline)]
        private static partial Regex Head();

        [GeneratedRegex("<[^>]*>")]
        private static partial Regex Tags();

        [GeneratedRegex(@"\s+")]
        private static partial Regex Blanks();
    }
}
