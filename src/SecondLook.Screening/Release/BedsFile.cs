using System.Globalization;
using System.Text;
using SecondLook.Screening.Import;

namespace SecondLook.Screening.Release;

/// <summary>
/// The beds in halfway houses by destination, as a CSV with the columns <c>destination</c> (a district) and <c>beds</c>. No published count is
/// at hand, so the planner brings one.
/// </summary>
public static class BedsFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="ImportException">The file is not there or a line is no count of beds; the message names the line.</exception>
    public static IReadOnlyDictionary<string, int> Read(string path) =>
        File.Exists(path)
            ? Read(File.ReadLines(path, Encoding.UTF8), Path.GetFileName(path))
            : throw new ImportException($"There is no file {path}. Give --beds a CSV with the columns destination and beds.");

    private static Dictionary<string, int> Read(IEnumerable<string> lines, string file)
    {
        var beds = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, line) in lines.Index())
        {
            string[] fields = [.. line.Split(',').Select(field => field.Trim())];
            if (index == 0)
            {
                if (fields is not ["destination", "beds"])
                {
                    throw new ImportException($"{file}, line 1: the columns are `{line}`. Write destination,beds.");
                }
            }
            else if (
                fields.Length != 2
                || !int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                || !beds.TryAdd(fields[0], count)
            )
            {
                throw new ImportException(
                    $"{file}, line {index + 1}: `{line}` is no destination with a whole number of beds, or a second one. Write such as TXW,120."
                );
            }
        }

        return beds;
    }
}
