using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Tests.Properties;

/// <summary>
/// Ways to know less about the same person. Only facts that make an answer are forgotten, never the exceptional ones: what nobody mentions
/// of these is read as absent, and a record that leaves one out is another record.
/// </summary>
internal static class Forgetting
{
    /// <summary>One way to know less; null where the record has nothing to forget.</summary>
    public sealed record Way(string Name, Func<SentencingRecord, SentencingRecord?> Of);

    public static readonly Way[] Ways =
    [
        new("offense.drugs", r => r.Offense.Drugs is null ? null : WithOffense(r, o => o with { Drugs = null })),
        new("offense.drugs[0].grams", r => WithDrug(r, 0, d => d with { Grams = null, Count = null, ActualGrams = null })),
        new("offense.drugs[1].grams", r => WithDrug(r, 1, d => d with { Grams = null, Count = null, ActualGrams = null })),
        new("offense.drugs[0].grams, the upper end", r => WithDrug(r, 0, d => WithQuantity(d, q => Quantity.Between(q * 9 / 10, null)))),
        new("offense.drugs[0].grams, both ends", r => WithDrug(r, 0, d => WithQuantity(d, q => Quantity.Between(q * 8 / 10, (q * 3) + 1)))),
        new("offense.drugs[1].grams, both ends", r => WithDrug(r, 1, d => WithQuantity(d, q => Quantity.Between(q, (q * 3) + 1)))),
        new("offense.drugs[0].substance", r => WithDrug(r, 0, d => d with { Substance = null })),
        new("offense.drugQuantityLevel", r => WithOffense(r, o => o with { DrugQuantityLevel = null })),
        new("offense.baseOffenseLevel", r => WithOffense(r, o => o with { BaseOffenseLevel = null })),
        new("offense.totalOffenseLevel", r => WithOffense(r, o => o with { TotalOffenseLevel = null })),
        new("offense.adjustments", r => WithOffense(r, o => o with { Adjustments = null })),
        new("offense.guideline", r => WithOffense(r, o => o with { Guideline = null })),
        new("offense.baseOffenseLevelFrom", r => WithOffense(r, o => o with { BaseOffenseLevelFrom = null })),
        new("criminalHistory.points", r => WithHistory(r, h => h with { Points = null })),
        new("criminalHistory.statusPoints", r => WithHistory(r, h => h with { StatusPoints = null })),
        new("criminalHistory.recencyPoints", r => WithHistory(r, h => h with { RecencyPoints = null })),
        new("criminalHistory.zeroPointExclusions", r => WithHistory(r, h => h with { ZeroPointExclusions = null })),
        new("criminalHistory.category", r => WithHistory(r, h => h with { Category = null })),
        new("careerOffender", r => r with { CareerOffender = new() }),
        new("statutory.minimumMonths", r => MinimumIsReached(r) ? r with { Statutory = r.Statutory with { Minimum = null } } : null),
        new("statutory.relief", r => r with { Statutory = r.Statutory with { Relief = null } }),
        new("guidelineRange", r => r with { GuidelineRange = null }),
        new("sentence.belowRange", r => r with { Sentence = r.Sentence with { BelowRange = null } }),
        new("motion.decidedOn, the day", r => WithOrder(r, d => new(new(d.Year, d.Month, 1), new(d.Year, d.Month, 28)))),
        new("motion.decidedOn, the month", r => WithOrder(r, d => new(new(d.Year, 1, 1), new(d.Year, 12, 31)))),
        new("manual", r => r.SentencedOn is null ? null : r with { Manual = null }),
        new("sentencedOn, the day", r => WithSentencing(r, d => new(new(d.Year, d.Month, 1), new(d.Year, d.Month, 28)))),
        new("sentencedOn, the month", r => WithSentencing(r, d => new(new(d.Year, 1, 1), new(d.Year, 12, 31)))),
    ];

    /// <summary>Ways to know less of the other groups of counts.</summary>
    public static readonly Way[] OfGroups =
    [
        new("groups[0].adjustedLevel", r => WithGroup(r, g => g with { AdjustedLevel = null })),
        new("groups[0].units", r => WithGroup(r, g => g with { Units = null })),
    ];

    private static SentencingRecord? WithGroup(SentencingRecord record, Func<CountGroup, CountGroup> change) =>
        record.Groups is { Count: > 0 } groups ? record with { Groups = [change(groups[0]), .. groups.Skip(1)] } : null;

    /// <summary>The record without what the chosen ways forget.</summary>
    public static SentencingRecord Without(SentencingRecord record, IEnumerable<Way> ways) =>
        ways.Aggregate(record, (known, way) => way.Of(known) ?? known);

    private static SentencingRecord WithOffense(SentencingRecord record, Func<Offense, Offense> change) =>
        record with
        {
            Offense = change(record.Offense),
        };

    private static SentencingRecord WithHistory(SentencingRecord record, Func<CriminalHistory, CriminalHistory> change) =>
        record with
        {
            CriminalHistory = change(record.CriminalHistory),
        };

    private static SentencingRecord? WithDrug(SentencingRecord record, int index, Func<Drug, Drug> change) =>
        record.Offense.Drugs is { } drugs
        && drugs.Count > index
        && (index == 0 || drugs.All(d => d.Substance is not (null or "cocaine-base")))
            ? WithOffense(record, o => o with { Drugs = [.. drugs.Select((d, i) => i == index ? change(d) : d)] })
            : null;

    private static Drug WithQuantity(Drug drug, Func<decimal, Quantity> change) =>
        drug with
        {
            Grams = drug.Grams is { IsExact: true } grams ? change(grams.AtLeast) : drug.Grams,
            Count = drug.Count is { IsExact: true } count ? Whole(change(count.AtLeast)) : drug.Count,
        };

    private static Quantity Whole(Quantity quantity) =>
        quantity with
        {
            AtLeast = Math.Floor(quantity.AtLeast),
            LessThan = quantity.LessThan is { } top ? Math.Ceiling(top) : null,
        };

    private static SentencingRecord WithOrder(SentencingRecord record, Func<DateOnly, PartialDate> change) =>
        record with
        {
            Motion = record.Motion! with { DecidedOn = change(record.Motion.DecidedOn!.Value.First) },
        };

    private static SentencingRecord WithSentencing(SentencingRecord record, Func<DateOnly, PartialDate> change) =>
        record with
        {
            SentencedOn = change(record.SentencedOn!.Value.First),
        };

    /// <summary>
    /// A minimum that nobody mentions is taken to be one that the quantity found could reach. A minimum of another source, such as a prior
    /// conviction, is a fact of its own.
    /// </summary>
    private static bool MinimumIsReached(SentencingRecord record)
    {
        if (record.Statutory.Minimum is not { Value: > 0 } minimum)
        {
            return record.Statutory.Minimum is not null;
        }

        var thresholds = RandomRecords.Law.On<DrugThresholds>(record.SentencedOn!.Value.First)?.Terms.Substances;
        return record.Offense.Drugs?.Any(d =>
                d.Substance is { } substance
                && thresholds?.GetValueOrDefault(substance) is { } threshold
                && ((threshold.Unit == "g" ? d.Grams : d.Count) is { } amount)
                && amount.AtLeast
                    >= (
                        minimum.Value == 60 ? threshold.B
                        : minimum.Value == 120 ? threshold.A
                        : decimal.MaxValue
                    )
            ) == true;
    }
}
