using System.Text.Json;
using SecondLook.Tests.Screening;

namespace SecondLook.Tests.Cli;

public sealed class ScreenTests : IDisposable
{
    /// <summary>A record that is eligible, one that is not, one that lacks its category, one that cannot be read.</summary>
    private const string Cases = """
        {"id":"a","manual":"2012-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":6000}],"baseOffenseLevel":32,"adjustments":[{"rule":"3E1.1","levels":-3}],"totalOffenseLevel":29,"baseOffenseLevelFrom":"drug-quantity"},"criminalHistory":{"points":2,"statusPoints":0,"category":"II"},"careerOffender":{"applied":false},"statutory":{"minimumMonths":0,"maximumMonths":480,"relief":"none"},"sentence":{"months":97,"belowRange":[]}}
        {"id":"b","offense":{"guideline":"2B1.1","adjustments":[],"totalOffenseLevel":12},"criminalHistory":{"points":8,"statusPoints":0,"category":"IV"},"sentence":{"months":21}}
        {"id":"c","manual":"2012-11-01","offense":{"guideline":"2D1.1","baseOffenseLevelFrom":"drug-quantity","drugs":[{"substance":"cocaine"}],"adjustments":[],"baseOffenseLevel":38,"totalOffenseLevel":38},"criminalHistory":{"points":2,"statusPoints":0,"category":"II"},"careerOffender":{"applied":false},"statutory":{"minimumMonths":0,"maximumMonths":"life","relief":"none"},"sentence":{"months":262,"belowRange":[]}}
        {"id":"d","offense":{"drugs":[{"substance":"cocaine","grams":-3}]}}

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_screen_answers_every_record_and_tallies_the_answers()
    {
        var (code, output, error) = await Shell.Run([
            "screen",
            folder.Write("cases.jsonl", Cases),
            "--order-date",
            "2016-06-01",
            "--amendment",
            "782",
            "--out",
            folder.File("out.jsonl"),
        ]);

        Assert.Equal(1, code);
        Assert.StartsWith("Question: amendment 782, order of June 1, 2016\n", output, StringComparison.Ordinal);
        Assert.Contains("`offense.drugs[0].grams` is `-3`", error, StringComparison.Ordinal);
        var answers = (await File.ReadAllLinesAsync(folder.File("out.jsonl"))).Select(line => JsonDocument.Parse(line).RootElement);
        Assert.Equal(
            [("a", "eligible"), ("b", "ineligible"), ("c", "undetermined")],
            answers.Select(a => (a.GetProperty("id").GetString()!, a.GetProperty("outcome").GetString()!))
        );
    }

    [Fact]
    public async Task Without_an_order_date_the_order_is_of_today_and_the_tally_says_so()
    {
        var (_, output, _) = await Shell.Run(["screen", folder.Write("cases.jsonl", Cases)]);

        Assert.StartsWith("Question: every covered amendment, order of Nov. 24, 2026 (today)\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_screened_like_a_file()
    {
        var fromFile = await Shell.Run(["screen", folder.Write("cases.jsonl", Cases), "--order-date", "2016-06-01"]);
        var fromInput = await Shell.Run(["screen", "-", "--order-date", "2016-06-01"], Cases);

        Assert.Equal(fromFile.Output, fromInput.Output);
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    [InlineData("parquet")]
    public async Task The_bytes_do_not_depend_on_the_number_of_threads(string format)
    {
        var records = string.Concat(
            Enumerable.Range(0, 600).Select(i => Cases.Replace("\"id\":\"", $"\"id\":\"{i}-", StringComparison.Ordinal))
        );
        var file = folder.Write("many.jsonl", records);
        await Shell.Run([
            "screen",
            file,
            "--order-date",
            "2016-06-01",
            "--threads",
            "1",
            "--out",
            folder.File($"one.{format}"),
            "--rejected",
            folder.File("one.rejected"),
        ]);
        await Shell.Run([
            "screen",
            file,
            "--order-date",
            "2016-06-01",
            "--threads",
            "2",
            "--out",
            folder.File($"two.{format}"),
            "--rejected",
            folder.File("two.rejected"),
        ]);

        Assert.Equal(
            await File.ReadAllBytesAsync(folder.File($"one.{format}")),
            await File.ReadAllBytesAsync(folder.File($"two.{format}"))
        );
        Assert.Equal(await File.ReadAllBytesAsync(folder.File("one.rejected")), await File.ReadAllBytesAsync(folder.File("two.rejected")));
        Assert.Equal(600, (await File.ReadAllLinesAsync(folder.File("one.rejected"))).Length);
    }

    [Fact]
    public async Task A_record_is_answered_the_same_alone_and_among_others()
    {
        await Shell.Run(["screen", folder.Write("cases.jsonl", Cases), "--order-date", "2016-06-01", "--out", folder.File("all.jsonl")]);
        var together = await File.ReadAllLinesAsync(folder.File("all.jsonl"));

        foreach (var (line, place) in Cases.Split('\n').Take(3).Select((line, place) => (line, place)))
        {
            await Shell.Run(["screen", "-", "--order-date", "2016-06-01", "--out", folder.File("alone.jsonl")], line);
            Assert.Equal(together[place], (await File.ReadAllTextAsync(folder.File("alone.jsonl"))).TrimEnd('\n'));
        }
    }

    [Fact]
    public async Task Without_findings_the_answers_are_the_same()
    {
        var file = folder.Write("cases.jsonl", Cases);
        await Shell.Run(["screen", file, "--order-date", "2016-06-01", "--out", folder.File("full.jsonl")]);
        await Shell.Run(["screen", file, "--order-date", "2016-06-01", "--no-findings", "--out", folder.File("short.jsonl")]);

        Assert.All(
            (await File.ReadAllLinesAsync(folder.File("full.jsonl"))).Zip(await File.ReadAllLinesAsync(folder.File("short.jsonl"))),
            pair => Assert.StartsWith($"{pair.Second[..^1]},\"findings\":", pair.First, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Explain_prints_a_worksheet_a_page_or_the_determination()
    {
        var file = folder.Write("cases.jsonl", Cases);
        var text = await Shell.Run(["explain", file, "--id", "a", "--order-date", "2016-06-01"]);
        var page = await Shell.Run(["explain", file, "--id", "a", "--order-date", "2016-06-01", "--format", "html"]);
        var json = await Shell.Run(["explain", file, "--id", "a", "--order-date", "2016-06-01", "--format", "json"]);

        Assert.Equal((0, 0, 0), (text.Code, page.Code, json.Code));
        Assert.Contains(
            "Eligible: the law lets the court reduce the term of 97 months (8 years 1 month) to no less than 78",
            text.Output,
            StringComparison.Ordinal
        );
        Assert.StartsWith("<!doctype html>", page.Output, StringComparison.Ordinal);
        var lowest = JsonDocument.Parse(json.Output).RootElement.GetProperty("lowestTerm");
        Assert.Equal((78, "amended-minimum"), (lowest.GetProperty("months").GetInt32(), lowest.GetProperty("basis").GetString()));
    }

    [Fact]
    public async Task Range_computes_under_the_manual_of_a_day()
    {
        var file = folder.Write("cases.jsonl", Cases.Split('\n')[0]);

        var used = await Shell.Run(["range", file]);
        var later = await Shell.Run(["range", file, "--manual", "2014-12-31"]);

        Assert.Contains("guideline range 97-121 months", used.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("a under the Manual of Nov. 1, 2014", later.Output, StringComparison.Ordinal);
        Assert.Contains("guideline range 78-97 months", later.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }
}
