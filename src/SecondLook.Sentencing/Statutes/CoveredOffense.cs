namespace SecondLook.Sentencing.Statutes;

/// <summary>What courts held, from a date on, of offenses whose penalties do not depend on the quantity of cocaine base.</summary>
public enum UnchangedPenaltiesRule
{
    /// <summary>Circuits split.</summary>
    Split,

    /// <summary>Terry: they are not covered.</summary>
    Excluded,
}

/// <summary>What courts held, from a date on, of changes of law and fact other than the Fair Sentencing Act.</summary>
public enum OtherChangesRule
{
    /// <summary>Circuits split.</summary>
    Split,

    /// <summary>Concepcion: the court may consider them.</summary>
    Considered,
}

/// <summary>Section 404 of the First Step Act: the offenses it covers, and what bars a motion.</summary>
public sealed record CoveredOffense
{
    /// <summary>The paragraphs whose penalties section 2 of the Fair Sentencing Act modified, such as <c>21 USC 841(b)(1)(A)(iii)</c>.</summary>
    public required IReadOnlyList<string> Paragraphs { get; init; }

    /// <summary>The sections on simple possession that section 3 of that Act modified; whom the change reached is not keyed.</summary>
    public required IReadOnlyList<string> Possession { get; init; }

    /// <summary>The substance of which those paragraphs speak.</summary>
    public required string Substance { get; init; }

    /// <summary>The day before which the offense must have been committed, and from which the Act's quantities apply.</summary>
    public required DateOnly CommittedBefore { get; init; }

    /// <summary>The day from which every sentence is by the Act's quantities, whenever the offense was committed (Dorsey).</summary>
    public required DateOnly SameQuantitiesFrom { get; init; }

    /// <summary>Offenses whose penalties the Act left as they were.</summary>
    public required UnchangedPenaltiesRule UnchangedPenalties { get; init; }

    /// <summary>Other changes of law and fact.</summary>
    public required OtherChangesRule OtherChanges { get; init; }

    /// <summary>The decisions that settle, or would settle, what the section leaves open.</summary>
    public required CoveredOffenseDecisions Decisions { get; init; }

    /// <summary>The subsections, as they follow the number of the section in a citation.</summary>
    public required CoveredOffenseSubsections Subsections { get; init; }
}

/// <summary>The subsections of section 404.</summary>
public sealed record CoveredOffenseSubsections
{
    /// <summary>What a covered offense is.</summary>
    public required string Offense { get; init; }

    /// <summary>What the court may do.</summary>
    public required string Reduction { get; init; }

    /// <summary>What bars a motion.</summary>
    public required string Limits { get; init; }
}

/// <summary>Decisions on section 404, as they are cited.</summary>
public sealed record CoveredOffenseDecisions
{
    /// <summary>That sentences imposed after the Fair Sentencing Act are by its quantities.</summary>
    public required string SameQuantities { get; init; }

    /// <summary>That an offense whose penalties do not depend on the quantity is not covered.</summary>
    public required string UnchangedPenalties { get; init; }

    /// <summary>That the court may consider other changes of law and fact.</summary>
    public required string OtherChanges { get; init; }

    /// <summary>One that holds the court to the quantity found, where others look to the quantity charged.</summary>
    public required string QuantityFound { get; init; }

    /// <summary>One that holds a term already served beyond reach.</summary>
    public required string TermServed { get; init; }
}
