namespace SecondLook.Sentencing.Law;

/// <summary>A table of the law folder: a header, then one line for each row, fields separated by commas and never quoted.</summary>
public sealed class LawTable
{
    private LawTable(string file, IReadOnlyList<string> columns, IReadOnlyList<LawRow> rows)
    {
        File = file;
        Columns = columns;
        Rows = rows;
    }

    /// <summary>The path of the file.</summary>
    public string File { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<LawRow> Rows { get; }

    /// <summary>Reads a table that must have exactly these columns.</summary>
    /// <exception cref="LawException">The header is another, or a row has too many or too few fields.</exception>
    public static LawTable Read(string file, string text, params IReadOnlyList<string> columns)
    {
        var lines = text.Split('\n');
        if (!lines[0].TrimEnd('\r').Split(',').SequenceEqual(columns, StringComparer.Ordinal))
        {
            throw new LawException($"the header must be {string.Join(',', columns)}.", file, 1);
        }

        var rows = new List<LawRow>();
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0 && i == lines.Length - 1)
            {
                break;
            }

            var fields = line.Split(',');
            if (fields.Length != columns.Count || line.Contains('"', StringComparison.Ordinal))
            {
                throw new LawException(
                    $"{fields.Length} fields; the header has {columns.Count}, and quotation marks are not used.",
                    file,
                    i + 1
                );
            }

            rows.Add(new(file, i + 1, columns, fields));
        }

        return new(file, columns, rows);
    }
}

/// <summary>One row of a table, with the line where it stands.</summary>
public sealed class LawRow(string file, int line, IReadOnlyList<string> columns, IReadOnlyList<string> fields)
{
    /// <summary>The line in the file, from 1.</summary>
    public int Line => line;

    /// <summary>A text that must not be empty.</summary>
    public string Text(int column) => fields[column].Length > 0 ? fields[column] : throw Wrong(column, "is empty");

    /// <summary>A whole number.</summary>
    public int Whole(int column) =>
        LawNumber.Whole(fields[column]) ?? throw Wrong(column, $"is `{fields[column]}`; it needs a whole number without leading zeros");

    /// <summary>A number.</summary>
    public decimal Number(int column) =>
        LawNumber.Decimal(fields[column]) ?? throw Wrong(column, $"is `{fields[column]}`; it needs a plain number without leading zeros");

    /// <summary>A number, or null for an empty field.</summary>
    public decimal? NumberOrNull(int column) => fields[column].Length == 0 ? null : Number(column);

    /// <summary>A date, or null for an empty field.</summary>
    public DateOnly? DateOrNull(int column) =>
        fields[column].Length == 0 ? null
        : DateOnly.TryParseExact(
            fields[column],
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var date
        )
            ? date
        : throw Wrong(column, $"is `{fields[column]}`, which is not a day of the calendar");

    /// <summary>A mistake in this row.</summary>
    public LawException Wrong(string what) => new($"{what}.", file, line);

    private LawException Wrong(int column, string what) => Wrong($"`{columns[column]}` {what}");
}
