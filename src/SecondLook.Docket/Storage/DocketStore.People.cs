using Microsoft.EntityFrameworkCore;
using SecondLook.Docket.Audit;

namespace SecondLook.Docket.Storage;

/// <summary>
/// The people. Until an administrator can sign in, whoever sets the docket up adds them; from then on only an administrator does. An
/// administrator could make an account in any office: the office reads in its own list of people whom it has.
/// </summary>
public sealed partial class DocketStore
{
    /// <summary>Adds an office.</summary>
    /// <param name="office">The office.</param>
    /// <param name="acting">The administrator who adds it; null while the docket is being set up.</param>
    /// <exception cref="RefusedException">Somebody else than an administrator adds it.</exception>
    public Task Add(Office office, Acting? acting = null)
    {
        Refuse.Blank(office.Name, "The name of the office is missing.");
        return Enroll(acting, db => Task.FromResult(true), office, $"added the office {office.Name}");
    }

    /// <summary>Adds an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="acting">The administrator who adds it; null while the docket is being set up.</param>
    /// <exception cref="RefusedException">Somebody else than an administrator adds it, or there is no such office.</exception>
    public Task Add(Account account, Acting? acting = null)
    {
        Refuse.Blank(account.Name, "The name of the account is missing.");
        return Enroll(
            acting,
            db => db.Offices.AnyAsync(o => o.Id == account.OfficeId),
            account,
            $"added {account.Name}, {account.Role.ToString().ToLowerInvariant()}"
        );
    }

    /// <summary>Lets an account sign in.</summary>
    /// <param name="login">The name and the hash of the password.</param>
    /// <param name="acting">The administrator who adds it; null while the docket is being set up.</param>
    /// <exception cref="RefusedException">Somebody else than an administrator adds it, or the name is taken.</exception>
    public Task Add(Login login, Acting? acting = null)
    {
        Refuse.Blank(login.Name, "The name to sign in with is missing.");
        Refuse.Blank(login.PasswordHash, "The password is missing.");
        return Enroll(acting, db => db.Accounts.AnyAsync(a => a.Id == login.AccountId), login, $"added the login {login.Name}");
    }

    /// <summary>Gives a login another password, or closes or opens it. One changes one's own password; an administrator anybody's.</summary>
    /// <param name="login">The login as it is to be.</param>
    /// <param name="acting">Who changes it.</param>
    /// <exception cref="RefusedException">It is neither one's own nor is one an administrator, or it would leave no administrator.</exception>
    public async Task Change(Login login, Acting acting)
    {
        Refuse.Blank(login.PasswordHash, "The password is missing.");
        await using var db = open();
        var by = await AccountOf(db, acting.By);
        var stored = await db.Logins.SingleOrDefaultAsync(l => l.Name == login.Name);
        Refuse.Unless(
            by.Role == Role.Administrator || (stored?.AccountId == by.Id && !login.Closed),
            $"{by.Name} may change only the own password. Ask an administrator."
        );
        Refuse.Unless(
            stored?.AccountId == login.AccountId,
            $"Nobody signs in as {login.Name} with this account. Choose one from the list."
        );
        Refuse.Unless(!login.Closed || stored!.AccountId != by.Id, "Nobody closes the own login. Ask another administrator.");
        var what =
            login.Closed == stored!.Closed ? "gave another password to"
            : login.Closed ? "closed"
            : "opened";
        Write(db, acting, by, Audited.Administered, $"{what} the login {login.Name}", isOpen: true);
        stored.PasswordHash = login.PasswordHash;
        stored.Closed = login.Closed;
        await db.SaveChangesAsync();
    }

    /// <summary>How somebody signs in under a name; null where nobody does, or no longer. For the page that asks for the password.</summary>
    public async Task<Login?> LoginOf(string name)
    {
        await using var db = open();
        var written = Login.Written(name);
        return await db.Logins.AsNoTracking().SingleOrDefaultAsync(l => l.Name == written && !l.Closed);
    }

    /// <summary>The account of who asks; null where there is none.</summary>
    public async Task<Account?> Account(Guid reader)
    {
        await using var db = open();
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == reader);
    }

    /// <summary>Everybody who has an account, by name: whom a case, an appearance or a disclosure can name.</summary>
    public async Task<IReadOnlyList<Account>> Accounts(Guid reader)
    {
        await using var db = open();
        await AccountOf(db, reader);
        return [.. (await db.Accounts.AsNoTracking().ToListAsync()).OrderBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Id)];
    }

    /// <summary>The offices, by name.</summary>
    public async Task<IReadOnlyList<Office>> Offices(Guid reader)
    {
        await using var db = open();
        await AccountOf(db, reader);
        return [.. (await db.Offices.AsNoTracking().ToListAsync()).OrderBy(o => o.Name, StringComparer.Ordinal).ThenBy(o => o.Id)];
    }

    /// <summary>The logins without their hashes, by name. For an administrator.</summary>
    /// <exception cref="RefusedException">Somebody else asks.</exception>
    public async Task<IReadOnlyList<LoginName>> Logins(Guid reader)
    {
        await using var db = open();
        var by = await AccountOf(db, reader);
        Refuse.Unless(by.Role == Role.Administrator, $"{by.Name} is no administrator.");
        var logins = await db.Logins.AsNoTracking().Select(l => new LoginName(l.Name, l.AccountId, l.Closed)).ToListAsync();
        return [.. logins.OrderBy(l => l.Name, StringComparer.Ordinal)];
    }

    /// <summary>True while anybody at the machine may add accounts: no administrator can sign in yet.</summary>
    public async Task<bool> IsBeingSetUp()
    {
        await using var db = open();
        return await IsBeingSetUp(db);
    }

    private static async Task<bool> IsBeingSetUp(DocketContext db) =>
        !await db.Logins.AnyAsync(l => db.Accounts.Any(a => a.Id == l.AccountId && a.Role == Role.Administrator));

    private async Task Enroll(Acting? acting, Func<DocketContext, Task<bool>> belongs, object added, string what)
    {
        await using var db = open();
        if (acting is null)
        {
            Refuse.Unless(
                await IsBeingSetUp(db),
                "The docket is set up: an administrator can sign in. Let the administrator add people and offices."
            );
        }
        else
        {
            var by = await AccountOf(db, acting.By);
            Refuse.Unless(by.Role == Role.Administrator, $"{by.Name} is no administrator. Only an administrator adds people and offices.");
            Write(db, acting, by, Audited.Administered, what, isOpen: true);
        }

        Refuse.Unless(await belongs(db), "The office or account that it belongs to is not there. Choose one from the list.");
        db.Add(added);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException failure) when (IsTaken(failure.InnerException))
        {
            throw new RefusedException(
                "It is there already, or the name to sign in with is taken. Look at the list, or choose another name."
            );
        }
    }
}
