using System.Text;
using SecondLook.Screening.Import.Commission;

namespace SecondLook.Screening.Import;

/// <summary>A folder: the Commission's data with the programs that describe them, or files that can each be read alone, in the order of their names.</summary>
internal static class Folders
{
    private static readonly string[] Endings = [".csv", ".jsonl", ".json", ".xlsx", ".parquet", ".zip", ".gz"];

    public static bool IsReadable(string name) => Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public static IReadOnlyList<RowSource> Open(string path, ImportOptions options)
    {
        string[] files = [.. Directory.EnumerateFiles(path).Where(file => Path.GetFileName(file)[0] != '.').Order(StringComparer.Ordinal)];
        var programs = new Programs([
            .. files
                .Where(Programs.IsProgram)
                .Select(file => (Path.GetFileName(file), (Func<string>)(() => File.ReadAllText(file, Encoding.Latin1)))),
        ]);
        string[] data = [.. files.Where(Programs.IsData)];
        string[] others = [.. files.Where(IsReadable)];
        if (data.Length + others.Length == 0)
        {
            throw new ImportException(
                $"The folder {path} holds nothing that can be read. Put a datafile with its .sas or .sps program into it, or files ending in {string.Join(", ", Endings)}."
            );
        }

        var sources = new List<RowSource>();
        try
        {
            foreach (var file in data)
            {
                var name = Path.GetFileName(file);
                sources.Add(FixedWidthTable.Open(Recognition.Opened(file), name, programs.For(name, data.Length), options));
            }

            // The same data often lie beside the .dat as .csv or .zip: then they are not read twice.
            foreach (var file in others.Where(file => !data.Any(known => Stem(known) == Stem(file))))
            {
                sources.AddRange(Recognition.OfPath(file, options));
            }

            return sources;
        }
        catch
        {
            sources.ForEach(source => source.Dispose());
            throw;
        }
    }

    private static string Stem(string path) => Path.GetFileNameWithoutExtension(path).ToUpperInvariant();
}
