namespace SecondLook.Docket.Cases;

/// <summary>Who an entry is for, before anybody is named for sealed ones.</summary>
public enum Standing
{
    /// <summary>The office that made it, until something in it is filed or disclosed.</summary>
    WorkProduct,

    /// <summary>The court and the author; a side only once it is disclosed to that side.</summary>
    Lodged,

    /// <summary>The court, both sides and the probation office.</summary>
    Filed,

    /// <summary>Everybody who signs in.</summary>
    Public,
}

/// <summary>
/// One line of a case: who did what when. Entries are added and never changed or removed; what changes the state of an earlier entry is
/// a later one. A change of the database by other means is stopped by its triggers.
/// </summary>
public abstract class Entry
{
    /// <summary>The key, given by who acts; giving it twice is the same act.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who may see it.</summary>
    public required Standing Standing { get; init; }

    /// <summary>True where it holds a sealed fact or something derived from one: only those named in the case see it.</summary>
    public bool Sealed { get; init; }

    /// <summary>The entry that it is about: the motion of a response, the ruling of an order.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The entry whose place it takes.</summary>
    public Guid? SupersedesId { get; init; }

    /// <summary>What it says in words.</summary>
    public string? Text { get; init; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; internal set; }

    /// <summary>Its number on the docket of the case, from 1; null for work product and for what is sealed, so that no gap shows either.</summary>
    public int? Number { get; internal set; }

    /// <summary>Who made it.</summary>
    public Guid ById { get; internal set; }

    /// <summary>The office of who made it.</summary>
    public Guid OfficeId { get; internal set; }

    /// <summary>When, in UTC to the microsecond.</summary>
    public DateTimeOffset At { get; internal set; }

    /// <summary>The name of its kind, such as <c>Motion</c>.</summary>
    public string Kind => GetType().Name;
}
