using Microsoft.AspNetCore.Mvc;
using SecondLook.Sentencing.Procedure;
using SecondLook.Web.Forms;

namespace SecondLook.Web.Pages.Motions;

/// <summary>The clerk files a notice of appeal.</summary>
internal sealed class AppealModel : MotionPage
{
    [BindProperty]
    public Actor? Appellant { get; set; }

    [BindProperty]
    public DateOnly? FiledOn { get; set; }

    public IEnumerable<Choice> Appellants =>
        [new(nameof(Actor.Defendant), Words.Of(Actor.Defendant)), new(nameof(Actor.Government), Words.Of(Actor.Government))];

    protected override bool Finds() => base.Finds() && Order is not null;

    public void OnGet() => FiledOn = Today;

    public Task<IActionResult> OnPost()
    {
        if (Appellant is null)
        {
            ModelState.AddModelError("", "Say who appeals.");
        }

        return Do(
            new FileNoticeOfAppeal
            {
                Id = Key,
                CaseId = CaseId,
                By = Me.Id,
                At = Now,
                Seen = Seen,
                OrderId = Order!.Id,
                Appellant = Appellant ?? default,
                FiledOn = Given(FiledOn, "The day of filing"),
            },
            "The notice of appeal is filed."
        );
    }
}
