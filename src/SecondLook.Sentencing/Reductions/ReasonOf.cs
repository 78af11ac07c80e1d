using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// Why a range is not lowered: the first step of the calculation after which the old and the new computation are the same and stay the
/// same.
/// </summary>
internal static class ReasonOf
{
    private const string Marihuana = "marihuana";

    /// <summary>The reason, and the others that hold as well.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="before">The range last determined.</param>
    /// <param name="after">The amended range.</param>
    /// <param name="reduced">Whether what could be lowered was lowered by an earlier reduction.</param>
    public static (ReasonCode Code, IReadOnlyList<ReasonCode> Also) NotLowered(
        Reading reading,
        StageRange before,
        StageRange after,
        bool reduced
    )
    {
        var first = First(reading, before, after, reduced);
        List<ReasonCode>? also = null;
        if (first is < ReasonCode.CareerOffender or ReasonCode.OtherGroupControls && CareerControls(after))
        {
            Add(ReasonCode.CareerOffender);
        }

        if (reading.History.Excluded)
        {
            Add(ReasonCode.ZeroPointExcluded);
        }

        if (reading.Limits.Binding > before.Table.Max && reading.Limits.Binding > after.Table.Max)
        {
            Add(ReasonCode.MandatoryMinimum);
        }

        if (reading.Limits.Maximum < before.Table.Min && reading.Limits.Maximum < after.Table.Min)
        {
            Add(ReasonCode.StatutoryMaximum);
        }

        return (first, also ?? (IReadOnlyList<ReasonCode>)[]);

        // In the order of the codes, which is that of the calculation.
        void Add(ReasonCode code)
        {
            if (code != first)
            {
                (also ??= new(1)).Add(code);
            }
        }
    }

    private static bool CareerControls(StageRange stage) => stage.Levels.Controlling > stage.Levels.Adjusted;

    private static ReasonCode First(Reading reading, StageRange before, StageRange after, bool reduced)
    {
        if (
            before.Levels.Group > after.Levels.Group
            && before.Levels.Adjusted <= after.Levels.Adjusted
            && before.Category == after.Category
            && !StageRange.Falls(before.Table, after.Table)
        )
        {
            return before.Levels.Adjusted < after.Levels.Adjusted && CareerControls(before) && CareerControls(after)
                ? ReasonCode.CareerOffender
                : ReasonCode.OtherGroupControls;
        }

        if (before.Table != after.Table && !StageRange.Falls(before.Table, after.Table))
        {
            return ReasonCode.RangeNotLowered;
        }

        if (before.Table != after.Table)
        {
            return
                reading.Limits.Maximum <= after.Table.Min
                || (after.Range.Max == reading.Limits.Maximum && reading.Limits.Binding < after.Table.Max)
                ? ReasonCode.StatutoryMaximum
                : ReasonCode.MandatoryMinimum;
        }

        if (before.Total != after.Total || before.Category != after.Category)
        {
            return ReasonCode.RangeNotLowered;
        }

        if (before.Points != after.Points)
        {
            return CareerControls(after) ? ReasonCode.CareerOffender : ReasonCode.RangeNotLowered;
        }

        if (before.Levels.Controlling != after.Levels.Controlling || before.Levels.Total.Value != after.Levels.Total.Value)
        {
            return ReasonCode.AdjustmentAbsorbsChange;
        }

        if (before.Levels.Adjusted != after.Levels.Adjusted)
        {
            return ReasonCode.CareerOffender;
        }

        if (before.Levels.Quantity != after.Levels.Quantity)
        {
            return reading.Level.Career && before.Levels.Adjusted is null ? ReasonCode.CareerOffender : ReasonCode.AdjustmentAbsorbsChange;
        }

        return NothingMoved(reading, before, after, reduced);
    }

    /// <summary>No level, no point moved: because nothing that is covered was used, or because the table has nowhere to go.</summary>
    private static ReasonCode NothingMoved(Reading reading, StageRange before, StageRange after, bool reduced)
    {
        if (after.Levels.WeaponLeftOut && !before.Levels.WeaponLeftOut)
        {
            // Amendment 599 took a weapon's two levels off, and a floor after it came to the same level.
            return ReasonCode.AdjustmentAbsorbsChange;
        }

        var (old, amended) = (reading.Law.Manuals[before.Stage], reading.Law.Manuals[after.Stage]);
        var converted = IsConvertedOtherwise(reading, old, amended);
        var remeasured = IsRemeasured(reading, old, amended);
        if (converted || remeasured || !ChemicalTables.Same(old, amended))
        {
            if (!reading.Level.FromTable && !reading.OtherGuideline)
            {
                return ReasonCode.BaseLevelNotFromTable;
            }

            if (
                reading.Level.FromTable
                && after.Levels.Quantity is { } level
                && (converted || remeasured || LineChanges(reading, level, old, amended))
            )
            {
                return level >= HighestFor(reading, amended) ? ReasonCode.QuantityAboveTopLevel
                    // A line may be restated at its own level, as amendments 606 and 750 do.
                    : level > (ChemicalTables.AreOf(amended) ? LowestOf(amended) : LowestFor(reading, amended)) ? ReasonCode.RangeNotLowered
                    : ReasonCode.LowestLevel;
            }
        }

        if (reduced)
        {
            return ReasonCode.RangeNotLowered;
        }

        var zeroPointReached = after.Points == 0 && amended.Find<ZeroPointOffender>() is not null && old.Find<ZeroPointOffender>() is null;
        return zeroPointReached && reading.History.Excluded ? ReasonCode.ZeroPointExcluded : ReasonCode.NoCoveredAmendment;
    }

