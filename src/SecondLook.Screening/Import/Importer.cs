namespace SecondLook.Screening.Import;

/// <summary>
/// Reads sentencing records from whatever holds them. What a file is, is told by its content: records as JSON (one object, an array, or
/// one a line), the Commission's datafiles (a zip or a folder with the data and the program that describes it, or a CSV file), and any
/// CSV, Excel or Parquet file with a crosswalk. Streams: memory does not grow with the file.
/// </summary>
public sealed class Importer : IDisposable
{
    private readonly IReadOnlyList<RowSource> sources;
    private readonly IdRegister ids;
    private bool enumerated;

    internal Importer(IReadOnlyList<RowSource> sources, ImportOptions options)
    {
        this.sources = sources;
        ids = new IdRegister(options.IdsRemembered);
    }

    /// <summary>What the file was taken for, in words, such as <c>records, one a line</c>.</summary>
    public string Description => string.Join("; ", sources.Select(source => source.Description).Distinct(StringComparer.Ordinal));

    /// <summary>What a reader of the result should know about the file as a whole. Complete once all rows were read.</summary>
    public IReadOnlyList<string> Notes =>
        ids.IsFull ? [$"Only the first {ids.Count} ids were compared with each other; later ones that repeat were not noticed."] : [];

    /// <summary>Opens a file, a folder, or standard input where the path is <c>-</c>.</summary>
    /// <exception cref="ImportException">There is no such file, or it cannot be recognised.</exception>
    public static Importer Open(string path, ImportOptions options, Stream? standardInput = null) =>
        path == "-"
            ? Open(
                standardInput ?? throw new ImportException("There is no standard input to read; name a file."),
                "standard-input",
                options
            )
            : new Importer(Recognition.OfPath(path, options), options);

    /// <summary>Opens a stream that is closed with the importer.</summary>
    /// <param name="stream">The content of the file.</param>
    /// <param name="name">What the file is called in messages and in ids made from row numbers, without directories.</param>
    /// <param name="options">How to read it.</param>
    /// <exception cref="ImportException">It cannot be recognised.</exception>
    public static Importer Open(Stream stream, string name, ImportOptions options) =>
        new(Recognition.OfStream(stream, name, options), options);

    /// <summary>All rows, in the order of the file. To be enumerated once.</summary>
    public IEnumerable<ImportedRow> Rows() => Batches().SelectMany(batch => batch.Read());

    /// <summary>All rows in batches that may be read on several threads; see <see cref="ImportBatch.Read"/>. To be enumerated once.</summary>
    /// <exception cref="ImportException">While enumerating: the file cannot be read any further.</exception>
    public IEnumerable<ImportBatch> Batches()
    {
        if (enumerated)
        {
            throw new InvalidOperationException("The rows can be read only once: open the file again.");
        }

        enumerated = true;
        return Numbered();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var source in sources)
        {
            source.Dispose();
        }
    }

    private IEnumerable<ImportBatch> Numbered()
    {
        var index = 0L;
        foreach (var batch in sources.SelectMany(source => source.Batches()))
        {
            batch.Index = index++;
            batch.Ids = ids;
            yield return batch;
        }
    }
}
