using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// Whether a range that the court stated is the one that a level and a category give: the table range, the one after §5G1.1, or either
/// with a consecutive term on top; or that of §4B1.1(c), which no level gives.
/// </summary>
internal static class RangeMatch
{
    /// <summary>How many totals above the table's highest level are tried; all are read as that level (Chapter Five, Part A, n.2).</summary>
    private const int AboveTable = 8;

    /// <summary>True where the stated range can be read as the range of this level and category.</summary>
    public static bool Agrees(SentencingRecord record, int total, int category, Manual manual, Limits limits)
    {
        if (record.GuidelineRange is not { } stated)
        {
            return true;
        }

        var table = manual.Get<SentencingTable>().Terms.Range(total, category);
        var restricted = SingleCount.Restrict(table, limits.Binding, limits.Maximum);
        var unlifted = SingleCount.Restrict(table, limits.Minimum, limits.Maximum);
        var consecutive = record.Sentence.Consecutive?.Sum(c => c.Months is { IsLife: false } m ? m.Value : 0) ?? limits.MonthsApart;
        return stated == table
            || stated == restricted
            || stated == unlifted
            || CareerFirearm.IsRange(record, stated, manual)
            || (consecutive > 0 && (stated == Plus(table, consecutive) || stated == Plus(restricted, consecutive)));
    }

    /// <summary>The totals, from the highest, that the stated range leaves possible; every level of the table where none is stated.</summary>
    public static IReadOnlyList<int> Totals(SentencingRecord record, Manual manual, Limits limits, bool careerOnly)
    {
        var table = manual.Get<SentencingTable>().Terms;
        var categories = Enumerable.Range(1, table.Cells[0].Count);
        if (careerOnly)
        {
            categories = [table.Cells[0].Count];
        }
        else if (
            (
                record.CriminalHistory.Category
                ?? (record.CriminalHistory.Points is { } p ? manual.Get<Chapter4.CriminalHistoryCategories>().Terms.Of(p) : null)
            ) is
            { } stated
        )
        {
            categories = [stated];
        }

        var levels = Enumerable.Range(SentencingTable.LowestLevel, table.HighestLevel + AboveTable).Reverse().ToArray();
        if (record.GuidelineRange is null)
        {
            return levels;
        }

        var matching = levels.Where(l => categories.Any(c => Agrees(record, l, c, manual, limits))).ToArray();
        return matching.Length > 0 ? matching : levels;
    }

    private static MonthRange Plus(MonthRange range, int months) => new(Plus(range.Min, months), Plus(range.Max, months));

    private static Months Plus(Months term, int months) => term.IsLife ? term : new(term.Value + months);
}
