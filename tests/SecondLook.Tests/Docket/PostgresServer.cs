using System.Diagnostics;
using Npgsql;
using SecondLook.Tests.Docket;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace SecondLook.Tests.Docket;

/// <summary>A PostgreSQL server of the tests' own, in a folder of its own, started when a test first needs it and stopped after the last.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private static readonly Lazy<Task<string>> Started = new(Start);

    /// <summary>The folder of the server's socket.</summary>
    public static Task<string> Socket => Started.Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (Started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            var folder = await Started.Value;
            NpgsqlConnection.ClearAllPools();
            await Run($"{Program("pg_ctl")} -D {folder}/data -m immediate stop");
            await Run($"rm -rf {folder}/data");
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> Start()
    {
        var folder = Directory.CreateTempSubdirectory("pg").FullName;
        await Execute("chmod", ["777", folder]);
        await Run($"{Program("initdb")} -D {folder}/data -A trust -U postgres -E UTF8 --locale=C --no-sync");
        await Run(
            $"{Program("pg_ctl")} -D {folder}/data -w -l {folder}/log -o \"-c listen_addresses='' -k {folder} -F -c max_connections=80\" start"
        );
        return folder;
    }

    private static string Program(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Concat(
                Directory.Exists("/usr/lib/postgresql")
                    ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
                    : []
            )
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(
            $"{name} of PostgreSQL was not found, and the docket is tested on PostgreSQL too. Run ./test.sh as root, which installs it, or install the package postgresql."
        );

    /// <summary>PostgreSQL does not run as root: it runs as the user that its package made.</summary>
    private static Task Run(string command) =>
        Environment.UserName == "root"
            ? Execute("runuser", ["-u", "postgres", "--", "sh", "-c", $"cd / && {command} > /dev/null 2>&1"])
            : Execute("sh", ["-c", $"{command} > /dev/null 2>&1"]);

    private static async Task Execute(string program, string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
