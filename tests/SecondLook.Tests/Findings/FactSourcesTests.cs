using SecondLook.Sentencing.Findings;

namespace SecondLook.Tests.Findings;

public class FactSourcesTests
{
    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["offense.drugs[0].substance"] = "DRUGTYP1",
        ["offense.drugs[0].grams"] = "WGT1",
        ["offense.drugsOfOthers"] = "NONE",
        ["offense.totalOffenseLevel"] = "XFOLSOR",
        ["statutory"] = "STATMIN, STATMAX",
    };

    [Theory]
    [InlineData("offense.totalOffenseLevel", "XFOLSOR")]
    [InlineData("offense.drugs[0]", "WGT1 DRUGTYP1")]
    [InlineData("offense.drugs", "WGT1 DRUGTYP1")]
    [InlineData("statutory.minimumMonths", "STATMIN, STATMAX")]
    [InlineData("custody.facility", "custody.facility")]
    [InlineData("offense.totalOffenseLevel offense.totalOffenseLevel", "XFOLSOR")]
    public void A_fact_names_the_column_it_was_read_from(string facts, string columns) =>
        Assert.Equal(columns, string.Join(' ', FactSources.Of(facts, Columns)));

    [Fact]
    public void Without_columns_a_fact_names_its_path() => Assert.Equal(["a", "b"], FactSources.Of("a b", null));
}
