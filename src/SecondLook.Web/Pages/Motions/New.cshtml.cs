using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SecondLook.Sentencing.Law;
using SecondLook.Web.Forms;

namespace SecondLook.Web.Pages.Motions;

/// <summary>A motion is filed, a letter is docketed as one, or the court moves.</summary>
internal sealed class NewModel(LawLibrary law) : CasePage
{
    [BindProperty]
    public Movant? Movant { get; set; }

    [BindProperty]
    public DateOnly? FiledOn { get; set; }

    [BindProperty]
    public string? Amendments { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public Guid? RecalculationId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? LetterId { get; set; }

    public Letter? Letter => View.All<Letter>().FirstOrDefault(l => l.Id == LetterId);

    public IReadOnlyList<Docket.Cases.Case> Conflicts { get; private set; } = [];

    public Intake? Intake => Named is { Count: > 0 } named ? Intake.Of(View, named) : null;

    /// <summary>Who may move for whom is the docket's rule; the page offers what it would not refuse.</summary>
    public IEnumerable<Choice> Movants =>
        Me.Role switch
        {
            Role.Judge => [Of(Docket.Motions.Movant.Court), Of(Docket.Motions.Movant.Person), Of(Docket.Motions.Movant.Director)],
            Role.Clerk => [Of(Docket.Motions.Movant.Person), Of(Docket.Motions.Movant.Director)],
            _ => [Of(Docket.Motions.Movant.Counsel)],
        };

    private List<string> Named =>
        [.. (Amendments ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) =>
        await base.OnPageHandlerExecutionAsync(
            context,
            async () =>
            {
                Conflicts = await Store.Conflicts(Me.Id, CaseId);
                return await next();
            }
        );

    public IActionResult OnGet()
    {
        if (LetterId is not null && Letter is null)
        {
            return NotFound();
        }

        Movant ??= Letter is not null ? Docket.Motions.Movant.Person : null;
        FiledOn = Letter?.FiledOn ?? Today;
        Text = Letter is null ? null : "The letter is a motion for a reduction under 18 U.S.C. 3582(c)(2).";
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        foreach (var unknown in Named.Where(named => !law.Amendments.Any(a => a.Retroactive is not null && a.IsNamedBy(named))))
        {
            ModelState.AddModelError("", $"{unknown} is no amendment that USSG §1B1.10(d) covers. Correct the number.");
        }

        if (Letter is null && Movant is null)
        {
            ModelState.AddModelError("", "Say upon whose motion it is.");
        }

        return await Do(
            new FileMotion
            {
                Id = Key,
                CaseId = CaseId,
                By = Me.Id,
                At = Now,
                Seen = Seen,
                Movant = Letter is not null ? Docket.Motions.Movant.Person : Movant ?? default,
                FiledOn = Letter?.FiledOn ?? Given(FiledOn, "The day as of which the motion is filed"),
                Amendments = Named,
                Text = Text ?? "",
                LetterId = LetterId,
                RecalculationId = RecalculationId,
            },
            "The motion is filed.",
            () => RedirectToPage("/Motions/Motion", new { CaseId, MotionId = Key })
        );
    }

    private static Choice Of(Movant movant) => new(movant.ToString(), Words.Of(movant));
}
