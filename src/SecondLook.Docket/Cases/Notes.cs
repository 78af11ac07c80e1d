using System.Security.Cryptography;

namespace SecondLook.Docket.Cases;

/// <summary>An office takes up the case: it is in its caseload from then on, and in nobody else's.</summary>
public sealed class Opening : Entry;

/// <summary>A note for the own office. It is never filed: what is filed is written anew.</summary>
public sealed class Note : Entry;

/// <summary>The language in which the person wants to be written to.</summary>
public sealed class PreferredLanguage : Entry
{
    /// <summary>Such as <c>es</c>.</summary>
    public required string Language { get; init; }
}

/// <summary>Whether a protective order limits what may be sent into a prison.</summary>
public sealed class ProtectiveOrder : Entry
{
    /// <summary>Whether it is in force.</summary>
    public required bool InForce { get; init; }
}

/// <summary>What a document is.</summary>
public enum DocumentKind
{
    /// <summary>Any other.</summary>
    Other,

    /// <summary>A judgment, or an amended one.</summary>
    Judgment,

    /// <summary>The statement of reasons (18 U.S.C. 3553(c), form AO 245B).</summary>
    StatementOfReasons,

    /// <summary>The presentence report.</summary>
    PresentenceReport,

    /// <summary>The plea agreement.</summary>
    PleaAgreement,

    /// <summary>A record of the Bureau of Prisons.</summary>
    PrisonRecord,

    /// <summary>A letter.</summary>
    Letter,
}

/// <summary>A document; its bytes stand beside it.</summary>
public sealed class Document : Entry
{
    /// <summary>What it is called: the title that was given, or the name of the file.</summary>
    public string Title => string.IsNullOrWhiteSpace(Text) ? Name : Text;

    /// <summary>What it is.</summary>
    public required DocumentKind DocumentKind { get; init; }

    /// <summary>Who wrote it, where that is said.</summary>
    public string? Author { get; init; }

    /// <summary>Where it comes from, where that is said.</summary>
    public string? Source { get; init; }

    /// <summary>The name of the file.</summary>
    public required string Name { get; init; }

    /// <summary>Such as <c>application/pdf</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>The sha256 of its bytes.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The bytes, while it is being stored.</summary>
    internal byte[]? Bytes { get; init; }
}

/// <summary>Takes a case into the caseload of the own office: the second half of <see cref="OpenCase"/>.</summary>
internal sealed record TakeUp : CaseAct
{
    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law) =>
        [new Opening { Id = Id, Standing = Standing.WorkProduct }];
}

/// <summary>Keeps a note for the own office.</summary>
public sealed record KeepNote : CaseAct
{
    /// <summary>The note.</summary>
    public required string Text { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        Refuse.Blank(Text, "The note is empty. Write something, or leave it.");
        Refuse.Unless(by.Side != Side.None, $"{by.Name} works in no case.");
        yield return new Note
        {
            Id = Id,
            Standing = Standing.WorkProduct,
            Text = Text,
        };
    }
}

/// <summary>Attaches a document: for the own office, for the court, or filed. It is never parsed, sorted or filtered by.</summary>
public sealed record AttachDocument : CaseAct
{
    /// <summary>The most bytes that a document may have.</summary>
    public const int Largest = 50 * 1024 * 1024;

    /// <summary>What it is called; the name of the file where it is left out.</summary>
    public string? Title { get; init; }

    /// <summary>What it is.</summary>
    public DocumentKind DocumentKind { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? Author { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Source { get; init; }

    /// <summary>The motion to which it belongs; null for the case.</summary>
    public Guid? MotionId { get; init; }

    /// <summary>The name of the file.</summary>
    public required string Name { get; init; }

    /// <summary>Such as <c>application/pdf</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>Its bytes.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>For whom it is.</summary>
    public required Standing Standing { get; init; }

    /// <summary>True where it holds a sealed fact, as presentence reports and statements of reasons do.</summary>
    public bool Sealed { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        Filing.MayFile(file, by, Standing);
        Refuse.Blank(Name, "The file has no name.");
        Refuse.Unless(Bytes.Length > 0, $"{Name} is empty. Choose the file again.");
        Refuse.Unless(Bytes.Length <= Largest, $"{Name} has more than {Largest / 1024 / 1024} MB. Attach it in parts.");
        var motion = MotionId is { } given ? file.Get<Motion>(given, by) : null;
        yield return new Document
        {
            Id = Id,
            Standing = Standing,
            Sealed = Sealed || motion?.Sealed == true,
            SubjectId = motion?.Id,
            Text = string.IsNullOrWhiteSpace(Title) ? null : Title.Trim(),
            DocumentKind = DocumentKind,
            Author = Author,
            Source = Source,
            Name = Name,
            MediaType = MediaType,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Bytes)),
            Bytes = Bytes,
        };
    }
}

/// <summary>Notes the language of the person.</summary>
public sealed record NoteLanguage : CaseAct
{
    /// <summary>Such as <c>es</c>.</summary>
    public required string Language { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        Refuse.Blank(Language, "The language is missing. Give its code, such as es.");
        Filing.MayFile(file, by, Standing.Filed);
        yield return new PreferredLanguage
        {
            Id = Id,
            Standing = Standing.Filed,
            Language = Language,
            SupersedesId = file.Current<PreferredLanguage>().LastOrDefault()?.Id,
        };
    }
}

/// <summary>Notes that a protective order is in force, or no longer.</summary>
public sealed record NoteProtectiveOrder : CaseAct
{
    /// <summary>Whether it is in force.</summary>
    public required bool InForce { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        OnlyIn(file, by, "note a protective order", Role.Judge, Role.Clerk);
        yield return new ProtectiveOrder
        {
            Id = Id,
            Standing = Standing.Filed,
            InForce = InForce,
            SupersedesId = file.Current<ProtectiveOrder>().LastOrDefault()?.Id,
        };
    }
}

internal static class Filing
{
    /// <summary>Refuses where somebody files in a case in which the office does not appear.</summary>
    public static void MayFile(CaseFile file, Account by, Standing standing)
    {
        Refuse.Unless(by.Side != Side.None, $"{by.Name} works in no case.");
        Refuse.Unless(standing != Standing.Public, "Only an order is public. File the paper instead.");
        Refuse.Unless(
            standing == Standing.WorkProduct || Access.IsParty(by, file),
            $"{by.Name} does not appear in {file.Case.Name}. Have the clerk enter the appearance first."
        );
    }
}
