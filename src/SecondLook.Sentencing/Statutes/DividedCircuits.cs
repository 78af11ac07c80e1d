namespace SecondLook.Sentencing.Statutes;

/// <summary>28 U.S.C. 41: the circuits and their districts.</summary>
public sealed record Circuits
{
    /// <summary>Every circuit.</summary>
    public required IReadOnlyList<Circuit> All { get; init; }

    /// <summary>The circuit of a district such as <c>TNE</c>; null where it is not known.</summary>
    public string? Of(string? district) =>
        district is null
            ? null
            : (
                All.FirstOrDefault(c => c.Districts.Contains(district, StringComparer.Ordinal))
                ?? All.FirstOrDefault(c => c.HasStateOf(district))
            )?.Name;
}

/// <summary>One circuit.</summary>
public sealed record Circuit
{
    /// <summary>Its name, such as <c>2d</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its districts, a state for all of its own.</summary>
    public required IReadOnlyList<string> Districts { get; init; }

    /// <summary>Whether a district, such as <c>TNE</c>, is one of a state of the circuit.</summary>
    public bool HasStateOf(string district) => district.Length == 3 && Districts.Contains(district[..2], StringComparer.Ordinal);
}

/// <summary>On what the courts of appeals were divided.</summary>
public enum CircuitQuestion
{
    /// <summary>Whether a departure under §4A1.3 comes before the applicable range.</summary>
    DepartureBeforeRange,

    /// <summary>Whether a sentence under an agreement of Type C was based on a range at all.</summary>
    RangeBehindAgreement,

    /// <summary>Whether a minimum below the original range restricts the amended one where the government moved to go below it.</summary>
    MinimumBelowOriginalRange,

    /// <summary>The same where the range of the table was, at least in part, below the minimum.</summary>
    MinimumInOriginalRange,

    /// <summary>Whether a sentence below a minimum that had displaced the range was based on the range.</summary>
    DisplacedRange,
}

/// <summary>A question on which the courts of appeals were divided, and how they held as far as that is known.</summary>
public sealed record CircuitDivision
{
    /// <summary>The question.</summary>
    public required CircuitQuestion Question { get; init; }

    /// <summary>The circuits that held so.</summary>
    public IReadOnlyList<string> Held { get; init; } = [];

    /// <summary>The circuits that held otherwise.</summary>
    public IReadOnlyList<string> Otherwise { get; init; } = [];

    /// <summary>How the text of the Commission in force answers it where a circuit's holding is not known; null where the text does not.</summary>
    public bool? ByText { get; init; }
}

/// <summary>The questions on which the courts of appeals were divided on the day of an order.</summary>
public sealed record DividedCircuits
{
    /// <summary>The questions; none where all are decided.</summary>
    public required IReadOnlyList<CircuitDivision> Questions { get; init; }
}
