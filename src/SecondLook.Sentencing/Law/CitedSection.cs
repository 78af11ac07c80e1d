using System.Globalization;
using System.Text.RegularExpressions;

namespace SecondLook.Sentencing.Law;

/// <summary>A section, with the paragraphs and the note within it, as a citation names it: <c>2D1.1(c)(4)</c>, <c>2D1.1 n.8(D)</c>, <c>841(b)</c>.</summary>
/// <param name="Section">The section, such as <c>2D1.1</c> or <c>841</c>; a part of a chapter as <c>5A</c>.</param>
/// <param name="Paragraphs">The paragraphs, each narrower than the one before, without parentheses; empty for the whole section.</param>
/// <param name="LastParagraph">Where a span of paragraphs is cited, such as (1)-(4), the last of them; null otherwise.</param>
/// <param name="Note">The application note, with its parts; empty where the text of the section is cited.</param>
public sealed partial record CitedSection(
    string Section,
    IReadOnlyList<string> Paragraphs,
    string? LastParagraph,
    IReadOnlyList<string> Note
)
{
    /// <summary>Every section that a citation names, in its order; empty where it names none.</summary>
    public static IReadOnlyList<CitedSection> AllOf(string citation)
    {
        var found = new List<CitedSection>();
        if (citation.Contains(" v. ", StringComparison.Ordinal))
        {
            return found; // volume and page of a decision are no sections
        }

        foreach (Match match in Written().Matches(citation))
        {
            var paragraphs = Parts(match.Groups["paragraphs"].Value);
            if (match.Groups["chapter"].Success)
            {
                found.Add(new($"{match.Groups["chapter"].Value}{match.Groups["part"].Value}", [], null, []));
            }
            else if (match.Groups["note"].Success && found.Count > 0)
            {
                var noted = found[^1] with { Note = [match.Groups["note"].Value, .. paragraphs] };
                if (found[^1] is { Paragraphs.Count: 0, Note.Count: 0 })
                {
                    found.RemoveAt(found.Count - 1); // "§2D1.1, comment. (n.8(D))" is the note and not the section
                }

                found.Add(noted);
            }
            else if (match.Groups["tablenote"].Success && found.Count > 0)
            {
                found[^1] = found[^1] with { Paragraphs = [.. found[^1].Paragraphs, $"note {match.Groups["tablenote"].Value}"] };
            }
            else if (match.Groups["section"].Success)
            {
                found.Add(new(match.Groups["section"].Value, paragraphs, LastOf(match), []));
            }
            else if (match.Groups["next"].Success && found.Count > 0 && found[^1] is { Note.Count: 0, Paragraphs.Count: > 0 } before)
            {
                // "841(b)(1)(A), (B)": the last paragraph alone is another.
                found.Add(
                    before with
                    {
                        Paragraphs = [.. before.Paragraphs.Take(before.Paragraphs.Count - 1), .. paragraphs],
                        LastParagraph = LastOf(match),
                    }
                );
            }
        }

        return found;
    }

    /// <summary>
    /// True where this names what <paramref name="other"/> names, something within it, or something that it stands within: §2D1.1(c) for
    /// §2D1.1(c)(4), and the other way round. Whoever asks for a paragraph does not ask for the notes.
    /// </summary>
    public bool Overlaps(CitedSection other) =>
        string.Equals(Section, other.Section, StringComparison.OrdinalIgnoreCase)
        && (
            (Note.Count == 0) == (other.Note.Count == 0) ? Along(Note, null, other.Note, null) && (Note.Count > 0 || SameParagraphs(other))
            : Note.Count == 0 ? Paragraphs.Count == 0
            : other.Paragraphs.Count == 0
        );

    private bool SameParagraphs(CitedSection other) => Along(Paragraphs, LastParagraph, other.Paragraphs, other.LastParagraph);

    private static bool Along(IReadOnlyList<string> a, string? lastOfA, IReadOnlyList<string> b, string? lastOfB)
    {
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            var (toA, toB) = (i == a.Count - 1 ? lastOfA ?? a[i] : a[i], i == b.Count - 1 ? lastOfB ?? b[i] : b[i]);
            if (Compare(toA, b[i]) < 0 || Compare(toB, a[i]) < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Numbers by their size, letters by the alphabet.</summary>
    private static int Compare(string a, string b) =>
        int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var x)
        && int.TryParse(b, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            ? x.CompareTo(y)
            : string.CompareOrdinal(a, b);

    private static string? LastOf(Match match) => match.Groups["last"].Success ? match.Groups["last"].Value : null;

    private static string[] Parts(string paragraphs) =>
        paragraphs.Split(['(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A part of a chapter, a guideline, a section of a statute of three or four digits, a note, or a further paragraph.</summary>
    [GeneratedRegex(
        """
            Ch\.\s*(?<chapter>\d),\s*Pt\.\s*(?<part>[A-Z])
            | (?<![\w.]) (?<chapter>\d)(?<part>[A-Z]) (?![\w.])
            | (?<![\w.]) (?<section>\d[A-Z]\d\.\d+ | \d{3,4}[a-z]?) (?<paragraphs>(\s*\(\w{1,4}\))*) (-\((?<last>\w+)\))?
            | \bnote\s(\((?<tablenote>[A-Z])\)|(?<tablenote>\*))
            | \bn(otes?)?\.?\s*(?<note>\d+) (?<paragraphs>(\(\w{1,4}\))*)
            | ,\s(?<next>(?<paragraphs>(\(\w\))+)) (-\((?<last>\w+)\))?
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Written();
}
