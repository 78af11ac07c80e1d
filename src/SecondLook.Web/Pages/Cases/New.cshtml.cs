using Microsoft.AspNetCore.Mvc;

namespace SecondLook.Web.Pages.Cases;

/// <summary>Opens a case by hand: it is in the caseload of the own office from then on. Its record is entered on the next page.</summary>
public sealed class NewModel : DocketPage
{
    /// <summary>The district.</summary>
    [BindProperty]
    public string? District { get; set; }

    /// <summary>The number of the case.</summary>
    [BindProperty]
    public string? DocketNumber { get; set; }

    /// <summary>The number of the defendant in it.</summary>
    [BindProperty]
    public int Defendant { get; set; } = 1;

    /// <summary>The name of the person.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The register number.</summary>
    [BindProperty]
    public string? RegisterNumber { get; set; }

    /// <summary>True for somebody who does not exist.</summary>
    [BindProperty]
    public bool Synthetic { get; set; }

    /// <summary>True for somebody who works in cases.</summary>
    public bool Works => Me.Role is not (Role.Planner or Role.Administrator);

    /// <summary>Shows the form.</summary>
    public IActionResult OnGet() => Works ? Page() : NotFound();

    /// <summary>Opens the case.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (Defendant < 1)
        {
            ModelState.AddModelError("", "The number of the defendant is missing. Give the number after the docket number, from 1.");
        }

        if (string.IsNullOrWhiteSpace(Name) || string.IsNullOrWhiteSpace(District))
        {
            ModelState.AddModelError("", "The name and the district are missing, or one of them. Give both as the judgment has them.");
        }

        CaseView? opened = null;
        if (
            !ModelState.IsValid
            || !await Try(async () =>
                opened = await Store.Perform(
                    new OpenCase
                    {
                        Id = Key,
                        By = Me.Id,
                        At = Now,
                        District = District!.Trim().ToUpperInvariant(),
                        DocketNumber = (DocketNumber ?? "").Trim(),
                        Defendant = Defendant,
                        Name = Name!.Trim(),
                        RegisterNumber = (RegisterNumber ?? "").Trim(),
                        Synthetic = Synthetic,
                    }
                )
            )
        )
        {
            return Page();
        }

        Say($"{opened!.Case.Name} is in the caseload of your office.");
        return RedirectToPage("/Cases/Recalculate", new { opened.Case.Id });
    }
}
