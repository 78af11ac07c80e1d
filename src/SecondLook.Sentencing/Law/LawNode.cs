using System.Globalization;

namespace SecondLook.Sentencing.Law;

/// <summary>A piece of a YAML file, with the place where it stands so that a mistake in it can be shown.</summary>
/// <param name="file">The path of the file.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="key">The key under which it stands, for messages.</param>
internal sealed class LawNode(string file, int line, string key)
{
    /// <summary>The text of a scalar; null for a list or a mapping.</summary>
    public string? Scalar { get; init; }

    /// <summary>True where the scalar is not quoted, so that <c>null</c> means nothing.</summary>
    public bool Plain { get; init; }

    /// <summary>The items of a list; null for anything else.</summary>
    public IReadOnlyList<LawNode>? Items { get; init; }

    /// <summary>The entries of a mapping in their order; null for anything else.</summary>
    public IReadOnlyList<(string Key, LawNode Value)>? Entries { get; init; }

    public string File => file;

    public int Line => line;

    public string Key => key;

    public bool IsNull => Plain && Scalar is "" or "null" or "Null" or "NULL" or "~";

    public string Text() => Scalar is { Length: > 0 } text && !IsNull ? text : throw Wrong("needs a text");

    public int Whole() => LawNumber.Whole(Text()) ?? throw Wrong($"is `{Scalar}`; it needs a whole number without leading zeros");

    public decimal Number() => LawNumber.Decimal(Text()) ?? throw Wrong($"is `{Scalar}`; it needs a plain number without leading zeros");

    public bool YesOrNo() =>
        Scalar switch
        {
            "true" => true,
            "false" => false,
            _ => throw Wrong($"is `{Scalar}`; it needs true or false"),
        };

    public DateOnly Date() =>
        DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Wrong($"is `{Scalar}`, which is not a day of the calendar; write it as 2014-11-01");

    public IReadOnlyList<LawNode> List() => Items ?? throw Wrong("needs a list");

    /// <summary>The mapping, to be read key by key, so that a key that nobody reads is refused.</summary>
    public LawMapping Mapping() => new(this, Entries ?? throw Wrong("needs keys and values"));

    public LawException Wrong(string what) => new($"`{key}` {what}.", file, line);
}

/// <summary>A mapping that is read key by key. <see cref="Done"/> refuses the keys that were not asked for.</summary>
internal sealed class LawMapping(LawNode node, IReadOnlyList<(string Key, LawNode Value)> entries)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public LawNode Node => node;

    public LawNode this[string key] => Find(key) ?? throw node.Wrong($"has no `{key}`, which must be given");

    /// <summary>The value of a key that may be missing. A key that is written must have a value.</summary>
    public LawNode? Optional(string key) =>
        Find(key) is not { } found ? null
        : found.IsNull ? throw found.Wrong("has no value; leave the key out instead")
        : found;

    /// <summary>The value of a key, which may be null.</summary>
    public LawNode? Find(string key)
    {
        known.Add(key);
        foreach (var (name, value) in entries)
        {
            if (name == key)
            {
                return value;
            }
        }

        return null;
    }

    public void Done()
    {
        foreach (var (key, value) in entries)
        {
            if (!known.Contains(key))
            {
                throw value.Wrong($"is not a key that is known here; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}");
            }
        }
    }
}

/// <summary>Numbers as the law folder writes them: no leading zero, no sign but minus, no exponent.</summary>
internal static class LawNumber
{
    public static int? Whole(string text) =>
        IsPlain(text, allowPoint: false) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static decimal? Decimal(string text) =>
        IsPlain(text, allowPoint: true)
        && decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    private static bool IsPlain(string text, bool allowPoint)
    {
        var digits = text.StartsWith('-') ? text[1..] : text;
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? "0" : digits[(point + 1)..];
        return (point < 0 || allowPoint)
            && whole.Length > 0
            && fraction.Length > 0
            && whole.All(char.IsAsciiDigit)
            && fraction.All(char.IsAsciiDigit)
            && (whole.Length == 1 || whole[0] != '0');
    }
}
