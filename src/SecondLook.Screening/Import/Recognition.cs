using SecondLook.Screening.Import.Json;
using SecondLook.Screening.Import.Text;

namespace SecondLook.Screening.Import;

/// <summary>Tells by its first bytes what a file is.</summary>
internal static class Recognition
{
    /// <summary>How much of a file is looked at before it is read.</summary>
    public const int LookAt = 64 * 1024;

    public static IReadOnlyList<RowSource> OfPath(string path, ImportOptions options)
    {
        if (!File.Exists(path))
        {
            throw new ImportException($"{path}: there is no such file or folder. Check the path.");
        }

        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"{path} cannot be opened: {failed.Message}", failed);
        }

        return OfStream(stream, Path.GetFileName(path), options);
    }

    public static IReadOnlyList<RowSource> OfStream(Stream stream, string name, ImportOptions options)
    {
        var whole = new LookAheadStream(stream, LookAt);
        var start = whole.LookAhead();
        if (start.StartsWith("\x1F\x8B"u8))
        {
            throw new ImportException($"{name}");
        }

        var text = start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? start[3..] : start;
        var trimmed = text.TrimStart(" \t\r\n"u8);
        if (trimmed.IsEmpty)
        {
            throw new ImportException($"{name} is empty. Name a file with at least one record.");
        }

        return trimmed[0] switch
        {
            (byte)'{' or (byte)'[' => [OfJson(whole, name, trimmed, options)],
            _ => throw new ImportException($"{name} is not a file that can be read."),
        };
    }

    private static RowSource OfJson(Stream stream, string name, ReadOnlySpan<byte> start, ImportOptions options) =>
        start[0] == '{' && IsOneALine(start) ? new JsonLines(stream, name, options) : new JsonDocument(stream, name, options);

    /// <summary>True where the first line is a whole object, or the second begins with one.</summary>
    private static bool IsOneALine(ReadOnlySpan<byte> start)
    {
        var end = start.IndexOf((byte)'\n');
        var first = end < 0 ? start : start[..end];
        var cutter = new ObjectCutter();
        cutter.Scan(first, ended: end >= 0);
        return end < 0 ? false : cutter.Problem is null || start[end..].TrimStart(" \t\r\n"u8).StartsWith("{"u8);
    }
}
