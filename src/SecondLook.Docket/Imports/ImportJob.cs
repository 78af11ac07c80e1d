namespace SecondLook.Docket.Imports;

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>The file is being received.</summary>
    Receiving,

    /// <summary>The file is here; nobody has said yet how to read it.</summary>
    Prepared,

    /// <summary>It waits to be run.</summary>
    Waiting,

    /// <summary>It runs, or ran when the machine stopped: it goes on from what is stored.</summary>
    Running,

    /// <summary>Somebody stopped it; what is stored stays, and it can go on.</summary>
    Cancelled,

    /// <summary>Every row is stored or rejected.</summary>
    Done,

    /// <summary>The file cannot be read further; what is stored stays.</summary>
    Failed,
}

/// <summary>
/// A file that an office imports. Its rows are stored some hundreds at a time, each time with how far it came: whatever happens, nothing that
/// was counted is lost, and it goes on where it stopped. It is the work product of the office.
/// </summary>
public sealed class ImportJob
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>The office.</summary>
    public Guid OfficeId { get; internal set; }

    /// <summary>Who imports it.</summary>
    public Guid ById { get; internal set; }

    /// <summary>When the file came.</summary>
    public DateTimeOffset At { get; internal set; }

    /// <summary>Where it stands.</summary>
    public ImportState State { get; internal set; }

    /// <summary>The size of the file in bytes.</summary>
    public long Size { get; internal set; }

    /// <summary>The sha256 of the file.</summary>
    public string Sha256 { get; internal set; } = "";

    /// <summary>The crosswalk; null where the file is read without one.</summary>
    public string? Map { get; internal set; }

    /// <summary>The amendments asked about, separated by commas; null for all.</summary>
    public string? Amendments { get; internal set; }

    /// <summary>The day of the order that is asked about.</summary>
    public DateOnly? OrderDate { get; internal set; }

    /// <summary>Rows read: each is stored or rejected.</summary>
    public int Read { get; internal set; }

    /// <summary>Rows stored.</summary>
    public int Stored { get; internal set; }

    /// <summary>Rows rejected.</summary>
    public int Rejected { get; internal set; }

    /// <summary>About how much of the file is read, in bytes.</summary>
    public long Position { get; internal set; }

    /// <summary>When it first ran.</summary>
    public DateTimeOffset? Started { get; internal set; }

    /// <summary>When it last began to run, and how many rows were read then: what the rows a second are counted from.</summary>
    public DateTimeOffset? Resumed { get; internal set; }

    /// <summary>The rows read when it last began to run.</summary>
    public int ReadBefore { get; internal set; }

    /// <summary>When rows were last stored.</summary>
    public DateTimeOffset? Moved { get; internal set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? Finished { get; internal set; }

    /// <summary>Why it failed.</summary>
    public string? Why { get; internal set; }

    /// <summary>Of two who change it at once the second finds it changed.</summary>
    internal int Version { get; set; }
}

/// <summary>A piece of a file, kept until its import is done.</summary>
internal sealed class ImportPiece
{
    public required Guid JobId { get; init; }

    public required int Number { get; init; }

    public required byte[] Bytes { get; init; }
}

/// <summary>A row of a file that is not stored, and why.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Row">The row in it.</param>
/// <param name="Field">The field or column; empty for the row as a whole.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Reason">Why it cannot be stored.</param>
/// <param name="Suggestion">What to do.</param>
public sealed record RejectedCase(string File, long Row, string Field, string Found, string Reason, string Suggestion);

/// <summary>A rejected row, as it is stored.</summary>
internal sealed class StoredRejection
{
    public required Guid JobId { get; init; }

    public required int Number { get; init; }

    public required string File { get; init; }

    public required long Row { get; init; }

    public required string Field { get; init; }

    public required string Found { get; init; }

    public required string Reason { get; init; }

    public required string Suggestion { get; init; }
}
