using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Findings;

/// <summary>Section 404 of the First Step Act in words: one section of a worksheet.</summary>
internal static class Section404Words
{
    public static IEnumerable<WorksheetSection> Sections(Determination determination)
    {
        if (determination.Section404 is { } section404)
        {
            yield return new("Section 404 of the First Step Act, apart from the answer above", [.. Lines(section404)]);
        }
    }

    private static IEnumerable<string> Lines(Section404Determination section404)
    {
        yield return Answer(section404);
        if (section404.After.Count > 0)
        {
            yield return $"As sentenced: {Limits(section404.Before)}.";
        }

        foreach (var after in section404.After)
        {
            yield return $"As if the Fair Sentencing Act had been in effect, by the quantity {after.Quantity}{Priors(after)}: {Limits(after)}.";
        }

        foreach (var finding in FlatFindings.Of(section404.Findings))
        {
            var cell = WorksheetSteps.Cell(finding);
            yield return $"{StepWords.Says(finding)}: {cell.Value}; {cell.Citation}";
        }

        foreach (var fact in section404.Missing)
        {
            yield return $"Missing: {FactWords.Of(fact.Fact)} ({fact.Fact}): {AnswerWords.Of(fact)}.";
        }

        foreach (var rule in section404.NotCovered)
        {
            yield return $"Not covered: {rule.Rule}: {rule.Why}.";
        }

        foreach (var assumed in section404.Assumptions)
        {
            yield return $"Assumed: {assumed}.";
        }

        foreach (var remark in section404.Remarks)
        {
            yield return $"To know: {remark}.";
        }
    }

    private static string Priors(PenaltyComputation computation) =>
        computation.Priors is { } priors ? $", prior convictions noticed: {priors}" : "";

    private static string Answer(Section404Determination section404) =>
        section404.Outcome switch
        {
            Outcome.Eligible => "Eligible: the law lets the court impose a reduced sentence.",
            Outcome.Ineligible => $"Not eligible: {ReasonWords.Says(section404.Reason!.Value)} ({section404.Citation}).",
            _ => "Undetermined: the answer depends on what is missing or not covered below.",
        };

    private static string Limits(PenaltyComputation computation)
    {
        var limits = computation switch
        {
            { Minimum: { } minimum, Maximum: { } maximum } => $"statutory limits {Least(minimum)} to {Wording.Term(maximum)}",
            { Minimum: { } minimum } => $"statutory minimum {Least(minimum)}",
            { Maximum: { } maximum } => $"statutory maximum {Wording.Term(maximum)}",
            _ => "statutory limits not known",
        };
        return $"{limits}, {WorksheetWords.Computed(computation.Range)}";
    }

    private static string Least(Months minimum) => minimum.Value == 0 ? "none" : Wording.Term(minimum);
}
