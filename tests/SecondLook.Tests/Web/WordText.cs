using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SecondLook.Tests.Web;

/// <summary>The text of a Word file, a line for each paragraph or row, with the style before it where it has one.</summary>
internal static class WordText
{
    public static string Of(byte[] file) => string.Concat(Lines(file).Select(line => line + "\n"));

    public static IReadOnlyList<string> Lines(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var word = WordprocessingDocument.Open(stream, isEditable: false);
        var lines = new List<string>();
        foreach (var element in word.MainDocumentPart!.Document!.Body!.ChildElements)
        {
            if (element is Paragraph paragraph)
            {
                var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
                lines.Add(style is null ? paragraph.InnerText : $"{style}: {paragraph.InnerText}");
            }
            else if (element is Table table)
            {
                lines.AddRange(
                    table.Elements<TableRow>().Select(row => string.Join(" | ", row.Elements<TableCell>().Select(cell => cell.InnerText)))
                );
            }
        }

        return lines;
    }
}
