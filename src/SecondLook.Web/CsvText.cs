using System.Text;

namespace SecondLook.Web;

/// <summary>A list as a CSV file (RFC 4180).</summary>
internal static class CsvText
{
    /// <summary>The bytes of the file: the names of the columns, then the rows.</summary>
    public static byte[] Of(IEnumerable<string> names, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(names))
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Cell(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
