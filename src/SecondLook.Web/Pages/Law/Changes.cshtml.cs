using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Web.Pages.Law;

/// <summary>What changed in the law between two days, each change with the amendment that made it.</summary>
public sealed class ChangesModel(LawLibrary law) : PageModel
{
    /// <summary>So many terms of a change are shown where no section was asked for.</summary>
    public const int Few = 6;

    /// <summary>The earlier day.</summary>
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    /// <summary>The later day.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>Only this section or name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Section { get; set; }

    /// <summary>The law.</summary>
    public LawLibrary Law => law;

    /// <summary>The earlier day, read.</summary>
    public DateOnly First { get; private set; }

    /// <summary>The later day, read.</summary>
    public DateOnly Last { get; private set; }

    /// <summary>The changes.</summary>
    public IReadOnlyList<LawChange> Found { get; private set; } = [];

    /// <summary>The provisions that are not covered on both days.</summary>
    public IReadOnlyList<ElementHistory> Outside { get; private set; } = [];

    /// <summary>Why nothing can be shown; null where something is.</summary>
    public string? Problem { get; private set; }

    /// <summary>True where every term is shown.</summary>
    public bool InFull => !string.IsNullOrWhiteSpace(Section);

    /// <summary>Finds the changes.</summary>
    public void OnGet()
    {
        First = law.Editions[^2];
        Last = law.Editions[^1];
        try
        {
            First = From is null ? First : AskedLaw.Day(From.Trim(), "from");
            Last = To is null ? Last : AskedLaw.Day(To.Trim(), "to");
            if (Last < First)
            {
                throw new LawException($"{Wording.Date(Last)} is before {Wording.Date(First)}. Choose the earlier day first.");
            }

            var asked = InFull ? AskedLaw.Find(law, Section!.Trim().TrimStart('§'), First, Last) : law.Elements;
            var covered = asked.Where(e => e.Covers(First) && e.Covers(Last)).ToList();
            Outside = [.. asked.Except(covered)];
            Found = LawChange.Between(law, First, Last, covered);
        }
        catch (LawException cause)
        {
            Problem = $"{char.ToUpperInvariant(cause.Message[0])}{cause.Message[1..]}";
            Response.StatusCode = 404;
        }
    }
}
