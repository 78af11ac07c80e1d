using System.Collections.Immutable;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// The offense levels a record may stand for, from full facts, from recorded levels, or from a mixture. Where the facts and a recorded
/// level disagree, the disagreement is reported and the court's level decides.
/// </summary>
internal sealed class LevelReadings(SentencingRecord record, LawStages stages, Limits limits, bool explain, ReadingNotes notes)
{
    private const string LevelFact = "offense.drugQuantityLevel";
    private const string BaseFact = "offense.baseOffenseLevel";
    private const string TotalFact = "offense.totalOffenseLevel";
    private const string AdjustmentsFact = "offense.adjustments";

    private readonly Offense offense = record.Offense;
    private readonly CourtAdjustments? court = record.Offense.Adjustments is { } listed
        ? CourtAdjustments.Of(listed, stages.Original)
        : null;

    private readonly IReadOnlyList<(bool Goes, Choice[] Choices)> weapon = FirearmReadings.Of(
        record,
        stages,
        record.Offense.Adjustments is { } listed ? CourtAdjustments.Of(listed, stages.Original) : null
    );

    /// <summary>What the court added and subtracted; null where the record does not list it.</summary>
    public CourtAdjustments? Court => court;

    /// <summary>Every reading of the levels.</summary>
    public IEnumerable<LevelReading> All() => offense.TotalOffenseLevel is { } stated ? Fitting([.. Possible()], stated) : Possible();

    private IEnumerable<LevelReading> Possible()
    {
        var fromTable = IsFromTable();
        var (quantities, fact) = notes.Quantities.TryGetValue(stages, out var known)
            ? known
            : notes.Quantities[stages] = Quantities(fromTable);
        return quantities.SelectMany(quantity =>
        {
            Choice[] byQuantity = quantities.Count > 1 ? [new(fact, quantity.Is)] : [];
            return court is not null
                ? WithKnownAdjustments(quantity, fromTable, court, byQuantity)
                : WithUnknownAdjustments(quantity, fromTable, byQuantity);
        });
    }

    private bool IsFromTable() =>
        ReadingSet.GuidelineOf(record) != DrugGuideline.Other
        && stages.Original.Find<DrugQuantityTable>() is not null
        && offense.BaseOffenseLevelFrom
            is null
                or BaseLevelSource.DrugQuantity
                or BaseLevelSource.StipulatedQuantity
                or BaseLevelSource.Borrowed;

    /// <summary>The readings of the drug quantity, with the court's own level deciding where it disagrees with the facts.</summary>
    private (IReadOnlyList<QuantityReading> Readings, string Fact) Quantities(bool fromTable)
    {
        if (!fromTable)
        {
            var level = offense.BaseOffenseLevel ?? 0;
            return ([Fixed(level)], BaseFact);
        }

        if (!stages.DrugRulesMove && (court is null || offense.TotalOffenseLevel is not null) && !weapon[0].Goes)
        {
            return ([Unmoved()], BaseFact);
        }

        if (offense.Drugs is { Count: > 0 } drugs)
        {
            var found = QuantityReadings.OfDrugs(drugs, stages.Manuals, Fits, explain);
            notes.Incomplete |= !found.Complete;
            if (found.Readings.Count > 0)
            {
                return (found.Readings, found.Fact);
            }

            if (offense.DrugQuantityLevel is null && offense.BaseOffenseLevel is null)
            {
                notes.NotWeighed(drugs);
                return ([.. stages.EveryLine(explain).Select(r => r with { Is = $"{r.Levels[0]}, amended {r.Levels[^1]}" })], LevelFact);
            }

            notes.Disagreement(drugs, stages.Manuals, offense, explain);
            var withoutQuantity = drugs.Select(d => d with { Grams = null, Count = null }).ToArray();
            found = QuantityReadings.OfDrugs(withoutQuantity, stages.Manuals, Fits, explain);
            if (found.Readings.Count > 0)
            {
                return (found.Readings, found.Fact);
            }
        }
        else if (offense.ConvertedDrugWeightKg is { } kilograms && !ChemicalTables.AreOf(stages.Original))
        {
            var found = QuantityReadings.OfConverted(kilograms, stages.Manuals, Fits, explain);
            if (found.Readings.Any(r => Fits(r.Levels[0])))
            {
                return (found.Readings, found.Fact);
            }

            notes.ConvertedDisagreement(kilograms, offense);
        }

        var byLevel = stages.EveryLine(explain).Where(r => Fits(r.Levels[0])).ToList();
        if (byLevel.Count > 0)
        {
            return (byLevel, "offense.drugs");
        }

        var stated = offense.DrugQuantityLevel ?? offense.BaseOffenseLevel!.Value;
        notes.NoSuchLevel(stated);
        return ([Fixed(stated)], BaseFact);
    }

    /// <summary>Where no covered amendment touches Chapter Two, the level is only shown: as the record states it, or as exact facts give it.</summary>
    private QuantityReading Unmoved()
    {
        var readings = offense.Drugs is { Count: > 0 } drugs ? QuantityReadings.OfDrugs(drugs, stages.Manuals, Fits, explain).Readings : [];
        return readings is [var settled] ? settled
            : offense.DrugQuantityLevel is { } level ? Fixed(level)
            : new([], default, default, false, "");
    }

    private QuantityReading Fixed(int level)
    {
        var why = explain && stages.Policy is { } policy ? new Finding(Step.CourtFound, level, policy, BaseFact) : null;
        var found = new Found<int>(level, why);
        return new([.. Enumerable.Repeat(level, stages.Manuals.Length)], found, found, false, "");
    }

