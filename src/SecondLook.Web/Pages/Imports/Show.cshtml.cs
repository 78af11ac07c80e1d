using Microsoft.AspNetCore.Mvc;
using Quartz;
using SecondLook.Docket.Imports;
using SecondLook.Sentencing.Law;
using SecondLook.Web.Imports;

namespace SecondLook.Web.Pages.Imports;

/// <summary>One import: what its columns mean and its first rows, then how far it is, then what came of it.</summary>
public sealed class ShowModel(LawLibrary law, SiteOptions options, ISchedulerFactory schedulers) : DocketPage
{
    /// <summary>The import.</summary>
    public ImportJob Job { get; private set; } = null!;

    /// <summary>What the file is taken for; null once it has begun.</summary>
    public ImportPreview? Preview { get; private set; }

    /// <summary>The first rejected rows.</summary>
    public IReadOnlyList<RejectedCase> Rejected { get; private set; } = [];

    /// <summary>The columns, in their order.</summary>
    [BindProperty]
    public IReadOnlyList<string> Column { get; set; } = [];

    /// <summary>What each of them says.</summary>
    [BindProperty]
    public IReadOnlyList<string> Path { get; set; } = [];

    /// <summary>True where the columns name every adjustment that the court applied.</summary>
    [BindProperty]
    public bool EveryAdjustment { get; set; }

    /// <summary>The amendments asked about.</summary>
    [BindProperty]
    public string? Amendments { get; set; }

    /// <summary>The day of the order asked about.</summary>
    [BindProperty]
    public DateOnly? OrderDate { get; set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGet(Guid id) => await Load(id, null) ? Page() : NotFound();

    /// <summary>Shows the first rows with other columns.</summary>
    public async Task<IActionResult> OnPostPreview(Guid id) => await Load(id, Chosen()) ? Page() : NotFound();

    /// <summary>Begins it.</summary>
    public async Task<IActionResult> OnPostBegin(Guid id)
    {
        if (!await Load(id, Chosen()))
        {
            return NotFound();
        }

        if (Preview?.Problem is { } problem)
        {
            ModelState.AddModelError("", problem);
            return Page();
        }

        var day = OrderDate ?? Today;
        return await Try(() => Store.Begin(new(Me.Id, Now), id, Preview?.Map, Amendments, day)) ? await Wake(id) : Page();
    }

    /// <summary>Stops it.</summary>
    public async Task<IActionResult> OnPostCancel(Guid id)
    {
        await Try(() => Store.Cancel(new(Me.Id, Now), id));
        return ModelState.IsValid ? Redirect($"/caseload/import/{id}") : await OnGet(id);
    }

    /// <summary>Lets it go on.</summary>
    public async Task<IActionResult> OnPostResume(Guid id) =>
        await Try(() => Store.Resume(new(Me.Id, Now), id)) ? await Wake(id) : await OnGet(id);

    /// <summary>The rejected rows as a file.</summary>
    public async Task<IActionResult> OnGetRejected(Guid id)
    {
        if (await Store.Import(Me.Id, id) is not { } job)
        {
            return NotFound();
        }

        var rows = await Store.RejectedCases(Me.Id, id);
        await Store.Exported(new(Me.Id, Now), $"rejected rows of {job.FileName} as CSV, {rows.Count} rows");
        return File(
            CsvText.Of(
                ["file", "row", "field", "found", "reason", "suggestion"],
                rows.Select(r => (string[])[r.File, $"{r.Row}", r.Field, r.Found, r.Reason, r.Suggestion])
            ),
            "text/csv",
            $"rejected-{System.IO.Path.GetFileNameWithoutExtension(job.FileName)}.csv"
        );
    }

    private Dictionary<string, string>? Chosen() =>
        Column.Count == 0
            ? null
            : Column
                .Zip(Path)
                .DistinctBy(c => c.First, StringComparer.Ordinal)
                .ToDictionary(c => c.First, c => c.Second ?? "", StringComparer.Ordinal);

    private async Task<bool> Load(Guid id, IReadOnlyDictionary<string, string>? chosen)
    {
        if (await Store.Import(Me.Id, id) is not { } job)
        {
            return false;
        }

        Job = job;
        OrderDate ??= Today;
        if (job.State == ImportState.Prepared)
        {
            Preview = await Look(job, chosen);
        }
        else if (job.Rejected > 0)
        {
            Rejected = await Store.RejectedCases(Me.Id, id, 10);
        }

        return true;
    }

    private async Task<ImportPreview> Look(ImportJob job, IReadOnlyDictionary<string, string>? chosen)
    {
        var folder = LeftBehind.Folder(options);
        var path = System.IO.Path.Combine(folder.FullName, $"look-{NewKey():N}");
        try
        {
            await using (var file = System.IO.File.Create(path))
            {
                await Store.ImportContent(Me.Id, job.Id, file, HttpContext.RequestAborted);
            }

            return ImportPreview.Of(() => System.IO.File.OpenRead(path), job.FileName, chosen, EveryAdjustment, law);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    private async Task<IActionResult> Wake(Guid id)
    {
        var scheduler = await schedulers.GetScheduler(HttpContext.RequestAborted);
        await scheduler.TriggerJob(RunImports.Key, HttpContext.RequestAborted);
        return Redirect($"/caseload/import/{id}");
    }
}
