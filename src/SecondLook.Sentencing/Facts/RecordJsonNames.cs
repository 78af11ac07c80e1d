namespace SecondLook.Sentencing.Facts;

/// <summary>The words of the record: what the values of its fields may be called, for the reader and for the writer.</summary>
public static class RecordJsonNames
{
    /// <summary>Where a base offense level came from.</summary>
    public static readonly (string Name, BaseLevelSource Value)[] BaseLevelSources =
    [
        ("drug-quantity", BaseLevelSource.DrugQuantity),
        ("stipulated-quantity", BaseLevelSource.StipulatedQuantity),
        ("borrowed", BaseLevelSource.Borrowed),
        ("death-or-injury", BaseLevelSource.DeathOrInjury),
        ("cross-reference", BaseLevelSource.CrossReference),
        ("stipulated-level", BaseLevelSource.StipulatedLevel),
        ("other-guideline", BaseLevelSource.OtherGuideline),
    ];

    /// <summary>What lifted a statutory minimum.</summary>
    public static readonly (string Name, MinimumRelief Value)[] Reliefs =
    [
        ("none", MinimumRelief.None),
        ("safety-valve", MinimumRelief.SafetyValve),
        ("substantial-assistance", MinimumRelief.SubstantialAssistance),
        ("both", MinimumRelief.Both),
    ];

    /// <summary>Why a term is below the range.</summary>
    public static readonly (string Name, BelowRangeBasis Value)[] BelowRangeBases =
    [
        ("substantial-assistance", BelowRangeBasis.SubstantialAssistance),
        ("fast-track", BelowRangeBasis.FastTrack),
        ("criminal-history", BelowRangeBasis.CriminalHistory),
        ("variance", BelowRangeBasis.Variance),
        ("5G1.3(b)", BelowRangeBasis.UndischargedTerm),
        ("other", BelowRangeBasis.Other),
    ];

    /// <summary>The criminal history categories.</summary>
    public static readonly (string Name, int Value)[] Categories = [("I", 1), ("II", 2), ("III", 3), ("IV", 4), ("V", 5), ("VI", 6)];

    /// <summary>How terms run.</summary>
    public static readonly string[] Relations = ["concurrent", "consecutive"];

    /// <summary>Where a person serves.</summary>
    public static readonly string[] Placements = ["institution", "halfway-house", "home"];

    /// <summary>What became of a fact in court.</summary>
    public static readonly string[] FactStatuses = ["adopted", "overruled-objection", "stipulated", "jury", "unresolved"];

    /// <summary>The name of a value.</summary>
    public static string Of<T>((string Name, T Value)[] names, T value)
        where T : struct => names.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Name;
}
