using System.Text;
using SecondLook.Docket;
using SecondLook.Docket.Caseloads;
using SecondLook.Docket.Cases;
using SecondLook.Docket.Imports;
using SecondLook.Docket.People;
using SecondLook.Docket.Recalculations;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Docket;

/// <summary>Many cases at once: stored whole and once, going on where it stopped, and nobody's but the office's.</summary>
public class ImportTests
{
    private static readonly DateOnly OrderDate = new(2015, 11, 1);

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_same_rows_sent_twice_are_stored_once_and_the_file_goes_when_it_is_done(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var job = await Begun(docket, docket.Defender);
        var first = Batch(docket, job, 0, 30, "twice");
        Assert.Equal((30, 30, 0), Tally(await docket.Store.Store(first)));
        Assert.Equal((30, 30, 0), Tally(await docket.Store.Store(first)));
        var rows = await docket.Rows("entries");
        Assert.Equal(60, rows.Count);
        using var file = new MemoryStream();
        await docket.Store.ImportContent(docket.Defender.Id, job, file, TestContext.Current.CancellationToken);
        Assert.Equal("the file", Encoding.UTF8.GetString(file.ToArray()));

        var last = Batch(docket, job, 30, 10, "twice") with
        {
            IsLast = true,
            Rejected = [new("f.csv", 41, "months", "many", "that is no number", "give a number")],
        };
        var done = await docket.Store.Store(last);
        Assert.Equal((41, 40, 1), Tally(done));
        Assert.Equal(ImportState.Done, done.State);
        Assert.Equal((41, 40, 1), Tally(await docket.Store.Store(last)));
        Assert.Equal("months", (await docket.Store.RejectedCases(docket.Defender.Id, job)).Single().Field);
        file.SetLength(0);
        await docket.Store.ImportContent(docket.Defender.Id, job, file, TestContext.Current.CancellationToken);
        Assert.Equal(0, file.Length);
        Assert.Equal(40, (await docket.Store.CaseloadCounts(docket.Defender.Id, new() { ImportId = job })).Total);

        // What was stored many at once is what an act stores one by one.
        var row = (await docket.Store.Caseload(docket.Paralegal.Id, CaseloadFilter.Everything)).Rows[0];
        var view = (await docket.Store.Case(docket.Paralegal.Id, row.CaseId))!;
        var stored = Assert.Single(view.All<Recalculation>());
        Assert.Single(view.All<Opening>());
        Assert.Contains(stored.RecordId, stored.RecordJson, StringComparison.Ordinal);
        Assert.Contains("\"findings\"", stored.DeterminationJson, StringComparison.Ordinal);
        Assert.Equal((row.Name, row.RegisterNumber), (view.Person.Name, view.Person.RegisterNumber));
        await docket.Store.Perform(
            new KeepNote
            {
                Id = docket.Key(),
                CaseId = row.CaseId,
                By = docket.Defender.Id,
                At = docket.Now(),
                Text = "A note.",
            }
        );
        Assert.Equal(stored.Id, (await docket.Store.CaseloadRows(docket.Defender.Id, [row.CaseId])).Single().RecalculationId);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_file_that_did_not_arrive_as_a_whole_ends_and_nothing_of_it_stays(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var acting = new Acting(docket.Defender.Id, docket.Now());
        var job = docket.Key();
        await Assert.ThrowsAsync<IOException>(() => docket.Store.Receive(acting, job, "f.csv", new BrokenOff()));
        Assert.Equal(ImportState.Receiving, (await docket.Store.Import(acting.By, job))!.State);

        await docket.Store.EndReceiving(docket.Now());
        var ended = (await docket.Store.Import(acting.By, job))!;
        Assert.Equal((ImportState.Failed, ""), (ended.State, ended.Sha256));
        using var left = new MemoryStream();
        await docket.Store.ImportContent(acting.By, job, left, TestContext.Current.CancellationToken);
        Assert.Equal(0, left.Length);
        await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Resume(acting, job));
        await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Receive(acting, job, "f.csv", new MemoryStream([1])));

