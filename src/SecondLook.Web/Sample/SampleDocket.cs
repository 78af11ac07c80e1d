using Microsoft.AspNetCore.Identity;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Web.Sample;

/// <summary>
/// A docket in which everybody is invented: one account for each role, and cases in every stage between the letter and the entered order.
/// It is of September 2015, six weeks before the first orders under Amendment 782 could take effect. The same every time.
/// </summary>
public sealed class SampleDocket
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
        people = new SamplePeople(District, new ReductionQuestion(Amendments, PartialDate.On(effective)), law);
    }

    /// <summary>Fills an empty docket.</summary>
    /// <returns>What to sign in with.</returns>
    public static async Task<IReadOnlyList<SampleLogin>> Fill(DocketStore store, LawLibrary law)
    {
        var sample = new SampleDocket(store, law);
        var logins = await sample.Enroll();
        await sample.Cases();
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

    private sealed record Opened(Guid Id, SamplePerson Person, Guid Recalculation);

    private async Task<Opened> InCaseload(SamplePerson person)
    {
        cases++;
        var view = await store.Perform(
            new OpenCase
            {
                Id = NextKey(),
                By = Of(Role.Defender),
                At = Next(),
                District = District,
                DocketNumber = $"1:09-cr-{cases:00000}",
                Defendant = 1,
                Name = person.Name,
                RegisterNumber = person.RegisterNumber,
                Synthetic = true,
            }
        );
        return new(view.Case.Id, person, await Recalculate(view.Case.Id, person));
    }

    private async Task<Guid> Recalculate(Guid caseId, SamplePerson person)
    {
        var id = NextKey();
        await Perform(
            new StoreRecalculation
            {
                Id = id,
                CaseId = caseId,
                By = Of(Role.Defender),
                At = Next(),
                Record = person.Record,
                Determination = person.Determination,
                EngineVersion = Program.Version,
            }
        );
        return id;
    }

    /// <summary>A case in the caseload, with everybody entered by the clerk.</summary>
    private async Task<Opened> InCourt(SamplePerson person)
    {
        var opened = await InCaseload(person);
        await store.Perform(
            new OpenCase
            {
                Id = NextKey(),
                By = Of(Role.Clerk),
                At = Next(),
                District = District,
                DocketNumber = $"1:09-cr-{cases:00000}",
                Defendant = 1,
                Name = person.Name,
                RegisterNumber = person.RegisterNumber,
                Synthetic = true,
            }
        );
        foreach (
            var (role, part) in new[]
            {
                (Role.Defender, Part.Counsel),
                (Role.Prosecutor, Part.Government),
                (Role.Probation, Part.Probation),
                (Role.Judge, Part.Judge),
            }
        )
        {
            await Perform(
                new EnterAppearance
                {
                    Id = NextKey(),
                    CaseId = opened.Id,
                    By = Of(Role.Clerk),
                    At = Next(),
                    AccountId = Of(role),
                    Part = part,
                    Appointed = part == Part.Counsel,
                }
            );
        }

        return opened;
    }

    private Task Letter(Opened opened) =>
        Perform(
            new ReceiveLetter
            {
                Id = NextKey(),
                CaseId = opened.Id,
                By = Of(Role.Clerk),
                At = Next(),
                Text = "The person asks whether the new law about drugs applies to the sentence.",
                MailboxOn = new DateOnly(2015, 8, 28),
                ReceivedOn = new DateOnly(2015, 9, 3),
            }
        );

    private async Task<Guid> Filed(Opened opened)
    {
        var id = NextKey();
        await Perform(
            new FileMotion
            {
                Id = id,
                CaseId = opened.Id,
                By = Of(Role.Defender),
                At = Next(),
                Movant = Movant.Counsel,
                FiledOn = Day(),
                Amendments = Amendments,
                Text = "The person moves for a reduction under 18 U.S.C. 3582(c)(2).",
                RecalculationId = opened.Recalculation,
            }
        );
        return id;
    }

    private Task Respond(Opened opened, Guid motion, Position position, string text) =>
        Perform(
            new Respond
            {
                Id = NextKey(),
                CaseId = opened.Id,
                By = Of(Role.Prosecutor),
                At = Next(),
                MotionId = motion,
                Position = position,
                Text = text,
                FiledOn = Day(),
            }
        );

    private Task Memorandum(Opened opened, Guid motion) =>
        Perform(
            new GiveMemorandum
            {
                Id = NextKey(),
                CaseId = opened.Id,
                By = Of(Role.Probation),
                At = Next(),
                MotionId = motion,
                Standing = Standing.Filed,
                Text =
                    "The probation office has read the judgment and the presentence report and agrees with the computation of the range.",
            }
        );

    private Task Safety(Opened opened, Guid motion, SafetyMatter matter, string text, string source) =>
        Perform(
            new AddSafetyEntry
            {
                Id = NextKey(),
                CaseId = opened.Id,
                By = Of(Role.Probation),
                At = Next(),
                MotionId = motion,
                Matter = matter,
                Text = text,
                Author = accounts[Role.Probation].Name,
                Source = source,
                SourceOn = Day(),
                Standing = Standing.Filed,
            }
        );

    /// <summary>A motion to which the government agrees, with what the probation office has to say.</summary>
    private async Task<Guid> Agreed(Opened opened)
    {
        var motion = await Filed(opened);
        await Respond(opened, motion, Position.Agrees, "The government agrees that the range is lowered and does not oppose a reduction.");
        await Memorandum(opened, motion);
        await Safety(opened, motion, SafetyMatter.Program, "Completed two vocational courses.", "program record");
        await Safety(opened, motion, SafetyMatter.ReleasePlan, "Would live with family; work is promised.", "release plan");
        return motion;
    }

    private async Task<Guid> Rule(Opened opened, Guid motion, bool granted)
    {
        var id = NextKey();
        await Perform(
            new RuleOnMotion
            {
                Id = id,
                CaseId = opened.Id,
                By = Of(Role.Judge),
                At = Next(),
                Seen = await Seen(opened),
                MotionId = motion,
                Granted = granted,
                NewTerm = granted ? opened.Person.Determination.LowestTerm!.Months.Value : null,
                RecalculationId = opened.Recalculation,
                Reasons = granted
                    ? "The court has considered the factors of 18 U.S.C. 3553(a), the conduct since sentencing and the release plan."
                    : "The amendment does not lower the applicable guideline range.",
            }
        );
        return id;
    }

    private async Task<Guid> Sign(Opened opened, Guid ruling, Guid? supersedes = null, string? why = null)
    {
        var id = NextKey();
        var granted = opened.Person.Determination.LowestTerm is not null;
        await Perform(
            new SignOrder
            {
                Id = id,
                CaseId = opened.Id,
                By = Of(Role.Judge),
                At = Next(),
                Seen = await Seen(opened),
                RulingId = ruling,
                SignedOn = Day(),
                EffectiveOn = granted ? effective : null,
                LastTerm = opened.Person.Record.Sentence.Months?.Value,
                Supersedes = supersedes,
                Why = why,
            }
        );
        return id;
    }

    private Task Enter(Opened opened, Guid order) =>
        Perform(
            new EnterOrder
            {
                Id = NextKey(),
                CaseId = opened.Id,
                By = Of(Role.Clerk),
                At = Next(),
                OrderId = order,
                On = Day(),
            }
        );

    private async Task<int> Seen(Opened opened) => (await store.Case(Of(Role.Judge), opened.Id))!.Version;

    private Task Perform(CaseAct act) => store.Perform(act);

    private Guid Of(Role role) => accounts[role].Id;

    private DateOnly Day() => DateOnly.FromDateTime(clock.UtcDateTime);

    private DateTimeOffset Next() => clock = clock.AddHours(5);

    private Guid NextKey() => new(++keys, 0x5a3b, 0x4b1e, 0x9c, 0, 0, 0, 0, 0, 0, 1);
}
