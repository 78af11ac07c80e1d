using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SecondLook.Docket.Imports;

namespace SecondLook.Docket.Storage;

/// <summary>
/// Imports: the file in pieces, how far it came, and the rows that were rejected, all in the database, so that one backup has everything. The
/// pieces go when the import is done: each record keeps what its row said.
/// </summary>
public sealed partial class DocketStore
{
    private const int PieceSize = 1024 * 1024;

    /// <summary>Takes a file in. It can be run once it is here as a whole.</summary>
    /// <param name="acting">Who imports it, and when.</param>
    /// <param name="id">The key of the import.</param>
    /// <param name="fileName">The name of the file.</param>
    /// <param name="file">Its content.</param>
    /// <param name="cancellation">Stops receiving; nothing of the file stays to be run.</param>
    /// <exception cref="RefusedException">The account works in no case, or the file is empty.</exception>
    public async Task<ImportJob> Receive(Acting acting, Guid id, string fileName, Stream file, CancellationToken cancellation = default)
    {
        await using var db = open();
        var by = await AccountOf(db, acting.By);
        Refuse.Unless(by.Side != Side.None, $"{by.Name} works in no case.");
        Refuse.Blank(fileName, "The file has no name.");
        if (await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancellation) is { } before)
        {
            Refuse.Unless(
                before.OfficeId == by.OfficeId && before.Sha256.Length > 0,
                "This form was sent before, and its file is not here as a whole. Open the page of imports anew, and give the file again."
            );
            return before; // sent twice
        }

        var job = new ImportJob
        {
            Id = id,
            FileName = fileName,
            OfficeId = by.OfficeId,
            ById = by.Id,
            At = Stored(acting.At),
            State = ImportState.Receiving,
        };
        db.Add(job);
        await db.SaveChangesAsync(cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var piece = new byte[PieceSize];
        for (var number = 0; ; number++)
        {
            var length = await file.ReadAtLeastAsync(piece, PieceSize, throwOnEndOfStream: false, cancellation);
            if (length > 0)
            {
                hash.AppendData(piece.AsSpan(0, length));
                db.Add(
                    new ImportPiece
                    {
                        JobId = id,
                        Number = number,
                        Bytes = piece[..length],
                    }
                );
                await db.SaveChangesAsync(cancellation);
                db.ChangeTracker.Clear();
            }

            job.Size += length;
            if (length < PieceSize)
            {
                break;
            }
        }

        db.Attach(job);
        job.Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        job.State = job.Size > 0 ? ImportState.Prepared : ImportState.Failed;
        job.Why = job.Size > 0 ? null : "The file is empty.";
        db.Entry(job).State = EntityState.Modified;
        await db.SaveChangesAsync(cancellation);
        return job;
    }

