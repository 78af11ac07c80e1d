using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SecondLook.Sentencing.Law;

namespace SecondLook.Web.Pages;

/// <summary>Who leaves on one day, and why on that day.</summary>
internal sealed class ReleaseDayModel(LawLibrary law) : DocketPage
{
    [BindProperty(SupportsGet = true)]
    public string Day { get; set; } = "";

    public LawLibrary Law => law;

    public DateOnly On { get; private set; }

    public IReadOnlyList<Leaver> Leavers { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (
            Me.Role == Role.Administrator
            || !DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
        )
        {
            return NotFound();
        }

        On = on;
        Leavers = [.. (await Releases.Of(Store, Me, Today, law)).Leavers.Where(l => l.Leaves == on)];
        return Page();
    }
}