        // A form that is sent twice gives one import.
        var whole = docket.Key();
        await docket.Store.Receive(acting, whole, "f.csv", new MemoryStream([1]));
        await docket.Store.EndReceiving(docket.Now());
        Assert.Equal(ImportState.Prepared, (await docket.Store.Receive(acting, whole, "f.csv", new MemoryStream([1]))).State);
        Assert.Equal(2, (await docket.Store.Imports(acting.By)).Count);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task An_import_that_was_stopped_stores_nothing_and_goes_on_where_it_was(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var job = await Begun(docket, docket.Defender);
        var acting = new Acting(docket.Paralegal.Id, docket.Now());
        await docket.Store.Store(Batch(docket, job, 0, 10, "stop"));
        await docket.Store.Cancel(acting, job);
        Assert.Equal((10, 10, 0), Tally(await docket.Store.Store(Batch(docket, job, 10, 10, "stop"))));
        Assert.Equal(20, (await docket.Rows("entries")).Count);
        Assert.Empty(await docket.Store.UnfinishedImports());
        await docket.Store.Resume(acting, job);
        Assert.Equal([(job, docket.Defender.Id)], await docket.Store.UnfinishedImports());
        await docket.Store.Run(acting, job);
        await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Store(Batch(docket, job, 15, 10, "stop"))); // a gap
        Assert.Equal((20, 20, 0), Tally(await docket.Store.Store(Batch(docket, job, 10, 10, "stop"))));
        Assert.Equal(10, (await docket.Store.Import(docket.Defender.Id, job))!.ReadBefore);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_same_file_again_takes_the_place_of_what_the_office_computed_and_opens_no_case_twice(Database database)
    {
        await using var docket = await TestDocket.On(database);
        await Imported(docket, 12, "again");
        await Imported(docket, 12, "again");
        var rows = (await docket.Store.Caseload(docket.Defender.Id, CaseloadFilter.Everything)).Rows;
        Assert.Equal(12, rows.Count);
        var view = (await docket.Store.Case(docket.Defender.Id, rows[0].CaseId))!;
        Assert.Equal((1, 2, 1), (view.All<Opening>().Count(), view.All<Recalculation>().Count(), view.Current<Recalculation>().Count()));
        Assert.Equal(rows[0].RecalculationId, view.Current<Recalculation>().Single().Id);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Two_offices_with_the_same_file_share_the_courts_cases_and_never_one_without_its_numbers(Database database)
    {
        await using var docket = await TestDocket.On(database);
        await Imported(docket, 6, "both");
        await Imported(docket, 6, "both", docket.PanelAttorney);
        await Imported(docket, 4, "bare", numbered: false);
        await Imported(docket, 4, "bare", docket.PanelAttorney, numbered: false);
        var mine = (await docket.Store.Caseload(docket.Defender.Id, CaseloadFilter.Everything)).Rows;
        var theirs = (await docket.Store.Caseload(docket.PanelAttorney.Id, CaseloadFilter.Everything)).Rows;
        Assert.Equal((10, 10), (mine.Count, theirs.Count));
        Assert.Equal(6, mine.Select(r => r.CaseId).Intersect(theirs.Select(r => r.CaseId)).Count());
        Assert.Equal(4, mine.Count(r => r.DocketNumber.StartsWith("not given (record bare-", StringComparison.Ordinal)));
        var bare = mine.Where(r => r.DocketNumber.StartsWith("not given", StringComparison.Ordinal)).ToList();
        Assert.Equal(["record bare-0", "record bare-1", "record bare-2", "record bare-3"], bare.Select(r => r.CaseName).Order());
        Assert.All(bare, r => Assert.Equal("not given", r.ShownNumber));
        Assert.All(mine, r => Assert.DoesNotContain(theirs, t => t.RecalculationId == r.RecalculationId));
        Assert.All(
            (await docket.Store.Case(docket.PanelAttorney.Id, theirs[0].CaseId))!.Entries,
            e => Assert.Equal(docket.PanelAttorney.OfficeId, e.OfficeId)
        );
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_row_that_contradicts_the_docket_or_repeats_a_case_is_rejected_and_told_to_the_office_alone(Database database)
    {
        await using var docket = await TestDocket.On(database);
        await docket.Opened(docket.PanelAttorney, "1:13-cr-00001");
        var job = await Begun(docket, docket.Defender);
        var good = new ImportedIdentity("TNE", "1:14-cr-00009", 1, "11111-074", "Person One");
        var wrong = new ImportedIdentity("TNE", "1:13-cr-00001", 1, "22222-074", "Somebody Else");
        var batch = Batch(docket, job, 0, 0, "x") with { Rows = [Row(1, good, "a"), Row(2, wrong, "b"), Row(3, good, "c")] };
        Assert.Equal((3, 1, 2), Tally(await docket.Store.Store(batch)));
        var rejected = await docket.Store.RejectedCases(docket.Defender.Id, job);
        Assert.Equal([2, 3], rejected.Select(r => r.Row));
        Assert.Contains("do not belong together", rejected[0].Reason, StringComparison.Ordinal);
        Assert.Contains("earlier row", rejected[1].Reason, StringComparison.Ordinal);
        foreach (var who in docket.Everybody.Where(a => a.OfficeId != docket.Defender.OfficeId))
        {
            Assert.Null(await docket.Store.Import(who.Id, job));
            Assert.Empty(await docket.Store.Imports(who.Id));
            Assert.Empty(await docket.Store.RejectedCases(who.Id, job));
            var acting = new Acting(who.Id, docket.Now());
            await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Cancel(acting, job));
            await Assert.ThrowsAsync<RefusedException>(() => docket.Store.ImportContent(who.Id, job, Stream.Null));
            await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Store(batch with { By = who.Id }));
        }
    }

