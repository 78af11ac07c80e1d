namespace SecondLook.Screening.Import;

/// <summary>Kinds of files that begin with a mark of their own.</summary>
internal enum Signature
{
    None,
    Zip,
    Parquet,
    GZip,
    OtherPacked,
    OldExcel,
    WideText,
}

/// <summary>The marks at the beginning of files.</summary>
internal static class Signatures
{
    public static Signature Of(ReadOnlySpan<byte> start) =>
        start.StartsWith("PK\x03\x04"u8) || start.StartsWith("PK\x05\x06"u8) ? Signature.Zip
        : start.StartsWith("PAR1"u8) ? Signature.Parquet
        : start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? Signature.GZip
        : IsOtherPacked(start) ? Signature.OtherPacked
        : start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? Signature.OldExcel
        : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Signature.WideText
        : Signature.None;

    private static bool IsOtherPacked(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'])
        || start.StartsWith("BZh"u8)
        || start.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF])
        || start.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]);
}
