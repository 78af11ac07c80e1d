using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SecondLook.Web.SignIn;

namespace SecondLook.Web.Pages;

/// <summary>Signing in with a name and a password.</summary>
public sealed class SignInModel(Reader reader) : PageModel
{
    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The name to sign in with.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The password.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Checks them.</summary>
    public async Task<IActionResult> OnPost()
    {
        if (await reader.SignIn(Name ?? "", Password ?? ""))
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        }

        ModelState.AddModelError("", "The name and the password do not belong together. Check both, or ask whoever keeps the accounts.");
        return Page();
    }
}
