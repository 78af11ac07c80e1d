using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Findings;

/// <summary>What two computations of one case have in common and what not, in words; text and pages take them from here.</summary>
public static class DisagreementWords
{
    /// <summary>What stands for a step that one of them did not make.</summary>
    public const string NotMade = "not made";

    /// <summary>What stands for a fact that one of them does not have.</summary>
    public const string NotRecorded = "not recorded";

    /// <summary>Who against whom.</summary>
    public static string Title(Disagreement disagreement) =>
        $"{disagreement.One.Determination.Id}: {disagreement.One.Name} against {disagreement.Other.Name}";

    /// <summary>Whether they agree, and what each answers.</summary>
    public static IEnumerable<string> Outcome(Disagreement disagreement)
    {
        yield return disagreement.SameAnswer ? "Both come to the same answer." : "The two come to different answers.";
        foreach (var party in (PartyComputation[])[disagreement.One, disagreement.Other])
        {
            yield return $"{party.Name}: {WorksheetWords.Question(party.Determination)}. {WorksheetWords.Answer(party.Determination, party.Record)}";
        }
    }

    /// <summary>The steps that differ, by the part of the computation.</summary>
    public static IEnumerable<(string Heading, IReadOnlyList<DisputedStep> Steps)> Groups(Disagreement disagreement) =>
        [
            ("As sentenced", disagreement.Original),
            ("As amended", disagreement.Amended),
            ("How far the term may fall", disagreement.Reduction),
        ];

    /// <summary>The facts, in words and by path, with what follows from them.</summary>
    public static string Fact(FactDifference fact, Disagreement disagreement)
    {
        var words = FactWords.Of(fact.Path.Split(" and ")[0]);
        return $"{fact.Path}{(words.Contains('.') ? "" : $", {words}")}"
            + (disagreement.WithoutEffect.Contains(fact) ? " (no step that differs rests on it)" : "");
    }

    /// <summary>A fact with its source.</summary>
    public static string Sourced(string? value, string? source) =>
        value is null ? NotRecorded
        : source is null ? value
        : $"{value} ({source})";

    /// <summary>The value of a step.</summary>
    public static string Value(Finding? finding) =>
        finding is null ? NotMade
        : finding.Value.Kind == ValueKind.Term ? Wording.Range(finding.Value.Range)
        : Wording.Value(finding.Value);

    /// <summary>The provision of a step with the date of its version.</summary>
    public static string Citation(Finding? finding) => finding is null ? "" : WorksheetSteps.Cell(finding).Citation;

    /// <summary>From which fact or which version of the law on the step is another; or that it follows from a step above.</summary>
    public static string Why(DisputedStep step) =>
        !step.Parts ? "follows from what stands above"
        : step.Because.Count > 0 ? $"here they part ways, over {Wording.List([.. step.Because.Select(fact => fact.Path)])}"
        : step.OtherLaw ? "here they part ways, over the version of the law"
        : step.Pair.One is null || step.Pair.Other is null ? "here they part ways: only one of them takes this step"
        : "here they part ways, over what the records leave open";
}
