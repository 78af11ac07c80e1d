using SecondLook.Docket.Cases;
using SecondLook.Docket.People;

namespace SecondLook.Tests.Web;

/// <summary>
/// Whoever helped the government can be hurt for it: two cases that are alike but for substantial assistance (USSG §5K1.1) are shown alike to
/// everybody who is not named in them. And what an office has before it files is nobody else's to see.
/// </summary>
public sealed class VisibilityTests
{
    [Fact]
    public async Task Cooperation_shows_on_no_page_paper_or_export_to_anybody_who_is_not_named()
    {
        await using var helped = await DocketSite.Start();
        await using var varied = await DocketSite.Start();
        var one = await Alike.Ordered(helped.Docket, Alike.Record("substantial-assistance"));
        var other = await Alike.Ordered(varied.Docket, Alike.Record("variance"));
        Assert.Equal(one, other);
        Account[] Unnamed(DocketSite site) =>
            [
                site.Docket.OtherJudge,
                site.Docket.LawClerk,
                site.Docket.Clerk,
                site.Docket.OtherProsecutor,
                site.Docket.JudgeElsewhere,
                site.Docket.PanelAttorney,
                site.Docket.Planner,
                site.Docket.Administrator,
            ];
        foreach (var (a, b) in Unnamed(helped).Zip(Unnamed(varied)))
        {
            var there = await Alike.Reached(helped, a, one);
            var here = await Alike.Reached(varied, b, other);
            Assert.Equal(there.Keys, here.Keys);
            foreach (var (address, told) in there)
            {
                Assert.True(told == here[address], $"{a.Name} {address}\n{told}\n{here[address]}");
            }

            Assert.Contains(
                there,
                t => t.Key.StartsWith("/cases/", StringComparison.Ordinal) && t.Value.StartsWith("200", StringComparison.Ordinal)
            );
        }

        // The test can fail: those named do see the two apart.
        var judges = await Alike.Reached(helped, helped.Docket.Judge, one);
        var judgesThere = await Alike.Reached(varied, varied.Docket.Judge, other);
        Assert.Contains(judges, t => judgesThere.TryGetValue(t.Key, out var told) && told != t.Value);

        // And the papers that go out are the same even for them.
        foreach (var (address, told) in judges.Where(t => IsPublic(t.Key)))
        {
            Assert.True(told == judgesThere[address], $"{address}\n{told}\n{judgesThere[address]}");
        }
    }

    [Fact]
    public async Task Before_filing_nobody_outside_the_office_reaches_its_work_at_any_address()
    {
        await using var site = await DocketSite.Start();
        var docket = site.Docket;
        var id = await docket.CaseInCourt();
        var outside = docket.Everybody.Where(a => a.OfficeId != docket.Defender.OfficeId).ToList();
        await Work(site, id);
        await using var without = await DocketSite.Start();
        var same = await without.Docket.CaseInCourt();
        Assert.Equal(id, same);

        // The office works in both, and looks at its case in both; only what it has there differs.
        Assert.Contains("SECRET note", (await site.Get(docket.Defender, $"/cases/{id}")).Text, StringComparison.Ordinal);
        await without.Get(without.Docket.Defender, $"/cases/{id}");
        foreach (var who in outside)
        {
            var reached = await Alike.Reached(site, who, id);
            Assert.DoesNotContain(reached, t => t.Value.Contains("SECRET", StringComparison.Ordinal));
            var twin = without.Docket.Everybody.Single(a => a.Name == who.Name);
            var before = await Alike.Reached(without, twin, id);
            foreach (var (address, told) in before)
            {
                Assert.True(told == reached[address], $"{who.Name} {address}\n{told}\n{reached[address]}");
            }

            // What is only there on account of the work is not there for them.
            Assert.All(reached.Where(t => !before.ContainsKey(t.Key)), t => Assert.StartsWith("404", t.Value, StringComparison.Ordinal));
        }

        Assert.Contains(await Alike.Reached(site, docket.Paralegal, id), t => t.Value.Contains("SECRET", StringComparison.Ordinal));
    }

    private static bool IsPublic(string address) =>
        address.Contains("/documents/order", StringComparison.Ordinal)
        || address.Contains("/documents/notice", StringComparison.Ordinal)
        || address.Contains("/documents/proposed-order", StringComparison.Ordinal)
        || address.Contains("/documents/docket", StringComparison.Ordinal)
        || address.StartsWith("/release", StringComparison.Ordinal)
        || address.StartsWith("/data-report", StringComparison.Ordinal);

    private static async Task Work(DocketSite site, Guid id)
    {
        var docket = site.Docket;
        await docket.Store.Perform(Alike.Recalculate(docket, id, Alike.Record("variance") with { Source = "SECRET" }));
        await docket.Store.Perform(
            new KeepNote
            {
                Id = docket.Key(),
                CaseId = id,
                By = docket.Defender.Id,
                At = docket.Now(),
                Text = "SECRET note",
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
                Bytes = "SECRET"u8.ToArray(),
                Standing = Standing.WorkProduct,
            }
        );
    }
}
