using SecondLook.Screening.Import;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Screening.Population;

/// <summary>
/// The real stock of a day from the Commission's datafiles, as the Commission built it: everybody sentenced by then under a drug guideline
/// who is not yet out. The files do not say when a sentence began or what credit there is: it is taken to begin on the day of sentencing,
/// without credit and with all good time, so that dates come out late. A day of sentencing known only to the month is its last day; one known
/// only to the fiscal year is none, because a fiscal year is no calendar year. Terms on revocation are left out.
/// </summary>
/// <param name="day">The day of the stock.</param>
/// <param name="law">The law.</param>
public sealed class DatafileStock(DateOnly day, LawLibrary law)
{
    private const string DrugGuidelines = "2D";

    /// <summary>Rows read, rejected ones left out.</summary>
    public int Read { get; private set; }

    /// <summary>Rows under a drug guideline, sentenced by the day.</summary>
    public int Drugs { get; private set; }

    /// <summary>Of those, rows without a term or a month of sentencing.</summary>
    public int Undated { get; private set; }

    /// <summary>Terms on revocation, left out: §1B1.10 does not reach them.</summary>
    public int Revocations { get; private set; }

    /// <summary>Rows that could not be read.</summary>
    public int Rejected { get; private set; }

    /// <summary>Everybody who is in prison on the day, in the order of the files.</summary>
    public IEnumerable<SentencingRecord> People(IEnumerable<ImportedRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Record is not { } record)
            {
                Rejected++;
                continue;
            }

            Read++;
            if (InCustody(record) is { } held)
            {
                yield return held;
            }
        }
    }

    private SentencingRecord? InCustody(SentencingRecord record)
    {
        if (record.Sentence.Revocation == true)
        {
            Revocations++;
            return null;
        }

        if (
            record.Offense.Guideline?.StartsWith(DrugGuidelines, StringComparison.Ordinal) != true
            || record.SentencedOn is { } sentenced && sentenced.Last > day
        )
        {
            return null;
        }

        Drugs++;
        if (record.SentencedOn is not { } on || record.Sentence.Months is null || on.Last.DayNumber - on.First.DayNumber > DaysOfAMonth)
        {
            Undated++;
            return null;
        }

        var held = record with
        {
            Custody = (record.Custody ?? new()) with { SentenceBegan = PartialDate.On(on.Last) },
            Source = record.Source ?? record.Origin?.File,
        };
        var dates = SentenceComputation.WithoutOrder(held, day, law);
        return dates is null || dates.Release <= day ? null : held;
    }

    private const int DaysOfAMonth = 31;
}
