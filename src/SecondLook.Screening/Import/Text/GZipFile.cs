using System.Buffers.Binary;
using System.IO.Compression;

namespace SecondLook.Screening.Import.Text;

/// <summary>
/// The content of a .gz file. Such a file ends with the length of its content; a file that was cut off ends with something else, which
/// the library does not notice.
/// </summary>
internal sealed class GZipFile : Stream
{
    private readonly GZipStream unpacking;
    private readonly TailStream packed;
    private uint unpacked;

    public GZipFile(Stream packed)
    {
        this.packed = new TailStream(packed);
        unpacking = new GZipStream(this.packed, CompressionMode.Decompress);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = unpacking.Read(buffer);
        unpacked = unchecked(unpacked + (uint)read);
        if (read == 0 && !buffer.IsEmpty && packed.Tail() != unpacked)
        {
            throw new InvalidDataException("The length at the end of the file is not that of its content.");
        }

        return read;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacking.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Remembers the last four bytes that passed.</summary>
    private sealed class TailStream(Stream inner) : Stream
    {
        private readonly byte[] tail = new byte[4];

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public uint Tail() => BinaryPrimitives.ReadUInt32LittleEndian(tail);

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            var last = buffer[Math.Max(0, read - tail.Length)..read];
            tail.AsSpan(last.Length).CopyTo(tail); // what is older moves forward
            last.CopyTo(tail.AsSpan(tail.Length - last.Length));
            return read;
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
}
