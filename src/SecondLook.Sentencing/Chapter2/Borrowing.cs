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
    /// <summary>Whether the base level that the court stated has the specific offense characteristics of §2D1.1 in it; they are listed apart otherwise.</summary>
    public bool CharacteristicsWithin { get; init; }

    /// <summary>
    /// Whether, once an amendment is substituted, <see cref="BorrowedAlternative.Part"/> is what is added: a part of the quantity then has the
    /// same level as the whole.
    /// </summary>
    public bool PartAfter { get; init; }

    /// <summary>The record path that names the guideline; null where nothing does.</summary>
    public string? Facts { get; init; }

    /// <summary>The terms of the guideline.</summary>
    public BorrowedLevel Terms => (BorrowedLevel)Law.AnyTerms;

    /// <summary>The base offense level from a level of §2D1.1.</summary>
    /// <param name="level">The level of §2D1.1.</param>
    /// <param name="amended">Whether an amendment is substituted.</param>
    public int Apply(int level, bool amended) =>
        Math.Max(Math.Min(level + Added(amended), Cap?.Level ?? int.MaxValue), Floor?.Level ?? int.MinValue);

    /// <summary>The same with its finding, which cites the paragraph that decides.</summary>
    public Found<int> Apply(Found<int> level, bool amended)
    {
        var result = Apply(level.Value, amended);
        var plain = level.Value + Added(amended);
        var paragraph =
            result > plain ? Floor!.Paragraph
            : result < plain ? Cap!.Paragraph
            : amended && PartAfter ? Terms.Alternatives[0].Paragraph
            : Alternative.Paragraph;
        return new(result, level.Why is null ? null : new Finding(Step.BorrowedLevel, result, Law.At(paragraph), Facts, 0, level.Why));
    }

    private int Added(bool amended) => amended && PartAfter ? Alternative.Part!.Value : Alternative.Add;
}
