using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using MiniExcelLibs;
using SecondLook.Docket.Caseloads;
using SecondLook.Sentencing.Findings;
using Side = SecondLook.Docket.People.Side;

namespace SecondLook.Web.Pages;

/// <summary>The caseload of the own office.</summary>
public sealed class CaseloadModel : DocketPage
{
    private const int PageSize = 25;
    private const int ExportPage = 2000;

    /// <summary>The outcome, or <c>none</c> for what is not computed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Outcome { get; set; }

    /// <summary>Where the case stands.</summary>
    [BindProperty(SupportsGet = true)]
    public Triage? Triage { get; set; }

    /// <summary>The code of the reason.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Reason { get; set; }

    /// <summary>The district.</summary>
    [BindProperty(SupportsGet = true)]
    public string? District { get; set; }

    /// <summary>The drug named first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Drug { get; set; }

    /// <summary>The judge.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Judge { get; set; }

    /// <summary>Leaves within so many days.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Days { get; set; }

    /// <summary>Of this day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Of { get; set; }

    /// <summary>A part of the name or a number.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    /// <summary>The import.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Import { get; set; }

    /// <summary>The order.</summary>
    [BindProperty(SupportsGet = true)]
    public CaseloadOrder Order { get; set; }

    /// <summary>The last case of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>The cases that are chosen.</summary>
    [BindProperty]
    public IReadOnlyList<Guid> Chosen { get; set; } = [];

    /// <summary>What a view or a batch is to be called.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The cases of this page.</summary>
    public CaseloadPage Cases { get; private set; } = new([], false);

    /// <summary>How many there are.</summary>
    public CaseloadCounts Counts { get; private set; } = null!;

    /// <summary>What can be chosen.</summary>
    public CaseloadChoices Choices { get; private set; } = null!;

    /// <summary>The views that are kept.</summary>
    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    /// <summary>The filter that is asked for.</summary>
    public CaseloadFilter Filter =>
        new()
        {
            Outcome = Enum.TryParse<Outcome>(Outcome, ignoreCase: true, out var outcome) ? outcome : null,
            NotComputed = Outcome == "none",
            Triage = Triage,
            Reason = Blank(Reason),
            District = Blank(District),
            Drug = Blank(Drug),
            JudgeId = Judge,
            LeavesFrom = Days is null ? Of : Of ?? Today,
            LeavesTo = Days is { } days ? (Of ?? Today).AddDays(Math.Clamp(days, 0, 36_500)) : null,
            Text = Blank(Text),
            ImportId = Import,
            Order = Order,
        };

    /// <summary>Shows a page of it.</summary>
    public async Task<IActionResult> OnGet()
    {
        if (Me.Side == Side.None)
        {
            return NotFound();
        }

        Cases = await Store.Caseload(Me.Id, Filter, After, PageSize);
        Counts = await Store.CaseloadCounts(Me.Id, Filter);
        Choices = await Store.CaseloadChoices(Me.Id);
        Views = await Store.SavedViews(Me.Id);
        return Page();
    }

    /// <summary>Keeps the filter as a view.</summary>
    public async Task<IActionResult> OnPostView()
    {
        if (await Try(() => Store.SaveView(Me.Id, Name ?? "", Filter)))
        {
            Say($"The view {Name!.Trim()} is kept.");
            return Redirect(Address(Filter));
        }

        return await OnGet();
    }

    /// <summary>Removes a view.</summary>
    public async Task<IActionResult> OnPostForget()
    {
        await Store.SaveView(Me.Id, Name ?? "-", null);
        return Redirect("/caseload");
    }

    /// <summary>Keeps the chosen cases together.</summary>
    public async Task<IActionResult> OnPostBatch()
    {
        var batch = new CaseBatch
        {
            Id = Key == Guid.Empty ? NewKey() : Key,
            Name = Name ?? "",
            Cases = Chosen,
        };
        if (await Try(() => Store.Add(batch, new(Me.Id, Now))))
        {
            Say($"{(Chosen.Count == 1 ? "One case is kept" : $"{Chosen.Count} cases are kept together")} as {Name!.Trim()}.");
            return Redirect($"/caseload/batches/{batch.Id}");
        }

        return await OnGet();
    }

