using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Findings;

/// <summary>One side of a step: what was found and under which provision.</summary>
/// <param name="Value">The value in words, such as <c>36</c> or <c>210-262 months</c>.</param>
/// <param name="Citation">The provision with the date of its version, such as <c>USSG §2D1.1(c)(2) (Nov. 1, 2012)</c>.</param>
public sealed record WorksheetCell(string Value, string Citation)
{
    /// <summary>The finding itself, for its provision and what it rests on.</summary>
    public Finding? Finding { get; init; }
}

/// <summary>One step of the calculation, as the court made it and as amended.</summary>
/// <param name="Says">The step, such as <c>base offense level</c>.</param>
/// <param name="Original">As sentenced; null where the step was not made.</param>
/// <param name="Amended">As amended; null where the step is not made.</param>
/// <param name="From">Where the facts of the step were read: record paths or source columns; empty for none.</param>
public sealed record WorksheetStep(string Says, WorksheetCell? Original, WorksheetCell? Amended, string From)
{
    /// <summary>True where the two sides have different values.</summary>
    public bool Changes => Original?.Value != Amended?.Value;
}

/// <summary>One step of the reduction.</summary>
public sealed record ReductionStep(string Says, WorksheetCell Found, string From);

/// <summary>Lines under one heading.</summary>
public sealed record WorksheetSection(string Heading, IReadOnlyList<string> Lines);

/// <summary>
/// A determination in words, in the order in which one would read it aloud. Terminals, pages and documents print these lines; nothing
/// is worked out again in order to be shown.
/// </summary>
public sealed record Worksheet
{
    /// <summary>What stands at the end of every worksheet.</summary>
    public const string Closing =
        "No reduction is automatic: the judge decides (18 U.S.C. 3582(c)(2), USSG §1B1.10, comment. (n.1(B))). "
        + "SecondLook shows what the law allows; it recommends nothing.";

    /// <summary>The record and the question.</summary>
    public required string Title { get; init; }

    /// <summary>The answer in one sentence.</summary>
    public required string Answer { get; init; }

    /// <summary>Why.</summary>
    public required WorksheetSection Why { get; init; }

    /// <summary>
    /// What the steps are: the calculation, or, where the record leaves the range open, the calculation on one of its possible readings.
    /// </summary>
    public required string StepsHeading { get; init; }

    /// <summary>The calculation, old and new side by side.</summary>
    public required IReadOnlyList<WorksheetStep> Steps { get; init; }

    /// <summary>How far the term may fall; null where it may not.</summary>
    public required WorksheetSection? Lowest { get; init; }

    /// <summary>What the steps of the reduction are: settled, or those of the reading that is shown.</summary>
    public required string ReductionHeading { get; init; }

    /// <summary>The steps of the reduction.</summary>
    public required IReadOnlyList<ReductionStep> ReductionSteps { get; init; }

    /// <summary>What is missing, what was assumed, what disagrees and what else should be known; only what there is.</summary>
    public required IReadOnlyList<WorksheetSection> Notes { get; init; }

    /// <summary>Puts a determination into words.</summary>
    /// <param name="determination">The determination, with its findings where the steps are wanted.</param>
    /// <param name="record">The record, for the term that was imposed; null where it is not at hand.</param>
    public static Worksheet Of(Determination determination, SentencingRecord? record = null) =>
        new()
        {
            Title = $"{determination.Id}: {WorksheetWords.Question(determination)}",
            Answer = WorksheetWords.Answer(determination, record),
            Why = new("Why", WorksheetWords.Why(determination)),
            StepsHeading = IsOpen(determination) ? "One possible reading, step by step" : "Step by step",
            Steps = WorksheetSteps.SideBySide(determination),
            Lowest = determination.LowestTerm is null
                ? null
                : new("How far the term may fall", WorksheetWords.Lowest(determination, record)),
            ReductionHeading = IsOpen(determination) ? "The reduction on that reading, step by step" : "The reduction, step by step",
            ReductionSteps = WorksheetSteps.OfReduction(determination),
            Notes = [.. Sections(determination), .. Section404Words.Sections(determination)],
        };

    /// <summary>Whether the steps are those of one reading among several that differ in a figure.</summary>
    private static bool IsOpen(Determination determination) =>
        determination.Outcome == Outcome.Undetermined
        || (
            determination.ReadingsTried > 1
            && (LeavesOpen(determination.Original) || (determination.Amended is { } amended && LeavesOpen(amended)))
        );

    private static bool LeavesOpen(Computation computation) =>
        computation.DrugQuantityLevel is null
        || computation.TotalOffenseLevel is null
        || computation.Category is null
        || computation.Range is null;

    /// <summary>The notes that have something to say.</summary>
    internal static IEnumerable<WorksheetSection> Sections(Determination determination) =>
        (
            (WorksheetSection[])
                [
                    new("What is missing", WorksheetWords.Missing(determination)),
                    new("What was assumed", determination.Assumptions),
                    new("Where the record disagrees with itself", determination.Disagreements),
                    new("Law that is not covered", [.. determination.NotCovered.Select(rule => $"{rule.Rule}: {rule.Why}")]),
                    new("What else to know", determination.Remarks),
                ]
        ).Where(section => section.Lines.Count > 0);
}
