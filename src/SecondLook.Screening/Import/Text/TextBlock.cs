using System.Buffers;

namespace SecondLook.Screening.Import.Text;

/// <summary>Whole lines of a text file, in a rented array.</summary>
/// <param name="Buffer">The array; to be given back with <see cref="Return"/>.</param>
/// <param name="Length">How many of its bytes are text.</param>
/// <param name="FirstLine">The number of the first line in the file, from one.</param>
/// <param name="LineEnd">What ends its lines: LF, or CR in files that have no LF.</param>
/// <param name="TooLong">True where this is only the beginning of a line longer than the limit.</param>
internal readonly record struct TextBlock(byte[] Buffer, int Length, long FirstLine, byte LineEnd, bool TooLong)
{
    public ReadOnlySpan<byte> Text => Buffer.AsSpan(0, Length);

    public void Return() => ArrayPool<byte>.Shared.Return(Buffer);
}
