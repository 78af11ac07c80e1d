using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SecondLook.Docket.Audit;
using SecondLook.Docket.Caseloads;
using SecondLook.Docket.Imports;

namespace SecondLook.Docket.Storage;

/// <summary>The bytes of a document.</summary>
internal sealed class Content
{
    public required Guid Id { get; init; }

    public required byte[] Bytes { get; init; }
}

/// <summary>
/// The one model, for both databases. It is not public: what leaves it goes through <see cref="DocketStore"/>, which knows who reads.
/// Entries are one table, in which rows are only added.
/// </summary>
internal abstract class DocketContext(DbContextOptions options) : DbContext(options)
{
    private static readonly Type[] Kinds =
    [
        .. typeof(Entry)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Entry)))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    public DbSet<Office> Offices => Set<Office>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Login> Logins => Set<Login>();

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<Content> Contents => Set<Content>();

    public DbSet<CaseloadRow> Caseload => Set<CaseloadRow>();

    public DbSet<StoredView> Views => Set<StoredView>();

    public DbSet<CaseBatch> Batches => Set<CaseBatch>();

    public DbSet<ImportJob> Imports => Set<ImportJob>();

    public DbSet<ImportPiece> Pieces => Set<ImportPiece>();

    public DbSet<StoredRejection> Rejections => Set<StoredRejection>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>Inserts many new rows in the transaction that is open.</summary>
    public abstract Task Insert(ManyRows rows);

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (
            var entry in ChangeTracker.Entries().Where(e => !MayChange(e.Entity) && e.State is EntityState.Modified or EntityState.Deleted)
        )
        {
            throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} is never changed or removed: add what takes its place.");
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Counters, logins, views and what follows from entries; nothing that was entered.</summary>
    private static bool MayChange(object entity) => entity is Case or Login or CaseloadRow or StoredView or ImportJob;

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTime>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<IReadOnlyList<string>>().HaveConversion<JsonList<string>, ListComparer<string>>();
        configurationBuilder.Properties<IReadOnlyList<Guid>>().HaveConversion<JsonList<Guid>, ListComparer<Guid>>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Office>().ToTable("offices");
        modelBuilder.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.Ignore(a => a.Side);
            account.HasOne<Office>().WithMany().HasForeignKey(a => a.OfficeId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Login>(login =>
        {
            login.ToTable("logins");
            login.HasKey(l => l.Name);
            login.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Person>(person =>
        {
            person.ToTable("persons");
            person.HasIndex(p => p.RegisterNumber).IsUnique();
        });
        modelBuilder.Entity<Case>(@case =>
        {
            @case.ToTable("cases");
            @case.Ignore(c => c.Name);
            @case.Property(c => c.Version).IsConcurrencyToken();
            @case.Property(c => c.Numbers);
            @case.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
            @case
                .HasIndex(c => new
                {
                    c.District,
                    c.DocketNumber,
                    c.Defendant,
                })
                .IsUnique();
        });
        modelBuilder.Entity<Content>(content =>
        {
            content.ToTable("contents");
            content.HasOne<Entry>().WithOne().HasForeignKey<Content>(c => c.Id).OnDelete(DeleteBehavior.Restrict);
        });
        Entry(modelBuilder);
        CaseloadTables.Of(modelBuilder);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetDeclaredProperties()))
        {
            property.SetColumnName(
                Words(property.Name.StartsWith("Packed", StringComparison.Ordinal) ? property.Name[6..] : property.Name)
            );
        }
    }

    private static void Entry(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Entry>(entry =>
        {
            entry.ToTable("entries");
            entry.Ignore(e => e.Kind);
            var kinds = entry.HasDiscriminator<string>("Type");
            foreach (var kind in Kinds)
            {
                modelBuilder.Entity(kind);
                kinds.HasValue(kind, kind.Name);
            }

            entry.HasOne<Case>().WithMany().HasForeignKey(e => e.CaseId).OnDelete(DeleteBehavior.Restrict);
            entry.HasOne<Account>().WithMany().HasForeignKey(e => e.ById).OnDelete(DeleteBehavior.Restrict);
            entry.HasOne<Entry>().WithMany().HasForeignKey(e => e.SubjectId).OnDelete(DeleteBehavior.Restrict);
            entry.HasOne<Entry>().WithMany().HasForeignKey(e => e.SupersedesId).OnDelete(DeleteBehavior.Restrict);
            entry.HasIndex(e => e.OfficeId);

            // What must be true whatever the program does: one entry takes another's place, one ruling a motion, one first order a ruling.
            entry.HasIndex(e => new { e.CaseId, e.Number }).IsUnique();
            entry.HasIndex(e => e.SupersedesId).IsUnique();
            entry.HasIndex(e => e.SubjectId);
            entry.HasIndex(e => e.SubjectId, "one_ruling_of_a_motion").IsUnique().HasFilter("type = 'Ruling'");
            entry
                .HasIndex(e => e.SubjectId, "one_first_order_of_a_ruling")
                .IsUnique()
                .HasFilter("type = 'Order' AND supersedes_id IS NULL");
            entry.HasIndex(e => e.SubjectId, "one_entry_of_an_order").IsUnique().HasFilter("type = 'OrderEntered'");
        });
        modelBuilder.Entity<Deadline>().HasIndex(d => d.Due);
        modelBuilder.Entity<Letter>().Ignore(l => l.FiledOn);
        modelBuilder.Entity<Recalculation>(recalculation =>
        {
            recalculation.Ignore(r => r.RecordJson).Ignore(r => r.DeterminationJson);
            recalculation.Property(r => r.PackedRecord);
            recalculation.Property(r => r.PackedDetermination);
        });
    }

    /// <summary><c>DocketNumber</c> as <c>docket_number</c>.</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var (at, letter) in name.Index())
        {
            if (at > 0 && char.IsUpper(letter))
            {
                words.Append('_');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }

    private sealed class UtcTime()
        : ValueConverter<DateTimeOffset, DateTime>(
            at => at.UtcDateTime,
            stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc))
        );

    private sealed class JsonList<T>()
        : ValueConverter<IReadOnlyList<T>, string>(
            list => JsonSerializer.Serialize(list, JsonSerializerOptions.Default),
            text => JsonSerializer.Deserialize<List<T>>(text, JsonSerializerOptions.Default)!
        );

    private sealed class ListComparer<T>()
        : ValueComparer<IReadOnlyList<T>>(
            (a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)),
            list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
            list => list.ToList()
        );
}
