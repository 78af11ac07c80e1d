namespace SecondLook.Docket.People;

/// <summary>What someone does in a case.</summary>
public enum Role
{
    /// <summary>Counsel for the person, or who works for counsel.</summary>
    Defender,

    /// <summary>Counsel for the government, or who works for counsel.</summary>
    Prosecutor,

    /// <summary>A probation officer.</summary>
    Probation,

    /// <summary>A judge: the only one who rules.</summary>
    Judge,

    /// <summary>Who works for one judge.</summary>
    Chambers,

    /// <summary>The clerk of the court, or a deputy.</summary>
    Clerk,

    /// <summary>Plans releases in the Bureau of Prisons, a probation or an immigration office.</summary>
    Planner,

    /// <summary>Keeps the accounts; sees of cases what everybody sees.</summary>
    Administrator,
}

/// <summary>A side of a case.</summary>
public enum Side
{
    /// <summary>No side.</summary>
    None,

    /// <summary>The person and counsel for the person.</summary>
    Defense,

    /// <summary>The government.</summary>
    Government,

    /// <summary>The probation office.</summary>
    Probation,

    /// <summary>The court: judges, chambers, clerk.</summary>
    Court,
}

/// <summary>Those who share work product: a defender's office, a U.S. Attorney's office, a probation office, the chambers of one judge.</summary>
public sealed class Office
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }
}

/// <summary>Someone who signs in.</summary>
public sealed class Account
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What the account does in a case.</summary>
    public required Role Role { get; init; }

    /// <summary>The district, such as <c>TNE</c>; null for those who belong to none.</summary>
    public string? District { get; init; }

    /// <summary>The office with which it shares work product.</summary>
    public required Guid OfficeId { get; init; }

    /// <summary>The side on which it stands.</summary>
    public Side Side =>
        Role switch
        {
            Role.Defender => Side.Defense,
            Role.Prosecutor => Side.Government,
            Role.Probation => Side.Probation,
            Role.Judge or Role.Chambers or Role.Clerk => Side.Court,
            _ => Side.None,
        };
}

/// <summary>A person whose term may be reduced.</summary>
public sealed class Person
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The register number of the Bureau of Prisons (USM number), such as <c>12345-074</c>.</summary>
    public required string RegisterNumber { get; init; }

    /// <summary>The register number as far as it was given, to be shown.</summary>
    public string ShownNumber => Imports.ImportedIdentity.Told(RegisterNumber).Said;

    /// <summary>True for somebody who does not exist.</summary>
    public bool Synthetic { get; init; }

    /// <summary>
    /// True where another way to write the name can be of the same person, who has the same register number: <c>ALDER, Robin J.</c> and
    /// Robin Alder. Every word of the shorter name must be in the longer one; initials and marks do not count.
    /// </summary>
    public bool IsCalled(string name)
    {
        var (here, there) = (Words(Name), Words(name));
        return here.Count > 0 && there.Count > 0 ? here.IsSubsetOf(there) || there.IsSubsetOf(here) : Name == name;
    }

    private static HashSet<string> Words(string name) =>
        [
            .. string.Concat(name.ToUpperInvariant().Select(c => char.IsLetter(c) ? c : ' '))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(word => word.Length > 1),
        ];
}
