using System.Collections.Immutable;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter3;
using SecondLook.Sentencing.Chapter5;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// What becomes of a total when only the base level and the total are known. The difference between them is carried over, but a floor of
/// §2D1.1(b), the cap for a mitigating role or the third point of acceptance may take up part of the change.
/// </summary>
internal static class LumpedTotals
{
    public static IEnumerable<(ImmutableArray<int> Totals, string? What)> Of(
        IReadOnlyList<int> levels,
        int total,
        int? baseLevel,
        LawStages stages,
        Limits limits
    )
    {
        var found = new List<(ImmutableArray<int> Totals, string? What)>();
        void Add(IEnumerable<int> totals, string what)
        {
            ImmutableArray<int> all = [.. totals];
            if (!found.Exists(f => f.Totals.SequenceEqual(all)))
            {
                found.Add((all, what));
            }
        }

        Add(levels.Select(l => total + l - levels[0]), "no floor, cap or third point takes up the change");
        if (baseLevel is { } stated && stated != levels[0])
        {
            found.Clear();
        }

        foreach (var (cap, role) in Roles(levels[0], baseLevel, stages))
        {
            Add(levels.Select(l => total + cap.Apply(l, role) - cap.Apply(levels[0], role)), "a mitigating role");
        }

        AddFloors(levels, total, stages, Add);
        AddThirdPoint(levels, total, stages, Add);
        AddConditional(levels, total, stages, Add);
        var least = SafetyValveFloorOf(total, stages, limits);
        List<(ImmutableArray<int> Totals, string? What)> floored =
        [
            .. found
                .Select(f => (f.Totals.Select(t => Math.Max(t, least)).ToImmutableArray(), f.What))
                .DistinctBy(f => string.Join(' ', f.Item1)),
        ];
        return floored.Count == 1 ? [(floored[0].Totals, null)] : floored;
    }

    /// <summary>§5C1.2(b): the level that the total may not fall below; none where the court's own total lies below it.</summary>
    private static int SafetyValveFloorOf(int total, LawStages stages, Limits limits) =>
        limits.SafetyValve
        && stages.Original.Find<SafetyValveFloor>()?.Terms is { } floor
        && limits.Minimum.Value >= floor.MinimumFrom
        && total >= floor.Level
            ? floor.Level
            : int.MinValue;

    /// <summary>A characteristic that applies only from a level on, such as the safety valve of 1995 to 2001, is lost below it.</summary>
    private static void AddConditional(IReadOnlyList<int> levels, int total, LawStages stages, Action<IEnumerable<int>, string> add)
    {
        foreach (
            var item in stages.Original.Find<SpecificOffenseCharacteristics>()?.Terms.Items.Where(i => i.OnlyFromLevel is not null) ?? []
        )
        {
            foreach (var levelsOfItem in item.Levels)
            {
                // The characteristics before it can only have raised the level, at least to the level from which it applied.
                var before = Math.Max(0, item.OnlyFromLevel!.Value - levels[0]);
                bool Lost(int level) => level < levels[0] && level + before < item.OnlyFromLevel;
                add(
                    levels.Select(l => total + l - levels[0] - (Lost(l) ? levelsOfItem : 0)),
                    $"§{stages.Original.Guideline}{item.Paragraph}"
                );
            }
        }
    }

    private static IEnumerable<(MitigatingRoleCap Cap, int Role)> Roles(int level, int? baseLevel, LawStages stages) =>
        stages.Original.Find<MitigatingRoleCap>()?.Terms is { } cap
            ? stages
                .Original.Get<MitigatingRole>()
                .Terms.Levels.Where(r => baseLevel is null || cap.Apply(level, r) == baseLevel)
                .Select(r => (cap, r))
            : [];

    private static void AddFloors(IReadOnlyList<int> levels, int total, LawStages stages, Action<IEnumerable<int>, string> add)
    {
        foreach (var item in stages.Original.Find<SpecificOffenseCharacteristics>()?.Terms.Items ?? [])
        {
            if (item.Floor is not { } floor)
            {
                continue;
            }

            foreach (var increase in item.Levels)
            {
                var before = Math.Max(levels[0] + increase, floor);
                var change = Math.Max(levels[^1] + increase, floor) - before;
                for (var kept = levels[^1] - levels[0] + 1; kept <= change; kept++)
                {
                    var least = kept;
                    add(levels.Select(l => total + Math.Max(l - levels[0], least)), $"§{stages.Original.Guideline}{item.Paragraph}");
                }
            }
        }
    }

    private static void AddThirdPoint(IReadOnlyList<int> levels, int total, LawStages stages, Action<IEnumerable<int>, string> add)
    {
        var acceptance = stages.Original.Get<AcceptanceOfResponsibility>().Terms;
        if (acceptance.Additional == 0)
        {
            return;
        }

        var full = acceptance.Levels + acceptance.Additional;
        var before = total - full;
        if (before < acceptance.AdditionalFromLevel || before + levels[^1] - levels[0] >= acceptance.AdditionalFromLevel)
        {
            return;
        }

        add(
            levels.Select(l =>
            {
                var level = before + l - levels[0];
                return level + (level < acceptance.AdditionalFromLevel ? acceptance.Levels : full);
            }),
            "the third point of acceptance"
        );
    }
}
