using System.Net;
using SecondLook.Docket.Cases;
using SecondLook.Docket.Motions;
using SecondLook.Docket.People;

namespace SecondLook.Tests.Web;

/// <summary>What comes in, what waits, and agreed motions one by one, through the pages.</summary>
public sealed class IntakePagesTests
{
    [Fact]
    public async Task A_letter_is_docketed_with_its_mailbox_day_and_construed_by_a_judge()
    {
        await using var site = await DocketSite.Start();
        var docket = site.Docket;
        var id = await docket.CaseInCourt();
        var wrong = await site.Send(
            docket.Clerk,
            $"/cases/{id}/letters/new",
            ("MailboxOn", "2015-06-30"),
            ("ReceivedOn", "2015-06-20"),
            ("Text", "Dear Judge")
        );
        Assert.Contains("before the day on which it was mailed", wrong.Words, StringComparison.Ordinal);
        Assert.Contains("Dear Judge", wrong.Words, StringComparison.Ordinal);
        var docketed = await site.Send(
            docket.Clerk,
            $"/cases/{id}/letters/new",
            ("MailboxOn", "2015-06-10"),
            ("ReceivedOn", "2015-06-20"),
            ("Text", "Dear Judge")
        );
        Assert.Contains("say whether the letter is a motion", (await site.Get(docket.Judge, "/queue")).Words, StringComparison.Ordinal);
        var refused = await site.Send(docket.Clerk, docketed.Location!, ("Amendments", "782"), ("Text", "A motion."));
        Assert.Contains("A judge construes it.", refused.Words, StringComparison.Ordinal);
        var motion = await site.Send(docket.Judge, docketed.Location!, ("Amendments", "782"), ("Text", "A motion."));
        Assert.Contains(
            "Upon motion of the defendant, without counsel, filed as of June 10, 2015.",
            (await site.Get(docket.Clerk, motion.Location!)).Words,
            StringComparison.Ordinal
        );
        var second = await site.Send(docket.Judge, docketed.Location!, ("Amendments", "782"), ("Text", "A motion."));
        Assert.Contains("That letter is already docketed as a motion.", second.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_motion_shows_the_first_and_an_unknown_amendment_is_refused()
    {
        await using var site = await DocketSite.Start();
        var docket = site.Docket;
        var (id, _, _) = await MotionPagesTests.Filed(site);
        (string, string?)[] typed = [("Movant", "Counsel"), ("FiledOn", "2015-06-21"), ("Text", "Again.")];
        var unknown = await site.Send(docket.Defender, $"/cases/{id}/motions/new", [.. typed, ("Amendments", "12")]);
        Assert.Contains("12 is no amendment that USSG §1B1.10(d) covers.", unknown.Words, StringComparison.Ordinal);
        var filed = await site.Send(docket.Defender, $"/cases/{id}/motions/new", [.. typed, ("Amendments", "782")]);
        Assert.Contains(
            "A motion of June 1, 2015 on Amendment 782, on which no order is signed",
            (await site.Get(docket.Clerk, filed.Location!)).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Agreed_motions_are_reviewed_one_by_one()
    {
        await using var site = await DocketSite.Start();
        var docket = site.Docket;
        var (first, motion, recalculation) = await MotionPagesTests.Filed(site);
        var (second, other, _) = await MotionPagesTests.Filed(site, "1:13-cr-00418");
        foreach (var at in (string[])[motion, other])
        {
            await MotionPagesTests.Done(
                site.Send(docket.Prosecutor, $"{at}/respond", ("Position", "Agrees"), ("FiledOn", "2015-06-25"), ("Text", "Agreed."))
            );
        }

        Assert.Contains("2 agreed motions wait for a ruling.", (await site.Get(docket.Judge, "/batches")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(docket.Prosecutor, "/batches")).Status);
        var review = await site.Get(docket.Judge, "/batches/782");
        Assert.Contains("1 of 2 in this batch", review.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", review.Text.Split("<main", 2)[1], StringComparison.Ordinal);
        var ruled = await site.Send(
            docket.Judge,
            $"{motion}/rule?batch=782",
            ("Granted", "true"),
            ("NewTerm", "40"),
            ("RecalculationId", $"{recalculation}"),
            ("Reasons", "Reasons.")
        );
        var signed = await site.Send(docket.Judge, ruled.Location!, ("SignedOn", "2015-07-01"), ("EffectiveOn", "2015-11-01"));
        Assert.Equal("/batches/782", signed.Location);
        Assert.Contains("1 of 1 in this batch", (await site.Get(docket.Judge, "/batches/782")).Words, StringComparison.Ordinal);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task The_queue_sorts_motions_by_what_the_reader_may_see()
    {
        await using var site = await DocketSite.Start();
        var docket = site.Docket;
        var (_, motion, _) = await MotionPagesTests.Filed(site);
        Assert.Contains("Eligible, not answered yet (1)", (await site.Get(docket.Judge, "/queue")).Words, StringComparison.Ordinal);
        Assert.Contains("No computation is open to you (1)", (await site.Get(docket.OtherJudge, "/queue")).Words, StringComparison.Ordinal);
        await site.Send(docket.Prosecutor, $"{motion}/respond", ("Position", "Opposes"), ("FiledOn", "2015-06-25"), ("Text", "Opposed."));
        Assert.Contains("Eligible and contested", (await site.Get(docket.Judge, "/queue")).Words, StringComparison.Ordinal);
        Assert.Contains("Nothing waits.", (await site.Get(docket.JudgeElsewhere, "/queue")).Words, StringComparison.Ordinal);
    }
}
