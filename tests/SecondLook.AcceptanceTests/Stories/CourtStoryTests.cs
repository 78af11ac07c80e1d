using Microsoft.Playwright;

namespace SecondLook.AcceptanceTests.Stories;

/// <summary>
/// One case from its opening to the signed order, each act by whoever does it in a court, in a browser of their own; after each, others look.
/// </summary>
public sealed partial class CourtStoryTests(Chromium chromium)
{
    private const string Note = "Ask the sister about the release plan";
    private const string Asked = "The range fell by two levels; 40 months are asked for";
    private const string Answer = "The government agrees to 40 months";
    private const string Memorandum = "No objection to the computation; 26 courses completed";
    private const string Conduct = "One report of 2014 for refusing an order";
    private const string Author = "Hearing officer, FCI Manchester";
    private const string Source = "Disciplinary record, page 3";
    private const string Reasons = "The conduct since sentencing outweighs the one report";

    /// <summary>The lowest term that the law allows: 37 months, the amended minimum. It is nobody's but the parties' own.</summary>
    private static readonly string[] Floor = ["37 months", "lowest", "floor"];

    private readonly Dictionary<string, IPage> people = new(StringComparer.Ordinal);
    private string @case = "";
    private string motion = "";

    private IPage Defender => people["defender"];

    private IPage Prosecutor => people["prosecutor"];

    private IPage Judge => people["judge"];

    private IPage Clerk => people["clerk"];

    private IPage Planner => people["planner"];

    [Theory]
    [InlineData(Database.Sqlite)]
    [InlineData(Database.Postgres)]
    public async Task A_case_goes_from_its_opening_to_a_new_release_date_and_each_sees_only_what_is_theirs(Database database)
    {
        await using var site = await SampleSite.On(database);
        foreach (var role in (string[])["defender", "prosecutor", "probation", "judge", "chambers", "clerk", "planner", "administrator"])
        {
            people[role] = await site.SignIn(chromium.Browser, role);
        }

        await TakeUp();
        var before = await Defender.ReleaseDate();
        await Docket();
        await Move();
        await Respond();
        await Report();
        await Hear();
        await Rule();
        await Sign();
        await Papers();

        // 46 months from September 3, 2013, less 180 days; 40 months less 156, and a day more, since that is a Saturday (18 U.S.C. 3624(a), (b)).
        Assert.Equal(new DateOnly(2017, 1, 3), before);
        await Defender.GotoAsync(@case);
        Assert.Equal(new DateOnly(2016, 7, 29), await Defender.ReleaseDate());
        await Plan();
    }

    /// <summary>The defender opens the case by hand, enters the record, tries an answer and keeps a note: nobody else has the case.</summary>
    private async Task TakeUp()
    {
        await Open(Defender);
        await Defender.Write("Day of sentencing", "2013-09-03");
        await Defender.Write("Manual that the court used", "2012-11-01");
        await Defender.Write("Chapter Two guideline", "2D1.1");
        await Defender.Write("Controlled substance", "cocaine");
        await Defender.Write("Weight in grams", "405");
        await Defender.Write("Criminal history points", "4");
        await Defender.Write("Of them status points", "0");
        await Defender.Write("Career offender guideline applied", "no");
        await Defender.Write("Statutory minimum in months", "0");
        await Defender.Write("Statutory maximum in months", "240");
        await Defender.Write("Term imposed in months", "46");
        await Defender.Write("Day on which the sentence began", "2013-09-03");
        await Defender.Write("Days of prior custody credit", "0");
        await Defender.Write("Days of good conduct time lost", "0");
        await Defender.Write(
            "Record, as JSON",
            """{"id": "acorn", "synthetic": true, "district": "TNE", "offense": {"adjustments": [{"rule": "3E1.1", "levels": -3}]}}"""
        );
        await Defender.Write("Amendments asked about", "782");
        await Defender.Press("Compute, store nothing");
        var shown = await Defender.Shown();
        Assert.Contains("37 months", shown, StringComparison.Ordinal);
        Assert.Contains("Nothing was stored yet.", shown, StringComparison.Ordinal);
        await Defender.Press("Store the recalculation");
        @case = new Uri(Defender.Url).AbsolutePath;

        var trial = Defender.Locator("form", new() { HasText = "If another fact" });
        await trial.GetByLabel("If another fact", new() { Exact = true }).SelectOptionAsync("Career offender guideline applied");
        await trial.GetByLabel("were (leave empty for not known)", new() { Exact = true }).FillAsync("yes");
        await trial.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        Assert.Contains("Nothing was stored.", await Defender.Shown(), StringComparison.Ordinal);
        await Defender.Write("A note", Note);
        await Defender.Press("Keep the note");
        await Defender.Sees(@case, Note, "Recalculation stored", "What the law allows");
        await Nobody(@case, "prosecutor", "probation", "judge", "chambers", "clerk", "planner", "administrator");
    }