    /// <summary>A finished import of some records.</summary>
    internal static async Task<Guid> Imported(TestDocket docket, int count, string prefix, Account? by = null, bool numbered = true)
    {
        var job = await Begun(docket, by ?? docket.Defender);
        var batch = Batch(docket, job, 0, count, prefix, by, numbered);
        Assert.Equal((count, count, 0), Tally(await docket.Store.Store(batch with { IsLast = true })));
        return job;
    }

    internal static async Task<Guid> Begun(TestDocket docket, Account by)
    {
        var acting = new Acting(by.Id, docket.Now());
        var job = docket.Key();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("the file"));
        await docket.Store.Receive(acting, job, "f.csv", file);
        await docket.Store.Begin(acting, job, null, null, OrderDate);
        await docket.Store.Run(acting, job);
        return job;
    }

    internal static ImportedCases Batch(
        TestDocket docket,
        Guid job,
        int from,
        int count,
        string prefix,
        Account? by = null,
        bool numbered = true
    ) =>
        new()
        {
            JobId = job,
            By = (by ?? docket.Defender).Id,
            At = docket.Now(),
            From = from,
            Rows =
            [
                .. Enumerable
                    .Range(from, count)
                    .Select(i =>
                        Row(
                            i + 1,
                            numbered
                                ? new("TNE", $"1:14-cr-{i:D5}", 1, $"{i:D5}-{prefix}", $"Person {prefix} {i}")
                                : new("TNE", null, null, null, null),
                            $"{prefix}-{i}"
                        )
                    ),
            ],
            Rejected = [],
        };

    private static ImportedCase Row(int number, ImportedIdentity identity, string recordId)
    {
        // Every third is a career offender's; of every fifth nothing is known that decides.
        var drug = number % 2 == 0 ? "heroin" : "cocaine";
        var grams = drug == "heroin" ? """{"min":100,"max":400}""" : """{"min":500,"max":2000}""";
        var level = $$""","drugs":[{"substance":"{{drug}}","grams":{{grams}} }],"drugQuantityLevel":26,"baseOffenseLevel":26""";
        var offense = number % 5 == 0 ? "" : level;
        var career = number % 3 == 0 ? """{"applied":true,"offenseLevel":34}""" : """{"applied":false}""";
        var json = $$"""
            {"id":"{{recordId}}","district":"TNE","synthetic":true,"sentencedOn":"2013-05-06","manual":"2012-11-01",
             "offense":{"guideline":"2D1.1"{{offense}},"baseOffenseLevelFrom":"drug-quantity",
              "adjustments":[{"rule":"3E1.1","levels":-3}]},
             "criminalHistory":{"points":0,"statusPoints":0},"careerOffender":{{career}},
             "statutory":{"minimumMonths":0,"maximumMonths":480,"relief":"none" },
             "sentence":{"months":{{100 + (number % 60)}},"consecutive":[] },"earlierReductions":[],
             "custody":{"sentenceBegan":"{{2010 + (number % 5)}}-05-06","priorCreditDays":30,"goodTimeLostDays":0 } }
            """;
        Assert.True(new RecordJson().TryRead(Encoding.UTF8.GetBytes(json), out var record, out var problems), string.Join("; ", problems));
        var determination = SentenceReduction.Determine(record!, new(null, PartialDate.On(OrderDate)), Editions.Law);
        return new(number, identity, record!, determination, ReleaseDays.Of(record!, determination, OrderDate, Editions.Law), "test");
    }

    private static (int Read, int Stored, int Rejected) Tally(ImportJob job) => (job.Read, job.Stored, job.Rejected);

    /// <summary>A file of more than one piece, whose sender is gone before the second is whole.</summary>
    private sealed class BrokenOff() : MemoryStream(new byte[1_500_000])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length ? base.ReadAsync(buffer, cancellationToken) : throw new IOException("The sender is gone.");
    }
}
