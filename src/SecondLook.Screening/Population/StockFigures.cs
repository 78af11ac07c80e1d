namespace SecondLook.Screening.Population;

/// <summary>Something with a source.</summary>
public abstract class Cited
{
    /// <summary>Where the figures come from; says so where it is an assumption.</summary>
    public required string Source { get; init; }
}

/// <summary>A number.</summary>
public sealed class CitedNumber : Cited
{
    /// <summary>The number.</summary>
    public required int Value { get; init; }
}

/// <summary>Weights by name.</summary>
public sealed class CitedWeights : Cited
{
    /// <summary>The weights.</summary>
    public required Dictionary<string, int> Weights { get; init; }
}

/// <summary>Weights of fiscal years.</summary>
public sealed class SentencedByYear : Cited
{
    /// <summary>Weights by fiscal year; those between lie on a straight line.</summary>
    public required SortedDictionary<int, int> Years { get; init; }
}

/// <summary>Levels by drug.</summary>
public sealed class LevelsByDrug : Cited
{
    /// <summary>A day on which the table with these levels was in force.</summary>
    public required DateOnly TableOf { get; init; }

    /// <summary>Above the highest line quantities go up to so many times its threshold.</summary>
    public required int TopMultiple { get; init; }

    /// <summary>Drug to level to cases.</summary>
    public required Dictionary<string, SortedDictionary<int, int>> ByDrug { get; init; }
}

/// <summary>Categories by drug.</summary>
public sealed class CategoriesByDrug : Cited
{
    /// <summary>Drug to category to cases.</summary>
    public required Dictionary<string, SortedDictionary<int, int>> ByDrug { get; init; }
}

/// <summary>Shares of what else a record says of criminal history.</summary>
public sealed class HistoryShares : Cited
{
    /// <summary>Category I without points.</summary>
    public required decimal NoPoints { get; init; }

    /// <summary>Higher categories with status points.</summary>
    public required decimal StatusPoints { get; init; }

    /// <summary>Category VI as career offenders.</summary>
    public required decimal CareerOffenders { get; init; }

    /// <summary>The most points.</summary>
    public required int HighestPoints { get; init; }
}

/// <summary>Adjustments that go together.</summary>
public sealed class AdjustmentCases : Cited
{
    /// <summary>The combinations.</summary>
    public required List<AdjustmentCase> Cases { get; init; }
}

/// <summary>One combination of adjustments, in levels.</summary>
public sealed class AdjustmentCase
{
    /// <summary>The weapon enhancement.</summary>
    public required int Weapon { get; init; }

    /// <summary>§3B1.1 where positive, §3B1.2 where negative.</summary>
    public required int Role { get; init; }

    /// <summary>§3C1.1.</summary>
    public required int Obstruction { get; init; }

    /// <summary>§3E1.1.</summary>
    public required int Acceptance { get; init; }

    /// <summary>How many cases had it.</summary>
    public required int Cases { get; init; }
}

/// <summary>Minimums by level.</summary>
public sealed class MinimumsByLevel : Cited
{
    /// <summary>Level to cases.</summary>
    public required SortedDictionary<int, MinimumCases> ByLevel { get; init; }
}

/// <summary>Cases by their minimum.</summary>
public sealed class MinimumCases
{
    /// <summary>Without one.</summary>
    public required int None { get; init; }

    /// <summary>Five years.</summary>
    public required int Five { get; init; }

    /// <summary>Ten years or more.</summary>
    public required int Ten { get; init; }
}

/// <summary>Shares of relief.</summary>
public sealed class ReliefShares : Cited
{
    /// <summary>The safety valve, of those to whom it was open.</summary>
    public required decimal SafetyValve { get; init; }

    /// <summary>Substantial assistance, of those under a minimum.</summary>
    public required decimal SubstantialAssistance { get; init; }
}

/// <summary>Where terms lie.</summary>
public sealed class TermShares : Cited
{
    /// <summary>Substantial assistance, of those without a minimum.</summary>
    public required decimal AssistanceWithoutMinimum { get; init; }

    /// <summary>The median cut for it.</summary>
    public required decimal AssistanceCut { get; init; }

    /// <summary>The day from which there are variances.</summary>
    public required DateOnly VariancesFrom { get; init; }

    /// <summary>Weights since that day.</summary>
    public required PositionWeights Since { get; init; }

    /// <summary>Weights before it.</summary>
    public required PositionWeights Before { get; init; }

    /// <summary>The median cut on a motion of the government.</summary>
    public required decimal GovernmentCut { get; init; }

    /// <summary>The median cut without one.</summary>
    public required decimal BelowCut { get; init; }

    /// <summary>How far above the range, at most.</summary>
    public required decimal AboveBy { get; init; }

    /// <summary>Terms within the range that lie at its minimum.</summary>
    public required decimal AtTheMinimum { get; init; }
}

/// <summary>Weights of where a term lies, without assistance.</summary>
public sealed class PositionWeights
{
    /// <summary>Within the range.</summary>
    public required int Within { get; init; }

    /// <summary>Above it.</summary>
    public required int Above { get; init; }

    /// <summary>Below, on a motion of the government.</summary>
    public required int Government { get; init; }

    /// <summary>Below otherwise.</summary>
    public required int Below { get; init; }
}

/// <summary>Days of prior custody credit, drawn evenly.</summary>
public sealed class CustodyDays : Cited
{
    /// <summary>From and to.</summary>
    public required DaySpan CreditDays { get; init; }
}

/// <summary>A span of days.</summary>
public sealed class DaySpan
{
    /// <summary>The fewest.</summary>
    public required int From { get; init; }

    /// <summary>The most.</summary>
    public required int To { get; init; }
}

/// <summary>Shares of citizenship.</summary>
public sealed class CitizenshipShares : Cited
{
    /// <summary>Those who are not citizens.</summary>
    public required decimal NotCitizens { get; init; }

    /// <summary>Of them, those with a detainer.</summary>
    public required decimal Detainer { get; init; }
}
