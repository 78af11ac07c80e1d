using Microsoft.AspNetCore.Mvc;
using SecondLook.Sentencing.Findings;
using SecondLook.Web.Cases;

namespace SecondLook.Web.Pages.Cases;

/// <summary>The parties' computations of one case side by side, where they differ and over what.</summary>
public sealed class CompareModel : CaseViewPage
{
    /// <summary>The other recalculation.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Against { get; set; }

    /// <summary>What the reader may compare.</summary>
    public IReadOnlyList<Recalculation> Others => [.. Recalculations.Where(r => r.Id != Shown?.Stored.Id)];

    /// <summary>The other recalculation; null where there is none.</summary>
    public Recalculation? Other =>
        Others.FirstOrDefault(r => r.Id == Against)
        ?? Others.FirstOrDefault(r => r.OfficeId != Shown?.Stored.OfficeId)
        ?? (Others is [var first, ..] ? first : null);

    /// <summary>Where the two part ways; null where there are no two that can be compared.</summary>
    public Disagreement? Disagreement { get; private set; }

    /// <summary>Compares them.</summary>
    public IActionResult OnGet()
    {
        if (Shown is not { } shown)
        {
            return NotFound();
        }

        if (Other is { } other && shown.Determination is { } one && Replayed.Of(other, Law) is { Determination: { } two } replayed)
        {
            Disagreement = Disagreement.Between(new(NameOf(shown.Stored), shown.Record, one), new(NameOf(other), replayed.Record, two));
        }

        return Page();
    }
}
