using SecondLook.Sentencing.Procedure;

namespace SecondLook.Docket.Cases;

/// <summary>Something that waits for someone, of what a reader may see.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Case">Its name.</param>
/// <param name="For">For whom.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Since">Since when.</param>
/// <param name="Due">The last day, where there is one.</param>
public sealed record Waiting(Guid CaseId, string Case, Role For, string What, DateTimeOffset Since, DateOnly? Due)
{
    /// <summary>What waits in one case.</summary>
    public static IEnumerable<Waiting> In(CaseView view)
    {
        foreach (var letter in view.All<Letter>().Where(l => !view.All<Motion>().Any(m => m.LetterId == l.Id)))
        {
            yield return Of(letter, Role.Judge, "say whether the letter is a motion", null);
        }

        var orders = view.Current<Order>().ToList();
        foreach (var motion in view.All<Motion>())
        {
            if (orders.Find(o => o.MotionId == motion.Id) is { } order)
            {
                if (!view.All<OrderEntered>().Any(e => e.SubjectId == order.Id))
                {
                    yield return Of(order, Role.Clerk, "enter the order", null);
                }

                continue;
            }

            var answered = view.All<Response>().Any(r => r.SubjectId == motion.Id);
            if (!answered)
            {
                var by = motion.Movant == Movant.Court ? (Role.Defender, Actor.Defendant) : (Role.Prosecutor, Actor.Government);
                yield return Of(motion, by.Item1, "respond", Due(motion, by.Item2));
            }

            // The memorandum is sealed: who may not see it sees neither it nor that it is missing.
            yield return Of(motion, Role.Judge, answered ? "rule" : "rule once the other side is heard", null);
        }

        Waiting Of(Entry entry, Role who, string what, DateOnly? due) => new(view.Case.Id, view.Case.Name, who, what, entry.At, due);

        DateOnly? Due(Motion motion, Actor actor) =>
            view.Current<Deadline>().FirstOrDefault(d => d.SubjectId == motion.Id && d.Actor == actor)?.Due;
    }
}
