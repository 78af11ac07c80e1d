using Microsoft.Extensions.Logging;
using Quartz;
using SecondLook.Docket.Caseloads;
using SecondLook.Docket.Imports;
using SecondLook.Screening.Import;
using SecondLook.Screening.Import.Crosswalks;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Web.Imports;

/// <summary>
/// Runs the imports that wait, one after the other, each from where it stopped. What is done is in the docket alone, so it goes on
/// after any end of the program. It looks again every some seconds, and at once when a page asks.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class RunImports(DocketStore store, LawLibrary law, SiteOptions options, ILogger<RunImports> log) : IJob
{
    /// <summary>The name of the job.</summary>
    public static readonly JobKey Key = new("imports");

    /// <summary>Rows stored together.</summary>
    private const int Together = 400;

    /// <summary>How a file is read: with the crosswalk, where there is one.</summary>
    public static ImportOptions Reading(LawLibrary law, string? map) =>
        new() { Substances = Elements.Substances(law), Map = map is null ? null : Crosswalk.Parse(map, "the columns chosen") };

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellation = default)
    {
        foreach (var (id, by) in await store.UnfinishedImports())
        {
            try
            {
                await Run(id, by, cancellation);
            }
            catch (ImportException unreadable)
            {
                await store.Fail(new(by, options.Clock.GetUtcNow()), id, unreadable.Message);
            }
            catch (Exception stopped) when (stopped is RefusedException or OvertakenException)
            {
                Stopped(log, stopped.Message); // somebody stopped it meanwhile
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Those behind it go on; what it stored stays.
                await store.Fail(
                    new(by, options.Clock.GetUtcNow()),
                    id,
                    $"SecondLook has a fault and stopped this import ({fault.GetType().Name}). What it had stored stays. Import the file again; if it happens again, report it."
                );
            }
        }
    }

    private async Task Run(Guid id, Guid by, CancellationToken cancellation)
    {
        var job = await store.Run(new(by, options.Clock.GetUtcNow()), id);
        await using var file = await Content(by, id, cancellation);
        using var importer = Importer.Open(file, job.FileName, Reading(law, job.Map));
        Task<ImportJob>? storing = null;
        foreach (var rows in importer.Rows().Skip(job.Read).Chunk(Together))
        {
            cancellation.ThrowIfCancellationRequested();
            var computed = Compute(rows, job); // while those before are stored
            job = storing is null ? job : await storing;
            if (job.State != ImportState.Running)
            {
                return;
            }

            var batch = new ImportedCases
            {
                JobId = id,
                By = by,
                At = options.Clock.GetUtcNow(),
                From = job.Read,
                Position = file.CanRead ? file.Position : job.Position,
                Rows = [.. computed.Select(c => c.Row).OfType<ImportedCase>()],
                Rejected = [.. computed.Select(c => c.Rejected).OfType<RejectedCase>()],
            };
            storing = Task.Run(() => store.Store(batch), CancellationToken.None);
        }

        job = storing is null ? job : await storing;
        if (job.State == ImportState.Running)
        {
            await store.Store(
                new ImportedCases
                {
                    JobId = id,
                    By = by,
                    At = options.Clock.GetUtcNow(),
                    From = job.Read,
                    Rows = [],
                    Rejected = [],
                    IsLast = true,
                }
            );
        }
    }

    private (ImportedCase? Row, RejectedCase? Rejected)[] Compute(ImportedRow[] rows, ImportJob job)
    {
        var asOf = job.OrderDate!.Value;
        var question = new ReductionQuestion(
            job.Amendments?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            PartialDate.On(asOf)
        );
        return
        [
            .. rows.AsParallel()
                .AsOrdered()
                .Select(row =>
                    row.Record is { } record
                        ? Compute(record, question, asOf)
                        : (
                            null,
                            new RejectedCase(
                                row.Rejected!.File,
                                row.Rejected.Row,
                                row.Rejected.Field,
                                row.Rejected.Found,
                                row.Rejected.Reason,
                                row.Rejected.Suggestion
                            )
                        )
                ),
        ];
    }

    private (ImportedCase?, RejectedCase?) Compute(SentencingRecord record, ReductionQuestion question, DateOnly asOf)
    {
        var row = record.Origin?.Row ?? 0;
        try
        {
            var answer = SentenceReduction.Determine(record, question, law);
            var person = record.Person;
            var identity = new ImportedIdentity(
                record.District,
                person?.DocketNumber,
                person?.Defendant,
                person?.RegisterNumber,
                person?.Name
            );
            return (new(row, identity, record, answer, ReleaseDays.Of(record, answer, asOf, law), Program.Version), null);
        }
        catch (LawException notCovered)
        {
            return (null, Rejected("the law is not covered: " + notCovered.Message.TrimEnd('.'), "Look at what is not covered under Law."));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            var what = $"the record could not be determined ({fault.GetType().Name}: {fault.Message.TrimEnd('.')})";
            return (null, Rejected(what, "This is a fault of SecondLook; please report it with the record."));
        }

        RejectedCase Rejected(string why, string suggestion) => new(record.Origin?.File ?? "", row, "id", record.Id, why, suggestion);
    }

    /// <summary>The file of an import, from the docket, as a file that goes when it is closed.</summary>
    private async Task<FileStream> Content(Guid by, Guid id, CancellationToken cancellation)
    {
        var folder = LeftBehind.Folder(options);
        var file = new FileStream(
            Path.Combine(folder.FullName, id.ToString("N")),
            FileMode.Create,
            FileAccess.ReadWrite,
            FileShare.None,
            1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous
        );
        await store.ImportContent(by, id, file, cancellation);
        file.Position = 0;
        return file;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "An import stopped: {Why}")]
    private static partial void Stopped(ILogger log, string why);
}