    private static bool IsRemeasured(Reading reading, Manual old, Manual amended) =>
        reading.Substances.Any(s => DrugMeasure.KindOf(s, old) != DrugMeasure.KindOf(s, amended));

    /// <summary>The highest level that the table has for the substances of this case.</summary>
    private static int HighestFor(Reading reading, Manual amended)
    {
        if (!ChemicalTables.AreOf(amended))
        {
            var table = amended.Get<DrugQuantityTable>().Terms;
            return reading.Substances is [var one] && table.LinesOf(one) is { } own ? own.Lines[^1].Level : table.Levels[0];
        }

        var tables = ChemicalTables.Of(amended).Select(t => t.Terms).ToList();
        return reading.Substances is [var only] && tables.Select(t => t.LinesOf(only)).FirstOrDefault(l => l is not null) is { } lines
            ? lines.Lines[^1].Level
            // Of several chemicals the greatest level counts, so a level that stays and is not the lowest is the highest of one of them.
            : LowestOf(amended) + 1;
    }

    private static int LowestOf(Manual manual) => manual.Get<DrugQuantityTable>().Terms.Levels[^1];

    /// <summary>The lowest level that these substances can have: the table's last line for them, or a minimum level of the note.</summary>
    private static int LowestFor(Reading reading, Manual manual)
    {
        var table = manual.Get<DrugQuantityTable>().Terms;
        if (reading.Substances.Count == 0)
        {
            return table.Levels[0];
        }

        var last = (reading.Substances is [var only] ? table.LinesOf(only) : null) ?? table.LinesOf(Marihuana)!;
        return manual.Find<MinimumQuantityLevels>() is { } minimums
            ? Math.Max(last.Lines[0].Level, MinimumFor(reading, manual, minimums.Terms))
            : last.Lines[0].Level;
    }

    private static int MinimumFor(Reading reading, Manual manual, MinimumQuantityLevels minimums)
    {
        var entries = manual.Find<DrugEquivalencies>()?.Terms.Entries;
        string?[] groups = [.. reading.Substances.Select(s => entries?.GetValueOrDefault(s)?.Group)];
        return minimums.Minimums.Where(m => m.Groups.Any(groups.Contains)).Select(m => m.Level).DefaultIfEmpty(0).Max();
    }

    /// <summary>Whether an amendment between the two stages gives a substance of this case another equivalency, or crack another rule.</summary>
    private static bool IsConvertedOtherwise(Reading reading, Manual old, Manual amended)
    {
        if (
            old.Find<DrugQuantityTable>() is not { } table
            || reading.Substances.Count == 0
            || (reading.Substances is [var only] && table.Terms.LinesOf(only) is not null)
        )
        {
            return false;
        }

        return HasOtherEquivalency(reading, old, amended)
            || (
                reading.Substances.Contains("cocaine-base")
                && !ReferenceEquals(old.Find<CrackCombination>(), amended.Find<CrackCombination>())
            );
    }

    private static bool HasOtherEquivalency(Reading reading, Manual old, Manual amended) =>
        reading.Substances.Any(s => EquivalencyOf(s, old) != EquivalencyOf(s, amended));

    private static Equivalency? EquivalencyOf(string substance, Manual manual) =>
        manual.Find<DrugEquivalencies>()?.Terms.Entries.GetValueOrDefault(substance);

    /// <summary>Whether an amendment between the two stages rewrites the line that gives this level for a substance of this case.</summary>
    private static bool LineChanges(Reading reading, int level, Manual old, Manual amended)
    {
        if (!ChemicalTables.AreOf(old) && reading.Substances is [var one] && old.Get<DrugQuantityTable>().Terms.LinesOf(one) is not null)
        {
            return LineChanges(one, level, old, amended);
        }

        var before = ChemicalTables.Of(old).Select(t => t.Terms).ToList();
        IEnumerable<string> used =
            reading.Substances.Count == 0 ? before.SelectMany(t => t.Substances.Keys)
            : ChemicalTables.AreOf(old) ? reading.Substances
            : [Marihuana];
        return used.Any(substance => LineChanges(substance, level, old, amended));
    }

    private static bool LineChanges(string substance, int level, Manual old, Manual amended) =>
        !Lines(old, substance, level).SequenceEqual(Lines(amended, substance, level));

    private static List<(decimal, decimal?)> Lines(Manual manual, string substance, int level)
    {
        var lines = new List<(decimal, decimal?)>(1);
        foreach (var table in ChemicalTables.Of(manual))
        {
            var all = table.Terms.LinesOf(substance)?.Lines;
            for (var i = 0; i < all?.Count; i++)
            {
                if (all[i].Level == level)
                {
                    lines.Add((all[i].AtLeast, all[i].LessThan));
                }
            }
        }

        return lines;
    }
}
