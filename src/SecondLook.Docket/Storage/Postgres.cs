using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace SecondLook.Docket.Storage;

/// <summary>The docket in a PostgreSQL database.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : DocketContext(options)
{
    public static PostgresContext Open(string connection) =>
        new(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(connection).Options);

    /// <inheritdoc/>
    public override async Task Insert(ManyRows rows)
    {
        var into = (NpgsqlConnection)Database.GetDbConnection();
        await using var copy = await into.BeginBinaryImportAsync(
            $"COPY {rows.Table} ({string.Join(", ", rows.Columns.Select(c => $"\"{c}\""))}) FROM STDIN (FORMAT BINARY)"
        );
        foreach (var entity in rows.Entities)
        {
            await copy.StartRowAsync();
            for (var column = 0; column < rows.Columns.Count; column++)
            {
                if (rows[entity, column] is { } value)
                {
                    await copy.WriteAsync(value, rows.Types[column]);
                }
                else
                {
                    await copy.WriteNullAsync();
                }
            }
        }

        await copy.CompleteAsync();
    }

    /// <summary>For the tool that writes migrations.</summary>
    public sealed class Factory : IDesignTimeDbContextFactory<PostgresContext>
    {
        /// <inheritdoc/>
        public PostgresContext CreateDbContext(string[] args) => Open("Host=nowhere");
    }
}
