namespace SecondLook.Sentencing.Law;

/// <summary>
/// The records that an amendment which is not computed can reach: all of the conditions hold. What a record does not say counts as if it
/// held the condition; a condition that is left out holds for every record.
/// </summary>
public sealed record AmendmentReach
{
    /// <summary>The first Manual that has the text which the amendment strikes; null where every Manual before it has.</summary>
    public DateOnly? ManualFrom { get; init; }

    /// <summary>Offense guidelines, such as <c>2F1.1</c>; §2D1.1 where the record names none.</summary>
    public IReadOnlyList<string> Guidelines { get; init; } = [];

    /// <summary>Offense guidelines under which it cannot matter.</summary>
    public IReadOnlyList<string> OtherThan { get; init; } = [];

    /// <summary>Rules, one of which the court applied, by the beginning of their number: <c>3A1.1</c>.</summary>
    public IReadOnlyList<string> Applied { get; init; } = [];

    /// <summary>Rules, none of which the court applied.</summary>
    public IReadOnlyList<string> NotApplied { get; init; } = [];

    /// <summary>The levels of the rules of <see cref="Applied"/> together are more than this.</summary>
    public int? AppliedMoreThan { get; init; }

    /// <summary>The base offense level is more than this.</summary>
    public int? BaseLevelMoreThan { get; init; }

    /// <summary>The base offense level is at most this.</summary>
    public int? BaseLevelAtMost { get; init; }

    /// <summary>Statutes, under one of which there is a count or a consecutive term; a term that a record does not mention is absent.</summary>
    public IReadOnlyList<string> Statutes { get; init; } = [];

    /// <summary>Statutes, under none of which there is a count.</summary>
    public IReadOnlyList<string> NoCountUnder { get; init; } = [];

    /// <summary>True: the record names the statute of a count; false: of none; null where it does not matter.</summary>
    public bool? CountsRecorded { get; init; }

    /// <summary>Substances, one of which the offense involved.</summary>
    public IReadOnlyList<string> Substances { get; init; } = [];

    /// <summary>Substances besides which the offense involved another.</summary>
    public IReadOnlyList<string> OtherSubstances { get; init; } = [];

    /// <summary>True where it may also raise the level of these records, whatever the amendment says of others.</summary>
    public bool MayRaise { get; init; }

    /// <summary>§4B1.1 was applied and makes the level or the category.</summary>
    public bool CareerOffender { get; init; }

    /// <summary>The adjustments are not recorded.</summary>
    public bool AdjustmentsUnknown { get; init; }

    /// <summary>
    /// The exceptional fact that a record would mention, in words; it is presumed to be absent, and the presumption is stated, unless the
    /// amendment is asked about.
    /// </summary>
    public string? Presumed { get; init; }
}
