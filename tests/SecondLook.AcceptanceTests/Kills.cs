using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SecondLook.Cli.Commands;
using SecondLook.Docket.Cases;
using SecondLook.Docket.People;
using SecondLook.Docket.Storage;

namespace SecondLook.AcceptanceTests;

/// <summary>
/// A sample docket on which the program is started, killed at a random moment while people act, and started again. So many times as
/// <c>SECONDLOOK_KILLS</c> says, at other moments with another <c>SECONDLOOK_SEED</c>.
/// </summary>
internal sealed class Kills(DirectoryInfo home, string connection) : IDisposable
{
    public static readonly int Times = FromEnvironment("SECONDLOOK_KILLS", 2);
    private static readonly int Seed = FromEnvironment("SECONDLOOK_SEED", 1);

    private readonly Random random = new(Seed);

    /// <summary>The longest that people act before the program is killed.</summary>
    public TimeSpan Within { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The docket itself, to look past the program.</summary>
    public DocketStore Store { get; } = ServeCommand.Open(connection);

    /// <summary>The folder in which the program keeps what is not in the database.</summary>
    public string Folder => Path.Combine(home.FullName, "secondlook-files");

    public static async Task<Kills> On(Database database)
    {
        var (home, connection, _) = await SampleSite.Filled(database);
        return new(home, connection);
    }

    public Task<ServedProgram> Start() => ServedProgram.Start(connection, home);

    /// <summary>The account of a role of the sample.</summary>
    public async Task<Guid> Of(Role role) => (await Store.LoginOf(role.ToString().ToLowerInvariant()))!.AccountId;

    /// <summary>
    /// Lets people act and kills the program while that goes on. When is by chance, within a time that follows what became of the acts: shorter
    /// after one in which all were answered, longer after one in which none was.
    /// </summary>
    public async Task<IReadOnlyList<string?>> Kill(ServedProgram program, IReadOnlyList<Task<string?>> acts)
    {
        await Kill(program);
        var answers = await Task.WhenAll(acts);
        Within *=
            answers.All(a => a is not null) ? 0.8
            : answers.All(a => a is null) ? 1.25
            : 1;
        return answers;
    }

    /// <summary>Kills the program at some moment.</summary>
    public async Task Kill(ServedProgram program)
    {
        await Task.Delay(Within * random.NextDouble());
        program.Kill();
        await Ended();
    }

    public void Dispose() => home.Delete(recursive: true);

    /// <summary>PostgreSQL ends what a program that is gone had begun, one way or the other, a moment later.</summary>
    private async Task Ended()
    {
        if (!connection.StartsWith("Host=", StringComparison.Ordinal))
        {
            return;
        }

        await using var server = new NpgsqlConnection(connection);
        await server.OpenAsync();
        await using var command = server.CreateCommand();
        command.CommandText =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'";
        var waited = Stopwatch.StartNew();
        while ((long)(await command.ExecuteScalarAsync())! > 0)
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), "PostgreSQL still works for a program that was killed.");
            await Task.Delay(20);
        }
    }

    private static int FromEnvironment(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given) ? given : otherwise;
}