    /// <summary>Ends what was being received when the program ended: nothing of those files stays. To be called before the program receives any.</summary>
    public async Task EndReceiving(DateTimeOffset at)
    {
        await using var db = open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var job in await db.Imports.Where(i => i.State == ImportState.Receiving).ToListAsync())
        {
            job.State = ImportState.Failed;
            job.Why = "SecondLook ended before the whole file was here. Give the file again.";
            job.Finished = Stored(at);
            job.Version++;
            await db.Pieces.Where(p => p.JobId == job.Id).ExecuteDeleteAsync();
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>Says how the file is to be read and what is asked of its records: from then on it waits to be run.</summary>
    /// <exception cref="RefusedException">There is no such import of the own office, or it was begun already.</exception>
    public Task<ImportJob> Begin(Acting acting, Guid id, string? map, string? amendments, DateOnly orderDate) =>
        ChangeImport(
            acting,
            id,
            "begin",
            [ImportState.Prepared],
            job =>
            {
                job.Map = map;
                job.Amendments = string.IsNullOrWhiteSpace(amendments) ? null : amendments.Trim();
                job.OrderDate = orderDate;
                job.State = ImportState.Waiting;
            }
        );

    /// <summary>Says that it runs now, from where it stopped.</summary>
    public Task<ImportJob> Run(Acting acting, Guid id) =>
        ChangeImport(
            acting,
            id,
            "run",
            [ImportState.Waiting, ImportState.Running],
            job =>
            {
                job.State = ImportState.Running;
                job.Started ??= Stored(acting.At);
                job.Resumed = Stored(acting.At);
                job.ReadBefore = job.Read;
            }
        );

    /// <summary>Stops it. Rows that are stored stay, and it can go on later.</summary>
    public Task<ImportJob> Cancel(Acting acting, Guid id) =>
        ChangeImport(
            acting,
            id,
            "cancel",
            [ImportState.Prepared, ImportState.Waiting, ImportState.Running],
            job =>
            {
                job.State = ImportState.Cancelled;
                job.Finished = Stored(acting.At);
            }
        );

    /// <summary>Lets an import that was stopped or failed go on.</summary>
    public Task<ImportJob> Resume(Acting acting, Guid id) =>
        ChangeImport(
            acting,
            id,
            "resume",
            [ImportState.Cancelled, ImportState.Failed],
            job =>
            {
                Refuse.Unless(job.Sha256.Length > 0 && job.Size > 0, "The file did not arrive as a whole. Give it again.");
                job.State = job.OrderDate is null ? ImportState.Prepared : ImportState.Waiting;
                (job.Finished, job.Why) = (null, null);
            }
        );

    /// <summary>Says why it cannot go on.</summary>
    public Task<ImportJob> Fail(Acting acting, Guid id, string why) =>
        ChangeImport(
            acting,
            id,
            "fail",
            [ImportState.Receiving, ImportState.Prepared, ImportState.Waiting, ImportState.Running],
            job =>
            {
                job.State = ImportState.Failed;
                job.Why = why;
                job.Finished = Stored(acting.At);
            }
        );

    /// <summary>The imports of the reader's office, the newest first.</summary>
    public async Task<IReadOnlyList<ImportJob>> Imports(Guid reader)
    {
        await using var db = open();
        var by = await AccountOf(db, reader);
        return by.Side == Side.None
            ? []
            : [.. (await db.Imports.AsNoTracking().Where(i => i.OfficeId == by.OfficeId).ToListAsync()).OrderByDescending(i => i.At)];
    }

    /// <summary>One import of the reader's office; null for any other.</summary>
    public async Task<ImportJob?> Import(Guid reader, Guid id)
    {
        await using var db = open();
        var by = await AccountOf(db, reader);
        return by.Side == Side.None
            ? null
            : await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.OfficeId == by.OfficeId);
    }

    /// <summary>The rows of an import that were rejected, in the order of the file.</summary>
    public async Task<IReadOnlyList<RejectedCase>> RejectedCases(Guid reader, Guid id, int? take = null)
    {
        if (await Import(reader, id) is null)
        {
            return [];
        }

        await using var db = open();
        var rows = db.Rejections.AsNoTracking().Where(r => r.JobId == id).OrderBy(r => r.Number);
        return
        [
            .. (await (take is { } most ? rows.Take(most) : rows).ToListAsync()).Select(r => new RejectedCase(
                r.File,
                r.Row,
                r.Field,
                r.Found,
                r.Reason,
                r.Suggestion
            )),
        ];
    }

    /// <summary>Writes the file of an import to a stream. It is here until the import is done.</summary>
    /// <exception cref="RefusedException">There is no such import of the reader's office.</exception>
    public async Task ImportContent(Guid reader, Guid id, Stream to, CancellationToken cancellation = default)
    {
        Refuse.Unless(await Import(reader, id) is not null, "There is no such import.");
        await using var db = open();
        var pieces = db.Pieces.AsNoTracking().Where(p => p.JobId == id).OrderBy(p => p.Number).AsAsyncEnumerable();
        await foreach (var piece in pieces.WithCancellation(cancellation))
        {
            await to.WriteAsync(piece.Bytes, cancellation);
        }
    }

    /// <summary>The imports that wait or were running when the program ended, with whose they are: for whoever runs them.</summary>
    public async Task<IReadOnlyList<(Guid Id, Guid By)>> UnfinishedImports()
    {
        await using var db = open();
        var jobs = await db
            .Imports.AsNoTracking()
            .Where(i => i.State == ImportState.Waiting || i.State == ImportState.Running)
            .ToListAsync();
        return [.. jobs.OrderBy(i => i.At).Select(i => (i.Id, i.ById))];
    }

    private async Task<ImportJob> ChangeImport(Acting acting, Guid id, string doing, ImportState[] from, Action<ImportJob> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = open();
            var by = await AccountOf(db, acting.By);
            var job = await db.Imports.SingleOrDefaultAsync(i => i.Id == id && i.OfficeId == by.OfficeId);
            Refuse.Unless(job is not null && by.Side != Side.None, "There is no such import.");
            Refuse.Unless(
                from.Contains(job!.State),
                $"{job.FileName} is {job.State.ToString().ToLowerInvariant()}: nobody can {doing} it now. Look at where it stands."
            );
            change(job);
            job.Version++;
            if (await Save(db, attempt))
            {
                return job;
            }
        }
    }
}
