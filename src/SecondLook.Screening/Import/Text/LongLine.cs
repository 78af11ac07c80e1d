using System.Text;

namespace SecondLook.Screening.Import.Text;

/// <summary>A line longer than the limit.</summary>
internal static class LongLine
{
    public static RejectedRow Rejected(string file, long line, int longest, ReadOnlySpan<byte> beginning) =>
        new(
            file,
            line,
            "",
            Beginning(beginning),
            $"the line is longer than {longest} bytes, so it cannot be one record",
            "Look for a missing line break or quotation mark near its beginning; the rows after it were read."
        );

    /// <summary>The first letters of some text, without what does not print.</summary>
    public static string Beginning(ReadOnlySpan<byte> text)
    {
        const int Shown = 40;
        var start = Encoding.Latin1.GetString(text[..Math.Min(text.Length, Shown)]);
        return string.Concat(start.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim() + (text.Length > Shown ? "..." : "");
    }
}
