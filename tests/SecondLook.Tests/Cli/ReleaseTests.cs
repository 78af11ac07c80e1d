using System.Text.Json;
using SecondLook.Tests.Screening;

namespace SecondLook.Tests.Cli;

public sealed class ReleaseTests : IDisposable
{
    /// <summary>Three terms that a reduction has overtaken: one held for another jurisdiction, one without the day on which it began.</summary>
    private const string Records = """
        {"id":"a","sentence":{"months":120,"supervisedReleaseMonths":36},"custody":{"sentenceBegan":"2008-01-14","facility":"FOR"}}
        {"id":"b","sentence":{"months":120},"custody":{"sentenceBegan":"2008-01-14","detainer":"ICE"}}
        {"id":"c","sentence":{"months":120},"custody":{"sentenceBegan":"2008-01"}}
        {"id":"d","sentence":{"months":-1}}

        """;

    private const string Orders = """
        {"id":"a","months":97,"signed":"2015-03-02","effective":"2015-11-01"}
        {"id":"b","months":97,"signed":"2015-03-02","effective":"2015-11-01"}
        {"id":"c","months":97,"signed":"2015-03-02","effective":"2015-11-01"}
        {"id":"a","months":90,"effective":"2015-11-01"}
        {"id":"e","months":"97","effective":"2015-11-01"}
        {"id":"f","months":97,"effective":"2015-02-30"}
        {"id":"g","month":97,"effective":"2015-11-01"}
        {"id":"h","months":97}
        {"id":"x","months":97,"effective":"2015-11-01"}

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_record_whose_order_overtakes_its_date_leaves_when_the_order_takes_effect_and_mistakes_are_named()
    {
        var (code, output, error) = await Run(folder.File("out.jsonl"));

        Assert.Equal(1, code);
        Assert.Contains(
            "Friday, Oct. 30, 2015                          1            1         0            0             0",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Sunday, Nov. 1, 2015                           1            1         1            1             0",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("    missing: custody.sentenceBegan             1", output, StringComparison.Ordinal);
        Assert.Contains("orders.jsonl, line 4: `id` is `a`: an earlier line has an order for this record", error, StringComparison.Ordinal);
        Assert.Contains("line 5: `months` is `97`", error, StringComparison.Ordinal);
        Assert.Contains("line 6: `effective` is `2015-02-30`", error, StringComparison.Ordinal);
        Assert.Contains("Did you mean `months`?", error, StringComparison.Ordinal);
        Assert.Contains("1 orders are for ids that the records do not have, such as x.", error, StringComparison.Ordinal);
        var dates = (await File.ReadAllLinesAsync(folder.File("out.jsonl"))).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["2015-10-30", "2015-11-01", ""], dates.Select(d => After(d, "leaves")));
        Assert.Equal("2016-09-30", dates[0].GetProperty("before").GetProperty("leaves").ToString());
        Assert.Equal("2018-10-29", After(dates[0], "supervisedReleaseTo"));
        Assert.All(
            dates[0].GetProperty("findings").EnumerateArray(),
            finding => Assert.NotEmpty(finding.GetProperty("citation").ToString())
        );
    }

    [Fact]
    public async Task The_same_dates_come_out_as_rows_and_as_a_calendar_with_any_number_of_threads()
    {
        await Run(folder.File("one.csv"), "--threads", "1");
        await Run(folder.File("two.csv"), "--threads", "2");
        await Run(folder.File("out.ics"));

        var rows = await File.ReadAllLinesAsync(folder.File("one.csv"));
        Assert.Equal(rows, await File.ReadAllLinesAsync(folder.File("two.csv")));
        Assert.StartsWith("a,2015-10-01,2018-01-13,", rows[1], StringComparison.Ordinal);
        var calendar = await File.ReadAllTextAsync(folder.File("out.ics"));
        Assert.Contains("DTSTART;VALUE=DATE:20151030", calendar, StringComparison.Ordinal);
        Assert.Contains("b (detainer: ICE)", calendar, StringComparison.Ordinal);
    }

    /// <summary>For the releases of Friday, October 30, 2015: "at least 5 calendar days" is Sunday, October 25, so Friday the 23rd.</summary>
    [Fact]
    public async Task A_plan_counts_by_day_and_group_and_says_which_notices_can_still_be_met()
    {
        await Run(folder.File("dates.csv"), "--plan", folder.File("plan"));

        Assert.Equal(
            [
                "day,weekday,people,under_order,detainer,from_outside,with_order,immigration,detainer_under_order,synthetic",
                "2015-10-30,Friday,1,1,0,0,1,0,0,",
                "2015-11-01,Sunday,1,1,1,0,1,1,1,",
            ],
            await File.ReadAllLinesAsync(folder.File("plan/days.csv"))
        );
        Assert.Contains("facility,FOR,2015-10,1,1,0,0,1,0,0,", await File.ReadAllLinesAsync(folder.File("plan/groups.csv")));
        var notices = await File.ReadAllLinesAsync(folder.File("plan/notices.csv"));
        Assert.Contains(
            notices,
            n =>
                n.StartsWith("2015-10-30,1,chief law", StringComparison.Ordinal)
                && n.EndsWith(",2015-10-23,yes,,", StringComparison.Ordinal)
        );
        Assert.Contains(
            notices,
            n => n.Contains("detainer", StringComparison.Ordinal) && n.EndsWith(",2015-08-03,no,2015-12-30,", StringComparison.Ordinal)
        );
    }

    /// <summary>A picture has a title, a description with every figure, and beside it the table; people with a detainer stand apart.</summary>
    [Theory]
    [InlineData("days", "Fri Oct. 30, 2015: 1 without a detainer, 0 with one.", "Sun Nov. 1, 2015: 0 without a detainer, 1 with one.")]
    [InlineData("months", "October 2015: 1 without a detainer, 0 with one.", "November 2015: 0 without a detainer, 1 with one.")]
    [InlineData("districts", "not recorded: 1 without a detainer, 1 with one.", "groups.csv")]
    public async Task A_chart_says_in_words_what_it_shows_and_is_marked_where_nobody_in_it_exists(string chart, string first, string second)
    {
        await Run(folder.File("dates.csv"), "--plan", folder.File("plan"));
        var (title, description, _) = Chart(await File.ReadAllTextAsync(folder.File($"plan/{chart}.svg")));
        await RunOn(
            Records.Replace("{\"id\"", "{\"synthetic\":true,\"id\"", StringComparison.Ordinal),
            folder.File("two.csv"),
            "--plan",
            folder.File("two")
        );
        var synthetic = Chart(await File.ReadAllTextAsync(folder.File($"two/{chart}.svg")));

        Assert.NotEmpty(title);
        Assert.Contains(first, description, StringComparison.Ordinal);
        Assert.Contains(second, description, StringComparison.Ordinal);
        Assert.Equal($"Synthetic: nobody counted here exists. {description}", synthetic.Description);
        Assert.Contains("Synthetic: nobody counted here exists.", synthetic.Texts);
        var rows = await File.ReadAllLinesAsync(folder.File("two.csv"));
        Assert.All(rows.Skip(1), row => Assert.EndsWith(",yes", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_that_comes_of_a_synthetic_record_hides_it()
    {
        var synthetic = Records.Replace("{\"id\"", "{\"synthetic\":true,\"id\"", StringComparison.Ordinal);
        await RunOn(synthetic, folder.File("out.jsonl"), "--plan", folder.File("plan"));
        var (_, output, _) = await RunOn(synthetic, folder.File("out.ics"));

        Assert.Contains("(synthetic: nobody counted here exists)", output, StringComparison.Ordinal);
        Assert.All(
            await File.ReadAllLinesAsync(folder.File("out.jsonl")),
            line => Assert.True(JsonDocument.Parse(line).RootElement.GetProperty("synthetic").GetBoolean())
        );
        Assert.Contains(
            "SUMMARY:Synthetic: 1 person leaves",
            await File.ReadAllTextAsync(folder.File("out.ics")),
            StringComparison.Ordinal
        );
        foreach (var table in new[] { "days.csv", "groups.csv" })
        {
            var rows = await File.ReadAllLinesAsync(folder.File($"plan/{table}"));
            Assert.All(rows.Skip(1), row => Assert.EndsWith(",yes", row, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("--out", "dates.txt", "names no format")]
    [InlineData("--as-of", "2015-11", "is no day")]
    [InlineData("--orders", "nowhere.jsonl", "There is no file nowhere.jsonl")]
    public async Task What_cannot_be_run_is_refused(string option, string value, string message)
    {
        var (code, _, error) = await Shell.Run(["release", "-", option, value], Records);

        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    private static (string Title, string Description, string[] Texts) Chart(string svg)
    {
        var root = System.Xml.Linq.XDocument.Parse(svg).Root!;
        string Of(string name) => root.Elements().Single(e => e.Name.LocalName == name).Value;
        return (Of("title"), Of("desc"), [.. root.Elements().Where(e => e.Name.LocalName == "text").Select(e => e.Value)]);
    }

    private Task<(int Code, string Output, string Error)> Run(string to, params string[] more) => RunOn(Records, to, more);

    private Task<(int Code, string Output, string Error)> RunOn(string records, string to, params string[] more) =>
        Shell.Run([
            "release",
            folder.Write("records.jsonl", records),
            "--orders",
            folder.Write("orders.jsonl", Orders),
            "--as-of",
            "2015-10-01",
            "--out",
            to,
            .. more,
        ]);

    private static string After(JsonElement dates, string name) =>
        dates.GetProperty("after") is { ValueKind: JsonValueKind.Object } after ? after.GetProperty(name).ToString() : "";
}
