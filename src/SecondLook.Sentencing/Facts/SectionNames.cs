namespace SecondLook.Sentencing.Facts;

/// <summary>How sections of the Manual are written in records.</summary>
public static class SectionNames
{
    /// <summary>Takes <c>USSG</c>, <c>U.S.S.G.</c> and the section sign off: <c>USSG §2D1.1(b)(1)</c> becomes <c>2D1.1(b)(1)</c>.</summary>
    public static ReadOnlySpan<char> WithoutSign(ReadOnlySpan<char> text)
    {
        var rest = text.Trim();
        foreach (var prefix in (ReadOnlySpan<string>)["U.S.S.G.", "USSG", "§"])
        {
            if (rest.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[prefix.Length..].TrimStart();
            }
        }

        return rest;
    }

    /// <summary>True for the number of a guideline, such as <c>2D1.1</c>: chapter, part in capitals, subpart, point, number.</summary>
    public static bool IsGuideline(ReadOnlySpan<char> text)
    {
        var point = text.IndexOf('.');
        return point >= 3
            && point < text.Length - 1
            && char.IsAsciiDigit(text[0])
            && char.IsAsciiLetterUpper(text[1])
            && !text[2..point].ContainsAnyExceptInRange('0', '9')
            && char.IsAsciiDigit(text[point + 1]);
    }
}
