using Microsoft.EntityFrameworkCore;
using SecondLook.Docket.Caseloads;
using SecondLook.Docket.Imports;

namespace SecondLook.Docket.Storage;

/// <summary>Many cases at once, with how far their file is read, in one transaction.</summary>
public sealed partial class DocketStore
{
    /// <summary>
    /// Stores some rows of an import: the cases that are not there yet, that the office takes them up, and a recalculation of each, in the
    /// place of the office's earlier one. Sent twice, they are stored once.
    /// </summary>
    /// <returns>The import as it stands. Where it does not run, nothing was stored: whoever runs it stops.</returns>
    /// <exception cref="RefusedException">There is no such import of the own office, or the rows do not follow those stored.</exception>
    public async Task<ImportJob> Store(ImportedCases batch)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = open();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var by = await AccountOf(db, batch.By);
            var job = await db.Imports.SingleOrDefaultAsync(i => i.Id == batch.JobId && i.OfficeId == by.OfficeId);
            Refuse.Unless(job is not null && by.Side != Side.None, "There is no such import.");
            var sentBefore = batch.From < job!.Read || (batch.From == job.Read && job.State == ImportState.Done);
            if (sentBefore || job.State != ImportState.Running)
            {
                return job;
            }

            Refuse.Unless(batch.From == job.Read, $"{job.Read} rows of {job.FileName} are stored, and these follow {batch.From}.");
            try
            {
                await new ImportedRows(db, job, by, batch, Stored(batch.At)).Add();
            }
            catch (System.Data.Common.DbException failure) when (IsTaken(failure) && attempt < Attempts)
            {
                continue; // somebody stored one of the persons or cases meanwhile
            }

            if (job.State == ImportState.Done)
            {
                await db.Pieces.Where(p => p.JobId == job.Id).ExecuteDeleteAsync();
            }

