using Microsoft.EntityFrameworkCore;
using SecondLook.Docket.Caseloads;

namespace SecondLook.Docket.Storage;

/// <summary>
/// The docket, stored. An act is stored whole or not at all, and only where the rules of the house allow it. Every question is asked by
/// somebody, and the answer holds what that account may see.
/// </summary>
public sealed partial class DocketStore
{
    private const int Attempts = 5;

    private readonly Func<DocketContext> open;
    private readonly Laws law;

    private DocketStore(Func<DocketContext> open, Laws law)
    {
        this.open = open;
        this.law = law;
    }

    /// <summary>The docket in a SQLite file.</summary>
    /// <param name="connection">The connection, such as <c>Data Source=docket.db</c>.</param>
    /// <param name="law">The law by which times and earliest days are computed.</param>
    public static DocketStore InSqlite(string connection, Laws law) => new(() => SqliteContext.Open(connection), law);

    /// <summary>The docket in a PostgreSQL database.</summary>
    /// <param name="connection">The connection, such as <c>Host=localhost;Database=docket</c>.</param>
    /// <param name="law">The law by which times and earliest days are computed.</param>
    public static DocketStore InPostgres(string connection, Laws law) => new(() => PostgresContext.Open(connection), law);

    /// <summary>Makes the database, or brings an older one up to date.</summary>
    public async Task Migrate()
    {
        await using var db = open();
        await db.Database.MigrateAsync();
    }

    /// <summary>Takes a case into the caseload of an office; makes the case where nobody has it yet.</summary>
    /// <exception cref="RefusedException">The account works in no case, or the register number is somebody else's.</exception>
    public async Task<CaseView> Perform(OpenCase act)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = open();
            var by = await AccountOf(db, act.By);
            Refuse.Unless(by.Side != Side.None, $"{by.Name} works in no case.");
            Refuse.Blank(act.DocketNumber, "The number of the case is missing, such as 1:13-cr-00417.");
            Refuse.Blank(act.RegisterNumber, "The register number is missing, such as 12345-074.");
            var person = await db.Persons.SingleOrDefaultAsync(p => p.RegisterNumber == act.RegisterNumber);
            var @case = await db.Cases.SingleOrDefaultAsync(c =>
                c.District == act.District && c.DocketNumber == act.DocketNumber && c.Defendant == act.Defendant
            );
            if (person is null)
            {
                person = new Person
                {
                    Id = act.Id,
                    Name = act.Name,
                    RegisterNumber = act.RegisterNumber,
                    Synthetic = act.Synthetic,
                };
                db.Add(person);
            }

            if (@case is null)
            {
                @case = new Case
                {
                    Id = act.Id,
                    PersonId = person.Id,
                    District = act.District,
                    DocketNumber = act.DocketNumber,
                    Defendant = act.Defendant,
                };
                db.Add(@case);
            }

