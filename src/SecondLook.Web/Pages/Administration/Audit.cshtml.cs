using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SecondLook.Docket.Audit;

namespace SecondLook.Web.Pages.Administration;

/// <summary>Who did and looked at what: for an administrator what is open, for an office all that its people did.</summary>
public sealed class AuditModel : DocketPage
{
    private const int PageSize = 100;

    /// <summary>What.</summary>
    [BindProperty(SupportsGet = true)]
    public Audited? What { get; set; }

    /// <summary>Who.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Who { get; set; }

    /// <summary>A part of the words or the case.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    /// <summary>From this day on.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>To this day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>The last line of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<AuditEntry> Lines { get; private set; } = [];

    /// <summary>The names of the accounts.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>The address of the same search.</summary>
    public string Address(string more) =>
        $"/administration/audit?what={What}&who={Who}&text={Uri.EscapeDataString(Text ?? "")}&from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}&{more}";

    /// <summary>Shows a page of it.</summary>
    public async Task OnGet() => await Load(Before, PageSize);

    /// <summary>All of the search as a file.</summary>
    public async Task<IActionResult> OnGetCsv()
    {
        var lines = new List<string[]>();
        for (long? before = null; ; before = Lines[^1].Id)
        {
            await Load(before, 1000);
            if (Lines.Count == 0)
            {
                break;
            }

            lines.AddRange(
                Lines.Select(l =>
                    (string[])[l.At.ToString("O", CultureInfo.InvariantCulture), Name(l), l.What.ToString(), l.CaseName ?? "", l.Text]
                )
            );
        }

        await Store.Exported(new(Me.Id, Now), $"audit log as CSV, {lines.Count} lines");
        return File(CsvText.Of(["at", "who", "what", "case", "words"], lines), "text/csv", "audit.csv");
    }

    /// <summary>Who did it.</summary>
    public string Name(AuditEntry line) => line.ById is { } id ? Names.GetValueOrDefault(id, "") : "nobody known";

    private async Task Load(long? before, int take)
    {
        var filter = new AuditFilter
        {
            What = What,
            ById = Who,
            Text = Text,
            From = From,
            To = To,
        };
        Lines = await Store.AuditLog(Me.Id, filter, before, take);
        Names = (await Store.Accounts(Me.Id)).ToDictionary(a => a.Id, a => a.Name);
    }
}
