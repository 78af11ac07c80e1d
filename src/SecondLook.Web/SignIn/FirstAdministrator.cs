using Microsoft.AspNetCore.Identity;

namespace SecondLook.Web.SignIn;

/// <summary>The first one who can sign in to a docket in which nobody can. Everybody else is added by an administrator.</summary>
public static class FirstAdministrator
{
    /// <summary>What the first administrator signs in with.</summary>
    public const string Name = "administrator";

    /// <summary>Adds an office, an account and a login with the password.</summary>
    /// <exception cref="RefusedException">An administrator can sign in already.</exception>
    public static async Task Add(DocketStore store, string password)
    {
        var office = new Office { Id = Guid.CreateVersion7(), Name = "Administration" };
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            Name = "Administrator",
            Role = Role.Administrator,
            OfficeId = office.Id,
        };
        await store.Add(office);
        await store.Add(account);
        await store.Add(
            new Login
            {
                Name = Name,
                PasswordHash = new PasswordHasher<Account>().HashPassword(account, password),
                AccountId = account.Id,
            }
        );
    }
}
