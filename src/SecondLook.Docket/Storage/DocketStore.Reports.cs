using Microsoft.EntityFrameworkCore;

namespace SecondLook.Docket.Storage;

/// <summary>
/// What is derived from sealed entries and may leave them: facts of custody for those who plan a release, and counts for anybody. What is given
/// out is made here, so that no page holds more.
/// </summary>
public sealed partial class DocketStore
{
    /// <summary>
    /// The orders in force that reduce a term, with what a release date needs. Those who plan releases see all, those who appear in a case theirs.
    /// </summary>
    public async Task<IReadOnlyList<ReducedTerm>> ReducedTerms(Guid reader)
    {
        await using var db = open();
        var by = await AccountOf(db, reader);
        var ordered = db.Entries.Where(e => e is Order && ((Order)e).Granted).Select(e => e.CaseId);
        var cases = await Reachable(db, by).Where(c => ordered.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync();
        var terms = new List<ReducedTerm>();
        foreach (var page in cases.Chunk(PageSize))
        {
            terms.AddRange(
                (await FilesOf(db, page)).Where(file => by.Role == Role.Planner || Access.IsParty(by, file)).SelectMany(ReducedTerm.In)
            );
        }

        return terms;
    }

    /// <summary>The tables of the Commission's data reports, of the whole docket; small counts are suppressed for every reader alike.</summary>
    public async Task<IReadOnlyList<ReportTable>> Report(Guid reader)
    {
        await using var db = open();
        await AccountOf(db, reader);
        var moved = db.Entries.Where(e => e is Motion).Select(e => e.CaseId);
        var cases = await db.Cases.AsNoTracking().Where(c => moved.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync();
        var files = new List<CaseFile>();
        foreach (var page in cases.Chunk(PageSize))
        {
            files.AddRange(await FilesOf(db, page));
        }

        return DataReport.Of(files, law.Library);
    }
}
