using SecondLook.Docket;
using SecondLook.Docket.Cases;
using SecondLook.Docket.Motions;
using SecondLook.Docket.Orders;
using SecondLook.Docket.People;
using SecondLook.Sentencing.Procedure;

namespace SecondLook.Tests.Docket;

/// <summary>A letter becomes a motion; counsel, codefendants, earlier motions, time.</summary>
public class IntakeTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_letter_is_a_motion_from_the_day_of_the_mailbox_once_a_judge_construes_it(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var id = await docket.CaseInCourt();
        var letter = Letter(docket, id);
        await docket.Store.Perform(letter);
        Assert.Contains("letter", Assert.Single(await docket.Store.Queue(docket.Judge.Id)).What, StringComparison.Ordinal);

        // No general order of this district is keyed: the clerk does not construe.
        var byClerk = docket.Move(id, docket.Clerk, movant: Movant.Person, letter: letter.Id) with
        {
            FiledOn = new DateOnly(2015, 5, 20),
        };
        await RulingTests.Refused(docket, byClerk, "general order");
        var byJudge = byClerk with { Id = docket.Key(), By = docket.Judge.Id, FiledOn = new DateOnly(2015, 5, 27) };
        await RulingTests.Refused(docket, byJudge, "May 20, 2015");
        var view = await docket.Store.Perform(byJudge with { FiledOn = new DateOnly(2015, 5, 20) });
        Assert.Equal((Movant.Person, letter.Id), (view.All<Motion>().Single().Movant, view.All<Motion>().Single().LetterId!.Value));
        await RulingTests.Refused(docket, byJudge with { Id = docket.Key(), FiledOn = new DateOnly(2015, 5, 20) }, "already docketed");
        Assert.Contains(await docket.Store.Queue(docket.Judge.Id), w => w.For == Role.Prosecutor);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Duplicates_earlier_denials_and_second_motions_are_shown_and_decide_nothing(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var (id, motion, _) = await RulingTests.Moved(docket);
        var second = docket.Move(id, docket.Defender);
        await docket.Store.Perform(second);
        var view = (await docket.Store.Case(docket.Clerk.Id, id))!;
        Assert.Equal(motion, Assert.Single(Intake.Of(view, ["782"], second.Id).Duplicates).Id);
        Assert.Empty(Intake.Of(view, ["821A"], second.Id).Duplicates);

        var denial = (await docket.Grant(id, motion, null)) with { Granted = false, NewTerm = null };
        var ruling = (await docket.Store.Perform(denial)).All<Ruling>().Single();
        await docket.Store.Perform(await docket.Sign(id, ruling.Id, null));
        view = (await docket.Store.Case(docket.Clerk.Id, id))!;
        Assert.False(Assert.Single(Intake.Of(view, ["782"], second.Id).EarlierDenials).Granted);
        Assert.Empty(Intake.Of(view, ["782"], second.Id).Duplicates);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Counsel_who_appears_for_a_codefendant_is_not_appointed_without_a_word_on_the_conflict(Database database)
    {
        await using var docket = await TestDocket.On(database);
        await docket.CaseInCourt();
        var other = await docket.Opened(docket.Clerk, defendant: 2);
        Assert.Equal(1, Assert.Single(await docket.Store.Conflicts(docket.Paralegal.Id, other)).Defendant);
        Assert.Empty(await docket.Store.Conflicts(docket.PanelAttorney.Id, other));

        var appointment = docket.Appear(other, docket.Clerk, docket.Paralegal, Part.Counsel) with { Appointed = true };
        var refusal = await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Perform(appointment));
        Assert.Contains("codefendant", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusedException>(() =>
            docket.Store.Perform(docket.Appear(other, docket.PanelAttorney, docket.PanelAttorney, Part.Counsel))
        );
        await docket.Store.Perform(docket.Appear(other, docket.Clerk, docket.PanelAttorney, Part.Counsel) with { Appointed = true });
        await docket.Store.Perform(appointment with { Waiver = "Both waived in writing." });
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_court_sets_time_in_days_or_to_a_day_and_extends_the_time_to_appeal_once(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var (id, motion, recalculation) = await RulingTests.Moved(docket);
        var set = new SetTime
        {
            Id = docket.Key(),
            CaseId = id,
            By = docket.Judge.Id,
            At = docket.Now(),
            SubjectId = motion,
            Actor = Actor.Government,
            What = "response",
            From = new DateOnly(2015, 6, 19),
            Days = 14,
        };
        var view = await docket.Store.Perform(set);
        Assert.Equal(new DateOnly(2015, 7, 6), view.All<Deadline>().Single().Due); // July 3, a Friday, is Independence Day observed
        Assert.Equal(new DateOnly(2015, 7, 6), (await docket.Store.Queue(docket.Prosecutor.Id)).Single(w => w.For == Role.Prosecutor).Due);

        var ruling = (await docket.Store.Perform(await docket.Grant(id, motion, recalculation))).All<Ruling>().Single();
        var order = (await docket.Store.Perform(await docket.Sign(id, ruling.Id, new DateOnly(2015, 11, 2)))).All<Order>().Single();
        view = await docket.Store.Perform(
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
        var appeal = view.Current<Deadline>().Single(d => d.Actor == Actor.Defendant);
        var extended = set with
        {
            Id = docket.Key(),
            SubjectId = order.Id,
            Extends = appeal.Id,
            From = null,
            Days = null,
            Due = new DateOnly(2015, 8, 17),
            Text = "A lockdown.",
        };
        // July 15 and 30 days: Friday, August 14.
        await RulingTests.Refused(docket, extended, "Aug. 14, 2015");
        await RulingTests.Refused(docket, extended with { Due = new DateOnly(2015, 8, 14), Text = null }, "excusable neglect");
        view = await docket.Store.Perform(extended with { Due = new DateOnly(2015, 8, 14) });
        Assert.Equal(new DateOnly(2015, 8, 14), view.Current<Deadline>().Single(d => d.Actor == Actor.Defendant).Due);
        var again = extended with { Id = docket.Key(), Extends = extended.Id, Due = new DateOnly(2015, 9, 1) };
        await RulingTests.Refused(docket, again, "extended already");
    }

    private static ReceiveLetter Letter(TestDocket docket, Guid id) =>
        new()
        {
            Id = docket.Key(),
            CaseId = id,
            By = docket.Clerk.Id,
            At = docket.Now(),
            Text = "Please look at my sentence.",
            MailboxOn = new DateOnly(2015, 5, 20),
            ReceivedOn = new DateOnly(2015, 5, 27),
        };
}
