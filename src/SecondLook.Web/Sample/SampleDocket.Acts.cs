using System.Text;
using SecondLook.Screening.Population;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Web.Sample;

/// <summary>What somebody does in the sample, and when: each act goes through the rules of the house like everybody's.</summary>
public sealed partial class SampleDocket
{
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

    /// <summary>A file of synthetic people in the defender's caseload: whoever runs imports goes on with it.</summary>
    private async Task Stock(int size)
    {
        using var file = new MemoryStream();
        foreach (var person in new SyntheticStock(StockModel.Bundled(), law, 1).People().Take(size))
        {
            file.Write(Encoding.UTF8.GetBytes(RecordJson.Write(person)));
            file.WriteByte((byte)'\n');
        }

        file.Position = 0;
        var job = await store.Receive(new(Of(Role.Defender), Next()), NextKey(), "synthetic-stock.jsonl", file);
        await store.Begin(new(Of(Role.Defender), Next()), job.Id, null, string.Join(',', Amendments), effective);
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
                OriginalJudgmentOn = opened.Person.Record.SentencedOn is { IsDay: true } judged ? judged.First : null,
                Attorney = accounts[Role.Defender].Name,
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
