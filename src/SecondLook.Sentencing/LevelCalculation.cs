using SecondLook.Sentencing.Chapter1;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter3;
using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing;

/// <summary>The levels of one computation, from the Drug Quantity Table to the total before §4C1.1.</summary>
/// <param name="Quantity">The level from the table; null where the base level does not come from it.</param>
/// <param name="Base">The base offense level; null where only a total is known.</param>
/// <param name="Adjusted">The level after Chapters Two and Three, before acceptance; null where only a total is known.</param>
/// <param name="Controlling">The greater of that and the career offender level; null where only a total is known.</param>
/// <param name="Total">The total, as added up, before §4C1.1.</param>
public readonly record struct Levels(int? Quantity, int? Base, int? Adjusted, int? Controlling, Found<int> Total)
{
    /// <summary>The level of the drug group before §3D1.4; null where there is no other group, or where it is not known.</summary>
    public int? Group { get; init; }

    /// <summary>Whether a characteristic for a weapon was left out, because the term of a firearm count accounts for it.</summary>
    internal bool WeaponLeftOut { get; init; }
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
        var borrowed = fromTable ? court.Borrowed : null;
        var amended = manual.Substituted.Length > 0;
        var level = fromTable && borrowed?.RoleCap != false ? CapForMitigatingRole(quantity, court.MitigatingRole, manual) : quantity;
        var baseLevel = borrowed?.Apply(level.Value, amended) ?? level.Value;
        if (borrowed is not null)
        {
            for (var i = 0; i < court.Characteristics.Count; i++)
            {
                var applied = court.Characteristics[i];
                level = IsTaken(applied, borrowed) ? WithCharacteristic(level, applied, SectionOf(level, applied, court, manual)) : level;
            }

            level = borrowed.Apply(level, amended);
            baseLevel = borrowed.CharacteristicsWithin ? level.Value : baseLevel;
        }

        for (var i = 0; i < court.Characteristics.Count; i++)
        {
            var applied = court.Characteristics[i];
            level = IsTaken(applied, borrowed) ? level : WithCharacteristic(level, applied, SectionOf(level, applied, court, manual));
        }

        for (var i = 0; i < court.ChapterThree.Count; i++)
        {
            var adjustment = court.ChapterThree[i];
            var sum = level.Value + adjustment.Levels;
            level = new(
                sum,
                explain
                    ? new Finding(Step.ChapterThreeAdjustment, sum, SectionOf(adjustment.Rule, manual), adjustment.Path, 0, level.Why)
                    : null
            );
        }

        int? group = court.OtherGroups.Count > 0 || court.CombinedIncrease != 0 ? level.Value : null;
        level = group is null ? level : Combined(level, court, manual);
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
        )
        {
            WeaponLeftOut = court.WeaponLeftOut,
            Group = group,
        };
    }

    /// <summary>Whether a characteristic is one of §2D1.1 that the guideline which refers to it takes along.</summary>
    private static bool IsTaken(AppliedCharacteristic applied, Borrowing? borrowed) =>
        borrowed is not null && !applied.Own && !borrowed.Alternative.OnlyTable;

    /// <summary>§3D1.4: the combined offense level; where the groups are not known, the increase that the court found.</summary>
    private static Found<int> Combined(Found<int> level, CourtAdjustments court, Manual manual)
    {
        var law = manual.Get<CombinedOffenseLevel>();
        var known = court.OtherGroups.Count > 0;
        var sum = known ? law.Terms.Of(level.Value, court.OtherGroups) : level.Value + court.CombinedIncrease;
        var facts = known ? "groups" : "offense.adjustments";
        return new(sum, level.Why is null ? null : new Finding(Step.CombinedOffenseLevel, sum, law, facts, 0, level.Why));
    }

    /// <summary>Where a specific offense characteristic stands; null where findings are not kept.</summary>
    private static Provision? SectionOf(Found<int> level, AppliedCharacteristic applied, CourtAdjustments court, Manual manual) =>
        level.Why is null ? null
        : applied.Own && court.Borrowed is { } borrowed ? borrowed.Law.At(applied.Item?.Paragraph)
        : applied.Item is null && IsOfAnother(applied.Rule, manual) ? Applying(applied.Rule, manual.Get<ApplicationInstructions>())
        : (Provision?)manual.Find<SpecificOffenseCharacteristics>() ?? manual.Get<DrugQuantityTable>();

    private static Provision Applying(string rule, Provision<ApplicationInstructions> law) => law.At(law.Terms.Applying(rule));

    /// <summary>True for the number of a rule of another guideline than the one whose table gives the level.</summary>
    private static bool IsOfAnother(string rule, Manual manual) =>
        rule.Length > 1 && char.IsAsciiDigit(rule[0]) && char.IsAsciiLetterUpper(rule[1]) && rule.Split('(')[0] != manual.Guideline;

    /// <summary>The provision of Chapter Three that an adjustment names.</summary>
    private static Provision SectionOf(string rule, Manual manual) =>
        (
            rule.AsSpan(0, rule.IndexOf('(') is var end and >= 0 ? end : rule.Length) switch
            {
                "3B1.1" => manual.Find<AggravatingRole>(),
                "3B1.2" => manual.Find<MitigatingRole>(),
                "3C1.1" => manual.Find<Obstruction>(),
                "3C1.2" => (Provision?)manual.Find<RecklessEndangerment>(),
                _ => null,
            }
        ) ?? manual.Get<ChapterThreeAdjustments>().At($", §{rule}");

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
    private static Found<int> WithCharacteristic(Found<int> level, AppliedCharacteristic applied, Provision? law)
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

        return new(
            result,
            new Finding(
                result == sum ? Step.SpecificOffenseCharacteristic : Step.SpecificOffenseFloor,
                result,
                law!,
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
