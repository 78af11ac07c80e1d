using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SecondLook.Web.Pages;

/// <summary>What went wrong, and what to do.</summary>
[ResponseCache(NoStore = true)]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    /// <summary>The status, such as 404.</summary>
    [BindProperty(SupportsGet = true)]
    public int Code { get; set; } = 500;

    /// <summary>What went wrong.</summary>
    public string Heading =>
        Code switch
        {
            400 => "The form could not be read",
            404 => "There is no such page",
            _ => "SecondLook has a fault",
        };

    /// <summary>What to do.</summary>
    public string Advice =>
        Code switch
        {
            400 => "It may be too old, or cookies may be off. Open the page again and fill in the form anew.",
            404 => "It may not exist, or this account may not see it: the answer is the same. Check the address, or choose from the list.",
            _ => "Nothing was stored. Try again; if it happens again, tell whoever runs this site at what time it happened.",
        };
}
