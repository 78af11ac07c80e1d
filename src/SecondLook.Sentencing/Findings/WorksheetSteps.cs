using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Findings;

/// <summary>The findings of a determination as the steps of a worksheet.</summary>
internal static class WorksheetSteps
{
    /// <summary>
    /// The two computations as one list: a step that both made stands once, with both values; one that only the amended computation
    /// made stands where it was made.
    /// </summary>
    public static IReadOnlyList<WorksheetStep> SideBySide(Determination determination)
    {
        return
        [
            .. FindingPairs.Of(determination.OriginalFindings, determination.AmendedFindings).Select(pair => Step(pair, determination)),
        ];
    }

    public static IReadOnlyList<ReductionStep> OfReduction(Determination determination)
    {
        var above = FlatFindings.Of([.. determination.OriginalFindings, .. determination.AmendedFindings]).ToHashSet();
        return
        [
            .. FlatFindings
                .Of(determination.ReductionFindings)
                .Where(finding => !above.Contains(finding))
                .Select(finding => Alone(finding, determination)),
        ];
    }

    public static ReductionStep Alone(Finding finding, Determination determination) =>
        new(StepWords.Says(finding), Cell(finding), From(finding, determination));

    public static WorksheetCell Cell(Finding finding) =>
        new(
            Wording.Value(finding.Value),
            $"{finding.Citation} ({Wording.Date(finding.Law.Effective)}{(finding.Law.Confidence == Confidence.Recalled ? ", recalled" : "")})"
        )
        {
            Finding = finding,
        };

    private static string From(Finding? finding, Determination determination) =>
        finding?.Facts is { } facts ? string.Join(", ", FactSources.Of(facts, determination.Origin?.Columns)) : "";

    private static WorksheetStep Step(FindingPair pair, Determination determination)
    {
        var any = (pair.One ?? pair.Other)!;
        return new(
            StepWords.Says(any),
            pair.One is null ? null : Cell(pair.One),
            pair.Other is null ? null : Cell(pair.Other),
            From(any, determination)
        );
    }
}
