namespace SecondLook.Sentencing.Chapter2;

/// <summary>
/// §2K2.4, comment. (n.4), until 2000 (n.2): a specific offense characteristic for a weapon is not applied to the underlying offense of a
/// count under these statutes, whose own term accounts for every weapon of that offense, relevant conduct included.
/// </summary>
public sealed record WeaponBesideFirearmCount
{
    /// <summary>The statutes of the counts that are sentenced under §2K2.4.</summary>
    public required IReadOnlyList<string> Statutes { get; init; }

    /// <summary>The keys of the characteristics of §2D1.1(b) that are not applied.</summary>
    public required IReadOnlyList<string> Characteristics { get; init; }
}
