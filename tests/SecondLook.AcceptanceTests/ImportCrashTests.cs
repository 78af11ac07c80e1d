using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SecondLook.Docket.Caseloads;
using SecondLook.Docket.Cases;
using SecondLook.Docket.Imports;
using SecondLook.Docket.People;
using SecondLook.Docket.Recalculations;

namespace SecondLook.AcceptanceTests;

/// <summary>The program is killed while a file is given and read. Nothing that was shown as read is lost, nothing is read twice, and it goes on.</summary>
public sealed partial class ImportCrashTests(ITestOutputHelper output)
{
    private const int Rows = 2500;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task An_import_goes_on_after_any_end_of_the_program_and_ends_with_the_rows_of_its_file(Database database)
    {
        using var kills = await Kills.On(database);
        using var visitor = new Visitor();
        var defender = await kills.Of(Role.Defender);
        var files = new Dictionary<Guid, string>(); // the prefix of its numbers, by import
        var (reading, resumed, whole, part, absent) = (0, 0, 0, 0, 0);
        Guid? unfinished = null;
        for (var kill = 0; kill < Kills.Times; kill++)
        {
            using var program = await kills.Start();
            if (kill == 0)
            {
                await visitor.SignIn(program.Address, "defender");
            }

            var id = unfinished ?? Guid.CreateVersion7();
            files.TryAdd(id, $"{files.Count + 1}:15-cr");
            var before = await kills.Store.Import(defender, id);
            var given = new Given(visitor, program.Address, id, File(files[id]));
            var going = given.Go(before?.State);

            // One of three kills comes as soon as may be, the others while rows are read.
            if (kill % 3 != 0)
            {
                await Task.WhenAny(given.Reads, going);
            }

            await kills.Kill(program);
            await going;
            var job = await kills.Store.Import(defender, id);
            unfinished = job is null or { State: ImportState.Receiving or ImportState.Done } ? null : id;
            if (job is null or { State: ImportState.Receiving })
            {
                Assert.False(given.Received, "The file was answered, and is lost.");
                Assert.Null(before);
                _ = job is null ? absent++ : part++;
                continue;
            }

            whole += given.Received || before is not null ? 0 : 1;
            Assert.True(job.Read >= given.Shown, $"{given.Shown} rows were shown as read, and {job.Read} are.");
            Assert.True(job.Read >= (before?.Read ?? 0));
            await Counted(kills, defender, job);
            reading += job.State == ImportState.Running ? 1 : 0;
            kills.Within *= job.State == ImportState.Running && job.Read == (before?.Read ?? 0) ? 1.5 : 1; // the machine is slow
            resumed += before?.State == ImportState.Running && job.Read > before.Read ? 1 : 0;
        }

        using (var program = await kills.Start())
        {
            var id = unfinished ?? Guid.CreateVersion7();
            files.TryAdd(id, $"{files.Count + 1}:15-cr");
            await new Given(visitor, program.Address, id, File(files[id])).Go((await kills.Store.Import(defender, id))?.State);
        }

        var (done, rows) = (0, 0);
        foreach (var (id, prefix) in files)
        {
            switch (await kills.Store.Import(defender, id))
            {
                case { State: ImportState.Done } job:
                    await IsTheFile(kills, defender, job, prefix);
                    (done, rows) = (done + 1, rows + job.Read);
                    break;
                case { } job: // it was being received
                    Assert.Equal((ImportState.Failed, "", 0), (job.State, job.Sha256, job.Read));
                    break;
            }
        }

        Assert.Empty(Directory.GetFiles(Path.Combine(kills.Folder, "imports")));
        output.WriteLine(
            $"{database}: {Kills.Times} kills, {reading} of them while rows were read, {resumed} of those after it had gone on; {done} files with {rows} rows read to the last. "
                + $"Of the files whose receipt was not answered {whole} were whole, {part} ended as not received and {absent} were not there."
        );
    }

    /// <summary>A file that somebody gives and looks after until it is read.</summary>
    private sealed class Given(Visitor visitor, Uri site, Guid id, byte[] file)
    {
        private readonly TaskCompletionSource reads = new();

        /// <summary>True where the program answered that it has the file.</summary>
        public bool Received { get; private set; }

        /// <summary>How many rows a page showed as read.</summary>
        public int Shown { get; private set; }

        /// <summary>Comes when a page shows that rows are read.</summary>
        public Task Reads => reads.Task;

