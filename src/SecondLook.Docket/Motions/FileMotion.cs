using SecondLook.Sentencing.Procedure;
using Wording = SecondLook.Sentencing.Findings.Wording;

namespace SecondLook.Docket.Motions;

/// <summary>Who moves, 18 U.S.C. 3582(c)(2): "upon motion of the defendant or the Director of the Bureau of Prisons, or on its own motion".</summary>
public enum Movant
{
    /// <summary>The person, without counsel.</summary>
    Person,

    /// <summary>The person, by counsel.</summary>
    Counsel,

    /// <summary>The Director of the Bureau of Prisons.</summary>
    Director,

    /// <summary>The court itself.</summary>
    Court,
}

/// <summary>A letter of the person to the court.</summary>
public sealed class Letter : Entry
{
    /// <summary>The day on which it was given to the institution's mail, where the letter or its envelope shows one.</summary>
    public DateOnly? MailboxOn { get; init; }

    /// <summary>The day on which the clerk received it.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The day as of which it counts as filed: that of the mailbox where one is shown.</summary>
    public DateOnly FiledOn => MailboxOn ?? ReceivedOn;
}

/// <summary>A motion for a reduction.</summary>
public sealed class Motion : Entry
{
    /// <summary>Who moves.</summary>
    public required Movant Movant { get; init; }

    /// <summary>The day as of which it is filed.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>The amendments that it names.</summary>
    public required IReadOnlyList<string> Amendments { get; init; }

    /// <summary>The letter that was construed as this motion.</summary>
    public Guid? LetterId { get; init; }

    /// <summary>The recalculation on which it rests.</summary>
    public Guid? RecalculationId { get; init; }
}

/// <summary>A day by which someone must act. Another takes its place where the court extends it.</summary>
public sealed class Deadline : Entry
{
    /// <summary>Who must act.</summary>
    public required Actor Actor { get; init; }

    /// <summary>What must be done, such as <c>response</c> or <c>notice of appeal</c>.</summary>
    public required string What { get; init; }

    /// <summary>The last day; null where the law of that day is not keyed, and the text says so.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What sets the period and how it is computed.</summary>
    public required string Citation { get; init; }
}

/// <summary>An entry is disclosed to a side. What is said of a sealed entry is sealed with it.</summary>
public sealed class Disclosure : Entry
{
    /// <summary>To the person and counsel.</summary>
    public required bool ToDefense { get; init; }

    /// <summary>To the government.</summary>
    public required bool ToGovernment { get; init; }
}

/// <summary>The clerk dockets a letter.</summary>
public sealed record ReceiveLetter : CaseAct
{
    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>The day on which it was given to the institution's mail, where it shows one.</summary>
    public DateOnly? MailboxOn { get; init; }

    /// <summary>The day on which it was received.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>True where it holds something that must be sealed.</summary>
    public bool Sealed { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        OnlyIn(file, by, "docket a letter", Role.Clerk);
        Refuse.Blank(Text, "The letter is empty. Write what it says, or that it cannot be read.");
        Refuse.Unless(
            MailboxOn is not { } mailed || mailed <= ReceivedOn,
            $"The letter was received on {Wording.Date(ReceivedOn)}, before the day on which it was mailed. Correct one of the days."
        );
        yield return new Letter
        {
            Id = Id,
            Standing = Standing.Filed,
            Sealed = Sealed,
            Text = Text,
            MailboxOn = MailboxOn,
            ReceivedOn = ReceivedOn,
        };
    }
}

/// <summary>
/// Files a motion: counsel for the person; the clerk for a person without counsel and for the Director; a judge for the court itself. The
/// recalculation on which it rests is disclosed with it. A general order of the district sets the days for what follows.
/// </summary>
public sealed record FileMotion : CaseAct
{
    /// <summary>Who moves.</summary>
    public required Movant Movant { get; init; }

