namespace SecondLook.Docket.Motions;

/// <summary>What a side says to a motion.</summary>
public enum Position
{
    /// <summary>It agrees.</summary>
    Agrees,

    /// <summary>It opposes.</summary>
    Opposes,

    /// <summary>It takes no position.</summary>
    TakesNoPosition,
}

/// <summary>A response to a motion.</summary>
public sealed class Response : Entry
{
    /// <summary>The position.</summary>
    public required Position Position { get; init; }

    /// <summary>The day on which it is filed.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>The side's own recalculation, where it computes otherwise.</summary>
    public Guid? RecalculationId { get; init; }
}

/// <summary>The probation office's memorandum on eligibility.</summary>
public sealed class Memorandum : Entry
{
    /// <summary>The recalculation on which it rests.</summary>
    public Guid? RecalculationId { get; init; }
}

/// <summary>What an entry of the public-safety record is about (18 U.S.C. 3553(a); USSG §1B1.10, comment. (n.1(B))).</summary>
public enum SafetyMatter
{
    /// <summary>A factor of 18 U.S.C. 3553(a), n.1(B)(i).</summary>
    Factor,

    /// <summary>The danger to a person or the community, n.1(B)(ii).</summary>
    Danger,

    /// <summary>Conduct since sentencing, n.1(B)(iii).</summary>
    Conduct,

    /// <summary>A program taken part in.</summary>
    Program,

    /// <summary>Where the person would live and work.</summary>
    ReleasePlan,

    /// <summary>Notice to a victim (18 U.S.C. 3771).</summary>
    VictimNotice,
}

/// <summary>
/// One entry of the public-safety record: what, from whom, from when. Entries are never added up and have no weight; a report that
/// comes with a score is attached as a document and not read.
/// </summary>
public sealed class SafetyEntry : Entry
{
    /// <summary>What it is about.</summary>
    public required SafetyMatter Matter { get; init; }

    /// <summary>Who says so.</summary>
    public required string Author { get; init; }

    /// <summary>Where it is written, such as <c>disciplinary record, 2014-03-02</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The day of the source.</summary>
    public required DateOnly SourceOn { get; init; }

    /// <summary>The document, where it is attached.</summary>
    public Guid? DocumentId { get; init; }
}

/// <summary>
/// Answers a motion; a computation of the own side is disclosed with it. A response is sealed only with its motion; what must be sealed
/// otherwise goes into a sealed document beside it.
/// </summary>
public sealed record Respond : CaseAct
{
    /// <summary>The motion.</summary>
    public required Guid MotionId { get; init; }

    /// <summary>The position.</summary>
    public required Position Position { get; init; }

    /// <summary>Why.</summary>
    public required string Text { get; init; }

    /// <summary>The day on which it is filed.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>The own side's recalculation, where it computes otherwise.</summary>
    public Guid? RecalculationId { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        Refuse.Unless(by.Role is Role.Prosecutor or Role.Defender, $"{by.Name} is no party. Only a side responds.");
        Filing.MayFile(file, by, Standing.Filed);
        var motion = file.Get<Motion>(MotionId, by);
        Refuse.Unless(motion.OfficeId != by.OfficeId, "The motion is one's own. Answer it by another paper.");
        Refuse.Blank(Text, "The response says nothing. Write why, or that the government takes no position.");
        yield return new Response
        {
            Id = Id,
            Standing = Standing.Filed,
            Sealed = motion.Sealed,
            SubjectId = motion.Id,
            Position = Position,
            Text = Text,
            FiledOn = FiledOn,
            RecalculationId = RecalculationId,
        };
        foreach (var disclosed in Disclose.WithFiling(RecalculationId, file, by, Further(1)))
        {
            yield return disclosed;
        }
    }
}

/// <summary>The probation office lodges its memorandum with the court, or files it for both sides.</summary>
public sealed record GiveMemorandum : CaseAct
{
    /// <summary>The motion.</summary>
    public required Guid MotionId { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>For whom it is: <see cref="Standing.Lodged"/> or <see cref="Standing.Filed"/>.</summary>
    public required Standing Standing { get; init; }

    /// <summary>The recalculation on which it rests; disclosed to both sides with a filed memorandum.</summary>
    public Guid? RecalculationId { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        OnlyIn(file, by, "give a memorandum", Role.Probation);
        Refuse.Unless(
            Standing is Standing.Lodged or Standing.Filed,
            "A memorandum is lodged with the court or filed. Keep a note for a draft."
        );
        Refuse.Blank(Text, "The memorandum says nothing.");
        var motion = file.Get<Motion>(MotionId, by);
        Refuse.Unless(
            RecalculationId is null || Standing == Standing.Filed,
            "A computation goes to both sides with the memorandum. File it, or leave the computation out."
        );
        yield return new Memorandum
        {
            Id = Id,
            Standing = Standing,
            Sealed = true,
            SubjectId = motion.Id,
            Text = Text,
            RecalculationId = RecalculationId,
        };
        foreach (var disclosed in Disclose.WithFiling(RecalculationId, file, by, Further(1)))
        {
            yield return disclosed;
        }
    }
}

/// <summary>Adds an entry to the public-safety record.</summary>
public sealed record AddSafetyEntry : CaseAct
{
    /// <summary>The motion.</summary>
    public required Guid MotionId { get; init; }

    /// <summary>What it is about.</summary>
    public required SafetyMatter Matter { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>Who says so.</summary>
    public required string Author { get; init; }

    /// <summary>Where it is written.</summary>
    public required string Source { get; init; }

    /// <summary>The day of the source.</summary>
    public required DateOnly SourceOn { get; init; }

    /// <summary>The document, where it is attached.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>For whom it is: <see cref="Standing.Lodged"/> or <see cref="Standing.Filed"/>.</summary>
    public required Standing Standing { get; init; }

    /// <summary>True where it holds a sealed fact.</summary>
    public bool Sealed { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        Filing.MayFile(file, by, Standing.Filed);
        Refuse.Unless(
            Standing is Standing.Lodged or Standing.Filed,
            "An entry of the record is lodged with the court or filed. Keep a note for a draft."
        );
        Refuse.Blank(Text, "The entry says nothing.");
        Refuse.Blank(Author, "The author of the entry is missing. Say who says so.");
        Refuse.Blank(Source, "The source of the entry is missing. Say where it is written.");
        var motion = file.Get<Motion>(MotionId, by);
        yield return new SafetyEntry
        {
            Id = Id,
            Standing = Standing,
            Sealed = Sealed || motion.Sealed,
            SubjectId = motion.Id,
            Matter = Matter,
            Text = Text,
            Author = Author,
            Source = Source,
            SourceOn = SourceOn,
            DocumentId = DocumentId is { } document ? file.Get<Document>(document, by).Id : null,
        };
    }
}
