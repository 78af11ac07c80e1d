using System.Text;

namespace SecondLook.Tests.Import;

/// <summary>A stream with a very long run of one letter in it, which is never held.</summary>
internal sealed class EndlessLine(string before, long run, string after) : Stream
{
    private readonly byte[] before = Encoding.ASCII.GetBytes(before);
    private readonly byte[] after = Encoding.ASCII.GetBytes(after);
    private long at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => before.Length + run + after.Length;

    public override long Position
    {
        get => at;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read =
            at < before.Length ? Copy(before.AsSpan((int)at), buffer.AsSpan(offset, count))
            : at < before.Length + run ? Fill(buffer.AsSpan(offset, (int)Math.Min(count, before.Length + run - at)))
            : Copy(after.AsSpan((int)(at - before.Length - run)), buffer.AsSpan(offset, count));
        at += read;
        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static int Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        var count = Math.Min(from.Length, to.Length);
        from[..count].CopyTo(to);
        return count;
    }

    private static int Fill(Span<byte> to)
    {
        to.Fill((byte)'x');
        return to.Length;
    }
}