    /// <summary>Whether a level of the table agrees with the level that the record states, the mitigating-role cap undone.</summary>
    private bool Fits(int level)
    {
        if (offense.DrugQuantityLevel is { } fromTable)
        {
            return level == fromTable;
        }

        if (offense.BaseOffenseLevel is not { } stated)
        {
            return true;
        }

        var cap = stages.Original.Find<MitigatingRoleCap>()?.Terms;
        if (court is { } known)
        {
            return (cap?.Apply(level, known.MitigatingRole) ?? level) == stated;
        }

        return level == stated || MitigatingRoles.Any(role => cap?.Apply(level, role) == stated);
    }

    private IEnumerable<int> MitigatingRoles => stages.Original.Get<Chapter3.MitigatingRole>().Terms.Levels;

    private IEnumerable<LevelReading> WithKnownAdjustments(
        QuantityReading quantity,
        bool fromTable,
        CourtAdjustments known,
        Choice[] choices
    )
    {
        if (!fromTable && offense.BaseOffenseLevel is null)
        {
            foreach (var total in Totals())
            {
                yield return Lumped(quantity, false, false, Unchanged(total.Total), [.. choices, .. total.Choices]);
            }

            yield break;
        }

        foreach (var (applied, level, byCareer) in CareerReadings.Of(record, stages, court is not null))
        {
            if ((applied && level is null) || quantity.Levels.Count == 0)
            {
                foreach (var total in Totals(applied))
                {
                    yield return Lumped(quantity, fromTable, applied, Unchanged(total.Total), [.. choices, .. byCareer, .. total.Choices]);
                }

                continue;
            }

            foreach (var (goes, byWeapon) in weapon)
            {
                var added = StageLevels.Of(quantity, fromTable, known, level, goes, limits, stages);
                yield return new(added, fromTable, applied, 0, quantity) { Choices = [.. choices, .. byCareer, .. byWeapon] };
            }
        }
    }

    /// <summary>Where adjustments are not listed, the difference between base and total is carried over; what a floor, a cap or the third
    /// point of acceptance could do to the change is tried.</summary>
    private IEnumerable<LevelReading> WithUnknownAdjustments(QuantityReading quantity, bool fromTable, Choice[] choices)
    {
        foreach (var (applied, level, byCareer) in CareerReadings.Of(record, stages, court is not null))
        {
            foreach (var (total, byTotal) in Totals(applied))
            {
                Choice[] all = [.. choices, .. byCareer, .. byTotal];
                if ((applied && level is null) || !fromTable || quantity.Levels.Count == 0)
                {
                    yield return Lumped(quantity, fromTable, applied, Unchanged(total), all);
                    continue;
                }

                var lumped = LumpedTotals.Of(quantity.Levels, total, offense.BaseOffenseLevel, stages, limits);
                foreach (var (totals, what) in level is { } career ? CareerReadings.WithLevel(lumped, total, career, stages) : lumped)
                {
                    yield return Lumped(quantity, fromTable, applied, totals, what is null ? all : [.. all, new(AdjustmentsFact, what)]);
                }
            }
        }
    }

    private ImmutableArray<int> Unchanged(int total) => [.. stages.Manuals.Select(_ => total)];

    private LevelReading Lumped(QuantityReading quantity, bool fromTable, bool career, ImmutableArray<int> totals, Choice[] choices) =>
        new(
            [
                .. totals.Select(
                    (t, i) =>
                        new Levels(
                            fromTable && quantity.Levels.Count > 0 ? quantity.Levels[i] : null,
                            i == 0 || !stages.DrugRulesMove ? offense.BaseOffenseLevel : null,
                            null,
                            null,
                            new(
                                t,
                                explain && stages.Policy is { } policy
                                    ? new Finding(
                                        Step.CourtFound,
                                        t,
                                        policy,
                                        TotalFact,
                                        0,
                                        i == 0 ? quantity.Original.Why : quantity.Amended.Why
                                    )
                                    : null
                            )
                        )
                ),
            ],
            fromTable,
            career,
            0,
            quantity
        )
        {
            Choices = [.. choices],
        };

    /// <summary>Totals that the record states, or that its range leaves possible.</summary>
    private IEnumerable<(int Total, Choice[] Choices)> Totals(bool careerOnly = false)
    {
        if (offense.TotalOffenseLevel is { } stated)
        {
            return [(stated, [])];
        }

        var possible = RangeMatch.Totals(record, stages.Original, limits, careerOnly);
        return possible.Select(t =>
            (
                t,
                possible.Count == 1
                    ? Array.Empty<Choice>()
                    : [new Choice(TotalFact, t.ToString(System.Globalization.CultureInfo.InvariantCulture))]
            )
        );
    }

    /// <summary>Readings whose total is the court's; where none is, all of them, with the difference reported and carried over.</summary>
    private IEnumerable<LevelReading> Fitting(List<LevelReading> all, int stated)
    {
        var original = court?.ZeroPoint ?? 0;
        var fitting = all.Where(r => r.Stages[0].Total.Value + original == stated || r.Stages[0].Total.Value == stated).ToList();
        if (fitting.Count > 0)
        {
            return fitting;
        }

        notes.TotalDisagreement(stated, all.Select(r => r.Stages[0].Total.Value + original).Distinct().Order());
        return all.Select(r => r with { Residual = stated - original - r.Stages[0].Total.Value });
    }
}
