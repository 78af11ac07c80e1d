using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;
using SecondLook.Screening.Import.Crosswalks;

namespace SecondLook.Screening.Import.Tables;

/// <summary>The first sheet of an Excel workbook, its first row the names of the columns.</summary>
internal sealed class ExcelTable : RowSource
{
    private const int RowsInBatch = 2048;
    private const long LargestPart = 8L * 1024 * 1024 * 1024;
    private const long MostTimesLarger = 200;
    private const long AlwaysAllowed = 256L * 1024 * 1024;

    private readonly Stream stream;
    private readonly IEnumerator<object?[]> sheet;
    private readonly TableRows readers;
    private readonly string name;

    private ExcelTable(
        Stream stream,
        string name,
        IEnumerator<object?[]> sheet,
        BoundCrosswalk crosswalk,
        string description,
        ImportOptions options
    )
    {
        this.stream = stream;
        this.name = name;
        this.sheet = sheet;
        readers = new TableRows(crosswalk, options.Substances);
        Description = description;
    }

    public override string Description { get; }

    public static ExcelTable Open(Stream stream, string name, ImportOptions options)
    {
        RefuseBombs(stream, name);
        stream.Position = 0;
        var cells = Cells(stream).GetEnumerator();
        if (!Next(cells, name))
        {
            throw new ImportException($"The first sheet of {name} is empty. Its first row should hold the names of the columns.");
        }

        string[] header = [.. cells.Current.Select(cell => Text(cell).Trim())];
        var (crosswalk, kind) = Recognition.CrosswalkFor(name, header, options);
        return new(stream, name, cells, CrosswalkBinding.Bind(crosswalk, name, header), $"{kind}, Excel", options);
    }

    public override IEnumerable<ImportBatch> Batches()
    {
        var number = 2L;
        var rows = new List<object?[]>(RowsInBatch);
        while (Next(sheet, name))
        {
            rows.Add(sheet.Current);
            if (rows.Count == RowsInBatch)
            {
                yield return new Rows(rows, number, readers);
                number += rows.Count;
                rows = new(RowsInBatch);
            }
        }

        if (rows.Count > 0)
        {
            yield return new Rows(rows, number, readers);
        }
    }

    public override void Dispose()
    {
        sheet.Dispose();
        stream.Dispose();
    }

    private static IEnumerable<object?[]> Cells(Stream stream)
    {
        foreach (IDictionary<string, object?> row in stream.Query(useHeaderRow: false, excelType: ExcelType.XLSX))
        {
            yield return [.. row.Values];
        }
    }

    private static bool Next(IEnumerator<object?[]> sheet, string name)
    {
        try
        {
            return sheet.MoveNext();
        }
        catch (Exception damaged) when (damaged is not (ImportException or OutOfMemoryException))
        {
            throw new ImportException(
                $"{name} is not a whole Excel workbook, or is protected: {damaged.Message} Save it again as .xlsx, or as .csv.",
                damaged
            );
        }
    }

    /// <summary>The parts of a workbook are small; one that unpacks to a thousand times its size is there to do harm.</summary>
    private static void RefuseBombs(Stream stream, string name)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var part in archive.Entries)
        {
            if (part.Length > LargestPart || (part.Length > AlwaysAllowed && part.Length / MostTimesLarger > part.CompressedLength))
            {
                throw new ImportException(
                    $"{name} unpacks to far more than its size, as no honest workbook does. Save its first sheet as .csv if it is what you think."
                );
            }
        }
    }

    /// <summary>A cell as text: numbers in digits, days as ISO dates.</summary>
    private static string Text(object? cell) =>
        cell switch
        {
            null => "",
            string text => text,
            bool yes => yes ? "true" : "false",
            DateTime day => day.ToString(
                day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss",
                CultureInfo.InvariantCulture
            ),
            double number when Math.Abs(number) < 1e27 => ((decimal)number).ToString(CultureInfo.InvariantCulture),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString() ?? "",
        };

    private sealed class Rows(List<object?[]> cells, long first, TableRows readers) : TableBatch
    {
        private protected override void ReadRows(List<ImportedRow> rows)
        {
            var reader = readers.Take();
            var row = new ExcelRow();
            foreach (var (index, current) in cells.Index())
            {
                // Excel keeps empty rows below a table that was once longer.
                if (current.Any(cell => cell is not null and not ""))
                {
                    row.Cells = current;
                    rows.Add(reader.Read(row, first + index));
                }
            }

            readers.Return(reader);
        }
    }

    private sealed class ExcelRow : SourceRow
    {
        private readonly TextBytes texts = new();

        public object?[] Cells { get; set; } = [];

        public override FieldValue this[int column] =>
            column < Cells.Length && Text(Cells[column]) is { Length: > 0 } text ? FieldValue.Of(texts[text]) : FieldValue.Nothing;
    }
}
