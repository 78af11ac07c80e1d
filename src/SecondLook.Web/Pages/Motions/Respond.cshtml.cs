using Microsoft.AspNetCore.Mvc;
using SecondLook.Web.Forms;

namespace SecondLook.Web.Pages.Motions;

/// <summary>A side answers a motion.</summary>
internal sealed class RespondModel : MotionPage
{
    [BindProperty]
    public Position? Position { get; set; }

    [BindProperty]
    public DateOnly? FiledOn { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public Guid? RecalculationId { get; set; }

    public IEnumerable<Choice> Positions => Enum.GetValues<Position>().Select(p => new Choice(p.ToString(), Words.Of(p)));

    public void OnGet() => FiledOn = Today;

    public Task<IActionResult> OnPost()
    {
        if (Position is null)
        {
            ModelState.AddModelError("", "Choose a position: agrees, opposes, or takes no position.");
        }

        return Do(
            new Respond
            {
                Id = Key,
                CaseId = CaseId,
                By = Me.Id,
                At = Now,
                Seen = Seen,
                MotionId = MotionId,
                Position = Position ?? default,
                FiledOn = Given(FiledOn, "The day of filing"),
                Text = Text ?? "",
                RecalculationId = RecalculationId,
            },
            "The response is filed."
        );
    }
}
