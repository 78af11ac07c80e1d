using SecondLook.Sentencing.Chapter5;

namespace SecondLook.Web.Law;

/// <summary>A cell of the sentencing table.</summary>
/// <param name="Level">The total offense level, as the table reads it.</param>
/// <param name="Category">The criminal history category, 1 to 6.</param>
public sealed record GridCell(int Level, int Category);

/// <summary>The sentencing table to be shown, with the cell of the old and of the new computation where there are such.</summary>
/// <param name="Table">The table.</param>
/// <param name="Old">The cell as sentenced.</param>
/// <param name="New">The cell as amended.</param>
public sealed record SentencingGrid(SentencingTable Table, GridCell? Old, GridCell? New)
{
    private const int Around = 4;

    /// <summary>The rows: all of them, or those around the marked cells.</summary>
    public IEnumerable<int> Levels
    {
        get
        {
            int[] marked = [.. new[] { Old, New }.OfType<GridCell>().Select(c => c.Level)];
            return marked.Length == 0
                ? Enumerable.Range(1, Table.HighestLevel)
                : Enumerable.Range(1, Table.HighestLevel).Where(l => l >= marked.Min() - Around && l <= marked.Max() + Around);
        }
    }

    /// <summary>What is said in a marked cell; null in any other.</summary>
    public string? Mark(int level, int category)
    {
        var cell = new GridCell(level, category);
        return (cell == Old, cell == New) switch
        {
            (true, true) => "as sentenced and as amended",
            (true, _) => "as sentenced",
            (_, true) => "as amended",
            _ => null,
        };
    }

    /// <summary>The range of a cell as it is printed, such as <c>70-87</c> or <c>life</c>.</summary>
    public string Range(int level, int category) =>
        Table.Range(level, category) is var range && range.Min.IsLife ? "life" : range.ToString();
}
