using System.Text;
using SecondLook.Docket.Cases;
using SecondLook.Docket.Motions;
using SecondLook.Docket.Orders;
using SecondLook.Docket.People;
using SecondLook.Docket.Recalculations;
using SecondLook.Docket.Storage;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Docket;

public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>A docket of its own for one test, with the people of two districts, on one of the two databases.</summary>
internal sealed partial class TestDocket : IAsyncDisposable
{
    private readonly Func<Task> remove;
    private int keys;
    private DateTimeOffset clock = new(2015, 6, 1, 9, 0, 0, TimeSpan.Zero);

    private TestDocket(DocketStore store, string connection, Func<Task> remove)
    {
        Store = store;
        Connection = connection;
        this.remove = remove;
    }

    public DocketStore Store { get; }

    public string Connection { get; }

    public Account Defender { get; private set; } = null!;

    public Account Paralegal { get; private set; } = null!;

    public Account PanelAttorney { get; private set; } = null!;

    public Account Prosecutor { get; private set; } = null!;

    public Account OtherProsecutor { get; private set; } = null!;

    public Account Officer { get; private set; } = null!;

    public Account Judge { get; private set; } = null!;

    public Account LawClerk { get; private set; } = null!;

    public Account OtherJudge { get; private set; } = null!;

    public Account JudgeElsewhere { get; private set; } = null!;

    public Account Clerk { get; private set; } = null!;

    public Account Planner { get; private set; } = null!;

    public Account Administrator { get; private set; } = null!;

    public IReadOnlyList<Account> Everybody =>
        [
            Defender,
            Paralegal,
            PanelAttorney,
            Prosecutor,
            OtherProsecutor,
            Officer,
            Judge,
            LawClerk,
            OtherJudge,
            JudgeElsewhere,
            Clerk,
            Planner,
            Administrator,
        ];

    public static async Task<TestDocket> On(Database database)
    {
        var docket = database == Database.Sqlite ? await OnSqlite() : await OnPostgres();
        await docket.Enroll();
        return docket;
    }

    public Guid Key() => new(++keys, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);

    public DateTimeOffset Now() => clock = clock.AddMinutes(1);

    /// <summary>A case in the caseload of the defender, with counsel, prosecutor, officer and judge entered by the clerk.</summary>
    public async Task<Guid> CaseInCourt(string number = "1:13-cr-00417", int defendant = 1)
    {
        var id = await Opened(Clerk, number, defendant);
        foreach (
            var (who, part) in new[]
            {
                (Defender, Part.Counsel),
                (Prosecutor, Part.Government),
                (Officer, Part.Probation),
                (Judge, Part.Judge),
            }
        )
        {
            await Store.Perform(Appear(id, Clerk, who, part));
        }

        return id;
    }

    public async Task<Guid> Opened(Account by, string number = "1:13-cr-00417", int defendant = 1)
    {
        var key = Key();
        var view = await Store.Perform(
            new OpenCase
            {
                Id = key,
                By = by.Id,
                At = Now(),
                District = "TNE",
                DocketNumber = number,
                Defendant = defendant,
                Name = $"Person {number}-{defendant}",
                RegisterNumber = $"{number}-{defendant}",
                Synthetic = true,
            }
        );
        return view.Case.Id;
    }

    public EnterAppearance Appear(Guid caseId, Account by, Account who, Part part) =>
        new()
        {
            Id = Key(),
            CaseId = caseId,
            By = by.Id,
            At = Now(),
            AccountId = who.Id,
            Part = part,
        };

    /// <summary>§2D1.1 cocaine, level 23 and category I: 46-57 months, as amended by 782 level 21: 37-46.</summary>
    public StoreRecalculation Recalculate(Guid caseId, Account by, bool assistance = false, Guid? corrects = null) =>
        Recalculate(caseId, by, assistance, assistance ? 45 : 46, "", corrects);

    /// <summary>The same with the same term of 50 months and facts of custody, with and without assistance.</summary>
    public StoreRecalculation RecalculateInCustody(Guid caseId, Account by, bool assistance) =>
        Recalculate(
            caseId,
            by,
            assistance,
            50,
            ""","custody":{"sentenceBegan":"2013-05-06","priorCreditDays":30,"goodTimeLostDays":0 }""",
            null
        );

