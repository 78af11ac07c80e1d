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
    public ReleasePlan Run(IEnumerable<Func<IReadOnlyList<ImportedRow>>> batches)
    {
        var plan = new ReleasePlan();
        foreach (
            var rows in batches
                .AsParallel()
                .AsOrdered()
                .WithDegreeOfParallelism(Threads)
                .WithMergeOptions(ParallelMergeOptions.NotBuffered)
                .Select(read => read().Select(Computed).ToList())
        )
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

    private (SentencingRecord? Record, RejectedRow? Without, ReleaseComputation? Computed) Computed(ImportedRow row) =>
        row.Record is { } record
            ? (record, null, SentenceComputation.Of(record, asOf, orderFor(record), law, output.HoldsFindings))
            : (null, row.Rejected, null);
}
