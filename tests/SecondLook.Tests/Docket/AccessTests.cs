using System.Reflection;
using System.Text.Json;
using SecondLook.Docket;
using SecondLook.Docket.Cases;
using SecondLook.Docket.Motions;
using SecondLook.Docket.Orders;
using SecondLook.Docket.People;
using SecondLook.Docket.Recalculations;
using SecondLook.Docket.Storage;

namespace SecondLook.Tests.Docket;

/// <summary>Who sees what, over every question that the store answers.</summary>
public class AccessTests
{
    private static readonly DateOnly From = new(2000, 1, 1);

    /// <summary>Acts, and what is asked before anybody has signed in.</summary>
    private static readonly string[] NoQuestions =
    [
        nameof(DocketStore.Migrate),
        nameof(DocketStore.Add),
        nameof(DocketStore.Change),
        nameof(DocketStore.Perform),
        nameof(DocketStore.LoginOf),
        nameof(DocketStore.IsBeingSetUp),
        nameof(DocketStore.Look),
        nameof(DocketStore.Exported),
        nameof(DocketStore.SignedIn),
        nameof(DocketStore.SaveView),
        nameof(DocketStore.Receive),
        nameof(DocketStore.EndReceiving),
        nameof(DocketStore.Begin),
        nameof(DocketStore.Run),
        nameof(DocketStore.Cancel),
        nameof(DocketStore.Resume),
        nameof(DocketStore.Fail),
        nameof(DocketStore.Store),
        nameof(DocketStore.UnfinishedImports),
    ];

    private static readonly DateOnly To = new(2030, 1, 1);

    [Fact]
    public void Every_question_is_asked_by_a_reader_and_is_among_those_tested_here() =>
        Assert.Equal(
            [
                "Account",
                "Accounts",
                "AuditLog",
                "Batches",
                "Case",
                "Caseload",
                "CaseloadChoices",
                "CaseloadCounts",
                "CaseloadRows",
                "CaseloadSql",
                "Cases",
                "Conflicts",
                "Content",
                "DueBetween",
                "Import",
                "ImportContent",
                "Imports",
                "InCourt",
                "Logins",
                "Offices",
                "OrdersSigned",
                "Queue",
                "ReducedTerms",
                "RejectedCases",
                "Report",
                "SavedViews",
            ],
            typeof(DocketStore)
                .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(m => !NoQuestions.Contains(m.Name))
                .Select(m => m.GetParameters() is [{ Name: "reader" }, ..] ? m.Name : $"{m.Name} without a reader")
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Before_filing_nobody_outside_the_office_finds_a_trace_of_its_work(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var courts = await docket.CaseInCourt();
        var before = await Answers(docket, [courts]);

        // Everything an office can do before it files, in a case of the court and in one that nobody else has.
        Assert.Equal(courts, await docket.Opened(docket.Defender)); // the court has it: the same case, in the caseload of the office too
        var own = await docket.Opened(docket.Defender, "1:14-cr-00001");
        foreach (var id in new[] { courts, own })
        {
            await docket.Store.Perform(docket.Recalculate(id, docket.Defender));
            await docket.Store.Perform(
                new KeepNote
                {
                    Id = docket.Key(),
                    CaseId = id,
                    By = docket.Defender.Id,
                    At = docket.Now(),
                    Text = "SECRET",
                }
            );
            await docket.Store.Perform(
                new AttachDocument
                {
                    Id = docket.Key(),
                    CaseId = id,
                    By = docket.Defender.Id,
                    At = docket.Now(),
                    Name = "SECRET.pdf",
                    MediaType = "application/pdf",
                    Bytes = [1, 2, 3],
                    Standing = Standing.WorkProduct,
                }
            );
        }

        var after = await Answers(docket, [courts, own]);
        foreach (var who in docket.Everybody)
        {
            if (who.OfficeId == docket.Defender.OfficeId)
            {
                Assert.Contains("SECRET", after[who.Name], StringComparison.Ordinal);
            }
            else
            {
                Assert.DoesNotContain("SECRET", after[who.Name], StringComparison.Ordinal);
                Assert.Null(await docket.Store.Case(who.Id, own));
                Assert.Equal(before[who.Name], (await Answers(docket, [courts]))[who.Name]);
            }
        }
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_paper_that_is_refused_says_the_same_of_what_one_may_not_see_and_of_what_is_not_there(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var id = await docket.CaseInCourt();
        var hidden = docket.Recalculate(id, docket.Defender);
        await docket.Store.Perform(hidden);
        var nothing = docket.Key();
        var said = new List<string>();
        var unseen = await docket.Opened(docket.PanelAttorney, "1:14-cr-00002");
        foreach (var none in new[] { unseen, nothing })
        {
            var act = docket.Answer(none, nothing);
            var refusal = await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Perform(act));
            said.Add(refusal.Message.Replace(none.ToString(), "ID", StringComparison.Ordinal));
        }

        Assert.Single(said.Distinct(StringComparer.Ordinal));
        said.Clear();
        foreach (var entry in new[] { hidden.Id, nothing })
        {
            var act = docket.Answer(id, entry);
            var refusal = await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Perform(act));
            said.Add(refusal.Message.Replace(entry.ToString(), "ID", StringComparison.Ordinal));
        }

        Assert.Single(said.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Those_who_work_in_no_case_see_signed_orders_and_nothing_else(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var (id, motion, recalculation) = await RulingTests.Moved(docket);
        Assert.Empty(await docket.Store.Cases(docket.Planner.Id));
        var ruling = (await docket.Store.Perform(await docket.Grant(id, motion, recalculation))).All<Ruling>().Single();
        await docket.Store.Perform(await docket.Sign(id, ruling.Id, new DateOnly(2015, 11, 2)));
        foreach (var who in new[] { docket.Planner, docket.Administrator, docket.JudgeElsewhere, docket.PanelAttorney })
        {
            Assert.Equal("Order", Assert.Single((await docket.Store.Case(who.Id, id))!.Entries).Kind);
        }
    }

    /// <summary>What each account is told by every question, as text.</summary>
    internal static async Task<Dictionary<string, string>> Answers(TestDocket docket, IReadOnlyList<Guid> cases)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var who in docket.Everybody)
        {
            var told = new List<object?>
            {
                (await docket.Store.Cases(who.Id)).Select(Told),
                (await docket.Store.InCourt(who.Id)).Select(Told),
                await docket.Store.Queue(who.Id),
                await docket.Store.ReducedTerms(who.Id),
                await docket.Store.Report(who.Id),
                (await docket.Store.DueBetween(who.Id, From, To)).Select(e => (object)e),
                (await docket.Store.OrdersSigned(who.Id, From, To)).Select(e => (object)e),
            };
            foreach (var id in cases)
            {
                var view = await docket.Store.Case(who.Id, id);
                told.Add(view is null ? null : Told(view));
                told.Add((await docket.Store.Conflicts(who.Id, id)).Select(c => c.Name));
                foreach (var document in (await docket.Store.Case(docket.Defender.Id, id))?.All<Document>() ?? [])
                {
                    if (await docket.Store.Content(who.Id, id, document.Id) is { } bytes)
                    {
                        told.Add(bytes);
                    }
                }
            }

            answers.Add(who.Name, JsonSerializer.Serialize(told));
        }

        return answers;
    }

    private static object Told(CaseView view) =>
        new
        {
            view.Case,
            view.Person,
            view.Version,
            Entries = view.Entries.Select(e => (object)e),
        };
}
