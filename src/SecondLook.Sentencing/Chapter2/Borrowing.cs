using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Chapter2;

/// <summary>
/// §1B1.5(b): how one offense takes its base level from §2D1.1 through another guideline. "The offense level from" §2D1.1 is that of the
/// entire guideline, its specific offense characteristics included; only then come the additions, the caps and the floors.
/// </summary>
/// <param name="Guideline">The number of the guideline, such as <c>2D1.5</c>.</param>
/// <param name="Law">The version in force.</param>
/// <param name="Alternative">The way that applies.</param>
/// <param name="Floor">The level below which the result may not lie; null where there is none.</param>
/// <param name="Cap">The level above which it may not lie; null where there is none.</param>
/// <param name="RoleCap">Whether the cap of §2D1.1(a)(5) for a mitigating role comes along.</param>
public sealed record Borrowing(
    string Guideline,
    Provision Law,
    BorrowedAlternative Alternative,
    LevelBound? Floor,
    LevelBound? Cap,
    bool RoleCap
)
{
    /// <summary>Whether the court stated the base level without the specific offense characteristics of §2D1.1, and they are shown apart.</summary>
    public bool CharacteristicsApart { get; init; }

    /// <summary>The terms of the guideline.</summary>
    public BorrowedLevel Terms => (BorrowedLevel)Law.AnyTerms;

    /// <summary>The base offense level from a level of §2D1.1.</summary>
    public int Apply(int level) => Math.Max(Math.Min(level + Alternative.Add, Cap?.Level ?? int.MaxValue), Floor?.Level ?? int.MinValue);

    /// <summary>The same with its finding, which cites the paragraph that decides.</summary>
    public Found<int> Apply(Found<int> level)
    {
        var result = Apply(level.Value);
        var plain = level.Value + Alternative.Add;
        var paragraph =
            result == plain ? Alternative.Paragraph
            : result > plain ? Floor!.Paragraph
            : Cap!.Paragraph;
        return new(
            result,
            level.Why is null ? null : new Finding(Step.BorrowedLevel, result, Law.At(paragraph), "offense.guideline", 0, level.Why)
        );
    }
}
