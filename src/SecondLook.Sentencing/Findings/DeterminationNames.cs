using System.Collections.Immutable;
using System.Text;

namespace SecondLook.Sentencing.Findings;

/// <summary>The names of the determination, version 1, as files and pages spell them: lower case with hyphens.</summary>
public static class DeterminationNames
{
    private static readonly ImmutableArray<string> Outcomes = Hyphenated<Outcome>();
    private static readonly ImmutableArray<string> Reasons = Hyphenated<ReasonCode>();
    private static readonly ImmutableArray<string> Section404Reasons = Hyphenated<Section404Reason>();
    private static readonly ImmutableArray<string> Bases = Hyphenated<LowestTermBasis>();
    private static readonly ImmutableArray<string> Categories = ["I", "II", "III", "IV", "V", "VI"];

    /// <summary><c>eligible</c>, <c>ineligible</c> or <c>undetermined</c>.</summary>
    public static string Of(Outcome outcome) => Outcomes[(int)outcome];

    /// <summary>Such as <c>range-not-lowered</c>.</summary>
    public static string Of(ReasonCode reason) => Reasons[(int)reason];

    /// <summary>Such as <c>not-covered-offense</c>.</summary>
    public static string Of(Section404Reason reason) => Section404Reasons[(int)reason];

    /// <summary>Such as <c>comparable-reduction</c>.</summary>
    public static string Of(LowestTermBasis basis) => Bases[(int)basis];

    /// <summary>A criminal history category, 1 to 6, as the Manual writes it: <c>I</c> to <c>VI</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such category.</exception>
    public static string Category(int category) =>
        category is >= 1 and <= 6
            ? Categories[category - 1]
            : throw new ArgumentOutOfRangeException(nameof(category), category, "Criminal history categories run from 1 to 6.");

    /// <summary>The same in UTF-8.</summary>
    internal static ReadOnlySpan<byte> CategoryBytes(int category) =>
        category switch
        {
            1 => "I"u8,
            2 => "II"u8,
            3 => "III"u8,
            4 => "IV"u8,
            5 => "V"u8,
            6 => "VI"u8,
            _ => throw new ArgumentOutOfRangeException(nameof(category), category, "Criminal history categories run from 1 to 6."),
        };

    private static ImmutableArray<string> Hyphenated<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(Hyphenated)];

    private static string Hyphenated(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
