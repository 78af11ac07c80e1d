using System.Globalization;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests;

/// <summary>
/// The tables of a Markdown file beside the tests, so that a lawyer can check the cases without reading code. A file may hold several
/// tables; a row is a case.
/// </summary>
internal static class CaseTable
{
    /// <summary>Every row of every table that has these columns, and at least one.</summary>
    public static IReadOnlyList<CaseRow> Of(string path, params IReadOnlyList<string> columns)
    {
        var rows = new List<CaseRow>();
        string[]? header = null;
        foreach (
            var (index, line) in Repository
                .Lines(path.StartsWith("docs/", StringComparison.Ordinal) ? path : $"tests/SecondLook.Tests/{path}")
                .Index()
        )
        {
            if (!line.StartsWith('|'))
            {
                header = null;
                continue;
            }

            string[] cells = [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
            if (header is null)
            {
                header = cells;
            }
            else if (!cells[0].StartsWith("--", StringComparison.Ordinal) && columns.All(header.Contains))
            {
                Assert.True(cells.Length == header.Length, $"{path}, line {index + 1}: {cells.Length} cells under {header.Length} columns");
                rows.Add(new($"{path}, line {index + 1}", header.Zip(cells).ToDictionary(StringComparer.Ordinal)));
            }
        }

        Assert.True(rows.Count > 0, $"{path} has no table with the columns {string.Join(", ", columns)}");
        return rows;
    }

    /// <summary>Asks for the answer of every row and fails with all the rows that are wrong.</summary>
    public static void Check<T>(IEnumerable<CaseRow> rows, Func<CaseRow, T> expected, Func<CaseRow, T> answer) =>
        Expect.None(
            rows.Select(row => (row, Wanted: expected(row), Got: answer(row)))
                .Where(c => !Equals(c.Wanted, c.Got))
                .Select(c => $"{c.row}: want {c.Wanted}, got {c.Got}"),
            "The answer is not the one of the text:"
        );
}

/// <summary>One row of a table of cases.</summary>
internal sealed record CaseRow(string Place, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells[column];

    /// <summary>The same row with more cells.</summary>
    public CaseRow With(params ReadOnlySpan<(string Column, string Cell)> more)
    {
        var cells = new Dictionary<string, string>(Cells, StringComparer.Ordinal);
        foreach (var (column, cell) in more)
        {
            cells.Add(column, cell);
        }

        return this with
        {
            Cells = cells,
        };
    }

    public bool Has(string column) => Cells.TryGetValue(column, out var cell) && cell.Length > 0;

    public int Whole(string column) => int.Parse(Cells[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public int WholeOrZero(string column) => Has(column) ? Whole(column) : 0;

    public decimal Number(string column) => decimal.Parse(Cells[column], NumberStyles.Number, CultureInfo.InvariantCulture);

    public DateOnly Day(string column) => DateOnly.ParseExact(Cells[column], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public Months Term(string column) => TermOf(Cells[column]);

    /// <summary>A range such as <c>70-87</c>, <c>360-life</c> or <c>life</c>.</summary>
    public MonthRange Range(string column) => RangeOf(Cells[column]);

    /// <summary>Names separated by blanks.</summary>
    public string[] Words(string column) => Cells[column].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Amounts such as <c>cocaine 80 g + cocaine-base 2 g</c>, or <c>schedule-4 10000 units</c>.</summary>
    public Drug[] Drugs(string column) =>
        [
            .. Cells[column]
                .Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(part => part.Split(' '))
                .Select(part =>
                    (Name: part[0], Amount: Quantity.Exactly(decimal.Parse(part[1], CultureInfo.InvariantCulture)), Unit: part[2])
                )
                .Select(d => d.Unit == "g" ? new Drug(d.Name, d.Amount, null) : new Drug(d.Name, null, d.Amount)),
        ];

    public override string ToString() =>
        $"{Place} ({string.Join(", ", Cells.Where(c => c.Value.Length > 0).Select(c => $"{c.Key} {c.Value}"))})";

    public static MonthRange RangeOf(string text)
    {
        var ends = text.Split('-');
        return new(TermOf(ends[0]), TermOf(ends[^1]));
    }

    public static Months TermOf(string text) => text == "life" ? Months.Life : new(int.Parse(text, CultureInfo.InvariantCulture));
}

/// <summary>The law as a test asks for it.</summary>
internal static class Editions
{
    public static readonly Sentencing.Law.LawLibrary Law = Sentencing.Elements.Library;

    /// <summary>A Manual, with amendments substituted where some are named.</summary>
    public static Sentencing.Law.Manual Manual(DateOnly edition, params IEnumerable<string> amendments) =>
        Law.ManualOn(edition).Substitute(amendments.Select(id => Law.Amendments.Single(a => a.Id == id)));

    /// <summary>The level of the Drug Quantity Table for exact amounts.</summary>
    public static int LevelOf(IEnumerable<Drug> drugs, Sentencing.Law.Manual manual) =>
        QuantityLevel.Of(AmountsOf(drugs, manual), manual, explain: false)!.Value.Level.Value;

    public static IReadOnlyList<DrugAmount> AmountsOf(IEnumerable<Drug> drugs, Sentencing.Law.Manual manual) =>
        [
            .. drugs.Select(d => new DrugAmount(
                DrugMeasure.InTable(d.Substance!),
                DrugMeasure.Measured(d, manual)!.Value.AtLeast,
                "offense.drugs"
            )),
        ];
}
