using SecondLook.Screening.Import;
using SecondLook.Screening.Release;
using SecondLook.Screening.Screen;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Web;

/// <summary>Somebody whose term an order reduced, with the dates.</summary>
/// <param name="Term">The order and the facts of custody.</param>
/// <param name="Dates">The dates.</param>
internal sealed record Leaver(ReducedTerm Term, ReleaseComputation Dates)
{
    /// <summary>The day of leaving; null where a fact is missing.</summary>
    public DateOnly? Leaves => Dates.After?.Leaves;

    /// <summary>Who has lodged a detainer; null for none.</summary>
    public string? Detainer => Term.Record.Custody?.Detainer is { Length: > 0 } detainer ? detainer : null;
}

/// <summary>Who leaves when under the orders of the docket, by the same computation and the same plan as the command line's.</summary>
internal sealed record Releases(ReleasePlan Plan, IReadOnlyList<Leaver> Leavers)
{
    public static async Task<Releases> Of(DocketStore store, Account reader, DateOnly asOf, LawLibrary law)
    {
        var terms = await Terms(store, reader);
        using var kept = new Kept();
        var plan = await Run(terms, asOf, law, kept);
        return new(
            plan,
            [
                .. kept
                    .Dates.Zip(terms, (dates, term) => new Leaver(term, dates))
                    .OrderBy(l => l.Leaves ?? DateOnly.MaxValue)
                    .ThenBy(l => l.Term.Case.Name, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>The dates as a file of the command line's formats.</summary>
    public static async Task<byte[]> File(DocketStore store, Account reader, DateOnly asOf, LawLibrary law, string ending)
    {
        var folder = Directory.CreateTempSubdirectory("secondlook-release");
        try
        {
            var path = Path.Combine(folder.FullName, $"releases.{ending}");
            using (var output = ReleaseOutput.Open(path, asOf))
            {
                await Run(await Terms(store, reader), asOf, law, output);
            }

            return await System.IO.File.ReadAllBytesAsync(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Of several orders in one case the one signed last.</summary>
    private static async Task<IReadOnlyList<ReducedTerm>> Terms(DocketStore store, Account reader) =>
        [.. (await store.ReducedTerms(reader.Id)).GroupBy(t => t.Case.Id).Select(g => g.MaxBy(t => (t.Order.SignedOn, t.Order.At))!)];

    private static Task<ReleasePlan> Run(IReadOnlyList<ReducedTerm> terms, DateOnly asOf, LawLibrary law, ReleaseOutput output)
    {
        var orders = terms.ToDictionary(t => t.Record.Id, t => t.Reduction, StringComparer.Ordinal);
        var run = new ReleaseRun(law, asOf, record => orders[record.Id], output, new RejectedRows());
        return run.Run([() => [.. terms.Select(t => ImportedRow.Of(t.Record))]]);
    }

    private sealed class Kept : ReleaseOutput
    {
        public List<ReleaseComputation> Dates { get; } = [];

        public override bool HoldsFindings => true;

        public override void Add(SentencingRecord record, ReleaseComputation computed) => Dates.Add(computed);

        public override void Complete() { }

        protected override void Dispose(bool disposing) { }
    }
}
