using SecondLook.Screening.Import;
using SecondLook.Screening.Screen;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Tests.Findings;

namespace SecondLook.Tests.Screening;

public sealed class ScreenRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Determinations_come_out_in_the_order_read_whatever_the_number_of_threads()
    {
        var one = await Screen("one.jsonl", 1, Slow);
        var two = await Screen("two.jsonl", 2, Slow);
        var four = await Screen("four.jsonl", 4, Slow);

        Assert.Equal(Rows(400).Select(row => row.Record!.Id), one.Split('\n')[..^1].Select(IdOf));
        Assert.Equal(one, two);
        Assert.Equal(one, four);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_record_that_cannot_be_determined_is_rejected_by_name_and_the_others_go_on(int threads)
    {
        using var rejected = new RejectedRows();

        var tally = await Run(
            new NoOutput(),
            rejected,
            threads,
            record =>
                record.Id switch
                {
                    "r7" => throw new InvalidOperationException("a fault"),
                    "r8" => throw new LawException("The Manual of 1987 is not covered."),
                    _ => Answer(record),
                }
        );

        Assert.Equal((398, 2), (tally.Determined, tally.Rejected));
        Assert.Equal(["r7", "r8"], rejected.First.Select(row => row.Found));
        Assert.Contains("a fault", rejected.First[0].Reason, StringComparison.Ordinal);
        Assert.Contains("The Manual of 1987 is not covered", rejected.First[1].Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", rejected.First[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_could_not_be_read_are_counted_and_appear_nowhere_else()
    {
        using var rejected = RejectedRows.Open(folder.File("rejected.jsonl"));
        using var output = ScreenOutput.Open(folder.File("out.jsonl"));
        ImportedRow[] rows = [.. Rows(2), ImportedRow.Of(new RejectedRow("f", 3, "id", "", "there is none", "Give one.")), .. Rows(1)];

        var tally = await new ScreenRun(Answer, output, rejected) { Threads = 2 }.Run([() => rows]);

        Assert.Equal((3, 1), (tally.Determined, tally.Rejected));
        Assert.Equal(3, (await File.ReadAllLinesAsync(folder.File("out.jsonl"))).Length);
        Assert.Single(await File.ReadAllLinesAsync(folder.File("rejected.jsonl")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_file_that_breaks_off_leaves_no_output(int threads)
    {
        using (var output = ScreenOutput.Open(folder.File("out.jsonl")))
        using (var rejected = RejectedRows.Open(folder.File("rejected.jsonl")))
        {
            var run = new ScreenRun(Answer, output, rejected) { Threads = threads };
            await Assert.ThrowsAsync<ImportException>(() => run.Run(BreaksOff()));
        }

        Assert.Empty(folder.Names);
    }

    [Fact]
    public async Task Reading_stops_while_the_output_is_behind()
    {
        var ahead = 0;
        var worst = 0;
        using var rejected = new RejectedRows();
        using var output = new NoOutput();
        IEnumerable<Func<IReadOnlyList<ImportedRow>>> Batches()
        {
            for (var i = 0; i < 200; i++)
            {
                worst = Math.Max(worst, Interlocked.Increment(ref ahead));
                yield return () => Rows(10);
            }
        }

        await new ScreenRun(Answer, output, rejected) { Threads = 2, Progress = new Told(_ => Interlocked.Decrement(ref ahead)) }.Run(
            Batches()
        );

        Assert.True(worst <= 8, $"{worst} batches of 200 were in memory at once");
    }

    [Fact]
    public async Task A_run_that_is_cancelled_leaves_no_output()
    {
        using var stop = new CancellationTokenSource();
        using (var output = ScreenOutput.Open(folder.File("out.csv")))
        using (var rejected = new RejectedRows())
        {
            var run = new ScreenRun(Answer, output, rejected) { Threads = 2, Progress = new Told(_ => stop.Cancel()) };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.Run(Forever(), stop.Token));
        }

        Assert.Empty(folder.Names);
    }

    private async Task<string> Screen(string name, int threads, Func<SentencingRecord, Determination> determine)
    {
        using var rejected = new RejectedRows();
        using var output = ScreenOutput.Open(folder.File(name));
        await Run(output, rejected, threads, determine);
        return await File.ReadAllTextAsync(folder.File(name));
    }

    private static Task<Tally> Run(
        ScreenOutput output,
        RejectedRows rejected,
        int threads,
        Func<SentencingRecord, Determination> determine
    ) =>
        new ScreenRun(determine, output, rejected) { Threads = threads }.Run(
            Rows(400).Chunk(10).Select(batch => (Func<IReadOnlyList<ImportedRow>>)(() => batch))
        );

    private static IEnumerable<Func<IReadOnlyList<ImportedRow>>> BreaksOff()
    {
        yield return () => Rows(10);
        throw new ImportException("cases.zip: the archive ends too early.");
    }

    private static IEnumerable<Func<IReadOnlyList<ImportedRow>>> Forever()
    {
        while (true)
        {
            yield return () => Rows(10);
        }
    }

    private static ImportedRow[] Rows(int count) =>
        [.. Enumerable.Range(0, count).Select(i => ImportedRow.Of(new SentencingRecord { Id = $"r{i}" }))];

    private static Determination Answer(SentencingRecord record) => Specimens.Eligible() with { Id = record.Id };

    /// <summary>Later records are done sooner, so that any disorder would show.</summary>
    private static Determination Slow(SentencingRecord record)
    {
        Thread.SpinWait(record.Id.EndsWith('0') ? 20_000 : 10);
        return Answer(record);
    }

    private static string IdOf(string line) => line.Split('"')[3];

    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}
