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

/// <summary>Who sees what: work product, what is sealed and what was lodged, over every question that the store answers.</summary>
public class AccessTests
{
    private static readonly DateOnly From = new(2000, 1, 1);
    private static readonly DateOnly To = new(2030, 1, 1);

    [Fact]
    public void Every_question_is_asked_by_a_reader_and_is_among_those_tested_here() =>
        Assert.Equal(
            ["Case", "Cases", "Conflicts", "Content", "DueBetween", "OrdersSigned", "Queue"],
            typeof(DocketStore)
                .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(m => m.Name is not (nameof(DocketStore.Migrate) or nameof(DocketStore.Add) or nameof(DocketStore.Perform)))
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
        var own = await docket.Opened(docket.Defender, "1:14-cr-00001");
        foreach (var id in new[] { courts, own })
        {
            await docket.Store.Perform(
                new TakeUp
                {
                    Id = docket.Key(),
                    CaseId = id,
                    By = docket.Defender.Id,
                    At = docket.Now(),
                }
            );
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
    public async Task Cooperation_makes_no_difference_to_anybody_who_is_not_named(Database database)
    {
        var answers = new List<Dictionary<string, string>>();
        foreach (var assistance in new[] { false, true })
        {
            await using var docket = await TestDocket.On(database);
            var id = await docket.CaseInCourt();
            var recalculation = docket.Recalculate(id, docket.Defender, assistance);
            await docket.Store.Perform(recalculation);
            var motion = docket.Move(id, docket.Defender, recalculation.Id);
            await docket.Store.Perform(motion);
            if (assistance)
            {
                // What there is only in such a case: the government's sealed motion of the time of sentencing.
                await docket.Store.Perform(
                    new AttachDocument
                    {
                        Id = docket.Key(),
                        CaseId = id,
                        By = docket.Prosecutor.Id,
                        At = docket.Now(),
                        Name = "motion under §5K1.1.pdf",
                        MediaType = "application/pdf",
                        Bytes = [1],
                        Standing = Standing.Filed,
                        Sealed = true,
                    }
                );
            }
            else
            {
                docket.Key();
                docket.Now();
            }

            await docket.Store.Perform(docket.Answer(id, motion.Id));
            var grant = (await docket.Grant(id, motion.Id, recalculation.Id)) with
            {
                Beyond = BeyondComputation.StatedAuthority, // said in both, and kept only where it is needed
                BeyondText = "The motion of the government.",
            };
            var ruling = (await docket.Store.Perform(grant)).All<Ruling>().Single();
            var order = (await docket.Store.Perform(await docket.Sign(id, ruling.Id, new DateOnly(2015, 11, 2)))).All<Order>().Single();
            await docket.Store.Perform(
                new EnterOrder
                {
                    Id = docket.Key(),
                    CaseId = id,
                    By = docket.Clerk.Id,
                    At = docket.Now(),
                    OrderId = order.Id,
                    On = new DateOnly(2015, 7, 1),
                }
            );
            answers.Add(await Answers(docket, [id]));

            Assert.Equal(
                ["Ann Defender", "Judge First", "Olga Officer", "Una Prosecutor"],
                (await Everybody(docket, id)).Where(v => v.View?.All<RestrictedPage>().Any() == true).Select(v => v.Who.Name).Order()
            );
        }

        string[] named = ["Ann Defender", "Pat Paralegal", "Una Prosecutor", "Otto Prosecutor", "Olga Officer", "Judge First", "Lee Clerk"];
        foreach (var who in answers[0].Keys.Except(named))
        {
            Assert.Equal(answers[0][who], answers[1][who]);
            Assert.DoesNotContain("5K1.1", answers[1][who], StringComparison.Ordinal);
        }

        Assert.NotEqual(answers[0]["Judge First"], answers[1]["Judge First"]);

        // Colleagues who are not named see of the filed case what any unnamed member of their side sees.
        foreach (var who in new[] { "Otto Prosecutor", "Lee Clerk" })
        {
            Assert.Equal(answers[0][who], answers[1][who]);
        }
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Who_no_longer_appears_no_longer_sees_what_is_sealed(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var (id, _, recalculation) = await RulingTests.Moved(docket);
        var seen = (await docket.Store.Case(docket.Prosecutor.Id, id))!;
        Assert.Contains(seen.Entries, e => e.Id == recalculation);
        await docket.Store.Perform(
            new EndAppearance
            {
                Id = docket.Key(),
                CaseId = id,
                By = docket.Clerk.Id,
                At = docket.Now(),
                AppearanceId = seen.All<Appearance>().Single(a => a.AccountId == docket.Prosecutor.Id).Id,
            }
        );
        Assert.DoesNotContain((await docket.Store.Case(docket.Prosecutor.Id, id))!.Entries, e => e.Id == recalculation);
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

    private static async Task<List<(Account Who, CaseView? View)>> Everybody(TestDocket docket, Guid id)
    {
        var views = new List<(Account, CaseView?)>();
        foreach (var who in docket.Everybody)
        {
            views.Add((who, await docket.Store.Case(who.Id, id)));
        }

        return views;
    }

    /// <summary>What each account is told by every question, as text.</summary>
    private static async Task<Dictionary<string, string>> Answers(TestDocket docket, IReadOnlyList<Guid> cases)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var who in docket.Everybody)
        {
            var told = new List<object?>
            {
                (await docket.Store.Cases(who.Id)).Select(Told),
                await docket.Store.Queue(who.Id),
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
