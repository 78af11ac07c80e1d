using Microsoft.AspNetCore.Identity;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Web.Sample;

/// <summary>
/// A docket in which everybody is invented: one account for each role, and cases in every stage between the letter and the entered order.
/// It is of September 2015, six weeks before the first orders under Amendment 782 could take effect. The same every time.
/// </summary>
public sealed partial class SampleDocket
{
    /// <summary>The moment at which the sample begins.</summary>
    public static readonly DateTimeOffset Morning = new(2015, 9, 14, 13, 0, 0, TimeSpan.Zero);

    /// <summary>The district of the sample.</summary>
    public const string District = "TNE";

    private static readonly string[] Amendments = ["782"];

    private readonly DocketStore store;
    private readonly LawLibrary law;
    private readonly SamplePeople people;
    private readonly DateOnly effective;
    private readonly Dictionary<Role, Account> accounts = [];
    private DateTimeOffset clock;
    private int keys;
    private int cases = 100;

    private SampleDocket(DocketStore store, LawLibrary law)
    {
        (this.store, this.law) = (store, law);
        effective = law.Amendments.Single(a => a.Id == Amendments[0]).Retroactive!.OrdersNotBefore!.Value;
        people = new SamplePeople(District, new ReductionQuestion(Amendments, PartialDate.On(effective)), effective, law);
    }

    /// <summary>Fills an empty docket.</summary>
    /// <param name="store">The docket.</param>
    /// <param name="law">The law.</param>
    /// <param name="stock">How many people of the synthetic stock wait to be imported into the defender's caseload.</param>
    /// <returns>What to sign in with.</returns>
    public static async Task<IReadOnlyList<SampleLogin>> Fill(DocketStore store, LawLibrary law, int stock = 0)
    {
        var sample = new SampleDocket(store, law);
        var logins = await sample.Enroll();
        await sample.Cases();
        if (stock > 0)
        {
            await sample.Stock(stock);
        }

        return logins;
    }

    private async Task<IReadOnlyList<SampleLogin>> Enroll()
    {
        var hasher = new PasswordHasher<Account>();
        var logins = new List<SampleLogin>();
        (Role Role, string Name, string Office, string? District)[] everybody =
        [
            (Role.Defender, "Robin Ashby (invented)", "Sample Federal Defender", null),
            (Role.Prosecutor, "Casey Bramble (invented)", "Sample U.S. Attorney", District),
            (Role.Probation, "Dana Clover (invented)", "Sample Probation Office", District),
            (Role.Judge, "Judge Morgan Fern (invented)", "Sample Chambers", District),
            (Role.Chambers, "Lee Heath (invented)", "Sample Chambers", District),
            (Role.Clerk, "Jordan Ivy (invented)", "Sample Clerk of Court", District),
            (Role.Planner, "Sam Lichen (invented)", "Sample Reentry Office", null),
            (Role.Administrator, "Alex Moss (invented)", "Sample Administration", null),
        ];
        var offices = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var (role, name, office, district) in everybody)
        {
            if (!offices.TryGetValue(office, out var officeId))
            {
                offices[office] = officeId = NextKey();
                await store.Add(new Office { Id = officeId, Name = office });
            }

            accounts[role] = new Account
            {
                Id = NextKey(),
                Name = name,
                Role = role,
                District = district,
                OfficeId = officeId,
            };
            await store.Add(accounts[role]);
            var login = role.ToString().ToLowerInvariant();
            logins.Add(new SampleLogin(login, $"sample-{login}", $"{name}, {login}, {office}"));
        }

        // The last login is the administrator's: from then on only an administrator adds anybody.
        foreach (var (login, account) in logins.Zip(everybody, (login, one) => (login, accounts[one.Role])))
        {
            await store.Add(
                new Login
                {
                    Name = login.Name,
                    PasswordHash = hasher.HashPassword(account, login.Password),
                    AccountId = account.Id,
                }
            );
        }

        return logins;
    }

    private async Task Cases()
    {
        clock = new DateTimeOffset(2015, 6, 1, 13, 0, 0, TimeSpan.Zero);

        // Only in the defender's caseload so far: nobody else knows of them.
        await InCaseload(people.Eligible());
        await InCaseload(people.WithoutPresentenceReport());
        await InCaseload(people.Ineligible());

        var letter = await InCourt(people.Eligible());
        await Letter(letter);

        await Filed(await InCourt(people.Eligible()));
        var answered = await InCourt(people.Ineligible());
        await Respond(
            answered,
            await Filed(answered),
            Position.Opposes,
            "The range is not lowered; the government's computation agrees with the defender's."
        );

        // Eligible and agreed: what a batch is made of.
        for (var agreed = 0; agreed < 4; agreed++)
        {
            await Agreed(await InCourt(people.Eligible()));
        }

        await Agreed(await InCourt(people.EligibleAfterAssistance()));

        var contested = await InCourt(people.Eligible());
        var opposed = await Filed(contested);
        await Respond(contested, opposed, Position.Opposes, "The government asks the court to weigh the conduct in prison.");
        await Memorandum(contested, opposed);
        await Safety(contested, opposed, SafetyMatter.Conduct, "Two minor incidents, both in 2013; none since.", "disciplinary record");
        await Perform(
            new SetHearing
            {
                Id = NextKey(),
                CaseId = contested.Id,
                By = Of(Role.Chambers),
                At = Next(),
                MotionId = opposed,
                On = new DateOnly(2015, 10, 6),
                State = HearingState.Set,
                Text = "9:30 a.m.; the person need not be present",
            }
        );

        var ruled = await InCourt(people.Eligible());
        await Rule(ruled, await Agreed(ruled), granted: true);

        var signed = await InCourt(people.Eligible());
        await Sign(signed, await Rule(signed, await Agreed(signed), granted: true));

        for (var done = 0; done < 3; done++)
        {
            var entered = await InCourt(people.Eligible());
            await Enter(entered, await Sign(entered, await Rule(entered, await Agreed(entered), granted: true)));
        }

        var superseded = await InCourt(people.Eligible());
        var ruling = await Rule(superseded, await Agreed(superseded), granted: true);
        var first = await Sign(superseded, ruling);
        await Enter(superseded, await Sign(superseded, ruling, first, "The first order named the wrong day of the judgment."));

        var denied = await InCourt(people.Ineligible());
        var motion = await Filed(denied);
        await Respond(denied, motion, Position.Opposes, "The range is not lowered.");
        await Enter(denied, await Sign(denied, await Rule(denied, motion, granted: false)));
    }
}