            if (await Save(db, attempt))
            {
                await transaction.CommitAsync();
                return job;
            }
        }
    }

    /// <summary>The rows of one batch, on their way into the database.</summary>
    private sealed class ImportedRows(DocketContext db, ImportJob job, Account by, ImportedCases batch, DateTimeOffset at)
    {
        private readonly List<RejectedCase> rejected = [.. batch.Rejected];
        private readonly Dictionary<string, Person> persons = new(StringComparer.Ordinal);
        private readonly Dictionary<(string, string, int), Case> cases = [];
        private readonly HashSet<Guid> touched = [];
        private readonly List<object> added = [];
        private Dictionary<Guid, CaseloadRow> rows = [];
        private Dictionary<Guid, CaseFile> files = [];
        private List<Account> office = [];

        public async Task Add()
        {
            var identities = batch.Rows.Select(row => row.Identity.Of(by.OfficeId, row.Computed.RecordId)).ToList();
            await Find(identities);
            var number = batch.From;
            foreach (var (row, identity) in batch.Rows.Zip(identities))
            {
                Add(row, identity, ++number);
            }

            foreach (var (row, place) in rejected.OrderBy(r => r.Row).Select((r, place) => (r, place)))
            {
                added.Add(
                    new StoredRejection
                    {
                        JobId = job.Id,
                        Number = job.Rejected + place,
                        File = row.File,
                        Row = row.Row,
                        Field = row.Field,
                        Found = row.Found,
                        Reason = row.Reason,
                        Suggestion = row.Suggestion,
                    }
                );
            }

            foreach (var many in ManyRows.Of(db, added))
            {
                await db.Insert(many);
            }

            job.Read += batch.Rows.Count + batch.Rejected.Count;
            job.Stored += batch.Rows.Count + batch.Rejected.Count - rejected.Count;
            job.Rejected += rejected.Count;
            job.Position = batch.Position;
            job.Moved = at;
            job.Version++;
            if (batch.IsLast)
            {
                job.State = ImportState.Done;
                job.Position = job.Size;
                job.Finished = at;
            }
        }

        /// <summary>What is there already.</summary>
        private async Task Find(List<ImportedIdentity> identities)
        {
            string[] registers = [.. identities.Select(i => i.RegisterNumber!).Distinct(StringComparer.Ordinal)];
            string[] numbers = [.. identities.Select(i => i.DocketNumber!).Distinct(StringComparer.Ordinal)];
            foreach (var person in await db.Persons.AsNoTracking().Where(p => registers.Contains(p.RegisterNumber)).ToListAsync())
            {
                persons.Add(person.RegisterNumber, person);
            }

            foreach (var @case in await db.Cases.AsNoTracking().Where(c => numbers.Contains(c.DocketNumber)).ToListAsync())
            {
                cases.Add((@case.District, @case.DocketNumber, @case.Defendant), @case);
            }

            office =
            [
                .. (await db.Accounts.AsNoTracking().Where(a => a.OfficeId == by.OfficeId).ToListAsync()).Where(a => a.Side != Side.None),
            ];
            if (cases.Count > 0)
            {
                Guid[] known = [.. cases.Values.Select(c => c.Id)];
                rows = await db.Caseload.Where(r => r.OfficeId == by.OfficeId && known.Contains(r.CaseId)).ToDictionaryAsync(r => r.CaseId);
                files = (await FilesOf(db, [.. cases.Values])).ToDictionary(f => f.Case.Id);
            }
        }

        private void Add(ImportedCase row, ImportedIdentity identity, int number)
        {
            if (!persons.TryGetValue(identity.RegisterNumber!, out var person))
            {
                person = new Person
                {
                    Id = ImportKeys.Of(job.Id, number, 0),
                    Name = identity.Name!,
                    RegisterNumber = identity.RegisterNumber!,
                    Synthetic = row.Computed.Synthetic,
                };
            }

            var place = (identity.District!, identity.DocketNumber!, identity.Defendant!.Value);
            if (!cases.TryGetValue(place, out var @case))
            {
                @case = new Case
                {
                    Id = ImportKeys.Of(job.Id, number, 1),
                    PersonId = person.Id,
                    District = place.Item1,
                    DocketNumber = place.Item2,
                    Defendant = place.Item3,
                };
            }

            if (!person.IsCalled(identity.Name!) || @case.PersonId != person.Id)
            {
                Reject(
                    row,
                    identity,
                    $"the name, the register number and defendant {identity.Defendant} do not belong together",
                    "Check all three against the judgment; where several are charged in one case, give the number of the defendant."
                );
                return;
            }

            if (!touched.Add(@case.Id) || (rows.TryGetValue(@case.Id, out var before) && before.ImportId == job.Id))
            {
                Reject(row, identity, "an earlier row of this file is of the same case", "Leave one row for each case.");
                return;
            }

            Know(persons, person.RegisterNumber, person);
            Know(cases, place, @case);
            Take(row, @case, person, number);
        }

        private void Take(ImportedCase row, Case @case, Person person, int number)
        {
            var file = files.GetValueOrDefault(@case.Id) ?? new CaseFile(@case, person, []);
            var entries = new List<Entry>();
            if (!file.All<Opening>().Any(o => o.OfficeId == by.OfficeId))
            {
                entries.Add(new Opening { Id = ImportKeys.Of(job.Id, number, 2), Standing = Standing.WorkProduct });
            }

            if (!rows.TryGetValue(@case.Id, out var caseload))
            {
                caseload = NewRow(@case, person, by.OfficeId);
                added.Add(caseload);
            }

            entries.Add(row.Computed.Entry(ImportKeys.Of(job.Id, number, 3), caseload.RecalculationId));
            Enter(@case, at, by, entries);
            added.AddRange(entries);
            caseload.ImportId = job.Id;
            caseload.Follow(file with { Entries = [.. file.Entries, .. entries] }, office);
        }

        private void Reject(ImportedCase row, ImportedIdentity identity, string reason, string suggestion) =>
            rejected.Add(
                new(job.FileName, row.Row, "", $"{identity.District} {identity.DocketNumber}, {identity.Name}", reason, suggestion)
            );

        private void Know<TKey, T>(Dictionary<TKey, T> known, TKey key, T value)
            where TKey : notnull
            where T : class
        {
            if (known.TryAdd(key, value))
            {
                added.Add(value);
            }
        }
    }
}
