using System.IO.Compression;
using System.Text;
using SecondLook.Screening.Import;
using SecondLook.Screening.Import.Crosswalks;

namespace SecondLook.Tests.Import;

/// <summary>The Commission's own files are read whole, and what they say comes out as it went in.</summary>
public class CommissionFileTests
{
    [Theory]
    [InlineData("ussc_sup_fy14.zip", 75_836)]
    [InlineData("ussc_sup_fy15.zip", 71_003)]
    [InlineData("ussc_sup_fy16.zip", 67_742)]
    [InlineData("ussc_sup_fy17.zip", 66_873)]
    [InlineData("ussc-revocations-fy2013-17.csv.gz", 108_115)]
    [InlineData("ussc-fy2020-drugs.csv.gz", 11_253)]
    public void Every_row_is_read_and_none_rejected(string file, long rows)
    {
        var (records, rejected) = Imported.Counted(Imported.Data(file));

        Assert.Empty(rejected);
        Assert.Equal(rows, records);
    }

    [Fact]
    public void Revocations_are_named_by_row_and_keep_the_number_that_repeats()
    {
        using var importer = Importer.Open(Imported.Data("ussc-revocations-fy2013-17.csv.gz"), new ImportOptions());
        var record = importer.Rows().First().Record!;

        Assert.Equal("ussc-revocations-fy2013-17.csv.gz#2", record.Id);
        Assert.Equal("56640", record.Origin!.SourceId);
        Assert.True(record.Sentence.Revocation);
    }

    [Fact]
    public void The_recorded_parts_of_the_cases_of_January_2002_add_up()
    {
        using var importer = Importer.Open(Imported.Sample("ussc-fy2002-january.csv"), new ImportOptions());
        var records = importer.Rows().Select(row => row.Record!).ToList();
        var drugCases = records.Where(record => record.Offense.Guideline == "2D1.1").ToList();
        var withoutCareer = drugCases.Where(record => record.CareerOffender.Applied == false).ToList();

        Assert.Equal(99, records.Count);
        Assert.Equal(53, drugCases.Count);
        Assert.Equal(48, withoutCareer.Count);
        Assert.All(
            withoutCareer,
            record =>
                Assert.Equal(
                    record.Offense.TotalOffenseLevel,
                    record.Offense.BaseOffenseLevel + record.Offense.Adjustments!.Sum(adjustment => adjustment.Levels)
                )
        );
        Assert.Equal(13, drugCases.Count(record => record.Offense.Adjustments!.Any(a => a.Rule == "2D1.1(b)(safety-valve)")));
        Assert.All(records, record => Assert.NotNull(record.GuidelineRange));
    }

    [Fact]
    public void A_consecutive_term_is_taken_out_of_the_term_and_the_minimum()
    {
        using var importer = Importer.Open(Imported.Sample("ussc-fy2002-january.csv"), new ImportOptions());
        var record = importer.Rows().Select(row => row.Record!).Single(record => record.Id == "616641");

        Assert.Equal(60, Assert.Single(record.Sentence.Consecutive!).Months!.Value.Value);
        Assert.Equal(72, record.Sentence.Months!.Value.Value);
        Assert.Equal(0, record.Statutory.Minimum!.Value.Value);
        Assert.Equal("123-138", record.GuidelineRange.ToString());
        Assert.Equal("XFOLSOR", record.Origin!.Columns!["offense.totalOffenseLevel"]);
    }

