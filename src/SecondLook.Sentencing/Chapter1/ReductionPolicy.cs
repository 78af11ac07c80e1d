namespace SecondLook.Sentencing.Chapter1;

/// <summary>When a term below the amended range may be ordered (§1B1.10(b)(2)(B)).</summary>
public enum ComparableReductionRule
{
    /// <summary>Until 2008: for any downward departure, as the court considers appropriate.</summary>
    AnyDeparture,

    /// <summary>2008 to 2011: for a departure of any kind; after a variance a further reduction generally would not be appropriate.</summary>
    DepartureNotVariance,

    /// <summary>From 2011: only where the term was below the range on a government motion for substantial assistance.</summary>
    SubstantialAssistanceOnly,
}

/// <summary>§1B1.10: reduction in term of imprisonment as a result of an amended guideline range, as in force on the order date (n.8).</summary>
public sealed record ReductionPolicy
{
    /// <summary>(b)(2)(A): whether the term may not be less than the minimum of the amended range.</summary>
    public required bool FloorAtAmendedMinimum { get; init; }

    /// <summary>(b)(2)(B): when a comparable reduction is allowed.</summary>
    public required ComparableReductionRule Comparable { get; init; }

    /// <summary>(c): whether the amended range is taken without §5G1.1 and §5G1.2 after a government motion for substantial assistance.</summary>
    public required bool UnrestrictedRangeAfterSubstantialAssistance { get; init; }

    /// <summary>Where each of its rules stands.</summary>
    public required PolicySubsections Subsections { get; init; }
}

/// <summary>The subsections of one version of §1B1.10, as they follow its number in a citation.</summary>
public sealed record PolicySubsections
{
    /// <summary>The list of covered amendments.</summary>
    public required string Covered { get; init; }

    /// <summary>That the amendment must have the effect of lowering the range.</summary>
    public required string Lowered { get; init; }

    /// <summary>That all other guideline application decisions stay as they were.</summary>
    public required string Decisions { get; init; }

    /// <summary>How far the term may fall.</summary>
    public required string Floor { get; init; }

    /// <summary>The comparable reduction.</summary>
    public required string Comparable { get; init; }

    /// <summary>That the term may not fall below the time served.</summary>
    public required string Served { get; init; }

    /// <summary>The range without §5G1.1 and §5G1.2; null where the version has no such rule.</summary>
    public string? Unrestricted { get; init; }
}

/// <summary>§1B1.11: the Manual to be used.</summary>
public sealed record OneBook;

/// <summary>
/// §1B1.1: where it sends the court to the particular guideline of Chapter Two and to Part B of Chapter Four, for what has no file of its
/// own here. It fixes no numbers.
/// </summary>
public sealed record ApplicationInstructions
{
    /// <summary>The paragraph on specific offense characteristics in the particular guideline of Chapter Two.</summary>
    public required string ChapterTwo { get; init; }

    /// <summary>The paragraph on the adjustments of Part B of Chapter Four.</summary>
    public required string ChapterFour { get; init; }

    /// <summary>The paragraph that applies a rule, and the rule: <c>(a)(2), §2B1.1(b)(1)(D)</c>.</summary>
    public string Applying(string rule) => $"{(rule.StartsWith('4') ? ChapterFour : ChapterTwo)}, §{rule}";
}
