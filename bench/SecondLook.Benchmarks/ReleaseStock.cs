using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime;
using SecondLook.Screening.Import;
using SecondLook.Screening.Population;
using SecondLook.Screening.Release;
using SecondLook.Screening.Screen;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Benchmarks;

/// <summary>
/// The synthetic stock of about 100,000 people, screened, dated and planned as <c>secondlook release --assume-granted 2015-11-01 --plan DIR</c>
/// does it, in this process and without its start. Each run and its floor, which only reads the same records, go in turn.
/// </summary>
internal sealed class ReleaseStock(LawLibrary law, ImportOptions options, string folder, int threads)
{
    private static readonly DateOnly Effective = new(2015, 11, 1);

    private readonly string stock = Path.Combine(folder, "stock.jsonl");

    /// <summary>Says what each run took, the first of all with the compilation that it needs.</summary>
    public async Task Measure(int rounds)
    {
        WriteStock();
        var ratios = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            var people = 0;
            var run = await Taken(async () => people = await Run());
            var floor = await Taken(Read);
            if (round > 0)
            {
                ratios.Add(run.Seconds / floor.Seconds);
            }

            Console.WriteLine(
                FormattableString.Invariant(
                    $"release of {people:#,0} people, {(round == 0 ? "first run" : "run again")}: {run.Seconds:0.00} s, {run.Processor:0.00} s of processor time, {run.Compiling:0.00} s of it for compilation; reading alone {floor.Seconds:0.00} s, {floor.Processor:0.00} s"
                )
            );
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(
            FormattableString.Invariant(
                $"release: {ratios.Order().ElementAt(ratios.Count / 2):0.00} times reading alone; peak memory {process.PeakWorkingSet64 / 1e6:0} MB"
            )
        );
    }

    private async Task<int> Run()
    {
        using var importer = Importer.Open(stock, options);
        using var rejected = new RejectedRows();
        using var dates = new NoReleaseOutput();
        var run = new ReleaseRun(law, Effective, record => AssumedOrders.For(record, Effective, law), dates, rejected)
        {
            Threads = threads,
        };
        var plan = await run.Run(importer.Batches().Select(batch => (Func<IReadOnlyList<ImportedRow>>)batch.Read));
        new PlanFiles(plan, Effective, law).Write(Path.Combine(folder, "plan"));
        return plan.Dated + plan.Undated;
    }

    private Task Read()
    {
        using var importer = Importer.Open(stock, options);
        Parallel.ForEach(
            Partitioner.Create(importer.Batches(), EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            batch => batch.Read()
        );
        return Task.CompletedTask;
    }

    private void WriteStock()
    {
        using var file = File.Create(stock);
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        foreach (var person in new SyntheticStock(StockModel.Bundled(), law, seed: 1).People())
        {
            RecordJson.Write(person, buffer);
            buffer.Write("\n"u8);
            file.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }
    }

    private static async Task<(double Seconds, double Processor, double Compiling)> Taken(Func<Task> work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var compiled = JitInfo.GetCompilationTime();
        var watch = Stopwatch.StartNew();
        await work();
        var seconds = watch.Elapsed.TotalSeconds;
        process.Refresh();
        return (seconds, (process.TotalProcessorTime - before).TotalSeconds, (JitInfo.GetCompilationTime() - compiled).TotalSeconds);
    }
}
