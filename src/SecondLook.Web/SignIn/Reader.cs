using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace SecondLook.Web.SignIn;

/// <summary>Who looks: the account behind the cookie of a request.</summary>
public sealed class Reader(IHttpContextAccessor context, DocketStore store, PasswordHasher<Account> hasher, TimeProvider clock)
{
    private Account? known;

    /// <summary>The account; null where nobody is signed in, or the account is gone.</summary>
    public async Task<Account?> Account()
    {
        if (known is null && Guid.TryParse(context.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            known = await store.Account(id);
        }

        return known;
    }

    /// <summary>Signs in. The answer is the same for a name that is not there and for a wrong password.</summary>
    public async Task<bool> SignIn(string name, string password)
    {
        var login = await store.LoginOf(name.Trim());
        var account = login is null ? null : await store.Account(login.AccountId);

        // A name that is not there costs the same time as one that is.
        var verified = hasher.VerifyHashedPassword(account!, login?.PasswordHash ?? Nobody, password);
        await store.SignedIn(name, account is not null && verified != PasswordVerificationResult.Failed, clock.GetUtcNow());
        if (account is null || verified == PasswordVerificationResult.Failed)
        {
            return false;
        }

        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, account.Id.ToString())],
            CookieAuthenticationDefaults.AuthenticationScheme
        );
        await context.HttpContext!.SignInAsync(new ClaimsPrincipal(identity));
        return true;
    }

    /// <summary>Signs out.</summary>
    public Task SignOut() => context.HttpContext!.SignOutAsync();

    private string Nobody => field ??= hasher.HashPassword(null!, "nobody has this password");
}
