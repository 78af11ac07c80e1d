using System.Globalization;
using SecondLook.Sentencing.Chapter2;

namespace SecondLook.Tests.Law;

/// <summary>Quantities with the level that the commentary to §2D1.1 gives for them, looked up in the table by themselves.</summary>
public class QuantityLevelTests
{
    [Theory]
    [InlineData("2014-11-01", "pcp", "70", 20)]
    [InlineData("2014-11-01", "lsd", "0.25", 16)]
    [InlineData("2014-11-01", "marihuana", "95000", 22)]
    [InlineData("2014-11-01", "marihuana", "500", 6)]
    [InlineData("2014-11-01", "schedule-4", "10000", 6)]
    [InlineData("2014-11-01", "marihuana", "1125", 8)]
    [InlineData("2014-11-01", "cocaine", "80", 14)]
    [InlineData("2014-11-01", "cocaine-base", "2", 12)]
    [InlineData("2014-11-01", "marihuana", "23142", 16)]
    [InlineData("2014-11-01", "marihuana", "500000", 26)]
    [InlineData("2004-11-01", "marihuana", "500000", 28)]
    [InlineData("2007-11-01", "cocaine-base", "20", 26)]
    [InlineData("2007-11-01", "marihuana", "310000", 26)]
    [InlineData("2007-11-01", "marihuana", "410000", 28)]
    [InlineData("2007-11-01", "marihuana", "710000", 30)]
    [InlineData("2007-11-01", "marihuana", "6100000", 34)]
    [InlineData("1991-11-01", "pcp", "70", 22)]
    [InlineData("1991-11-01", "lsd", "0.25", 18)]
    [InlineData("1991-11-01", "marihuana", "95000", 24)]
    [InlineData("1991-11-01", "cocaine", "80", 16)]
    [InlineData("1991-11-01", "marihuana", "21000", 18)]
    public void A_quantity_has_the_level_of_the_commentary(string edition, string substance, string quantity, int level)
    {
        var lines = Folder.Law.ManualOn(Folder.Day(edition)).Get<DrugQuantityTable>().Terms.LinesOf(substance)!;

        Assert.Equal(level, DrugQuantityTable.LineOf(lines, decimal.Parse(quantity, CultureInfo.InvariantCulture)).Level);
    }

    [Theory]
    [InlineData("1989-11-01", 42, 1, 6, 19)]
    [InlineData("1994-11-01", 38, 1, 6, 17)]
    [InlineData("2014-11-01", 38, 1, 12, 14)]
    public void Paragraphs_are_counted_from_the_highest_level(string edition, int first, int firstParagraph, int level, int paragraph)
    {
        var table = Folder.Law.ManualOn(Folder.Day(edition)).Get<DrugQuantityTable>().Terms;

        Assert.Equal(firstParagraph, table.Paragraph(first));
        Assert.Equal(paragraph, table.Paragraph(level));
    }
}
