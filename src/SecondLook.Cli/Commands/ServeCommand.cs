using System.CommandLine;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;
using SecondLook.Docket.Cases;
using SecondLook.Docket.Storage;
using SecondLook.Sentencing;
using SecondLook.Web;
using SecondLook.Web.SignIn;

namespace SecondLook.Cli.Commands;

/// <summary><c>secondlook serve</c>: the web site on a docket.</summary>
public static class ServeCommand
{
    private const int PasswordLength = 20;

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
                if (await store.IsBeingSetUp())
                {
                    var password = RandomNumberGenerator.GetHexString(PasswordLength, lowercase: true);
                    await FirstAdministrator.Add(store, password);
                    await surroundings.Output.WriteLineAsync(
                        $"Nobody could sign in to this docket. Sign in as {FirstAdministrator.Name} with the password {password}, change it there, and add the people. It is not shown again."
                    );
                }

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

    /// <summary>
    /// The docket behind a connection: one that names a host is PostgreSQL's, any other a SQLite file. A file that is new, and the folder
    /// beside it, may be read only by whoever started the program.
    /// </summary>
    public static DocketStore Open(string connection)
    {
        var law = new Laws(Elements.Library, _ => []);
        if (IsPostgres(connection) || connection.Contains('=', StringComparison.Ordinal))
        {
            return IsPostgres(connection) ? DocketStore.InPostgres(connection, law) : DocketStore.InSqlite(connection, law);
        }

        var file = Path.GetFullPath(connection);
        if (!OperatingSystem.IsWindows() && !File.Exists(file))
        {
            const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            File.Open(
                    file,
                    new FileStreamOptions
                    {
                        Mode = FileMode.CreateNew,
                        Access = FileAccess.Write,
                        UnixCreateMode = Own,
                    }
                )
                .Dispose();
        }

        return DocketStore.InSqlite($"Data Source={file}", law);
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
