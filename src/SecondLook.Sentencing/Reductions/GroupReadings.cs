using System.Collections.Immutable;
using System.Globalization;
using SecondLook.Sentencing.Chapter3;
using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// §3D1.4: the other groups of counts. Their levels stay as the court found them; what they count for beside the drug group is told anew
/// at every stage.
/// </summary>
internal static class GroupReadings
{
    /// <summary>Where a record lists the other groups.</summary>
    public const string Fact = "groups";

    /// <summary>The levels of the other groups; where the record does not give one, every level of the table.</summary>
    public static IReadOnlyList<(int[] Levels, Choice[] Choices)> Of(SentencingRecord record, LawStages stages)
    {
        List<(int[] Levels, Choice[] Choices)> found = [([], [])];
        var highest = stages.Original.Get<SentencingTable>().Terms.HighestLevel;
        for (var i = 0; i < (record.Groups?.Count ?? 0); i++)
        {
            var fact = string.Create(CultureInfo.InvariantCulture, $"groups[{i}].adjustedLevel");
            found = record.Groups![i].AdjustedLevel is { } stated
                ? [.. found.Select(f => ((int[])[.. f.Levels, stated], f.Choices))]
                :
                [
                    .. found.SelectMany(f =>
                        Enumerable
                            .Range(SentencingTable.LowestLevel, highest)
                            .Select(l =>
                                ((int[])[.. f.Levels, l], (Choice[])[.. f.Choices, new(fact, l.ToString(CultureInfo.InvariantCulture))])
                            )
                    ),
                ];
        }

        return found;
    }

    /// <summary>
    /// §3D1.4: an increase for several groups of counts that the record does not list, of which one may control. They do not matter where the
    /// career offender level stands above the combined one, or where the level of the drug group does not move.
    /// </summary>
    public static bool Lacks(SentencingRecord record, LevelReading level, CourtAdjustments? court, LawStages stages)
    {
        if (court is not { CombinedIncrease: not 0 } || record.Groups is { Count: > 0 } || !stages.DrugRulesMove)
        {
            return false;
        }

        var original = level.Stages[0];
        var careerControls = level.Career && (original.Controlling is null || original.Controlling > original.Adjusted);
        return !careerControls && !(level.FromTable && original.Group is { } group && level.Stages.All(s => s.Group == group));
    }

    /// <summary>Whether the units that the record states are those of these levels; true where it states none.</summary>
    public static bool UnitsAgree(SentencingRecord record, IReadOnlyList<int> others, int drugGroup, LawStages stages)
    {
        var terms = stages.Original.Get<CombinedOffenseLevel>().Terms;
        var highest = Math.Max(drugGroup, others.DefaultIfEmpty(0).Max());
        for (var i = 0; i < others.Count; i++)
        {
            if (record.Groups![i].Units is { } units && units != terms.UnitsOf(others[i], highest))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Where only the combined total is known: every level that the drug group may have had and every acceptance that together give the
    /// total, and what the total becomes as the group's level moves.
    /// </summary>
    /// <param name="total">The total that the court found.</param>
    /// <param name="others">The levels of the other groups.</param>
    /// <param name="moves">What becomes of the level of the drug group alone, from what it was.</param>
    /// <param name="record">The record, for the units that it states.</param>
    /// <param name="stages">The stages of the law.</param>
    public static IEnumerable<(ImmutableArray<int> Totals, string? What)> Totals(
        int total,
        int[] others,
        Func<int, IEnumerable<(ImmutableArray<int> Totals, string? What)>> moves,
        SentencingRecord record,
        LawStages stages
    )
    {
        var rule = stages.Original.Get<CombinedOffenseLevel>().Terms;
        var terms = stages.Original.Get<AcceptanceOfResponsibility>().Terms;
        var full = terms.Levels + terms.Additional;
        var found = new List<(ImmutableArray<int> Totals, string? What)>();
        foreach (var acceptance in new[] { 0, terms.Levels, full }.Distinct())
        {
            var combined = total - acceptance;
            if (terms.Additional != 0 && acceptance == full && combined < terms.AdditionalFromLevel)
            {
                continue;
            }

            for (var group = combined; group >= SentencingTable.LowestLevel; group--)
            {
                if (rule.Of(group, others) != combined || !UnitsAgree(record, others, group, stages))
                {
                    continue;
                }

                foreach (var (levels, what) in moves(group))
                {
                    ImmutableArray<int> totals = [.. levels.Select(l => Accepted(rule.Of(l, others), acceptance))];
                    if (!found.Exists(f => f.Totals.SequenceEqual(totals)))
                    {
                        var words = string.Create(
                            CultureInfo.InvariantCulture,
                            $"the drug group at level {group} and acceptance of {acceptance}; {what ?? "nothing else takes up the change"}"
                        );
                        found.Add((totals, words));
                    }
                }
            }
        }

        return found;

        int Accepted(int level, int acceptance) =>
            terms.Additional != 0 && acceptance == full && level < terms.AdditionalFromLevel ? level + terms.Levels : level + acceptance;
    }
}
