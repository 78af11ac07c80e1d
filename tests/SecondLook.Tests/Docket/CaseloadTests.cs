using System.Globalization;
using System.Text.Json;
using SecondLook.Docket;
using SecondLook.Docket.Caseloads;
using SecondLook.Docket.Cases;
using SecondLook.Docket.Motions;
using SecondLook.Docket.People;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Tests.Docket;

/// <summary>The caseload of an office follows from the entries of its cases, and is nobody else's.</summary>
public class CaseloadTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_case_stands_in_the_caseload_as_the_offices_own_computation_and_the_answer_to_its_motion_say(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var id = await docket.CaseInCourt();
        Assert.Equal(id, await docket.Opened(docket.Defender));
        var row = await Only(docket, docket.Paralegal);
        Assert.Equal((null, null, docket.Judge.Id), (row.Outcome, row.Triage, row.JudgeId!.Value));

        var recalculation = docket.Recalculate(id, docket.Defender);
        await docket.Store.Perform(recalculation);
        row = await Only(docket, docket.Paralegal);
        Assert.Equal((Outcome.Eligible, Triage.EligibleOpen, "cocaine"), (row.Outcome!.Value, row.Triage!.Value, row.Drug));
        Assert.Equal(recalculation.Id, row.RecalculationId);

        // The government's own computation in the same case is not the defender's.
        await docket.Store.Perform(docket.Recalculate(id, docket.Prosecutor));
        Assert.Equal(recalculation.Id, (await Only(docket, docket.Defender)).RecalculationId);

        var motion = docket.Move(id, docket.Defender, recalculation.Id);
        await docket.Store.Perform(motion);
        await docket.Store.Perform(docket.Answer(id, motion.Id, Position.Opposes));
        Assert.Equal(Triage.EligibleContested, (await Only(docket, docket.Defender)).Triage);
        await docket.Store.Perform(docket.Answer(id, motion.Id));
        Assert.Equal(Triage.EligibleAgreed, (await Only(docket, docket.Defender)).Triage);
        var counts = await docket.Store.CaseloadCounts(docket.Defender.Id, CaseloadFilter.Everything);
        Assert.Equal((1, 1, 1), (counts.Total, counts.Outcomes[Outcome.Eligible], counts.Triage[Triage.EligibleAgreed]));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_caseload_its_views_and_its_batches_are_the_offices_own(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var id = await docket.CaseInCourt(); // the clerk's office took it up
        await docket.Opened(docket.Defender);
        await docket.Store.Perform(docket.Recalculate(id, docket.Defender));
        await docket.Store.SaveView(docket.Defender.Id, "my view", CaseloadFilter.Everything with { Drug = "cocaine" });
        var batch = new CaseBatch
        {
            Id = docket.Key(),
            Name = "agreed in June",
            Cases = [id],
        };
        await docket.Store.Add(batch, new(docket.Defender.Id, docket.Now()));
        foreach (var who in docket.Everybody)
        {
            var isOwn = who.OfficeId == docket.Defender.OfficeId;
            var rows = (await docket.Store.Caseload(who.Id, CaseloadFilter.Everything)).Rows;
            Assert.Equal(isOwn, rows.Any(r => r.Outcome is not null));
            Assert.Equal(isOwn || who.Id == docket.Clerk.Id, rows.Count == 1);
            Assert.Equal(isOwn ? 1 : 0, (await docket.Store.Batches(who.Id)).Count);
            Assert.Equal(who.Id == docket.Defender.Id ? 1 : 0, (await docket.Store.SavedViews(who.Id)).Count);
            Assert.Equal(isOwn, (await docket.Store.CaseloadChoices(who.Id)).Drugs.Contains("cocaine"));
            Assert.Equal(isOwn || who.Id == docket.Clerk.Id, (await docket.Store.CaseloadRows(who.Id, [id])).Count == 1);
        }

        var others = new CaseBatch
        {
            Id = docket.Key(),
            Name = "of another office",
            Cases = [id],
        };
        await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Add(others, new(docket.PanelAttorney.Id, docket.Now())));
        Assert.Equal("cocaine", (await docket.Store.SavedViews(docket.Defender.Id)).Single().Filter.Drug);
        await docket.Store.SaveView(docket.Defender.Id, "my view", null);
        Assert.Empty(await docket.Store.SavedViews(docket.Defender.Id));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_caseload_is_the_same_with_and_without_substantial_assistance(Database database)
    {
        var told = new List<string>();
        foreach (var assistance in new[] { false, true })
        {
            await using var docket = await TestDocket.On(database);
            var id = await docket.Opened(docket.Defender);
            await docket.Store.Perform(docket.RecalculateInCustody(id, docket.Defender, assistance));
            var row = await Only(docket, docket.Defender);
            Assert.NotNull(row.Release);
            Assert.True(row.ReleaseAfter < row.Release, $"{row.ReleaseAfter} is not before {row.Release}");
            told.Add(JsonSerializer.Serialize(row));
        }

        Assert.Equal(told[0], told[1]);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Pages_follow_each_other_without_gap_or_repetition_in_both_orders(Database database)
    {
        await using var docket = await TestDocket.On(database);
        await ImportTests.Imported(docket, 250, "pages");
        foreach (var order in Enum.GetValues<CaseloadOrder>())
        {
            var filter = CaseloadFilter.Everything with { Order = order };
            var seen = new List<CaseloadRow>();
            for (Guid? after = null; ; )
            {
                var page = await docket.Store.Caseload(docket.Defender.Id, filter, after, 40);
                seen.AddRange(page.Rows);
                if (!page.HasMore)
                {
                    break;
                }

                after = page.Rows[^1].CaseId;
            }

            Assert.Equal(250, seen.Select(r => r.CaseId).Distinct().Count());
            Assert.Equal(250, seen.Count);
            if (order == CaseloadOrder.Leaving)
            {
                var days = seen.Select(r => r.ReleaseAfter ?? r.Release ?? DateOnly.MaxValue).ToList();
                Assert.Equal(days.Order(), days);
            }
            else
            {
                var numbers = seen.Select(r => int.Parse(r.DocketNumber.AsSpan(^5), CultureInfo.InvariantCulture)).ToList();
                Assert.Equal(numbers.Order(), numbers);
            }
        }

        // What is counted is what is listed, filter by filter.
        var all = (await docket.Store.Caseload(docket.Defender.Id, CaseloadFilter.Everything, take: 1000)).Rows;
        foreach (
            var (filter, expected) in new (CaseloadFilter, Func<CaseloadRow, bool>)[]
            {
                (new() { Outcome = Outcome.Ineligible }, r => r.Outcome == Outcome.Ineligible),
                (new() { Triage = Triage.NeedsDocument }, r => r.Triage == Triage.NeedsDocument),
                (new() { Drug = "heroin" }, r => r.Drug == "heroin"),
                (new() { District = "TNE", Text = "00017" }, r => r.DocketNumber.Contains("00017", StringComparison.Ordinal)),
                (
                    CaseloadFilter.Everything.Within(365, new DateOnly(2019, 1, 1)),
                    r => (r.ReleaseAfter ?? r.Release) is { } day && day >= new DateOnly(2019, 1, 1) && day <= new DateOnly(2020, 1, 1)
                ),
            }
        )
        {
            var rows = (await docket.Store.Caseload(docket.Defender.Id, filter, take: 1000)).Rows;
            Assert.Equal(all.Where(expected).Select(r => r.CaseId).Order(), rows.Select(r => r.CaseId).Order());
            Assert.NotEmpty(rows);
        }
    }

    [Fact]
    public async Task A_page_of_a_caseload_is_read_through_an_index_and_not_sorted()
    {
        await using var docket = await TestDocket.On(Database.Sqlite);
        await ImportTests.Imported(docket, 60, "plan");
        foreach (
            var (order, index) in new[] { (CaseloadOrder.Leaving, "caseload_by_leaving"), (CaseloadOrder.Number, "caseload_by_number") }
        )
        {
            var filter = new CaseloadFilter { Order = order, Drug = "cocaine" };
            var last = (await docket.Store.Caseload(docket.Defender.Id, filter, take: 5)).Rows[^1];
            foreach (var after in new Guid?[] { null, last.CaseId })
            {
                var plan = await docket.Plan(await docket.Store.CaseloadSql(docket.Defender.Id, filter, after));
                Assert.Contains($"USING INDEX {index}", plan, StringComparison.Ordinal);
                Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
            }
        }
    }

    internal static async Task<CaseloadRow> Only(TestDocket docket, Account who) =>
        Assert.Single((await docket.Store.Caseload(who.Id, CaseloadFilter.Everything)).Rows);
}
