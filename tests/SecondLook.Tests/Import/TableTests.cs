using MiniExcelLibs;
using Parquet;
using Parquet.Schema;
using SecondLook.Screening.Import;
using SecondLook.Screening.Import.Crosswalks;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Tests.Import;

/// <summary>The same table as CSV, as a workbook and as Parquet gives the same records.</summary>
public class TableTests
{
    private static readonly ImportOptions Mapped = new()
    {
        Map = Crosswalk.Parse(
            """
            id: CASE
            missing: ["", ".", "-999"]
            facts:
              district: COURT
              offense.drugs[0].substance: { column: DRUG, codes: { "1": crack, "2": heroin } }
              offense.drugs[0].grams: GRAMS
              offense.totalOffenseLevel: LEVEL
              offense.adjustments[3E1.1]: { column: ACCEPT }
              criminalHistory.category: CHC
              sentence.months: { column: TERM, life: ["470"], less: [GUN] }
              careerOffender.applied: CAREER
            """,
            "map.yaml"
        ),
    };

    private static readonly string[] Expected =
    [
        """{"id":"1","district":"TNE","offense":{"drugs":[{"substance":"cocaine-base","grams":12.5}],"adjustments":[{"rule":"3E1.1","levels":-3}],"totalOffenseLevel":31},"criminalHistory":{"category":"III"},"careerOffender":{"applied":true},"sentence":{"months":60}}""",
        """{"id":"2","offense":{"drugs":[{"substance":"heroin"}],"totalOffenseLevel":43},"criminalHistory":{"category":"VI"},"careerOffender":{"applied":false},"sentence":{"months":"life"}}""",
    ];

    [Fact]
    public void A_CSV_file() =>
        Assert.Equal(
            Expected,
            Written(
                Imported.Text(
                    "CASE,COURT,DRUG,GRAMS,LEVEL,ACCEPT,CHC,TERM,GUN,CAREER\n1,TNE,1,12.5,31,-3,III,120,60,1\n2,,2,-999,43,0,6,470,.,0\n",
                    "a.csv",
                    Mapped
                )
            )
        );

    [Fact]
    public void A_workbook()
    {
        using var stream = new MemoryStream();
        stream.SaveAs(new[] { Row(1, "TNE", 1, 12.5, 31, -3, "III", 120, 60, 1), Row(2, null, 2, -999, 43, 0, "6", 470, null, 0) });

        Assert.Equal(Expected, Written(Imported.Bytes(stream.ToArray(), "a.xlsx", Mapped)));
    }

    [Fact]
    public async Task A_Parquet_file()
    {
        var names = new DataField[]
        {
            new DataField<long>("CASE"),
            new DataField<string>("COURT"),
            new DataField<int>("DRUG"),
            new DataField<double?>("GRAMS"),
            new DataField<int>("LEVEL"),
            new DataField<int>("ACCEPT"),
            new DataField<string>("CHC"),
            new DataField<int>("TERM"),
            new DataField<int?>("GUN"),
            new DataField<bool>("CAREER"),
        };
        using var stream = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(names), stream))
        {
            using var group = writer.CreateRowGroup();
            await group.WriteAsync<long>(names[0], new long[] { 1, 2 });
            await group.WriteAsync(names[1], new string?[] { "TNE", null }!);
            await group.WriteAsync<int>(names[2], new[] { 1, 2 });
            await group.WriteAsync<double>(names[3], new double?[] { 12.5, null });
            await group.WriteAsync<int>(names[4], new[] { 31, 43 });
            await group.WriteAsync<int>(names[5], new[] { -3, 0 });
            await group.WriteAsync(names[6], new string?[] { "III", "6" }!);
            await group.WriteAsync<int>(names[7], new[] { 120, 470 });
            await group.WriteAsync<int>(names[8], new int?[] { 60, null });
            await group.WriteAsync<bool>(names[9], new[] { true, false });
        }

        Assert.Equal(Expected, Written(Imported.Bytes(stream.ToArray(), "a.parquet", Mapped)));
    }

    [Fact]
    public void A_workbook_or_a_Parquet_file_that_was_cut_off_is_refused()
    {
        using var stream = new MemoryStream();
        stream.SaveAs(new[] { Row(1, "TNE", 1, 12.5, 31, -3, "III", 120, 60, 1) });

        Assert.Throws<ImportException>(() => Imported.Bytes(stream.ToArray()[..500], "a.xlsx", Mapped));
        Assert.Throws<ImportException>(() => Imported.Bytes([.. "PAR1"u8, .. new byte[100]], "a.parquet", Mapped));
    }

    [Fact]
    public void Batches_read_on_two_threads_give_the_rows_in_order()
    {
        var text = string.Concat(Enumerable.Range(1, 20_000).Select(n => $"{{\"id\":\"{(n % 1000 == 0 ? 1 : n)}\"}}\n"));
        var options = new ImportOptions { BlockSize = 4096 };
        using var importer = Importer.Open(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "a.jsonl", options);
        var rows = importer
            .Batches()
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(2)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .SelectMany(batch => batch.Read())
            .ToList();

        Assert.Equal(Enumerable.Range(1, 20_000), rows.Select(row => (int)row.Record!.Origin!.Row));
        Assert.Equal(20, rows.Count(row => row.Record!.ReadingNotes.Count == 1));
    }

    private static IEnumerable<string> Written(List<ImportedRow> rows) =>
        rows.Select(row => row.Record is { } record ? RecordJson.Write(record) : row.Rejected!.ToString());

    private static Dictionary<string, object?> Row(params object?[] cells) =>
        new[] { "CASE", "COURT", "DRUG", "GRAMS", "LEVEL", "ACCEPT", "CHC", "TERM", "GUN", "CAREER" }
            .Zip(cells)
            .ToDictionary(pair => pair.First, pair => pair.Second);
}
