using System.IO.Compression;
using System.Text;
using SecondLook.Screening.Import;
using SecondLook.Screening.Import.Crosswalks;

namespace SecondLook.Tests.Import;

/// <summary>Broken and malicious files: a clear message or a rejected row, never a stack trace, never a wrong answer.</summary>
public class HostileInputTests
{
    private static readonly ImportOptions Mapped = new()
    {
        Map = Crosswalk.Parse(
            """
            id: CASE
            missing: ["", ".", "-999"]
            facts:
              offense.totalOffenseLevel: LEVEL
              offense.drugs[0].grams: GRAMS
              criminalHistory.category: CATEGORY
              sentence.months: { column: TERM, life: ["470", "9996"] }
              sentencedOn: DAY
            """,
            "map.yaml"
        ),
    };

    private const string Header = "CASE,LEVEL,GRAMS,CATEGORY,TERM,DAY";

    [Theory]
    [InlineData("""{"id":"a","offense":{"drugs":[{"grams":-3}]}}""", "offense.drugs[0].grams", "negative")]
    [InlineData("""{"id":"a","offense":{"drugs":[{"grams":1e400}]}}""", "offense.drugs[0].grams", "at most")]
    [InlineData("""{"id":"a","offense":{"drugs":[{"grams":"010"}]}}""", "offense.drugs[0].grams", "a number")]
    [InlineData("""{"id":"a","offense":{"totalOffenseLevel":"010"}}""", "offense.totalOffenseLevel", "whole number")]
    [InlineData("""{"id":"a","offense":{"drugs":[{"count":1.5}]}}""", "offense.drugs[0].count", "whole numbers")]
    [InlineData("""{"id":"a","offense":{"totalOffenseLevel":010}}""", "", "stops being JSON")]
    [InlineData("""{"id":"a","offense":{"drugs":[{"grams":{"min":500,"max":500}}]}}""", "offense.drugs[0].grams", "smaller")]
    [InlineData("""{"id":"a","offense":{"drugs":[{"gramms":5}]}}""", "offense.drugs[0].gramms", "no such field")]
    [InlineData("""{"id":"a","criminalHistory":{"category":"VII"}}""", "criminalHistory.category", "one of I, II")]
    [InlineData("""{"id":"a","criminalHistory":{"points":-1}}""", "criminalHistory.points", "lies from 0")]
    [InlineData("""{"id":"a","sentencedOn":"2013-02-30"}""", "sentencedOn", "a day that exists")]
    [InlineData("""{"id":"a","manual":"2013-13"}""", "manual", "a day that exists")]
    [InlineData("""{"id":"a","sentence":{"months":-5}}""", "sentence.months", "or more")]
    [InlineData("""{"id":"a","sentence":{"months":9996}}""", "sentence.months", "a code of the Commission")]
    [InlineData(
        """{"id":"a","sentence":{"belowRange":[{"basis":"variance","percent":101}]}}""",
        "sentence.belowRange[0].percent",
        "at most 100"
    )]
    [InlineData("""{"id":"a","guidelineRange":{"min":87,"max":70}}""", "guidelineRange", "above its top")]
    [InlineData("""{"id":"a","id":"b"}""", "id", "given twice")]
    [InlineData("""{"district":"TNE"}""", "id", "every record has an id")]
    [InlineData("""{"id":"a"} {"id":"b"}""", "", "stops being JSON")]
    [InlineData("{\"id\":\"a\0\"}", "", "stops being JSON")]
    [InlineData(
        """{"id":"a","x-own":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}""",
        "",
        "nested more than"
    )]
    public void A_record_that_cannot_be_is_rejected_by_name_and_the_next_is_read(string line, string field, string reason)
    {
        var rows = Imported.Text(line + "\n{\"id\":\"next\"}\n");

        var rejected = rows[0].Rejected!;
        Assert.Equal(field, rejected.Field);
        Assert.Contains(reason, rejected.Reason, StringComparison.Ordinal);
        Assert.Equal(1, rejected.Row);
        Assert.NotEmpty(rejected.Suggestion);
        Assert.Equal("next", rows[1].Record!.Id);
    }