            // It says neither which of them differs nor what stands here: that would tell of another office's case.
            Refuse.Unless(
                person.IsCalled(act.Name) && @case.PersonId == person.Id,
                $"The name, the register number and defendant {act.Defendant} of {act.DocketNumber} do not belong together. Check all three against the judgment."
            );
            if (await Save(db, attempt))
            {
                return await Perform(
                    new TakeUp
                    {
                        Id = act.Id,
                        CaseId = @case.Id,
                        By = act.By,
                        At = act.At,
                    }
                );
            }
        }
    }

    /// <summary>Does an act, and gives the case as the one who acted sees it.</summary>
    /// <exception cref="RefusedException">A rule of the house forbids it.</exception>
    /// <exception cref="OvertakenException">Somebody else acted first.</exception>
    public async Task<CaseView> Perform(CaseAct act)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = open();
            var by = await AccountOf(db, act.By);
            var @case = await db.Cases.SingleOrDefaultAsync(c => c.Id == act.CaseId) ?? throw NoCase(act.CaseId);
            var file = await FileOf(db, @case, act is EnterAppearance, act.Names);
            if (file.Entries.FirstOrDefault(e => e.Id == act.Id) is { } done)
            {
                Refuse.Unless(done.ById == by.Id, "The key of the act is taken. Give another.");
                return file.As(by);
            }

            if (act is not TakeUp && file.As(by).Entries.Count == 0)
            {
                throw NoCase(act.CaseId); // as if it were not there
            }

            if (act.Seen is { } seen && seen != file.As(by).Version)
            {
                throw Overtaken(file, null);
            }

            Entry[] entries = [.. act.Entries(file, by, law)];
            Enter(@case, act.At, by, entries);
            db.AddRange(entries);
            db.AddRange(
                entries.OfType<Document>().Where(d => d.Bytes is not null).Select(d => new Content { Id = d.Id, Bytes = d.Bytes! })
            );
            await Follow(db, file with { Entries = [.. file.Entries, .. entries] });
            if (await Save(db, attempt, file, toldAtOnce: act.Seen is not null))
            {
                return (await FileOf(db, @case)).As(by);
            }
        }
    }

    /// <summary>Says of new entries who made them, when and in which case.</summary>
    private static void Enter(Case @case, DateTimeOffset at, Account by, IReadOnlyList<Entry> entries)
    {
        foreach (var entry in entries)
        {
            entry.CaseId = @case.Id;
            entry.ById = by.Id;
            entry.OfficeId = by.OfficeId;
            entry.At = Stored(at);
            entry.Number = entry.Standing == Standing.WorkProduct || entry.Sealed ? null : ++@case.Numbers;
        }

        if (entries.Any(e => e.Standing != Standing.WorkProduct))
        {
            @case.Version++;
        }
    }

    /// <summary>False where somebody else was first and it is worth trying again.</summary>
    private static async Task<bool> Save(DocketContext db, int attempt, CaseFile? file = null, bool toldAtOnce = false)
    {
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || IsTaken(failure.InnerException))
        {
            // An office's row of its caseload may be changed by what others may not see: that is tried again and told nobody.
            var isCaseload = failure is DbUpdateConcurrencyException && failure.Entries.All(e => e.Entity is CaseloadRow);
            return attempt < Attempts && (!toldAtOnce || isCaseload) ? false : throw Overtaken(file, failure);
        }
    }

    /// <summary>A unique index was violated: what somebody else stored in the meantime.</summary>
    private static bool IsTaken(Exception? failure) =>
        failure switch
        {
            Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation } => true,
            Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 19, SqliteExtendedErrorCode: 2067 or 1555 } => true,
            _ => false,
        };

    private static OvertakenException Overtaken(CaseFile? file, Exception? cause) =>
        new(
            $"{file?.Case.Name ?? "The case"} changed after it was read, and nothing was stored. Read it again, and act on what it says now.",
            cause
        );

    private static RefusedException NoCase(Guid id) => new($"There is no case {id} that this account may see. Choose one from the list.");

    private static async Task<Account> AccountOf(DocketContext db, Guid id) =>
        await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id)
        ?? throw new RefusedException($"There is no account {id}. Sign in again.");

    private static async Task<CaseFile> FileOf(
        DocketContext db,
        Case @case,
        bool withCodefendants = false,
        IEnumerable<Guid>? accounts = null
    )
    {
        Guid[] named = [.. accounts ?? []];
        var others = withCodefendants
            ? await db
                .Cases.AsNoTracking()
                .Where(c => c.District == @case.District && c.DocketNumber == @case.DocketNumber && c.Id != @case.Id)
                .ToListAsync()
            : [];
        return (await FilesOf(db, [@case]))[0] with
        {
            Codefendants = await FilesOf(db, others),
            Accounts = named.Length == 0 ? [] : await db.Accounts.AsNoTracking().Where(a => named.Contains(a.Id)).ToListAsync(),
        };
    }

    /// <summary>Cases with their entries, in the order given.</summary>
    private static async Task<IReadOnlyList<CaseFile>> FilesOf(DocketContext db, IReadOnlyList<Case> cases)
    {
        if (cases.Count == 0)
        {
            return [];
        }

        Guid[] ids = [.. cases.Select(c => c.Id)];
        Guid[] people = [.. cases.Select(c => c.PersonId).Distinct()];
        var entries = (await db.Entries.AsNoTracking().Where(e => ids.Contains(e.CaseId)).ToListAsync()).ToLookup(e => e.CaseId);
        var persons = await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        return [.. cases.Select(c => new CaseFile(c, persons[c.PersonId], InOrder(entries[c.Id])))];
    }

    private static List<Entry> InOrder(IEnumerable<Entry> entries) =>
        [.. entries.OrderBy(e => e.At).ThenBy(e => e.Number ?? int.MaxValue).ThenBy(e => e.Kind, StringComparer.Ordinal).ThenBy(e => e.Id)];
}
