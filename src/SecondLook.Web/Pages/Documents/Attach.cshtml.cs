using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SecondLook.Web.Forms;
using SecondLook.Web.Pages.Motions;

namespace SecondLook.Web.Pages.Documents;

/// <summary>A document is attached to a case, or to one of its motions.</summary>
[RequestSizeLimit(LargestForm)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestForm)]
internal sealed class AttachModel : CasePage
{
    private const long LargestForm = AttachDocument.Largest + (1024 * 1024);

    /// <summary>The motion, where it is attached to one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Of { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public DocumentKind DocumentKind { get; set; }

    [BindProperty]
    public string? Author { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public Standing Standing { get; set; }

    [BindProperty]
    public bool Sealed { get; set; }

    public Motion? Motion => View.All<Motion>().FirstOrDefault(m => m.Id == Of);

    public static IEnumerable<Choice> Kinds => Enum.GetValues<DocumentKind>().Select(k => new Choice(k.ToString(), Words.Of(k)));

    public static IEnumerable<Choice> ForWhom =>
        [
            new(nameof(Standing.WorkProduct), "Your office", "Nobody else sees it or that it is there."),
            new(nameof(Standing.Lodged), "The court", "A side sees it once it is disclosed to that side."),
            new(nameof(Standing.Filed), "The court and the parties"),
        ];

    protected override bool Finds() => Me.Side != Side.None && (Of is null || Motion is not null);

    public async Task<IActionResult> OnPost()
    {
        if (Upload is null or { Length: 0 })
        {
            ModelState.AddModelError("", "Choose a file that is not empty.");
        }

        foreach (var (given, what) in new[] { (Title, "The title"), (Author, "Who wrote it"), (Source, "Where it comes from") })
        {
            if (string.IsNullOrWhiteSpace(given))
            {
                ModelState.AddModelError("", $"{what} is missing.");
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        using var bytes = new MemoryStream();
        await Upload!.CopyToAsync(bytes, HttpContext.RequestAborted);
        return await Do(
            new AttachDocument
            {
                Id = Key,
                CaseId = CaseId,
                By = Me.Id,
                At = Now,
                Seen = Seen,
                MotionId = Of,
                Name = Path.GetFileName(Upload.FileName.Replace('\\', '/')),
                MediaType = Upload.ContentType,
                Bytes = bytes.ToArray(),
                Title = Title,
                DocumentKind = DocumentKind,
                Author = Author,
                Source = Source,
                Standing = Standing,
                Sealed = Sealed,
            },
            "The document is attached.",
            () => Redirect(Of is null ? $"/cases/{CaseId}/documents" : $"/cases/{CaseId}/motions/{Of}")
        );
    }
}
