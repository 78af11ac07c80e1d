using System.Net;
using SecondLook.Docket.Audit;
using SecondLook.Docket.Cases;
using SecondLook.Docket.Motions;
using SecondLook.Docket.People;

namespace SecondLook.Tests.Web;

/// <summary>A document is attached by a form, handed out as a file to those who may see it, and what was opened is in the log by its name.</summary>
public sealed class AttachmentTests
{
    [Fact]
    public async Task A_document_is_for_those_whom_the_form_says_and_is_handed_out_as_a_file()
    {
        await using var site = await DocketSite.Start();
        var docket = site.Docket;
        var id = await CasesInCourt.Filed(docket, assistance: false);
        var motion = (await docket.Store.Case(docket.Judge.Id, id))!.All<Motion>().Single().Id;

        // A page of a browser is handed out as a file of bytes, which no browser shows.
        var answer = await Attach(site, docket.Defender, id, motion, "Own judgment", "WorkProduct");
        Assert.Equal($"/cases/{id}/motions/{motion}", answer.Location);
        await Attach(site, docket.Defender, id, motion, "Filed judgment", "Filed");
        await Attach(site, docket.Prosecutor, id, null, "Sealed motion", "Filed", isSealed: true);

        (Account Who, string[] Titles)[] seen =
        [
            (docket.Paralegal, ["Own judgment", "Filed judgment"]),
            (docket.Judge, ["Filed judgment", "Sealed motion"]),
            (docket.LawClerk, ["Filed judgment"]),
            (docket.OtherProsecutor, ["Filed judgment"]),
            (docket.Officer, ["Filed judgment", "Sealed motion"]),
            (docket.JudgeElsewhere, []),
        ];
        var all = (await docket.Store.Case(docket.Defender.Id, id))!
            .All<Document>()
            .Concat((await docket.Store.Case(docket.Prosecutor.Id, id))!.All<Document>())
            .DistinctBy(d => d.Id)
            .ToList();
        Assert.Equal(3, all.Count);
        foreach (var (who, titles) in seen)
        {
            var page = await site.Get(who, $"/cases/{id}/documents");
            foreach (var document in all)
            {
                Assert.Equal(titles.Contains(document.Title), page.Text.Contains(document.Title, StringComparison.Ordinal));
                using var file = await (await site.As(who)).GetAsync(new Uri($"/cases/{id}/documents/{document.Id}", UriKind.Relative));
                Assert.Equal(titles.Contains(document.Title) ? HttpStatusCode.OK : HttpStatusCode.NotFound, file.StatusCode);
                if (file.IsSuccessStatusCode)
                {
                    Assert.Equal("application/octet-stream", file.Content.Headers.ContentType!.MediaType);
                    Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
                    Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
                    Assert.Equal("<script>", await file.Content.ReadAsStringAsync());
                }
            }
        }

        var shown = (await site.Get(docket.Judge, $"/cases/{id}/motions/{motion}")).Words;
        Assert.Contains("Filed judgment : judgment, by the district court, from entry 41", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Sealed motion", shown, StringComparison.Ordinal); // it belongs to the case
    }

    [Fact]
    public async Task An_empty_file_a_missing_title_and_an_office_that_works_in_no_case_are_refused()
    {
        await using var site = await DocketSite.Start();
        var docket = site.Docket;
        var id = await CasesInCourt.Filed(docket, assistance: false);
        Assert.Contains(
            "The title is missing.",
            (await Attach(site, docket.Defender, id, null, "", "Filed")).Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Choose a file that is not empty.",
            (await Attach(site, docket.Defender, id, null, "Judgment", "Filed", content: "")).Words,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(docket.Planner, $"/cases/{id}/documents/attach")).Status);
        Assert.Empty((await docket.Store.Case(docket.Defender.Id, id))!.All<Document>());
    }

    [Fact]
    public async Task The_log_names_the_paper_the_document_and_the_list_and_no_sealed_one_to_a_colleague()
    {
        await using var site = await DocketSite.Start();
        var docket = site.Docket;
        var id = await Alike.Ordered(docket, Alike.Record("variance"));
        var view = (await docket.Store.Case(docket.Judge.Id, id))!;
        var order = view.All<SecondLook.Docket.Orders.Order>().Single().Id;
        await Attach(site, docket.Prosecutor, id, null, "Sealed motion", "Filed", isSealed: true);
        var document = (await docket.Store.Case(docket.Judge.Id, id))!.All<Document>().Single().Id;
        foreach (
            var paper in new[] { $"order?of={order}", $"order.docx?of={order}", $"restricted?of={order}", "docket.csv", $"{document}" }
        )
        {
            await site.Get(docket.Judge, $"/cases/{id}/documents/{paper}");
        }

        await site.Get(docket.Judge, "/administration/audit?handler=csv");
        string[] open = ["audit log as CSV, 6 lines", "docket as CSV", "order of June 1, 2015 as Word", "order of June 1, 2015"];
        string[] all = [open[0], "document Sealed motion", open[1], "restricted page of the order of July 1, 2015", open[2], open[3]];
        Assert.Equal(all, await Lines(docket.Judge));
        Assert.Equal(open, await Lines(docket.LawClerk));
        var administrators = await Lines(docket.Administrator);
        Assert.Contains(open[3], administrators);
        Assert.DoesNotContain(
            administrators,
            line => line.Contains("Sealed", StringComparison.Ordinal) || line.Contains("restricted", StringComparison.Ordinal)
        );

        async Task<IReadOnlyList<string>> Lines(Account who) =>
            [
                .. (await docket.Store.AuditLog(who.Id, new() { ById = docket.Judge.Id }))
                    .Where(l => l.What is Audited.Looked or Audited.Exported)
                    .Select(l => l.Text),
            ];
    }

    private static async Task<DocketSite.Seen> Attach(
        DocketSite site,
        Account who,
        Guid id,
        Guid? motion,
        string title,
        string standing,
        bool isSealed = false,
        string content = "<script>"
    )
    {
        var page = await site.Get(who, $"/cases/{id}/documents/attach?of={motion}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        using var form = new MultipartFormDataContent { { new StringContent(content), "Upload", "page.html" } };
        (string, string)[] fields =
        [
            .. page.Hidden.Select(f => (f.Key, f.Value)),
            ("Title", title),
            ("DocumentKind", nameof(DocumentKind.Judgment)),
            ("Author", "the district court"),
            ("Source", "entry 41"),
            ("Standing", standing),
            ("Sealed", isSealed ? "true" : "false"),
        ];
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        using var answer = await (await site.As(who)).PostAsync(new Uri($"/cases/{id}/documents/attach", UriKind.Relative), form);
        return await DocketSite.Seen.Of(answer);
    }
}
