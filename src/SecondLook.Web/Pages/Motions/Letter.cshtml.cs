using Microsoft.AspNetCore.Mvc;

namespace SecondLook.Web.Pages.Motions;

/// <summary>The clerk dockets a letter of a person without counsel.</summary>
internal sealed class LetterModel : CasePage
{
    [BindProperty]
    public DateOnly? MailboxOn { get; set; }

    [BindProperty]
    public DateOnly? ReceivedOn { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public bool Sealed { get; set; }

    public void OnGet() => ReceivedOn = Today;

    public Task<IActionResult> OnPost() =>
        Do(
            new ReceiveLetter
            {
                Id = Key,
                CaseId = CaseId,
                By = Me.Id,
                At = Now,
                Seen = Seen,
                MailboxOn = MailboxOn,
                ReceivedOn = Given(ReceivedOn, "The day on which it was received"),
                Text = Text ?? "",
                Sealed = Sealed,
            },
            "The letter is docketed.",
            () => RedirectToPage("/Motions/New", new { CaseId, LetterId = Key })
        );
}
