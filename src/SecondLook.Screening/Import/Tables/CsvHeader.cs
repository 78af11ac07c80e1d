using CsvHelper;
using SecondLook.Screening.Import.Crosswalks;

namespace SecondLook.Screening.Import.Tables;

/// <summary>The first row of a CSV file.</summary>
/// <param name="Names">The names of the columns, without blanks around them.</param>
/// <param name="Separator">What separates the fields.</param>
/// <param name="Length">How many bytes of the file it takes, with its line end and what stands before it.</param>
internal sealed record CsvHeader(IReadOnlyList<string> Names, byte Separator, int Length)
{
    private const byte Quote = (byte)'"';

    /// <summary>How the rows after the header are to be read.</summary>
    public CsvReaderOptions Options { get; } =
        new()
        {
            HasHeader = false,
            Separator = (char)Separator,
            DetectSeparatorHint = false,
            AllowLineBreaksInQuotes = true,
            SkipEmptyLines = true,
        };

    /// <summary>How many lines stand in the first bytes, the header among them.</summary>
    public int Lines { get; init; }

    /// <summary>The header at the beginning of a text; null where the text has no whole line.</summary>
    public static CsvHeader? Read(ReadOnlySpan<byte> start, bool isWhole)
    {
        var begin = 0;
        while (begin < start.Length && start[begin] is (byte)'\n' or (byte)'\r')
        {
            begin++;
        }

        // Excel writes the separator into a line of its own: sep=;
        byte? named = null;
        if (start[begin..].StartsWith("sep="u8) && start[begin..].IndexOf((byte)'\n') is >= 5 and <= 7 and var length)
        {
            named = start[begin + 4];
            begin += length + 1;
        }

        var end = EndOfLine(start, begin);
        if (end < 0 && !isWhole)
        {
            return null;
        }

        end = end < 0 ? start.Length : end;
        var line = start[begin..end];
        var separator = named ?? MostFrequent(line);
        var options = new CsvReaderOptions
        {
            HasHeader = false,
            Separator = (char)separator,
            DetectSeparatorHint = false,
        };
        using var csv = CsvReader.Create(line.ToArray(), options);
        if (!csv.Read())
        {
            return null;
        }

        var names = new string[csv.FieldCount];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Words.Decode(csv.GetSpan(i)).Trim();
        }

        return new(names, separator, end) { Lines = Math.Max(start[..end].Count((byte)'\n'), 1) };
    }

    /// <summary>The lines to add to the number of the first line of a block of which so many bytes are the header.</summary>
    public int LinesIn(int skipped) => skipped == 0 ? 0 : Lines;

    private static int EndOfLine(ReadOnlySpan<byte> text, int begin)
    {
        var open = false;
        for (var at = begin; at < text.Length; at++)
        {
            if (text[at] == Quote)
            {
                open = !open;
            }
            else if (!open && text[at] is (byte)'\n' or (byte)'\r')
            {
                return text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
            }
        }

        return -1;
    }

    private static byte MostFrequent(ReadOnlySpan<byte> line)
    {
        var best = (byte)',';
        var most = 0;
        foreach (var candidate in ",;\t|"u8)
        {
            var count = line.Count(candidate);
            if (count > most)
            {
                (best, most) = (candidate, count);
            }
        }

        return best;
    }
}

/// <summary>Counts the line breaks of a text as far as asked, each once.</summary>
internal ref struct LineCount(ReadOnlySpan<byte> text, byte lineEnd)
{
    private readonly ReadOnlySpan<byte> text = text;
    private int counted;
    private int lines;

    public int UpTo(int place)
    {
        lines += text[counted..place].Count(lineEnd);
        counted = place;
        return lines;
    }
}
