using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Chapter2;

/// <summary>A level below or above which a base offense level may not lie.</summary>
public sealed record LevelBound
{
    /// <summary>Where it is written, such as <c>(a)(3)</c>, without the section.</summary>
    public required string Paragraph { get; init; }

    /// <summary>The level.</summary>
    public required int Level { get; init; }
}

/// <summary>One way in which a guideline takes its base offense level from §2D1.1.</summary>
public sealed record BorrowedAlternative
{
    /// <summary>Where it is written, such as <c>(a)(1)</c>, without the section; empty where the guideline has no subsections.</summary>
    public string Paragraph { get; init; } = "";

    /// <summary>Levels added to the level of §2D1.1, negative where subtracted.</summary>
    public int Add { get; init; }

    /// <summary>Levels that <c>(a)(1)</c> adds to the level of a part of the quantity, where this alternative is for the whole of it.</summary>
    public int? Part { get; init; }

    /// <summary>Whether the Drug Quantity Table alone is referred to, without the rest of §2D1.1 (§1B1.5(b)(2)).</summary>
    public bool OnlyTable { get; init; }

    /// <summary>Whether the cap of §2D1.1(a)(5) for a mitigating role comes along; null where the text does not say.</summary>
    public bool? MitigatingRoleCap { get; init; }

    /// <summary>The levels below which the result may not lie: one of them, where the facts decide which.</summary>
    public IReadOnlyList<LevelBound> NotLessThan { get; init; } = [];

    /// <summary>The levels above which the result may not lie: one of them, where the facts decide which.</summary>
    public IReadOnlyList<LevelBound> NotMoreThan { get; init; } = [];
}

/// <summary>§1B1.5: a guideline that takes its base offense level from §2D1.1, with its own additions, caps and floors.</summary>
public abstract record BorrowedLevel
{
    /// <summary>The ways in which it does so.</summary>
    public required IReadOnlyList<BorrowedAlternative> Alternatives { get; init; }

    /// <summary>Paragraphs that apply only where the base offense level has nothing to do with §2D1.1; empty where it always has.</summary>
    public IReadOnlyList<string> Otherwise { get; init; } = [];

    /// <summary>Whether the underlying offense may be one that has nothing to do with controlled substances.</summary>
    public bool AnyOffense { get; init; }

    /// <summary>The guideline's own specific offense characteristics, which come after the level that it takes.</summary>
    public IReadOnlyList<OffenseCharacteristic> Characteristics { get; init; } = [];
}

/// <summary>§2D1.2: drug offenses near protected locations or involving underage or pregnant individuals.</summary>
public sealed record ProtectedLocations : BorrowedLevel;

/// <summary>§2D1.4, until 1992: attempts and conspiracies.</summary>
public sealed record DrugConspiracies : BorrowedLevel;

/// <summary>§2D1.5: continuing criminal enterprise.</summary>
public sealed record ContinuingCriminalEnterprise : BorrowedLevel;

/// <summary>§2D1.6: use of a communication facility in committing a drug offense.</summary>
public sealed record CommunicationFacility : BorrowedLevel;

/// <summary>§2D1.7: drug paraphernalia.</summary>
public sealed record DrugParaphernalia : BorrowedLevel;

/// <summary>§2D1.8: renting or managing a drug establishment.</summary>
public sealed record DrugEstablishment : BorrowedLevel;

/// <summary>§2D1.10: endangering human life while manufacturing a controlled substance.</summary>
public sealed record EndangeringHumanLife : BorrowedLevel;

/// <summary>§2D1.14: narco-terrorism.</summary>
public sealed record NarcoTerrorism : BorrowedLevel;

/// <summary>§2S1.1: money laundering.</summary>
public sealed record MoneyLaundering : BorrowedLevel;

/// <summary>§2X1.1: attempt, solicitation or conspiracy.</summary>
public sealed record AttemptSolicitationConspiracy : BorrowedLevel;

/// <summary>§2X2.1: aiding and abetting.</summary>
public sealed record AidingAndAbetting : BorrowedLevel;

/// <summary>§2X3.1: accessory after the fact.</summary>
public sealed record AccessoryAfterTheFact : BorrowedLevel;

/// <summary>§2X4.1: misprision of felony.</summary>
public sealed record MisprisionOfFelony : BorrowedLevel;

/// <summary>The guidelines that take a level from §2D1.1, by their numbers.</summary>
public static class BorrowedLevels
{
    private static readonly Dictionary<string, Func<Manual, Provision?>> Known = new(StringComparer.Ordinal)
    {
        ["2D1.2"] = m => m.Find<ProtectedLocations>(),
        ["2D1.4"] = m => m.Find<DrugConspiracies>(),
        ["2D1.5"] = m => m.Find<ContinuingCriminalEnterprise>(),
        ["2D1.6"] = m => m.Find<CommunicationFacility>(),
        ["2D1.7"] = m => m.Find<DrugParaphernalia>(),
        ["2D1.8"] = m => m.Find<DrugEstablishment>(),
        ["2D1.10"] = m => m.Find<EndangeringHumanLife>(),
        ["2D1.14"] = m => m.Find<NarcoTerrorism>(),
        ["2S1.1"] = m => m.Find<MoneyLaundering>(),
        ["2X1.1"] = m => m.Find<AttemptSolicitationConspiracy>(),
        ["2X2.1"] = m => m.Find<AidingAndAbetting>(),
        ["2X3.1"] = m => m.Find<AccessoryAfterTheFact>(),
        ["2X4.1"] = m => m.Find<MisprisionOfFelony>(),
    };

    /// <summary>Their numbers, such as <c>2D1.5</c>.</summary>
    public static IEnumerable<string> Guidelines => Known.Keys;

    /// <summary>Whether some edition of this guideline takes its level from §2D1.1.</summary>
    public static bool Has(string guideline) => Known.ContainsKey(guideline);

    /// <summary>The version in force; null where this edition of the guideline does not refer to §2D1.1.</summary>
    public static Provision? Find(Manual manual, string guideline) => Known.GetValueOrDefault(guideline)?.Invoke(manual);
}
