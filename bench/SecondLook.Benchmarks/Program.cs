using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using SecondLook.Benchmarks;
using SecondLook.Screening.Import;
using SecondLook.Screening.Screen;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

// The promises of docs/performance.md, measured. Each screen and its floor run in turn in one process, and the ratio is that of the medians.
//   dotnet run -c Release --project bench/SecondLook.Benchmarks -- [RECORDS] [ROUNDS]
//   dotnet run -c Release --project bench/SecondLook.Benchmarks -- write FILE.csv RECORDS       only the synthetic file
//   dotnet run -c Release --project bench/SecondLook.Benchmarks -- release [ROUNDS]             only the release of the synthetic stock
//   dotnet run -c Release --project bench/SecondLook.Benchmarks -- memory [RECORDS] [ROUNDS]    only determinations in memory, in processor time
if (args is ["write", var target, var wanted])
{
    SyntheticFiles.WriteCsv(target, long.Parse(wanted, CultureInfo.InvariantCulture), Elements.Library);
    return;
}

var onlyRelease = args is ["release", ..];
var onlyMemory = args is ["memory", ..];
args = onlyRelease || onlyMemory ? args[1..] : args;
var records = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2_000_000;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
var threads = Environment.ProcessorCount;
var law = Elements.Library;
var options = new ImportOptions { Substances = Elements.Substances(law) };
var question = new ReductionQuestion(null, PartialDate.On(new DateOnly(2016, 6, 1)));
var folder = Directory.CreateTempSubdirectory("secondlook-bench-").FullName;
try
{
    if (onlyRelease)
    {
        await new ReleaseStock(law, options, folder, threads).Measure(
            args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 3
        );
        return;
    }

    if (onlyMemory)
    {
        await new InMemory(law, options, question, folder).Measure(args.Length > 0 ? records : 20_000, args.Length > 1 ? rounds : 10);
        return;
    }

    var csv = Path.Combine(folder, "synthetic.csv");
    var parquet = Path.Combine(folder, "synthetic.parquet");
    SyntheticFiles.WriteCsv(csv, records, law);
    await SyntheticFiles.WriteParquet(parquet, records, law);
    Say(
        $"{records:#,0} records, {new FileInfo(csv).Length / 1e6:0} MB of CSV, {new FileInfo(parquet).Length / 1e6:0} MB of Parquet, {threads} processors, {rounds} rounds"
    );

    await Pair("CSV, findings off", () => Floors.Csv(csv, threads), () => Screen(csv, "out.csv", threads));
    Say($"peak memory so far {Peak()} MB");
    await Pair("Parquet, findings off", () => Floors.Parquet(parquet, threads), () => Screen(parquet, "out.csv", threads));
    Say($"peak memory so far {Peak()} MB");
    await Alone("CSV, findings written", () => Screen(csv, "out.jsonl", threads));
    Say($"peak memory so far {Peak()} MB");
    await Alone("CSV, findings off, one thread", () => Screen(csv, "out.csv", 1));
    await Alone("reading CSV into records, nothing else, one thread", () => Read(csv));
    Rates();
    await new ReleaseStock(law, options, folder, threads).Measure(rounds);
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task Screen(string input, string output, int with)
{
    using var determinations = ScreenOutput.Open(Path.Combine(folder, output));
    using var rejected = new RejectedRows();
    using var importer = Importer.Open(input, options);
    var tally = await new ScreenRun(law, question, determinations, rejected) { Threads = with }.Run(
        importer.Batches().Select(batch => (Func<IReadOnlyList<ImportedRow>>)batch.Read)
    );
    if (tally.Determined != records)
    {
        throw new InvalidOperationException($"{tally.Determined} of {records} were determined: {string.Join(", ", rejected.First)}");
    }
}

Task Read(string input)
{
    using var importer = Importer.Open(input, options);
    foreach (var batch in importer.Batches())
    {
        batch.Read();
    }

    return Task.CompletedTask;
}

async Task Pair(string name, Func<Task> floor, Func<Task> work)
{
    var (floors, works) = (new List<double>(), new List<double>());
    for (var round = 0; round <= rounds; round++)
    {
        var (f, w) = (await Seconds(floor), await Seconds(work));
        if (round > 0)
        {
            floors.Add(f);
            works.Add(w);
        }
    }

    Say(
        $"{name}: floor {Median(floors):0.000} s, screen {Median(works):0.000} s, ratio {Median(works) / Median(floors):0.00}, {records / Median(works):#,0} records/s"
    );
}

async Task Alone(string name, Func<Task> work)
{
    var seconds = new List<double>();
    for (var round = 0; round < Math.Max(1, rounds / 2); round++)
    {
        seconds.Add(await Seconds(work));
    }

    Say($"{name}: {Median(seconds):0.000} s, {records / Median(seconds):#,0} records/s");
}

void Rates()
{
    using var importer = Importer.Open(Path.Combine(folder, "synthetic.csv"), options);
    SentencingRecord[] some = [.. importer.Rows().Take(100_000).Select(row => row.Record!)];
    foreach (var findings in (bool[])[true, false])
    {
        var asked = question with { KeepFindings = findings };
        Rate(
            $"determination in memory, one thread, findings {(findings ? "kept" : "off")}",
            some,
            record => SentenceReduction.Determine(record, asked, law)
        );
    }

    Determination[] answers = [.. some.Take(10_000).Select(record => SentenceReduction.Determine(record, question, law))];
    var buffer = new ArrayBufferWriter<byte>(1 << 20);
    using var json = new DeterminationJson(buffer);
    var bytes = 0L;
    Rate(
        "a determination with findings as JSON, in memory, one thread",
        answers,
        answer =>
        {
            buffer.ResetWrittenCount();
            json.Write(answer);
            bytes += buffer.WrittenCount;
        }
    );
    Say($"bytes of a determination with findings: {bytes / (answers.Length * (rounds + 1L)):#,0}");
}

void Rate<T>(string name, IReadOnlyCollection<T> items, Action<T> work)
{
    var seconds = new List<double>();
    for (var round = 0; round <= rounds; round++)
    {
        var watch = Stopwatch.StartNew();
        foreach (var item in items)
        {
            work(item);
        }

        if (round > 0)
        {
            seconds.Add(watch.Elapsed.TotalSeconds);
        }
    }

    Say($"{name}: {items.Count / Median(seconds):#,0} records/s");
}

static async Task<double> Seconds(Func<Task> work)
{
    GC.Collect();
    var watch = Stopwatch.StartNew();
    await work();
    return watch.Elapsed.TotalSeconds;
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static string Peak()
{
    using var process = Process.GetCurrentProcess();
    return (process.PeakWorkingSet64 / 1e6).ToString("0", CultureInfo.InvariantCulture);
}

static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
