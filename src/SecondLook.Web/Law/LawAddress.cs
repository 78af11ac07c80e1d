using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Web.Law;

/// <summary>Where on this site a provision is read, in the version that is meant.</summary>
public static partial class LawAddress
{
    private static readonly ConcurrentDictionary<string, string?> Known = new(StringComparer.Ordinal);

    /// <summary>
    /// The address of the version that a finding rests on: that of a day, or, where amendments were substituted (§1B1.10(b)(1)), the version
    /// before with those amendments.
    /// </summary>
    public static string Of(Finding finding, LawLibrary law)
    {
        var provision = finding.Law;
        if (!law.Elements.Any(e => e.Element == provision.Element))
        {
            return "/law";
        }

        var (day, amendments) = Version(provision, law);
        var address = new StringBuilder(
            string.Create(CultureInfo.InvariantCulture, $"/law/{Section(provision, day, law)}?manual={day:yyyy-MM-dd}")
        );
        if (amendments.Count > 0)
        {
            address.Append("&amendment=").Append(string.Join(',', amendments));
        }

        address.Append('#').Append(provision.Element);
        if (finding.Paragraph > 0)
        {
            address.Append(CultureInfo.InvariantCulture, $"-{finding.Paragraph}");
        }

        return address.ToString();
    }

    /// <summary>A text whose citations are links, each to the version of a day; of today's where none is given.</summary>
    public static IHtmlContent Linked(string text, LawLibrary law, DateOnly? day = null)
    {
        var html = new HtmlContentBuilder();
        var at = 0;
        foreach (Match match in Cited().Matches(text))
        {
            if (Address(match.Value, law, day) is { } address)
            {
                html.Append(text[at..match.Index]).AppendHtml($"<a href=\"{HtmlEncoder.Default.Encode(address)}\">");
                html.Append(match.Value).AppendHtml("</a>");
                at = match.Index + match.Length;
            }
        }

        return html.Append(text[at..]);
    }

    /// <summary>The address of what a text cites, where it is keyed.</summary>
    private static string? Address(string citation, LawLibrary law, DateOnly? day) =>
        Known.GetOrAdd(
            string.Create(CultureInfo.InvariantCulture, $"{citation} {day:yyyy-MM-dd}"),
            _ =>
            {
                if (CitedSection.AllOf(citation) is not [{ } cited, ..])
                {
                    return null;
                }

                var section = Written(cited);
                var on = day is { } known && known <= AskedLaw.LastDay(law) ? known : AskedLaw.LastDay(law);
                try
                {
                    AskedLaw.Find(law, section, on);
                }
                catch (LawException)
                {
                    return null;
                }

                return string.Create(CultureInfo.InvariantCulture, $"/law/{section}?manual={on:yyyy-MM-dd}");
            }
        );

    /// <summary>The day and the amendments that give a version.</summary>
    private static (DateOnly Day, IReadOnlyList<string> Amendments) Version(Provision provision, LawLibrary law)
    {
        var history = law.History(provision.Element);
        bool IsKeyed(Provision version) => history.On(version.Effective) is { } keyed && ReferenceEquals(keyed.AnyTerms, version.AnyTerms);
        var amendments = new List<string>();
        var version = provision;
        while (!IsKeyed(version) && version.Rewrites is { } before)
        {
            amendments.Insert(0, version.Amendment!);
            version = before;
        }

        if (IsKeyed(version) || version.Amendment is null)
        {
            return (version.Effective, amendments);
        }

        amendments.Insert(0, version.Amendment); // struck and inserted as a whole: it rests on nothing before
        return (version.Effective.AddDays(-1), amendments);
    }

    /// <summary>The section under which it is found on that day, as lawyers write it; otherwise its own name, which does not move.</summary>
    private static string Section(Provision provision, DateOnly day, LawLibrary law)
    {
        var cited = law.History(provision.Element).On(day)?.Citation ?? provision.Citation;
        if (CitedSection.AllOf(cited) is not [{ } section, ..])
        {
            return provision.Element;
        }

        var written = Written(section with { Paragraphs = [.. section.Paragraphs.Take(1)], LastParagraph = null });
        try
        {
            return AskedLaw.Find(law, written, day).Any(e => e.Element == provision.Element) ? written : provision.Element;
        }
        catch (LawException)
        {
            return provision.Element;
        }
    }

    private static string Written(CitedSection cited) =>
        cited.Section
        + string.Concat(cited.Paragraphs.Where(p => !p.Contains(' ', StringComparison.Ordinal)).Select(p => $"({p})"))
        + (cited.Note.Count == 0 ? "" : $" n.{cited.Note[0]}{string.Concat(cited.Note.Skip(1).Select(p => $"({p})"))}");

    /// <summary>A guideline, or a section of the United States Code.</summary>
    [GeneratedRegex(
        """
            (USSG\s)?§\s?\d[A-Z]\d\.\d+(\(\w{1,4}\))*(,\scomment\.\s\(n\.\d+(\(\w{1,4}\))*\))?
            | \d+\sU\.S\.C\.\s(§\s?)?\d{3,4}[a-z]?(\(\w{1,4}\))*
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Cited();
}
