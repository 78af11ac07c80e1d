using SecondLook.Sentencing.Chapter2;

namespace SecondLook.Tests.Chapter2;

/// <summary>§2D1.1(c): the printed lines stand in DrugQuantityTable.cases.md.</summary>
public class DrugQuantityTableTests
{
    private static readonly IReadOnlyList<CaseRow> Printed = CaseTable.Of(
        "Chapter2/DrugQuantityTable.cases.md",
        "edition",
        "substance",
        "42",
        "6",
        "source"
    );

    /// <summary>Between the highest and the lowest level that the text prints, the table has these lines and no others.</summary>
    [Fact]
    public void A_line_of_the_table_begins_where_the_Commission_printed_it() =>
        CaseTable.Check(
            Printed,
            row => string.Join(", ", LinesOf(row).Select(line => $"{line.Level}: {line.From:0.####}")),
            row =>
            {
                var lines = Table(row).LinesOf(row["substance"])?.Lines ?? [];
                var (lowest, highest) = (LinesOf(row).Min(line => line.Level), LinesOf(row).Max(line => line.Level));
                return string.Join(
                    ", ",
                    lines
                        .Where(line => line.Level >= lowest && line.Level <= highest)
                        .OrderByDescending(line => line.Level)
                        .Select(line => $"{line.Level}: {line.AtLeast:0.####}")
                );
            }
        );

    /// <summary>The editions of which the whole table is printed, so that a substance that is left out would show.</summary>
    [Theory]
    [InlineData("amend. 125")]
    [InlineData("Manual of 2016")]
    [InlineData("Manual of 2024")]
    public void The_table_has_every_substance_that_is_printed_and_no_other(string source)
    {
        var rows = Printed.Where(row => row["source"] == source).ToArray();

        Assert.Equal(
            rows.Select(row => row["substance"]).Order(StringComparer.Ordinal),
            Table(rows[0]).Substances.Keys.Order(StringComparer.Ordinal)
        );
    }

    private static DrugQuantityTable Table(CaseRow row) => Editions.Manual(row.Day("edition")).Get<DrugQuantityTable>().Terms;

    private static IEnumerable<(int Level, decimal From)> LinesOf(CaseRow row) =>
        Enumerable
            .Range(1, 43)
            .Reverse()
            .Select(level => (Level: level, Cell: $"{level}"))
            .Where(l => row.Has(l.Cell))
            .Select(l => (l.Level, row.Number(l.Cell)));
}
