using System.Collections.Frozen;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Chapter2;

/// <summary>One line of the Drug Quantity Table: at least so much and less than so much is this level.</summary>
/// <param name="Level">The offense level.</param>
/// <param name="AtLeast">Grams or units; zero for the lowest line.</param>
/// <param name="LessThan">Grams or units; null for the highest line.</param>
/// <param name="Open">
/// True where the Manual's own line differs from the line that a substituted amendment strikes, so that the amendment's text does not say
/// what becomes of it; the level then follows the paragraph.
/// </param>
public readonly record struct QuantityLine(int Level, decimal AtLeast, decimal? LessThan, bool Open = false);

/// <summary>The lines of one substance.</summary>
/// <param name="Unit"><c>g</c>, <c>units</c> or <c>l</c> (liters).</param>
/// <param name="Lines">From the lowest to the highest, without gap or overlap.</param>
public sealed record SubstanceLines(string Unit, IReadOnlyList<QuantityLine> Lines)
{
    /// <summary>Where each line begins.</summary>
    internal decimal[] Thresholds { get; } = [.. Lines.Select(l => l.AtLeast)];
}

/// <summary>A line that an amendment strikes or inserts.</summary>
public sealed record TableLineEdit(string Substance, string Unit, QuantityLine Line);

/// <summary>What an amendment strikes and inserts in the table.</summary>
/// <param name="Relabel">Old level to new level of paragraphs that keep their lines ("striking Level 36 and inserting Level 34").</param>
/// <param name="Struck">Lines struck, with the levels they had before.</param>
/// <param name="Inserted">Lines inserted, with their new levels.</param>
/// <param name="Quoted">
/// True where the amendment quotes the lines that it strikes: a Manual that does not have them word for word is left as it is.
/// </param>
public sealed record QuantityTableEdit(
    IReadOnlyDictionary<int, int> Relabel,
    IReadOnlyList<TableLineEdit> Struck,
    IReadOnlyList<TableLineEdit> Inserted,
    bool Quoted = false
);

/// <summary>§2D1.1(c): the Drug Quantity Table.</summary>
public sealed class DrugQuantityTable(IReadOnlyDictionary<string, SubstanceLines> substances)
    : IAmendable<QuantityTableEdit, DrugQuantityTable>
{
    private readonly FrozenDictionary<string, SubstanceLines> bySubstance = substances.ToFrozenDictionary(StringComparer.Ordinal);
    private readonly int[] levels = [.. substances.Values.SelectMany(s => s.Lines).Select(l => l.Level).Distinct().OrderDescending()];

    /// <summary>The lines of every substance that the table names.</summary>
    public IReadOnlyDictionary<string, SubstanceLines> Substances { get; } = substances;

    /// <summary>The levels of the paragraphs, from (1) down.</summary>
    public IReadOnlyList<int> Levels => levels;

    /// <summary>The number of the paragraph with this level: 1 for the highest. Zero where no paragraph has it.</summary>
    public int Paragraph(int level) => Array.IndexOf(levels, level) + 1;

    /// <summary>The lines of a substance; null where the table does not name it.</summary>
    public SubstanceLines? LinesOf(string substance) => bySubstance.GetValueOrDefault(substance);

    /// <summary>The line that a quantity of a substance falls in.</summary>
    public static QuantityLine LineOf(SubstanceLines lines, decimal quantity)
    {
        var thresholds = lines.Thresholds;
        var line = thresholds.Length - 1;
        while (line > 0 && quantity < thresholds[line])
        {
            line--;
        }

        return lines.Lines[line];
    }

    /// <summary>
    /// Strikes and inserts. A line that is not struck keeps its quantities and takes its paragraph's new level. A line that is struck is
    /// replaced by the inserted lines as far as they reach; where they do not reach, or where the line in this Manual is not the one that
    /// the amendment's text strikes, the part is marked open. So is a struck line that is counted in grams where the amendment inserts units,
    /// and the highest line of a substance that the restated paragraph no longer names.
    /// </summary>
    public DrugQuantityTable Amend(QuantityTableEdit edit) =>
        new(Substances.ToDictionary(s => s.Key, s => Amended(s.Key, s.Value, edit), StringComparer.Ordinal));

    private static SubstanceLines Amended(string substance, SubstanceLines old, QuantityTableEdit edit)
    {
        var struck = edit.Struck.Where(s => s.Substance == substance).Select(s => s.Line).ToDictionary(l => l.Level);
        var inserted = edit
            .Inserted.Where(s => s.Substance == substance && s.Unit == old.Unit)
            .Select(s => s.Line)
            .OrderBy(l => l.AtLeast)
            .ToList();
        var named = struck.Count > 0;
        var parts = new List<QuantityLine>();
        foreach (var line in old.Lines)
        {
            var moved = edit.Relabel.TryGetValue(line.Level, out var lowered);
            var paragraphLevel = moved ? lowered : line.Level;
            if (!struck.TryGetValue(line.Level, out var text) || (edit.Quoted && !IsPrinted(text, line)))
            {
                var restated =
                    moved && !named && line.LessThan is null && edit.Struck.Any(s => s.Line == line with { AtLeast = s.Line.AtLeast });
                parts.Add(line with { Level = paragraphLevel, Open = line.Open || restated });
                continue;
            }

            var open = line.Open || !IsPrinted(text, line);
            parts.AddRange(Pieces(line, inserted, paragraphLevel, open));
        }

        return new(old.Unit, Joined(parts));
    }

    private static bool IsPrinted(QuantityLine text, QuantityLine line) => text.AtLeast == line.AtLeast && text.LessThan == line.LessThan;

    /// <summary>The inserted lines clipped to a struck line; uncovered parts follow the paragraph and are open.</summary>
    private static IEnumerable<QuantityLine> Pieces(QuantityLine struck, List<QuantityLine> inserted, int paragraphLevel, bool open)
    {
        var from = struck.AtLeast;
        foreach (var line in inserted)
        {
            if ((line.LessThan is { } end && end <= from) || (struck.LessThan is { } top && line.AtLeast >= top))
            {
                continue;
            }

            if (line.AtLeast > from)
            {
                yield return new(paragraphLevel, from, line.AtLeast, Open: true);
                from = line.AtLeast;
            }

            var lessThan = Lower(line.LessThan, struck.LessThan);
            yield return new(line.Level, from, lessThan, open);
            if (lessThan is not { } next)
            {
                yield break;
            }

            from = next;
        }

        if (struck.LessThan is not { } last || from < last)
        {
            yield return new(paragraphLevel, from, struck.LessThan, Open: true);
        }
    }

    private static decimal? Lower(decimal? a, decimal? b) =>
        a is not { } x ? b
        : b is not { } y ? a
        : Math.Min(x, y);

    private static List<QuantityLine> Joined(List<QuantityLine> parts)
    {
        var joined = new List<QuantityLine>();
        foreach (var part in parts)
        {
            if (joined.Count > 0 && joined[^1].Level == part.Level && joined[^1].Open == part.Open)
            {
                joined[^1] = joined[^1] with { LessThan = part.LessThan };
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined;
    }
}
