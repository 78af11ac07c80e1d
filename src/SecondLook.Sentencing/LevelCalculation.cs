using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter3;
using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing;

/// <summary>The levels of one computation, from the Drug Quantity Table to the total before §4C1.1.</summary>
/// <param name="Quantity">The level from the table; null where the base level does not come from it.</param>
/// <param name="Base">The base offense level; null where only a total is known.</param>
/// <param name="Adjusted">The level after Chapters Two and Three, before acceptance; null where only a total is known.</param>
/// <param name="Controlling">The greater of that and the career offender level; null where only a total is known.</param>
/// <param name="Total">The total, as added up, before §4C1.1.</param>
public readonly record struct Levels(int? Quantity, int? Base, int? Adjusted, int? Controlling, Found<int> Total);

/// <summary>A specific offense characteristic that the court applied.</summary>
/// <param name="Place">Its place in the edition's list; characteristics that the edition does not list come last.</param>
/// <param name="Levels">Levels added.</param>
/// <param name="Item">The edition's text of it; null where the edition does not list it.</param>
/// <param name="Path">Where the record says so.</param>
public readonly record struct AppliedCharacteristic(int Place, int Levels, OffenseCharacteristic? Item, string Path)
{
    /// <summary>The rule by which it is not applied although the court applied it; null where it is applied.</summary>
    public Provision<WeaponBesideFirearmCount>? AccountedFor { get; init; }
}

/// <summary>What the court added and subtracted, sorted by the step at which it applies.</summary>
/// <param name="Characteristics">Specific offense characteristics in the order of the edition.</param>
/// <param name="ChapterThree">Levels under Chapter Three, Parts A to D, mitigating role included.</param>
/// <param name="MitigatingRole">Levels under §3B1.2, negative; zero for none.</param>
/// <param name="Acceptance">Levels under §3E1.1, negative; zero for none.</param>
/// <param name="ZeroPoint">Levels under §4C1.1 that the record itself lists; null where it lists none.</param>
public sealed record CourtAdjustments(
    IReadOnlyList<AppliedCharacteristic> Characteristics,
    int ChapterThree,
    int MitigatingRole,
    int Acceptance,
    int? ZeroPoint
)
{
    private const string Acceptances = "3E1.1";
    private const string ZeroPoints = "4C1.1";
    private const string Mitigating = "3B1.2";

    /// <summary>No adjustment at all.</summary>
    public static readonly CourtAdjustments None = new([], 0, 0, 0, null);

    /// <summary>True where the record lists an aggravating role (§3B1.1).</summary>
    public bool AggravatingRole { get; init; }

    /// <summary>The same, without the characteristics for which the term of a firearm count accounts.</summary>
    public CourtAdjustments Without(Provision<WeaponBesideFirearmCount> rule) =>
        this with
        {
            Characteristics =
            [
                .. Characteristics.Select(c =>
                    c.Item is { } item && rule.Terms.Characteristics.Contains(item.Key) ? c with { AccountedFor = rule } : c
                ),
            ],
        };

    /// <summary>True for an adjustment under §3B1.1.</summary>
    public static bool IsAggravatingRole(Adjustment adjustment) =>
        adjustment.Levels > 0 && adjustment.Rule.StartsWith("3B1.1", StringComparison.Ordinal);

    /// <summary>Sorts a record's adjustments by the edition's own numbering.</summary>
    public static CourtAdjustments Of(IReadOnlyList<Adjustment> adjustments, Manual edition)
    {
        if (adjustments.Count == 0)
        {
            return None;
        }

        var list = edition.Find<SpecificOffenseCharacteristics>()?.Terms;
        var characteristics = new List<AppliedCharacteristic>();
        var (chapterThree, role, acceptance) = (0, 0, 0);
        int? zeroPoint = null;
        var aggravating = false;
        for (var i = 0; i < adjustments.Count; i++)
        {
            var (rule, levels) = adjustments[i];
            if (rule.StartsWith(Acceptances, StringComparison.Ordinal))
            {
                acceptance += levels;
            }
            else if (rule.StartsWith(ZeroPoints, StringComparison.Ordinal))
            {
                zeroPoint = (zeroPoint ?? 0) + levels;
            }
            else if (rule.StartsWith('3'))
            {
                chapterThree += levels;
                role += rule.StartsWith(Mitigating, StringComparison.Ordinal) ? levels : 0;
                aggravating |= IsAggravatingRole(adjustments[i]);
            }
            else
            {
                var place = list?.IndexOf(edition.Guideline, rule, levels) ?? -1;
                characteristics.Add(
                    new(place < 0 ? int.MaxValue : place, levels, place < 0 ? null : list!.Items[place], RecordPaths.Adjustment(i))
                );
            }
        }

        if (characteristics.Count > 1)
        {
            characteristics.Sort(static (a, b) => a.Place.CompareTo(b.Place));
        }

        return new(characteristics, chapterThree, role, acceptance, zeroPoint) { AggravatingRole = aggravating };
    }
}

