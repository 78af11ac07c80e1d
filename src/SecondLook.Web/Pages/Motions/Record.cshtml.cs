using Microsoft.AspNetCore.Mvc;
using SecondLook.Web.Forms;

namespace SecondLook.Web.Pages.Motions;

/// <summary>An entry of the public-safety record is added.</summary>
internal sealed class RecordModel : MotionPage
{
    [BindProperty]
    public SafetyMatter Matter { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Author { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public DateOnly? SourceOn { get; set; }

    [BindProperty]
    public Guid? DocumentId { get; set; }

    [BindProperty]
    public Standing? Standing { get; set; }

    [BindProperty]
    public bool Sealed { get; set; }

    public IEnumerable<Choice> Matters =>
        Enum.GetValues<SafetyMatter>().Select(m => new Choice(m.ToString(), $"{Words.Of(m)} ({Words.Citation(m)})"));

    public IEnumerable<Choice> Documents =>
        View.All<Document>().Select(d => new Choice(d.Id.ToString(), d.Title)).Prepend(new("", "none attached"));

    public Task<IActionResult> OnPost() =>
        Do(
            new AddSafetyEntry
            {
                Id = Key,
                CaseId = CaseId,
                By = Me.Id,
                At = Now,
                Seen = Seen,
                MotionId = MotionId,
                Matter = Matter,
                Text = Text ?? "",
                Author = Author ?? "",
                Source = Source ?? "",
                SourceOn = Given(SourceOn, "The day of the source"),
                DocumentId = DocumentId,
                Standing = Standing ?? Docket.Cases.Standing.WorkProduct,
                Sealed = Sealed,
            },
            "The entry is in the record."
        );
}
