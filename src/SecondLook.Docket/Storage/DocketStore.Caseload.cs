using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SecondLook.Docket.Caseloads;

namespace SecondLook.Docket.Storage;

/// <summary>The caseload of an office: its own work, which nobody outside the office reaches.</summary>
public sealed partial class DocketStore
{
    /// <summary>A part of the caseload of the reader's office.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="filter">Which cases, in which order.</param>
    /// <param name="after">The last case of the page before; null for the first page.</param>
    /// <param name="take">How many.</param>
    public async Task<CaseloadPage> Caseload(Guid reader, CaseloadFilter filter, Guid? after = null, int take = 50)
    {
        await using var db = open();
        var rows = await CaseloadQuery(db, await AccountOf(db, reader), filter, after).Take(take + 1).ToListAsync();
        return new([.. rows.Take(take)], rows.Count > take);
    }

    /// <summary>How many cases there are by outcome and by standing, whatever outcome and standing the filter names.</summary>
    public async Task<CaseloadCounts> CaseloadCounts(Guid reader, CaseloadFilter filter)
    {
        await using var db = open();
        var apart = filter with { Outcome = null, NotComputed = false, Triage = null };
        var counts = await Matching(OfficeRows(db, await AccountOf(db, reader)), apart)
            .GroupBy(r => new { r.Outcome, r.Triage })
            .Select(g => new
            {
                g.Key.Outcome,
                g.Key.Triage,
                Count = g.Count(),
            })
            .ToListAsync();
        return new(
            Enum.GetValues<Sentencing.Findings.Outcome>().ToDictionary(o => o, o => counts.Where(c => c.Outcome == o).Sum(c => c.Count)),
            Enum.GetValues<Triage>().ToDictionary(t => t, t => counts.Where(c => c.Triage == t).Sum(c => c.Count)),
            counts.Where(c => c.Outcome is null).Sum(c => c.Count)
        );
    }

    /// <summary>The values that occur in the caseload.</summary>
    public async Task<CaseloadChoices> CaseloadChoices(Guid reader)
    {
        await using var db = open();
        var rows = OfficeRows(db, await AccountOf(db, reader));
        var judges = await rows.Where(r => r.JudgeId != null).Select(r => r.JudgeId!.Value).Distinct().ToListAsync();
        return new(
            await Values(r => r.Reason),
            await Values(r => r.District),
            await Values(r => r.Drug),
            [
                .. (await db.Accounts.AsNoTracking().Where(a => judges.Contains(a.Id)).ToListAsync())
                    .OrderBy(a => a.Name, StringComparer.Ordinal)
                    .ThenBy(a => a.Id),
            ]
        );

        async Task<IReadOnlyList<string>> Values(Expression<Func<CaseloadRow, string?>> value) =>
            [.. (await rows.Select(value).Distinct().ToListAsync()).OfType<string>().Order(StringComparer.Ordinal)];
    }

    /// <summary>Some cases of the caseload, in the order given; those that are not in it are left out.</summary>
    public async Task<IReadOnlyList<CaseloadRow>> CaseloadRows(Guid reader, IReadOnlyList<Guid> cases)
    {
        await using var db = open();
        var rows = await OfficeRows(db, await AccountOf(db, reader)).Where(r => cases.Contains(r.CaseId)).ToDictionaryAsync(r => r.CaseId);
        return [.. cases.Distinct().Where(rows.ContainsKey).Select(id => rows[id])];
    }

    /// <summary>The views that the account keeps, by name.</summary>
    public async Task<IReadOnlyList<SavedView>> SavedViews(Guid reader)
    {
        await using var db = open();
        var views = await db.Views.AsNoTracking().Where(v => v.AccountId == reader).ToListAsync();
        return
        [
            .. views
                .OrderBy(v => v.Name, StringComparer.Ordinal)
                .Select(v => new SavedView(v.Name, JsonSerializer.Deserialize<CaseloadFilter>(v.Filter, JsonSerializerOptions.Default)!)),
        ];
    }

    /// <summary>Keeps a filter under a name, in the place of the one that had the name; null removes it.</summary>
    /// <exception cref="RefusedException">The name is missing.</exception>
    public async Task SaveView(Guid by, string name, CaseloadFilter? filter)
    {
        Refuse.Blank(name, "The name of the view is missing.");
        name = name.Trim();
        await using var db = open();
        await AccountOf(db, by);
        if (filter is null)
        {
            await db.Views.Where(v => v.AccountId == by && v.Name == name).ExecuteDeleteAsync();
            return;
        }

        var text = JsonSerializer.Serialize(filter, JsonSerializerOptions.Default);
        if (await db.Views.SingleOrDefaultAsync(v => v.AccountId == by && v.Name == name) is { } stored)
        {
            stored.Filter = text;
        }
        else
        {
            db.Add(
                new StoredView
                {
                    AccountId = by,
                    Name = name,
                    Filter = text,
                }
            );
        }

        await Save(db, Attempts);
    }

    /// <summary>Keeps cases of the own caseload together, to work on them.</summary>
    /// <exception cref="RefusedException">The name or the cases are missing, or a case is not in the caseload.</exception>
    public async Task Add(CaseBatch batch, Acting acting)
    {
        Refuse.Blank(batch.Name, "The name of the batch is missing.");
        Refuse.Unless(batch.Cases.Count > 0, "Choose at least one case.");
        await using var db = open();
        var by = await AccountOf(db, acting.By);
        if (await db.Batches.AnyAsync(b => b.Id == batch.Id && b.ById == by.Id))
        {
            return; // sent twice
        }

        var own = await OfficeRows(db, by).CountAsync(r => batch.Cases.Contains(r.CaseId));
        Refuse.Unless(own == batch.Cases.Distinct().Count(), "A case that was chosen is not in the caseload. Choose again from the list.");
        (batch.OfficeId, batch.ById, batch.At) = (by.OfficeId, by.Id, Stored(acting.At));
        db.Add(batch);
        await Save(db, Attempts);
    }

