using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace SecondLook.Docket.Storage;

/// <summary>What may be asked of the docket. The first argument of every question is who asks.</summary>
public sealed partial class DocketStore
{
    /// <summary>One case, as the reader may see it; null where the reader may see nothing of it.</summary>
    public async Task<CaseView?> Case(Guid reader, Guid caseId)
    {
        await using var db = open();
        var @case = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId);
        return @case is null ? null : Seen(await FileOf(db, @case), await AccountOf(db, reader));
    }

    /// <summary>The cases of which the reader may see something, in the order of their keys, a page at a time.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="after">The last case of the page before; null for the first page.</param>
    /// <param name="take">How many.</param>
    public async Task<IReadOnlyList<CaseView>> Cases(Guid reader, Guid? after = null, int take = 50)
    {
        await using var db = open();
        var by = await AccountOf(db, reader);
        var found = new List<CaseView>();
        while (found.Count < take)
        {
            var page = await Reachable(db, by).Where(c => after == null || c.Id > after).OrderBy(c => c.Id).Take(take).ToListAsync();
            found.AddRange((await FilesOf(db, page)).Select(file => Seen(file, by)).OfType<CaseView>());
            if (page.Count < take)
            {
                break;
            }

            after = page[^1].Id;
        }

        return found.Count > take ? found[..take] : found;
    }

    /// <summary>The cases with a motion or a letter, as the reader may see them, in the order of their keys: what a queue is made of.</summary>
    public async Task<IReadOnlyList<CaseView>> InCourt(Guid reader) => await Having(reader, e => e is Motion || e is Letter);

    /// <summary>What waits for whom, the longest first, in the cases that the reader works in.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="role">Only what waits for this role; null for everything.</param>
    public async Task<IReadOnlyList<Waiting>> Queue(Guid reader, Role? role = null) =>
        [
            .. (await Having(reader, e => e is Motion || e is Letter))
                .SelectMany(Waiting.In)
                .Where(w => role is null || w.For == role)
                .OrderBy(w => w.Since)
                .ThenBy(w => w.Case, StringComparer.Ordinal)
                .ThenBy(w => w.What, StringComparer.Ordinal),
        ];

    /// <summary>The deadlines of some days that stand, in the cases that the reader works in.</summary>
    public async Task<IReadOnlyList<Deadline>> DueBetween(Guid reader, DateOnly from, DateOnly to) =>
        [
            .. (await Having(reader, e => e is Deadline && ((Deadline)e).Due >= from && ((Deadline)e).Due <= to))
                .SelectMany(view => view.Current<Deadline>())
                .Where(d => d.Due >= from && d.Due <= to)
                .OrderBy(d => d.Due)
                .ThenBy(d => d.Id),
        ];

    /// <summary>The orders signed in some days: what the docket has to export. Only what anybody may read is in it.</summary>
    public async Task<IReadOnlyList<Order>> OrdersSigned(Guid reader, DateOnly from, DateOnly to)
    {
        await using var db = open();
        await AccountOf(db, reader);
        return
        [
            .. (
                await db
                    .Entries.AsNoTracking()
                    .OfType<Order>()
                    .Where(o => o.Standing == Standing.Public && !o.Sealed && o.SignedOn >= from && o.SignedOn <= to)
                    .ToListAsync()
            )
                .OrderBy(o => o.SignedOn)
                .ThenBy(o => o.Id),
        ];
    }

    /// <summary>The bytes of a document that the reader may see; null for any other.</summary>
    public async Task<byte[]?> Content(Guid reader, Guid caseId, Guid documentId)
    {
        if (await Case(reader, caseId) is not { } view || !view.All<Document>().Any(d => d.Id == documentId))
        {
            return null;
        }

        await using var db = open();
        return (await db.Contents.AsNoTracking().SingleAsync(c => c.Id == documentId)).Bytes;
    }

    /// <summary>The codefendants for whom the reader's own office appears or whose case it has taken up: look at these before taking the case.</summary>
    public async Task<IReadOnlyList<Case>> Conflicts(Guid reader, Guid caseId)
    {
        await using var db = open();
        var by = await AccountOf(db, reader);
        var @case = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId) ?? throw NoCase(caseId);
        var file = await FileOf(db, @case, withCodefendants: true);
        return
        [
            .. file
                .Codefendants.Where(other =>
                    by.Side == Side.Defense
                    && (Access.IsCounsel(by.OfficeId, other) || other.All<Opening>().Any(o => o.OfficeId == by.OfficeId))
                )
                .Select(other => other.Case)
                .OrderBy(c => c.Defendant),
        ];
    }

    private const int PageSize = 100;

    private static CaseView? Seen(CaseFile file, Account reader) => file.As(reader) is { Entries.Count: > 0 } view ? view : null;

    /// <summary>The cases in which the reader works, or for those who work in none the ones with an order; what is seen of each is decided later.</summary>
    private static IQueryable<Case> Reachable(DocketContext db, Account by)
    {
        var cases = db.Cases.AsNoTracking();
        return by.Side switch
        {
            Side.None => cases.Where(c => db.Entries.Any(e => e.CaseId == c.Id && e.Standing == Standing.Public)),
            Side.Defense => cases.Where(c =>
                db.Entries.Any(e =>
                    e.CaseId == c.Id && (e.OfficeId == by.OfficeId || (e is Appearance && ((Appearance)e).AccountOfficeId == by.OfficeId))
                )
            ),
            _ => cases.Where(c =>
                c.District == by.District
                && db.Entries.Any(e => e.CaseId == c.Id && (e.OfficeId == by.OfficeId || e.Standing != Standing.WorkProduct))
            ),
        };
    }

    /// <summary>The cases that have some entry, as the reader may see them.</summary>
    private async Task<List<CaseView>> Having(Guid reader, Expression<Func<Entry, bool>> entry)
    {
        await using var db = open();
        var by = await AccountOf(db, reader);
        var having = db.Entries.Where(entry).Select(e => e.CaseId);
        var cases = await Reachable(db, by).Where(c => having.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync();
        var views = new List<CaseView>();
        foreach (var page in cases.Chunk(PageSize))
        {
            views.AddRange((await FilesOf(db, page)).Select(file => Seen(file, by)).OfType<CaseView>());
        }

        return views;
    }
}
