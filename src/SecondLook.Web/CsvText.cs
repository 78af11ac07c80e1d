using System.Buffers;
using System.Globalization;
using SecondLook.Screening.Screen;

namespace SecondLook.Web;

/// <summary>A list as a CSV file (RFC 4180), to be opened in a spreadsheet.</summary>
internal static class CsvText
{
    private const string BeginsAFormula = "=+-@\t\r";

    /// <summary>The bytes of the file in UTF-8: the names of the columns, then the rows.</summary>
    public static byte[] Of(IEnumerable<string> names, IEnumerable<IEnumerable<string?>> rows)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var row = new CsvRow(buffer);
        foreach (var cells in rows.Prepend(names))
        {
            foreach (var cell in cells)
            {
                row.Text(IsFormula(cell) ? $"'{cell}" : cell);
            }

            row.End();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>What was imported or written by somebody else must not run in a reader's spreadsheet: an apostrophe makes it text. A number is one.</summary>
    private static bool IsFormula(string? cell) =>
        cell is [var first, ..]
        && BeginsAFormula.Contains(first)
        && !decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
