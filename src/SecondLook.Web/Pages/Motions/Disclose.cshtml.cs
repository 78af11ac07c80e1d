using Microsoft.AspNetCore.Mvc;

namespace SecondLook.Web.Pages.Motions;

/// <summary>The court, or the office that made it, discloses an entry to the sides.</summary>
internal sealed class DiscloseModel : MotionPage
{
    [BindProperty(SupportsGet = true)]
    public Guid EntryId { get; set; }

    [BindProperty]
    public bool ToDefense { get; set; }

    [BindProperty]
    public bool ToGovernment { get; set; }

    public string What =>
        View.Entries.First(e => e.Id == EntryId) switch
        {
            Memorandum => "memorandum",
            SafetyEntry => "entry of the public-safety record",
            Recalculation => "computation",
            Document document => document.Title,
            _ => "entry",
        };

    protected override bool Finds() => base.Finds() && View.Entries.Any(e => e.Id == EntryId);

    public void OnGet() => ToDefense = ToGovernment = true;

    public Task<IActionResult> OnPost() =>
        Do(
            new Disclose
            {
                Id = Key,
                CaseId = CaseId,
                By = Me.Id,
                At = Now,
                Seen = Seen,
                EntryId = EntryId,
                ToDefense = ToDefense,
                ToGovernment = ToGovernment,
            },
            "It is disclosed."
        );
}
