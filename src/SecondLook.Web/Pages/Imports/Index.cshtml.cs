using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SecondLook.Docket.Imports;

namespace SecondLook.Web.Pages.Imports;

/// <summary>Giving a file, and the imports of the own office.</summary>
[RequestSizeLimit(LargestFile)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestFile)]
public sealed class IndexModel : DocketPage
{
    private const long LargestFile = 2L * 1024 * 1024 * 1024;

    /// <summary>The imports, the newest first.</summary>
    public IReadOnlyList<ImportJob> Imports { get; private set; } = [];

    /// <summary>The file.</summary>
    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Shows them.</summary>
    public async Task OnGet() => Imports = await Store.Imports(Me.Id);

    /// <summary>Takes a file in.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (Upload is null || Upload.Length == 0)
        {
            ModelState.AddModelError("", "Choose a file with at least one record.");
        }
        else
        {
            var id = Key == Guid.Empty ? NewKey() : Key;
            await using var content = Upload.OpenReadStream();
            var name = Path.GetFileName(Upload.FileName.Replace('\\', '/'));
            if (await Try(() => Store.Receive(new(Me.Id, Now), id, name, content, HttpContext.RequestAborted)))
            {
                return Redirect($"/import/{id}");
            }
        }

        await OnGet();
        return Page();
    }
}
