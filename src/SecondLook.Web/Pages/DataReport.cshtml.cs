using System.Buffers;
using Microsoft.AspNetCore.Mvc;
using SecondLook.Screening.Screen;

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

    private byte[] Csv()
    {
        var buffer = new ArrayBufferWriter<byte>();
        var row = new CsvRow(buffer);
        foreach (var field in (string[])["table", "line", "counted", "count"])
        {
            row.Text(field);
        }

        row.End();
        foreach (var table in Tables)
        {
            foreach (var line in table.Lines.Append(table.Total))
            {
                foreach (var (at, column) in table.Columns.Index())
                {
                    row.Text(table.Title);
                    row.Text(line.Name);
                    row.Text(column);
                    row.Text(Shown(line.Counts[at]));
                    row.End();
                }
            }
        }

        return buffer.WrittenSpan.ToArray();
    }
}
