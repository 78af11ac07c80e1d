using SecondLook.Screening.Import;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Screening.Screen;

/// <summary>
/// One screen over a file of records: rows in, a determination out for each record, in the order read. A few batches of rows are in
/// memory at a time, whatever the size of the file, and the bytes that come out do not depend on the number of threads.
/// </summary>
/// <param name="determine">The answer for one record; called on several threads at once.</param>
/// <param name="output">Where the determinations go.</param>
/// <param name="rejected">Where the rows without an answer go.</param>
public sealed class ScreenRun(Func<SentencingRecord, Determination> determine, ScreenOutput output, RejectedRows rejected)
{
    /// <summary>Asks one question of every record; findings are made only where the output holds them.</summary>
    public ScreenRun(LawLibrary law, ReductionQuestion question, ScreenOutput output, RejectedRows rejected)
        : this(Asking(law, question with { KeepFindings = output.HoldsFindings }), output, rejected) { }

    /// <summary>How many batches are read and determined at once; one keeps everything on the calling thread.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Told the number of rows that are done, after each batch.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>Screens every row and finishes the output.</summary>
    /// <param name="batches">Reads some rows each, in the order of the file; see <see cref="ImportBatch.Read"/>.</param>
    /// <param name="cancellation">Stops the run between two batches.</param>
    /// <returns>The tally of the answers.</returns>
    /// <exception cref="ImportException">The file cannot be read further.</exception>
    /// <exception cref="IOException">The output could not be written.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; nothing of the output stays.</exception>
    public async Task<Tally> Run(IEnumerable<Func<IReadOnlyList<ImportedRow>>> batches, CancellationToken cancellation = default)
    {
        var tally = new Tally();
        var work = batches.Select(read => (Func<Screened>)(() => Screen(read())));
        await foreach (var screened in InOrder.Of(work, Threads, cancellation))
        {
            Take(screened, tally);
        }

        output.Complete();
        rejected.Complete();
        return tally;
    }

    private void Take(Screened screened, Tally tally)
    {
        screened.Page.Append();
        tally.Add(screened.Tally);
        foreach (var row in screened.Rejected)
        {
            rejected.Add(row);
        }

        Progress?.Report(tally.Determined + tally.Rejected);
    }

    private Screened Screen(IReadOnlyList<ImportedRow> rows)
    {
        var screened = new Screened(output.NewPage(), new Tally(), []);
        foreach (var row in rows)
        {
            var without = row.Rejected;
            if (without is null && Determine(row.Record!, out without) is { } determination)
            {
                screened.Page.Add(determination);
                screened.Tally.Count(determination);
            }

            if (without is not null)
            {
                screened.Rejected.Add(without);
                screened.Tally.CountRejected();
            }
        }

        return screened;
    }

    /// <summary>One record that cannot be determined must not stop the others: it becomes a rejected row that names it.</summary>
    private Determination? Determine(SentencingRecord record, out RejectedRow? without)
    {
        without = null;
        try
        {
            return determine(record);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            var (reason, suggestion) =
                failure is LawException
                    ? (failure.Message.TrimEnd('.'), "docs/coverage.md lists the law that is covered.")
                    : (
                        $"{failure.GetType().Name}: {failure.Message.TrimEnd('.')}",
                        "This is a fault of SecondLook; please report it with the record."
                    );
            without = new RejectedRow(
                record.Origin?.File ?? "",
                record.Origin?.Row ?? 0,
                "id",
                record.Id,
                $"the record could not be determined ({reason})",
                suggestion
            );
            return null;
        }
    }

    private static Func<SentencingRecord, Determination> Asking(LawLibrary law, ReductionQuestion question) =>
        new AnswersByFacts(record => SentenceReduction.Determine(record, question, law)).Of;

    private sealed record Screened(OutputPage Page, Tally Tally, List<RejectedRow> Rejected);
}
