using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SecondLook.Docket.Motions;
using SecondLook.Docket.People;
using SecondLook.Docket.Recalculations;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Docket;
using Motion = SecondLook.Docket.Motions.Motion;

namespace SecondLook.Tests.Web;

/// <summary>
/// Sites that are alike but for one thing, and everything that somebody reaches on them: each address that the site maps, filled in with the
/// case, and each link that those pages show. Keys and times come out of counters, so that what differs is what is shown.
/// </summary>
internal static partial class Alike
{
    /// <summary>The papers and exports of a case.</summary>
    private static readonly string[] Papers = ["worksheet", "motion", "proposed-order", "order", "restricted", "notice"];

    /// <summary>
    /// A record with a term of 40 months below a range of 46-57, as amended 37-46, cut for the reason given. What the reason changes is the
    /// lowest term (USSG §1B1.10(b)(2)(B)): 37 months, or 15 percent less than 37.
    /// </summary>
    public static SentencingRecord Record(string basis, string? detainer = null) => Read(basis, detainer, "0", "none", 40);

    /// <summary>
    /// A record with a term of 60 months, the minimum of 21 U.S.C. 841(b)(1)(B), where the range would be 46-57 and 37-46 without it. With relief
    /// upon the government's motion (18 U.S.C. 3553(e)) the range is lowered; without it the minimum keeps it where it was.
    /// </summary>
    public static SentencingRecord Minimum(string relief) => Read("variance", null, "60", relief, 60);

    private static SentencingRecord Read(string basis, string? detainer, string minimum, string relief, int months)
    {
        var json = $$"""
            {"id":"p","district":"TNE","synthetic":true,"sentencedOn":"2013-05-06","manual":"2012-11-01",
             "offense":{"guideline":"2D1.1","drugs":[{"substance":"cocaine","grams":{"min":500,"max":2000} } ],"drugQuantityLevel":26,"baseOffenseLevel":26,
              "baseOffenseLevelFrom":"drug-quantity","adjustments":[{"rule":"3E1.1","levels":-3}],"totalOffenseLevel":23},
             "criminalHistory":{"points":0,"statusPoints":0,"category":"I"},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":{{minimum}},"maximumMonths":480,"relief":"{{relief}}" },
             "sentence":{"months":{{months}},"belowRange":[{"basis":"{{basis}}","months":6}],"consecutive":[],"supervisedReleaseMonths":36 },"earlierReductions":[],
             "custody":{"sentenceBegan":"2013-05-06","priorCreditDays":20,"goodTimeLostDays":0,"facility":"FOR","destination":"TNE","detainer":{{(
                detainer is null ? "null" : $"\"{detainer}\""
            )}},"placement":"institution"} }
            """;
        Assert.True(new RecordJson().TryRead(Encoding.UTF8.GetBytes(json), out var record, out var problems), string.Join("; ", problems));
        return record!;
    }

    public static StoreRecalculation Recalculate(TestDocket docket, Guid caseId, SentencingRecord record, Account? by = null) =>
        new()
        {
            Id = docket.Key(),
            CaseId = caseId,
            By = (by ?? docket.Defender).Id,
            At = docket.Now(),
            Record = record,
            Determination = SentenceReduction.Determine(record, new(null, PartialDate.On(new DateOnly(2015, 7, 1))), Editions.Law),
            EngineVersion = "test",
        };

