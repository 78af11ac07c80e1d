using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Law;
using SecondLook.Web.Law;

namespace SecondLook.Web.Pages.Law;

/// <summary>A section or a provision as it stands on a day, with its history.</summary>
public sealed class ShowModel(LawLibrary law) : PageModel
{
    /// <summary>The section or the name of a provision.</summary>
    [BindProperty(SupportsGet = true)]
    public string Section { get; set; } = "";

    /// <summary>A day on which the Manual to show was in force.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Manual { get; set; }

    /// <summary>Amendments that are substituted, and only these, separated by commas.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Amendment { get; set; }

    /// <summary>The law.</summary>
    public LawLibrary Law => law;

    /// <summary>The day.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The provisions of the section.</summary>
    public IReadOnlyList<ElementHistory> Elements { get; private set; } = [];

    /// <summary>The Manual with the amendments substituted; null where none was asked for.</summary>
    public Manual? Substituted { get; private set; }

    /// <summary>Why nothing can be shown; null where something is.</summary>
    public string? Problem { get; private set; }

    /// <summary>What is said of each version.</summary>
    public LawWords Words { get; } = new(law);

    /// <summary>The name of the page.</summary>
    public string Heading =>
        Elements is [{ } only] ? LawPageWords.Name(only)
        : Section is [var chapter and >= '1' and <= '9', var part and >= 'A' and <= 'Z'] ? $"Chapter {chapter}, Part {part}"
        : Section.Length > 0 && char.IsAsciiDigit(Section[0]) ? $"§ {Section}"
        : Section;

    /// <summary>The version shown of a provision.</summary>
    public Provision? Version(ElementHistory element) =>
        (element.IsGuideline ? Substituted?.Find(element.Element) : null) ?? element.On(Day);

    /// <summary>Finds what was asked for.</summary>
    public IActionResult OnGet()
    {
        Day = AskedLaw.LastDay(law);
        try
        {
            if (!string.IsNullOrWhiteSpace(Manual))
            {
                Day = AskedLaw.Day(Manual.Trim(), "the day");
            }

            // The section itself before the notes to it.
            Elements = [.. AskedLaw.Find(law, Section, Day).OrderBy(e => (e.On(Day) ?? e.AnyVersions[^1].Version)?.Citation.Length ?? 0)];
            Substituted = Amended();
        }
        catch (LawException cause)
        {
            Elements = [];
            Problem = $"{char.ToUpperInvariant(cause.Message[0])}{cause.Message[1..]}";
            Response.StatusCode = 404;
        }

        return Page();
    }

    /// <summary>A paragraph's number, for a mark that a link can point at.</summary>
    public static string Mark(ElementHistory element, int paragraph) =>
        string.Create(CultureInfo.InvariantCulture, $"{element.Element}-{paragraph}");

    private Manual? Amended()
    {
        var named = (Amendment ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (named.Length == 0)
        {
            return null;
        }

        var amendments = law.Amendments.Where(a => named.Any(a.IsNamedBy)).ToList();
        if (Array.Find(named, name => !amendments.Exists(a => a.IsNamedBy(name))) is { } unknown)
        {
            throw new LawException($"amendment {unknown} is not at hand. The list of the law names those that are.");
        }

        if (amendments.Find(a => a.Substitutions.Count == 0) is { } without)
        {
            throw new LawException($"amendment {without.Id} cannot be substituted. {without.NotComputable}");
        }

        return law.ManualOn(Day).Substitute(amendments);
    }
}
