using System.Text.Json;
using System.Text.RegularExpressions;
using SecondLook.Tests.Architecture;
using SecondLook.Tests.Screening;

namespace SecondLook.Tests.Cli;

/// <summary>What a plan says of places, halfway houses and notices.</summary>
public sealed class ReleasePlanTests : IDisposable
{
    /// <summary>
    /// People who leave on Friday, October 30, 2015: one in a halfway house already, one for Guam, one for nowhere recorded from an institution that
    /// the list does not have; and one, for whom immigration authorities wait, on Sunday, November 1.
    /// </summary>
    private const string Records = """
        {"id":"a","sentence":{"months":120},"custody":{"sentenceBegan":"2008-01-14","facility":"ALD","destination":"TXW","placement":"halfway-house"}}
        {"id":"b","sentence":{"months":120},"custody":{"sentenceBegan":"2008-01-14","facility":"ALD","destination":"GU"}}
        {"id":"c","sentence":{"months":120},"custody":{"sentenceBegan":"2008-01-14","facility":"ZZZ"}}
        {"id":"d","sentence":{"months":120},"custody":{"sentenceBegan":"2008-01-14","facility":"ALD","destination":"TXW","detainer":"ICE"}}

        """;

    private const string Orders = """
        {"id":"a","months":97,"signed":"2015-03-02","effective":"2015-11-01"}
        {"id":"b","months":97,"signed":"2015-03-02","effective":"2015-11-01"}
        {"id":"c","months":97,"signed":"2015-03-02","effective":"2015-11-01"}
        {"id":"d","months":97,"signed":"2015-03-02","effective":"2015-11-01"}

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Alderson, West Virginia, lies at 37.7 north and 80.7 west; the Western District of Texas around 30 north and 100 west.</summary>
    [Fact]
    public async Task The_map_has_everybody_twice_where_they_leave_and_where_they_go_with_a_point_where_one_is_known()
    {
        await Run("2015-10-01");
        var map = JsonDocument.Parse(await File.ReadAllTextAsync(folder.File("plan/map.geojson"))).RootElement;
        var places = map.GetProperty("features")
            .EnumerateArray()
            .ToDictionary(f => $"{f.GetProperty("properties").GetProperty("kind")} {f.GetProperty("properties").GetProperty("code")}");

        Assert.Equal("FeatureCollection", map.GetProperty("type").ToString());
        Assert.Equal(
            ["destination ", "destination GU", "destination TXW", "institution ALD", "institution ZZZ"],
            places.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal((-80.66m, 37.73m), Point(places["institution ALD"]));
        Assert.Equal((-100.4m, 30.19m), Point(places["destination TXW"]));
        Assert.Equal(JsonValueKind.Null, places["destination GU"].GetProperty("geometry").ValueKind);
        Assert.Equal((3, 1, 1, 1), Counts(places["institution ALD"]));
        Assert.Equal((2, 1, 1, 1), Counts(places["destination TXW"]));
        Assert.Equal(2, places["institution ALD"].GetProperty("properties").GetProperty("2015-10").GetInt32());
        Assert.Equal(1, places["institution ALD"].GetProperty("properties").GetProperty("2015-11").GetInt32());
    }

    [Fact]
    public async Task Without_a_count_of_beds_the_load_of_halfway_houses_is_set_against_none_and_says_so()
    {
        await Run("2015-10-01");

        var rows = await File.ReadAllLinesAsync(folder.File("plan/halfway-house.csv"));
        Assert.Equal("month,destination,open_to,detainer,placed,beds,open_to_over_beds,note,synthetic", rows[0]);
        Assert.Equal("2015-10,all,4,1,1,,,not covered: no published count of beds,", rows[1]);
        Assert.Contains("2015-10,TXW,2,1,1,,,not covered: no published count of beds,", rows);
        Assert.Contains("2015-11,TXW,1,1,0,,,not covered: no published count of beds,", rows);
    }

    [Fact]
    public async Task The_load_of_halfway_houses_is_set_against_the_beds_that_a_planner_gives()
    {
        await Run("2015-10-01", "--beds", folder.Write("beds.csv", "destination,beds\nTXW,1\nGU,5\nAK,7\n"));
        var rows = await File.ReadAllLinesAsync(folder.File("plan/halfway-house.csv"));

        Assert.Equal("2015-10,all,4,1,1,,,no count of beds was given,", rows[1]);
        Assert.Contains("2015-10,TXW,2,1,1,1,1,,", rows);
        Assert.Contains("2015-10,GU,1,0,0,5,0,,", rows);
        Assert.Contains("2015-10,AK,0,0,0,7,0,,", rows);
        Assert.Contains("2015-10,not recorded,1,0,0,,,no count of beds was given,", rows);
    }

    [Theory]
    [InlineData("district,beds\nTXW,1\n", "line 1: the columns are `district,beds`")]
    [InlineData("destination,beds\nTXW,some\n", "line 2: `TXW,some` is no destination")]
    [InlineData("destination,beds\nTXW,1\nTXW,2\n", "line 3: `TXW,2` is no destination")]
    [InlineData("destination,beds\nTXW,-1\n", "line 2: `TXW,-1` is no destination")]
    public async Task A_count_of_beds_that_cannot_be_read_is_refused_with_the_line(string beds, string message)
    {
        var (code, _, error) = await Run("2015-10-01", "--beds", folder.Write("beds.csv", beds));

        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    /// <summary>
    /// For Friday, October 30: five calendar days before is Sunday the 25th, so Friday the 23rd; ninety days before is Saturday, August 1, so Friday,
    /// July 31. On Monday, October 26, both are too late; five days on is Saturday the 31st, and on the first working day, Monday, November 2,
    /// the notice is in time. A notice about a person who is in a halfway house already does not wait for ninety days.
    /// </summary>
    [Theory]
    [InlineData("2015-07-31", "chief law", "2015-10-30,3,2015-10-23,yes,")]
    [InlineData("2015-10-23", "chief law", "2015-10-30,3,2015-10-23,yes,")]
    [InlineData("2015-10-26", "chief law", "2015-10-30,3,2015-10-23,no,2015-11-02")]
    [InlineData("2015-07-31", "the probation office, with", "2015-10-30,2,2015-07-31,yes,")]
    [InlineData("2015-08-01", "the probation office, with", "2015-10-30,2,2015-07-31,no,2015-11-02")]
    [InlineData("2015-10-26", "the agency", "2015-11-01,1,2015-08-03,no,2016-01-25")]
    [InlineData("2015-10-26", "victims", "2015-10-30,3,as early as possible,yes,")]
    [InlineData("2015-10-26", "the person", "2015-10-30,3,2015-11-02,yes,")]
    [InlineData("2015-10-26", "the reentry office", "2015-10-30,2,2014-05-30,no,2017-03-27")]
    public async Task A_notice_has_its_last_day_and_where_that_has_passed_the_first_day_of_leaving_that_meets_it(
        string asOf,
        string to,
        string expected
    )
    {
        await Run(asOf);
        var rows = CsvRows(await File.ReadAllLinesAsync(folder.File("plan/notices.csv")));

        Assert.Contains(
            expected,
            rows.Where(row => row[2].StartsWith(to, StringComparison.Ordinal))
                .Select(row => string.Join(',', row[0], row[1], row[4], row[5], row[6]))
        );
    }

    [Fact]
    public async Task What_is_printed_says_which_notices_come_too_late()
    {
        var (_, output, _) = await Run("2015-10-26");

        Assert.Contains("Notices as of Oct. 26, 2015 for those who leave by Nov. 2, 2015", output, StringComparison.Ordinal);
        Assert.Contains(
            "chief law enforcement officers where the person will live 1 3 Nov. 2, 2015",
            output.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        );
    }

    private Task<(int Code, string Output, string Error)> Run(string asOf, params string[] more) =>
        Shell.Run([
            "release",
            folder.Write("records.jsonl", Records),
            "--orders",
            folder.Write("orders.jsonl", Orders),
            "--as-of",
            asOf,
            "--plan",
            folder.File("plan"),
            .. more,
        ]);

    private static (decimal Longitude, decimal Latitude) Point(JsonElement feature)
    {
        var at = feature.GetProperty("geometry").GetProperty("coordinates");
        return (at[0].GetDecimal(), at[1].GetDecimal());
    }

    private static (int People, int Detained, int Immigration, int Outside) Counts(JsonElement feature)
    {
        int Of(string name) => feature.GetProperty("properties").GetProperty(name).GetInt32();
        return (Of("people"), Of("detainer"), Of("immigration"), Of("from_outside"));
    }

    private static IEnumerable<string[]> CsvRows(string[] lines) =>
        lines
            .Select(line => Regex.Split(line, ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Select(fields => fields.Select(field => field.Trim('"')).ToArray());
}
