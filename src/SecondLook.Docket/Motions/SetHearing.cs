using SecondLook.Sentencing.Procedure;
using Wording = SecondLook.Sentencing.Findings.Wording;

namespace SecondLook.Docket.Motions;

/// <summary>Where a hearing stands.</summary>
public enum HearingState
{
    /// <summary>It is set.</summary>
    Set,

    /// <summary>It was held.</summary>
    Held,

    /// <summary>It was cancelled.</summary>
    Cancelled,
}

/// <summary>A hearing on a motion. The person need not be present (Fed. R. Crim. P. 43(b)(4)).</summary>
public sealed class Hearing : Entry
{
    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Where it stands.</summary>
    public required HearingState State { get; init; }
}

/// <summary>Sets a hearing, moves it, cancels it, or notes that it was held: each a new entry in the place of the one before.</summary>
public sealed record SetHearing : CaseAct
{
    /// <summary>The motion.</summary>
    public required Guid MotionId { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Where it stands.</summary>
    public required HearingState State { get; init; }

    /// <summary>The place, the hour, or why.</summary>
    public string? Text { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        OnlyIn(file, by, "set a hearing", Role.Judge, Role.Chambers, Role.Clerk);
        var motion = file.Get<Motion>(MotionId, by);
        yield return new Hearing
        {
            Id = Id,
            Standing = Standing.Filed,
            Sealed = motion.Sealed,
            SubjectId = motion.Id,
            SupersedesId = file.Current<Hearing>().LastOrDefault(h => h.SubjectId == motion.Id)?.Id,
            On = On,
            State = State,
            Text = Text,
        };
    }
}

/// <summary>
/// The court sets a time in days (computed by Rule 45) or to a day, which stands as it is given, or gives more time. The time to appeal can
/// be extended only once, by as much as Fed. R. App. P. 4(b)(4) lets, for excusable neglect or good cause.
/// </summary>
public sealed record SetTime : CaseAct
{
    /// <summary>The motion or order that it is about.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Who must act.</summary>
    public required Actor Actor { get; init; }

    /// <summary>What must be done.</summary>
    public required string What { get; init; }

    /// <summary>The deadline whose place it takes.</summary>
    public Guid? Extends { get; init; }

    /// <summary>The day, where the court names one.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The event from which the days run, where the court sets days.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The days.</summary>
    public int? Days { get; init; }

    /// <summary>How the paper that starts the days was served.</summary>
    public ServedBy ServedBy { get; init; } = ServedBy.InPerson;

    /// <summary>Why.</summary>
    public string? Text { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        OnlyIn(file, by, "set a time", Role.Judge);
        var holidays = law.Holidays(file.Case.District);
        Refuse.Unless((Due is null) != (From is null || Days is null), "Give either the day, or the event and the number of days.");
        var day = Due is { } fixedDay
            ? new LastDay(fixedDay, "day set by the court")
            : Deadlines.After(From!.Value, Days!.Value, ServedBy, "days set by the court", law.Library, holidays);
        var before = Extends is { } id ? file.Get<Deadline>(id, by) : null;
        if (before is { What: Appeals.Notice })
        {
            Refuse.Unless(
                before.SupersedesId is null && before.Due is not null,
                "The time to appeal was extended already, or is not covered."
            );
            var latest = Deadlines.ExtensionToAppeal(before.Due!.Value, law.Library, holidays);
            Refuse.Unless(
                day.Due <= latest.Due,
                latest.Due is { } last
                    ? $"The time to appeal may be extended to {Wording.Date(last)} at most ({latest.Citation}). Choose an earlier day."
                    : $"How far the time to appeal may be extended is not covered ({latest.Citation})."
            );
            Refuse.Blank(Text, "Say what shows excusable neglect or good cause (Fed. R. App. P. 4(b)(4)).");
        }

        var subject = file.Get<Entry>(SubjectId, by);
        yield return new Deadline
        {
            Id = Id,
            Standing = Standing.Filed,
            Sealed = subject.Sealed,
            SubjectId = subject.Id,
            SupersedesId = before?.Id,
            Actor = before?.Actor ?? Actor,
            What = before?.What ?? What,
            Due = day.Due,
            Citation = day.Citation,
            Text = Text,
        };
    }
}
