namespace SecondLook.Docket.People;

/// <summary>
/// How an account signs in. It stands apart from the account, so that no list of people carries it. The hash is made and checked by whoever
/// serves the pages; the docket only keeps it.
/// </summary>
public sealed class Login
{
    /// <summary>The name with which somebody signs in, in small letters; one account has it.</summary>
    public required string Name
    {
        get;
        init => field = Written(value);
    }

    /// <summary>The hash of the password, as text.</summary>
    public required string PasswordHash { get; set; }

    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>True where it no longer opens anything. What the account did stays.</summary>
    public bool Closed { get; set; }

    internal static string Written(string name) => name.Trim().ToLowerInvariant();
}

/// <summary>A login, as an administrator sees it.</summary>
/// <param name="Name">The name to sign in with.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Closed">True where it no longer opens anything.</param>
public sealed record LoginName(string Name, Guid AccountId, bool Closed);

/// <summary>Who does something outside a case, and when.</summary>
/// <param name="By">The account.</param>
/// <param name="At">When.</param>
public sealed record Acting(Guid By, DateTimeOffset At);
