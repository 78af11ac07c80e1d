using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SecondLook.AcceptanceTests.Stories;

/// <summary>An office brings its list and finds whom the law lets the court give less.</summary>
public sealed partial class CaseloadStoryTests(Chromium chromium) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("secondlook-list-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_list_of_100000_people_is_imported_filtered_and_a_case_of_it_says_why(Database database)
    {
        await using var site = await SampleSite.On(database);
        var list = await OfficeList.Write(Path.Combine(folder.FullName, "list.csv"));
        var defender = await site.SignIn(chromium.Browser, "defender");
        var prosecutor = await site.SignIn(chromium.Browser, "prosecutor");

        await Give(defender);
        var import = new Uri(defender.Url).AbsolutePath;
        await prosecutor.HasNo(import);
        await Watch(defender, list.Lines.Count(l => l.IsRejected));
        await ReadRejected(defender, list);

        await defender.Follow("See these cases");
        await Count(defender, list);
        await prosecutor.SeesNothingOf("/caseload", "Client 0");
        await prosecutor.SeesNothingOf("/queue", "Client 0");

        var first = list.Lines[0];
        await defender.Write("Name or number", first.Case);
        await Filter(defender);
        Assert.Equal(1, await Card(defender, "All"));
        await defender.Follow($"{first.Case}-1");
        await Why(defender, first.Client);
        await prosecutor.HasNo(new Uri(defender.Url).AbsolutePath);
    }

    /// <summary>The file is given, one column that no guess knew is said, and the import is begun.</summary>
    private async Task Give(IPage defender)
    {
        await defender.GotoAsync("/caseload");
        await defender.Follow("Import a file");
        await defender.Locator("input[type=file]").SetInputFilesAsync(Path.Combine(folder.FullName, "list.csv"));
        await defender.Press("Look at the file");
        Assert.Equal("Drug", await Chosen(defender, "Drug Type"));
        Assert.Equal("(not read)", await Chosen(defender, "Where"));
        Assert.DoesNotContain("NYS", await defender.Shown(), StringComparison.Ordinal);
        await defender.GetByLabel("Where", new() { Exact = true }).SelectOptionAsync("District, such as TNE or E.D. Tenn.");
        await defender.GetByText("These columns name every adjustment").ClickAsync();
        await defender.Press("Look at the rows again");
        var shown = await defender.Shown();
        Assert.Contains("NYS", shown, StringComparison.Ordinal);
        Assert.Contains("Client 000010 (invented), 00010-998", shown, StringComparison.Ordinal);
        await defender.Write("Amendments", "782");
        await defender.Write("Day of the order", "2015-11-02");
        await defender.Press("Import every row");
    }

    private static Task<string> Chosen(IPage page, string column) =>
        page.GetByLabel(column, new() { Exact = true }).Locator("option:checked").InnerTextAsync();

    /// <summary>The page says how far it is, never less than before, until it is done.</summary>
    private static async Task Watch(IPage defender, int rejected)
    {
        var watch = Stopwatch.StartNew();
        var read = new List<int>();
        string says;
        do
        {
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(15), "The import takes longer than a quarter of an hour.");
            await Task.Delay(500, TestContext.Current.CancellationToken);
            says = await defender.Locator("[role=status]").First.InnerTextAsync();
            read.Add(int.Parse(RowsRead().Match(says).Groups["rows"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        } while (!says.StartsWith("Done", StringComparison.Ordinal));

        TestContext.Current.TestOutputHelper?.WriteLine($"Imported in {watch.Elapsed.TotalSeconds:0} seconds.");
        Assert.Contains(
            $"{OfficeList.Rows:N0} rows read, {OfficeList.Rows - rejected:N0} stored, {rejected} rejected.",
            says,
            StringComparison.Ordinal
        );
        Assert.Equal(read.Order(), read);
        Assert.Contains(read, rows => rows is > 0 and < OfficeList.Rows);
    }

    private static async Task ReadRejected(IPage defender, OfficeList list)
    {
        Assert.Contains("this should be a number", await defender.Shown(), StringComparison.Ordinal);
        var file = await defender.RunAndWaitForDownloadAsync(() =>
            defender.Follow($"Download all {list.Lines.Count(l => l.IsRejected)} with reasons (CSV)")
        );
        var numbers = (await File.ReadAllLinesAsync(await file.PathAsync()))
            .Skip(1)
            .Select(line => int.Parse(line.Split(',')[1], CultureInfo.InvariantCulture));
        Assert.Equal(list.Lines.Index().Where(l => l.Item.IsRejected).Select(l => l.Index + 2), numbers); // the header is line 1
    }

    /// <summary>What the page counts is what the lines of the file count.</summary>
    private static async Task Count(IPage defender, OfficeList list)
    {
        var stored = list.Lines.Where(l => !l.IsRejected).ToList();
        await Same(defender, stored);

        await Filter(defender, reason: "career offender");
        await Same(defender, [.. stored.Where(l => l.IsCareerOffender)]);

        await Filter(defender, reason: "quantity above top level", district: "OHN");
        await Same(defender, [.. stored.Where(l => l.IsAboveTopLevel && l.District == "OHN")]);

        await Filter(defender, outcome: "Eligible", district: "TXW");
        var there = stored.Where(l => l.District == "TXW").ToList();
        await Same(defender, there);
        var file = await defender.RunAndWaitForDownloadAsync(() => defender.Follow("CSV"));
        Assert.Equal(
            there.Where(l => l.IsEligible).Select(l => $"{l.Case}-1").Order(StringComparer.Ordinal),
            (await File.ReadAllLinesAsync(await file.PathAsync())).Skip(1).Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal)
        );

        await Filter(defender, outcome: "Eligible", district: "TXW", days: "365");
        await Same(defender, [.. there.Where(l => l.LeavesWithinAYear)]);
        await defender.Follow("Next page");
        Assert.Equal(25, await defender.Locator("tbody tr").CountAsync());
    }

    private static async Task Filter(IPage page, string outcome = "Any", string reason = "Any", string district = "Any", string days = "")
    {
        await page.GetByLabel("Outcome", new() { Exact = true }).SelectOptionAsync(outcome);
        await page.GetByLabel("Reason", new() { Exact = true }).SelectOptionAsync(reason);
        await page.GetByLabel("District", new() { Exact = true }).SelectOptionAsync(district);
        await page.Write("Leaves within days", days);
        await page.Write("of", days.Length > 0 ? "2015-11-02" : "");
        await page.Press("Show");
    }

    /// <summary>The numbers on top: those of the outcomes whatever outcome the filter names.</summary>
    private static async Task Same(IPage page, IReadOnlyList<OfficeList.Line> lines)
    {
        Assert.NotEmpty(lines);
        Assert.Equal(lines.Count, await Card(page, "All"));
        Assert.Equal(lines.Count(l => l.IsEligible), await Card(page, "Eligible"));
        Assert.Equal(lines.Count(l => l.IsCareerOffender || l.IsAboveTopLevel), await Card(page, "Not eligible"));
        Assert.Equal(lines.Count(l => l.IsOpen), await Card(page, "Cannot tell without a document"));
    }

    private static async Task<int> Card(IPage page, string label)
    {
        var card = page.Locator(".usa-card").Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = label, Exact = true }) });
        return int.Parse(
            await card.GetByRole(AriaRole.Heading).InnerTextAsync(),
            NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture
        );
    }

    /// <summary>The case names its person, its date, and why the range falls, with the law behind each number.</summary>
    private static async Task Why(IPage defender, string client)
    {
        var shown = await defender.Shown();
        Assert.Contains($"United States v. {client}", shown, StringComparison.Ordinal);
        Assert.Contains("46-57", shown, StringComparison.Ordinal);
        Assert.Contains("37-46", shown, StringComparison.Ordinal);

        // 46 months from July 2, 2013 end on May 1, 2017. Three years served bring 162 days; of the 305 days that remain 143 are left after them, and
        // 124 served bring 18 more (18 U.S.C. 3624(b); Barber v. Thomas, 560 U.S. 474): 180 days before.
        Assert.Equal(new DateOnly(2016, 11, 2), await defender.ReleaseDate());

        // 400 grams of cocaine or more, and less than 500.
        var level = defender.GetByRole(AriaRole.Row).Filter(new() { HasText = "Level from the Drug Quantity Table" }).First;
        var says = await level.InnerTextAsync();
        Assert.Matches("(?s)24.*§2D1.1\\(c\\)\\(8\\).*22.*§2D1.1\\(c\\)\\(9\\) \\(Nov. 1, 2014\\)", says);
        await level.GetByRole(AriaRole.Link).Last.ClickAsync();
        Assert.Contains("2D1.1", await defender.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Rewritten by amendment 782.", await defender.Shown(), StringComparison.Ordinal);
        await defender.GoBackAsync();
    }

    [GeneratedRegex("(?<rows>[0-9,]+) rows read", RegexOptions.ExplicitCapture)]
    private static partial Regex RowsRead();
}
