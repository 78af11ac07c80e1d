using SecondLook.Docket.Caseloads;
using SecondLook.Docket.Cases;
using SecondLook.Docket.Motions;
using SecondLook.Docket.Orders;
using SecondLook.Docket.People;
using SecondLook.Docket.Recalculations;
using SecondLook.Sentencing.Findings;
using SecondLook.Tests.Docket;

namespace SecondLook.Tests.Web;

/// <summary>
/// Whoever helped the government can be hurt for it: two cases that are alike but for substantial assistance (USSG §5K1.1) are shown alike to
/// everybody who is not named in them. And what an office has before it files is nobody else's to see.
/// </summary>
public sealed class VisibilityTests
{
    /// <summary>Two records that are alike but for substantial assistance, and whether the motion is granted.</summary>
    public static TheoryData<string> Pairs => ["a cut below the range, granted", "relief from a statutory minimum, denied"];

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Cooperation_shows_on_no_page_paper_export_log_or_answer_to_anybody_who_is_not_named(string pair)
    {
        var (with, without, granted) = pair.StartsWith("a cut", StringComparison.Ordinal)
            ? (Alike.Record("substantial-assistance"), Alike.Record("variance"), true)
            : (Alike.Minimum("substantial-assistance"), Alike.Minimum("none"), false);
        await using var helped = await DocketSite.Start();
        await using var varied = await DocketSite.Start();
        var one = await Alike.Ordered(helped.Docket, with, granted: granted);
        var other = await Alike.Ordered(varied.Docket, without, granted: granted);
        Assert.Equal(one, other);

        // The test can fail: those named do see the two apart, on pages and in PDF files. What they look at comes into the log before the others look.
        var judges = await Alike.Reached(helped, helped.Docket.Judge, one);
        var judgesThere = await Alike.Reached(varied, varied.Docket.Judge, other);
        Assert.Contains(judges, t => judgesThere.TryGetValue(t.Key, out var told) && told != t.Value);
        var pdfs = await Pdfs(helped, helped.Docket.Judge, one);
        var pdfsThere = await Pdfs(varied, varied.Docket.Judge, other);
        Assert.Contains(pdfs, t => pdfsThere[t.Key] != t.Value);

        // And the papers that go out are the same even for them.
        foreach (var (address, told) in judges.Concat(pdfs).Where(t => IsPublic(t.Key)))
        {
            var there = judgesThere.TryGetValue(address, out var page) ? page : pdfsThere[address];
            Assert.True(told == there, $"{address}\n{told}\n{there}");
        }

        var (log, logThere) = (helped.Listen(), varied.Listen());
        foreach (var (a, b) in Unnamed(helped).Zip(Unnamed(varied)))
        {
            var reached = await Alike.Reached(helped, a, one);
            var there = await Alike.Reached(varied, b, other);
            Assert.Equal(reached.Keys, there.Keys);
            foreach (var (address, told) in reached)
            {
                Assert.True(told == there[address], $"{a.Name} {address}\n{told}\n{there[address]}");
            }

            Assert.Contains(
                reached,
                t => t.Key.StartsWith("/cases/", StringComparison.Ordinal) && t.Value.StartsWith("200", StringComparison.Ordinal)
            );
            pdfs = await Pdfs(helped, a, one);
            pdfsThere = await Pdfs(varied, b, other);
            Assert.Equal(pdfs, pdfsThere);
        }

        await AnswerAlike(helped, varied, Unnamed(helped), one);
        foreach (var (a, b) in Unnamed(helped).Zip(Unnamed(varied)))
        {
            Assert.Equal(await Alike.Log(helped, a), await Alike.Log(varied, b));
        }

        Assert.Equal(
            string.Join('\n', log.Lines.Except(logThere.Lines, StringComparer.Ordinal)),
            string.Join('\n', logThere.Lines.Except(log.Lines, StringComparer.Ordinal))
        );
        Assert.Contains(log.Lines, line => line.Contains($"/cases/{one}", StringComparison.Ordinal));
        Assert.DoesNotContain("Person 1:13", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Posts.Words, log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_filing_nobody_outside_the_office_reaches_its_work_at_any_address()
    {
        await using var site = await DocketSite.Start();
        var docket = site.Docket;
        var log = site.Listen();
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

        // On a motion of the person's own, everybody outside sends whatever can be sent.
        await Letter(docket, id);
        await Letter(without.Docket, id);
        await AnswerAlike(site, without, outside, id);
        foreach (var who in outside)
        {
            var twin = without.Docket.Everybody.Single(a => a.Name == who.Name);
            Assert.Equal(OfTheOffice(await Alike.Log(without, twin)), OfTheOffice(await Alike.Log(site, who)));
        }

        Assert.DoesNotContain("SECRET", log.Text, StringComparison.Ordinal);

        Assert.Contains(await Alike.Reached(site, docket.Paralegal, id), t => t.Value.Contains("SECRET", StringComparison.Ordinal));

        // Each looked at what there was, so that the own looks differ; what the log says of the office does not.
        IEnumerable<string> OfTheOffice(string told) =>
            told.Split('\n')
                .Where(line =>
                    line.StartsWith("TIME", StringComparison.Ordinal)
                    && (
                        line.Contains(docket.Defender.Name, StringComparison.Ordinal)
                        || line.Contains(docket.Paralegal.Name, StringComparison.Ordinal)
                    )
                );
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Whoever_reads_an_outcome_in_a_caseload_may_read_the_record_that_it_comes_from(Database database)
    {
        await using var docket = await TestDocket.On(database);
        await Alike.Ordered(docket, Alike.Minimum("substantial-assistance"), granted: false);
        await Alike.Ordered(docket, Alike.Minimum("none"), "1:13-cr-00418", granted: false);
        await docket.Opened(docket.Defender);
        await docket.Opened(docket.Defender, "1:13-cr-00418");
        var outcomes = new List<Outcome>();
        foreach (var who in docket.Everybody)
        {
            var page = await docket.Store.Caseload(who.Id, CaseloadFilter.Everything);
            foreach (var row in page.Rows.Where(r => r.Outcome is not null))
            {
                var view = await docket.Store.Case(who.Id, row.CaseId);
                Assert.Contains(view!.All<Recalculation>(), r => r.Id == row.RecalculationId);
                outcomes.Add(row.Outcome!.Value);
            }
        }

        // The relief is the difference, and only the office that has it in its record sees what comes of it.
        Assert.Equal([Outcome.Eligible, Outcome.Eligible, Outcome.Ineligible, Outcome.Ineligible], outcomes.Order());
    }

    private static Account[] Unnamed(DocketSite site) =>
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

    /// <summary>Whatever each of them sends is answered alike on both sites, and with nothing of the work of others.</summary>
    private static async Task AnswerAlike(DocketSite site, DocketSite same, IEnumerable<Account> senders, Guid id)
    {
        var view = (await site.Docket.Store.Case(site.Docket.Judge.Id, id))!;
        var own = (await site.Docket.Store.Case(site.Docket.Defender.Id, id))!;
        var motion = view.All<Motion>().Last().Id;
        Guid[] entries =
        [
            own.All<Recalculation>().Last().Id,
            .. own.All<Note>().Select(n => n.Id),
            .. own.All<Document>().Select(d => d.Id),
            .. view.Entries.Where(e => e is Ruling or RestrictedPage).Select(e => e.Id),
        ];
        foreach (var (at, who) in senders.Index())
        {
            var first = (at + 1) * 100_000;
            var twin = same.Docket.Everybody.Single(a => a.Name == who.Name);
            var answers = await Posts.Answers(site, who, id, motion, entries, Keys(first));
            var there = await Posts.Answers(same, twin, id, motion, entries, Keys(first));
            Assert.Equal(there.Select(a => a.What), answers.Select(a => a.What));
            foreach (var ((what, told), (_, toldThere)) in answers.Zip(there))
            {
                Assert.True(told == toldThere, $"{who.Name} {what}\n{told}\n{toldThere}");
                Assert.DoesNotContain("SECRET", told, StringComparison.Ordinal);
            }

            Assert.Contains(answers, a => a.Told.StartsWith("200", StringComparison.Ordinal));
        }

        Func<Guid> Keys(int first) => () => new Guid(first++, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    /// <summary>The PDF files of a case by address, of each kind, those of sealed entries too, as somebody gets them.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> Pdfs(DocketSite site, Account who, Guid id)
    {
        var view = (await site.Docket.Store.Case(site.Docket.Judge.Id, id))!;
        var (order, motion, rests) = (view.All<Order>().Last(), view.All<Motion>().Last(), view.All<Recalculation>().Last());
        var told = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var (name, of) in new (string, Guid)[]
            {
                ("order", order.Id),
                ("restricted", order.Id),
                ("notice", order.Id),
                ("motion", motion.Id),
                ("proposed-order", motion.Id),
                ("worksheet", rests.Id),
            }
        )
        {
            var address = $"/cases/{id}/documents/{name}.pdf?of={of}";
            told.Add(address, Alike.Told(await site.Get(who, address)));
        }

        return told;
    }

    private static async Task Letter(TestDocket docket, Guid id) =>
        await docket.Store.Perform(
            new FileMotion
            {
                Id = new Guid(90_000, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                CaseId = id,
                By = docket.Clerk.Id,
                At = docket.Now(),
                Movant = Movant.Person,
                FiledOn = new DateOnly(2015, 6, 30),
                Amendments = ["782"],
                Text = "The person asks for a reduction.",
            }
        );

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
