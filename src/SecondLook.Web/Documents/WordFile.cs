using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SecondLook.Web.Documents;

/// <summary>A paper as a Word file to edit: headings are styles, tables have heading rows.</summary>
internal static class WordFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Of(Paper paper)
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = paper.Title;
            file.PackageProperties.Language = "en-US";
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            var body = new Body(Text(paper.Title, "Title"));
            foreach (var block in paper.Blocks)
            {
                body.Append(Elements(block));
            }

            body.Append(Text(Paper.Foot, "Foot"));
            body.Append(
                new SectionProperties(
                    new PageSize { Width = 12240, Height = 15840 },
                    new PageMargin
                    {
                        Top = 1080,
                        Bottom = 1080,
                        Left = 1080,
                        Right = 1080,
                    }
                )
            );
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(body);
        }

        return bytes.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Elements(Block block) =>
        block switch
        {
            Heading heading => [Text(heading.Text, "Heading1")],
            Paragraph paragraph => paragraph.Text.Split('\n').Select(line => Text(line)),
            Lines lines => [Table([.. lines.Of.Select(line => (string[])[line.Name, line.Value])], hasHead: false), Text("")],
            Bullets bullets => bullets.Of.Select(line => Text($"\u2022 {line}", "ListParagraph")),
            Boxes boxes => boxes.Of.Select(box => Text($"{Paper.Box(box.Marked)} {box.Text}", "ListParagraph")),
            Grid grid =>
            [
                Table(
                    [
                        [.. grid.Columns],
                        .. grid.Rows,
                    ],
                    hasHead: true
                ),
                Text(""),
            ],
            _ => throw new ArgumentException($"A {block.GetType().Name} has no form in Word.", nameof(block)),
        };

    private static DocumentFormat.OpenXml.Wordprocessing.Paragraph Text(string text, string? style = null)
    {
        var paragraph = new DocumentFormat.OpenXml.Wordprocessing.Paragraph();
        if (style is not null)
        {
            paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        }

        paragraph.Append(new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
        return paragraph;
    }

    private static Table Table(IReadOnlyList<IReadOnlyList<string>> rows, bool hasHead)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" },
                new TableBorders(
                    new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }
                )
            ),
            new TableGrid(rows[0].Select(_ => new GridColumn()))
        );
        foreach (var (at, row) in rows.Index())
        {
            var cells = new TableRow();
            if (hasHead && at == 0)
            {
                cells.Append(new TableRowProperties(new TableHeader()));
            }

            cells.Append(row.Select((cell, column) => new TableCell(Text(cell, (hasHead && at == 0) || column == 0 ? "Strong" : null))));
            table.Append(cells);
        }

        return table;
    }

    private static Styles Styles() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman" },
                        new FontSize { Val = "22" },
                        new Languages { Val = "en-US" }
                    )
                ),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "100" }))
            ),
            Style("Normal", "Normal", "22", bold: false),
            Style("Title", "Title", "30", bold: true),
            Style("Heading1", "heading 1", "25", bold: true, outline: 0),
            Style("ListParagraph", "List Paragraph", "22", bold: false, indent: "360"),
            Style("Strong", "Row heading", "22", bold: true),
            Style("Foot", "Foot", "17", bold: false)
        );

    private static Style Style(string id, string name, string size, bool bold, int? outline = null, string? indent = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (indent is not null)
        {
            paragraph.Append(new Indentation { Left = indent });
        }

        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        var run = new StyleRunProperties();
        if (bold)
        {
            run.Append(new Bold());
        }

        run.Append(new FontSize { Val = size });
        return new Style(new StyleName { Val = name }, paragraph, run)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = id == "Normal" ? true : null,
        };
    }
}
