using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Npgsql;
using SecondLook.Cli.Commands;
using SecondLook.Docket.Storage;
using SecondLook.Sentencing;
using SecondLook.Tests.Docket;
using SecondLook.Web;
using SecondLook.Web.Sample;

namespace SecondLook.AcceptanceTests;

public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>The site on the sample docket, on one of the two databases, with a browser for each person who looks.</summary>
public sealed class SampleSite : IAsyncDisposable
{
    private readonly WebApplication site;
    private readonly DirectoryInfo folder;
    private readonly List<IBrowserContext> browsers = [];

    private SampleSite(WebApplication site, DirectoryInfo folder, string database)
    {
        (this.site, this.folder, Database) = (site, folder, database);
    }

    public string Url => site.Urls.First();

    /// <summary>The connection, for a look past the program.</summary>
    public string Database { get; }

    private static readonly Lazy<Task<(DirectoryInfo Home, IReadOnlyList<SampleLogin> Logins)>> Template = new(Fill);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(FillPostgres);

    public static async Task<SampleSite> On(Database database)
    {
        var (home, connection, logins) = await Filled(database);
        var store = ServeCommand.Open(connection);
        var options = new SiteOptions(
            store,
            "http://127.0.0.1:0",
            home.FullName,
            new SampleClock(SampleDocket.Morning, TimeProvider.System)
        )
        {
            Sample = true,
            SampleLogins = logins,
        };
        var built = Site.Build(options);
        await built.StartAsync();
        return new(built, home, connection);
    }

    /// <summary>A browser of its own, in which somebody has signed in.</summary>
    public async Task<IPage> SignIn(IBrowser browser, string name, BrowserNewContextOptions? options = null)
    {
        var page = await Open(browser, options);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync($"sample-{name}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        return page;
    }

    /// <summary>A browser of its own.</summary>
    public async Task<IPage> Open(IBrowser browser, BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = Url;
        var context = await browser.NewContextAsync(options);
        browsers.Add(context);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers)
        {
            await browser.DisposeAsync();
        }

        await site.StopAsync();
        await site.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>A sample docket that nobody serves yet, in a folder of its own.</summary>
    internal static async Task<(DirectoryInfo Home, string Connection, IReadOnlyList<SampleLogin> Logins)> Filled(Database database)
    {
        var home = Directory.CreateTempSubdirectory("secondlook-acceptance-");
        var (filled, logins) = await Template.Value;
        if (database == AcceptanceTests.Database.Sqlite)
        {
            File.Copy(Path.Combine(filled.FullName, "docket.db"), Path.Combine(home.FullName, "docket.db"));
            return (home, $"Data Source={home.FullName}/docket.db", logins);
        }

        return (home, await OnPostgres($" TEMPLATE {await PostgresTemplate.Value}"), logins);
    }

    /// <summary>Filled once; each site has a copy of its own.</summary>
    private static async Task<(DirectoryInfo Home, IReadOnlyList<SampleLogin> Logins)> Fill()
    {
        var home = Directory.CreateTempSubdirectory("secondlook-acceptance-");
        var connection = $"Data Source={home.FullName}/docket.db;Pooling=False";
        var store = ServeCommand.Open(connection);
        await store.Migrate();
        return (home, await SampleDocket.Fill(store, Elements.Library));
    }

    /// <summary>The same on PostgreSQL. Nobody may be connected to a database while it is copied, so its connections are not kept.</summary>
    private static async Task<string> FillPostgres()
    {
        var connection = await OnPostgres("");
        var store = ServeCommand.Open($"{connection};Pooling=False");
        await store.Migrate();
        await SampleDocket.Fill(store, Elements.Library);
        return new NpgsqlConnectionStringBuilder(connection).Database!;
    }

    private static async Task<string> OnPostgres(string template)
    {
        var socket = await PostgresServer.Socket;
        var name = $"sample_{Guid.NewGuid():N}";
        await using var admin = new NpgsqlConnection($"Host={socket};Username=postgres;Database=postgres");
        await admin.OpenAsync();
        await using var command = admin.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}{template}";
        await command.ExecuteNonQueryAsync();
        return $"Host={socket};Username=postgres;Database={name}";
    }
}
