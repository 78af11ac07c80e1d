using SecondLook.Docket.Motions;
using SecondLook.Docket.Orders;
using SecondLook.Docket.People;
using SecondLook.Docket.Recalculations;
using SecondLook.Sentencing.Findings;

namespace SecondLook.AcceptanceTests;

/// <summary>A motion in court, on a computation that both sides have.</summary>
internal sealed record Moved(Guid CaseId, Guid Id, Recalculation Rests)
{
    public string Address => $"/cases/{CaseId}/motions/{Id}";

    public int NewTerm => Rests.LowestTerm!.Value;

    public DateOnly Effective => Rests.EarliestEffective!.Value;

    /// <summary>The day on which it is filed, and its order signed.</summary>
    public static readonly DateOnly On = new(2015, 9, 15);

    /// <summary>A new motion in each of some cases of the sample.</summary>
    public static async Task<IReadOnlyList<Moved>> InEach(Kills kills, int count)
    {
        var defender = await kills.Of(Role.Defender);
        var motions = new List<Moved>();
        foreach (var view in await kills.Store.InCourt(await kills.Of(Role.Judge)))
        {
            if (
                motions.Count < count
                && view.Current<Recalculation>().FirstOrDefault()
                    is { Outcome: Outcome.Eligible, LowestTerm: not null, Term: not null } rests
            )
            {
                var motion = new FileMotion
                {
                    Id = Guid.CreateVersion7(),
                    CaseId = view.Case.Id,
                    By = defender,
                    At = TimeProvider.System.GetUtcNow(),
                    Movant = Movant.Counsel,
                    FiledOn = On,
                    Amendments = ["782"],
                    Text = "The person moves for a reduction.",
                    RecalculationId = rests.Id,
                };
                await kills.Store.Perform(motion);
                motions.Add(new(view.Case.Id, motion.Id, rests));
            }
        }

        Assert.Equal(count, motions.Count);
        return motions;
    }

    /// <summary>The judge grants it.</summary>
    public async Task<Guid> Rule(Kills kills)
    {
        var judge = await kills.Of(Role.Judge);
        var ruling = new RuleOnMotion
        {
            Id = Guid.CreateVersion7(),
            CaseId = CaseId,
            By = judge,
            At = TimeProvider.System.GetUtcNow(),
            Seen = (await kills.Store.Case(judge, CaseId))!.Version,
            MotionId = Id,
            Granted = true,
            NewTerm = NewTerm,
            RecalculationId = Rests.Id,
            Reasons = "Ruled.",
        };
        await kills.Store.Perform(ruling);
        return ruling.Id;
    }

    /// <summary>The judge signs the order.</summary>
    public async Task Sign(Kills kills, Guid ruling)
    {
        var judge = await kills.Of(Role.Judge);
        await kills.Store.Perform(
            new SignOrder
            {
                Id = Guid.CreateVersion7(),
                CaseId = CaseId,
                By = judge,
                At = TimeProvider.System.GetUtcNow(),
                Seen = (await kills.Store.Case(judge, CaseId))!.Version,
                RulingId = ruling,
                SignedOn = On,
                EffectiveOn = Effective,
                LastTerm = Rests.Term,
            }
        );
    }
}
