namespace SecondLook.Web.Documents;

/// <summary>A part of a paper.</summary>
public abstract record Block;

/// <summary>A heading under the title.</summary>
public sealed record Heading(string Text) : Block;

/// <summary>A paragraph.</summary>
public sealed record Paragraph(string Text) : Block;

/// <summary>Names with what stands beside each.</summary>
public sealed record Lines(IReadOnlyList<(string Name, string Value)> Of) : Block;

/// <summary>A list.</summary>
public sealed record Bullets(IReadOnlyList<string> Of) : Block;

/// <summary>Boxes, some of them marked.</summary>
public sealed record Boxes(IReadOnlyList<(bool Marked, string Text)> Of) : Block;

/// <summary>A table with a row of headings.</summary>
public sealed record Grid(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;

/// <summary>
/// What a document says, once for all its forms: the page to print, the file to edit and the file to keep. It is filled from stored facts only.
/// </summary>
/// <param name="Title">The title.</param>
/// <param name="File">The name of its files, without an ending.</param>
/// <param name="Blocks">The parts, in order.</param>
public sealed record Paper(string Title, string File, IReadOnlyList<Block> Blocks)
{
    /// <summary>What stands at the foot of every paper.</summary>
    public const string Foot = "Made with SecondLook, which is not a court or government site. It gives information, not legal advice.";

    /// <summary>A blank for what no stored fact fills.</summary>
    public const string Blank = "____________________";

    /// <summary>The paper as lines of text.</summary>
    public string Text()
    {
        var text = new System.Text.StringBuilder();
        text.Append(Title).Append('\n');
        foreach (var block in Blocks)
        {
            text.Append('\n');
            foreach (var line in LinesOf(block))
            {
                text.Append(line).Append('\n');
            }
        }

        return text.Append('\n').Append(Foot).Append('\n').ToString();
    }

    /// <summary>A box, as it is written.</summary>
    public static string Box(bool marked) => marked ? "[X]" : "[  ]";

    private static IEnumerable<string> LinesOf(Block block) =>
        block switch
        {
            Heading heading => [$"## {heading.Text}"],
            Paragraph paragraph => [paragraph.Text],
            Lines lines => lines.Of.Select(line => $"{line.Name}: {line.Value}"),
            Bullets bullets => bullets.Of.Select(line => $"- {line}"),
            Boxes boxes => boxes.Of.Select(box => $"{Box(box.Marked)} {box.Text}"),
            Grid grid => grid.Rows.Select(row => string.Join(" | ", row)).Prepend(string.Join(" | ", grid.Columns)).Prepend(grid.Caption),
            _ => throw new ArgumentException($"A {block.GetType().Name} has no text.", nameof(block)),
        };
}
