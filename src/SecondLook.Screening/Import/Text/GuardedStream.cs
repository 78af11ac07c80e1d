namespace SecondLook.Screening.Import.Text;

/// <summary>How large a packed part says it is.</summary>
/// <param name="Packed">Its bytes in the archive; null where that is not known.</param>
/// <param name="Whole">Its bytes when unpacked; null where that is not known.</param>
internal readonly record struct PackedSize(long? Packed, long? Whole);

/// <summary>
/// The unpacked bytes of a packed file. Damage becomes a message, and so does a part that unpacks to far more than honest data do: its
/// bytes are never held, but reading them could take days.
/// </summary>
internal sealed class GuardedStream(Stream unpacking, string name, PackedSize size) : Stream
{
    /// <summary>Datafiles of blanks and small numbers pack to a fortieth. A thousandth is what nothing but repetition packs to.</summary>
    private const long MostTimesLarger = 200;

    private const long AlwaysAllowed = 256L * 1024 * 1024;

    private long unpacked;

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
        int read;
        try
        {
            read = unpacking.Read(buffer);
        }
        catch (Exception failed) when (failed is InvalidDataException or IOException)
        {
            throw new ImportException($"{name} is damaged or cut off after {unpacked} unpacked bytes. Copy or download it again.", failed);
        }

        unpacked += read;
        if (read == 0 && !buffer.IsEmpty && size.Whole is { } whole && unpacked < whole)
        {
            throw new ImportException($"{name} is cut off: it holds {unpacked} of {whole} bytes. Copy or download it again.");
        }

        if (unpacked > AlwaysAllowed && size.Packed is { } packed && unpacked / MostTimesLarger > packed)
        {
            throw new ImportException(
                $"{name} unpacks to more than {MostTimesLarger} times its size, as no datafile does. Unpack it yourself if it is what you think."
            );
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
}
