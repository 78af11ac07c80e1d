using SecondLook.Sentencing.Chapter2;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.Chapter2;

/// <summary>
/// Amendment 782 over every line of the table that it amends. What the amendment itself writes out stands in Amendment782.cases.md.
/// </summary>
public class Amendment782Tests
{
    private const string Cases = "Chapter2/Amendment782.cases.md";

    private static readonly DateOnly Before = new(2013, 11, 1);
    private static readonly IReadOnlyList<CaseRow> Written = CaseTable.Of(Cases, "substance", "at least", "less than", "level");

    [Fact]
    public void Every_amount_is_two_levels_lower_except_where_the_amendment_writes_out_its_line()
    {
        var old = Editions.Manual(Before).Get<DrugQuantityTable>().Terms;
        var amended = Editions.Manual(Before, "782").Get<DrugQuantityTable>().Terms;
        var wrong =
            from substance in old.Substances.Keys
            from amount in Amounts(substance, old)
            let wanted = WrittenLevel(substance, amount) ?? LevelOf(old, substance, amount) - 2
            let got = LevelOf(amended, substance, amount)
            where wanted != got
            select $"{amount} of {substance}: want {wanted}, got {got}";

        Expect.None(wrong, "Amendment 782 says another level:");
    }

    [Fact]
    public void Every_line_that_the_amendment_writes_out_has_its_level_to_its_ends() =>
        CaseTable.Check(
            Written,
            row => (row.Whole("level"), row.Whole("level")),
            row =>
            {
                var table = Editions.Manual(Before, "782").Get<DrugQuantityTable>().Terms;
                var from = row.Has("at least") ? row.Number("at least") : 0;
                var last = row.Has("less than") ? row.Number("less than") - 0.0001m : decimal.MaxValue;
                return (LevelOf(table, row["substance"], from), LevelOf(table, row["substance"], last));
            }
        );

    [Fact]
    public void Every_substance_of_the_table_has_a_highest_and_a_lowest_line_written_out() =>
        Assert.Equal(
            Editions.Manual(Before).Get<DrugQuantityTable>().Terms.Substances.Keys.Order(StringComparer.Ordinal),
            Written
                .Where(row => !row.Has("less than"))
                .Select(row => row["substance"])
                .Intersect(Written.Where(row => !row.Has("at least")).Select(row => row["substance"]), StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_caps_are_those_that_the_amendment_strikes_and_inserts() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "drugs", "struck", "inserted"),
            row => (row.Number("struck"), row.Number("inserted")),
            row => (Weight(row), Weight(row, "782"))
        );

    private static decimal Weight(CaseRow row, params string[] amendments)
    {
        var manual = Editions.Manual(Before, amendments);
        return QuantityLevel.Weight(Editions.AmountsOf(row.Drugs("drugs"), manual), manual, explain: false)!.Value.Value;
    }

    /// <summary>Every threshold of the old table, every threshold that the amendment writes out, and an amount just below each.</summary>
    private static IEnumerable<decimal> Amounts(string substance, DrugQuantityTable old) =>
        old.LinesOf(substance)!
            .Lines.Select(line => line.AtLeast)
            .Concat(Written.Where(r => r["substance"] == substance && r.Has("at least")).Select(r => r.Number("at least")))
            .SelectMany(amount => new[] { amount, Math.Max(0, amount - 0.0001m) })
            .Distinct();

    private static int? WrittenLevel(string substance, decimal amount) =>
        Written
            .Where(row => row["substance"] == substance)
            .Where(row => !row.Has("at least") || amount >= row.Number("at least"))
            .Where(row => !row.Has("less than") || amount < row.Number("less than"))
            .Select(row => (int?)row.Whole("level"))
            .SingleOrDefault();

    private static int LevelOf(DrugQuantityTable table, string substance, decimal amount) =>
        DrugQuantityTable.LineOf(table.LinesOf(substance)!, amount).Level;
}
