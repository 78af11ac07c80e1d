using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SecondLook.Sentencing.Law;

namespace SecondLook.Web.Pages.Law;

/// <summary>What law is at hand: every provision, every amendment, every edition of the Manual.</summary>
public sealed class IndexModel(LawLibrary law) : PageModel
{
    private static readonly (string Folder, string Title)[] Parts =
    [
        ("law/guidelines/ch1/", "Guidelines Manual, Chapter One: introduction and application"),
        ("law/guidelines/ch2/", "Chapter Two: offense conduct"),
        ("law/guidelines/ch3/", "Chapter Three: adjustments"),
        ("law/guidelines/ch4/", "Chapter Four: criminal history"),
        ("law/guidelines/ch5/", "Chapter Five: determining the sentence"),
        ("law/statutes/", "Statutes"),
        ("law/custody/", "Custody and release"),
        ("law/procedure/", "Procedure"),
        ("law/decisions/", "Decisions"),
    ];

    /// <summary>What was asked for: a section or a name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Section { get; set; }

    /// <summary>The day on which it is to be read.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Manual { get; set; }

    /// <summary>The law.</summary>
    public LawLibrary Law => law;

    /// <summary>The provisions by the parts of the law folder, in its order.</summary>
    public IEnumerable<(string Title, IReadOnlyList<ElementHistory> Elements)> Grouped =>
        Parts
            .Select(part =>
                (
                    part.Title,
                    (IReadOnlyList<ElementHistory>)
                        [
                            .. law
                                .Elements.Where(e => e.File.StartsWith(part.Folder, StringComparison.Ordinal))
                                .OrderBy(e => e.File, StringComparer.Ordinal),
                        ]
                )
            )
            .Where(part => part.Item2.Count > 0);

    /// <summary>Shows the list, or goes where the search leads.</summary>
    public IActionResult OnGet() =>
        string.IsNullOrWhiteSpace(Section)
            ? Page()
            : RedirectToPage(
                "/Law/Show",
                new { section = Section.Trim().TrimStart('§'), manual = string.IsNullOrEmpty(Manual) ? null : Manual }
            );
}
