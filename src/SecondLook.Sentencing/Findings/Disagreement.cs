using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Findings;

/// <summary>One party's computation of a case.</summary>
/// <param name="Name">What it is called, such as the name of its file.</param>
/// <param name="Record">The facts as the party has them.</param>
/// <param name="Determination">What follows from them, with its findings.</param>
public sealed record PartyComputation(string Name, SentencingRecord Record, Determination Determination);

/// <summary>A step at which two computations of one case have different values.</summary>
/// <param name="Pair">The step in both.</param>
/// <param name="Parts">True where the computations part ways here: nothing that the step rests on differs.</param>
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
            var pairs = FindingPairs.Of(of(one.Determination), of(other.Determination));
            var parting = FindingPairs.PartingWays(pairs);
            return
            [
                .. pairs.Where(pair => pair.Differs).Select(pair => new DisputedStep(pair, parting.Contains(pair), Because(pair, facts))),
            ];
        }

        return new()
        {
            One = one,
            Other = other,
            Facts = facts,
            Original = Steps(d => d.OriginalFindings),
            Amended = Steps(d => d.AmendedFindings),
            Reduction = Steps(d => d.ReductionFindings),
        };
    }

    private static List<FactDifference> Because(FindingPair pair, IReadOnlyList<FactDifference> facts)
    {
        string[] paths =
        [
            .. $"{pair.One?.Facts} {pair.Other?.Facts}".Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal),
        ];
        return [.. facts.Where(fact => fact.Path.Split(" and ").Any(path => paths.Any(used => Within(path, used) || Within(used, path))))];
    }

    private static bool Within(string part, string whole) =>
        part.StartsWith(whole, StringComparison.Ordinal) && (part.Length == whole.Length || part[whole.Length] is '.' or '[');
}
