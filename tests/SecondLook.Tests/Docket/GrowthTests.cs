using SecondLook.Docket;
using SecondLook.Docket.Cases;
using SecondLook.Docket.Motions;
using SecondLook.Docket.Orders;
using SecondLook.Docket.People;
using SecondLook.Docket.Recalculations;
using SecondLook.Sentencing.Procedure;

namespace SecondLook.Tests.Docket;

/// <summary>Whatever people try in whatever order: no entry is lost or changed, and what is refused leaves nothing behind.</summary>
public class GrowthTests
{
    [Theory]
    [InlineData(Database.Sqlite, 1)]
    [InlineData(Database.Sqlite, 2)]
    [InlineData(Database.Postgres, 3)]
    [InlineData(Database.Postgres, 4)]
    public async Task Random_acts_only_add_entries_and_never_change_one(Database database, int seed)
    {
        await using var docket = await TestDocket.On(database);
        var random = new Random(seed);
        var (id, _, _) = await RulingTests.Moved(docket);
        var rows = await docket.Rows("entries");
        var (stored, refused) = (0, 0);
        for (var step = 0; step < 60; step++)
        {
            var act = await Any(docket, id, random);
            try
            {
                await docket.Store.Perform(act);
                stored++;
            }
            catch (Exception told) when (told is RefusedException or OvertakenException)
            {
                Assert.Equal(rows, await docket.Rows("entries"));
                refused++;
            }

            var now = await docket.Rows("entries");
            Assert.Equal(rows, now.Intersect(rows, StringComparer.Ordinal));
            rows = now;
        }

        Assert.True(stored > 5 && refused > 5, $"{stored} stored, {refused} refused: the acts show nothing");
        var judge = (await docket.Store.Case(docket.Judge.Id, id))!;
        Assert.Equal(judge.All<Ruling>().Count(), judge.All<Ruling>().Select(r => r.SubjectId).Distinct().Count());
        Assert.Equal(judge.Current<Order>().Count(), judge.All<Order>().Select(o => o.SubjectId).Distinct().Count());
        int[] numbers = [.. judge.Entries.Select(e => e.Number).OfType<int>()];
        Assert.Equal(Enumerable.Range(1, numbers.Length), numbers.Order());
    }

    private static async Task<CaseAct> Any(TestDocket docket, Guid id, Random random)
    {
        var by = docket.Everybody[random.Next(docket.Everybody.Count)];
        var view = await docket.Store.Case(docket.Judge.Id, id);
        Guid Some<T>()
            where T : Entry =>
            view!.All<T>().Select(e => e.Id).DefaultIfEmpty(docket.Key()).ElementAt(random.Next(Math.Max(1, view.All<T>().Count())));
        CaseAct act = random.Next(10) switch
        {
            0 => docket.Recalculate(id, by),
            1 => docket.Move(id, by, random.Next(2) == 0 ? Some<Recalculation>() : null, (Movant)random.Next(4)),
            2 => docket.Answer(id, Some<Motion>()) with { By = by.Id },
            3 => await docket.Grant(id, Some<Motion>(), Some<Recalculation>(), random.Next(30, 50)),
            4 => await docket.Sign(
                id,
                Some<Ruling>(),
                new DateOnly(2015, 10, 30).AddDays(random.Next(4)),
                random.Next(2) == 0 ? Some<Order>() : null
            ),
            5 => new EnterOrder
            {
                Id = docket.Key(),
                CaseId = id,
                By = docket.Clerk.Id,
                At = docket.Now(),
                OrderId = Some<Order>(),
                On = new DateOnly(2015, 7, 2),
            },
            6 => new Disclose
            {
                Id = docket.Key(),
                CaseId = id,
                By = by.Id,
                At = docket.Now(),
                EntryId = Some<Entry>(),
                ToDefense = true,
                ToGovernment = true,
            },
            7 => docket.Appear(id, docket.Clerk, by, (Part)random.Next(5)),
            8 => new FileNoticeOfAppeal
            {
                Id = docket.Key(),
                CaseId = id,
                By = docket.Clerk.Id,
                At = docket.Now(),
                OrderId = Some<Order>(),
                Appellant = (Actor)random.Next(2),
                FiledOn = new DateOnly(2015, 7, 10),
            },
            _ => new KeepNote
            {
                Id = docket.Key(),
                CaseId = id,
                By = by.Id,
                At = docket.Now(),
                Text = "A note.",
            },
        };
        return random.Next(4) == 0 ? act with { Seen = random.Next(40) } : act;
    }
}
