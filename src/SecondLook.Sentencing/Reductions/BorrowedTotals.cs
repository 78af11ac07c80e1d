using SecondLook.Sentencing.Chapter2;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// What becomes of a level that another guideline takes from §2D1.1 where the adjustments are not listed: characteristics of §2D1.1 that
/// nobody mentions come before the addition, the cap and the floor, and decide how much of a change these take up.
/// </summary>
internal static class BorrowedTotals
{
    /// <summary>The base levels of the guideline at each stage, once for each way in which they move.</summary>
    public static IReadOnlyList<(int[] Levels, string What)> Of(IReadOnlyList<int> table, Borrowing way, int? stated, LawStages stages)
    {
        var found = new List<(int[] Levels, string What)>();
        foreach (var (levels, role) in WithRoles(table, way, stages))
        {
            if (stated is null || way.Apply(levels[0], false) == stated)
            {
                Add(levels, role);
            }

            foreach (var (inner, what) in WithCharacteristics(levels, way, stages))
            {
                if (stated is null || way.Apply(levels[0], false) == stated || way.Apply(inner[0], false) == stated)
                {
                    Add(inner, $"{role}{what}");
                }
            }
        }

        return found;

        void Add(int[] inner, string what)
        {
            int[] levels = [.. inner.Select((l, i) => way.Apply(l, amended: i > 0))];
            if (!found.Exists(f => MoveAlike(f.Levels, levels)))
            {
                found.Add((levels, what));
            }
        }
    }

    private static bool MoveAlike(int[] one, int[] other)
    {
        for (var i = 1; i < one.Length; i++)
        {
            if (one[i] - one[0] != other[i] - other[0])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a level of the table can give the base level that the court stated, with what nobody lists in it.</summary>
    public static bool CanGive(int level, Borrowing way, int? stated, LawStages stages)
    {
        var inner = WithRoles([level], way, stages).SelectMany(r => WithCharacteristics(r.Levels, way, stages).Append(r));
        return stated is null || inner.Any(i => way.Apply(i.Levels[0], amended: false) == stated);
    }

    private static IEnumerable<(int[] Levels, string What)> WithRoles(IReadOnlyList<int> table, Borrowing way, LawStages stages)
    {
        yield return ([.. table], "");
        if (way.RoleCap)
        {
            foreach (var (capped, roles) in MitigatingRoles.Of(table, stages))
            {
                yield return (capped, $"{roles}; ");
            }
        }
    }

    private static IEnumerable<(int[] Levels, string What)> WithCharacteristics(int[] levels, Borrowing way, LawStages stages)
    {
        if (way.Alternative.OnlyTable || stages.Original.Find<SpecificOffenseCharacteristics>()?.Terms.Items is not { } items)
        {
            yield break;
        }

        var least = items.Sum(i => Math.Min(0, i.Levels.Min()));
        var most = items.Sum(i => Math.Max(0, i.Levels.Max()));
        for (var sum = least; sum <= most; sum++)
        {
            var added = sum;
            yield return ([.. levels.Select(l => l + added)], FormattableString.Invariant($"§2D1.1(b) together {added:+0;-0;0}"));
        }

        // One that applies only from a level on, such as the safety valve of 1995 to 2001, is lost below it.
        foreach (var item in items.Where(i => i.OnlyFromLevel is not null))
        {
            var from = item.OnlyFromLevel!.Value;
            var before = Math.Max(0, from - levels[0]);
            foreach (var increase in item.Levels)
            {
                yield return (
                    [.. levels.Select(l => l + before + (l + before >= from ? increase : 0))],
                    $"§{stages.Original.Guideline}{item.Paragraph}"
                );
            }
        }

        foreach (var item in items.Where(i => i.Floor is not null))
        {
            foreach (var increase in item.Levels)
            {
                yield return (
                    [.. levels.Select(l => Math.Max(l + increase, item.Floor!.Value))],
                    FormattableString.Invariant($"§2D1.1{item.Paragraph} of {increase}, and its floor")
                );
            }
        }
    }
}
