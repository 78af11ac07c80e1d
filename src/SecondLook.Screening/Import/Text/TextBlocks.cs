using System.Buffers;

namespace SecondLook.Screening.Import.Text;

/// <summary>
/// Cuts a stream of text into blocks of whole lines. Holds one block at a time, whatever the length of the file or of a line: of a line
/// longer than the limit only the beginning is kept, and the rest is passed over.
/// </summary>
/// <param name="stream">Where the text comes from; a byte order mark of UTF-8 is taken off.</param>
/// <param name="blockSize">The usual size of a block in bytes.</param>
/// <param name="longestLine">The longest line in bytes.</param>
/// <param name="separator">
/// What separates the fields of a CSV file, in which a line break between quotation marks does not end a line; null for other text.
/// </param>
internal sealed class TextBlocks(Stream stream, int blockSize, int longestLine, byte? separator = null) : IDisposable
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(blockSize);
    private int length;
    private long line = 1;
    private bool begun;
    private bool ended;
    private byte lineEnd = (byte)'\n';

    /// <summary>The next block; false at the end of the file.</summary>
    public bool TryNext(out TextBlock block)
    {
        Begin();
        while (true)
        {
            var end = ended ? length : EndOfLastLine(buffer.AsSpan(0, length));
            if (end > 0 && (ended || length >= blockSize / 2))
            {
                block = Cut(end, tooLong: false);
                return true;
            }

            if (ended)
            {
                block = default;
                return false;
            }

            if (end <= 0 && length > longestLine)
            {
                block = CutTooLong();
                return true;
            }

            Fill();
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
        stream.Dispose();
    }

    private void Begin()
    {
        if (begun)
        {
            return;
        }

        begun = true;
        while (!ended && length < Math.Min(blockSize, 4096))
        {
            Fill();
        }

        if (buffer.AsSpan(0, length).StartsWith(Mark))
        {
            length -= Mark.Length;
            Buffer.BlockCopy(buffer, Mark.Length, buffer, 0, length);
        }

        // Files of old Macintosh programs end their lines with CR alone.
        var start = buffer.AsSpan(0, length);
        lineEnd = !start.Contains((byte)'\n') && start.Contains((byte)'\r') ? (byte)'\r' : (byte)'\n';
    }

    private void Fill()
    {
        if (length == buffer.Length)
        {
            Resize(buffer.Length * 2);
        }

        var read = stream.Read(buffer, length, buffer.Length - length);
        ended = read == 0;
        length += read;
    }

    private void Resize(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(size);
        Buffer.BlockCopy(buffer, 0, larger, 0, length);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    /// <summary>Hands the first bytes out and keeps the rest in an array of its own.</summary>
    private TextBlock Cut(int end, bool tooLong)
    {
        var block = new TextBlock(buffer, end, line, lineEnd, tooLong);
        line += buffer.AsSpan(0, end).Count(lineEnd);
        var rest = length - end;
        var next = ArrayPool<byte>.Shared.Rent(Math.Max(blockSize, rest));
        Buffer.BlockCopy(buffer, end, next, 0, rest);
        (buffer, length) = (next, rest);
        return block;
    }

    /// <summary>Keeps the beginning of a line that is too long, and passes over the rest of it.</summary>
    private TextBlock CutTooLong()
    {
        // Between quotation marks a whole file may look like one line. Then it is the first line that is at fault: go on after it.
        const int Kept = 256;
        var firstEnd = separator is not null ? buffer.AsSpan(0, length).IndexOf(lineEnd) : -1;
        if (firstEnd >= 0)
        {
            return Cut(firstEnd + 1, tooLong: true);
        }

        var beginning = ArrayPool<byte>.Shared.Rent(Kept);
        Buffer.BlockCopy(buffer, 0, beginning, 0, Kept);
        var block = new TextBlock(beginning, Kept, line, lineEnd, TooLong: true);
        line++;
        var at = -1;
        while (at < 0 && !ended)
        {
            length = 0;
            Fill();
            at = buffer.AsSpan(0, length).IndexOf(lineEnd);
        }

        var rest = at < 0 ? 0 : length - at - 1;
        Buffer.BlockCopy(buffer, at + 1, buffer, 0, rest);
        length = rest;
        return block;
    }

    /// <summary>The end of the last line that is whole; zero or less where none is.</summary>
    private int EndOfLastLine(ReadOnlySpan<byte> text)
    {
        const byte Quote = (byte)'"';
        if (separator is not { } between || !text.Contains(Quote))
        {
            return text.LastIndexOf(lineEnd) + 1;
        }

        // A quotation mark opens a field only at its beginning; within the field two of them stand for one.
        var end = 0;
        var open = false;
        for (var at = 0; at < text.Length; at++)
        {
            var step = open ? text[at..].IndexOf(Quote) : text[at..].IndexOfAny(lineEnd, Quote);
            if (step < 0)
            {
                break;
            }

            at += step;
            if (text[at] == lineEnd)
            {
                end = at + 1;
            }
            else if (!open)
            {
                open = at == 0 || text[at - 1] == between || text[at - 1] == lineEnd;
            }
            else if (at + 1 < text.Length && text[at + 1] == Quote)
            {
                at++;
            }
            else
            {
                open = false;
            }
        }

        return end;
    }
}
