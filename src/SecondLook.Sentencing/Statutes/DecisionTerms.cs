namespace SecondLook.Sentencing.Statutes;

/// <summary>What courts held, from a date on, of a sentence below a minimum that had displaced the range.</summary>
public enum DisplacedRangeRule
{
    /// <summary>Circuits split: both readings are computed and named.</summary>
    Split,

    /// <summary>Koons: the sentence was not based on the range.</summary>
    NotBasedOnRange,

    /// <summary>The policy statement's ordinary rules decide.</summary>
    Ordinary,
}

/// <summary>Decisions on a mandatory minimum that displaced the range, with substantial assistance.</summary>
public sealed record DisplacedRangeDecision
{
    /// <summary>The rule in force.</summary>
    public required DisplacedRangeRule Rule { get; init; }
}

/// <summary>What courts held, from a date on, of a sentence under Fed. R. Crim. P. 11(c)(1)(C).</summary>
public enum TypeCPleaRule
{
    /// <summary>Before Freeman: circuits split.</summary>
    Split,

    /// <summary>Freeman (concurrence): only where the agreement used a range.</summary>
    OnlyIfAgreementUsedRange,

    /// <summary>Hughes: based on the range unless the record clearly shows otherwise.</summary>
    UnlessClearlyOtherwise,
}

/// <summary>Decisions on Type-C pleas.</summary>
public sealed record TypeCPleaDecision
{
    /// <summary>The rule in force.</summary>
    public required TypeCPleaRule Rule { get; init; }
}
