using Microsoft.AspNetCore.Mvc;
using SecondLook.Web.Forms;

namespace SecondLook.Web.Pages.Motions;

/// <summary>The court sets a hearing, moves or cancels it, or notes that it was held.</summary>
internal sealed class HearingModel : MotionPage
{
    [BindProperty]
    public HearingState State { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public IEnumerable<Choice> States => Enum.GetValues<HearingState>().Select(s => new Choice(s.ToString(), Words.Of(s)));

    public Task<IActionResult> OnPost() =>
        Do(
            new SetHearing
            {
                Id = Key,
                CaseId = CaseId,
                By = Me.Id,
                At = Now,
                Seen = Seen,
                MotionId = MotionId,
                State = State,
                On = Given(On, "The day of the hearing"),
                Text = Text,
            },
            "The hearing is entered."
        );
}
