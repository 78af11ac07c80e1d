using System.IO.Compression;
using System.Text;
using SecondLook.Screening.Import.Commission;
using SecondLook.Screening.Import.Tables;
using SecondLook.Screening.Import.Text;

namespace SecondLook.Screening.Import;

/// <summary>Zip archives: the Commission's, with data and programs; workbooks of Excel; or one or more files of another kind.</summary>
internal static class Archives
{
    private const int LargestProgram = 32 * 1024 * 1024;
    private const int MostEntries = 10_000;

    public static IReadOnlyList<RowSource> Open(Stream stream, string name, ImportOptions options)
    {
        var archive = Read(stream, name);
        ZipArchiveEntry[] entries =
        [
            .. archive.Entries.Where(entry => entry.FullName[^1] is not ('/' or '\\') && !IsHidden(entry.FullName)),
        ];
        if (entries.Any(entry => entry.FullName is "xl/workbook.xml" or "[Content_Types].xml"))
        {
            archive.Dispose();
            stream.Position = 0;
            return [ExcelTable.Open(stream, name, options)];
        }

        var programs = new Programs([
            .. entries.Where(entry => Programs.IsProgram(entry.Name)).Select(entry => (entry.Name, (Func<string>)(() => Text(entry)))),
        ]);
        ZipArchiveEntry[] data = [.. entries.Where(entry => Programs.IsData(entry.Name))];
        if (data.Length > 0)
        {
            return Owned(
                archive,
                stream,
                [.. data.Select(entry => FixedWidthTable.Open(Unpacked(entry), entry.Name, programs.For(entry.Name, data.Length), options))]
            );
        }

        ZipArchiveEntry[] others = [.. entries.Where(entry => Folders.IsReadable(entry.Name))];
        return others.Length > 0
            ? Owned(archive, stream, [.. others.SelectMany(entry => Recognition.OfStream(Unpacked(entry), entry.Name, options))])
            : throw new ImportException(
                $"{name} holds nothing that can be read{(entries.Length == 0 ? "" : $": {string.Join(", ", entries.Take(5).Select(entry => entry.Name))}")}. "
                    + "A datafile of the Commission is a .dat with its .sas or .sps program."
            );
    }

    private static ZipArchive Read(Stream stream, string name)
    {
        try
        {
            var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Count <= MostEntries
                ? archive
                : throw new ImportException($"{name} holds more than {MostEntries} files. Give the one that holds the records.");
        }
        catch (InvalidDataException damaged)
        {
            throw new ImportException(
                $"{name} is not a whole zip archive: it may be cut off or damaged. Copy or download it again.",
                damaged
            );
        }
    }

    private static GuardedStream Unpacked(ZipArchiveEntry entry)
    {
        try
        {
            return new GuardedStream(entry.Open(), entry.Name, new PackedSize(entry.CompressedLength, entry.Length));
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException)
        {
            throw new ImportException(
                $"{entry.Name} in the zip archive is damaged or packed in a way that is not read here. Unpack it first.",
                damaged
            );
        }
    }

    private static string Text(ZipArchiveEntry entry)
    {
        if (entry.Length > LargestProgram)
        {
            throw new ImportException($"{entry.Name} is too large to be a program.");
        }

        using var reader = new StreamReader(Unpacked(entry), Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
        return reader.ReadToEnd();
    }

    /// <summary>What programs for archives leave beside the files.</summary>
    private static bool IsHidden(string path) =>
        path.StartsWith("__MACOSX/", StringComparison.Ordinal) || DataProgram.FileNameOf(path).StartsWith('.');

    /// <summary>The sources, the first of which closes the archive.</summary>
    private static IReadOnlyList<RowSource> Owned(ZipArchive archive, Stream stream, IReadOnlyList<RowSource> sources) =>
        [new Closing(sources, archive, stream)];

    private sealed class Closing(IReadOnlyList<RowSource> sources, ZipArchive archive, Stream stream) : RowSource
    {
        public override string Description =>
            string.Join("; ", sources.Select(source => source.Description).Distinct(StringComparer.Ordinal));

        public override IEnumerable<ImportBatch> Batches() => sources.SelectMany(source => source.Batches());

        public override void Dispose()
        {
            foreach (var source in sources)
            {
                source.Dispose();
            }

            archive.Dispose();
            stream.Dispose();
        }
    }
}
