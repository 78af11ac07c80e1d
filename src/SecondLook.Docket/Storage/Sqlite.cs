using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage;

namespace SecondLook.Docket.Storage;

/// <summary>The docket in a SQLite file.</summary>
internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : DocketContext(options)
{
    public static SqliteContext Open(string connection) => new(new DbContextOptionsBuilder<SqliteContext>().UseSqlite(connection).Options);

    /// <inheritdoc/>
    public override Task Insert(ManyRows rows)
    {
        var into = (SqliteConnection)Database.GetDbConnection();
        using var insert = into.CreateCommand();
        insert.Transaction = (SqliteTransaction?)Database.CurrentTransaction?.GetDbTransaction();
        insert.CommandText =
            $"INSERT INTO {rows.Table} ({string.Join(", ", rows.Columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", rows.Columns.Select((_, i) => $"$p{i}"))})";
        SqliteParameter[] parameters = [.. rows.Columns.Select((_, i) => new SqliteParameter { ParameterName = $"$p{i}" })];
        insert.Parameters.AddRange(parameters);
        insert.Prepare();
        foreach (var entity in rows.Entities)
        {
            for (var column = 0; column < parameters.Length; column++)
            {
                parameters[column].Value = rows[entity, column] ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }

    /// <summary>For the tool that writes migrations.</summary>
    public sealed class Factory : IDesignTimeDbContextFactory<SqliteContext>
    {
        /// <inheritdoc/>
        public SqliteContext CreateDbContext(string[] args) => Open("Data Source=:memory:");
    }
}
