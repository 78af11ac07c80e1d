namespace SecondLook.Docket.Cases;

/// <summary>
/// Takes a criminal case into the caseload of an office. Where another office has it already it is the same case, and neither
/// office is told of the other.
/// </summary>
public sealed record OpenCase
{
    /// <summary>The key of the act.</summary>
    public required Guid Id { get; init; }

    /// <summary>The account that acts.</summary>
    public required Guid By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The district, such as <c>TNE</c>.</summary>
    public required string District { get; init; }

    /// <summary>The number of the case, such as <c>1:13-cr-00417</c>.</summary>
    public required string DocketNumber { get; init; }

    /// <summary>The number of the defendant in it, from 1.</summary>
    public required int Defendant { get; init; }

    /// <summary>The name of the person.</summary>
    public required string Name { get; init; }

    /// <summary>The register number.</summary>
    public required string RegisterNumber { get; init; }

    /// <summary>True for somebody who does not exist.</summary>
    public bool Synthetic { get; init; }
}
