using SecondLook.Sentencing;
using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Tests.Chapter5;

/// <summary>Chapter Five, Part A, §5C1.2(b) and §5G1.1: the cases stand in Ranges.cases.md.</summary>
public class RangeTests
{
    private const string Cases = "Chapter5/Ranges.cases.md";

    [Fact]
    public void A_cell_that_the_Commission_names_is_in_the_table() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "edition", "level", "category", "range"),
            row => row.Range("range"),
            row => Table(row.Day("edition")).Range(row.Whole("level"), row.Whole("category"))
        );

    [Fact]
    public void A_statute_restricts_a_range_as_the_examples_of_5G1_1_and_5G1_2_say() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "range", "minimum", "maximum", "restricted"),
            row => row.Range("restricted"),
            row =>
                SingleCount.Restrict(
                    row.Range("range"),
                    new Months(row.WholeOrZero("minimum")),
                    row.Has("maximum") ? row.Term("maximum") : Months.Life
                )
        );

    [Fact]
    public void The_safety_valve_leaves_at_least_level_17_where_it_lifts_five_years_or_more() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "edition", "level", "minimum", "floored"),
            row => row.Whole("floored"),
            row =>
                LevelCalculation
                    .Add(
                        new Found<int>(row.Whole("level"), null),
                        false,
                        CourtAdjustments.None,
                        null,
                        row.Whole("minimum"),
                        Editions.Manual(row.Day("edition"))
                    )
                    .Total.Value
        );

    /// <summary>Ch. 1, Pt. A (h): "contains 43 levels"; the categories are I to VI.</summary>
    [Fact]
    public void The_table_has_43_levels_and_six_categories_in_every_edition()
    {
        foreach (var edition in Editions.Law.Editions)
        {
            Assert.Equal(43, Table(edition).Cells.Count);
            Assert.All(Table(edition).Cells, row => Assert.Equal(6, row.Count));
        }
    }

    /// <summary>
    /// Ch. 1, Pt. A (h) and 28 U.S.C. 994(b)(2): the maximum exceeds the minimum by no more than the greater of 25 percent or six months,
    /// and the table permits "the greatest permissible range". Where the minimum is 360 months the maximum is life (994(b)(2): "if the
    /// minimum term of the range is 30 years or more, the maximum may be life imprisonment").
    /// </summary>
    [Fact]
    public void Every_range_is_the_widest_that_the_statute_permits() =>
        AllCells(cell =>
            cell.Range.Max.IsLife
                ? cell.Range.Min.Value >= 360
                : cell.Range.Max.Value == cell.Range.Min.Value + Math.Max(cell.Range.Min.Value / 4, 6)
        );

    [Fact]
    public void A_level_more_or_a_category_more_never_lowers_an_end_of_the_range() =>
        AllCells(cell =>
            NotLower(cell.Range, cell.Table.Range(cell.Level + 1, cell.Category))
            && NotLower(cell.Range, cell.Table.Range(cell.Level, Math.Min(6, cell.Category + 1)))
        );

    /// <summary>Ch. 1, Pt. A (h): "Each level in the table prescribes ranges that overlap with the ranges in the preceding and succeeding levels."</summary>
    [Fact]
    public void Every_range_overlaps_the_range_of_the_next_level() =>
        AllCells(cell => cell.Level >= 42 || cell.Table.Range(cell.Level + 1, cell.Category).Min <= cell.Range.Max);

    /// <summary>Ch. 1, Pt. A (h): "A change of six levels roughly doubles the sentence irrespective of the level at which one starts."</summary>
    [Fact]
    public void Six_levels_roughly_double_the_range() =>
        AllCells(cell =>
        {
            var (low, high) = (cell.Range.Max, cell.Table.Range(cell.Level + 6, cell.Category).Max);
            return low.IsLife || high.IsLife || cell.Range.Min.Value < 10 || high.Value * 100 / low.Value is >= 150 and <= 250;
        });

    [Fact]
    public void Life_is_the_only_sentence_at_level_43_and_at_no_other() => AllCells(cell => cell.Range.Min.IsLife == (cell.Level == 43));

    private static bool NotLower(MonthRange range, MonthRange next) => next.Min >= range.Min && next.Max >= range.Max;

    private static void AllCells(Func<(SentencingTable Table, int Level, int Category, MonthRange Range), bool> holds)
    {
        foreach (var table in Editions.Law.Editions.Select(Table).Distinct())
        {
            var cells =
                from level in Enumerable.Range(1, 43)
                from category in Enumerable.Range(1, 6)
                select (table, level, category, table.Range(level, category));
            Assert.All(cells, cell => Assert.True(holds(cell), $"level {cell.level}, category {cell.category}: {cell.Item4}"));
        }
    }

    private static SentencingTable Table(DateOnly edition) => Editions.Manual(edition).Get<SentencingTable>().Terms;
}
