using System.Diagnostics;
using System.Globalization;
using SecondLook.Docket.Cases;
using SecondLook.Docket.Motions;
using SecondLook.Docket.Orders;
using SecondLook.Docket.People;
using SecondLook.Docket.Recalculations;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Findings;

namespace SecondLook.AcceptanceTests;

/// <summary>
/// The program is killed while people rule, sign and enter. What was answered is in the docket whole; what was not is there whole or not at all,
/// and can be sent again. With <c>SECONDLOOK_KILLS=50</c> in the environment it is killed fifty times on each database instead of twice.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    /// <summary>Acts that go on when the program is killed: as many rulings, orders and entries.</summary>
    private const int AtOnce = 9;

    private static readonly DateOnly Signed = Moved.On;

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task No_ruling_or_order_that_was_answered_is_lost_and_none_is_stored_in_part(Database database)
    {
        using var kills = await Kills.On(database);
        using var judge = new Visitor();
        using var clerk = new Visitor();
        List<Sent> all = [];
        List<Sent> unanswered = [];
        var (answered, found) = (0, 0);
        for (var kill = 0; kill <= Kills.Times; kill++)
        {
            using var program = await kills.Start();
            if (kill == 0)
            {
                await judge.SignIn(program.Address, "judge");
                await clerk.SignIn(program.Address, "clerk");
            }

            foreach (var sent in unanswered)
            {
                Assert.Equal(sent.Act.LeadsTo, await sent.To(program.Address));
                Assert.True(await sent.IsThere(), $"{sent.Act.Path} was sent again, and is not there.");
            }

            unanswered.Clear();
            if (kill == Kills.Times)
            {
                break;
            }

            var acts = await Prepared(kills, judge, clerk);
            var shown = Stopwatch.StartNew();
            var forms = await Task.WhenAll(acts.Select(act => act.By.Form(program.Address, act.Path)));
            kills.Within = kill == 0 ? shown.Elapsed : kills.Within; // to begin with; a machine may be slow
            Sent[] now = [.. acts.Zip(forms, (act, form) => new Sent(act, form))];
            var answers = await kills.Kill(program, [.. now.Select(sent => sent.To(program.Address))]);
            foreach (var (sent, answer) in now.Zip(answers))
            {
                var isThere = await sent.IsThere();
                if (answer is null)
                {
                    unanswered.Add(sent);
                    found += isThere ? 1 : 0;
                    continue;
                }

                Assert.Equal(sent.Act.LeadsTo, answer);
                Assert.True(isThere, $"{sent.Act.Path} was answered, and is lost.");
                answered++;
            }

            all.AddRange(now);
            await Numbered(kills, now);
        }

        foreach (var sent in all)
        {
            Assert.True(await sent.IsThere(), $"{sent.Act.Path} is lost.");
        }

        var absent = all.Count - answered - found;
        output.WriteLine(
            $"{database}: {Kills.Times} kills, {all.Count} acts: {answered} answered and whole; {found + absent} not answered, {found} of them whole and {absent} not there, each stored once when sent again."
        );
    }

    /// <summary>A form, where its answer leads, and whether what it stores under its key is there: a part of it fails the test.</summary>
    private sealed record Act(
        Visitor By,
        string Path,
        (string Name, string Value)[] Fields,
        string LeadsTo,
        Func<Guid, Task<bool>> IsThere
    );

    /// <summary>An act as it was sent: with the same key it is the same act.</summary>
    private sealed record Sent(Act Act, IReadOnlyDictionary<string, string> Form)
    {
        public Task<string?> To(Uri site) => Act.By.Send(site, Act.Path, Form, Act.Fields);

        public Task<bool> IsThere() => Act.IsThere(Guid.Parse(Form["Key"]));
    }

    private static async Task<IReadOnlyList<Act>> Prepared(Kills kills, Visitor judge, Visitor clerk)
    {
        var acts = new List<Act>();
        foreach (var (at, motion) in (await Moved.InEach(kills, AtOnce)).Index())
        {
            acts.Add(
                (at % 3) switch
                {
                    0 => Ruling(kills, judge, motion),
                    1 => await Order(kills, judge, motion),
                    _ => await Entry(kills, clerk, motion),
                }
            );
        }

        return acts;
    }

    private static Act Ruling(Kills kills, Visitor judge, Moved motion)
    {
        return new(
            judge,
            $"{motion.Address}/rule",
            [
                ("Granted", "true"),
                ("Reasons", $"The court has weighed {motion.Id}."),
                ("NewTerm", Text(motion.NewTerm)),
                ("RecalculationId", motion.Rests.Id.ToString()),
            ],
            $"{motion.Address}/sign",
            IsThere
        );

        async Task<bool> IsThere(Guid key)
        {
            var by = await kills.Of(Role.Judge);
            var view = (await kills.Store.Case(by, motion.CaseId))!;
            if (view.All<Ruling>().SingleOrDefault(r => r.SubjectId == motion.Id) is not { } ruling)
            {
                return false;
            }

            Assert.Equal((key, by, motion.CaseId), (ruling.Id, ruling.ById, ruling.CaseId));
            Assert.Equal((true, motion.NewTerm, motion.Rests.Id), (ruling.Granted, ruling.NewTerm, ruling.RecalculationId));
            Assert.Equal($"The court has weighed {motion.Id}.", ruling.Text);
            return true;
        }
    }

    private static async Task<Act> Order(Kills kills, Visitor judge, Moved motion)
    {
        await motion.Rule(kills);
        return new(
            judge,
            $"{motion.Address}/sign",
            [
                ("SignedOn", Day(Signed)),
                ("EffectiveOn", Day(motion.Effective)),
                ("LastTerm", Text(motion.Rests.Term!.Value)),
                ("Comments", $"Comments on {motion.Id}."),
            ],
            motion.Address,
            IsThere
        );

        async Task<bool> IsThere(Guid key)
        {
            var by = await kills.Of(Role.Judge);
            var view = (await kills.Store.Case(by, motion.CaseId))!;
            var order = view.All<Order>().SingleOrDefault(o => o.MotionId == motion.Id);
            var page = view.All<RestrictedPage>().SingleOrDefault(p => p.SubjectId == key);
            var reduced = (await kills.Store.ReducedTerms(await kills.Of(Role.Planner))).SingleOrDefault(t => t.Order.Id == key);
            if (order is null)
            {
                Assert.True(page is null && reduced is null, "The public page of an order is not there, and a part of the rest is.");
                return false;
            }

            Assert.Equal((key, by, true, motion.NewTerm), (order.Id, order.ById, order.Granted, order.NewTerm));
            Assert.Equal((Signed, motion.Effective, motion.Rests.Term), (order.SignedOn, order.EffectiveOn!.Value, order.LastTerm));
            Assert.Equal((motion.Rests.Id, $"Ruled.\n\nComments on {motion.Id}."), (page!.RecalculationId, page.Text));
            var dates = SentenceComputation.Of(reduced!.Record, Signed, reduced.Reduction, Elements.Library, keepFindings: false);
            Assert.True(dates.After!.Leaves < dates.Before!.Leaves, $"{dates.After.Leaves} is not before {dates.Before.Leaves}.");
            return true;
        }
    }

    private static async Task<Act> Entry(Kills kills, Visitor clerk, Moved motion)
    {
        await motion.Sign(kills, await motion.Rule(kills));
        return new(clerk, $"{motion.Address}/enter", [("On", Day(Signed))], motion.Address, IsThere);

        async Task<bool> IsThere(Guid key)
        {
            var by = await kills.Of(Role.Clerk);
            var view = (await kills.Store.Case(by, motion.CaseId))!;
            var order = view.All<Order>().Single(o => o.MotionId == motion.Id);
            var deadlines = view.All<Deadline>().Where(d => d.SubjectId == order.Id).ToList();
            if (view.All<OrderEntered>().SingleOrDefault(e => e.SubjectId == order.Id) is not { } entered)
            {
                Assert.Empty(deadlines);
                return false;
            }

            // Fed. R. App. P. 4(b)(1): 14 days for the person, 30 for the government. September 29 and October 15, 2015, are working days.
            Assert.Equal((key, by, Signed), (entered.Id, entered.ById, entered.On));
            Assert.Equal([new DateOnly(2015, 9, 29), new DateOnly(2015, 10, 15)], deadlines.Select(d => d.Due!.Value).Order());
            return true;
        }
    }

    /// <summary>The docket of each case is numbered without a gap: no act took a number and stored nothing.</summary>
    private static async Task Numbered(Kills kills, IEnumerable<Sent> acts)
    {
        var clerk = await kills.Of(Role.Clerk);
        foreach (var id in acts.Select(sent => Guid.Parse(sent.Act.Path.Split('/')[2])))
        {
            var numbers = (await kills.Store.Case(clerk, id))!.Entries.Select(e => e.Number).OfType<int>().ToList();
            Assert.Equal(Enumerable.Range(1, numbers.Count), numbers.Order());
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
