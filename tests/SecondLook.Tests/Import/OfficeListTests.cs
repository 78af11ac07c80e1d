using SecondLook.Screening.Import;
using SecondLook.Screening.Import.Crosswalks;

namespace SecondLook.Tests.Import;

/// <summary>A list as an office keeps it, with names of its own for the columns, read by what they are taken for.</summary>
public class OfficeListTests
{
    // Abbreviations as in the Bluebook's table of courts; codes as in the Commission's datafiles.
    [Theory]
    [InlineData("TNE", "TNE")]
    [InlineData("E.D. Tenn.", "TNE")]
    [InlineData("Eastern District of Tennessee", "TNE")]
    [InlineData("Tennessee Eastern", "TNE")]
    [InlineData("S.D.N.Y.", "NYS")]
    [InlineData("EDNY", "NYE")]
    [InlineData("D. Mass.", "MA")]
    [InlineData("D. Md.", "MD")]
    [InlineData("D. Del.", "DE")]
    [InlineData("Delaware", "DE")]
    [InlineData("D.D.C.", "DC")]
    [InlineData("D.N.M.", "NM")]
    [InlineData("D.N.D.", "ND")]
    [InlineData("D.S.D.", "SD")]
    [InlineData("South Dakota", "SD")]
    [InlineData("W.D. Wash.", "WAW")]
    [InlineData("N.D. W. Va.", "WVN")]
    [InlineData("M.D. La.", "LAM")]
    [InlineData("C.D. Cal.", "CAC")]
    [InlineData("S.D. Miss.", "MSS")]
    [InlineData("W.D. Mo.", "MOW")]
    [InlineData("N.D. Ala.", "ALN")]
    [InlineData("D. Alaska", "AK")]
    [InlineData("N.D. Cal.", "CAN")]
    [InlineData("E.D. Okla.", "OKE")]
    [InlineData("D. Ariz.", "AZ")]
    [InlineData("D. Or.", "OR")]
    [InlineData("W.D. Wisc.", "WIW")]
    [InlineData("E.D. Penn.", "PAE")]
    [InlineData("E.D. Pa.", "PAE")]
    [InlineData("D. Kans.", "KS")]
    public void A_district_is_read_as_people_write_it(string written, string code) =>
        Assert.Equal(code, Read($"id,district\n1,{written}\n", "facts: { district: district }")[0].Record!.District);

    [Theory]
    [InlineData("D. Tenn.")]
    [InlineData("E.D. Mass.")]
    [InlineData("M.D. Miss.")]
    [InlineData("W.D. Miss.")]
    [InlineData("D. Ala.")]
    [InlineData("D. Virg.")]
    [InlineData("Springfield")]
    [InlineData("N.D. Dak.")]
    public void What_names_no_district_is_a_mistake_that_is_told(string written)
    {
        var rejected = Read($"id,district\n1,{written}\n", "facts: { district: district }")[0].Rejected!;
        Assert.Contains("E.D. Tenn.", rejected.Reason, StringComparison.Ordinal);
        Assert.Equal(written, rejected.Found);
    }

    /// <summary>§1B1.1(a): the level follows from every adjustment. From some of them it would be wrong.</summary>
    [Fact]
    public void Adjustments_of_which_a_table_names_only_some_are_left_unknown()
    {
        const string Table = "AOR,Gun\n-3,\n,2\n0,0\n,\n";
        string[] columns = ["AOR", "Gun"];
        var guess = CrosswalkGuess.Of(columns);
        Assert.All(Read(Table, CrosswalkGuess.Yaml(guess, everyAdjustment: false)), row => Assert.Null(row.Record!.Offense.Adjustments));
        Assert.Equal(
            ["3E1.1 -3", "2D1.1(b)(weapon) 2", "", ""],
            Read(Table, CrosswalkGuess.Yaml(guess, everyAdjustment: true))
                .Select(row => string.Join(", ", row.Record!.Offense.Adjustments!.Select(a => $"{a.Rule} {a.Levels}")))
        );
    }

    private static List<ImportedRow> Read(string csv, string map) =>
        [.. Imported.Text(csv, "list.csv", new ImportOptions { Map = Crosswalk.Parse(map, "map.yaml") })];
}
