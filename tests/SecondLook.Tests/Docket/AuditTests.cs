using System.Text.Json;
using SecondLook.Docket;
using SecondLook.Docket.Audit;
using SecondLook.Docket.Cases;
using SecondLook.Docket.People;

namespace SecondLook.Tests.Docket;

/// <summary>Who looked at what is kept, never changed, and told to nobody who could learn of work product or a seal from it.</summary>
public class AuditTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Before_an_office_files_only_the_office_reads_what_it_looked_at(Database database)
    {
        await using var docket = await TestDocket.On(database);
        var id = await docket.CaseInCourt();
        await docket.Opened(docket.Defender);
        var recalculation = docket.Recalculate(id, docket.Defender);
        await docket.Store.Perform(recalculation);
        await docket.Store.Look(new(docket.Defender.Id, docket.Now()), id, "SECRET case page");
        await docket.Store.Look(new(docket.Paralegal.Id, docket.Now()), id, "SECRET worksheet", recalculation.Id);
        await docket.Store.Exported(new(docket.Defender.Id, docket.Now()), "SECRET caseload of 1 case");
        foreach (var who in docket.Everybody)
        {
            var log = await docket.Store.AuditLog(who.Id, new());
            Assert.Equal(who.OfficeId == docket.Defender.OfficeId ? 3 : 0, log.Count);
        }

        // After filing the docket is open, and the own computation is not.
        var motion = docket.Move(id, docket.Defender, recalculation.Id);
        await docket.Store.Perform(motion);
        await docket.Store.Look(new(docket.Defender.Id, docket.Now()), id, "motion", motion.Id);
        await docket.Store.Look(new(docket.Defender.Id, docket.Now()), id, "worksheet", recalculation.Id);
        await docket.Store.Look(new(docket.Prosecutor.Id, docket.Now()), id, "motion", motion.Id); // who has filed nothing
        var line = Assert.Single(await docket.Store.AuditLog(docket.Administrator.Id, new()));
        Assert.Equal(("motion", docket.Defender.Id, "1:13-cr-00417-1"), (line.Text, line.ById!.Value, line.CaseName));
        Assert.Equal(5, (await docket.Store.AuditLog(docket.Paralegal.Id, new())).Count);
        Assert.DoesNotContain(
            "SECRET",
            JsonSerializer.Serialize(await docket.Store.AuditLog(docket.Judge.Id, new())),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task The_log_is_searched_paged_and_never_changed(Database database)
    {
        await using var docket = await TestDocket.On(database);
        await docket.Store.Add(
            new Login
            {
                Name = "adam",
                PasswordHash = "x",
                AccountId = docket.Administrator.Id,
            }
        );
        for (var i = 0; i < 25; i++)
        {
            await docket.Store.SignedIn("ADAM", i % 5 != 0, docket.Now());
        }

        await docket.Store.SignedIn("my password", false, docket.Now());
        var admin = new Acting(docket.Administrator.Id, docket.Now());
        await docket.Store.Add(new Office { Id = docket.Key(), Name = "Office of Capital Cases" }, admin);
        var all = await docket.Store.AuditLog(docket.Administrator.Id, new(), take: 100);
        Assert.Equal(27, all.Count);
        Assert.DoesNotContain("my password", JsonSerializer.Serialize(all), StringComparison.Ordinal);
        Assert.Single(await docket.Store.AuditLog(docket.Administrator.Id, new() { Text = "CAPITAL" }));
        Assert.Equal(6, (await docket.Store.AuditLog(docket.Administrator.Id, new() { What = Audited.SignInRefused })).Count);
        Assert.Empty(await docket.Store.AuditLog(docket.Administrator.Id, new() { To = new DateOnly(2015, 5, 31) }));
        Assert.Equal(
            27,
            (
                await docket.Store.AuditLog(
                    docket.Administrator.Id,
                    new() { From = new DateOnly(2015, 6, 1), To = new DateOnly(2015, 6, 1) }
                )
            ).Count
        );
        var paged = new List<long>();
        for (long? before = null; ; before = paged[^1])
        {
            var page = await docket.Store.AuditLog(docket.Administrator.Id, new(), before, 10);
            if (page.Count == 0)
            {
                break;
            }

            paged.AddRange(page.Select(l => l.Id));
        }

        Assert.Equal(all.Select(l => l.Id), paged);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => docket.Sql("UPDATE audit SET text = 'nothing'"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => docket.Sql("DELETE FROM audit"));
        await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Look(new(docket.Judge.Id, docket.Now()), docket.Key(), "a page"));
    }
}
