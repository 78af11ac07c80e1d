using System.Net;
using CsCheck;
using SecondLook.Docket.Orders;
using SecondLook.Docket.People;
using SecondLook.Screening.Release;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Tests.Web;

/// <summary>Who leaves when under the orders of the docket, and the tables of what was ruled.</summary>
public sealed class ReleasePagesTests
{
    [Fact]
    public async Task A_planner_sees_who_leaves_on_which_day_and_why_and_detainers_apart()
    {
        await using var site = await DocketSite.Start();
        await Alike.Ordered(site.Docket, Alike.Record("variance"));
        await Alike.Ordered(site.Docket, Alike.Record("variance", "ICE"), "1:13-cr-00418");
        var day = Leaves(null);
        var detained = Leaves("ICE");
        var page = await site.Get(site.Docket.Planner, "/release");
        Assert.Contains("2 people have a day of leaving", page.Words, StringComparison.Ordinal);
        Assert.Contains($"/release/{day:yyyy-MM-dd}", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tennessee Eastern (TNE) 2", page.Words, StringComparison.Ordinal);
        Assert.Contains("Detainers apart Detainer People", page.Words, StringComparison.Ordinal);
        var why = (await site.Get(site.Docket.Planner, $"/release/{day:yyyy-MM-dd}")).Words;
        Assert.Contains("18 U.S.C. § 3624", why, StringComparison.Ordinal);
        Assert.Contains(
            "To another jurisdiction's custody (detainer)",
            (await site.Get(site.Docket.Planner, $"/release/{detained:yyyy-MM-dd}")).Words,
            StringComparison.Ordinal
        );
        var csv = (await site.Get(site.Docket.Planner, "/release?file=csv")).Text;
        Assert.Contains("1:13-cr-00417-1,", csv, StringComparison.Ordinal);
        Assert.Contains($"{day:yyyy-MM-dd}", csv, StringComparison.Ordinal);
        var calendar = await site.Get(site.Docket.Planner, "/release?file=ics");
        Assert.Equal("text/calendar", calendar.MediaType);
        Assert.Contains("BEGIN:VEVENT", calendar.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_shows_a_district_with_how_many_leave_and_the_months_are_a_picture()
    {
        await using var site = await DocketSite.Start();
        await Alike.Ordered(site.Docket, Alike.Record("variance"));
        await Alike.Ordered(site.Docket, Alike.Record("variance", "ICE"), "1:13-cr-00418");
        foreach (var address in (string[])["/release", "/release?map=destination"])
        {
            var page = (await site.Get(site.Docket.Planner, address)).Text;
            Assert.Contains($"<path d=\"{Places.Shapes["TNE"].Path}\" class=\"site-map-4\">", page, StringComparison.Ordinal);
            Assert.Contains($"<path d=\"{Places.Shapes["TNM"].Path}\" class=\"site-map-0\">", page, StringComparison.Ordinal);
            Assert.Contains("Tennessee Eastern (TNE): 2.", page, StringComparison.Ordinal);
        }

        var months = await site.Get(site.Docket.Planner, "/release?file=months.svg");
        Assert.Equal("image/svg+xml", months.MediaType);
        Assert.Contains($"{Leaves(null):MMMM yyyy}: 1 without a detainer", months.Text, StringComparison.Ordinal);
    }

    /// <summary>The 94 districts of 28 U.S.C. 81-131 and the territories; the territories have no shape.</summary>
    [Fact]
    public void Every_district_of_a_State_has_a_shape_in_its_corner_of_the_country()
    {
        Assert.Equal(["GU", "NMI", "PR", "VI"], Places.Districts.Keys.Except(Places.Shapes.Keys).Order(StringComparer.Ordinal));
        Assert.Empty(Places.Shapes.Keys.Except(Places.Districts.Keys));
        string[] westToEast = ["CAN", "NV", "UT", "CO", "KS", "MOE", "KYW", "VAW"];
        Assert.Equal(westToEast, westToEast.OrderBy(code => Places.Shapes[code].X));
        string[] northToSouth = ["ND", "SD", "NE", "KS", "OKW", "TXN", "TXS"];
        Assert.Equal(northToSouth, northToSouth.OrderBy(code => Places.Shapes[code].Y));
    }

    [Fact]
    public async Task Only_those_who_plan_releases_or_appear_in_a_case_see_its_day()
    {
        await using var site = await DocketSite.Start();
        await Alike.Ordered(site.Docket, Alike.Record("variance"));
        foreach (
            var who in (Account[])
                [site.Docket.Defender, site.Docket.Prosecutor, site.Docket.Clerk, site.Docket.Officer, site.Docket.OtherJudge]
        )
        {
            Assert.Contains("1 person has a day of leaving", (await site.Get(who, "/release")).Words, StringComparison.Ordinal);
        }

        foreach (var who in (Account[])[site.Docket.PanelAttorney, site.Docket.JudgeElsewhere])
        {
            Assert.Contains("0 people have a day of leaving", (await site.Get(who, "/release")).Words, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(site.Docket.Administrator, "/release")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(site.Docket.Planner, "/release/someday")).Status);
    }

    [Fact]
    public async Task Small_counts_are_not_shown_in_the_tables()
    {
        await using var site = await DocketSite.Start();
        await Alike.Ordered(site.Docket, Alike.Record("variance"));
        var page = (await site.Get(site.Docket.JudgeElsewhere, "/data-report")).Words;
        Assert.Contains(
            "Tennessee Eastern (TNE) withheld withheld withheld Total withheld withheld withheld",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("Where the new term lies in the amended range", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Judge First", page, StringComparison.Ordinal);
    }

    /// <summary>
    /// What is shown gives no count from one to nine away: none is shown, and where something is withheld from a sum at least two counts are,
    /// or the rest of the sum is none.
    /// </summary>
    [Fact]
    public void No_small_count_can_be_worked_out_from_those_that_are_shown() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[0, 5])
            .Array[1, 6]
            .Sample(lines =>
            {
                (string Within, int[] Counts)[] counts =
                [
                    .. lines.Select(l => ($"{l.Item1}", (int[])[l.Item2 + l.Item3 + l.Item4, l.Item2, l.Item3])),
                ];
                var shown = DataReport.Suppressed(counts);
                Assert.DoesNotContain(shown.SelectMany(line => line), count => count is > 0 and < DataReport.Least);
                Assert.All(shown, line => Assert.Equal(line[1] is null, line[2] is null));
                foreach (var group in counts.Index().GroupBy(c => c.Item.Within, c => c.Index))
                {
                    for (var column = 0; column < 3; column++)
                    {
                        var withheld = group.Count(at => shown[at][column] is null);
                        Assert.True(withheld != 1 || group.All(at => shown[at][column] is null or 0));
                    }
                }

                Assert.All(
                    counts.Zip(shown),
                    pair => Assert.All(pair.First.Counts.Zip(pair.Second), c => Assert.True(c.Second is null || c.Second == c.First))
                );
            });

    private static DateOnly Leaves(string? detainer)
    {
        var order = new ReductionOrder("p", new Months(38), 0, new DateOnly(2015, 7, 1), new DateOnly(2015, 11, 2));
        return SentenceComputation
            .Of(Alike.Record("variance", detainer), new DateOnly(2015, 7, 1), order, Editions.Law, keepFindings: false)
            .After!.Leaves!.Value;
    }
}
