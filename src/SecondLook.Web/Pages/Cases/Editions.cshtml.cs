using Microsoft.AspNetCore.Mvc;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Web.Pages.Cases;

/// <summary>The range of a case under every edition of the Manual, side by side, with what moved it.</summary>
public sealed class EditionsModel : CaseViewPage
{
    /// <summary>Editions in a row under which the case comes out the same, oldest first.</summary>
    public IReadOnlyList<EditionSpan> Spans { get; private set; } = [];

    /// <summary>Computes them.</summary>
    public IActionResult OnGet()
    {
        if (Shown is not { } shown)
        {
            return NotFound();
        }

        Spans = EveryManual.Of(shown.Record, Law, AskedLaw.LastDay(Law));
        return Page();
    }

    /// <summary>What moved a step, in words: the step, its values, and what made the change.</summary>
    public (string Says, string Before, string After, string By) Words(MovedStep moved)
    {
        var (one, other) = (moved.Step.One, moved.Step.Other);
        var by = moved.Law.SelectMany(change => EditionWords.Makers(change, Shown!.Record, Law)).Distinct(StringComparer.Ordinal).ToList();
        return (
            StepWords.Says((other ?? one)!),
            one is null ? "none" : Wording.Value(one.Value),
            other is null ? "none" : Wording.Value(other.Value),
            by.Count == 0 ? "by no change of a provision that is applied" : $"by {string.Join("; ", by)}"
        );
    }
}
