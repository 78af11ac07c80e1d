using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SecondLook.Sentencing.Findings;

/// <summary>A worksheet as one HTML page that needs nothing else: no script, no font, no picture. It prints in black and white.</summary>
public static class WorksheetHtml
{
    private const string Style = """
        :root { font: 100%/1.5 Georgia, "Times New Roman", serif; color: #1b1b1b; background: #fff; }
        body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 1.5rem 0 .25rem; }
        .answer { font-size: 1.15rem; border-left: .3rem solid #1b1b1b; padding-left: .75rem; }
        table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: bold; padding: .25rem 0; }
        th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #71767a; padding: .25rem .5rem .25rem 0; }
        tbody th { font-weight: normal; } cite { display: block; font-style: normal; font-size: .85rem; color: #3d4551; }
        .changed { font-weight: bold; }
        @media print { body { margin: 0; max-width: none; font-size: 10pt; } tr { break-inside: avoid; } }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The page, lines ending in LF.</summary>
    public static string Of(Worksheet worksheet)
    {
        var page = new StringBuilder();
        Begin(page, worksheet.Title);
        page.Append($"<p class=\"answer\">{Encode(worksheet.Answer)}</p>\n");
        Section(page, worksheet.Why);
        Steps(page, worksheet);
        if (worksheet.Lowest is not null)
        {
            Section(page, worksheet.Lowest);
        }

        ReductionSteps(page, worksheet);
        foreach (var section in worksheet.Notes)
        {
            Section(page, section);
        }

        End(page);
        return page.ToString();
    }

    /// <summary>The page as far as its heading.</summary>
    internal static void Begin(StringBuilder page, string text)
    {
        var title = Encode(text);
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append($"<title>{title}</title>\n<style>\n{Style.ReplaceLineEndings("\n")}\n</style>\n</head>\n<body>\n<main>\n");
        page.Append($"<h1>{title}</h1>\n");
    }

    /// <summary>What stands at the end of every page.</summary>
    internal static void End(StringBuilder page)
    {
        page.Append($"<p>{Encode(Worksheet.Closing)}</p>\n");
        page.Append("<p>This is not a document of a court or of the government.</p>\n</main>\n</body>\n</html>\n");
    }

    internal static string Encode(string text) => Encoder.Encode(text);

    private static void Section(StringBuilder page, WorksheetSection section)
    {
        page.Append($"<h2>{Encode(section.Heading)}</h2>\n<ul>\n");
        foreach (var line in section.Lines)
        {
            page.Append($"<li>{Encode(line)}</li>\n");
        }

        page.Append("</ul>\n");
    }

    private static void Steps(StringBuilder page, Worksheet worksheet)
    {
        if (worksheet.Steps.Count == 0)
        {
            return;
        }

        Head(page, $"{worksheet.StepsHeading}; what the amendments change is in bold", "Step", "As sentenced", "As amended");
        foreach (var step in worksheet.Steps)
        {
            page.Append($"<tr><th scope=\"row\">{Encode(step.Says)}{Source(step.From)}</th>");
            Cell(page, step.Original, changed: false);
            Cell(page, step.Amended, step.Changes);
            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
    }

    private static void ReductionSteps(StringBuilder page, Worksheet worksheet)
    {
        if (worksheet.ReductionSteps.Count == 0)
        {
            return;
        }

        Head(page, worksheet.ReductionHeading, "Step", "Found");
        foreach (var step in worksheet.ReductionSteps)
        {
            page.Append($"<tr><th scope=\"row\">{Encode(step.Says)}{Source(step.From)}</th>");
            Cell(page, step.Found, changed: false);
            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
    }

    internal static void Head(StringBuilder page, string caption, params string[] columns)
    {
        page.Append($"<table>\n<caption>{Encode(caption)}</caption>\n<thead>\n<tr>");
        foreach (var column in columns)
        {
            page.Append($"<th scope=\"col\">{Encode(column)}</th>");
        }

        page.Append("</tr>\n</thead>\n<tbody>\n");
    }

    private static void Cell(StringBuilder page, WorksheetCell? cell, bool changed)
    {
        if (cell is null)
        {
            page.Append("<td>not made</td>");
        }
        else
        {
            page.Append(changed ? "<td class=\"changed\">" : "<td>");
            page.Append($"{Encode(cell.Value)}<cite>{Encode(cell.Citation)}</cite></td>");
        }
    }

    private static string Source(string from) => from.Length == 0 ? "" : $"<cite>from {Encode(from)}</cite>";
}
