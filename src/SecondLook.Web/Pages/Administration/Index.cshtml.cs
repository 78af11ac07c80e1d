using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SecondLook.Sentencing.Law;

namespace SecondLook.Web.Pages.Administration;

/// <summary>People, roles and districts, the version of the law, and what is said of backups.</summary>
public sealed class IndexModel(LawLibrary law, PasswordHasher<Account> hasher) : DocketPage
{
    private const int ShortestPassword = 12;

    /// <summary>Everybody.</summary>
    public IReadOnlyList<Account> People { get; private set; } = [];

    /// <summary>The offices.</summary>
    public IReadOnlyList<Office> Offices { get; private set; } = [];

    /// <summary>How they sign in.</summary>
    public IReadOnlyList<LoginName> Logins { get; private set; } = [];

    /// <summary>The law.</summary>
    public LawLibrary Law => law;

    /// <summary>The name of a new person or office.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The role of a new person.</summary>
    [BindProperty]
    public Role Role { get; set; }

    /// <summary>The district of a new person.</summary>
    [BindProperty]
    public string? District { get; set; }

    /// <summary>The office of a new person.</summary>
    [BindProperty]
    public Guid Office { get; set; }

    /// <summary>What to sign in with.</summary>
    [BindProperty]
    public string? Login { get; set; }

    /// <summary>The password.</summary>
    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGet()
    {
        if (Me.Role != Role.Administrator)
        {
            return NotFound();
        }

        People = await Store.Accounts(Me.Id);
        Offices = await Store.Offices(Me.Id);
        Logins = await Store.Logins(Me.Id);
        return Page();
    }

    /// <summary>Adds an office.</summary>
    public Task<IActionResult> OnPostOffice() =>
        Do(() => Store.Add(new Office { Id = Key, Name = Name?.Trim() ?? "" }, new(Me.Id, Now)), $"{Name} is added.");

    /// <summary>Adds a person, with a login.</summary>
    public Task<IActionResult> OnPostPerson() =>
        Do(
            async () =>
            {
                var account = new Account
                {
                    Id = Key,
                    Name = Name?.Trim() ?? "",
                    Role = Role,
                    District = string.IsNullOrWhiteSpace(District) ? null : District.Trim().ToUpperInvariant(),
                    OfficeId = Office,
                };
                var hash = Hash(account);
                if (await Store.LoginOf(Login ?? "") is not null)
                {
                    throw new RefusedException("The name to sign in with is taken. Choose another.");
                }

                await Store.Add(account, new(Me.Id, Now));
                await Store.Add(
                    new Login
                    {
                        Name = Login ?? "",
                        PasswordHash = hash,
                        AccountId = account.Id,
                    },
                    new(Me.Id, Now)
                );
            },
            $"{Name} is added."
        );

    /// <summary>Gives a login another password.</summary>
    public Task<IActionResult> OnPostPassword() => Change(closed: false, withPassword: true, $"{Login} has another password.");

    /// <summary>Closes a login.</summary>
    public Task<IActionResult> OnPostClose() => Change(closed: true, withPassword: false, $"{Login} no longer opens anything.");

    private async Task<IActionResult> Change(bool closed, bool withPassword, string done)
    {
        if (Me.Role != Role.Administrator || await Store.LoginOf(Login ?? "") is not { } login)
        {
            return NotFound();
        }

        return await Do(
            async () =>
            {
                if (withPassword)
                {
                    login.PasswordHash = Hash((await Store.Account(login.AccountId))!);
                }

                login.Closed = closed;
                await Store.Change(login, new(Me.Id, Now));
            },
            done
        );
    }

    private string Hash(Account account) =>
        Password is { Length: >= ShortestPassword }
            ? hasher.HashPassword(account, Password)
            : throw new RefusedException($"The password needs {ShortestPassword} characters or more.");

    private async Task<IActionResult> Do(Func<Task> act, string done)
    {
        if (Me.Role != Role.Administrator)
        {
            return NotFound();
        }

        if (await Try(act))
        {
            Say(done);
            return Redirect("/administration");
        }

        return await OnGet();
    }
}
