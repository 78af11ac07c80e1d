using System.Collections.Immutable;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Reductions;

/// <summary>What one missing fact is taken to be in one reading.</summary>
/// <param name="Fact">The record path of the missing fact.</param>
/// <param name="Is">What it is taken to be, in words.</param>
public readonly record struct Choice(string Fact, string Is);

/// <summary>The statutory limits of one reading.</summary>
public readonly record struct Limits(Months Minimum, Months Maximum, MinimumRelief Relief)
{
    /// <summary>Months of counts that are apart (§5G1.2(a)) and that the record does not list as consecutive terms.</summary>
    public int MonthsApart { get; init; }

    /// <summary>True where the safety valve lifted the minimum.</summary>
    public bool SafetyValve => Relief is MinimumRelief.SafetyValve or MinimumRelief.Both;

    /// <summary>True where the government moved under 18 U.S.C. 3553(e) to go below the minimum.</summary>
    public bool GovernmentMotion => Relief is MinimumRelief.SubstantialAssistance or MinimumRelief.Both;

    /// <summary>The minimum that binds the range: none where the safety valve lifted it.</summary>
    public Months Binding => SafetyValve ? default : Minimum;
}

/// <summary>The levels of one reading at each stage of the law.</summary>
/// <param name="Stages">Levels under the Manual used, then after each covered amendment.</param>
/// <param name="FromTable">Whether the base level came from the Drug Quantity Table.</param>
/// <param name="Career">Whether §4B1.1 was applied, which makes the category VI.</param>
/// <param name="Residual">Levels by which the court's total differs from the sum of its parts; carried through every stage.</param>
/// <param name="Quantity">The reading of the drug facts; null where they play no part.</param>
public sealed record LevelReading(ImmutableArray<Levels> Stages, bool FromTable, bool Career, int Residual, QuantityReading? Quantity)
{
    /// <summary>How the base level was taken from §2D1.1 through another guideline; null where it was not.</summary>
    public Borrowing? Borrowed { get; init; }

    /// <summary>What was taken for missing facts.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];
}

/// <summary>The criminal history of one reading at one stage of the law.</summary>
/// <param name="Category">The category, 1 to 6.</param>
/// <param name="Points">All points; null where they play no part.</param>
/// <param name="ZeroPoint">Levels under §4C1.1, negative; zero where it does not apply.</param>
public readonly record struct HistoryStage(int Category, int? Points, int ZeroPoint);

/// <summary>The criminal history of one reading at each stage of the law.</summary>
/// <param name="Stages">The history under the Manual used, then after each covered amendment.</param>
/// <param name="Excluded">Whether a person without points is excluded from §4C1.1.</param>
public sealed record HistoryReading(ImmutableArray<HistoryStage> Stages, bool Excluded)
{
    /// <summary>What was taken for missing facts.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];
}

/// <summary>One complete reading of a record: nothing in it is unknown.</summary>
public sealed record Reading(LawStages Law, LevelReading Level, HistoryReading History, Limits Limits)
{
    /// <summary>Whether the term was below the range on a government motion for substantial assistance.</summary>
    public bool SubstantialAssistance { get; init; }

    /// <summary>Whether the offense is under a guideline that has nothing to do with §2D1.1.</summary>
    public bool OtherGuideline { get; init; }

    /// <summary>The substances of the offense, as the table knows them; empty where the record names none.</summary>
    public IReadOnlyList<string> Substances { get; init; } = [];

    /// <summary>The day of the order; the first it may be where it is known less precisely.</summary>
    public DateOnly OrderedOn { get; init; }

    /// <summary>The last day on which the person may have been sentenced.</summary>
    public DateOnly SentencedBy { get; init; }

    /// <summary>Whether the term was reduced on the government's motion under Fed. R. Crim. P. 35(b).</summary>
    public bool Rule35 { get; init; }

    /// <summary>Whether the court could go below the minimum on the government's motion: 18 U.S.C. 3553(e) or Rule 35(b) (§1B1.10 n.3).</summary>
    public bool GovernmentMotion => Limits.GovernmentMotion || Rule35;

    /// <summary>Whether a Type-C agreement used a range; null where the plea was of another kind.</summary>
    public bool? TypeCUsedRange { get; init; }

    /// <summary>What was taken for missing facts.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];
}
