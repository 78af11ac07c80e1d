using SecondLook.Screening.Import;
using SecondLook.Screening.Screen;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Screening.Release;

/// <summary>The dates of every record of a file, in the order read, and who leaves when.</summary>
/// <param name="law">The law.</param>
/// <param name="asOf">The day whose law decides, where a record names none.</param>
/// <param name="orderFor">The order for a record; null for none. Called on several threads at once.</param>
/// <param name="output">Where the dates go.</param>
/// <param name="rejected">Where the rows without a record go.</param>
public sealed class ReleaseRun(
    LawLibrary law,
    DateOnly asOf,
    Func<SentencingRecord, ReductionOrder?> orderFor,
    ReleaseOutput output,
    RejectedRows rejected
)
{
    /// <summary>How many batches are read and computed at once.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Computes every row and finishes the output.</summary>
    /// <param name="batches">Reads some rows each, in the order of the file.</param>
    /// <exception cref="ImportException">The file cannot be read further.</exception>
    public async Task<ReleasePlan> Run(IEnumerable<Func<IReadOnlyList<ImportedRow>>> batches)
    {
        var plan = new ReleasePlan();
        var work = batches.Select(read => (Func<List<Computed>>)(() => [.. read().Select(Compute)]));
        await foreach (var rows in InOrder.Of(work, Threads))
        {
            foreach (var (record, without, computed) in rows)
            {
                if (without is not null)
                {
                    rejected.Add(without);
                    plan.CountRejected();
                    continue;
                }

                output.Add(record!, computed!);
                plan.Add(record!, computed!);
            }
        }

        output.Complete();
        rejected.Complete();
        return plan;
    }

    private Computed Compute(ImportedRow row) =>
        row.Record is { } record
            ? new(record, null, SentenceComputation.Of(record, asOf, orderFor(record), law, output.HoldsFindings))
            : new(null, row.Rejected, null);

    private readonly record struct Computed(SentencingRecord? Record, RejectedRow? Without, ReleaseComputation? Dates);
}
