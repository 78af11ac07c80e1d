using Parquet;
using Parquet.Schema;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Screen;

/// <summary>One row a record in Parquet; terms are numbers of months, life is 9996, unknown is null.</summary>
public sealed class ParquetOutput(ReplacedFile file) : ScreenOutput
{
    private const int RowsInAGroup = 1 << 16;

    private static readonly Type Text = typeof(string);
    private static readonly Type Number = typeof(int?);

    private static readonly Type[] Types =
    [
        Text,
        Text,
        Text,
        Text,
        Text,
        Number,
        Text,
        Number,
        Number,
        Number,
        Text,
        Number,
        Number,
        Number,
        Text,
        Text,
        Text,
    ];

    private readonly ParquetSchema schema = new(ScreenRow.Columns.Zip(Types, (name, type) => (Field)new DataField(name, type)));
    private readonly List<ScreenRow> waiting = new(RowsInAGroup);
    private ParquetWriter? writer;

    /// <inheritdoc/>
    public override OutputPage NewPage() => new RowsPage(Append);

    /// <inheritdoc/>
    public override void Complete()
    {
        if (waiting.Count > 0 || writer is null)
        {
            WriteGroup();
        }

        Close();
        file.Keep();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Close();
        file.Dispose();
    }

    private void Append(IReadOnlyList<ScreenRow> rows)
    {
        foreach (var row in rows)
        {
            waiting.Add(row);
            if (waiting.Count == RowsInAGroup)
            {
                WriteGroup();
            }
        }
    }

    private void WriteGroup()
    {
        writer ??= ParquetWriter.CreateAsync(schema, file.Stream).GetAwaiter().GetResult();
        using var group = writer.CreateRowGroup();
        var column = 0;
        WriteText(group, column++, row => row.Id);
        WriteText(group, column++, row => row.Amendments);
        WriteText(group, column++, row => row.OrderDate);
        WriteText(group, column++, row => row.Outcome);
        WriteText(group, column++, row => row.Reason);
        WriteNumber(group, column++, row => row.OriginalLevel);
        WriteText(group, column++, row => row.OriginalCategory);
        WriteTerm(group, column++, row => row.OriginalMin);
        WriteTerm(group, column++, row => row.OriginalMax);
        WriteNumber(group, column++, row => row.AmendedLevel);
        WriteText(group, column++, row => row.AmendedCategory);
        WriteTerm(group, column++, row => row.AmendedMin);
        WriteTerm(group, column++, row => row.AmendedMax);
        WriteTerm(group, column++, row => row.LowestTerm);
        WriteText(group, column++, row => row.LowestTermBasis);
        WriteText(group, column++, row => row.Missing);
        WriteText(group, column, row => row.Assumptions);
        waiting.Clear();
    }

    private void WriteText(ParquetRowGroupWriter group, int column, Func<ScreenRow, string?> value)
    {
        string?[] values = [.. waiting.Select(value)];
        group.WriteAsync(schema.DataFields[column], values!).GetAwaiter().GetResult();
    }

    private void WriteNumber(ParquetRowGroupWriter group, int column, Func<ScreenRow, int?> value)
    {
        int?[] values = [.. waiting.Select(value)];
        group.WriteAsync<int>(schema.DataFields[column], values).GetAwaiter().GetResult();
    }

    private void WriteTerm(ParquetRowGroupWriter group, int column, Func<ScreenRow, Months?> value) =>
        WriteNumber(group, column, row => ScreenRow.Number(value(row)));

    private void Close()
    {
        writer?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        writer = null;
    }
}
