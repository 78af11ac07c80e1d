using SecondLook.Sentencing.Findings;

namespace SecondLook.Tests.SecondOpinion;

internal sealed record Held(string Substance, decimal Amount)
{
    /// <summary>Doses of LSD on a carrier medium; before November 1993 the amount is the weight with it.</summary>
    public int? Doses { get; init; }

    /// <summary>The weight of the oxycodone itself, where the amount is that of the pills.</summary>
    public decimal? Actual { get; init; }
}

/// <summary>A count of conviction: a quantity, a paragraph, or the limits of the count.</summary>
internal sealed record Charge(string Statute, int Priors)
{
    public char? Paragraph { get; init; }
    public string? Substance { get; init; }
    public decimal Amount { get; init; }
    public Term? Stated { get; init; }
}

internal enum Lifted
{
    No,
    ByValve,
    ByAssistance,
    ByBoth,
}

internal enum CutFor
{
    Nothing,
    Assistance,
    FastTrack,
    History,
    Variance,
    Other,
}

/// <summary>All that a court found about one person, in the words of this opinion.</summary>
internal sealed record Person
{
    public required DateOnly Manual { get; init; }
    public required DateOnly Order { get; init; }
    public required IReadOnlyList<Held> Drugs { get; init; }

    /// <summary>How another guideline takes its level from §2D1.1; null for §2D1.1 itself.</summary>
    public Way? Way { get; init; }

    /// <summary>The specific offense characteristic of that other guideline.</summary>
    public Characteristic? Own { get; init; }

    /// <summary>The levels of the other groups of counts (§3D1.4).</summary>
    public IReadOnlyList<int> Others { get; init; } = [];

    /// <summary>Specific offense characteristics of §2D1.1 but the safety valve.</summary>
    public IReadOnlyList<Characteristic> Characteristics { get; init; } = [];

    /// <summary>Whether §5C1.2 is met.</summary>
    public bool Valve { get; init; }

    /// <summary>§3B1.1 where above zero, §3B1.2 where below.</summary>
    public int Role { get; init; }

    public int Obstruction { get; init; }

    /// <summary>Levels taken off for acceptance: 0, 2 or 3.</summary>
    public int Acceptance { get; init; }

    /// <summary>Points but those for status and recency.</summary>
    public int OtherPoints { get; init; }

    public int Status { get; init; }
    public int Recency { get; init; }

    /// <summary>A paragraph of §4C1.1(a) that excludes.</summary>
    public string? Excluded { get; init; }

    /// <summary>The level of §4B1.1(b) of a career offender.</summary>
    public int? Career { get; init; }

    /// <summary>A term under 18 U.S.C. 924(c): whether it is for the drug offense; null where there is none.</summary>
    public bool? Gun { get; init; }

    /// <summary>The counts from which the limits follow; empty where the limits are stated.</summary>
    public IReadOnlyList<Charge> Charges { get; init; } = [];

    public int Minimum { get; init; }
    public int Maximum { get; init; } = Term.Life;
    public Lifted Lifted { get; init; }
    public int? Imposed { get; init; }
    public CutFor Cut { get; init; }

    /// <summary>Where another ground took its part beside assistance: percent for assistance, and percent for a variance.</summary>
    public (int Assistance, int Variance)? Parts { get; init; }

    /// <summary>A reduction before this one: when, by which amendment, and to how many months.</summary>
    public (DateOnly On, string Amendment, int Months)? Earlier { get; init; }

    /// <summary>Months served on the day of the order.</summary>
    public int? Served { get; init; }

    public int Points => OtherPoints + Status + Recency;

    public bool IsChemical => DrugLevel.IsChemical(Drugs[0].Substance);
}

/// <summary>One computation of the range, step by step.</summary>
internal sealed record Side
{
    public required int Quantity { get; init; }
    public required int Base { get; init; }

    /// <summary>After specific offense characteristics and Chapter Three, Parts A to C.</summary>
    public required int Group { get; init; }

    /// <summary>With the other groups of counts, before acceptance.</summary>
    public required int Adjusted { get; init; }

    /// <summary>After the comparison of §4B1.1(b).</summary>
    public required int Compared { get; init; }

    /// <summary>After acceptance and the floor of §5C1.2(b).</summary>
    public required int Accepted { get; init; }

    /// <summary>After §4C1.1.</summary>
    public required int Total { get; init; }
    public required int Points { get; init; }
    public required int Category { get; init; }
    public required Term Table { get; init; }
    public required Term Range { get; init; }

    /// <summary>True where what Amendment 782 makes of the row is not settled by its text.</summary>
    public bool Open { get; init; }
}

/// <summary>The answer: what it must be, and the reasons of which any may be the code.</summary>
internal sealed record Opinion(Outcome Outcome, IReadOnlyList<ReasonCode> Reasons, Side Original, Side? Amended)
{
    /// <summary>The range last determined, where it was determined again before.</summary>
    public Side? Current { get; init; }
    public int? Lowest { get; init; }
    public LowestTermBasis? Basis { get; init; }
}
