using Microsoft.EntityFrameworkCore;
using SecondLook.Docket.Audit;
using SecondLook.Docket.Caseloads;
using SecondLook.Docket.Imports;

namespace SecondLook.Docket.Storage;

/// <summary>What stands beside the entries: caseloads, which follow from them, imports, and the log of who looked.</summary>
internal static class CaseloadTables
{
    public static void Of(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CaseloadRow>(row =>
        {
            row.ToTable("caseload");
            row.HasKey(r => new { r.OfficeId, r.CaseId });
            row.Ignore(r => r.CaseName);
            row.Property(r => r.Leaves);
            row.Property(r => r.Searched);
            row.Property(r => r.Version).IsConcurrencyToken();
            row.HasOne<Office>().WithMany().HasForeignKey(r => r.OfficeId).OnDelete(DeleteBehavior.Restrict);
            row.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Restrict);

            // The two orders in which a caseload is read, and one that answers every count and choice without the rows.
            row.HasIndex(r => new
                {
                    r.OfficeId,
                    r.Leaves,
                    r.CaseId,
                })
                .HasDatabaseName("caseload_by_leaving");
            row.HasIndex(r => new
                {
                    r.OfficeId,
                    r.DocketNumber,
                    r.Defendant,
                    r.CaseId,
                })
                .HasDatabaseName("caseload_by_number");
            row.HasIndex(r => new
                {
                    r.OfficeId,
                    r.Outcome,
                    r.Triage,
                    r.Reason,
                    r.District,
                    r.Drug,
                    r.JudgeId,
                    r.ImportId,
                    r.Leaves,
                })
                .HasDatabaseName("caseload_by_answer");
        });
        modelBuilder.Entity<StoredView>(view =>
        {
            view.ToTable("views");
            view.HasKey(v => new { v.AccountId, v.Name });
            view.HasOne<Account>().WithMany().HasForeignKey(v => v.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<CaseBatch>(batch =>
        {
            batch.ToTable("batches");
            batch.HasOne<Account>().WithMany().HasForeignKey(b => b.ById).OnDelete(DeleteBehavior.Restrict);
            batch.HasIndex(b => b.OfficeId);
        });
        modelBuilder.Entity<ImportJob>(job =>
        {
            job.ToTable("imports");
            job.Property(j => j.Version).IsConcurrencyToken();
            job.HasOne<Account>().WithMany().HasForeignKey(j => j.ById).OnDelete(DeleteBehavior.Restrict);
            job.HasIndex(j => j.OfficeId);
        });
        modelBuilder.Entity<ImportPiece>(piece =>
        {
            piece.ToTable("import_pieces");
            piece.HasKey(p => new { p.JobId, p.Number });
            piece.HasOne<ImportJob>().WithMany().HasForeignKey(p => p.JobId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<StoredRejection>(row =>
        {
            row.ToTable("import_rejections");
            row.HasKey(r => new { r.JobId, r.Number });
            row.HasOne<ImportJob>().WithMany().HasForeignKey(r => r.JobId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<AuditEntry>(line =>
        {
            line.ToTable("audit");
            line.HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedOnAdd();
            line.Property(l => l.Searched);
            line.HasOne<Account>().WithMany().HasForeignKey(l => l.ById).OnDelete(DeleteBehavior.Restrict);
            line.HasIndex(l => new { l.OfficeId, l.Id });
            line.HasIndex(l => new { l.IsOpen, l.Id });
        });
    }
}
