using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// What the drug facts and the recorded base level may stand for: through which guideline the level comes, and which lines of the table
/// give it. Where the facts and a recorded level disagree, the disagreement is reported and the court's level decides.
/// </summary>
/// <param name="record">The record.</param>
/// <param name="stages">The law.</param>
/// <param name="explain">Whether findings are kept.</param>
/// <param name="notes">What is met on the way.</param>
/// <param name="latest">The same under the law of the last day on which the order may have been made; null where these are it.</param>
internal sealed class BaseLevelReadings(
    SentencingRecord record,
    LawStages stages,
    bool explain,
    ReadingNotes notes,
    BaseLevelReadings? latest = null
)
{
    private const string LevelFact = "offense.drugQuantityLevel";
    private const string BaseFact = "offense.baseOffenseLevel";

    private readonly Offense offense = record.Offense;
    private readonly CourtAdjustments? court = record.Offense.Adjustments is { } listed
        ? CourtAdjustments.Of(listed, stages.Original, BorrowedReadings.GuidelineOf(record.Offense))
        : null;

    /// <summary>What the court added and subtracted; null where the record does not list it.</summary>
    public CourtAdjustments? Court => court;

    /// <summary>Whether the weapon enhancement is for the underlying offense of a firearm count.</summary>
    public IReadOnlyList<(bool Goes, Choice[] Choices)> Weapon => weapon ??= FirearmReadings.Of(record, stages, court);

    private readonly List<(BaseLevelReading Way, IReadOnlyList<QuantityReading> Readings, string Fact)> knownOfWays = new(1);
    private IReadOnlyList<(bool Goes, Choice[] Choices)>? weapon;
    private IReadOnlyList<BaseLevelReading>? ways;

    /// <summary>How the base level may be related to the table; where the recorded facts exclude some ways, the others.</summary>
    public IReadOnlyList<BaseLevelReading> Ways => ways ??= WaysThatFit();

    private IReadOnlyList<BaseLevelReading> WaysThatFit()
    {
        var all = BorrowedReadings.Of(record, stages.Original);
        if (all.Count == 1)
        {
            return all;
        }

        var fitting = all.Where(w => !w.FromTable || QuantitiesThatFit(w)).ToList();
        return fitting.Count == 0 ? [.. all.Where(w => w.Borrowed?.PartAfter != true)]
            : fitting is [var only] ? [only with { Choices = [] }]
            : fitting;
    }

    /// <summary>Whether the drug facts can give the base level in one way.</summary>
    private bool QuantitiesThatFit(BaseLevelReading way)
    {
        bool FitsWay(int level) => Fits(level, way.Borrowed) || FitsWithin(level, way.Borrowed);
        var readings =
            offense.Drugs is { Count: > 0 } drugs ? QuantityReadings.OfDrugs(drugs, stages, FitsWay, explain: false).Readings
            : offense.ConvertedDrugWeightKg is { } kilograms && !ChemicalTables.AreOf(stages.Original)
                ? QuantityReadings.OfConverted(kilograms, stages, FitsWay, explain: false).Readings
            : stages.EveryLine(explain: false);
        return readings.Any(r => FitsWay(r.Levels[0]) && IsPossible(r, way));
    }

    /// <summary>The readings of the drug quantity, with the court's own level deciding where it disagrees with the facts; found once.</summary>
    public (IReadOnlyList<QuantityReading> Readings, string Fact) Quantities(BaseLevelReading way)
    {
        foreach (var (of, known, fact) in knownOfWays)
        {
            if (ReferenceEquals(of, way))
            {
                return (known, fact);
            }
        }

        var all = AllQuantities(way);
        if (way.Borrowed?.PartAfter == true)
        {
            all.Readings = PossibleOf(all.Readings, way);
        }

        if (latest is not null && all.Readings.Count > 1)
        {
            all.Readings = ToldApart(all.Readings, way);
        }

        knownOfWays.Add((way, all.Readings, all.Fact));
        return all;
    }

    /// <summary>
    /// The readings in the words of the latest law, which tells more of them apart: an answer to what is missing must mean the same whenever
    /// the order was made.
    /// </summary>
    private List<QuantityReading> ToldApart(IReadOnlyList<QuantityReading> readings, BaseLevelReading way)
    {
        var place = Ways.Index().First(w => ReferenceEquals(w.Item, way)).Index;
        var finer = place < latest!.Ways.Count ? latest.Quantities(latest.Ways[place]).Readings : [];
        return
        [
            .. readings.SelectMany(r =>
                finer.Where(f => f.Levels.Take(r.Levels.Count).SequenceEqual(r.Levels)).Select(f => r with { Is = f.Is }).DefaultIfEmpty(r)
            ),
        ];
    }

    private QuantityReading[] PossibleOf(IReadOnlyList<QuantityReading> readings, BaseLevelReading way) =>
        [.. readings.Where(r => IsPossible(r, way))];

    private (IReadOnlyList<QuantityReading> Readings, string Fact) AllQuantities(BaseLevelReading way)
    {
        if (!way.FromTable)
        {
            var level = offense.BaseOffenseLevel ?? 0;
            return ([Fixed(level)], BaseFact);
        }

        if (!stages.DrugRulesMove && (court is null || offense.TotalOffenseLevel is not null) && !Weapon[0].Goes)
        {
            return ([Unmoved(way)], BaseFact);
        }

        bool FitsWay(int level) => Fits(level, way.Borrowed);
        if (offense.Drugs is { Count: > 0 } drugs)
        {
            var found = QuantityReadings.OfDrugs(drugs, stages, FitsWay, explain);
            if (found.Readings.Count == 0 && way.Borrowed is not null)
            {
                found = QuantityReadings.OfDrugs(drugs, stages, l => FitsWithin(l, way.Borrowed), explain);
            }

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
            found = QuantityReadings.OfDrugs(withoutQuantity, stages, FitsWay, explain);
            if (found.Readings.Count > 0)
            {
                return (found.Readings, found.Fact);
            }
        }
        else if (offense.ConvertedDrugWeightKg is { } kilograms && !ChemicalTables.AreOf(stages.Original))
        {
            var found = QuantityReadings.OfConverted(kilograms, stages, FitsWay, explain);
            if (found.Readings.Any(r => FitsWay(r.Levels[0])))
            {
                return (found.Readings, found.Fact);
            }

            found = QuantityReadings.OfConverted(kilograms, stages, l => FitsWithin(l, way.Borrowed), explain);
            if (found.Readings.Any(r => FitsWithin(r.Levels[0], way.Borrowed)))
            {
                return (found.Readings, found.Fact);
            }

            notes.ConvertedDisagreement(kilograms, offense);
        }

        var byLevel = stages.EveryLine(explain).Where(r => FitsWay(r.Levels[0])).ToList();
        if (byLevel.Count == 0 && way.Borrowed is { } borrowed)
        {
            byLevel = NearestLines(borrowed);
        }

        if (byLevel.Count > 0)
        {
            return (byLevel, "offense.drugs");
        }

        var stated = offense.DrugQuantityLevel ?? offense.BaseOffenseLevel!.Value;
        notes.NoSuchLevel(stated);
        return ([Fixed(offense.DrugQuantityLevel ?? stated - (way.Borrowed?.Alternative.Add ?? 0))], BaseFact);
    }

    /// <summary>
    /// Whether §2D1.2(a)(1), for a part of the quantity that had the lower level, can be the greater one after the amendment: only where both
    /// have the same level then.
    /// </summary>
    private bool IsPossible(QuantityReading whole, BaseLevelReading way)
    {
        if (way.Borrowed?.PartAfter != true)
        {
            return true;
        }

        IReadOnlyList<QuantityReading> parts = offense.Drugs is [{ Substance: not null } only]
            ? QuantityReadings.OfDrugs([only with { Grams = null, Count = null }], stages.Manuals, _ => true, explain: false).Readings
            : stages.EveryLine(explain: false);
        return whole.Levels.Count > 0 && parts.Any(p => p.Levels[0] < whole.Levels[0] && p.Levels[^1] == whole.Levels[^1]);
    }

    /// <summary>
    /// Where no line of the table gives the base level through another guideline by itself: those that do with characteristics of §2D1.1(b)
    /// that nobody lists; failing that those of the recorded level of the table.
    /// </summary>
    private List<QuantityReading> NearestLines(Borrowing borrowed)
    {
        var lines = stages.EveryLine(explain).Where(r => offense.DrugQuantityLevel is not { } level || r.Levels[0] == level).ToList();
        var given = lines.FindAll(r => FitsWithin(r.Levels[0], borrowed));
        if (given.Count > 0 || offense.DrugQuantityLevel is null)
        {
            return given;
        }

        notes.BaseDisagreement(offense, borrowed.Guideline);
        return lines;
    }

    /// <summary>Where no covered amendment touches Chapter Two, the level is only shown: as the record states it, or as exact facts give it.</summary>
    private QuantityReading Unmoved(BaseLevelReading way)
    {
        var readings = offense.Drugs is { Count: > 0 } drugs
            ? QuantityReadings.OfDrugs(drugs, stages, l => Fits(l, way.Borrowed), explain).Readings
            : [];
        return readings is [var settled] ? settled
            : offense.DrugQuantityLevel is { } level ? Fixed(level)
            : new([], default, default, false, "");
    }

    private QuantityReading Fixed(int level)
    {
        var why =
            explain && stages.Policy is { } policy && (offense.BaseOffenseLevel ?? offense.DrugQuantityLevel) is not null
                ? new Finding(Step.CourtFound, level, policy.At(policy.Terms.Subsections.Decisions), BaseFact)
                : null;
        var found = new Found<int>(level, why);
        return new([.. Enumerable.Repeat(level, stages.Manuals.Length)], found, found, false, "");
    }

    /// <summary>
    /// Whether a level of the table agrees with the level that the record states: the addition, cap and floor of a guideline that refers to
    /// §2D1.1 undone, and the mitigating-role cap.
    /// </summary>
    private bool Fits(int level, Borrowing? borrowed)
    {
        if (offense.DrugQuantityLevel is { } fromTable && (level != fromTable || borrowed is null))
        {
            return level == fromTable;
        }

        if (offense.BaseOffenseLevel is not { } stated)
        {
            return true;
        }

        if (borrowed is not null)
        {
            var (apart, whole) = BorrowedReadings.BaseLevels(level, borrowed, court, stages.Original);
            return apart == stated || whole == stated || (court is null && borrowed.RoleCap && FitsWithRole(level, borrowed, stated));
        }

        return court is { } known
            ? (RoleCap?.Apply(level, known.MitigatingRole) ?? level) == stated
            : level == stated || FitsWithRole(level, stated);
    }

    /// <summary>Whether the cap for a mitigating role that nobody lists makes the level that the record states of one of the table.</summary>
    private bool FitsWithRole(int level, int stated) => MitigatingRoles.Any(role => RoleCap?.Apply(level, role) == stated);

    private bool FitsWithRole(int level, Borrowing borrowed, int stated) =>
        MitigatingRoles.Any(role => borrowed.Apply(RoleCap?.Apply(level, role) ?? level, false) == stated);

    /// <summary>
    /// Whether a level of the table gives the recorded base level with characteristics of §2D1.1 in it, where the record does not list the
    /// adjustments.
    /// </summary>
    private bool FitsWithin(int level, Borrowing? borrowed) =>
        borrowed is not null
        && court is null
        && (offense.DrugQuantityLevel is not { } fromTable || level == fromTable)
        && BorrowedTotals.CanGive(level, borrowed, offense.BaseOffenseLevel, stages);

    private MitigatingRoleCap? RoleCap => stages.Original.Find<MitigatingRoleCap>()?.Terms;

    private IEnumerable<int> MitigatingRoles => stages.Original.Get<Chapter3.MitigatingRole>().Terms.Levels;
}