    [Theory]
    [InlineData("opafy15nid.sas.gz", 12_819, 27_693)]
    [InlineData("opafy16nid.sas.gz", 12_819, 27_693)]
    [InlineData("opafy17nid.sas.gz", 12_819, 27_693)]
    [InlineData("opafy18nid.sas.gz", 12_819, 27_693)]
    [InlineData("opafy19nid.sas.gz", 12_819, 27_693)]
    public void A_line_of_full_width_made_from_the_program_reads_back_exactly(string layout, int fewest, int most)
    {
        var text = Unpacked(layout);
        var fields = Layout.Fields(text);
        Assert.InRange(fields.Count, fewest, most);

        // Every field that can be read without a code gets a number of its own; all others are filled, so that a shift would show.
        var random = new Random(layout.Length + fields.Count);
        var line = new char[fields.Max(field => field.Last)];
        Array.Fill(line, '9');
        var values = new Dictionary<string, string>
        {
            ["USSCIDN"] = $"{random.Next(100_000, 999_999)}",
            ["XFOLSOR"] = $"{random.Next(10, 43)}",
            ["XCRHISSR"] = $"{random.Next(1, 7)}",
            ["TOTCHPTS"] = $"{random.Next(10, 30)}",
            ["AGE"] = $"{random.Next(18, 90)}",
            ["GLMIN"] = "151",
            ["GLMAX"] = "188",
            ["STATMIN"] = "120",
            ["STATMAX"] = "480",
            ["SENTTOT"] = "96",
            ["AMENDYR"] = "2013",
            ["SENTYR"] = "2015",
            ["SENTMON"] = "3",
            ["DISTRICT"] = "49",
        };
        foreach (var field in fields)
        {
            var width = field.Last - field.First + 1;
            var value = values.GetValueOrDefault(field.Name) ?? (NeedsBlank(field.Name) ? "" : null);
            value?.PadLeft(width).CopyTo(0, line, field.First - 1, width);
        }

        using var folder = new Screening.TemporaryFolder();
        File.WriteAllText(folder.File("opafy.sas"), text, Encoding.Latin1);
        File.WriteAllText(folder.File("opafy.dat"), new string(line) + "\r\n", Encoding.Latin1);
        using var importer = Importer.Open(folder.File(""), new ImportOptions());
        var record = Imported.OnlyRecord([.. importer.Rows()]);

        Assert.Equal(values["USSCIDN"], record.Id);
        Assert.Equal(values["XFOLSOR"], $"{record.Offense.TotalOffenseLevel}");
        Assert.Equal(values["XCRHISSR"], $"{record.CriminalHistory.Category}");
        Assert.Equal(values["TOTCHPTS"], $"{record.CriminalHistory.Points}");
        Assert.Equal(values["AGE"], $"{record.Person!.Age}");
        Assert.Equal("151-188", record.GuidelineRange.ToString());
        Assert.Equal("120", record.Statutory.Minimum.ToString());
        Assert.Equal("480", record.Statutory.Maximum.ToString());
        Assert.Equal("96", record.Sentence.Months.ToString());
        Assert.Equal("2015-03", record.SentencedOn.ToString());
        Assert.Equal("TNE", record.District);
        Assert.Equal(new DateOnly(2013, 11, 1), record.Manual);
    }

    [Fact]
    public void Every_field_of_a_layout_can_be_asked_for_and_is_found_in_its_place()
    {
        var text = Unpacked("opafy16nid.sas.gz");
        var fields = Layout.Fields(text);
        var random = new Random(16);
        foreach (var field in fields.Where(field => field.Last - field.First is >= 2 and < 20).OrderBy(_ => random.Next()).Take(25))
        {
            var width = field.Last - field.First + 1;
            var line = new char[fields.Max(other => other.Last)];
            Array.Fill(line, '7');
            var value = $"{random.Next(100, 999)}";
            value.PadLeft(width).CopyTo(0, line, field.First - 1, width);
            using var folder = new Screening.TemporaryFolder();
            File.WriteAllText(folder.File("a.sas"), text, Encoding.Latin1);
            File.WriteAllText(folder.File("a.dat"), new string(line) + "\n", Encoding.Latin1);
            var map = Crosswalk.Parse($"facts:\n  custody.priorCreditDays: {field.Name}\n", "map.yaml");
            using var importer = Importer.Open(folder.File(""), new ImportOptions { Map = map });

            Assert.Equal(value, $"{Imported.OnlyRecord([.. importer.Rows()]).Custody!.PriorCreditDays}");
        }
    }

    /// <summary>Fields that the crosswalk would read something else from if they held nines.</summary>
    private static bool NeedsBlank(string name) =>
        name
            is "CIRCDIST"
                or "IS924C"
                or "GUNMIN1"
                or "DRUGMIN"
                or "SENTIMP"
                or "GDLINEHI"
                or "GDREFHI"
                or "GDCROSHI"
                or "BASEHI"
                or "COMBDRG2"
                or "ACCAP"
        || name.StartsWith("DRUGTYP", StringComparison.Ordinal)
        || name.StartsWith("WGT", StringComparison.Ordinal);

    private static string Unpacked(string layout)
    {
        using var file = new GZipStream(File.OpenRead(Imported.Data(layout)), CompressionMode.Decompress);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
