using System.Text;

namespace SecondLook.Sentencing.Findings;

/// <summary>Plain text 100 columns wide, lines ending in LF.</summary>
public static class WrappedText
{
    private const int Width = 100;

    /// <summary>Adds a line, broken between words where it is too long.</summary>
    /// <param name="text">The text so far.</param>
    /// <param name="line">The line.</param>
    /// <param name="first">What stands before its first word.</param>
    /// <param name="following">What stands before the first word of each further line.</param>
    public static void Append(StringBuilder text, string line, string first = "", string following = "")
    {
        var indent = first;
        var column = 0;
        foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (column > 0 && column + 1 + word.Length > Width)
            {
                text.Append('\n');
                column = 0;
                indent = following;
            }

            var lead = column == 0 ? indent : " ";
            text.Append(lead).Append(word);
            column += lead.Length + word.Length;
        }

        text.Append('\n');
    }
}