    /// <summary>The day as of which it is filed; for a letter that of the letter.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>The amendments that it names.</summary>
    public required IReadOnlyList<string> Amendments { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>The letter that is construed as this motion.</summary>
    public Guid? LetterId { get; init; }

    /// <summary>The recalculation on which it rests, of the own office.</summary>
    public Guid? RecalculationId { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        var order = law.Library.On<GeneralOrders>(FiledOn)?.Terms.Of(file.Case.District, Amendments);
        MayMove(file, by, order);
        Refuse.Unless(Amendments.Count > 0, "The motion names no amendment. Name at least one, such as 782.");
        Refuse.Blank(Text, "The motion says nothing. Write what is asked for.");
        var letter = LetterId is { } id ? file.Get<Letter>(id, by) : null;
        Refuse.Unless(
            letter is null || (Movant == Movant.Person && letter.FiledOn == FiledOn),
            $"A letter construed as a motion is the person's, filed as of {(letter is null ? "" : Wording.Date(letter.FiledOn))}, the day of the letter. Correct who moves, or the day."
        );
        Refuse.Unless(
            letter is null || !file.All<Motion>().Any(m => m.LetterId == letter.Id),
            "That letter is already docketed as a motion. Open the motion."
        );
        yield return new Motion
        {
            Id = Id,
            Standing = Standing.Filed,
            Sealed = letter?.Sealed ?? false,
            Movant = Movant,
            FiledOn = FiledOn,
            Amendments = Amendments,
            Text = Text,
            LetterId = LetterId,
            RecalculationId = RecalculationId,
        };
        foreach (var disclosed in Disclose.WithFiling(RecalculationId, file, by, Further(1)))
        {
            yield return disclosed;
        }

        foreach (var deadline in Times(order, letter?.Sealed ?? false, file, law))
        {
            yield return deadline;
        }
    }

    private void MayMove(CaseFile file, Account by, GeneralOrder? order)
    {
        if (LetterId is not null && by.Role == Role.Clerk)
        {
            Refuse.Unless(
                by.District == file.Case.District && order?.ClerkDocketsLetters == true,
                $"No general order of {file.Case.District} that is keyed lets the clerk docket a letter as a motion under these amendments. A judge construes it."
            );
            return;
        }

        switch (Movant)
        {
            case Movant.Counsel:
                Refuse.Unless(
                    by.Role == Role.Defender && Access.IsCounsel(by.OfficeId, file),
                    $"{by.Name} does not appear for the person in {file.Case.Name}. Have the court enter the appearance first."
                );
                break;
            case Movant.Court:
                OnlyIn(file, by, "move for the court", Role.Judge);
                break;
            default:
                OnlyIn(file, by, "docket a motion", Role.Clerk, Role.Judge);
                break;
        }
    }

    private IEnumerable<Deadline> Times(GeneralOrder? order, bool @sealed, CaseFile file, Laws law)
    {
        (Actor Actor, string What, int? Days)[] set =
        [
            (Movant == Movant.Court ? Actor.Defendant : Actor.Government, "response", order?.ResponseDays),
            (Actor.Probation, "memorandum", order?.MemorandumDays),
        ];
        byte next = 2;
        foreach (var (actor, what, days) in set)
        {
            if (days is { } within)
            {
                var day = Deadlines.After(FiledOn, within, ServedBy.InPerson, order!.Title, law.Library, law.Holidays(file.Case.District));
                yield return new Deadline
                {
                    Id = Further(next++),
                    Standing = Standing.Filed,
                    Sealed = @sealed,
                    SubjectId = Id,
                    Actor = actor,
                    What = what,
                    Due = day.Due,
                    Citation = day.Citation,
                };
            }
        }
    }
}

/// <summary>Discloses an entry that was made for the own office or lodged with the court.</summary>
public sealed record Disclose : CaseAct
{
    /// <summary>The entry.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>To the person and counsel.</summary>
    public required bool ToDefense { get; init; }

    /// <summary>To the government.</summary>
    public required bool ToGovernment { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        var entry = file.Get<Entry>(EntryId, by);
        Refuse.Unless(ToDefense || ToGovernment, "Say to which side it is disclosed.");
        Refuse.Unless(entry is not Note and not Opening, "A note is for the own office. Write what is to be filed anew.");
        Filing.MayFile(file, by, Standing.Filed);
        Refuse.Unless(
            entry.OfficeId == by.OfficeId || (entry.Standing == Standing.Lodged && by.Side == Side.Court),
            "Only its own office discloses it, or the court what was lodged with it."
        );
        yield return new Disclosure
        {
            Id = Id,
            Standing = Standing.Filed,
            Sealed = entry.Sealed,
            SubjectId = entry.Id,
            ToDefense = ToDefense,
            ToGovernment = ToGovernment,
        };
    }

    /// <summary>The disclosure of the recalculation on which a paper rests, to both sides, at the moment of filing.</summary>
    internal static IEnumerable<Disclosure> WithFiling(Guid? recalculation, CaseFile file, Account by, Guid id)
    {
        if (recalculation is not { } given)
        {
            yield break;
        }

        var rests = file.Get<Recalculation>(given, by);
        if (Access.IsOpenToBothSides(rests, file))
        {
            yield break;
        }

        Refuse.Unless(rests.OfficeId == by.OfficeId, "A paper may disclose only the own office's computation. Choose one of those.");
        yield return new Disclosure
        {
            Id = id,
            Standing = Standing.Filed,
            Sealed = rests.Sealed,
            SubjectId = rests.Id,
            ToDefense = true,
            ToGovernment = true,
        };
    }
}