/// <summary>§1B1.1(a)(1) to (6): Chapters Two and Three and the career offender level, in the order in which they apply.</summary>
public static class LevelCalculation
{
    /// <summary>Adds up the levels.</summary>
    /// <param name="quantity">The level of the Drug Quantity Table, or the base level itself where it does not come from the table.</param>
    /// <param name="fromTable">Whether <paramref name="quantity"/> is a level of the table.</param>
    /// <param name="court">What the court added and subtracted.</param>
    /// <param name="careerLevel">The level of §4B1.1(b), before acceptance; null where it does not apply.</param>
    /// <param name="safetyValveMinimum">Months of the minimum that the safety valve lifted; zero where it lifted none.</param>
    /// <param name="manual">The Manual, as printed or with amendments substituted.</param>
    public static Levels Add(
        Found<int> quantity,
        bool fromTable,
        CourtAdjustments court,
        int? careerLevel,
        int safetyValveMinimum,
        Manual manual
    )
    {
        var explain = quantity.Why is not null;
        var level = fromTable ? CapForMitigatingRole(quantity, court.MitigatingRole, manual) : quantity;
        var baseLevel = level.Value;
        foreach (var applied in court.Characteristics)
        {
            level = WithCharacteristic(level, applied, manual);
        }

        if (court.ChapterThree != 0)
        {
            var sum = level.Value + court.ChapterThree;
            level = new(
                sum,
                explain
                    ? new Finding(Step.ChapterThreeAdjustment, sum, manual.Get<AggravatingRole>(), "offense.adjustments", 0, level.Why)
                    : null
            );
        }

        var adjusted = level.Value;
        if (careerLevel is { } career && career > level.Value)
        {
            var law = manual.Get<Chapter4.CareerOffenderLevels>();
            level = new(career, explain ? new Finding(Step.CareerOffenderLevel, career, law, "careerOffender", 0, level.Why) : null);
        }

        var controlling = level.Value;
        level = WithAcceptance(level, court.Acceptance, manual);
        return new(
            fromTable ? quantity.Value : null,
            baseLevel,
            adjusted,
            controlling,
            WithSafetyValveFloor(level, safetyValveMinimum, manual)
        );
    }

    /// <summary>§2D1.1(a)(5): the base offense level, after the cap for a mitigating role.</summary>
    private static Found<int> CapForMitigatingRole(Found<int> quantity, int roleLevels, Manual manual)
    {
        if (roleLevels >= 0 || manual.Find<MitigatingRoleCap>() is not { } cap)
        {
            return quantity;
        }

        var level = cap.Terms.Apply(quantity.Value, roleLevels);
        return new(
            level,
            quantity.Why is null ? null : new Finding(Step.MitigatingRoleCap, level, cap, "offense.adjustments", 0, quantity.Why)
        );
    }

    /// <summary>§2D1.1(b): a characteristic, and the level to which it increases a lower one.</summary>
    private static Found<int> WithCharacteristic(Found<int> level, AppliedCharacteristic applied, Manual manual)
    {
        if (applied.AccountedFor is { } rule)
        {
            return level.Why is null
                ? level
                : new(level.Value, new Finding(Step.WeaponAccountedFor, level.Value, rule, applied.Path, 0, level.Why));
        }

        if (applied.Item?.OnlyFromLevel is { } from && level.Value < from)
        {
            return level;
        }

        var sum = level.Value + applied.Levels;
        var result = Math.Max(sum, applied.Item?.Floor ?? sum);
        if (level.Why is null)
        {
            return new(result, null);
        }

        var law = (Provision?)manual.Find<SpecificOffenseCharacteristics>() ?? manual.Get<DrugQuantityTable>();
        return new(
            result,
            new Finding(
                result == sum ? Step.SpecificOffenseCharacteristic : Step.SpecificOffenseFloor,
                result,
                law,
                applied.Path,
                0,
                level.Why
            )
        );
    }

    /// <summary>§3E1.1: the further level of (b) only where the level before (a) is high enough.</summary>
    private static Found<int> WithAcceptance(Found<int> level, int acceptance, Manual manual)
    {
        if (acceptance == 0)
        {
            return level;
        }

        var law = manual.Get<AcceptanceOfResponsibility>();
        var terms = law.Terms;
        var taken =
            terms.Additional != 0 && acceptance == terms.Levels + terms.Additional && level.Value < terms.AdditionalFromLevel
                ? terms.Levels
                : acceptance;
        var result = level.Value + taken;
        return new(result, level.Why is null ? null : new Finding(Step.Acceptance, result, law, "offense.adjustments", 0, level.Why));
    }

    /// <summary>§5C1.2(b): the level of Chapters Two and Three is not less than the floor.</summary>
    private static Found<int> WithSafetyValveFloor(Found<int> level, int safetyValveMinimum, Manual manual)
    {
        if (
            manual.Find<SafetyValveFloor>() is not { } floor
            || safetyValveMinimum < floor.Terms.MinimumFrom
            || level.Value >= floor.Terms.Level
        )
        {
            return level;
        }

        var least = floor.Terms.Level;
        return new(least, level.Why is null ? null : new Finding(Step.SafetyValveFloor, least, floor, "statutory.relief", 0, level.Why));
    }
}