        /// <summary>From where it stands to the end, or to that of the program.</summary>
        public async Task Go(ImportState? state)
        {
            var page = $"/caseload/import/{id}";
            try
            {
                if (state is null)
                {
                    var form = new Dictionary<string, string>(await visitor.Form(site, "/caseload/import"), StringComparer.Ordinal)
                    {
                        ["Key"] = id.ToString(),
                    };
                    Received = await visitor.Send(site, "/caseload/import", form, "Upload", "records.jsonl", file) == page;
                }

                if (Received || state == ImportState.Prepared)
                {
                    var form = await visitor.Form(site, page);
                    await visitor.Send(site, $"{page}?handler=begin", form, ("Amendments", "782"), ("OrderDate", "2015-11-01"));
                }

                for (var text = ""; Received || state is not null; await Task.Delay(50))
                {
                    text = await visitor.Page(site, page);
                    Shown = Read().Match(text) is { Success: true } read
                        ? int.Parse(read.Groups["rows"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
                        : Shown;
                    if (text.Contains("<progress", StringComparison.Ordinal))
                    {
                        reads.TrySetResult();
                    }
                    else if (!text.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal))
                    {
                        return; // it is done
                    }
                }
            }
            catch (Exception killed) when (killed is HttpRequestException or IOException) { }
        }
    }

    /// <summary>The rows, the caseload and the rejected rows are as many as the import counts.</summary>
    private static async Task Counted(Kills kills, Guid defender, ImportJob job)
    {
        Assert.Equal(job.Read, job.Stored + job.Rejected);
        var counts = await kills.Store.CaseloadCounts(defender, CaseloadFilter.Everything with { ImportId = job.Id });
        Assert.Equal(job.Stored, counts.Total);
        Assert.Equal(job.Rejected, (await kills.Store.RejectedCases(defender, job.Id)).Count);
    }

    /// <summary>Every row of the file once, each with one opening and one computation, and nothing kept of the file.</summary>
    private static async Task IsTheFile(Kills kills, Guid defender, ImportJob job, string prefix)
    {
        Assert.Equal((Rows, Rows - Broken.Length, Broken.Length), (job.Read, job.Stored, job.Rejected));
        await Counted(kills, defender, job);
        Assert.Equal(Broken.Select(row => (long)row), (await kills.Store.RejectedCases(defender, job.Id)).Select(r => r.Row));
        var filter = CaseloadFilter.Everything with { ImportId = job.Id, Order = CaseloadOrder.Number };
        var rows = new List<CaseloadRow>();
        for (var more = true; more; )
        {
            var page = await kills.Store.Caseload(defender, filter, rows.LastOrDefault()?.CaseId, take: 500);
            rows.AddRange(page.Rows);
            more = page.HasMore;
        }

        var expected = Enumerable.Range(1, Rows).Where(row => !Broken.Contains(row)).Select(row => Number(prefix, row)).ToList();
        Assert.Equal(expected.Order(StringComparer.Ordinal), rows.Select(r => r.DocketNumber).Order(StringComparer.Ordinal));
        foreach (var row in rows.Where((_, at) => at % 25 == 0))
        {
            var view = (await kills.Store.Case(defender, row.CaseId))!;
            Assert.Single(view.All<Opening>());
            Assert.Equal($"r-{row.DocketNumber}", Assert.Single(view.All<Recalculation>()).RecordId);
        }

        using var left = new MemoryStream();
        await kills.Store.ImportContent(defender, job.Id, left);
        Assert.Equal(0, left.Length);
    }

    /// <summary>Rows whose term is not a number of months.</summary>
    private static readonly int[] Broken = [7, 900, 2499];

    private static string Number(string prefix, int row) => $"{prefix}-{row:00000}";

    private static byte[] File(string prefix)
    {
        var lines = Enumerable
            .Range(1, Rows)
            .Select(row =>
                $$"""
                    {"id":"r-{{Number(
                        prefix,
                        row
                    )}}","district":"TNE","synthetic":true,"sentencedOn":"2013-05-06","manual":"2012-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":{{600
                        + row}} }],"adjustments":[{"rule":"3E1.1","levels":-3}]},"criminalHistory":{"points":0,"category":"I"},"careerOffender":{"applied":false},"statutory":{"minimumMonths":0,"relief":"none"},"sentence":{"months":{{(
                        Broken.Contains(row) ? "\"some\"" : "60"
                    )}} },"person":{"name":"Person {{prefix}} {{row}}","registerNumber":"{{Number(prefix, row)}}","docketNumber":"{{Number(
                        prefix,
                        row
                    )}}"} }
                    """
            );
        return Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
    }

    [GeneratedRegex("(?<rows>[0-9][0-9,]*) rows")]
    private static partial Regex Read();
}
