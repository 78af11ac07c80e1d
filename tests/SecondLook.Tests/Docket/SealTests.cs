using SecondLook.Docket.Cases;
using SecondLook.Docket.Motions;
using SecondLook.Docket.Orders;
using SecondLook.Docket.People;

namespace SecondLook.Tests.Docket;

/// <summary>What is sealed, and everything that comes of it, is seen by those named and shows to nobody else.</summary>
public class SealTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task What_is_said_of_a_sealed_paper_is_sealed_with_it(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var id = await docket.CaseInCourt();
        var before = await AccessTests.Answers(docket, [id]);
        var report = new AttachDocument
        {
            Id = docket.Key(),
            CaseId = id,
            By = docket.Prosecutor.Id,
            At = docket.Now(),
            Name = "SECRET.pdf",
            MediaType = "application/pdf",
            Bytes = [1],
            Standing = Standing.Lodged,
            Sealed = true,
        };
        await docket.Store.Perform(report);
        Assert.DoesNotContain("SECRET", (await AccessTests.Answers(docket, [id]))["Ann Defender"], StringComparison.Ordinal);
        await docket.Store.Perform(
            new Disclose
            {
                Id = docket.Key(),
                CaseId = id,
                By = docket.Prosecutor.Id,
                At = docket.Now(),
                EntryId = report.Id,
                ToDefense = true,
                ToGovernment = false,
            }
        );
        var after = await AccessTests.Answers(docket, [id]);

        Assert.Contains("SECRET", after["Ann Defender"], StringComparison.Ordinal);
        foreach (var who in docket.Everybody.Except([docket.Defender, docket.Prosecutor, docket.Officer, docket.Judge]))
        {
            Assert.Equal(before[who.Name], after[who.Name]);
        }
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
            answers.Add(await AccessTests.Answers(docket, [id]));

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

    private static async Task<List<(Account Who, CaseView? View)>> Everybody(TestDocket docket, Guid id)
    {
        var views = new List<(Account, CaseView?)>();
        foreach (var who in docket.Everybody)
        {
            views.Add((who, await docket.Store.Case(who.Id, id)));
        }

        return views;
    }
}
