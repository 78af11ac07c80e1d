using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SecondLook.Web.SignIn;

namespace SecondLook.Web.Pages;

/// <summary>Signing out.</summary>
public sealed class SignOutModel(Reader reader) : PageModel
{
    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPost()
    {
        await reader.SignOut();
        return LocalRedirect("/");
    }
}
