using System.Net;
using SecondLook.Docket.Cases;
using SecondLook.Docket.Motions;
using SecondLook.Docket.Orders;
using SecondLook.Docket.People;

namespace SecondLook.Tests.Web;

/// <summary>
/// The court's work through its pages. The rules are those of the docket (18 U.S.C. 3582(c)(2); USSG §1B1.10; §6A1.3(a); Fed. R. App. P. 4(b));
/// here it is seen that each page does the act, and says why one was refused with what was typed still in the form.
/// </summary>
public sealed class MotionPagesTests
{
    [Fact]
    public async Task A_motion_goes_from_filing_to_the_entry_of_the_order()
    {
        await using var site = await DocketSite.Start();
        var docket = site.Docket;
        var id = await docket.CaseInCourt();
        var recalculation = docket.Recalculate(id, docket.Defender);
        await docket.Store.Perform(recalculation);

        var filed = await site.Send(
            docket.Defender,
            $"/cases/{id}/motions/new",
            ("Movant", "Counsel"),
            ("Amendments", "782"),
            ("Text", "The person asks for 37 months."),
            ("FiledOn", "2015-06-20"),
            ("RecalculationId", $"{recalculation.Id}")
        );
        Assert.Equal(HttpStatusCode.Redirect, filed.Status);
        var motion = filed.Location!;
        Assert.StartsWith($"/cases/{id}/motions/", motion, StringComparison.Ordinal);
        Assert.Contains("It waits for the other side's response.", (await site.Get(docket.Clerk, motion)).Words, StringComparison.Ordinal);
        Assert.Contains("respond", (await site.Get(docket.Prosecutor, "/queue")).Words, StringComparison.Ordinal);

        await Done(
            site.Send(
                docket.Prosecutor,
                $"{motion}/respond",
                ("Position", "Agrees"),
                ("FiledOn", "2015-06-25"),
                ("Text", "The government agrees.")
            )
        );
        await Done(site.Send(docket.Officer, $"{motion}/memorandum", ("Standing", "Filed"), ("Text", "The officer sees the same range.")));
        await Done(
            site.Send(
                docket.Officer,
                $"{motion}/record",
                ("Matter", "Program"),
                ("Text", "Completed a welding course."),
                ("Author", "Education department"),
                ("Source", "transcript, page 1"),
                ("SourceOn", "2014-03-02"),
                ("Standing", "Filed")
            )
        );
        await Done(site.Send(docket.LawClerk, $"{motion}/hearing", ("State", "Set"), ("On", "2015-07-08"), ("Text", "10 a.m.")));
        var read = (await site.Get(docket.Judge, motion)).Words;
        Assert.Contains(
            "Completed a welding course. Education department transcript, page 1, Mar. 2, 2014",
            read,
            StringComparison.Ordinal
        );
        Assert.Contains("USSG §1B1.10, comment. (n.1(B)(iii))", read, StringComparison.Ordinal);

        var ruled = await site.Send(
            docket.Judge,
            $"{motion}/rule",
            ("Granted", "true"),
            ("NewTerm", "40"),
            ("RecalculationId", $"{recalculation.Id}"),
            ("Reasons", "The course weighs for it.")
        );
        Assert.Equal($"{motion}/sign", ruled.Location);
        var sign = await site.Get(docket.Judge, $"{motion}/sign");
        Assert.Contains("Not before Nov. 1, 2015. It may be signed before.", sign.Words, StringComparison.Ordinal);
        await Done(
            site.Post(docket.Judge, $"{motion}/sign", sign, ("SignedOn", "2015-07-01"), ("LastTerm", "46"), ("EffectiveOn", "2015-11-01"))
        );
        await Done(site.Send(docket.Clerk, $"{motion}/enter", ("On", "2015-07-02")));

        // Fourteen days for the defendant, thirty for the government (Fed. R. App. P. 4(b)(1)); July 2 and 14 is July 16, and 30 is August 1, a
        // Saturday, so Monday, August 3 (Fed. R. App. P. 26(a)(1)(C)).
        var after = (await site.Get(docket.Defender, motion)).Words;
        Assert.Contains("notice of appeal the defendant Thursday, July 16, 2015", after, StringComparison.Ordinal);
        Assert.Contains("notice of appeal the government Monday, Aug. 3, 2015", after, StringComparison.Ordinal);
        Assert.Contains(
            "Granted: 40 months (3 years 4 months). Signed on July 1, 2015 by Judge First, effective Nov. 1, 2015.",
            after,
            StringComparison.Ordinal
        );
        await Done(site.Send(docket.Clerk, $"{motion}/appeal", ("Appellant", "Government"), ("FiledOn", "2015-07-20")));
        Assert.Contains(
            "Notice of appeal by the government, filed as of July 20, 2015.",
            (await site.Get(docket.Defender, motion)).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_term_below_the_computed_floor_stops_once_and_the_order_is_marked()
    {
        await using var site = await DocketSite.Start();
        var docket = site.Docket;
        var (_, motion, recalculation) = await Filed(site);
        (string, string?)[] ruling =
        [
            ("Granted", "true"),
            ("NewTerm", "30"),
            ("RecalculationId", $"{recalculation}"),
            ("Reasons", "Reasons with \"quotes\"."),
        ];
        var stopped = await site.Send(docket.Judge, $"{motion}/rule", ruling);
        Assert.Equal(HttpStatusCode.OK, stopped.Status);
        Assert.Contains("The term of 30 months is below the computed floor of 37 months.", stopped.Words, StringComparison.Ordinal);
        Assert.Contains("The court states its authority", stopped.Words, StringComparison.Ordinal);
        Assert.Contains("Reasons with \"quotes\".", stopped.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "The court states its authority",
            (await site.Get(docket.Judge, $"{motion}/rule")).Words,
            StringComparison.Ordinal
        );

        var ruled = await site.Post(
            docket.Judge,
            $"{motion}/rule",
            stopped,
            [.. ruling, ("Beyond", "StatedAuthority"), ("BeyondText", "As the court reads the statute.")]
        );
        Assert.Equal($"{motion}/sign", ruled.Location);
        await Done(site.Send(docket.Judge, $"{motion}/sign", ("SignedOn", "2015-07-01"), ("EffectiveOn", "2015-11-02")));
        Assert.Contains("Marked The court states its authority.", (await site.Get(docket.Judge, motion)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Marked", (await site.Get(docket.Planner, motion)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_judge_of_the_district_rules_and_the_page_says_so()
    {
        await using var site = await DocketSite.Start();
        var docket = site.Docket;
        var (_, motion, _) = await Filed(site);
        foreach (var who in (Account[])[docket.LawClerk, docket.Clerk, docket.Prosecutor, docket.Defender, docket.Officer])
        {
            var refused = await site.Send(who, $"{motion}/rule", ("Granted", "false"), ("Reasons", "No reasons."));
            Assert.Equal(HttpStatusCode.OK, refused.Status);
            Assert.Contains($"{who.Name} may not rule in", refused.Words, StringComparison.Ordinal);
            Assert.Contains("No reasons.", refused.Words, StringComparison.Ordinal);
        }

        foreach (var who in (Account[])[docket.JudgeElsewhere, docket.Planner, docket.Administrator, docket.PanelAttorney])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.Get(who, $"{motion}/rule")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await site.Get(who, motion)).Status);
        }
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_one_act()
    {
        await using var site = await DocketSite.Start();
        var docket = site.Docket;
        var (id, motion, _) = await Filed(site);
        var form = await site.Get(docket.Prosecutor, $"{motion}/respond");
        (string, string?)[] fields = [("Position", "Opposes"), ("FiledOn", "2015-07-01"), ("Text", "Opposed.")];
        await Done(site.Post(docket.Prosecutor, $"{motion}/respond", form, fields));
        await Done(site.Post(docket.Prosecutor, $"{motion}/respond", form, fields));
        Assert.Single((await docket.Store.Case(docket.Judge.Id, id))!.All<Response>());
    }

    [Fact]
    public async Task Whoever_acts_on_a_page_that_is_out_of_date_is_told()
    {
        await using var site = await DocketSite.Start();
        var docket = site.Docket;
        var (_, motion, _) = await Filed(site);
        var form = await site.Get(docket.OtherJudge, $"{motion}/rule");
        await site.Send(docket.Judge, $"{motion}/rule", ("Granted", "false"), ("Reasons", "The first ruling."));
        var late = await site.Post(docket.OtherJudge, $"{motion}/rule", form, ("Granted", "false"), ("Reasons", "The second ruling."));
        Assert.Equal(HttpStatusCode.OK, late.Status);
        Assert.Contains("The motion was ruled on already", late.Words, StringComparison.Ordinal);
        Assert.Contains("The second ruling.", late.Words, StringComparison.Ordinal);

        var seenBefore = await site.Get(docket.Judge, $"{motion}/hearing");
        await site.Send(docket.Clerk, $"{motion}/hearing", ("State", "Set"), ("On", "2015-07-09"));
        var overtaken = await site.Post(docket.Judge, $"{motion}/hearing", seenBefore, ("State", "Cancelled"), ("On", "2015-07-09"));
        Assert.Contains("changed after it was read, and nothing was stored", overtaken.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_memorandum_lodged_with_the_court_is_disclosed_before_a_ruling_rests_on_it()
    {
        await using var site = await DocketSite.Start();
        var docket = site.Docket;
        var (id, motion, _) = await Filed(site);
        await Done(site.Send(docket.Officer, $"{motion}/memorandum", ("Standing", "Lodged"), ("Text", "For the court.")));
        var memorandum = (await docket.Store.Case(docket.Judge.Id, id))!.All<Memorandum>().Single().Id;
        Assert.DoesNotContain("For the court.", (await site.Get(docket.Defender, motion)).Words, StringComparison.Ordinal);
        var refused = await site.Send(
            docket.Judge,
            $"{motion}/rule",
            ("Granted", "false"),
            ("Reasons", "It says so."),
            ("ReliesOn", $"{memorandum}")
        );
        Assert.Contains("was not disclosed to both sides (USSG §6A1.3(a))", refused.Words, StringComparison.Ordinal);
        await Done(site.Send(docket.Judge, $"{motion}/disclose/{memorandum}", ("ToDefense", "true"), ("ToGovernment", "true")));
        Assert.Contains("For the court.", (await site.Get(docket.Defender, motion)).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(docket.OtherProsecutor, $"{motion}/disclose/{memorandum}")).Status);
    }

    [Fact]
    public async Task A_signed_order_is_superseded_with_a_reason_and_never_edited()
    {
        await using var site = await DocketSite.Start();
        var docket = site.Docket;
        var (id, motion, recalculation) = await Filed(site);
        await site.Send(
            docket.Judge,
            $"{motion}/rule",
            ("Granted", "true"),
            ("NewTerm", "40"),
            ("RecalculationId", $"{recalculation}"),
            ("Reasons", "Reasons.")
        );
        var early = await site.Send(docket.Judge, $"{motion}/sign", ("SignedOn", "2015-07-01"), ("EffectiveOn", "2015-10-30"));
        Assert.Contains("not take effect before Nov. 1, 2015", early.Words, StringComparison.Ordinal);
        var first = await site.Get(docket.Judge, $"{motion}/sign");
        await Done(site.Post(docket.Judge, $"{motion}/sign", first, ("SignedOn", "2015-07-01"), ("EffectiveOn", "2015-11-01")));
        var again = await site.Get(docket.Judge, $"{motion}/sign");
        Assert.Contains("A signed order is not edited", again.Words, StringComparison.Ordinal);
        var without = await site.Post(docket.Judge, $"{motion}/sign", again, ("SignedOn", "2015-07-02"), ("EffectiveOn", "2015-11-02"));
        Assert.Contains("Say why the order takes the place", without.Words, StringComparison.Ordinal);
        await Done(
            site.Post(
                docket.Judge,
                $"{motion}/sign",
                without,
                ("SignedOn", "2015-07-02"),
                ("EffectiveOn", "2015-11-02"),
                ("Why", "The day.")
            )
        );
        Assert.Equal(2, (await docket.Store.Case(docket.Planner.Id, id))!.All<Order>().Count());
    }

    /// <summary>A case in court with a motion that rests on a computation: 46-57 months, as amended 37-46.</summary>
    internal static async Task<(Guid Case, string Motion, Guid Recalculation)> Filed(DocketSite site, string number = "1:13-cr-00417")
    {
        var docket = site.Docket;
        var id = await docket.CaseInCourt(number);
        var recalculation = docket.Recalculate(id, docket.Defender);
        await docket.Store.Perform(recalculation);
        var motion = docket.Move(id, docket.Defender, recalculation.Id);
        await docket.Store.Perform(motion);
        return (id, $"/cases/{id}/motions/{motion.Id}", recalculation.Id);
    }

    internal static async Task Done(Task<DocketSite.Seen> act)
    {
        var seen = await act;
        Assert.True(seen.Status == HttpStatusCode.Redirect, seen.Words);
    }
}
