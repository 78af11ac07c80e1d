using System.Text.RegularExpressions;

namespace SecondLook.Sentencing.Statutes;

/// <summary>
/// A statute as a record cites it, such as <c>21 U.S.C. §§ 846 and 841(b)(1)(A)(iii)</c>: the title, and each section with its
/// subsections and paragraphs.
/// </summary>
public sealed partial class StatuteOfConviction
{
    private readonly string title;
    private readonly (string Section, string Paragraphs)[] sections;

    /// <summary>Reads a citation; one that cannot be read names no section.</summary>
    public StatuteOfConviction(string? citation)
    {
        var text = Ignored().Replace(citation ?? "", "");
        var code = text.IndexOf(Code, StringComparison.OrdinalIgnoreCase);
        title = code > 0 ? text[..code] : "";
        sections =
            code < 0 ? [] : [.. Sections().Matches(text[(code + Code.Length)..]).Select(m => (m.Groups[1].Value, m.Groups[2].Value))];
    }

    /// <summary>True where the citation could be read.</summary>
    public bool IsRead => title.Length > 0 && sections.Length > 0;

    private const string Code = "USC";

    /// <summary>True where the citation names this section or paragraph or a part of it: <c>21 USC 841(b)(1)(A)</c> also by clause (iii).</summary>
    /// <param name="citation">A title, a section and perhaps one paragraph.</param>
    public bool Names(string citation)
    {
        var wanted = new StatuteOfConviction(citation);
        var (section, paragraphs) = wanted.sections[0];
        return title == wanted.title
            && sections.Any(s => s.Section == section && (paragraphs.Length == 0 || IsUnder(s.Paragraphs, paragraphs)));
    }

    /// <summary>True where the citation names one of these.</summary>
    public bool NamesAny(IEnumerable<string> citations) => citations.Any(Names);

    /// <summary>Whether one of several paragraphs of a section, such as <c>(a)(1),(b)(1)(A)</c>, is this one or lies in it.</summary>
    private static bool IsUnder(string paragraphs, string wanted)
    {
        for (var at = paragraphs.IndexOf(wanted, StringComparison.Ordinal); at >= 0; )
        {
            if (at == 0 || paragraphs[at - 1] is not ')')
            {
                return true;
            }

            at = paragraphs.IndexOf(wanted, at + 1, StringComparison.Ordinal);
        }

        return false;
    }

    [GeneratedRegex(@"[\s.§]")]
    private static partial Regex Ignored();

    [GeneratedRegex(@"(\d+[A-Z]?)((?:(?:,|and|&)?\([A-Za-z0-9]+\))*)")]
    private static partial Regex Sections();
}
