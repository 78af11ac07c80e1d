namespace SecondLook.Docket.Cases;

/// <summary>
/// Something that somebody does in a case: who, when, and under which key. What it may do is decided here, not in a page; what comes of it
/// is one or more new entries.
/// </summary>
public abstract record CaseAct
{
    /// <summary>The key of the act and of its first entry. The same act sent twice is stored once.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The account that acts.</summary>
    public required Guid By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The version of the case that was read before acting; where it is given and the case has moved on, the act is refused.</summary>
    public int? Seen { get; init; }

    /// <summary>Other accounts that the act names.</summary>
    internal virtual IEnumerable<Guid> Names => [];

    /// <summary>The entries that come of it.</summary>
    /// <exception cref="RefusedException">A rule of the house forbids it.</exception>
    internal abstract IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law);

    /// <summary>The key of a further entry of the same act.</summary>
    internal Guid Further(byte number)
    {
        var bytes = Id.ToByteArray(bigEndian: true);
        bytes[^1] ^= number;
        bytes[0] ^= 0x80;
        return new Guid(bytes, bigEndian: true);
    }

    private protected static void OnlyIn(CaseFile file, Account by, string doing, params ReadOnlySpan<Role> roles) =>
        Refuse.Unless(
            roles.Contains(by.Role) && by.District == file.Case.District,
            $"{by.Name} may not {doing} in {file.Case.Name}: that is for the {string.Join(" or ", roles.ToArray().Select(r => r.ToString().ToLowerInvariant()))} of the district {file.Case.District}."
        );
}

/// <summary>What an act needs of the law.</summary>
/// <param name="Library">The law folder.</param>
/// <param name="Holidays">Holidays of the state of the district and days declared for the occasion (Rule 45(a)(6)(B), (C)).</param>
public sealed record Laws(Sentencing.Law.LawLibrary Library, Func<string, IReadOnlyCollection<DateOnly>> Holidays);
