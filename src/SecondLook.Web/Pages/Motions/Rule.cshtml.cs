using Microsoft.AspNetCore.Mvc;
using SecondLook.Web.Forms;

namespace SecondLook.Web.Pages.Motions;

/// <summary>A judge rules on one motion, by a form of its own.</summary>
internal sealed class RuleModel : MotionPage
{
    [BindProperty]
    public bool? Granted { get; set; }

    [BindProperty]
    public int? NewTerm { get; set; }

    [BindProperty]
    public bool TimeServed { get; set; }

    [BindProperty]
    public Guid? RecalculationId { get; set; }

    [BindProperty]
    public List<Guid> ReliesOn { get; set; } = [];

    [BindProperty]
    public string? Reasons { get; set; }

    [BindProperty]
    public BeyondComputation? Beyond { get; set; }

    [BindProperty]
    public string? BeyondText { get; set; }

    /// <summary>True where the ruling stopped for a term that the computation does not reach.</summary>
    public bool Asks { get; private set; }

    /// <summary>The computations that both sides have.</summary>
    public IReadOnlyList<Recalculation> Open => [.. Computations.Where(r => MotionModel.IsOpen(this, r))];

    public string OtherMethods => string.Join(", ", Open.FirstOrDefault(r => r.Id == RecalculationId)?.OtherLowestTerms ?? []);

    public IEnumerable<Choice> Answers => Enum.GetValues<BeyondComputation>().Select(b => new Choice(b.ToString(), Words.Of(b)));

    public IEnumerable<Choice> ReliesOnChoices =>
        View
            .Entries.Where(e => (e is Memorandum or SafetyEntry && e.SubjectId == MotionId) || e is Document)
            .Select(e => new Choice(
                e.Id.ToString(),
                e switch
                {
                    SafetyEntry entry => $"{Words.Of(entry.Matter)}: {entry.Text}",
                    Document document => document.Title,
                    _ => $"The memorandum of {Words.Day(e.At)}",
                },
                MotionModel.IsOpen(this, e) ? null : "Not disclosed to both sides: a ruling may not rest on it yet."
            ));

    public void OnGet()
    {
        RecalculationId = Open is [var only] ? only.Id : null;
    }

    public async Task<IActionResult> OnPost()
    {
        Asks = Beyond is not null;
        if (Granted is null)
        {
            ModelState.AddModelError("", "Say whether the motion is granted or denied.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var act = new RuleOnMotion
        {
            Id = Key,
            CaseId = CaseId,
            By = Me.Id,
            At = Now,
            Seen = Seen,
            MotionId = MotionId,
            Granted = Granted!.Value,
            Reasons = Reasons ?? "",
            NewTerm = NewTerm,
            TimeServed = TimeServed,
            RecalculationId = RecalculationId,
            ReliesOn = ReliesOn,
            Beyond = Beyond,
            BeyondText = BeyondText,
        };
        try
        {
            return await Do(
                act,
                "The ruling is stored. Sign the order now or later.",
                () =>
                    RedirectToPage(
                        "/Motions/Sign",
                        new
                        {
                            CaseId,
                            MotionId,
                            Batch,
                        }
                    )
            );
        }
        finally
        {
            Asks |= Refused is { AsksForAnswer: true };
        }
    }
}
