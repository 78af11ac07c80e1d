using Microsoft.EntityFrameworkCore;

namespace SecondLook.Docket.Storage;

/// <summary>Who leaves when, under the orders of the docket.</summary>
public sealed partial class DocketStore
{
    /// <summary>
    /// Everybody whose term an order reduces, the first to leave first: for planners all of them, for those who work in cases the people of
    /// their cases. A day of release is no secret; what it was computed from stays where it is.
    /// </summary>
    public async Task<IReadOnlyList<OrderedRelease>> Releases(Guid reader)
    {
        await using var db = open();
        var by = await AccountOf(db, reader);
        if (by.Role == Role.Administrator)
        {
            return [];
        }

        var found = new List<OrderedRelease>();
        Guid? after = null;
        while (true)
        {
            var page = await db
                .Cases.AsNoTracking()
                .Where(c => db.Entries.Any(e => e.CaseId == c.Id && e is Order && ((Order)e).Granted))
                .Where(c => after == null || c.Id > after)
                .OrderBy(c => c.Id)
                .Take(PageSize)
                .ToListAsync();
            foreach (var file in (await FilesOf(db, page)).Where(file => by.Role == Role.Planner || Access.IsParty(by, file)))
            {
                found.AddRange(file.Current<Order>().Select(order => OrderedRelease.Of(file, order, law)).OfType<OrderedRelease>());
            }

            if (page.Count < PageSize)
            {
                break;
            }

            after = page[^1].Id;
        }

        return [.. found.OrderBy(r => r.Dates.After?.Leaves ?? DateOnly.MaxValue).ThenBy(r => r.Case.Name, StringComparer.Ordinal)];
    }
}