    /// <summary>The batches of the reader's office, the newest first.</summary>
    public async Task<IReadOnlyList<CaseBatch>> Batches(Guid reader)
    {
        await using var db = open();
        var by = await AccountOf(db, reader);
        return by.Side == Side.None
            ? []
            : [.. (await db.Batches.AsNoTracking().Where(b => b.OfficeId == by.OfficeId).ToListAsync()).OrderByDescending(b => b.At)];
    }

    /// <summary>The SQL by which a page is read, for those who look after the indexes.</summary>
    public async Task<string> CaseloadSql(Guid reader, CaseloadFilter filter, Guid? after)
    {
        await using var db = open();
        return CaseloadQuery(db, await AccountOf(db, reader), filter, after).Take(50).ToQueryString();
    }

    private static IQueryable<CaseloadRow> OfficeRows(DocketContext db, Account by) =>
        by.Side == Side.None
            ? db.Caseload.AsNoTracking().Where(_ => false)
            : db.Caseload.AsNoTracking().Where(r => r.OfficeId == by.OfficeId);

    private static IQueryable<CaseloadRow> CaseloadQuery(DocketContext db, Account by, CaseloadFilter filter, Guid? after)
    {
        var rows = OfficeRows(db, by);
        var last = rows.Where(r => r.CaseId == after)
            .Select(r => new
            {
                r.Leaves,
                r.DocketNumber,
                r.Defendant,
            })
            .SingleOrDefault();
        var found = Matching(rows, filter);
        if (filter.Order == CaseloadOrder.Number)
        {
            // The first condition is the one that the index answers.
            found = last is null
                ? found
                : found.Where(r =>
                    string.Compare(r.DocketNumber, last.DocketNumber) >= 0
                    && (
                        string.Compare(r.DocketNumber, last.DocketNumber) > 0
                        || r.Defendant > last.Defendant
                        || (r.Defendant == last.Defendant && r.CaseId > after)
                    )
                );
            return found.OrderBy(r => r.DocketNumber).ThenBy(r => r.Defendant).ThenBy(r => r.CaseId);
        }

        found = last is null ? found : found.Where(r => r.Leaves >= last.Leaves && (r.Leaves > last.Leaves || r.CaseId > after));
        return found.OrderBy(r => r.Leaves).ThenBy(r => r.CaseId);
    }

    private static IQueryable<CaseloadRow> Matching(IQueryable<CaseloadRow> rows, CaseloadFilter filter)
    {
        rows = filter.Outcome is { } outcome ? rows.Where(r => r.Outcome == outcome) : rows;
        rows = filter.NotComputed ? rows.Where(r => r.Outcome == null) : rows;
        rows = filter.Triage is { } triage ? rows.Where(r => r.Triage == triage) : rows;
        rows = filter.Reason is { } reason ? rows.Where(r => r.Reason == reason) : rows;
        rows = filter.District is { } district ? rows.Where(r => r.District == district) : rows;
        rows = filter.Drug is { } drug ? rows.Where(r => r.Drug == drug) : rows;
        rows = filter.JudgeId is { } judge ? rows.Where(r => r.JudgeId == judge) : rows;
        rows = filter.ImportId is { } import ? rows.Where(r => r.ImportId == import) : rows;
        rows = filter.LeavesFrom is { } from ? rows.Where(r => r.Leaves >= from) : rows;
        rows = filter.LeavesTo is { } to ? rows.Where(r => r.Leaves <= to && r.Leaves < DateOnly.MaxValue) : rows;
        if (filter.Text?.Trim().ToLowerInvariant() is { Length: > 0 } text)
        {
            rows = rows.Where(r => r.Searched.Contains(text));
        }

        return rows;
    }

    /// <summary>Writes the rows of a case anew, after entries were added to it.</summary>
    private static async Task Follow(DocketContext db, CaseFile file)
    {
        Guid[] offices = [.. file.All<Opening>().Select(o => o.OfficeId).Distinct()];
        if (offices.Length == 0)
        {
            return;
        }

        var rows = await db.Caseload.Where(r => r.CaseId == file.Case.Id).ToListAsync();
        var accounts = await db.Accounts.AsNoTracking().Where(a => offices.Contains(a.OfficeId)).ToListAsync();
        foreach (var office in offices)
        {
            var row = rows.Find(r => r.OfficeId == office);
            if (row is null)
            {
                row = NewRow(file.Case, file.Person, office);
                db.Add(row);
            }

            row.Follow(file, [.. accounts.Where(a => a.OfficeId == office && a.Side != Side.None)]);
        }
    }

    private static CaseloadRow NewRow(Case @case, Person person, Guid office) =>
        new()
        {
            OfficeId = office,
            CaseId = @case.Id,
            District = @case.District,
            DocketNumber = @case.DocketNumber,
            Defendant = @case.Defendant,
            Name = person.Name,
            RegisterNumber = person.RegisterNumber,
            Synthetic = person.Synthetic,
            Searched = $"{person.Name} {@case.Name} {person.RegisterNumber}".ToLowerInvariant(),
        };
}
