using System.Text.Json;
using SecondLook.Docket;
using SecondLook.Docket.People;

namespace SecondLook.Tests.Docket;

/// <summary>Accounts, offices and logins: who adds them, and who is told what.</summary>
public class PeopleTests
{
    // How a prison, a court and a defender write one name; and a namesake.
    [Theory]
    [InlineData("ALDER, ROBIN J.", true)]
    [InlineData("Alder, Robin", true)]
    [InlineData("Robin Jay Alder", true)]
    [InlineData("Robin Birch", false)]
    [InlineData("R. J.", false)]
    [InlineData("", false)]
    public void A_name_may_be_written_in_more_than_one_way_beside_the_same_register_number(string written, bool same)
    {
        var person = new Person
        {
            Id = Guid.NewGuid(),
            Name = "Robin Alder",
            RegisterNumber = "11111-074",
        };
        Assert.Equal(same, person.IsCalled(written));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task Once_an_administrator_can_sign_in_only_an_administrator_adds_people(Database database)
    {
        await using var docket = await TestDocket.On(database);
        Assert.True(await docket.Store.IsBeingSetUp());
        await docket.Store.Add(Login("ann", docket.Defender));
        Assert.True(await docket.Store.IsBeingSetUp());
        await docket.Store.Add(Login("adam", docket.Administrator));
        Assert.False(await docket.Store.IsBeingSetUp());

        var before = await docket.Store.Accounts(docket.Clerk.Id);
        foreach (var who in docket.Everybody.Where(a => a.Role != Role.Administrator).Select(a => (Account?)a).Append(null))
        {
            var acting = who is null ? null : new Acting(who.Id, docket.Now());
            var office = new Office { Id = docket.Key(), Name = "another office" };
            await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Add(office, acting));
            await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Add(Person(docket), acting));
            await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Add(Login("carl", docket.Clerk), acting));
        }

        Assert.Equal(before.Select(a => a.Id), (await docket.Store.Accounts(docket.Clerk.Id)).Select(a => a.Id));
        Assert.Null(await docket.Store.LoginOf("carl"));

        var admin = new Acting(docket.Administrator.Id, docket.Now());
        var person = Person(docket);
        await docket.Store.Add(person, admin);
        await docket.Store.Add(Login("new", person), admin);
        Assert.Equal(person.Id, (await docket.Store.LoginOf("new"))!.AccountId);
        Assert.Contains(await docket.Store.Accounts(docket.Clerk.Id), a => a.Id == person.Id && a.OfficeId == docket.Clerk.OfficeId);
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_name_opens_one_account_however_it_is_written(Database database)
    {
        await using var docket = await TestDocket.On(database);
        await docket.Store.Add(Login(" Ann.Defender@Example.ORG ", docket.Defender));
        Assert.Equal(docket.Defender.Id, (await docket.Store.LoginOf("ann.defender@example.org"))!.AccountId);
        Assert.Equal(docket.Defender.Id, (await docket.Store.LoginOf("ANN.DEFENDER@EXAMPLE.ORG "))!.AccountId);
        await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Add(Login("ann.defender@example.org", docket.Judge)));
        Assert.Null(await docket.Store.LoginOf("ann"));
        Assert.Null(await docket.Store.LoginOf(""));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task One_changes_the_own_password_and_an_administrator_closes_a_login(Database database)
    {
        await using var docket = await TestDocket.On(database);
        await docket.Store.Add(Login("ann", docket.Defender));
        await docket.Store.Add(Login("adam", docket.Administrator));
        var changed = Login("ann", docket.Defender);
        changed.PasswordHash = "another";
        await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Change(changed, new(docket.Judge.Id, docket.Now())));
        Assert.Equal("hash of ann", (await docket.Store.LoginOf("ann"))!.PasswordHash);
        await docket.Store.Change(changed, new(docket.Defender.Id, docket.Now()));
        Assert.Equal("another", (await docket.Store.LoginOf("ann"))!.PasswordHash);

        changed.Closed = true;
        await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Change(changed, new(docket.Defender.Id, docket.Now())));
        await docket.Store.Change(changed, new(docket.Administrator.Id, docket.Now()));
        Assert.Null(await docket.Store.LoginOf("ann"));
        var admin = Login("adam", docket.Administrator);
        admin.Closed = true;
        await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Change(admin, new(docket.Administrator.Id, docket.Now())));
    }

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task No_list_carries_a_hash_and_only_an_administrator_is_told_how_others_sign_in(Database database)
    {
        await using var docket = await TestDocket.On(database);
        await docket.Store.Add(Login("ann", docket.Defender));
        foreach (var who in docket.Everybody)
        {
            var told = JsonSerializer.Serialize(
                new
                {
                    Accounts = await docket.Store.Accounts(who.Id),
                    Offices = await docket.Store.Offices(who.Id),
                    Own = await docket.Store.Account(who.Id),
                }
            );
            Assert.DoesNotContain("hash of", told, StringComparison.Ordinal);
            Assert.Contains("\"Ann Defender\"", told, StringComparison.Ordinal);
            if (who.Role == Role.Administrator)
            {
                Assert.Equal(new LoginName("ann", docket.Defender.Id, false), Assert.Single(await docket.Store.Logins(who.Id)));
            }
            else
            {
                await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Logins(who.Id));
            }
        }

        await Assert.ThrowsAsync<RefusedException>(() => docket.Store.Accounts(docket.Key()));
        Assert.Null(await docket.Store.Account(docket.Key()));
    }

    private static Login Login(string name, Account account) =>
        new()
        {
            Name = name,
            PasswordHash = $"hash of {name}",
            AccountId = account.Id,
        };

    private static Account Person(TestDocket docket) =>
        new()
        {
            Id = docket.Key(),
            Name = "New Clerk",
            Role = Role.Clerk,
            District = "TNE",
            OfficeId = docket.Clerk.OfficeId,
        };
}
