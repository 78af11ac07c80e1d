using System.Globalization;
using SecondLook.Screening.Import;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Benchmarks;

/// <summary>
/// Determinations in memory on one thread: the synthetic rows as they come, those of them whose facts are all known, and one of these again
/// and again. Each is measured in turn with its floor, the CSV reader reading the same rows and counting, in processor time, because others
/// may use the machine.
/// </summary>
internal sealed class InMemory(LawLibrary law, ImportOptions options, ReductionQuestion question, string folder)
{
    private const int Slice = 1000;

    /// <summary>Measures and prints.</summary>
    public async Task Measure(int records, int rounds)
    {
        var csv = Path.Combine(folder, "memory.csv");
        SyntheticFiles.WriteCsv(csv, records, law);
        using var importer = Importer.Open(csv, options);
        SentencingRecord[] all = [.. importer.Rows().Select(row => row.Record!)];
        SentencingRecord[] known = [.. all.Where(r => SentenceReduction.Determine(r, question, law).ReadingsTried == 1)];
        var one = Array.Find(known, r => SentenceReduction.Determine(r, question, law).Outcome == Outcome.Eligible)!;
        SentencingRecord[] same = [.. Enumerable.Repeat(one, known.Length)];

        var floor = double.MaxValue;
        var works = new (string Name, SentencingRecord[] Records, bool Findings, double[] Least)[]
        {
            Work("as they come, findings kept", all, true),
            Work("as they come, findings off", all, false),
            Work("all facts known, findings kept", known, true),
            Work("all facts known, findings off", known, false),
            Work($"one record ({one.Id}), findings kept", same, true),
            Work($"one record ({one.Id}), findings off", same, false),
        };
        var bytes = new long[works.Length];
        for (var round = 0; round < rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            await Floors.Csv(csv, 1);
            floor = Math.Min(floor, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / records);
            for (var i = 0; i < works.Length; i++)
            {
                bytes[i] = Run(works[i].Records, question with { KeepFindings = works[i].Findings }, works[i].Least);
            }
        }

        Say($"floor, reading the same rows and counting: {floor:0.00} us a record, {1e6 / floor:#,0}/s");
        for (var i = 0; i < works.Length; i++)
        {
            var (name, set, _, least) = works[i];
            var cost = least.Sum() / set.Length;
            Say(
                $"{name}: {set.Length:#,0} records, {cost:0.00} us, {1e6 / cost:#,0}/s, {cost / floor:0.0} times the floor, {bytes[i] / set.Length:#,0} bytes a record"
            );
        }
    }

    private static (string Name, SentencingRecord[] Records, bool Findings, double[] Least) Work(
        string name,
        SentencingRecord[] records,
        bool findings
    )
    {
        var least = new double[(records.Length + Slice - 1) / Slice];
        Array.Fill(least, double.MaxValue);
        return (name, records, findings, least);
    }

    /// <summary>Determines all, keeps the least processor time of each slice, and returns the bytes made.</summary>
    private long Run(SentencingRecord[] records, ReductionQuestion asked, double[] least)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        for (var slice = 0; slice < least.Length; slice++)
        {
            var before = Environment.CpuUsage.TotalTime;
            foreach (var record in records.AsSpan(slice * Slice, Math.Min(Slice, records.Length - (slice * Slice))))
            {
                SentenceReduction.Determine(record, asked, law);
            }

            least[slice] = Math.Min(least[slice], (Environment.CpuUsage.TotalTime - before).TotalMicroseconds);
        }

        return GC.GetAllocatedBytesForCurrentThread() - bytes;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
