#pragma warning disable
namespace SecondLook.Web;

public sealed class Login
{
    public Guid AccountId;
    public string PasswordHash = "";
}

public static class Stub
{
    public static Task<Account?> Account(this DocketStore s, Guid id) => Task.FromResult<Account?>(null);

    public static Task<Login?> LoginOf(this DocketStore s, string n) => Task.FromResult<Login?>(null);
}
