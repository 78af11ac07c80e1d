namespace SecondLook.Docket.Motions;

/// <summary>What to look at before a motion goes on. Nothing here decides anything.</summary>
/// <param name="Duplicates">Motions on one of the same amendments on which no order was signed.</param>
/// <param name="EarlierDenials">Orders that denied a motion on one of the same amendments.</param>
/// <param name="EarlierGrants">Orders that granted one.</param>
public sealed record Intake(IReadOnlyList<Motion> Duplicates, IReadOnlyList<Order> EarlierDenials, IReadOnlyList<Order> EarlierGrants)
{
    /// <summary>What stands before a motion on these amendments, of what the reader may see.</summary>
    /// <param name="view">The case, as the reader sees it.</param>
    /// <param name="amendments">The amendments that the motion or letter names.</param>
    /// <param name="besides">The motion itself, where it is docketed already.</param>
    public static Intake Of(CaseView view, IReadOnlyList<string> amendments, Guid? besides = null)
    {
        var motions = view.All<Motion>()
            .Where(m => m.Id != besides && m.Amendments.Intersect(amendments, StringComparer.Ordinal).Any())
            .ToList();
        var orders = view.Current<Order>().Where(o => motions.Exists(m => m.Id == o.MotionId)).ToList();
        return new(
            [.. motions.Where(m => !orders.Exists(o => o.MotionId == m.Id))],
            [.. orders.Where(o => !o.Granted)],
            [.. orders.Where(o => o.Granted)]
        );
    }
}
