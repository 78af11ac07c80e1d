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
        var rows = FlatFindings.Of(determination.OriginalFindings).Select(finding => new Row { Original = finding }).ToList();
        var amended = FlatFindings.Of(determination.AmendedFindings);
        var partners = Partners(rows, amended);
        var after = 0;
        foreach (var finding in amended)
        {
            if (partners.TryGetValue(finding, out var row))
            {
                row.Amended = finding;
                after = rows.IndexOf(row) + 1;
            }
            else
            {
                rows.Insert(after++, new Row { Amended = finding });
            }
        }

        return [.. rows.Select(row => row.Step(determination))];
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
        new(Label(finding), Cell(finding), From(finding, determination));

    /// <summary>First the same finding, then the same step on the same facts, then the next of the same step.</summary>
    private static Dictionary<Finding, Row> Partners(List<Row> rows, IReadOnlyList<Finding> amended)
    {
        var partners = new Dictionary<Finding, Row>();
        var free = new List<Row>(rows);
        foreach (
            var same in (Func<Finding, Finding, bool>[])
                [
                    ReferenceEquals,
                    (a, b) => a.Step == b.Step && string.Equals(a.Facts, b.Facts, StringComparison.Ordinal),
                    (a, b) => a.Step == b.Step,
                ]
        )
        {
            foreach (var finding in amended.Where(finding => !partners.ContainsKey(finding)))
            {
                var row = free.Find(candidate => same(candidate.Original!, finding));
                if (row is not null)
                {
                    partners.Add(finding, row);
                    free.Remove(row);
                }
            }
        }

        return partners;
    }

    private static string Label(Finding finding) =>
        finding.Step switch
        {
            Step.CourtFound when finding.Facts is { } facts => $"{FactWords.OfEffect(facts)}, as the court found",
            _ => StepWords.Says(finding.Step),
        };

    private static WorksheetCell Cell(Finding finding) =>
        new(
            Wording.Value(finding.Value),
            $"{finding.Citation} ({Wording.Date(finding.Law.Effective)}{(finding.Law.Confidence == Confidence.Recalled ? ", recalled" : "")})"
        );

    private static string From(Finding? finding, Determination determination) =>
        finding?.Facts is { } facts ? string.Join(", ", FactSources.Of(facts, determination.Origin?.Columns)) : "";

    private sealed class Row
    {
        public Finding? Original { get; init; }

        public Finding? Amended { get; set; }

        public WorksheetStep Step(Determination determination)
        {
            var any = (Original ?? Amended)!;
            return new(
                Label(any),
                Original is null ? null : Cell(Original),
                Amended is null ? null : Cell(Amended),
                From(any, determination)
            );
        }
    }
}
