using SecondLook.Sentencing.Findings;

namespace SecondLook.Web;

/// <summary>How one motion without an order stands for its reader, as the courts came to sort them; a caseload sorts cases by the office's own outcome.</summary>
internal enum MotionTriage
{
    /// <summary>Every computation that is open says eligible, and the other side agrees.</summary>
    Agreed,

    /// <summary>A computation says eligible, and the other side does not agree, or computes otherwise.</summary>
    Contested,

    /// <summary>A computation says eligible, and the other side has not answered.</summary>
    Unanswered,

    /// <summary>Every computation says not eligible.</summary>
    NotEligible,

    /// <summary>A fact is missing: a document must be looked at.</summary>
    CannotTell,

    /// <summary>No computation is open to the reader.</summary>
    NotComputed,
}

/// <summary>Motions sorted by what their reader may see of them. The order of the groups is the order of the pages; none is better than another.</summary>
internal static class Triaged
{
    /// <summary>The motions on which no order stands.</summary>
    public static IEnumerable<Motion> Open(CaseView view) =>
        view.All<Motion>().Where(m => !view.Current<Order>().Any(o => o.MotionId == m.Id));

    /// <summary>How a motion stands.</summary>
    public static MotionTriage Of(CaseView view, Motion motion)
    {
        var responses = view.All<Response>().Where(r => r.SubjectId == motion.Id).ToList();
        Guid?[] named =
        [
            motion.RecalculationId,
            .. responses.Select(r => r.RecalculationId),
            .. view.All<Memorandum>().Where(m => m.SubjectId == motion.Id).Select(m => m.RecalculationId),
        ];
        var outcomes = view.All<Recalculation>().Where(r => named.Contains(r.Id)).Select(r => r.Outcome).Distinct().ToList();
        return outcomes switch
        {
            [] => MotionTriage.NotComputed,
            [Outcome.Ineligible] => MotionTriage.NotEligible,
            [Outcome.Undetermined] => MotionTriage.CannotTell,
            [Outcome.Eligible] when responses.Count == 0 => MotionTriage.Unanswered,
            [Outcome.Eligible] when responses.TrueForAll(r => r.Position == Position.Agrees) => MotionTriage.Agreed,
            _ => MotionTriage.Contested,
        };
    }

    /// <summary>The name of a group.</summary>
    public static string Says(MotionTriage group) =>
        group switch
        {
            MotionTriage.Agreed => "Eligible and agreed",
            MotionTriage.Contested => "Eligible and contested, or computed differently",
            MotionTriage.Unanswered => "Eligible, not answered yet",
            MotionTriage.NotEligible => "Not eligible",
            MotionTriage.CannotTell => "Cannot tell without a document",
            _ => "No computation is open to you",
        };
}
