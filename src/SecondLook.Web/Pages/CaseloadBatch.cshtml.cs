using Microsoft.AspNetCore.Mvc;
using SecondLook.Docket.Caseloads;

namespace SecondLook.Web.Pages;

/// <summary>Cases that the own office keeps together.</summary>
public sealed class CaseloadBatchModel : DocketPage
{
    /// <summary>The batch.</summary>
    public CaseBatch Batch { get; private set; } = null!;

    /// <summary>Its cases.</summary>
    public IReadOnlyList<CaseloadRow> Rows { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(Guid id)
    {
        if ((await Store.Batches(Me.Id)).FirstOrDefault(b => b.Id == id) is not { } batch)
        {
            return NotFound();
        }

        Batch = batch;
        Rows = await Store.CaseloadRows(Me.Id, batch.Cases);
        return Page();
    }
}
