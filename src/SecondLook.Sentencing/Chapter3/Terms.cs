namespace SecondLook.Sentencing.Chapter3;

/// <summary>§3B1.1: aggravating role.</summary>
public sealed record AggravatingRole
{
    /// <summary>The levels that may be added.</summary>
    public required IReadOnlyList<int> Levels { get; init; }
}

/// <summary>§3B1.2: mitigating role.</summary>
public sealed record MitigatingRole
{
    /// <summary>The levels that may be added, negative.</summary>
    public required IReadOnlyList<int> Levels { get; init; }
}

/// <summary>§3C1.1: obstructing or impeding the administration of justice.</summary>
public sealed record Obstruction
{
    /// <summary>Levels added.</summary>
    public required int Levels { get; init; }
}

/// <summary>§3C1.2: reckless endangerment during flight.</summary>
public sealed record RecklessEndangerment
{
    /// <summary>Levels added.</summary>
    public required int Levels { get; init; }
}
