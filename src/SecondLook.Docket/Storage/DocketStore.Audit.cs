using Microsoft.EntityFrameworkCore;
using SecondLook.Docket.Audit;

namespace SecondLook.Docket.Storage;

/// <summary>Who looked at what, and when.</summary>
public sealed partial class DocketStore
{
    /// <summary>Writes down that an account looks at a page of a case or a document in it. To be called before it is shown.</summary>
    /// <param name="acting">Who looks, and when.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="what">The page or the document, in words.</param>
    /// <param name="entryId">The entry that is looked at; null for a page about the case.</param>
    /// <exception cref="RefusedException">The account may not see it.</exception>
    public async Task Look(Acting acting, Guid caseId, string what, Guid? entryId = null)
    {
        await using var db = open();
        var by = await AccountOf(db, acting.By);
        var @case = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId) ?? throw NoCase(caseId);
        var file = await FileOf(db, @case);
        var view = Seen(file, by) ?? throw NoCase(caseId);
        var entry = entryId is { } id ? file.Get<Entry>(id, by) : null;
        var hasFiled = by.Side == Side.None || file.Entries.Any(e => e.OfficeId == by.OfficeId && e.Standing != Standing.WorkProduct);
        var isOpen = hasFiled && entry is null or { Standing: >= Standing.Filed, Sealed: false };
        var isSealed = entry is { Sealed: true } && !(entry.Standing == Standing.WorkProduct && entry.OfficeId == by.OfficeId);
        Write(db, acting, by, Audited.Looked, what, isOpen, view.Case, isSealed);
        await db.SaveChangesAsync();
    }

    /// <summary>
    /// Writes down that an account takes a list out as a file. To be called before it is given. Only the own office reads it, or of those who work in no
    /// case the administrators.
    /// </summary>
    public async Task Exported(Acting acting, string what)
    {
        await using var db = open();
        var by = await AccountOf(db, acting.By);
        Write(db, acting, by, Audited.Exported, what, isOpen: by.Side == Side.None);
        await db.SaveChangesAsync();
    }

    /// <summary>Writes down that somebody signed in, or could not.</summary>
    /// <param name="name">The name that was given.</param>
    /// <param name="succeeded">Whether it opened the account.</param>
    /// <param name="at">When.</param>
    public async Task SignedIn(string name, bool succeeded, DateTimeOffset at)
    {
        await using var db = open();
        var written = Login.Written(name);
        var login = await db.Logins.AsNoTracking().SingleOrDefaultAsync(l => l.Name == written);
        var by = login is null ? null : await AccountOf(db, login.AccountId);

        // A name that nobody has may be a password typed into the wrong field: it is not kept.
        var text = login is null ? "a name that nobody has" : login.Name;
        Write(db, new(by?.Id ?? Guid.Empty, at), by, succeeded ? Audited.SignedIn : Audited.SignInRefused, text, isOpen: true);
        await db.SaveChangesAsync();
    }

    /// <summary>The log as the reader may see it, the newest first.</summary>
    /// <param name="reader">Who asks: an administrator, or somebody for the own office.</param>
    /// <param name="filter">Which lines.</param>
    /// <param name="before">The last line of the page before; null for the first page.</param>
    /// <param name="take">How many.</param>
    public async Task<IReadOnlyList<AuditEntry>> AuditLog(Guid reader, AuditFilter filter, long? before = null, int take = 50)
    {
        await using var db = open();
        var by = await AccountOf(db, reader);
        var lines = db.Audit.AsNoTracking();
        lines =
            by.Role == Role.Administrator ? lines.Where(l => l.IsOpen || l.ById == by.Id)
            : by.Side == Side.None ? lines.Where(l => l.ById == by.Id)
            : lines.Where(l => l.OfficeId == by.OfficeId && (!l.IsSealed || l.ById == by.Id));
        lines = filter.What is { } what ? lines.Where(l => l.What == what) : lines;
        lines = filter.ById is { } who ? lines.Where(l => l.ById == who) : lines;
        if (filter.Text?.Trim().ToLowerInvariant() is { Length: > 0 } text)
        {
            lines = lines.Where(l => l.Searched.Contains(text));
        }

        if (filter.From is { } from)
        {
            var start = new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero);
            lines = lines.Where(l => l.At >= start);
        }

        if (filter.To is { } to)
        {
            var end = new DateTimeOffset(to, TimeOnly.MinValue, TimeSpan.Zero).AddDays(1);
            lines = lines.Where(l => l.At < end);
        }

        return await lines.Where(l => before == null || l.Id < before).OrderByDescending(l => l.Id).Take(take).ToListAsync();
    }

    private static void Write(
        DocketContext db,
        Acting acting,
        Account? by,
        Audited what,
        string text,
        bool isOpen,
        Case? @case = null,
        bool isSealed = false
    ) =>
        db.Add(
            new AuditEntry
            {
                At = Stored(acting.At),
                What = what,
                ById = by?.Id,
                OfficeId = by?.OfficeId,
                CaseId = @case?.Id,
                CaseName = @case?.Name,
                Text = text,
                IsOpen = isOpen,
                IsSealed = isSealed,
                Searched = $"{text} {@case?.Name}".ToLowerInvariant(),
            }
        );

    /// <summary>A time as both databases keep it.</summary>
    private static DateTimeOffset Stored(DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
