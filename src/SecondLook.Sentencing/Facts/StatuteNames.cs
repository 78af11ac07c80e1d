namespace SecondLook.Sentencing.Facts;

/// <summary>How sections of the United States Code are written in records.</summary>
public static class StatuteNames
{
    /// <summary>
    /// True where a statute is one of those given, or a part of it: <c>18 U.S.C. § 924(c)(1)(A)</c> is under <c>18 USC 924(c)</c>, and
    /// <c>21 USC 8450</c> is not under <c>21 USC 845</c>.
    /// </summary>
    public static bool IsUnder(string statute, IReadOnlyList<string> sections)
    {
        var plain = Plain(statute);
        foreach (var section in sections)
        {
            var wanted = Plain(section);
            if (
                plain.StartsWith(wanted, StringComparison.Ordinal)
                && (plain.Length == wanted.Length || !char.IsAsciiDigit(plain[wanted.Length]))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static string Plain(string statute) =>
        string.Concat(statute.Where(c => char.IsAsciiLetterOrDigit(c) || c is '(' or ')')).ToUpperInvariant();
}
