using MiniExcelLibs;
using Parquet;
using SecondLook.Screening.Screen;
using SecondLook.Sentencing.Findings;
using SecondLook.Tests.Findings;

namespace SecondLook.Tests.Screening;

public sealed class OutputTests : IDisposable
{
    private static readonly Determination[] Some = [Specimens.Eligible(), Specimens.Ineligible(), Specimens.Undetermined()];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Csv_has_the_columns_of_the_contract_and_says_life()
    {
        Write("out.csv");

        Golden.Matches("Screening/determinations.csv", File.ReadAllText(folder.File("out.csv")));
    }

    [Fact]
    public void Json_lines_hold_one_determination_a_line()
    {
        Write("out.jsonl");

        Assert.Equal(string.Concat(Some.Select(d => $"{DeterminationJson.Text(d)}\n")), File.ReadAllText(folder.File("out.jsonl")));
    }

    [Fact]
    public async Task Parquet_reads_back_with_life_as_9996_and_unknown_as_null()
    {
        Write("out.parquet");

        await using var reader = await ParquetReader.CreateAsync(folder.File("out.parquet"));
        Assert.Equal(ScreenRow.Columns, reader.Schema.DataFields.Select(field => field.Name));
        using var group = reader.OpenRowGroupReader(0);
        var longest = new int?[Some.Length];
        await group.ReadAsync<int>(reader.Schema.FindDataField("original_max"), longest.AsMemory());
        var ids = new string?[Some.Length];
        await group.ReadAsync(reader.Schema.FindDataField("id"), ids.AsMemory());
        Assert.Equal([262, ScreenRow.LifeAsNumber, null], longest);
        Assert.Equal(Some.Select(d => d.Id), ids);
    }

    [Fact]
    public void Excel_reads_back_with_numbers_as_numbers_and_life_as_life()
    {
        Write("out.xlsx");

        var rows = MiniExcel.Query(folder.File("out.xlsx"), useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.Equal(ScreenRow.Columns, rows[0].Keys);
        Assert.Equal(Some.Select(d => d.Id), rows.Select(row => row["id"]));
        Assert.Equal([262.0, "life", null], rows.Select(row => row["original_max"]));
    }

    [Theory]
    [InlineData("empty.csv")]
    [InlineData("empty.jsonl")]
    [InlineData("empty.parquet")]
    [InlineData("empty.xlsx")]
    public void A_file_without_records_is_a_file_all_the_same(string name)
    {
        using (var output = ScreenOutput.Open(folder.File(name)))
        {
            output.Complete();
        }

        Assert.Equal([name], folder.Names);
    }

    [Theory]
    [InlineData("half.csv")]
    [InlineData("half.jsonl")]
    [InlineData("half.parquet")]
    [InlineData("half.xlsx")]
    public void A_run_that_stops_half_way_leaves_the_old_file_and_nothing_else(string name)
    {
        folder.Write(name, "old");

        using (var output = ScreenOutput.Open(folder.File(name)))
        {
            var page = output.NewPage();
            page.Add(Some[0]);
            page.Append();
        }

        Assert.Equal([name], folder.Names);
        Assert.Equal("old", File.ReadAllText(folder.File(name)));
    }

    [Fact]
    public void An_ending_without_a_format_is_refused() =>
        Assert.Contains(
            ".docx",
            Assert.Throws<ArgumentException>(() => ScreenOutput.Open(folder.File("out.docx"))).Message,
            StringComparison.Ordinal
        );

    private void Write(string name)
    {
        using var output = ScreenOutput.Open(folder.File(name));
        var page = output.NewPage();
        foreach (var determination in Some)
        {
            page.Add(determination);
        }

        page.Append();
        output.Complete();
    }
}