    /// <summary>A case with an order that is entered: the motion, response and memorandum on it, and a new term of 38 months, or a denial.</summary>
    public static async Task<Guid> Ordered(TestDocket docket, SentencingRecord record, string number = "1:13-cr-00417", bool granted = true)
    {
        var store = docket.Store;
        var id = await docket.CaseInCourt(number);
        var recalculation = Recalculate(docket, id, record);
        await store.Perform(recalculation);
        var motion = docket.Move(id, docket.Defender, recalculation.Id);
        await store.Perform(motion);
        await store.Perform(docket.Answer(id, motion.Id));
        await store.Perform(
            new GiveMemorandum
            {
                Id = docket.Key(),
                CaseId = id,
                By = docket.Officer.Id,
                At = docket.Now(),
                MotionId = motion.Id,
                Text = "The officer has read the motion.",
                Standing = SecondLook.Docket.Cases.Standing.Filed,
            }
        );
        var ruling = (await docket.Grant(id, motion.Id, recalculation.Id, 38)) with { Granted = granted };
        await store.Perform(ruling);
        var order = (await docket.Sign(id, ruling.Id, granted ? new DateOnly(2015, 11, 2) : null)) with
        {
            LastTerm = 40,
            OriginalJudgmentOn = new DateOnly(2013, 5, 6),
            Attorney = docket.Defender.Name,
        };
        await store.Perform(order);
        await store.Perform(
            new SecondLook.Docket.Orders.EnterOrder
            {
                Id = docket.Key(),
                CaseId = id,
                By = docket.Clerk.Id,
                At = docket.Now(),
                OrderId = order.Id,
                On = new DateOnly(2015, 7, 2),
            }
        );
        return id;
    }

    /// <summary>Everything that somebody reaches, by address.</summary>
    public static async Task<SortedDictionary<string, string>> Reached(DocketSite site, Account who, Guid caseId)
    {
        var told = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var next = new Queue<string>(await Addresses(site, caseId));
        while (next.TryDequeue(out var address))
        {
            // The log of the own looks comes last (below): looking at it is not written down, and it is the same however it was reached.
            if (told.ContainsKey(address) || told.Count > 2000 || address.StartsWith("/administration/audit", StringComparison.Ordinal))
            {
                continue;
            }

            var seen = await site.Get(who, address);
            told.Add(address, Told(seen));
            if (seen.MediaType == "text/html")
            {
                // A PDF is the paper of its page by the same road; making hundreds of them would only take long.
                foreach (Match link in Links().Matches(seen.Text).Where(l => !l.Value.Contains(".pdf?", StringComparison.Ordinal)))
                {
                    next.Enqueue(System.Net.WebUtility.HtmlDecode(link.Groups["to"].Value));
                }
            }
        }

        return told;
    }

    /// <summary>What somebody reads in the log: the own looks, those of the own office, or for an administrator what is open.</summary>
    public static async Task<string> Log(DocketSite site, Account who) =>
        Told(await site.Get(who, "/administration/audit"))
        + Dates().Replace(Told(await site.Get(who, "/administration/audit?handler=csv")), "TIME");

    /// <summary>An answer, by what it says.</summary>
    public static string Told(DocketSite.Seen seen) => $"{(int)seen.Status} {seen.Location} {seen.MediaType}\n{Normal(seen)}";

    /// <summary>An address of a mapped route for one case, motion and entry.</summary>
    public static string Filled(string route, Guid caseId, Guid motion, Guid entry) =>
        Parts()
            .Replace(
                route,
                part =>
                    part.Groups["name"].Value switch
                    {
                        "caseId" or "id" => caseId.ToString(),
                        "motionId" => motion.ToString(),
                        "entryId" or "name" => entry.ToString(),
                        "batch" => "782",
                        "day" => "2015-11-02",
                        "section" => "2D1.1",
                        var other => throw new InvalidOperationException($"/{route}: what fills in {other}?"),
                    }
            );

