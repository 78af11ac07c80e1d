using Microsoft.AspNetCore.Mvc;
using SecondLook.Sentencing.Procedure;
using SecondLook.Web.Forms;

namespace SecondLook.Web.Pages.Motions;

/// <summary>The court sets a time, or gives more.</summary>
internal sealed class TimeModel : MotionPage
{
    [BindProperty]
    public Guid? Extends { get; set; }

    [BindProperty]
    public Actor Actor { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public DateOnly? Due { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public int? Days { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public IEnumerable<Choice> Actors => Enum.GetValues<Actor>().Select(a => new Choice(a.ToString(), Words.Of(a)));

    public IEnumerable<Choice> Times =>
        MotionModel.TimesOf(this).Select(d => new Choice(d.Id.ToString(), $"{d.What}, {Words.Of(d.Actor)}")).Prepend(new("", "a new one"));

    public Task<IActionResult> OnPost()
    {
        if (Extends is null && string.IsNullOrWhiteSpace(What))
        {
            ModelState.AddModelError("", "Say what is to be done by that day.");
        }

        return Do(
            new SetTime
            {
                Id = Key,
                CaseId = CaseId,
                By = Me.Id,
                At = Now,
                Seen = Seen,
                SubjectId = MotionModel.TimesOf(this).FirstOrDefault(d => d.Id == Extends)?.SubjectId ?? MotionId,
                Extends = Extends,
                Actor = Actor,
                What = What ?? "",
                Due = Due,
                From = From,
                Days = Days,
                Text = Text,
            },
            "The time is set."
        );
    }
}
