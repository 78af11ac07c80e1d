using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Chapter5;

/// <summary>Chapter Five, Part A: the sentencing table.</summary>
public sealed class SentencingTable(IReadOnlyList<IReadOnlyList<MonthRange>> cells)
{
    private readonly MonthRange[] flat = [.. cells.SelectMany(row => row)];
    private readonly int categories = cells.Count == 0 ? 0 : cells[0].Count;

    /// <summary>The lowest offense level of the table.</summary>
    public const int LowestLevel = 1;

    /// <summary>The cells, by offense level from 1 and category from I.</summary>
    public IReadOnlyList<IReadOnlyList<MonthRange>> Cells { get; } = cells;

    /// <summary>The highest offense level of the table; a higher total is read as this one (Chapter Five, Part A, n.2).</summary>
    public int HighestLevel => Cells.Count;

    /// <summary>The level as the table reads it.</summary>
    public int Read(int totalOffenseLevel) => Math.Clamp(totalOffenseLevel, LowestLevel, HighestLevel);

    /// <summary>The range for a total offense level and a category, 1 to 6.</summary>
    public MonthRange Range(int totalOffenseLevel, int category) =>
        flat[((Read(totalOffenseLevel) - LowestLevel) * categories) + category - 1];
}
