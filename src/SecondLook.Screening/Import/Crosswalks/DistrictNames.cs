using System.Text.RegularExpressions;
using SecondLook.Screening.Release;

namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>
/// The judicial districts as people write them: <c>TNE</c>, <c>Tennessee Eastern</c>, <c>Eastern District of Tennessee</c>,
/// <c>E.D. Tenn.</c>, <c>EDTN</c>.
/// </summary>
internal static partial class DistrictNames
{
    private static readonly (string Word, char Letter)[] Parts =
    [
        ("northern", 'n'),
        ("southern", 's'),
        ("eastern", 'e'),
        ("western", 'w'),
        ("middle", 'm'),
        ("central", 'c'),
    ];

    /// <summary>How courts are cited, where it is neither the name of the State nor its postal letters, with these.</summary>
    private static readonly Dictionary<string, string> Abbreviations = new(StringComparer.Ordinal)
    {
        ["ala"] = "al",
        ["ariz"] = "az",
        ["ark"] = "ar",
        ["cal"] = "ca",
        ["calif"] = "ca",
        ["colo"] = "co",
        ["conn"] = "ct",
        ["del"] = "de",
        ["fla"] = "fl",
        ["haw"] = "hi",
        ["ill"] = "il",
        ["ind"] = "in",
        ["kan"] = "ks",
        ["kans"] = "ks",
        ["mass"] = "ma",
        ["mich"] = "mi",
        ["minn"] = "mn",
        ["miss"] = "ms",
        ["mont"] = "mt",
        ["neb"] = "ne",
        ["nebr"] = "ne",
        ["nev"] = "nv",
        ["okla"] = "ok",
        ["ore"] = "or",
        ["oreg"] = "or",
        ["penn"] = "pa",
        ["penna"] = "pa",
        ["tenn"] = "tn",
        ["tex"] = "tx",
        ["wash"] = "wa",
        ["wva"] = "wv",
        ["wis"] = "wi",
        ["wisc"] = "wi",
        ["wyo"] = "wy",
    };

    private static readonly District[] All = [.. Places.Districts.Select(place => District.Of(place.Key, place.Value.Name))];

    private sealed record District(string Code, string State, string Postal, char? Part)
    {
        public static District Of(string code, string name)
        {
            var words = Letters(name);
            var part = Parts.FirstOrDefault(p => words.EndsWith(p.Word, StringComparison.Ordinal));
            return new(
                code,
                words[..^(part.Word?.Length ?? 0)],
                (part.Word is null ? code : code[..^1]).ToLowerInvariant(),
                part.Word is null ? null : part.Letter
            );
        }

        public bool IsIn(string state) => state == Postal || state == State || Abbreviations.GetValueOrDefault(state) == Postal;
    }

    /// <summary>The code of a district; null where the text names none, or more than one.</summary>
    public static string? Code(string text)
    {
        var letters = Letters(text);
        if (All.FirstOrDefault(d => string.Equals(d.Code, letters, StringComparison.OrdinalIgnoreCase)) is { } coded)
        {
            return coded.Code;
        }

        var written = Written().Match(letters);
        var last = Parts.FirstOrDefault(p => letters.EndsWith(p.Word, StringComparison.Ordinal)).Word ?? "";
        return Named(written.Groups["part"].Value, written.Groups["state"].Value) ?? Named(last, letters[..^last.Length]);
    }

    private static string? Named(string part, string state)
    {
        var named = All.Where(d => d.Part == (part.Length == 0 ? null : part[0]) && d.IsIn(state)).ToList();
        return named is [var one] ? one.Code : null;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetter)).ToLowerInvariant();

    [GeneratedRegex("^(?<part>northern|southern|eastern|western|middle|central|[nsewmc]?)d(istrictof|ist)?(?<state>.+)$")]
    private static partial Regex Written();
}
