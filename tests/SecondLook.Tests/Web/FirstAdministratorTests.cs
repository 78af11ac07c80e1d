using Microsoft.AspNetCore.Identity;
using SecondLook.Docket;
using SecondLook.Docket.People;
using SecondLook.Tests.Docket;
using SecondLook.Web.SignIn;

namespace SecondLook.Tests.Web;

public class FirstAdministratorTests
{
    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Somebody_can_sign_in_to_a_new_docket_and_from_then_on_only_an_administrator_adds_people(Database database)
    {
        await using var docket = await TestDocket.On(database);
        Assert.True(await docket.Store.IsBeingSetUp());

        await FirstAdministrator.Add(docket.Store, "a first password");

        Assert.False(await docket.Store.IsBeingSetUp());
        var login = (await docket.Store.LoginOf("administrator"))!;
        var account = (await docket.Store.Account(login.AccountId))!;
        Assert.Equal(Role.Administrator, account.Role);
        Assert.Equal(
            PasswordVerificationResult.Success,
            new PasswordHasher<Account>().VerifyHashedPassword(account, login.PasswordHash, "a first password")
        );
        await Assert.ThrowsAsync<RefusedException>(() => FirstAdministrator.Add(docket.Store, "another"));
    }
}