    /// <summary>Every case of the filter as a CSV file.</summary>
    public async Task<IActionResult> OnGetCsv()
    {
        var lines = await Lines("CSV");
        return File(
            CsvText.Of(
                typeof(CaseloadLine).GetProperties().Select(p => p.Name),
                lines.Select(l => typeof(CaseloadLine).GetProperties().Select(p => (string)p.GetValue(l)!))
            ),
            "text/csv",
            "caseload.csv"
        );
    }

    /// <summary>Every case of the filter as an Excel workbook.</summary>
    public async Task<IActionResult> OnGetExcel()
    {
        var book = new MemoryStream();
        await book.SaveAsAsync(await Lines("Excel"), sheetName: "Caseload");
        book.Position = 0;
        return File(book, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "caseload.xlsx");
    }

    /// <summary>The address of a filter.</summary>
    public static string Address(CaseloadFilter filter, Guid? after = null, string? handler = null)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["outcome"] = filter.NotComputed ? "none" : filter.Outcome?.ToString().ToLowerInvariant(),
            ["triage"] = filter.Triage?.ToString(),
            ["reason"] = filter.Reason,
            ["district"] = filter.District,
            ["drug"] = filter.Drug,
            ["judge"] = filter.JudgeId?.ToString(),
            ["days"] = filter is { LeavesFrom: { } from, LeavesTo: { } to }
                ? (to.DayNumber - from.DayNumber).ToString(CultureInfo.InvariantCulture)
                : null,
            ["of"] = filter.LeavesFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["text"] = filter.Text,
            ["import"] = filter.ImportId?.ToString(),
            ["order"] = filter.Order == CaseloadOrder.Leaving ? null : filter.Order.ToString(),
            ["after"] = after?.ToString(),
            ["handler"] = handler,
        };
        return QueryHelpers.AddQueryString("/caseload", query.Where(q => q.Value is not null));
    }

    /// <summary>An outcome in words.</summary>
    public static string Words(CaseloadRow row) =>
        row.Outcome switch
        {
            null => "not computed",
            Sentencing.Findings.Outcome.Eligible => "eligible",
            Sentencing.Findings.Outcome.Ineligible => $"not eligible: {row.Reason?.Replace('-', ' ')}",
            _ => "cannot tell",
        };

    /// <summary>Where a case stands, in words.</summary>
    public static string Words(Triage? triage) =>
        triage switch
        {
            null => "not computed",
            Docket.Caseloads.Triage.EligibleAgreed => "eligible, agreed",
            Docket.Caseloads.Triage.EligibleContested => "eligible, contested",
            Docket.Caseloads.Triage.EligibleOpen => "eligible, not answered",
            Docket.Caseloads.Triage.NotEligible => "not eligible",
            _ => "needs a document",
        };

    /// <summary>A day in words.</summary>
    public static string Words(DateOnly? day) => day is { } known ? Wording.Date(known) : "not known";

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private async Task<List<CaseloadLine>> Lines(string kind)
    {
        if (Me.Side == Side.None)
        {
            return [];
        }

        var judges = (await Store.CaseloadChoices(Me.Id)).Judges.ToDictionary(j => j.Id, j => j.Name);
        var lines = new List<CaseloadLine>();
        for (var page = await Store.Caseload(Me.Id, Filter, null, ExportPage); ; )
        {
            lines.AddRange(
                page.Rows.Select(r => new CaseloadLine(
                    r.CaseName,
                    r.District,
                    r.Name,
                    r.ShownNumber,
                    r.JudgeId is { } judge ? judges.GetValueOrDefault(judge, "") : "",
                    r.Drug ?? "",
                    r.Outcome is { } outcome ? DeterminationNames.Of(outcome) : "",
                    r.Reason ?? "",
                    Words(r.Triage),
                    Iso(r.Release),
                    Iso(r.ReleaseAfter)
                ))
            );
            if (!page.HasMore)
            {
                break;
            }

            page = await Store.Caseload(Me.Id, Filter, page.Rows[^1].CaseId, ExportPage);
        }

        await Store.Exported(new(Me.Id, Now), $"caseload as {kind}, {lines.Count} cases");
        return lines;
    }

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private sealed record CaseloadLine(
        string Case,
        string District,
        string Name,
        string RegisterNumber,
        string Judge,
        string Drug,
        string Outcome,
        string Reason,
        string Standing,
        string ReleaseNow,
        string ReleaseAtAmendedMinimum
    );
}
