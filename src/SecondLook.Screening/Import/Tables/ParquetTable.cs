using Parquet;
using Parquet.Schema;
using SecondLook.Screening.Import.Crosswalks;

namespace SecondLook.Screening.Import.Tables;

/// <summary>
/// A Parquet file and the crosswalk of its columns. Holds the needed columns of one row group at a time; the rows of a group may be read
/// on several threads.
/// </summary>
internal sealed class ParquetTable : RowSource
{
    private const int RowsInBatch = 8192;

    private readonly ParquetReader file;
    private readonly DataField?[] fields;
    private readonly TableRows readers;
    private readonly string name;

    private ParquetTable(
        ParquetReader file,
        string name,
        DataField?[] fields,
        BoundCrosswalk crosswalk,
        string description,
        ImportOptions options
    )
    {
        this.file = file;
        this.name = name;
        this.fields = fields;
        readers = new TableRows(crosswalk, options.Substances);
        Description = description;
    }

    public override string Description { get; }

    public static ParquetTable Open(Stream stream, string name, ImportOptions options)
    {
        var opened = Guarded(name, () => ParquetReader.CreateAsync(stream));
        DataField[] all = [.. opened.Schema.DataFields.Where(field => !field.IsArray && field.Path.Length == 1)];
        string[] header = [.. all.Select(field => field.Name)];
        var (crosswalk, kind) = Recognition.CrosswalkFor(name, header, options);
        var bound = CrosswalkBinding.Bind(crosswalk, name, header);
        DataField?[] needed = [.. all.Select((field, index) => bound.ColumnsRead.Contains(index) ? field : null)];
        return new(opened, name, needed, bound, $"{kind}, Parquet", options);
    }

    public override IEnumerable<ImportBatch> Batches()
    {
        var first = 1L;
        for (var group = 0; group < file.RowGroupCount; group++)
        {
            using var reader = file.OpenRowGroupReader(group);
            var count = checked((int)reader.RowCount);
            var columns = new ParquetColumn?[fields.Length];
            for (var i = 0; i < fields.Length; i++)
            {
                if (fields[i] is { } field)
                {
                    columns[i] = Guarded(name, () => ParquetColumn.ReadAsync(reader, field, count));
                }
            }

            for (var start = 0; start < count; start += RowsInBatch)
            {
                yield return new Rows(columns, start, Math.Min(RowsInBatch, count - start), first + start, readers);
            }

            first += count;
        }
    }

    public override void Dispose() => file.DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>What the library throws at damaged files is of many kinds; all mean the same to the reader of the message.</summary>
    private static T Guarded<T>(string name, Func<Task<T>> read)
    {
        try
        {
            return read().GetAwaiter().GetResult();
        }
        catch (Exception damaged) when (damaged is not (ImportException or OutOfMemoryException))
        {
            throw new ImportException(
                $"{name} is not a whole Parquet file, or uses a feature that is not read here: {damaged.Message} Write it again.",
                damaged
            );
        }
    }

    private sealed class Rows(ParquetColumn?[] columns, int start, int count, long first, TableRows readers) : TableBatch
    {
        private protected override void ReadRows(List<ImportedRow> rows)
        {
            var reader = readers.Take();
            var row = new ParquetRow(columns);
            for (var i = 0; i < count; i++)
            {
                row.Place = start + i;
                rows.Add(reader.Read(row, first + i));
            }

            readers.Return(reader);
        }
    }

    private sealed class ParquetRow(ParquetColumn?[] columns) : SourceRow
    {
        private readonly TextBytes texts = new();

        public int Place { get; set; }

        public override FieldValue this[int column] => columns[column]!.Value(Place, texts);
    }
}
