namespace SecondLook.Sentencing.Chapter4;

/// <summary>One row of the table of §4B1.1(c)(3).</summary>
public sealed record CareerOffenderFirearmRange
{
    /// <summary>Levels under §3E1.1, negative; zero for none.</summary>
    public required int Acceptance { get; init; }

    /// <summary>The minimum in months.</summary>
    public required int Minimum { get; init; }

    /// <summary>The maximum in months; null for life.</summary>
    public int? Maximum { get; init; }

    /// <summary>As the Manual prints it.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Minimum}-{(object?)Maximum ?? "life"}");
}

/// <summary>
/// §4B1.1(c): the range of a career offender with a count under 18 U.S.C. 924(c) or 929(a) is this one or, where its minimum is higher, the
/// range of the other counts with the consecutive minimum added at both ends.
/// </summary>
public sealed record CareerOffenderFirearmRanges
{
    /// <summary>The statutes of such counts.</summary>
    public required IReadOnlyList<string> Statutes { get; init; }

    /// <summary>The ranges by acceptance of responsibility.</summary>
    public required IReadOnlyList<CareerOffenderFirearmRange> Ranges { get; init; }
}
