using Microsoft.AspNetCore.Mvc;

namespace SecondLook.Web.Pages;

/// <summary>One motion of a batch: the next that waits.</summary>
internal sealed class BatchModel : DocketPage
{
    [BindProperty(SupportsGet = true)]
    public string Batch { get; set; } = "";

    /// <summary>The motion that was looked at before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public CaseView? View { get; private set; }

    public Motion? Motion { get; private set; }

    /// <summary>Which of them it is, from 1.</summary>
    public int At { get; private set; }

    /// <summary>How many wait.</summary>
    public int Left { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        if (Me.Role is not (Role.Judge or Role.Chambers))
        {
            return NotFound();
        }

        var agreed = BatchesModel.Agreed(await Store.InCourt(Me.Id)).Where(m => BatchesModel.Batch(m.Motion) == Batch).ToList();
        Left = agreed.Count;
        var next = agreed.FindIndex(m => m.Motion.Id == After) + 1;
        if (next < agreed.Count)
        {
            (View, Motion) = agreed[next];
            At = next + 1;
        }

        return Page();
    }
}
