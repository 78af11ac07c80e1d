using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Procedure;

namespace SecondLook.Docket.Orders;

/// <summary>The order is entered on the docket: from that day the time to appeal runs.</summary>
public sealed class OrderEntered : Entry
{
    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }
}

/// <summary>A notice of appeal.</summary>
public sealed class NoticeOfAppeal : Entry
{
    /// <summary>Who appeals.</summary>
    public required Actor Appellant { get; init; }

    /// <summary>The day as of which it is filed.</summary>
    public required DateOnly FiledOn { get; init; }
}

/// <summary>The clerk enters a signed order on the docket; the last days to appeal are computed.</summary>
public sealed record EnterOrder : CaseAct
{
    /// <summary>The order.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        OnlyIn(file, by, "enter an order", Role.Clerk);
        var order = file.Get<Order>(OrderId, by);
        Refuse.Unless(On >= order.SignedOn, $"The order was signed on {Wording.Date(order.SignedOn)} and cannot be entered before.");
        Refuse.Unless(!file.All<OrderEntered>().Any(e => e.SubjectId == order.Id), "The order is entered already. Open its entry.");
        yield return new OrderEntered
        {
            Id = Id,
            Standing = Standing.Filed,
            SubjectId = order.Id,
            On = On,
        };
        yield return Appeals.Time(Actor.Defendant, order, On, null, null, Further(1), file, law);
        yield return Appeals.Time(Actor.Government, order, On, null, null, Further(2), file, law);
    }
}

/// <summary>
/// The clerk files a notice of appeal. The other side's time then runs from the notice where that is later. A person in an institution
/// files on the day on which the notice was given to its mail (Fed. R. App. P. 4(c)(1)).
/// </summary>
public sealed record FileNoticeOfAppeal : CaseAct
{
    /// <summary>The order.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>Who appeals.</summary>
    public required Actor Appellant { get; init; }

    /// <summary>The day as of which it is filed.</summary>
    public required DateOnly FiledOn { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        OnlyIn(file, by, "file a notice of appeal", Role.Clerk);
        Refuse.Unless(Appellant is Actor.Defendant or Actor.Government, "Only the person or the government appeals.");
        var order = file.Get<Order>(OrderId, by);
        var entered =
            file.All<OrderEntered>().FirstOrDefault(e => e.SubjectId == order.Id)
            ?? throw new RefusedException(
                "The order is not entered yet. Enter it first; a notice filed before counts from that day (Fed. R. App. P. 4(b)(2))."
            );
        yield return new NoticeOfAppeal
        {
            Id = Id,
            Standing = Standing.Filed,
            SubjectId = order.Id,
            Appellant = Appellant,
            FiledOn = FiledOn,
        };
        var other = Appellant == Actor.Government ? Actor.Defendant : Actor.Government;
        var before = file.Current<Deadline>().FirstOrDefault(d => d.SubjectId == order.Id && d.Actor == other && d.What == Appeals.Notice);
        var time = Appeals.Time(other, order, entered.On, FiledOn, before?.Id, Further(1), file, law);
        if (before?.Due is null || time.Due > before.Due)
        {
            yield return time;
        }
    }
}

internal static class Appeals
{
    public const string Notice = "notice of appeal";

    /// <summary>The time to appeal; where the law of that day is not keyed, a deadline without a day that says so.</summary>
    public static Deadline Time(
        Actor actor,
        Order order,
        DateOnly entered,
        DateOnly? otherSidesNotice,
        Guid? supersedes,
        Guid id,
        CaseFile file,
        Laws law
    )
    {
        LastDay? day = null;
        string? why = null;
        try
        {
            day = Deadlines.ToAppeal(actor, entered, otherSidesNotice, law.Library, law.Holidays(file.Case.District));
        }
        catch (LawException notCovered)
        {
            why = notCovered.Message;
        }

        return new Deadline
        {
            Id = id,
            Standing = Standing.Filed,
            SubjectId = order.Id,
            SupersedesId = supersedes,
            Actor = actor,
            What = Notice,
            Due = day?.Due,
            Citation = day?.Citation ?? "not covered",
            Text = why,
        };
    }
}