    /// <summary>The clerk has the same case and enters who appears. That it is docketed shows nothing of the defender's work.</summary>
    private async Task Docket()
    {
        await Open(Clerk);
        Assert.StartsWith(@case, new Uri(Clerk.Url).AbsolutePath, StringComparison.Ordinal);
        foreach (
            var (who, part) in new[]
            {
                ("Robin Ashby (invented), defender", "counsel for the person"),
                ("Casey Bramble (invented), prosecutor, TNE", "counsel for the government"),
                ("Dana Clover (invented), probation, TNE", "probation officer"),
                ("Judge Morgan Fern (invented), judge, TNE", "judge"),
            }
        )
        {
            await Clerk.GotoAsync(@case);
            await Clerk.GetByText("Enter an appearance", new() { Exact = true }).ClickAsync();
            await Clerk.GetByLabel("Who appears", new() { Exact = true }).SelectOptionAsync(who);
            await Clerk.GetByLabel("As", new() { Exact = true }).SelectOptionAsync(part);
            await Clerk.Press("Enter the appearance");
            Assert.Contains("The appearance is entered.", await Clerk.Shown(), StringComparison.Ordinal);
        }

        foreach (var role in (string[])["prosecutor", "probation", "judge", "chambers", "clerk"])
        {
            await people[role].SeesNothingOf(@case, [Note, "Recalculation", "What the law allows", "cocaine", .. Floor]);
        }

        await Nobody(@case, "planner", "administrator");
        await Defender.GotoAsync(@case);
        var draft = await Defender.GetByRole(AriaRole.Link, new() { Name = "Draft of a motion", Exact = true }).GetAttributeAsync("href");
        await Defender.Sees(draft!, "Acorn, B. (invented)");
        await Nobody(draft!, "prosecutor", "probation", "judge", "chambers", "clerk", "planner", "administrator");
        await Nobody($"{@case}/editions", "prosecutor", "judge", "planner");
    }

    /// <summary>With the motion the computation on which it rests is open to those named; the note is not.</summary>
    private async Task Move()
    {
        await Defender.GotoAsync(@case);
        await Defender.Follow("File a motion");
        await Defender.Mark("the defendant");
        await Defender.Write("The amendments that it names", "782");
        await Defender
            .GetByLabel("The computation on which it rests", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Defender.Write("What is asked for, and why", Asked);
        await Defender.Press("File the motion");
        motion = new Uri(Defender.Url).AbsolutePath;
        await Prosecutor.Sees(motion, Asked, "eligible, lowest term 37 months", "It waits for the other side's response.");
        await Prosecutor.Sees(@case, "What the law allows", "Current release date");
        await Prosecutor.SeesNothingOf(@case, Note);
        await Judge.SeesNothingOf(@case, Note);
        await Clerk.Sees(motion, Asked);
        await Clerk.SeesNothingOf(motion, Floor);
        await Nobody(motion, "planner", "administrator");
    }

    private async Task Respond()
    {
        await Prosecutor.GotoAsync(motion);
        await Prosecutor.Follow("Respond");
        await Prosecutor.Press("File the response");
        Assert.EndsWith("/respond", new Uri(Prosecutor.Url).AbsolutePath, StringComparison.Ordinal); // the browser asks for the words
        await Prosecutor.Mark("agrees");
        await Prosecutor.Write("Why", Answer);
        await Prosecutor.Press("File the response");
        await Defender.Sees(motion, $"Casey Bramble (invented) agrees", Answer, "It waits for the ruling.");
        await Nobody(motion, "planner", "administrator");
    }

    /// <summary>What is lodged with the court no side sees before it is disclosed.</summary>
    private async Task Report()
    {
        var officer = people["probation"];
        await officer.GotoAsync(motion);
        await officer.Follow("Give the memorandum");
        await officer.Mark("Lodged with the court");
        await officer.Write("Eligibility, conduct in prison, and the range", Memorandum);
        await officer.Press("Give the memorandum");
        await officer.Follow("Add to the record");
        await officer.GetByLabel("What it is about", new() { Exact = true }).SelectOptionAsync("Conduct");
        await officer.Write("What it says", Conduct);
        await officer.Write("Who says so", Author);
        await officer.Write("Where it is written", Source);
        await officer.Write("The day of the source", "2015-08-20");
        await officer.Mark("Lodged with the court");
        await officer.Press("Add the entry");
        await Judge.Sees(motion, Memorandum, Conduct, Author, $"{Source}, Aug. 20, 2015", "lodged with the court");
        await Prosecutor.SeesNothingOf(motion, Memorandum, Conduct, Author);
        await Defender.SeesNothingOf(motion, Memorandum, Conduct, Author);
        await Clerk.SeesNothingOf(motion, Memorandum); // sealed, and the clerk is not named

        await officer.GotoAsync(motion);
        await officer
            .Locator("section", new() { HasText = "Public-safety record" })
            .GetByRole(AriaRole.Link, new() { Name = "Disclose it" })
            .ClickAsync();
        await officer.Press("Disclose it");
        await Defender.Sees(motion, Conduct, Author, $"{Source}, Aug. 20, 2015", "both sides have it");
        await Prosecutor.Sees(motion, Conduct);
        await Defender.SeesNothingOf(motion, Memorandum);
    }

    private async Task Hear()
    {
        var chambers = people["chambers"];
        await chambers.GotoAsync(motion);
        await chambers.Follow("Set a hearing");
        await chambers.Mark("set");
        await chambers.Write("On", "2015-10-08");
        await chambers.Write("The hour and the place, or why", "10 a.m., courtroom 2");
        await chambers.Press("Enter it");
        await Defender.Sees(motion, "Oct. 8, 2015, set. 10 a.m., courtroom 2");
        await chambers.SeesNothingOf(motion, [Memorandum, .. Floor]); // the judge is named, the people of the chambers are not
    }

    private static async Task Open(IPage page)
    {
        await page.GotoAsync("/cases/new");
        await page.Write("District", "TNE");
        await page.Write("Docket number", "3:13-cr-00777");
        await page.Write("Name of the person", "Acorn, B. (invented)");
        await page.Write("Register number", "77777-998");
        await page.Mark("The person is invented");
        await page.Press("Open the case");
    }

    private async Task Nobody(string path, params string[] roles)
    {
        foreach (var role in roles)
        {
            await people[role].HasNo(path);
        }
    }
}
