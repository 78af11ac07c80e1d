using SecondLook.Docket;
using SecondLook.Docket.Cases;
using SecondLook.Docket.Motions;
using SecondLook.Docket.Orders;
using SecondLook.Docket.Recalculations;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Procedure;

namespace SecondLook.Tests.Docket;

/// <summary>The rules of the house, as the store enforces them, on both databases.</summary>
public class RulingTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_motion_goes_from_filing_to_the_last_day_to_appeal(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var (id, motion, recalculation) = await Moved(docket);
        await docket.Store.Perform(docket.Answer(id, motion));
        var ruled = await docket.Store.Perform(await docket.Grant(id, motion, recalculation));
        var ruling = ruled.All<Ruling>().Single();
        var signed = await docket.Store.Perform(await docket.Sign(id, ruling.Id, new DateOnly(2015, 11, 2)));
        var order = signed.All<Order>().Single();
        var entered = await docket.Store.Perform(
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

        Assert.Equal((true, 40, (BeyondComputation?)null), (ruling.Granted, ruling.NewTerm, ruling.Beyond));
        Assert.Equal((40, Movant.Counsel, "Judge First"), (order.NewTerm, order.UponMotionOf, order.SignedBy));
        Assert.Equal(
            // July 1, 2015, and 14 days: Wednesday the 15th; and 30: Friday the 31st (Fed. R. App. P. 4(b)(1)).
            [(Actor.Defendant, new DateOnly(2015, 7, 15)), (Actor.Government, new DateOnly(2015, 7, 31))],
            entered.All<Deadline>().Select(d => (d.Actor, d.Due!.Value)).Order()
        );
        Assert.Empty(await docket.Store.Queue(docket.Clerk.Id));
        var appealed = await docket.Store.Perform(
            new FileNoticeOfAppeal
            {
                Id = docket.Key(),
                CaseId = id,
                By = docket.Clerk.Id,
                At = docket.Now(),
                OrderId = order.Id,
                Appellant = Actor.Government,
                FiledOn = new DateOnly(2015, 7, 30),
            }
        );
        // July 30 and 14 days.
        Assert.Equal(new DateOnly(2015, 8, 13), appealed.Current<Deadline>().Single(d => d.Actor == Actor.Defendant).Due);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Only_a_judge_of_the_district_rules_and_never_without_reasons(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var (id, motion, recalculation) = await Moved(docket);
        foreach (var who in docket.Everybody.Except([docket.Judge, docket.OtherJudge]))
        {
            await Refused(docket, (await docket.Grant(id, motion, recalculation, by: who)) with { Seen = null });
            await Refused(docket, await docket.Grant(id, motion, recalculation, by: who));
        }

        await Refused(docket, (await docket.Grant(id, motion, recalculation)) with { Reasons = " " }, "reasons");
        await Refused(docket, (await docket.Grant(id, motion, recalculation)) with { Seen = null }, "Read the case");

        // Another judge of the district may, and needs to be named for what is sealed.
        await Refused(docket, await docket.Grant(id, motion, recalculation, by: docket.OtherJudge), "may read");
        await docket.Store.Perform(docket.Appear(id, docket.Clerk, docket.OtherJudge, Part.Judge));
        var ruled = await docket.Store.Perform(await docket.Grant(id, motion, recalculation, by: docket.OtherJudge));
        Assert.Equal(docket.OtherJudge.Id, ruled.All<Ruling>().Single().ById);
        await Refused(docket, await docket.Sign(id, ruled.All<Ruling>().Single().Id, new DateOnly(2015, 11, 2)));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task No_ruling_rests_on_what_was_not_disclosed_to_both_sides(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var (id, motion, recalculation) = await Moved(docket);
        var lodged = new GiveMemorandum
        {
            Id = docket.Key(),
            CaseId = id,
            By = docket.Officer.Id,
            At = docket.Now(),
            MotionId = motion,
            Text = "Two disciplinary reports.",
            Standing = Standing.Lodged,
        };
        await docket.Store.Perform(lodged);
        await Refused(docket, (await docket.Grant(id, motion, recalculation)) with { ReliesOn = [lodged.Id] }, "§6A1.3(a)");

        var toOne = new Disclose
        {
            Id = docket.Key(),
            CaseId = id,
            By = docket.Judge.Id,
            At = docket.Now(),
            EntryId = lodged.Id,
            ToDefense = false,
            ToGovernment = true,
        };
        await docket.Store.Perform(toOne);
        await Refused(docket, (await docket.Grant(id, motion, recalculation)) with { ReliesOn = [lodged.Id] }, "both sides");
        Assert.DoesNotContain((await docket.Store.Case(docket.Defender.Id, id))!.Entries, e => e.Id == lodged.Id);

        await docket.Store.Perform(toOne with { Id = docket.Key(), At = docket.Now(), ToDefense = true, ToGovernment = false });
        var ruled = await docket.Store.Perform((await docket.Grant(id, motion, recalculation)) with { ReliesOn = [lodged.Id] });
        Assert.Equal([lodged.Id], ruled.All<Ruling>().Single().ReliesOn);
        Assert.Contains((await docket.Store.Case(docket.Defender.Id, id))!.Entries, e => e.Id == lodged.Id);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_term_below_the_computed_floor_stops_and_asks_for_one_of_three_answers(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var (id, motion, recalculation) = await Moved(docket);
        var view = await docket.Store.Case(docket.Judge.Id, id);
        Assert.Equal((Outcome.Eligible, (int?)37), view!.All<Recalculation>().Select(r => (r.Outcome, r.LowestTerm)).Single()); // level 21, I

        await Refused(docket, await docket.Grant(id, motion, recalculation, term: 46), "less than the term of 46 months");
        await Refused(docket, await docket.Grant(id, motion, recalculation, term: 36), "below the computed floor of 37 months");
        await Refused(
            docket,
            (await docket.Grant(id, motion, recalculation, 36)) with
            {
                Beyond = BeyondComputation.StatedAuthority,
            },
            "words"
        );
        await Refused(
            docket,
            (await docket.Grant(id, motion, recalculation, 36)) with
            {
                Beyond = BeyondComputation.OtherMethod,
                BeyondText = "months",
            },
            "other methods"
        );
        var below = (await docket.Grant(id, motion, recalculation, term: 36)) with
        {
            Beyond = BeyondComputation.StatedAuthority,
            BeyondText = "The parties agree to the term.",
        };
        var ruling = (await docket.Store.Perform(below)).All<Ruling>().Single();
        var signed = await docket.Store.Perform(await docket.Sign(id, ruling.Id, new DateOnly(2015, 11, 1)));

        Assert.Equal(BeyondComputation.StatedAuthority, ruling.Beyond);
        Assert.Equal(BeyondComputation.StatedAuthority, signed.All<RestrictedPage>().Single().Beyond);
        Assert.Contains("The parties agree", signed.All<RestrictedPage>().Single().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task An_order_may_be_signed_before_its_earliest_day_and_not_take_effect_before_it(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var (id, motion, recalculation) = await Moved(docket);
        var ruling = (await docket.Store.Perform(await docket.Grant(id, motion, recalculation))).All<Ruling>().Single();

        // USSG §1B1.10(e)(1): not unless the effective date of the court's order is November 1, 2015, or later.
        await Refused(docket, await docket.Sign(id, ruling.Id, new DateOnly(2015, 10, 31)), "Nov. 1, 2015");
        await Refused(docket, await docket.Sign(id, ruling.Id, new DateOnly(2015, 6, 30)), "cannot take effect before that day");
        await Refused(docket, await docket.Sign(id, ruling.Id, null));
        var signed = await docket.Store.Perform(await docket.Sign(id, ruling.Id, new DateOnly(2015, 11, 1)));
        Assert.Equal(new DateOnly(2015, 11, 1), signed.All<Order>().Single().EffectiveOn);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_signed_order_is_superseded_and_never_edited(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var (id, motion, recalculation) = await Moved(docket);
        var ruling = (await docket.Store.Perform(await docket.Grant(id, motion, recalculation))).All<Ruling>().Single();
        var first = (await docket.Store.Perform(await docket.Sign(id, ruling.Id, new DateOnly(2015, 11, 1)))).All<Order>().Single();
        await Assert.ThrowsAsync<OvertakenException>(async () =>
            await docket.Store.Perform(await docket.Sign(id, ruling.Id, new DateOnly(2015, 11, 2)))
        );
        await Refused(docket, (await docket.Sign(id, ruling.Id, new DateOnly(2015, 11, 2), first.Id)) with { Why = null }, "why");
        var view = await docket.Store.Perform(await docket.Sign(id, ruling.Id, new DateOnly(2015, 11, 2), first.Id));

        Assert.Equal(2, view.All<Order>().Count());
        Assert.Equal(new DateOnly(2015, 11, 2), view.Current<Order>().Single().EffectiveOn);
        Assert.Equal(new DateOnly(2015, 11, 1), view.All<Order>().Single(o => o.Id == first.Id).EffectiveOn);
        foreach (
            var sql in new[]
            {
                $"UPDATE entries SET new_term = 1 WHERE type = 'Order'",
                $"UPDATE entries SET text = 'x'",
                $"DELETE FROM entries WHERE type = 'Order'",
                $"DELETE FROM entries",
            }
        )
        {
            var failure = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => docket.Sql(sql));
            Assert.Contains("never", failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Of_two_judges_who_rule_at_once_one_wins_and_the_other_is_told(Database database)
    {
        await using var docket = await TestDocket.On(database);
        for (var round = 0; round < 5; round++)
        {
            var (id, motion, recalculation) = await Moved(docket, $"1:13-cr-{round:00000}");
            await docket.Store.Perform(docket.Appear(id, docket.Judge, docket.OtherJudge, Part.Named));
            var acts = new[]
            {
                await docket.Grant(id, motion, recalculation),
                (await docket.Grant(id, motion, recalculation, by: docket.OtherJudge)) with
                {
                    Granted = false,
                    NewTerm = null,
                },
            };
            var outcomes = await Task.WhenAll(
                acts.Select(async act =>
                {
                    try
                    {
                        await docket.Store.Perform(act);
                        return "stored";
                    }
                    catch (OvertakenException told)
                    {
                        return told.Message;
                    }
                })
            );

            Assert.Single(outcomes, o => o == "stored");
            Assert.Contains(outcomes, o => o.Contains("Read", StringComparison.Ordinal));
            Assert.Single((await docket.Store.Case(docket.Judge.Id, id))!.All<Ruling>());
        }
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_ruling_on_a_page_that_is_out_of_date_is_not_stored_and_the_same_act_sent_twice_is_stored_once(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var (id, motion, recalculation) = await Moved(docket);
        var old = await docket.Grant(id, motion, recalculation);
        await docket.Store.Perform(docket.Answer(id, motion, Position.Opposes));
        await Assert.ThrowsAsync<OvertakenException>(() => docket.Store.Perform(old));

        var fresh = await docket.Grant(id, motion, recalculation);
        await docket.Store.Perform(fresh);
        await docket.Store.Perform(fresh);
        Assert.Single((await docket.Store.Case(docket.Judge.Id, id))!.All<Ruling>());
    }

    internal static async Task<(Guid Case, Guid Motion, Guid Recalculation)> Moved(TestDocket docket, string number = "1:13-cr-00417")
    {
        var id = await docket.CaseInCourt(number);
        var recalculation = docket.Recalculate(id, docket.Defender);
        await docket.Store.Perform(recalculation);
        var motion = docket.Move(id, docket.Defender, recalculation.Id);
        await docket.Store.Perform(motion);
        return (id, motion.Id, recalculation.Id);
    }

    internal static async Task Refused(TestDocket docket, CaseAct act, string because = "")
    {
        var before = (await docket.Store.Case(docket.Judge.Id, act.CaseId))!.Entries.Count;
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Perform(act));
        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, (await docket.Store.Case(docket.Judge.Id, act.CaseId))!.Entries.Count);
    }
}
