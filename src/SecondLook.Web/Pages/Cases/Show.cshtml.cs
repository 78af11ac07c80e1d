using Microsoft.AspNetCore.Mvc;
using SecondLook.Web.Cases;

namespace SecondLook.Web.Pages.Cases;

/// <summary>A case: what the law allows, and what a judge does with it.</summary>
public sealed class ShowModel : CaseViewPage
{
    /// <summary>What a note, a language or a waiver says.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Yes or no: a protective order in force, counsel appointed.</summary>
    [BindProperty]
    public bool Yes { get; set; }

    /// <summary>The account that appears.</summary>
    [BindProperty]
    public Guid AccountId { get; set; }

    /// <summary>As what it appears.</summary>
    [BindProperty]
    public Part Part { get; set; }

    /// <summary>The appearance that ends.</summary>
    [BindProperty]
    public Guid AppearanceId { get; set; }

    /// <summary>The fact that is tried.</summary>
    [BindProperty]
    public string? Fact { get; set; }

    /// <summary>What it is taken to be.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>What would follow, where an answer was tried.</summary>
    public Tried? Tried { get; private set; }

    /// <summary>The codefendants for whom the own office works.</summary>
    public IReadOnlyList<Case> Conflicts { get; private set; } = [];

    /// <summary>True for somebody who works in cases.</summary>
    public bool Works => Me.Side != Side.None;

    /// <summary>True for the court's own people who enter appearances.</summary>
    public bool EntersAppearances => Me.Role is Role.Judge or Role.Clerk && Me.District == View.Case.District;

    /// <summary>Shows the case.</summary>
    public Task OnGet() => Look();

    /// <summary>Keeps a note for the own office.</summary>
    public Task<IActionResult> OnPostNote() =>
        Do(
            new KeepNote
            {
                Id = Key,
                CaseId = Id,
                By = Me.Id,
                At = Now,
                Text = Text ?? "",
            },
            "The note is kept for your office."
        );

    /// <summary>Notes the language of the person.</summary>
    public Task<IActionResult> OnPostLanguage() =>
        Do(
            new NoteLanguage
            {
                Id = Key,
                CaseId = Id,
                By = Me.Id,
                At = Now,
                Seen = Seen,
                Language = Text ?? "",
            },
            "The language is noted."
        );

    /// <summary>Notes a protective order.</summary>
    public Task<IActionResult> OnPostProtective() =>
        Do(
            new NoteProtectiveOrder
            {
                Id = Key,
                CaseId = Id,
                By = Me.Id,
                At = Now,
                Seen = Seen,
                InForce = Yes,
            },
            Yes ? "The protective order is noted." : "It is noted that no protective order is in force."
        );

    /// <summary>Enters an appearance.</summary>
    public Task<IActionResult> OnPostAppear() =>
        Do(
            new EnterAppearance
            {
                Id = Key,
                CaseId = Id,
                By = Me.Id,
                At = Now,
                Seen = Seen,
                AccountId = AccountId,
                Part = Part,
                Appointed = Yes,
                Waiver = Text,
            },
            "The appearance is entered."
        );

    /// <summary>Ends an appearance.</summary>
    public Task<IActionResult> OnPostEnd() =>
        Do(
            new EndAppearance
            {
                Id = Key,
                CaseId = Id,
                By = Me.Id,
                At = Now,
                Seen = Seen,
                AppearanceId = AppearanceId,
            },
            "The appearance is ended."
        );

    /// <summary>Tries an answer: computes and stores nothing.</summary>
    public async Task<IActionResult> OnPostTry()
    {
        if (Shown is null)
        {
            return NotFound();
        }

        Tried = SecondLook.Web.Cases.Tried.Of(Shown, Fact ?? "", Answer ?? "", Law);
        foreach (var problem in Tried.Problems)
        {
            Problem(problem);
        }

        await Look();
        return Page();
    }

    private async Task Look() => Conflicts = Me.Side == Side.Defense ? await Store.Conflicts(Me.Id, Id) : [];

    private async Task<IActionResult> Do(CaseAct act, string said)
    {
        if (!await Try(() => Store.Perform(act)))
        {
            await Look();
            return Page();
        }

        Say(said);
        return RedirectToPage(new { Id, Computation });
    }
}
