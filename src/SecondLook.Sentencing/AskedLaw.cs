using System.Globalization;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing;

/// <summary>Finds what somebody asks for by section, by the key of an element or by the name of a decision.</summary>
public static class AskedLaw
{
    private const int ShortestWord = 4;

    /// <summary>A day as it is written on the command line and in an address.</summary>
    /// <exception cref="LawException">No such day.</exception>
    public static DateOnly Day(string text, string what) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new LawException($"{what}: `{text}` is no day. Write it as 2012-11-01.");

    /// <summary>The last day of which the whole Manual is known.</summary>
    public static DateOnly LastDay(LawLibrary law) =>
        law.Elements.Select(e => e.CoveredUntil).OfType<DateOnly>().DefaultIfEmpty(DateOnly.MaxValue).Max() is var end
        && end == DateOnly.MaxValue
            ? end
            : end.AddDays(-1);

    /// <summary>
    /// The elements that carry the section, in the order of the law folder: by their citations on the days asked about, and those that were
    /// not in force then by any of their citations.
    /// </summary>
    /// <exception cref="LawException">There are none; says what is near.</exception>
    public static IReadOnlyList<ElementHistory> Find(LawLibrary law, string asked, params DateOnly[] days)
    {
        var elements = law.Elements.OrderBy(e => e.File, StringComparer.Ordinal).ToList();
        if (elements.Find(e => string.Equals(e.Element, asked.Trim(), StringComparison.OrdinalIgnoreCase)) is { } named)
        {
            return [named];
        }

        var sections = CitedSection.AllOf(asked);
        bool IsAsked(string citation) =>
            sections.Count > 0
                ? CitedSection.AllOf(citation).Any(cited => cited.Overlaps(sections[0]))
                : asked.Length >= ShortestWord && citation.Contains(asked, StringComparison.OrdinalIgnoreCase);

        var found = elements
            .Where(e =>
                days.Select(e.On).OfType<Provision>().ToList() is { Count: > 0 } versions
                    ? versions.Exists(v => IsAsked(v.Citation))
                    : Citations(e).Any(c => IsAsked(c.Citation))
            )
            .ToList();
        // What was not in force belongs to the history of a whole section; in a paragraph another rule may stand now.
        var inForce = found.Where(e => days.Any(day => e.On(day) is not null)).ToList();
        return inForce.Count > 0 && sections is [{ Paragraphs.Count: > 0 } or { Note.Count: > 0 }, ..] ? inForce
            : found.Count > 0 ? found
            : throw NotFound(elements, asked, IsAsked, days);
    }

    private static LawException NotFound(List<ElementHistory> elements, string asked, Func<string, bool> isAsked, DateOnly[] days)
    {
        var other = elements.SelectMany(Citations).Where(c => isAsked(c.Citation)).ToList();
        if (other.Count > 0)
        {
            return new(
                $"Nothing that is keyed is cited as {asked} on {string.Join(" or ", days.Select(Wording.Date))}. "
                    + string.Join(
                        " ",
                        other
                            .GroupBy(c => c.Element)
                            .Select(e => $"{e.Key.Element} is, from {string.Join(" and from ", e.Select(c => Wording.Date(c.Effective)))}.")
                    )
                    + " Ask for such a day, or by the name."
            );
        }

        string[] known =
        [
            .. elements
                .SelectMany(Citations)
                .SelectMany(c => CitedSection.AllOf(c.Citation))
                .Select(c => c.Section)
                .Concat(elements.Select(e => e.Element))
                .Distinct(StringComparer.Ordinal),
        ];
        var section = CitedSection.AllOf(asked) is [var first, ..] ? first.Section : asked;
        var meant = NearestName.To(section, known);
        return new(
            $"No law at hand is named `{asked}`. {(meant is null ? "" : $"Did you mean {meant}? ")}"
                + "Name a section (2D1.1(c), 4A1.1, 841) or an element; the list of the law names them all (`secondlook law list`)."
        );
    }

    private static IEnumerable<(ElementHistory Element, DateOnly Effective, string Citation)> Citations(ElementHistory element) =>
        element.AnyVersions.Where(v => v.Version is not null).Select(v => (element, v.Effective, v.Version!.Citation));
}