    private StoreRecalculation Recalculate(Guid caseId, Account by, bool assistance, int months, string more, Guid? corrects)
    {
        var cut = assistance ? """[{"basis":"substantial-assistance","months":1}]""" : "[]";
        var json = $$"""
            {"id":"p","district":"TNE","synthetic":true,"sentencedOn":"2013-05-06","manual":"2012-11-01",
             "offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":{"min":500,"max":2000} } ],"drugQuantityLevel":26,"baseOffenseLevel":26,
              "baseOffenseLevelFrom":"drug-quantity","adjustments":[{"rule":"3E1.1","levels":-3}],"totalOffenseLevel":23},
             "criminalHistory":{"points":0,"statusPoints":0,"category":"I"},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":480,"relief":"none" },
             "sentence":{"months":{{months}},"belowRange":{{cut}},"consecutive":[] },"earlierReductions":[]{{more}} }
            """;
        Assert.True(new RecordJson().TryRead(Encoding.UTF8.GetBytes(json), out var record, out var problems), string.Join("; ", problems));
        var question = new ReductionQuestion(null, PartialDate.On(new DateOnly(2015, 7, 1)));
        return new()
        {
            Id = Key(),
            CaseId = caseId,
            By = by.Id,
            At = Now(),
            Record = record!,
            Determination = SentenceReduction.Determine(record!, question, Editions.Law),
            EngineVersion = "test",
            Corrects = corrects,
        };
    }

    public FileMotion Move(Guid caseId, Account by, Guid? recalculation = null, Movant movant = Movant.Counsel, Guid? letter = null) =>
        new()
        {
            Id = Key(),
            CaseId = caseId,
            By = by.Id,
            At = Now(),
            Movant = movant,
            FiledOn = new DateOnly(2015, 6, 1),
            Amendments = ["782"],
            Text = "The person asks for a reduction.",
            RecalculationId = recalculation,
            LetterId = letter,
        };

    public Respond Answer(Guid caseId, Guid motion, Position position = Position.Agrees) =>
        new()
        {
            Id = Key(),
            CaseId = caseId,
            By = Prosecutor.Id,
            At = Now(),
            MotionId = motion,
            Position = position,
            Text = "The government has read the motion.",
            FiledOn = new DateOnly(2015, 6, 8),
        };

    public async Task<RuleOnMotion> Grant(Guid caseId, Guid motion, Guid? recalculation, int term = 40, Account? by = null) =>
        new()
        {
            Id = Key(),
            CaseId = caseId,
            By = (by ?? Judge).Id,
            At = Now(),
            Seen = await Version(caseId, by ?? Judge),
            MotionId = motion,
            Granted = true,
            Reasons = "The conduct in prison weighs for the motion.",
            NewTerm = term,
            RecalculationId = recalculation,
        };

    public async Task<SignOrder> Sign(Guid caseId, Guid ruling, DateOnly? effective, Guid? supersedes = null) =>
        new()
        {
            Id = Key(),
            CaseId = caseId,
            By = Judge.Id,
            At = Now(),
            Seen = await Version(caseId, Judge),
            RulingId = ruling,
            SignedOn = new DateOnly(2015, 7, 1),
            EffectiveOn = effective,
            Supersedes = supersedes,
            Why = supersedes is null ? null : "The day was wrong.",
        };

    public async Task<int> Version(Guid caseId, Account reader) => (await Store.Case(reader.Id, caseId))?.Version ?? 0;

    public async ValueTask DisposeAsync() => await remove();

    private async Task Enroll()
    {
        Defender = await New("Ann Defender", Role.Defender, "TNE", "defender's office");
        Paralegal = await New("Pat Paralegal", Role.Defender, "TNE", "defender's office", Defender.OfficeId);
        PanelAttorney = await New("Paul Panel", Role.Defender, "TNE", "panel attorney");
        Prosecutor = await New("Una Prosecutor", Role.Prosecutor, "TNE", "U.S. Attorney");
        OtherProsecutor = await New("Otto Prosecutor", Role.Prosecutor, "TNE", "U.S. Attorney", Prosecutor.OfficeId);
        Officer = await New("Olga Officer", Role.Probation, "TNE", "probation office");
        Judge = await New("Judge First", Role.Judge, "TNE", "chambers of Judge First");
        LawClerk = await New("Lee Clerk", Role.Chambers, "TNE", "chambers of Judge First", Judge.OfficeId);
        OtherJudge = await New("Judge Second", Role.Judge, "TNE", "chambers of Judge Second");
        JudgeElsewhere = await New("Judge Elsewhere", Role.Judge, "KYE", "chambers of Judge Elsewhere");
        Clerk = await New("Carl Clerk", Role.Clerk, "TNE", "clerk's office");
        Planner = await New("Petra Planner", Role.Planner, null, "Bureau of Prisons");
        Administrator = await New("Adam Admin", Role.Administrator, null, "administration");
    }

    private async Task<Account> New(string name, Role role, string? district, string officeName, Guid? office = null)
    {
        if (office is null)
        {
            office = Key();
            await Store.Add(new Office { Id = office.Value, Name = officeName });
        }

        var account = new Account
        {
            Id = Key(),
            Name = name,
            Role = role,
            District = district,
            OfficeId = office.Value,
        };
        await Store.Add(account);
        return account;
    }
}
