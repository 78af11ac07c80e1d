namespace SecondLook.Sentencing.Chapter3;

/// <summary>§3E1.1: acceptance of responsibility.</summary>
public sealed record AcceptanceOfResponsibility
{
    /// <summary>Levels taken off under (a), as a negative number.</summary>
    public required int Levels { get; init; }

    /// <summary>The further level under (b), as a negative number; zero where the edition has none.</summary>
    public int Additional { get; init; }

    /// <summary>The level before (a) from which (b) applies.</summary>
    public int AdditionalFromLevel { get; init; }
}
