using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Sentencing;

/// <summary>How the tables of the law folder are laid out, and how they become terms.</summary>
internal static class LawTables
{
    public static readonly string[] QuantityColumns = ["level", "substance", "at-least", "less-than", "unit"];
    public static readonly string[] QuantityEditColumns = ["action", "level", "substance", "at-least", "less-than", "unit"];
    public static readonly string[] EquivalencyColumns = ["substance", "group", "per", "grams", "from", "until", "source"];
    public static readonly string[] SentencingColumns = ["level", "I", "II", "III", "IV", "V", "VI"];
    public static readonly string[] ThresholdColumns = ["substance", "unit", "a", "b"];

    /// <summary>The Drug Quantity Table, paragraph by paragraph as it is printed.</summary>
    public static DrugQuantityTable QuantityTable(LawTable table, DateOnly effective)
    {
        var lines = new Dictionary<string, (string Unit, List<QuantityLine> Lines)>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var (substance, unit, line) = Line(row, 0);
            if (!lines.TryGetValue(substance, out var known))
            {
                lines[substance] = known = (unit, []);
            }

            if (known.Unit != unit)
            {
                throw row.Wrong($"{substance} is counted in {unit} here and in {known.Unit} above");
            }

            known.Lines.Add(line);
        }

        return new(
            lines.ToDictionary(
                s => s.Key,
                s => new SubstanceLines(s.Value.Unit, [.. s.Value.Lines.OrderBy(l => l.AtLeast)]),
                StringComparer.Ordinal
            )
        );
    }

    /// <summary>What an amendment strikes and inserts in the Drug Quantity Table.</summary>
    public static QuantityTableEdit QuantityTableEdit(LawEdit edit)
    {
        var struck = new List<TableLineEdit>();
        var inserted = new List<TableLineEdit>();
        foreach (var row in edit.Lines(QuantityEditColumns).Rows)
        {
            var (substance, unit, line) = Line(row, 1);
            var list = row.Text(0) switch
            {
                "strike" => struck,
                "insert" => inserted,
                var other => throw row.Wrong($"`action` is `{other}`; it may be strike or insert"),
            };
            list.Add(new(substance, unit, line));
        }

        return new(edit.Relabel, struck, inserted, edit.Quoted);
    }

    /// <summary>The equivalencies in force on a day. The list keeps every entry once, with the days for which it stood.</summary>
    public static DrugEquivalencies Equivalencies(LawTable table, DateOnly effective)
    {
        var entries = new Dictionary<string, Equivalency>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var from = row.DateOrNull(4) ?? throw row.Wrong("`from` is empty");
            if (from > effective || (row.DateOrNull(5) is { } until && until <= effective))
            {
                continue;
            }

            if (!entries.TryAdd(row.Text(0), new(row.Text(1), row.Text(2), row.NumberOrNull(3), row.Text(6))))
            {
                throw row.Wrong($"{row.Text(0)} has two entries on {effective:yyyy-MM-dd}");
            }
        }

        return new(entries);
    }

    /// <summary>The sentencing table, as the printed grid.</summary>
    public static SentencingTable SentencingTable(LawTable table, DateOnly effective)
    {
        var cells = new List<IReadOnlyList<MonthRange>>();
        foreach (var row in table.Rows)
        {
            if (row.Whole(0) != cells.Count + 1)
            {
                throw row.Wrong($"`level` is {row.Whole(0)}; the levels run from 1 without a gap");
            }

            cells.Add([.. Enumerable.Range(1, 6).Select(category => Range(row, category))]);
        }

        return new(cells);
    }

    /// <summary>The quantities of 21 U.S.C. 841(b)(1)(A) and (B).</summary>
    public static DrugThresholds Thresholds(LawTable table, DateOnly effective)
    {
        var substances = new Dictionary<string, DrugThreshold>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            if (!substances.TryAdd(row.Text(0), new(row.Text(1), row.Number(2), row.Number(3))))
            {
                throw row.Wrong($"{row.Text(0)} stands twice");
            }
        }

        return new(substances);
    }

    private static (string Substance, string Unit, QuantityLine Line) Line(LawRow row, int first)
    {
        var unit = row.Text(first + 4);
        return unit is "g" or "units" or "l"
            ? (row.Text(first + 1), unit, new(row.Whole(first), row.Number(first + 2), row.NumberOrNull(first + 3)))
            : throw row.Wrong($"`unit` is `{unit}`; it may be g, units or l (liters)");
    }

    /// <summary>A cell such as <c>70-87</c>, <c>360-life</c> or <c>life</c>.</summary>
    private static MonthRange Range(LawRow row, int column)
    {
        var cell = row.Text(column);
        var dash = cell.IndexOf('-');
        return dash < 0 ? new(Months(row, cell), Months(row, cell)) : new(Months(row, cell[..dash]), Months(row, cell[(dash + 1)..]));
    }

    private static Months Months(LawRow row, string text) =>
        text == "life" ? Facts.Months.Life
        : LawNumber.Whole(text) is { } months ? new(months)
        : throw row.Wrong($"`{text}` is neither a number of months nor life");
}
