using System.Globalization;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// §1B1.11: which Manual the court may have used. The record may name it; otherwise the one in force at sentencing, or the one in force
/// when the offense ended where that is better for the defendant; otherwise the editions whose table gives the recorded base level from
/// the recorded quantity.
/// </summary>
internal static class EditionReadings
{
    public const string Fact = "manual";

    /// <summary>The editions, each with the choice it stands for, and the assumption that was made, if any.</summary>
    public static (IReadOnlyList<(DateOnly Edition, Choice[] Choices)> Editions, string? Assumption) Of(
        SentencingRecord record,
        IReadOnlyList<string>? named,
        DateOnly order,
        LawLibrary law
    )
    {
        if (record.Manual is { } stated)
        {
            return ([(law.EditionOn(stated) ?? law.Editions[0], [])], null);
        }

        if (record.SentencedOn is { } sentenced)
        {
            var possible = Between(law, sentenced.First, sentenced.Last);
            if (possible.Count > 1 && Fitting(record, possible, law) is { Count: > 0 } some)
            {
                possible = some;
            }

            if (possible.Count == 1 && OffenseDate(record, possible[0], law) is { } better)
            {
                return ([(better, [])], $"the Manual in force when the offense ended is used (§1B1.11(b)(1)): {Name(better)}");
            }

            return (AsChoices(possible), null);
        }

        var fitting = Fitting(record, law.Editions.Where(e => e <= order), law);
        if (fitting.Count > 0)
        {
            return (
                AsChoices(fitting),
                fitting.Count == 1
                    ? $"the Manual is not recorded; the one whose table gives the recorded level is used: {Name(fitting[0])}"
                    : null
            );
        }

        var asked = LawStages
            .ListedOn(law, order)
            .Where(a => named is null || named.Any(a.IsNamedBy))
            .Select(a => a.Effective)
            .DefaultIfEmpty(order)
            .Min();
        var before = law.EditionOn(named is null ? LatestListed(law, order).AddDays(-1) : asked.AddDays(-1)) ?? law.Editions[0];
        return ([(before, [])], $"the Manual is not recorded; the edition before the amendment asked about is used: {Name(before)}");
    }

    private static DateOnly LatestListed(LawLibrary law, DateOnly order) =>
        LawStages.ListedOn(law, order).Select(a => a.Effective).DefaultIfEmpty(order).Max();

    private static string Name(DateOnly edition) => edition.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IReadOnlyList<(DateOnly Edition, Choice[] Choices)> AsChoices(List<DateOnly> editions) =>
        editions.Count == 1 ? [(editions[0], [])] : [.. editions.Select(e => (e, new[] { new Choice(Fact, Name(e)) }))];

    private static List<DateOnly> Between(LawLibrary law, DateOnly first, DateOnly last)
    {
        var start = law.EditionOn(first) ?? law.Editions[0];
        return [start, .. law.Editions.Where(e => e > start && e <= last)];
    }

    /// <summary>The edition of the offense date, where the recorded base level fits its table and not the table at sentencing.</summary>
    private static DateOnly? OffenseDate(SentencingRecord record, DateOnly atSentencing, LawLibrary law)
    {
        if (
            record.OffenseEndedOn is not { } ended
            || law.EditionOn(ended.Last) is not { } edition
            || edition >= atSentencing
            || law.EditionOn(ended.First) != edition
        )
        {
            return null;
        }

        if (record.Offense.Drugs is not { Count: > 0 })
        {
            return null;
        }

        var (then, now) = (LevelUnder(record, edition, law), LevelUnder(record, atSentencing, law));
        return record.Offense.BaseOffenseLevel is { } stated
            ? then is { } level
            && Gives(record, level, stated, ManualOn(record, edition, law))
            && !(now is { } later && Gives(record, later, stated, ManualOn(record, atSentencing, law)))
                ? edition
                : null
            : then < now
                ? edition
                : null;
    }

    /// <summary>A Manual, read for the guideline whose table gives the level.</summary>
    private static Manual ManualOn(SentencingRecord record, DateOnly edition, LawLibrary law) =>
        law.ManualOn(edition).Under(ReadingSet.TableOf(record));

    private static int? LevelUnder(SentencingRecord record, DateOnly edition, LawLibrary law) =>
        QuantityReadings.OfDrugs(record.Offense.Drugs!, [ManualOn(record, edition, law)], _ => true, explain: false).Readings is [var only]
            ? only.Levels[0]
            : null;

    /// <summary>Whether a level of the table gives the base level that the record states, under one Manual.</summary>
    private static bool Gives(SentencingRecord record, int level, int stated, Manual manual)
    {
        var court = record.Offense.Adjustments is { } listed
            ? CourtAdjustments.Of(listed, manual, BorrowedReadings.GuidelineOf(record.Offense))
            : null;
        return BorrowedReadings
            .Of(record, manual)
            .Any(way =>
            {
                if (way.Borrowed is not { } borrowed)
                {
                    return (manual.Find<MitigatingRoleCap>()?.Terms.Apply(level, court?.MitigatingRole ?? 0) ?? level) == stated;
                }

                var (apart, whole) = BorrowedReadings.BaseLevels(level, borrowed, court, manual);
                return apart == stated || whole == stated;
            });
    }

    /// <summary>The editions until the order whose table gives the recorded level from the recorded quantity.</summary>
    private static List<DateOnly> Fitting(SentencingRecord record, IEnumerable<DateOnly> editions, LawLibrary law)
    {
        var offense = record.Offense;
        if (
            offense.Drugs is not { Count: > 0 } drugs
            || (offense.DrugQuantityLevel ?? offense.BaseOffenseLevel) is not { } level
            || drugs.Count(d => d.Substance is null || (d.Grams ?? d.Count) is not { IsExact: true }) > 1
            || drugs.All(d => d.Grams is null && d.Count is null)
        )
        {
            return [];
        }

        return
        [
            .. editions.Where(e =>
            {
                var manual = ManualOn(record, e, law);
                bool Fits(int table) => offense.DrugQuantityLevel is not null ? table == level : Gives(record, table, level, manual);
                return QuantityReadings.OfDrugs(drugs, [manual], Fits, explain: false).Readings.Count > 0;
            }),
        ];
    }
}