    [Fact]
    public void An_unknown_substance_is_rejected_with_the_name_that_was_meant()
    {
        var options = new ImportOptions
        {
            Substances = new HashSet<string> { "heroin", "cocaine" },
        };
        var rejected = Imported.OnlyRejected(
            Imported.Text("""{"id":"a","offense":{"drugs":[{"substance":"heroine"}]}}""", options: options)
        );

        Assert.Equal("Did you mean \"heroin\"? Write \"other\" where it is not known.", rejected.Suggestion);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_rejected()
    {
        var rejected = Imported.OnlyRejected(Imported.Bytes([.. "{\"id\":\"a"u8, 0xE9, .. "\"}\n"u8]));

        Assert.Contains("not valid Unicode", rejected.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_and_carriage_returns_change_nothing()
    {
        Assert.Equal(["a", "b"], Imported.Text("\uFEFF{\"id\":\"a\"}\r\n\r\n{\"id\":\"b\"}\r\n").Select(row => row.Record!.Id));
        Assert.Equal(
            ["1", "2"],
            Imported.Text($"\uFEFF{Header}\r\n1,30,,I,60,\r\n2,31,,II,life,\r\n", "a.csv", Mapped).Select(row => row.Record!.Id)
        );
    }

    [Fact]
    public void An_id_used_twice_is_answered_twice_and_noted()
    {
        var rows = Imported.Text("{\"id\":\"a\"}\n{\"id\":\"a\"}\n");

        Assert.Empty(rows[0].Record!.ReadingNotes);
        Assert.Equal("a", rows[1].Record!.Id);
        Assert.Contains("used by an earlier row", Assert.Single(rows[1].Record!.ReadingNotes), StringComparison.Ordinal);
    }

    [Fact]
    public void An_array_a_single_record_and_a_broken_end_are_told_apart()
    {
        Assert.Equal(["a", "b"], Imported.Text("[\n {\"id\":\n\"a\"},\n{\"id\":\"b\"}\n]").Select(row => row.Record!.Id));
        Assert.Equal("a", Imported.OnlyRecord(Imported.Text("{\n  \"id\": \"a\"\n}\n")).Id);
        var rows = Imported.Text("[{\"id\":\"a\"},{\"id\":\"b\"");
        Assert.Equal("a", rows[0].Record!.Id);
        Assert.Contains("ends inside this record", rows[1].Rejected!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_two_gigabytes_is_rejected_without_being_held()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var stream = new EndlessLine("{\"id\":\"a\"}\n{\"id\":\"", 2L * 1024 * 1024 * 1024, "\"}\n{\"id\":\"c\"}\n");
        using var importer = Importer.Open(stream, "long.jsonl", new ImportOptions { LongestLine = 1024 * 1024 });
        var rows = importer.Rows().ToList();

        Assert.Equal(["a", "c"], rows.Where(row => row.Record is not null).Select(row => row.Record!.Id));
        var rejected = Imported.OnlyRejected(rows);
        Assert.Equal(2, rejected.Row);
        Assert.Contains("longer than 1048576 bytes", rejected.Reason, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64L * 1024 * 1024);
    }

    [Theory]
    [InlineData("1,43x,,I,60,", "LEVEL", "43x")]
    [InlineData("1,30,-3,I,60,", "GRAMS", "-3")]
    [InlineData("1,30,1e400,I,60,", "GRAMS", "1e400")]
    [InlineData("1,30,5,VII,60,", "CATEGORY", "VII")]
    [InlineData("1,30,5,7,60,", "CATEGORY", "7")]
    [InlineData("1,30,5,I,-6,", "TERM", "-6")]
    [InlineData("1,30,5,I,60,2013-02-30", "DAY", "2013-02-30")]
    public void A_cell_that_cannot_be_is_rejected_with_its_column(string row, string column, string found)
    {
        var rows = Imported.Text($"{Header}\n{row}\n2,31,,II,470,3/4/2013\n", "a.csv", Mapped);

        var rejected = rows[0].Rejected!;
        Assert.Equal((column, found, 2L), (rejected.Field, rejected.Found, rejected.Row));
        Assert.True(rows[1].Record!.Sentence.Months!.Value.IsLife);
        Assert.Equal("2013-03-04", rows[1].Record!.SentencedOn.ToString());
    }

    [Fact]
    public void Quoted_line_breaks_stay_in_their_field_and_lines_are_still_counted()
    {
        var rows = Imported.Text($"{Header}\n\"first\nsecond \"\"x\"\"\",30,,I,60,\n2,99999,,I,60,\n", "a.csv", Mapped);

        Assert.Equal("first\nsecond \"x\"", rows[0].Record!.Id.Replace("\"\"", "\"", StringComparison.Ordinal));
        Assert.Equal(4, rows[1].Rejected!.Row);
    }

    [Fact]
    public void A_row_with_NUL_bytes_or_too_few_fields_is_rejected()
    {
        var rows = Imported.Text($"{Header}\n1,30,\0,I,60,\n2,30\n3,30,,I,60,\n", "a.csv", Mapped);

        Assert.NotNull(rows[0].Rejected);
        Assert.Contains("2 fields and the header 6", rows[1].Rejected!.Reason, StringComparison.Ordinal);
        Assert.Equal("3", rows[2].Record!.Id);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n\n", "empty")]
    [InlineData("NAME,COLOUR\nx,red\n", "crosswalk")]
    public void A_file_that_is_no_file_of_records_is_refused_with_a_reason(string text, string reason)
    {
        var refused = Assert.ThrowsAny<ImportException>(() => Imported.Text(text, "a.csv"));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_without_rows_gives_no_rows() => Assert.Empty(Imported.Text($"{Header}\n", "a.csv", Mapped));

    [Fact]
    public void A_column_that_is_not_there_is_named_with_one_that_is_near()
    {
        var refused = Assert.Throws<ImportException>(() => Imported.Text("CASE,LEVELS,GRAMS,CATEGORY,TERM,DAY\n", "a.csv", Mapped));

        Assert.Equal("a.csv has no column LEVEL, which map.yaml names. Did you mean LEVELS?", refused.Message);
    }

    [Theory]
    [InlineData("facts:\n  offense.totalOffenceLevel: X\n", "Did you mean `offense.totalOffenseLevel`?")]
    [InlineData("facts:\n  sentence.months: { colum: X }\n", "Did you mean `column`?")]
    [InlineData("id: X\n", "no `facts:`")]
    [InlineData("facts: [", "Mend the YAML")]
    [InlineData("facts:\n  district: A\n  district: B\n", "Mend the YAML")]
    public void A_crosswalk_with_a_mistake_is_refused_with_the_line(string yaml, string what)
    {
        var refused = Assert.Throws<ImportException>(() => Crosswalk.Parse(yaml, "map.yaml"));

        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data.sas", "INFILE d; INPUT USSCIDN 1-7 XFOLSOR 8-9 AGE 10-11;", "gives no LRECL")]
    [InlineData("data.sas", "INFILE d LRECL=11; INPUT USSCIDN 1-7 XFOLSOR 8-9 AGE 10-12;", "outside the record length")]
    [InlineData("data.sas", "INFILE d LRECL=30; INPUT USSCIDN 1-7 XFOLSOR 8-9 AGE 10-11;", "do not have the 30 bytes")]
    [InlineData("readme.txt", "nothing", "without the SAS or SPSS program")]
    public void Data_without_a_program_that_fits_is_refused_with_a_reason(string program, string text, string reason)
    {
        using var folder = new Screening.TemporaryFolder();
        folder.Write(program, text);
        folder.Write("data.dat", " 1234563040\n 1234573141\n");

        var refused = Assert.Throws<ImportException>(() => Imported.Counted(folder.File("")));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_the_wrong_length_is_rejected_and_the_others_are_read()
    {
        using var folder = new Screening.TemporaryFolder();
        folder.Write(
            "data.sps",
            "FILE HANDLE DATA / NAME=\".\\data.dat\" LRECL=11 .\nDATA LIST FILE=DATA/\n USSCIDN 1-7 XFOLSOR 8-9 AGE 10-11 .\n"
        );
        folder.Write("data.dat", " 1234563040\n 12345731\n 1234583242\n");
        var (records, rejected) = Imported.Counted(folder.File(""));

        Assert.Equal(2, records);
        Assert.Equal("the line has 9 bytes, and LRECL in data.sps is 11", Assert.Single(rejected).Reason);
    }

    [Fact]
    public void A_zip_or_gzip_file_that_was_cut_off_is_refused()
    {
        var zip = File.ReadAllBytes(Imported.Data("ussc_sup_fy17.zip"));
        var gz = File.ReadAllBytes(Imported.Data("ussc-fy2020-drugs.csv.gz"));

        Assert.Contains(
            "cut off",
            Assert.Throws<ImportException>(() => Imported.Bytes(zip[..^5000], "a.zip")).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "cut off",
            Assert.Throws<ImportException>(() => Imported.Bytes(gz[..^5000], "a.gz")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_unpacked_whole()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("bomb.csv").Open();
            entry.Write(Encoding.ASCII.GetBytes("USSCIDN,XFOLSOR,AGE\n"));
            var zeros = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1,2,3\n", 100_000)));
            for (var i = 0; i < 500; i++)
            {
                entry.Write(zeros);
            }
        }

        Assert.Contains("times its size", Assert.Throws<ImportException>(() => Count(bytes.ToArray())).Message, StringComparison.Ordinal);
    }

    private static int Count(byte[] zip)
    {
        using var importer = Importer.Open(new MemoryStream(zip), "bomb.zip", new ImportOptions { IdsRemembered = 1000 });
        return importer.Batches().Count();
    }
}
