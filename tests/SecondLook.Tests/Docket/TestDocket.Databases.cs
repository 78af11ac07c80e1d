using Microsoft.Data.Sqlite;
using Npgsql;
using SecondLook.Docket.Cases;
using SecondLook.Docket.Storage;

namespace SecondLook.Tests.Docket;

/// <summary>A database is copied from one that was migrated once, so that a test waits a fraction of a second for its own.</summary>
internal sealed partial class TestDocket
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqlite);
    private static readonly Lazy<Task> PostgresTemplate = new(MakePostgres);
    private static readonly Laws Law = new(Editions.Law, _ => []);
    private static int databases;

    /// <summary>Does SQL in the database itself, past the program.</summary>
    public async Task Sql(string sql)
    {
        await using System.Data.Common.DbConnection connection = Connection.StartsWith("Host", StringComparison.Ordinal)
            ? new NpgsqlConnection(Connection)
            : new SqliteConnection(Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>How SQLite would answer a query.</summary>
    public async Task<string> Plan(string sql)
    {
        await using var connection = new SqliteConnection(Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        var given = sql.Split('\n').Where(line => line.StartsWith(".param set ", StringComparison.Ordinal));
        foreach (var words in given.Select(line => line.Trim().Split(' ', 4)))
        {
            command.Parameters.AddWithValue(words[2], words[3].Trim('\''));
        }

        var query = sql.Split('\n').Where(line => !line.StartsWith(".param", StringComparison.Ordinal));
        command.CommandText = "EXPLAIN QUERY PLAN " + string.Join('\n', query);
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        return string.Join('\n', plan);
    }

    /// <summary>The rows of a table as text, read from the database itself.</summary>
    public async Task<List<string>> Rows(string table)
    {
        await using System.Data.Common.DbConnection connection = Connection.StartsWith("Host", StringComparison.Ordinal)
            ? new NpgsqlConnection(Connection)
            : new SqliteConnection(Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} ORDER BY at, id";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(
                string.Join(
                    '|',
                    Enumerable.Range(0, reader.FieldCount).Select(i => reader[i] is byte[] b ? Convert.ToHexString(b) : reader[i])
                )
            );
        }

        return rows;
    }

    private static async Task<TestDocket> OnSqlite()
    {
        var template = await SqliteTemplate.Value;
        var file = Path.Combine(Path.GetDirectoryName(template)!, $"{Interlocked.Increment(ref databases)}.db");
        File.Copy(template, file);
        var connection = $"Data Source={file}";
        return new(
            DocketStore.InSqlite(connection, Law),
            connection,
            () =>
            {
                using var pool = new SqliteConnection(connection);
                SqliteConnection.ClearPool(pool);
                File.Delete(file);
                return Task.CompletedTask;
            }
        );
    }

    private static async Task<TestDocket> OnPostgres()
    {
        await PostgresTemplate.Value;
        var name = $"docket_{Interlocked.Increment(ref databases)}";
        await PostgresAdmin($"CREATE DATABASE {name} TEMPLATE template_docket");
        var connection = await PostgresConnection(name);
        return new(
            DocketStore.InPostgres(connection, Law),
            connection,
            async () =>
            {
                await using var pool = new NpgsqlConnection(connection);
                NpgsqlConnection.ClearPool(pool);
                await PostgresAdmin($"DROP DATABASE {name} WITH (FORCE)");
            }
        );
    }

    private static async Task<string> MakeSqlite()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("docket").FullName, "template.db");
        var connection = $"Data Source={file}";
        await DocketStore.InSqlite(connection, Law).Migrate();
        await using (var open = new SqliteConnection(connection))
        {
            await open.OpenAsync();
            await using var command = open.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
            await command.ExecuteNonQueryAsync();
            SqliteConnection.ClearPool(open);
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return file;
    }

    private static async Task MakePostgres()
    {
        await PostgresAdmin("CREATE DATABASE template_docket");
        var connection = await PostgresConnection("template_docket");
        await DocketStore.InPostgres(connection, Law).Migrate();
        await using var pool = new NpgsqlConnection(connection);
        NpgsqlConnection.ClearPool(pool);
    }

    private static async Task<string> PostgresConnection(string database) =>
        $"Host={await PostgresServer.Socket};Username=postgres;Database={database};Maximum Pool Size=8";

    private static async Task PostgresAdmin(string sql)
    {
        await using var admin = new NpgsqlConnection(await PostgresConnection("postgres"));
        await admin.OpenAsync();
        await using var command = admin.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
