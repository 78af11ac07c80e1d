using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Findings;

/// <summary>One party's computation of a case.</summary>
/// <param name="Name">What it is called, such as the name of its file.</param>
/// <param name="Record">The facts as the party has them.</param>
/// <param name="Determination">What follows from them, with its findings.</param>
public sealed record PartyComputation(string Name, SentencingRecord Record, Determination Determination);

/// <summary>A step at which two computations of one case have different values.</summary>
/// <param name="Pair">The step in both.</param>
/// <param name="Parts">
/// True where the computations part ways here: nothing that the step rests on differs; or a fact differs that only this step takes up, so
/// that it adds other levels than in the other computation or stands in one of them alone.
/// </param>
/// <param name="Because">The facts that differ and that the step rests on; empty where the versions of the law differ instead.</param>
public sealed record DisputedStep(FindingPair Pair, bool Parts, IReadOnlyList<FactDifference> Because)
{
    /// <summary>True where both made the step under different versions of the law.</summary>
    public bool OtherLaw =>
        Pair is { One: { } one, Other: { } other }
        && (one.Law.Element, one.Law.Effective, one.Law.Amendment) != (other.Law.Element, other.Law.Effective, other.Law.Amendment);
}

/// <summary>Two computations of one case, and where they part ways.</summary>
public sealed record Disagreement
{
    /// <summary>The one.</summary>
    public required PartyComputation One { get; init; }

    /// <summary>The other.</summary>
    public required PartyComputation Other { get; init; }

    /// <summary>The facts on which the two records differ.</summary>
    public required IReadOnlyList<FactDifference> Facts { get; init; }

    /// <summary>The steps that differ in the computation as sentenced.</summary>
    public required IReadOnlyList<DisputedStep> Original { get; init; }

    /// <summary>The steps that differ in the computation as amended.</summary>
    public required IReadOnlyList<DisputedStep> Amended { get; init; }

    /// <summary>The steps that differ in how far the term may fall.</summary>
    public required IReadOnlyList<DisputedStep> Reduction { get; init; }

    /// <summary>True where both come to the same outcome, reason, ranges and lowest term.</summary>
    public bool SameAnswer =>
        One.Determination.Outcome == Other.Determination.Outcome
        && One.Determination.Reason?.Code == Other.Determination.Reason?.Code
        && One.Determination.LowestTerm?.Months == Other.Determination.LowestTerm?.Months
        && One.Determination.Original.Range == Other.Determination.Original.Range
        && One.Determination.Amended?.Range == Other.Determination.Amended?.Range;

    /// <summary>The facts that no step that differs rests on.</summary>
    public IReadOnlyList<FactDifference> WithoutEffect =>
        [.. Facts.Except(Original.Concat(Amended).Concat(Reduction).SelectMany(step => step.Because))];

    /// <summary>Compares two computations of one case.</summary>
    public static Disagreement Between(PartyComputation one, PartyComputation other)
    {
        var facts = RecordFacts.Between(one.Record, other.Record);
        IReadOnlyList<DisputedStep> Steps(Func<Determination, IReadOnlyList<Finding>> of)
        {
            var pairs = FindingPairs.Of(of(one.Determination), of(other.Determination), oneRecord: false);
            var parting = FindingPairs.PartingWays(pairs);
            List<DisputedStep> steps =
            [
                .. pairs
                    .Where(pair => pair.Differs)
                    .Select(pair => (Pair: pair, Because: Because(pair, facts)))
                    .Select(step => new DisputedStep(
                        step.Pair,
                        parting.Contains(step.Pair) || (step.Because.Count > 0 && Adds(step.Pair.One) != Adds(step.Pair.Other)),
                        step.Because
                    )),
            ];
            // A step that only one of them takes, over no fact of its own, follows from the fact over which they part.
            return steps.Exists(step => step is { Parts: true, Because.Count: > 0 })
                ?
                [
                    .. steps.Select(step =>
                        step is { Because.Count: 0, Pair: { One: null } or { Other: null } } ? step with { Parts = false } : step
                    ),
                ]
                : steps;
        }

        var (original, amended) = (Steps(d => d.OriginalFindings), Steps(d => d.AmendedFindings));
        var reduction = Steps(d => d.ReductionFindings);
        return new()
        {
            One = one,
            Other = other,
            Facts = facts,
            Original = original,
            Amended = amended,
            // How far the term may fall follows from the ranges, of which its findings do not say that they rest on them.
            Reduction =
                original.Count + amended.Count == 0
                    ? reduction
                    : [.. reduction.Select(step => step with { Parts = step.Parts && step.Because.Count > 0 })],
        };
    }

    /// <summary>The levels that a step adds to the one before it; null where it is no such step.</summary>
    private static decimal? Adds(Finding? step) =>
        step is { Value.Kind: ValueKind.Number, Basis: [{ Value.Kind: ValueKind.Number } before] }
            ? step.Value.Number - before.Value.Number
            : null;

    private static List<FactDifference> Because(FindingPair pair, IReadOnlyList<FactDifference> facts)
    {
        string[] paths =
        [
            .. $"{pair.One?.Facts} {pair.Other?.Facts}"
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Concat(InPlaceOf(pair))
                .Distinct(StringComparer.Ordinal),
        ];
        return [.. facts.Where(fact => fact.Path.Split(" and ").Any(path => paths.Any(used => Within(path, used) || Within(used, path))))];
    }

    /// <summary>The limits of the counts are found where the record states none: that one party states them is why the step is the other's alone.</summary>
    private static string[] InPlaceOf(FindingPair pair) =>
        (pair.One is null || pair.Other is null)
        && (pair.One ?? pair.Other)!.Step is Step.CountPenalties or Step.StatutoryMinimum or Step.StatutoryMaximum
            ? ["statutory.minimumMonths", "statutory.maximumMonths"]
            : [];

    private static bool Within(string part, string whole) =>
        part.StartsWith(whole, StringComparison.Ordinal) && (part.Length == whole.Length || part[whole.Length] is '.' or '[');
}
