using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;
using SecondLook.Docket.Cases;
using SecondLook.Docket.Storage;
using SecondLook.Sentencing;
using SecondLook.Web;

namespace SecondLook.Cli.Commands;

/// <summary><c>secondlook serve</c>: the web site on a docket.</summary>
public static class ServeCommand
{
    public static Example Create(Surroundings surroundings)
    {
        var urls = Urls();
        var database = new Option<string>("--database")
        {
            Description = "The docket: a SQLite file, or a PostgreSQL connection such as \"Host=localhost;Database=docket\".",
            HelpName = "CONNECTION",
            DefaultValueFactory = _ => "secondlook.db",
        };
        var command = new Command("serve", "Serves the docket as a web site, until it is stopped with Ctrl+C.") { urls, database };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var connection = parsed.GetValue(database)!;
                var store = Open(connection);
                await store.Migrate();
                var options = new SiteOptions(store, parsed.GetValue(urls)!, FolderOf(connection), TimeProvider.System);
                return await Run(options, surroundings, cancellation);
            }
        );
        return new Example(command, "secondlook serve --database docket.db --urls http://localhost:5080");
    }

    /// <summary>Where a site listens.</summary>
    public static Option<string> Urls() =>
        new("--urls")
        {
            Description = "Where the site listens.",
            HelpName = "URLS",
            DefaultValueFactory = _ => "http://localhost:5080",
        };

    /// <summary>The docket behind a connection: one that names a host is PostgreSQL's, any other a SQLite file.</summary>
    public static DocketStore Open(string connection)
    {
        var law = new Laws(Elements.Library, _ => []);
        return IsPostgres(connection) ? DocketStore.InPostgres(connection, law)
            : connection.Contains('=', StringComparison.Ordinal) ? DocketStore.InSqlite(connection, law)
            : DocketStore.InSqlite($"Data Source={Path.GetFullPath(connection)}", law);
    }

    /// <summary>Serves until stopped.</summary>
    public static async Task<int> Run(SiteOptions options, Surroundings surroundings, CancellationToken cancellation)
    {
        await using var site = Site.Build(options);
        try
        {
            await site.StartAsync(cancellation);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new CannotRunException(
                $"Another program listens at {options.Urls}. Stop it, or choose another place, such as --urls http://localhost:5090."
            );
        }

        await surroundings.Output.WriteLineAsync($"SecondLook is at {string.Join(" and ", site.Urls)}. Stop it with Ctrl+C.");
        await surroundings.Output.FlushAsync(cancellation);
        await site.WaitForShutdownAsync(cancellation);
        return ExitCode.Done;
    }

    private static bool IsPostgres(string connection) => connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Beside the file of the docket; for PostgreSQL in the folder in which the program was started.</summary>
    private static string FolderOf(string connection) =>
        IsPostgres(connection)
            ? Path.GetFullPath("secondlook-files")
            : Path.GetFullPath(
                (connection.Contains('=', StringComparison.Ordinal) ? "secondlook" : Path.ChangeExtension(connection, null)) + "-files"
            );
}
