using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>The levels at every stage of the law where the quantity and all that the court added are known.</summary>
internal static class StageLevels
{
    /// <summary>The Manual used first, every covered amendment substituted last; only these two are explained.</summary>
    /// <param name="quantity">The level of the table, or the base level itself, at every stage.</param>
    /// <param name="fromTable">Whether it is a level of the table.</param>
    /// <param name="court">What the court added and subtracted.</param>
    /// <param name="careerLevel">The level of §4B1.1(b); null where it does not apply.</param>
    /// <param name="weaponGoes">Whether the weapon enhancement is for the underlying offense of a firearm count.</param>
    /// <param name="limits">The statutory limits.</param>
    /// <param name="stages">The Manual used, and the Manual after each covered amendment.</param>
    public static ImmutableArray<Levels> Of(
        QuantityReading quantity,
        bool fromTable,
        CourtAdjustments court,
        int? careerLevel,
        bool weaponGoes,
        Limits limits,
        LawStages stages
    )
    {
        var safetyValve = limits.SafetyValve ? limits.Minimum.Value : 0;
        var last = stages.Manuals.Length - 1;
        var added = new Levels[last + 1];
        for (var i = 0; i <= last; i++)
        {
            var found =
                i == 0 ? quantity.Original
                : i == last ? quantity.Amended
                : new Found<int>(quantity.Levels[i], null);
            var applied = weaponGoes && stages.Manuals[i].Find<WeaponBesideFirearmCount>() is { } rule ? court.Without(rule) : court;
            added[i] = LevelCalculation.Add(found, fromTable, applied, careerLevel, safetyValve, stages.Manuals[i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(added);
    }
}
