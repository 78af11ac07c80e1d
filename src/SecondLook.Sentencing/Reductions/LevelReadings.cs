using System.Collections.Immutable;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// The offense levels a record may stand for, from full facts, from recorded levels, or from a mixture. Where the facts and a recorded
/// level disagree, the disagreement is reported and the court's level decides.
/// </summary>
internal sealed class LevelReadings(
    SentencingRecord record,
    LawStages stages,
    Limits limits,
    BaseLevelReadings facts,
    bool explain,
    ReadingNotes notes
)
{
    private const string TotalFact = "offense.totalOffenseLevel";
    private const string AdjustmentsFact = "offense.adjustments";

    private readonly Offense offense = record.Offense;

    /// <summary>What the court added and subtracted; null where the record does not list it.</summary>
    public CourtAdjustments? Court => facts.Court;

    /// <summary>Every reading of the levels.</summary>
    public IEnumerable<LevelReading> All() =>
        Settled() is { } only && (offense.TotalOffenseLevel is not { } found || IsOfTotal(only, found)) ? [only]
        : offense.TotalOffenseLevel is { } stated ? Fitting([.. Possible()], stated)
        : Possible();

    /// <summary>The reading of a record that leaves nothing of its levels open; null where it may have several.</summary>
    private LevelReading? Settled()
    {
        if (
            Court is not { } court
            || record.Groups is { Count: > 0 }
            || facts.Ways is not [var way]
            || (!way.FromTable && offense.BaseOffenseLevel is null)
            || facts.Quantities(way).Readings is not [{ Levels.Count: > 0 } quantity]
            || CareerReadings.Of(record, stages, adjustmentsKnown: true) is not [var career]
            || (career.Applied && career.Level is null)
            || facts.Weapon is not [var weapon]
        )
        {
            return null;
        }

        var through = Through(way, quantity, court);
        var added = StageLevels.Of(quantity, way.FromTable, through, career.Level, weapon.Goes, limits, stages);
        return new(added, way.FromTable, career.Applied, 0, quantity)
        {
            Borrowed = way.Borrowed,
            Choices = [.. way.Choices, .. career.Choices, .. weapon.Choices],
        };
    }

    private IEnumerable<LevelReading> Possible()
    {
        foreach (var way in facts.Ways)
        {
            var (quantities, fact) = facts.Quantities(way);
            foreach (var quantity in quantities)
            {
                Choice[] choices = quantities.Count > 1 ? [.. way.Choices, new(fact, quantity.Is)] : way.Choices;
                var readings = Court is { } court
                    ? WithKnownAdjustments(quantity, way, court, choices)
                    : WithUnknownAdjustments(quantity, way, choices);
                foreach (var reading in readings)
                {
                    yield return reading;
                }
            }
        }
    }

    private IEnumerable<LevelReading> WithKnownAdjustments(
        QuantityReading quantity,
        BaseLevelReading way,
        CourtAdjustments known,
        Choice[] choices
    )
    {
        if (!way.FromTable && offense.BaseOffenseLevel is null)
        {
            foreach (var total in Totals())
            {
                yield return Lumped(quantity, way, false, Unchanged(total.Total), [.. choices, .. total.Choices]);
            }

            yield break;
        }

        foreach (var (applied, level, byCareer) in CareerReadings.Of(record, stages, Court is not null))
        {
            if ((applied && level is null) || quantity.Levels.Count == 0)
            {
                foreach (var total in Totals(applied))
                {
                    yield return Lumped(quantity, way, applied, Unchanged(total.Total), [.. choices, .. byCareer, .. total.Choices]);
                }

                continue;
            }

            foreach (var (goes, byWeapon) in facts.Weapon)
            {
                foreach (var (added, byGroups) in WithGroups(quantity, way, known, level, goes))
                {
                    yield return new(added, way.FromTable, applied, 0, quantity)
                    {
                        Borrowed = way.Borrowed,
                        Choices = [.. choices, .. byCareer, .. byWeapon, .. byGroups],
                    };
                }
            }
        }
    }

    /// <summary>§3D1.4: the levels with the other groups of counts, whose stated units exclude what they do not fit.</summary>
    private List<(ImmutableArray<Levels> Added, Choice[] Choices)> WithGroups(
        QuantityReading quantity,
        BaseLevelReading way,
        CourtAdjustments known,
        int? careerLevel,
        bool weaponGoes
    )
    {
        known = Through(way, quantity, known);
        if (record.Groups is not { Count: > 0 })
        {
            return [(Added(known), [])];
        }

        var all = GroupReadings
            .Of(record, stages)
            .Select(g => (g.Levels, Added: Added(known with { OtherGroups = g.Levels }), g.Choices))
            .ToList();
        var agreeing = all.Where(a => GroupReadings.UnitsAgree(record, a.Levels, a.Added[0].Group ?? 0, stages)).ToList();
        if (agreeing.Count == 0)
        {
            notes.UnitsDisagreement();
        }

        return [.. (agreeing.Count > 0 ? agreeing : all).Select(a => (a.Added, a.Choices))];

        ImmutableArray<Levels> Added(CourtAdjustments court) =>
            StageLevels.Of(quantity, way.FromTable, court, careerLevel, weaponGoes, limits, stages);
    }

    /// <summary>What the court added, with the way in which it took the base level through another guideline.</summary>
    private CourtAdjustments Through(BaseLevelReading way, QuantityReading quantity, CourtAdjustments known)
    {
        if (way.Borrowed is not { } borrowed)
        {
            return known;
        }

        if (quantity.Levels.Count > 0 && offense.BaseOffenseLevel is { } stated)
        {
            var (apart, whole) = BorrowedReadings.BaseLevels(quantity.Levels[0], borrowed, known, stages.Original);
            borrowed = borrowed with { CharacteristicsWithin = whole == stated && apart != stated };
        }

        return known with
        {
            Borrowed = borrowed,
        };
    }

    /// <summary>Where adjustments are not listed, the difference between base and total is carried over; what a floor, a cap or the third
    /// point of acceptance could do to the change is tried.</summary>
    private IEnumerable<LevelReading> WithUnknownAdjustments(QuantityReading quantity, BaseLevelReading way, Choice[] choices)
    {
        foreach (var (applied, level, byCareer) in CareerReadings.Of(record, stages, Court is not null))
        {
            foreach (var (total, byTotal) in Totals(applied))
            {
                Choice[] all = [.. choices, .. byCareer, .. byTotal];
                if ((applied && level is null) || !way.FromTable || quantity.Levels.Count == 0)
                {
                    yield return Lumped(quantity, way, applied, Unchanged(total), all);
                    continue;
                }

                foreach (var (others, byGroups) in GroupReadings.Of(record, stages))
                {
                    var lumped = LumpedTotals.Of(record, quantity.Levels, way.Borrowed, total, others, stages, limits);
                    foreach (var (totals, what) in level is { } career ? CareerReadings.WithLevel(lumped, total, career, stages) : lumped)
                    {
                        Choice[] byAdjustments = what is null ? [] : [new(AdjustmentsFact, what)];
                        yield return Lumped(quantity, way, applied, totals, [.. all, .. byGroups, .. byAdjustments]);
                    }
                }
            }
        }
    }

    private ImmutableArray<int> Unchanged(int total) => [.. stages.Manuals.Select(_ => total)];

    private LevelReading Lumped(
        QuantityReading quantity,
        BaseLevelReading way,
        bool career,
        ImmutableArray<int> totals,
        Choice[] choices
    ) =>
        new(
            [
                .. totals.Select(
                    (t, i) =>
                        new Levels(
                            way.FromTable && quantity.Levels.Count > 0 ? quantity.Levels[i] : null,
                            i == 0 || !stages.DrugRulesMove ? offense.BaseOffenseLevel : null,
                            null,
                            null,
                            new(
                                t,
                                !explain ? null
                                    : offense.TotalOffenseLevel is not null && stages.Policy is { } policy
                                        ? new Finding(
                                            Step.CourtFound,
                                            t,
                                            policy.At(policy.Terms.Subsections.Decisions),
                                            TotalFact,
                                            0,
                                            i == 0 ? quantity.Original.Why : quantity.Amended.Why
                                        )
                                    : i == 0 ? quantity.Original.Why
                                    : quantity.Amended.Why
                            )
                        )
                ),
            ],
            way.FromTable,
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
        var original = ZeroPointInTotal;
        var fitting = all.FindAll(r => IsOfTotal(r, stated));
        if (fitting.Count > 0)
        {
            return fitting;
        }

        notes.TotalDisagreement(stated, all.Select(r => r.Stages[0].Total.Value + original).Distinct().Order());
        return all.Select(r => r with { Residual = stated - original - r.Stages[0].Total.Value });
    }

    private bool IsOfTotal(LevelReading reading, int stated) =>
        reading.Stages[0].Total.Value + ZeroPointInTotal == stated || reading.Stages[0].Total.Value == stated;

    /// <summary>§4C1.1: the levels of it that the total of the record holds.</summary>
    private int ZeroPointInTotal => offense.TotalBeforeZeroPoint ? 0 : Court?.ZeroPoint ?? 0;
}
