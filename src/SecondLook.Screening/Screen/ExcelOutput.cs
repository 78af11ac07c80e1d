using System.Collections.Concurrent;
using MiniExcelLibs;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Screen;

/// <summary>One row a record in an Excel workbook of one sheet; life is <c>life</c>, unknown is empty.</summary>
public sealed class ExcelOutput(ReplacedFile file) : ScreenOutput
{
    /// <summary>What one sheet of Excel holds, without the row of names.</summary>
    public const int MostRows = 1_048_575;

    // The workbook asks for its rows while it is written; they wait here, a few chunks at most, so that memory does not grow with the file.
    private readonly BlockingCollection<IReadOnlyList<ScreenRow>> waiting = new(4);
    private Task? writing;
    private int rows;

    /// <inheritdoc/>
    public override OutputPage NewPage() => new RowsPage(Append);

    /// <inheritdoc/>
    public override void Complete()
    {
        Start();
        waiting.CompleteAdding();
        writing!.GetAwaiter().GetResult();
        file.Keep();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        waiting.CompleteAdding();
        try
        {
            writing?.GetAwaiter().GetResult();
        }
        catch (IOException)
        {
            // What stopped the run has been reported; the half-written workbook is thrown away.
        }

        file.Dispose();
        waiting.Dispose();
    }

    private void Append(IReadOnlyList<ScreenRow> prepared)
    {
        rows += prepared.Count;
        if (rows > MostRows)
        {
            throw new IOException($"An Excel sheet holds {MostRows} records and there are more. Write .csv or .parquet instead.");
        }

        Start();
        while (!waiting.TryAdd(prepared, millisecondsTimeout: 100))
        {
            if (writing!.IsCompleted)
            {
                writing.GetAwaiter().GetResult();
            }
        }
    }

    private void Start() => writing ??= Task.Run(() => MiniExcel.SaveAs(file.Stream, Cells(), sheetName: "determinations"));

    private IEnumerable<Dictionary<string, object?>> Cells() =>
        from chunk in waiting.GetConsumingEnumerable()
        from row in chunk
        select ScreenRow.Columns.Zip(Values(row)).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);

    private static object?[] Values(ScreenRow row) =>
        [
            row.Id,
            row.Amendments,
            row.OrderDate,
            row.Outcome,
            row.Reason,
            row.OriginalLevel,
            row.OriginalCategory,
            Cell(row.OriginalMin),
            Cell(row.OriginalMax),
            row.AmendedLevel,
            row.AmendedCategory,
            Cell(row.AmendedMin),
            Cell(row.AmendedMax),
            Cell(row.LowestTerm),
            row.LowestTermBasis,
            row.Missing,
            row.Assumptions,
        ];

    private static object? Cell(Months? term) => term is { } known ? (known.IsLife ? "life" : known.Value) : null;
}
