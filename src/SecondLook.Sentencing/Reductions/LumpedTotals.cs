using System.Collections.Immutable;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter3;
using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// What becomes of a total when only the base level and the total are known. The difference between them is carried over, but a floor of
/// §2D1.1(b), the cap for a mitigating role or the third point of acceptance may take up part of the change.
/// </summary>
internal static class LumpedTotals
{
    /// <summary>
    /// Every way in which the total may move as the level of the table does; through another guideline (§1B1.5) and beside other groups of
    /// counts (§3D1.4) where the record has them.
    /// </summary>
    public static IEnumerable<(ImmutableArray<int> Totals, string? What)> Of(
        SentencingRecord record,
        IReadOnlyList<int> table,
        Borrowing? borrowed,
        int total,
        int[] others,
        LawStages stages,
        Limits limits
    )
    {
        var stated = record.Offense.BaseOffenseLevel;
        IEnumerable<(ImmutableArray<int> Totals, string? What)> Moves(int from, bool accepted)
        {
            if (borrowed is null)
            {
                return Moved(table, from, stated, null, stages, accepted);
            }

            return BorrowedTotals
                .Of(table, borrowed, stated, stages)
                .SelectMany(b =>
                    Moved(b.Levels, from, null, borrowed, stages, accepted)
                        .Select(m => (m.Totals, (string?)string.Join("; ", new[] { b.What, m.What }.Where(w => w?.Length > 0))))
                );
        }

        var found =
            others.Length == 0 ? Moves(total, true) : GroupReadings.Totals(total, others, from => Moves(from, false), record, stages);
        var least = SafetyValveFloorOf(total, stages, limits);
        List<(ImmutableArray<int> Totals, string? What)> floored =
        [
            .. found
                .Select(f => (f.Totals.Select(t => Math.Max(t, least)).ToImmutableArray(), f.What))
                .DistinctBy(f => string.Join(' ', f.Item1)),
        ];
        return floored.Count switch
        {
            0 =>
            [
                ([.. table.Select(l => total + l - table[0])], "the whole change reaches the total"),
                ([.. table.Select(_ => total)], "nothing of the change reaches the total"),
            ],
            1 => [(floored[0].Totals, null)],
            _ => floored,
        };
    }

    /// <summary>Every way in which a level that rests on base levels may move with them.</summary>
    /// <param name="levels">The base levels at each stage.</param>
    /// <param name="total">The level that rests on the first of them.</param>
    /// <param name="baseLevel">The base level that the court stated, after the cap for a mitigating role; null where it is in the others.</param>
    /// <param name="borrowed">How the base levels were taken from §2D1.1; null where §2D1.1 itself applies.</param>
    /// <param name="stages">The stages of the law.</param>
    /// <param name="accepted">Whether the level is one after acceptance.</param>
    private static List<(ImmutableArray<int> Totals, string? What)> Moved(
        IReadOnlyList<int> levels,
        int total,
        int? baseLevel,
        Borrowing? borrowed,
        LawStages stages,
        bool accepted
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

        // Each number of levels for a role is an answer, also where it moves the total as another reading does.
        void AddRoles(ImmutableArray<int> all, string roles)
        {
            var same = found.FindIndex(f => f.Totals.SequenceEqual(all));
            if (same < 0)
            {
                found.Add((all, roles));
            }
            else
            {
                found[same] = (all, $"{found[same].What}, or {roles}");
            }
        }

        Add(levels.Select(l => total + l - levels[0]), "no floor, cap or third point takes up the change");
        if (baseLevel is { } stated && stated != levels[0])
        {
            found.Clear();
        }

        if (borrowed is null)
        {
            foreach (var (capped, roles) in MitigatingRoles.Of(levels, stages))
            {
                if (baseLevel is null || capped[0] == baseLevel)
                {
                    AddRoles([.. capped.Select(l => total + l - capped[0])], roles);
                }
            }

            AddConditional(levels, total, stages, Add);
        }

        AddFloors(
            borrowed?.Guideline ?? stages.Original.Guideline,
            borrowed?.Terms.Characteristics ?? stages.Original.Find<SpecificOffenseCharacteristics>()?.Terms.Items ?? [],
            levels,
            total,
            Add
        );
        if (accepted)
        {
            AddThirdPoint(levels, total, stages, Add);
        }

        return found;
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

    private static void AddFloors(
        string guideline,
        IReadOnlyList<OffenseCharacteristic> items,
        IReadOnlyList<int> levels,
        int total,
        Action<IEnumerable<int>, string> add
    )
    {
        foreach (var item in items)
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
                    add(
                        levels.Select(l => total + Math.Max(l - levels[0], least)),
                        FormattableString.Invariant($"§{guideline}{item.Paragraph}, whose floor leaves {least} of the change")
                    );
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
