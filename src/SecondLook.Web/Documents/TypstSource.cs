using System.Globalization;
using System.Text;

namespace SecondLook.Web.Documents;

/// <summary>A paper in Typst's language. What the paper says stands in strings, so that nothing in it is read as an instruction.</summary>
internal static class TypstSource
{
    public static string Of(Paper paper)
    {
        var source = new StringBuilder();
        source.Append(CultureInfo.InvariantCulture, $"#set document(title: {Quoted(paper.Title)})\n");
        source.Append(
            """
            #set text(lang: "en", region: "US", size: 10.5pt)
            #set page(paper: "us-letter", margin: 2cm, numbering: "1 of 1")
            #set par(leading: 0.6em)
            #set heading(numbering: none)

            """
        );
        source.Append(CultureInfo.InvariantCulture, $"= #{Quoted(paper.Title)}\n\n");
        foreach (var block in paper.Blocks)
        {
            Add(source, block);
        }

        source.Append(CultureInfo.InvariantCulture, $"#v(1em)\n#text(size: 8pt)[#{Quoted(Paper.Foot)}]\n");
        return source.ToString();
    }

    private static void Add(StringBuilder source, Block block)
    {
        switch (block)
        {
            case Heading heading:
                source.Append(CultureInfo.InvariantCulture, $"== #{Quoted(heading.Text)}\n\n");
                break;
            case Paragraph paragraph:
                foreach (var line in paragraph.Text.Split('\n'))
                {
                    source.Append(CultureInfo.InvariantCulture, $"#{Quoted(line)}\n\n");
                }

                break;
            case Lines lines:
                source.Append("#table(columns: (1fr, 2fr), stroke: (bottom: 0.4pt + gray),\n");
                foreach (var (name, value) in lines.Of)
                {
                    source.Append(CultureInfo.InvariantCulture, $"  [#strong({Quoted(name)})], [#{Quoted(value)}],\n");
                }

                source.Append(")\n\n");
                break;
            case Bullets bullets:
                source.Append("#list(\n");
                foreach (var line in bullets.Of)
                {
                    source.Append(CultureInfo.InvariantCulture, $"  [#{Quoted(line)}],\n");
                }

                source.Append(")\n\n");
                break;
            case Boxes boxes:
                foreach (var (marked, text) in boxes.Of)
                {
                    source.Append(CultureInfo.InvariantCulture, $"#{Quoted($"{Paper.Box(marked)} {text}")}\n\n");
                }

                break;
            case Grid grid:
                source.Append(
                    CultureInfo.InvariantCulture,
                    $"#table(columns: {grid.Columns.Count}, stroke: (bottom: 0.4pt + gray),\n  table.header({string.Join(", ", grid.Columns.Select(c => $"[#strong({Quoted(c)})]"))}),\n"
                );
                foreach (var row in grid.Rows)
                {
                    source.Append(CultureInfo.InvariantCulture, $"  {string.Join(", ", row.Select(c => $"[#{Quoted(c)}]"))},\n");
                }

                source.Append(")\n\n");
                break;
            default:
                throw new ArgumentException($"A {block.GetType().Name} has no form in Typst.", nameof(block));
        }
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal)}\"";
}
