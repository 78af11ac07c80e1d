using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SecondLook.Docket.Storage;

/// <summary>The docket in a SQLite file.</summary>
internal sealed class SqliteContext(DbContextOptions<SqliteContext> options) : DocketContext(options)
{
    public static SqliteContext Open(string connection) => new(new DbContextOptionsBuilder<SqliteContext>().UseSqlite(connection).Options);

    /// <summary>For the tool that writes migrations.</summary>
    public sealed class Factory : IDesignTimeDbContextFactory<SqliteContext>
    {
        /// <inheritdoc/>
        public SqliteContext CreateDbContext(string[] args) => Open("Data Source=:memory:");
    }
}
