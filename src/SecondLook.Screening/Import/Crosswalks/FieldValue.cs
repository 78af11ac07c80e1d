using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>What one cell says: nothing, a number, or a word.</summary>
internal readonly ref struct FieldValue
{
    private FieldValue(FieldKind kind, decimal number, int? whole, ReadOnlySpan<byte> text)
    {
        Kind = kind;
        Number = number;
        Whole = whole;
        Utf8 = text;
    }

    public FieldKind Kind { get; }

    /// <summary>The number, where it is one.</summary>
    public decimal Number { get; }

    /// <summary>The number, where it is a whole one, as most are; null where it is none, or one beyond all codes and counts.</summary>
    public int? Whole { get; }

    /// <summary>The text as it stands, without blanks around it.</summary>
    public ReadOnlySpan<byte> Utf8 { get; }

    /// <summary>True where the number is a lower bound.</summary>
    public bool AtLeast { get; init; }

    public static FieldValue Nothing => default;

    public static FieldValue Life => new(FieldKind.Life, 0, null, default);

    public static FieldValue Of(decimal number) => new(FieldKind.Number, number, AsWhole(number), default);

    /// <summary>What a text says.</summary>
    public static FieldValue Of(ReadOnlySpan<byte> text)
    {
        text = text.Trim((byte)' ');
        if (text.IsEmpty)
        {
            return Nothing;
        }

        if (Utf8Parser.TryParse(text, out int whole, out var read) && read == text.Length)
        {
            return new(FieldKind.Number, whole, whole, text);
        }

        return
            CouldBeNumber(text)
            && decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out var number
            )
            ? new(FieldKind.Number, number, AsWhole(number), text)
            : new(FieldKind.Text, 0, null, text);
    }

    private static int? AsWhole(decimal number) =>
        number is >= int.MinValue and <= int.MaxValue && decimal.IsInteger(number) ? (int)number : null;

    /// <summary>False for words and dates, without the cost of trying: a number begins with a digit, a sign or a point.</summary>
    private static bool CouldBeNumber(ReadOnlySpan<byte> text) =>
        text[0] is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.' && !(text.Length == 10 && text[4] == '-');

    /// <summary>The text, for messages; a number that was computed as its digits.</summary>
    public override string ToString() =>
        !Utf8.IsEmpty ? Words.Decode(Utf8)
        : Kind == FieldKind.Number ? Number.ToString(CultureInfo.InvariantCulture)
        : Kind == FieldKind.Life ? "life"
        : "";
}

/// <summary>The kinds of values of cells.</summary>
internal enum FieldKind
{
    Nothing,
    Number,
    Text,
    Life,
}

/// <summary>Text from files that may be UTF-8 or Latin-1.</summary>
internal static class Words
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>As UTF-8 where it is that, otherwise as Latin-1, in which every byte is a letter.</summary>
    public static string Decode(ReadOnlySpan<byte> text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return Encoding.ASCII.GetString(text);
        }

        try
        {
            return Strict.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(text);
        }
    }
}
