using SecondLook.Screening.Import.Commission;
using SecondLook.Screening.Import.Crosswalks;
using SecondLook.Screening.Import.Json;
using SecondLook.Screening.Import.Tables;
using SecondLook.Screening.Import.Text;

namespace SecondLook.Screening.Import;

/// <summary>Tells by its first bytes what a file is.</summary>
internal static class Recognition
{
    /// <summary>How much of a file is looked at before it is read; the header of a whole datafile takes a quarter of a megabyte.</summary>
    private const int LookAt = 2 * 1024 * 1024;

    public static IReadOnlyList<RowSource> OfPath(string path, ImportOptions options)
    {
        if (Directory.Exists(path))
        {
            return Folders.Open(path, options);
        }

        if (!File.Exists(path))
        {
            throw new ImportException($"{path}: there is no such file or folder. Check the path.");
        }

        return OfStream(Opened(path), Path.GetFileName(path), options);
    }

    public static FileStream Opened(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"{path} cannot be opened: {failed.Message}", failed);
        }
    }

    public static IReadOnlyList<RowSource> OfStream(Stream stream, string name, ImportOptions options)
    {
        try
        {
            return Recognise(stream, name, options);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static IReadOnlyList<RowSource> Recognise(Stream stream, string name, ImportOptions options)
    {
        var whole = new LookAheadStream(stream, LookAt);
        var start = Start(whole, name);
        return Signatures.Of(start) switch
        {
            Signature.Zip => Archives.Open(Seekable(stream, whole, name, "zip archive"), name, options),
            Signature.Parquet => [ParquetTable.Open(Seekable(stream, whole, name, "Parquet file"), name, options)],
            Signature.GZip => OfStream(Unpacked(whole, name), name, options),
            Signature.OtherPacked => throw new ImportException(
                $"{name} is packed in a way that is not read here. Unpack it first; .gz and .zip are read as they are."
            ),
            Signature.OldExcel => throw new ImportException($"{name} is a workbook of Excel 97 to 2003. Save it as .xlsx or .csv first."),
            Signature.WideText => throw new ImportException($"{name} is text in UTF-16. Save it as UTF-8 first."),
            _ => [OfText(whole, name, start, options)],
        };
    }

    private static ReadOnlySpan<byte> Start(LookAheadStream stream, string name)
    {
        try
        {
            return stream.LookAhead();
        }
        catch (Exception failed) when (failed is IOException or InvalidDataException)
        {
            throw new ImportException($"{name} cannot be read: {failed.Message}", failed);
        }
    }

    /// <summary>The stream at its beginning, for kinds of files that are read from their end.</summary>
    private static Stream Seekable(Stream stream, LookAheadStream whole, string name, string kind)
    {
        if (!stream.CanSeek)
        {
            whole.Dispose();
            throw new ImportException(
                $"{name} is a {kind}, which cannot be read from standard input or from inside another file. Give it as a file of its own."
            );
        }

        stream.Position = 0;
        return stream;
    }

    private static GuardedStream Unpacked(Stream packed, string name) => new(new GZipFile(packed), name, new PackedSize(null, null));

    private static RowSource OfText(LookAheadStream whole, string name, ReadOnlySpan<byte> start, ImportOptions options)
    {
        var text = start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? start[3..] : start;
        var trimmed = text.TrimStart(" \t\r\n"u8);
        if (trimmed.IsEmpty)
        {
            throw new ImportException($"{name} is empty. Name a file with at least one record.");
        }

        if (trimmed[0] is (byte)'{' or (byte)'[')
        {
            return options.Map is null
                ? OfJson(whole, name, trimmed, options)
                : throw new ImportException($"{name} holds records as JSON, which need no crosswalk. Leave {options.Map.Name} out.");
        }

        if (CsvHeader.Read(text, isWhole: start.Length < LookAt) is not { } header)
        {
            throw new ImportException(
                $"{name} has no line end in its first {LookAt / 1024 / 1024} MB, so it is not a table. Check that it is the right file."
            );
        }

        var (crosswalk, kind) = CrosswalkFor(name, header.Names, options);
        var bound = CrosswalkBinding.Bind(crosswalk, name, header.Names);
        var blocks = new TextBlocks(whole, Math.Max(options.BlockSize, 4 * header.Length), options.LongestLine, header.Separator);
        return new CsvTable(blocks, header, bound, $"{kind}, CSV", options);
    }

    /// <summary>The crosswalk that was given, or else the built-in one for these columns.</summary>
    public static (Crosswalk Crosswalk, string Kind) CrosswalkFor(string name, IReadOnlyList<string> header, ImportOptions options)
    {
        if (options.Map is { } given)
        {
            return (given, $"table read with {given.Name}");
        }

        return CommissionFiles.CrosswalkFor(header) is { } known
            ? (known, CommissionFiles.Describe(known))
            : throw new UnknownColumnsException(
                $"{name} is a table whose columns are not those of a Commission datafile: {string.Join(", ", header.Take(6))}{(header.Count > 6 ? ", ..." : "")}. "
                    + "Say with a crosswalk (--map FILE.yaml) which column holds which fact.",
                header
            );
    }

    private static RowSource OfJson(LookAheadStream stream, string name, ReadOnlySpan<byte> start, ImportOptions options) =>
        start[0] == '{' && IsOneALine(start) ? new JsonLines(stream, name, options) : new JsonDocument(stream, name, options);

    /// <summary>True where the first line is a whole object, or the second begins with one.</summary>
    private static bool IsOneALine(ReadOnlySpan<byte> start)
    {
        var end = start.IndexOf((byte)'\n');
        if (end < 0)
        {
            return false;
        }

        var cutter = new ObjectCutter();
        cutter.Scan(start[..end], ended: true);
        return cutter.Problem is null || start[end..].TrimStart(" \t\r\n"u8).StartsWith("{"u8);
    }
}
