using Microsoft.AspNetCore.Mvc;
using SecondLook.Web.Forms;

namespace SecondLook.Web.Pages.Motions;

/// <summary>The probation office gives its memorandum.</summary>
internal sealed class MemorandumModel : MotionPage
{
    public static readonly IReadOnlyList<Choice> ForWhom =
    [
        new(nameof(Docket.Cases.Standing.Filed), "Filed for the court and both sides"),
        new(
            nameof(Docket.Cases.Standing.Lodged),
            "Lodged with the court",
            "The court discloses it to the sides before it rests anything on it."
        ),
    ];

    [BindProperty]
    public Standing? Standing { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public Guid? RecalculationId { get; set; }

    public IEnumerable<Choice> Standings => ForWhom;

    public Task<IActionResult> OnPost() =>
        Do(
            new GiveMemorandum
            {
                Id = Key,
                CaseId = CaseId,
                By = Me.Id,
                At = Now,
                Seen = Seen,
                MotionId = MotionId,
                Standing = Standing ?? Docket.Cases.Standing.WorkProduct,
                Text = Text ?? "",
                RecalculationId = RecalculationId,
            },
            "The memorandum is given."
        );
}
