using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SecondLook.Docket.Storage;

/// <summary>The docket in a PostgreSQL database.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : DocketContext(options)
{
    public static PostgresContext Open(string connection) =>
        new(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(connection).Options);

    /// <summary>For the tool that writes migrations.</summary>
    public sealed class Factory : IDesignTimeDbContextFactory<PostgresContext>
    {
        /// <inheritdoc/>
        public PostgresContext CreateDbContext(string[] args) => Open("Host=nowhere");
    }
}
