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
    public static (ReasonCode Code, IReadOnlyList<ReasonCode> Also) NotLowered(Reading reading, StageRange before, StageRange after)
    {
        var codes = new List<ReasonCode> { First(reading, before, after) };
        if (codes[0] < ReasonCode.CareerOffender && CareerControls(after))
        {
            codes.Add(ReasonCode.CareerOffender);
        }

        if (reading.History.Excluded)
        {
            codes.Add(ReasonCode.ZeroPointExcluded);
        }

        if (reading.Limits.Binding > before.Table.Max && reading.Limits.Binding > after.Table.Max)
        {
            codes.Add(ReasonCode.MandatoryMinimum);
        }

        if (reading.Limits.Maximum < before.Table.Min && reading.Limits.Maximum < after.Table.Min)
        {
            codes.Add(ReasonCode.StatutoryMaximum);
        }

        return (codes[0], codes.Count == 1 ? [] : [.. codes.Skip(1).Where(c => c != codes[0]).Distinct().Order()]);
    }

    private static bool CareerControls(StageRange stage) => stage.Levels.Controlling > stage.Levels.Adjusted;

    private static ReasonCode First(Reading reading, StageRange before, StageRange after)
    {
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

        return NothingMoved(reading, before, after);
    }

    /// <summary>No level, no point moved: because nothing that is covered was used, or because the table has nowhere to go.</summary>
    private static ReasonCode NothingMoved(Reading reading, StageRange before, StageRange after)
    {
        var (old, amended) = (reading.Law.Manuals[before.Stage], reading.Law.Manuals[after.Stage]);
        if (!ReferenceEquals(old.Get<DrugQuantityTable>(), amended.Get<DrugQuantityTable>()))
        {
            if (!reading.Level.FromTable && !reading.OtherGuideline)
            {
                return ReasonCode.BaseLevelNotFromTable;
            }

            if (reading.Level.FromTable && after.Levels.Quantity is { } level && LineChanges(reading, level, old, amended))
            {
                return level >= HighestFor(reading, amended.Get<DrugQuantityTable>().Terms)
                    ? ReasonCode.QuantityAboveTopLevel
                    : ReasonCode.LowestLevel;
            }
        }

        if (before.Stage > 0)
        {
            return ReasonCode.RangeNotLowered;
        }

        var zeroPointReached = after.Points == 0 && amended.Find<ZeroPointOffender>() is not null && old.Find<ZeroPointOffender>() is null;
        return zeroPointReached && reading.History.Excluded ? ReasonCode.ZeroPointExcluded : ReasonCode.NoCoveredAmendment;
    }

    /// <summary>The highest level that the table has for the substances of this case.</summary>
    private static int HighestFor(Reading reading, DrugQuantityTable table) =>
        reading.Substances is [var only] && table.LinesOf(only) is { } lines ? lines.Lines[^1].Level : table.Levels[0];

    /// <summary>Whether an amendment between the two stages rewrites the line that gives this level for a substance of this case.</summary>
    private static bool LineChanges(Reading reading, int level, Manual old, Manual amended)
    {
        var (before, after) = (old.Get<DrugQuantityTable>().Terms, amended.Get<DrugQuantityTable>().Terms);
        IEnumerable<string> used =
            reading.Substances.Count == 0 ? before.Substances.Keys
            : reading.Substances is [var only] && before.LinesOf(only) is not null ? [only]
            : [Marihuana];
        return used.Any(s => !Lines(before, s, level).SequenceEqual(Lines(after, s, level)));
    }

    private static IEnumerable<(decimal, decimal?)> Lines(DrugQuantityTable table, string substance, int level) =>
        (table.LinesOf(substance)?.Lines ?? []).Where(l => l.Level == level).Select(l => (l.AtLeast, l.LessThan));
}
