using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SecondLook.Screening.Release;

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

    /// <summary>What a line counts, as the page says it; the file keeps the codes.</summary>
    public static string Says(string line) =>
        Places.Districts.ContainsKey(line) ? Words.District(line)
        : DateOnly.TryParseExact($"{line}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : line.Split(": ") is [var outcome, var reason] ? $"{outcome}: {Words.Reason(reason)}"
        : line == "Total" || line.Contains(' ', StringComparison.Ordinal) ? line
        : Words.Drug(line);

    private byte[] Csv() =>
        CsvText.Of(
            ["table", "line", "counted", "count"],
            from table in Tables
            from line in table.Lines.Append(table.Total)
            from column in table.Columns.Index()
            select (string[])[table.Title, line.Name, column.Item, Shown(line.Counts[column.Index])]
        );
}
