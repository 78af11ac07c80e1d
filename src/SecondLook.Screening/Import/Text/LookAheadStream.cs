namespace SecondLook.Screening.Import.Text;

/// <summary>A stream whose beginning can be looked at before it is read. Reads forward only.</summary>
internal sealed class LookAheadStream(Stream inner, int most) : Stream
{
    private byte[] ahead = [];
    private int taken;
    private bool looked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The first bytes; fewer than asked for only where the stream is shorter.</summary>
    public ReadOnlySpan<byte> LookAhead()
    {
        if (!looked)
        {
            looked = true;
            ahead = new byte[most];
            var read = inner.ReadAtLeast(ahead, most, throwOnEndOfStream: false);
            Array.Resize(ref ahead, read);
        }

        return ahead;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (taken < ahead.Length)
        {
            var count = Math.Min(buffer.Length, ahead.Length - taken);
            ahead.AsSpan(taken, count).CopyTo(buffer);
            taken += count;
            return count;
        }

        return inner.Read(buffer);
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
