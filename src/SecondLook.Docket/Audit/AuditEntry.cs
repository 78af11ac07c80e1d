namespace SecondLook.Docket.Audit;

/// <summary>What somebody did or looked at.</summary>
public enum Audited
{
    /// <summary>Looked at a page or a document of a case.</summary>
    Looked,

    /// <summary>Took a list out, as a file.</summary>
    Exported,

    /// <summary>Signed in.</summary>
    SignedIn,

    /// <summary>Could not sign in.</summary>
    SignInRefused,

    /// <summary>Added a person, an office or a login, or changed a login.</summary>
    Administered,
}

/// <summary>
/// A line of the audit log; only added. The own office reads all that its accounts did. An administrator reads what is <see cref="IsOpen"/>:
/// accounts and sign-ins, and looks at what is filed and not sealed by those who have filed in the case themselves. What an office looks at
/// before it files is its work product, as are its looks at its own work after. A look at what is sealed is read only by who looked: to colleagues who
/// are not named in the case, the line would tell that there is something to be seen.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Its number; later lines have greater ones.</summary>
    public long Id { get; internal set; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What.</summary>
    public required Audited What { get; init; }

    /// <summary>Who; null for a sign-in under a name that nobody has.</summary>
    public Guid? ById { get; init; }

    /// <summary>The office of who did it.</summary>
    public Guid? OfficeId { get; init; }

    /// <summary>The case.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The name of the case.</summary>
    public string? CaseName { get; init; }

    /// <summary>The page, the document or what was done, in words.</summary>
    public required string Text { get; init; }

    /// <summary>True where an administrator may read it.</summary>
    public bool IsOpen { get; init; }

    /// <summary>True where it names what is sealed.</summary>
    public bool IsSealed { get; init; }

    /// <summary>What is searched in, in small letters.</summary>
    internal string Searched { get; init; } = "";
}

/// <summary>Which lines of the log; what is null does not matter.</summary>
public sealed record AuditFilter
{
    /// <summary>What.</summary>
    public Audited? What { get; init; }

    /// <summary>Who.</summary>
    public Guid? ById { get; init; }

    /// <summary>A part of the name of the case or of the words.</summary>
    public string? Text { get; init; }

    /// <summary>From this day on (UTC).</summary>
    public DateOnly? From { get; init; }

    /// <summary>To this day (UTC), that day counted.</summary>
    public DateOnly? To { get; init; }
}
