using System.IO.Compression;
using System.Text;

namespace SecondLook.Docket.Storage;

/// <summary>A long text, compressed: records and determinations are four fifths of what a docket of imports takes.</summary>
internal static class Packed
{
    public static byte[] Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, packed, out var length, quality: 1, window: 18)
            ? packed[..length]
            : throw new InvalidOperationException("The text could not be compressed.");
    }

    public static string Text(byte[] packed)
    {
        using var text = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(text, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
