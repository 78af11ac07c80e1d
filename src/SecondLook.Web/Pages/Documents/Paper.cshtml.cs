using Microsoft.AspNetCore.Mvc;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Web.Documents;
using SecondLook.Web.Pages.Motions;

namespace SecondLook.Web.Pages.Documents;

/// <summary>A paper of a case: the page to print, the Word file, the PDF; and the docket as a table.</summary>
internal sealed class PaperModel(LawLibrary law) : CasePage
{
    /// <summary>Which paper, with the ending of its file where a file is asked for, such as <c>order.docx</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    /// <summary>The entry that it is about.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Of { get; set; }

    public SecondLook.Web.Documents.Paper Paper { get; private set; } = null!;

    /// <summary>True where a PDF was asked for and cannot be made here.</summary>
    public bool NoPdf { get; private set; }

    protected override (string What, Guid? EntryId) Opened
    {
        get
        {
            if (View is null)
            {
                return base.Opened; // there is no such case for this reader
            }

            var (name, ending) = Name.Split('.', 2) is [var first, var second] ? (first.Replace('-', ' '), second) : (Name, "");
            var how = ending.Length == 0 ? "" : $" as {(ending == "docx" ? "Word" : ending.ToUpperInvariant())}";
            var id = Guid.TryParse(Name, out var attached) ? attached : Of;
            return View.Entries.FirstOrDefault(e => e.Id == id) switch
            {
                Document document => ($"document {document.Title}", document.Id),
                Order order when name == "restricted" => (
                    $"restricted page of the order of {Wording.Date(order.SignedOn)}{how}",
                    View.All<RestrictedPage>().FirstOrDefault(p => p.SubjectId == order.Id)?.Id
                ),
                { } entry => ($"{name} of {Words.Day(entry.At)}{how}", entry.Id),
                null => ($"{name}{how}", null),
            };
        }
    }

    public async Task<IActionResult> OnGet()
    {
        if (Guid.TryParse(Name, out var attached))
        {
            // A file that somebody attached is handed over, never shown: the site does not read it.
            return await Store.Content(Me.Id, CaseId, attached) is { } bytes
                ? File(bytes, "application/octet-stream", View.All<Document>().First(d => d.Id == attached).Name)
                : NotFound();
        }

        var (name, ending) = Name.Split('.', 2) is [var first, var second] ? (first, second) : (Name, "");
        if (name == "docket")
        {
            return ending switch
            {
                "csv" => File(DocketExport.Csv(View), "text/csv", $"docket-{View.Case.Name}.csv"),
                "json" => File(DocketExport.Json(View), "application/json", $"docket-{View.Case.Name}.json"),
                _ => NotFound(),
            };
        }

        if (ending is not ("" or "docx" or "pdf") || CasePapers.Of(name, View, Of, NameOf, law) is not { } paper)
        {
            return NotFound();
        }

        Paper = paper;
        if (ending == "docx")
        {
            return File(WordFile.Of(paper), WordFile.MediaType, $"{paper.File}.docx");
        }

        if (ending == "pdf")
        {
            if (await PdfFile.Of(paper) is { } pdf)
            {
                return File(pdf, PdfFile.MediaType, $"{paper.File}.pdf");
            }

            NoPdf = true;
        }

        return Page();
    }

    /// <summary>The address of a file of the paper.</summary>
    public string Href(string ending) => $"/cases/{CaseId}/documents/{Name.Split('.')[0]}.{ending}?of={Of}";
}
