using Microsoft.AspNetCore.Mvc;

namespace SecondLook.Web.Pages.Motions;

/// <summary>The clerk enters a signed order.</summary>
internal sealed class EnterModel : MotionPage
{
    [BindProperty]
    public DateOnly? On { get; set; }

    protected override bool Finds() => base.Finds() && Order is not null;

    public void OnGet() => On = Today;

    public Task<IActionResult> OnPost() =>
        Do(
            new EnterOrder
            {
                Id = Key,
                CaseId = CaseId,
                By = Me.Id,
                At = Now,
                Seen = Seen,
                OrderId = Order!.Id,
                On = Given(On, "The day of entry"),
            },
            "The order is entered, and the last days to appeal are computed."
        );
}
