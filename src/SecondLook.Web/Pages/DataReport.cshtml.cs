using Microsoft.AspNetCore.Mvc;

namespace SecondLook.Web.Pages;

/// <summary>The tables of the Commission's data reports, from the docket.</summary>
internal sealed class DataReportModel : DocketPage
{
    [BindProperty(SupportsGet = true, Name = "file")]
    public string? Ending { get; set; }

    public IReadOnlyList<ReportTable> Tables { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        Tables = await Store.Report(Me.Id);
        return Ending == "csv" ? new FileContentResult(Csv(), "text/csv") { FileDownloadName = "data-report.csv" } : Page();
    }

    public static string Shown(int? count) => count is { } known ? FormattableString.Invariant($"{known}") : "withheld";

    private byte[] Csv() =>
        CsvText.Of(
            ["table", "line", "counted", "count"],
            from table in Tables
            from line in table.Lines.Append(table.Total)
            from column in table.Columns.Index()
            select (string[])[table.Title, line.Name, column.Item, Shown(line.Counts[column.Index])]
        );
}
