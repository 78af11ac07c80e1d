namespace SecondLook.Sentencing.Chapter4;

/// <summary>One row of the table of §4B1.1(b).</summary>
public sealed record CareerOffenderRow
{
    /// <summary>Months of the offense statutory maximum from which the row applies; null for life.</summary>
    public int? MaximumAtLeast { get; init; }

    /// <summary>The level.</summary>
    public required int Level { get; init; }

    /// <summary>True where the maximum must exceed <see cref="MaximumAtLeast"/>.</summary>
    public bool Exceeding { get; init; }
}

/// <summary>§4B1.1(b): career offender levels by offense statutory maximum.</summary>
public sealed record CareerOffenderLevels
{
    /// <summary>The rows, from the highest.</summary>
    public required IReadOnlyList<CareerOffenderRow> Rows { get; init; }

    /// <summary>§4B1.1(a)(3): the fewest prior convictions, each counted separately under §4A1.1(a) to (c) (§4B1.2(c)).</summary>
    public required int PriorConvictions { get; init; }

    /// <summary>The category of a career offender in every case.</summary>
    public required int Category { get; init; }
}