    /// <summary>
    /// Every address that the site maps, filled in. An address with a part that is not known here fails: say what fills it in, so that it
    /// is among those looked at.
    /// </summary>
    private static async Task<IReadOnlyList<string>> Addresses(DocketSite site, Guid caseId)
    {
        var view = (await site.Docket.Store.Case(site.Docket.Judge.Id, caseId))!;
        var everything = (await site.Docket.Store.Case(site.Docket.Defender.Id, caseId))!
            .Entries.Concat(view.Entries)
            .Select(e => e.Id)
            .Distinct();
        string[] entries = [.. everything.Select(id => id.ToString())];
        string[] motions = [.. view.All<Motion>().Select(m => m.Id.ToString()), Guid.Empty.ToString()];
        var fills = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["caseId"] = [caseId.ToString()],
            ["id"] = [caseId.ToString()],
            ["motionId"] = motions,
            ["entryId"] = entries,
            ["batch"] = ["782"],
            ["day"] = ["2015-11-02", "2015-11-01"],
            ["name"] =
            [
                .. Papers.SelectMany(p => entries.Select(of => $"{p}?of={of}")),
                .. entries.SelectMany(of => (string[])[$"worksheet.docx?of={of}", $"restricted.docx?of={of}"]),
                "docket.csv",
                "docket.json",
                .. entries,
            ],
        };
        var addresses = new List<string>();
        foreach (
            var route in Routes(site)
                .Where(r => !r.StartsWith("law", StringComparison.Ordinal) && !r.StartsWith("sign", StringComparison.Ordinal))
        )
        {
            IEnumerable<string> filled = ["/" + route];
            foreach (Match part in Parts().Matches(route))
            {
                var name = part.Groups["name"].Value;
                Assert.True(fills.ContainsKey(name), $"/{route}: what fills in {name}?");
                filled =
                [
                    .. filled.SelectMany(address =>
                        fills[name].Select(value => address.Replace(part.Value, value, StringComparison.Ordinal))
                    ),
                ];
            }

            addresses.AddRange(filled);
        }

        addresses.AddRange(["/release?file=csv", "/release?file=ics", "/data-report?file=csv", "/queue?for=Everybody"]);
        return addresses;
    }

    private static IEnumerable<string> Routes(DocketSite site) =>
        site
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e => e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct(StringComparer.Ordinal);

    /// <summary>What is shown, without what differs from one showing to the next: tokens, keys of forms, the minute.</summary>
    private static string Normal(DocketSite.Seen seen)
    {
        if (seen.MediaType?.Contains("wordprocessingml", StringComparison.Ordinal) == true)
        {
            return WordText.Of(seen.Bytes);
        }

        if (seen.MediaType == "application/pdf")
        {
            using var read = UglyToad.PdfPig.PdfDocument.Open(seen.Bytes);
            return string.Join('\n', read.GetPages().Select(page => page.Text));
        }

        if (seen.MediaType?.Contains("spreadsheetml", StringComparison.Ordinal) == true)
        {
            return Sheets(seen.Bytes);
        }

        var text = Tokens().Replace(seen.Text, "TOKEN");
        text = Keys().Replace(text, "KEY");
        return Times().Replace(text, "TIME");
    }

    /// <summary>What the sheets of an Excel file say; the keys by which its parts find one another are drawn anew for each file.</summary>
    private static string Sheets(byte[] file)
    {
        using var parts = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        var text = new StringBuilder();
        foreach (
            var part in parts
                .Entries.Where(e =>
                    e.FullName is "xl/sharedStrings.xml" || e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)
                )
                .OrderBy(e => e.FullName, StringComparer.Ordinal)
        )
        {
            using var reader = new StreamReader(part.Open());
            text.Append(part.FullName).Append('\n').Append(Relations().Replace(reader.ReadToEnd(), "RELATION")).Append('\n');
        }

        return text.ToString();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*>")]
    private static partial Regex Tokens();

    [GeneratedRegex("name=\"Key\" value=\"[^\"]*\"")]
    private static partial Regex Keys();

    [GeneratedRegex(@"\d\d:\d\d(:\d\d(\.\d+)?)?")]
    private static partial Regex Times();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[0-9:.]*(Z|[+-]\d\d:\d\d)?")]
    private static partial Regex Dates();

    [GeneratedRegex("href=\"(?<to>/(?!law|uswds|site|sign-out)[^\"#]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Links();

    [GeneratedRegex("r:id=\"[^\"]*\"")]
    private static partial Regex Relations();

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
