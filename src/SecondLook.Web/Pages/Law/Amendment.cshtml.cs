using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Law;

namespace SecondLook.Web.Pages.Law;

/// <summary>One amendment: what it is about, whether it is retroactive, what it changed in the Manual, and how far it is computed.</summary>
public sealed class AmendmentModel(LawLibrary law) : PageModel
{
    /// <summary>Its number, such as <c>782</c> or <c>821A</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The amendment.</summary>
    public Amendment Shown { get; private set; } = null!;

    /// <summary>The changes that it made on its day.</summary>
    public IReadOnlyList<LawChange> Found { get; private set; } = [];

    /// <summary>Finds it.</summary>
    public IActionResult OnGet()
    {
        if (law.Amendments.FirstOrDefault(a => string.Equals(a.Id, Id, StringComparison.OrdinalIgnoreCase)) is not { } amendment)
        {
            return NotFound();
        }

        Shown = amendment;
        Found =
        [
            .. LawChange
                .Between(law, amendment.Effective.AddDays(-1), amendment.Effective)
                .Where(c => c.Amendments.Contains(amendment))
                .Select(c => c with { Amendments = [amendment], Terms = [.. c.Terms.Where(t => t.By == amendment)] }),
        ];
        return Page();
    }
}
