using System.Net;
using System.Text.RegularExpressions;
using SecondLook.Docket.Motions;
using SecondLook.Docket.Orders;
using SecondLook.Docket.People;
using SecondLook.Docket.Recalculations;
using UglyToad.PdfPig;

namespace SecondLook.Tests.Web;

/// <summary>The papers of a case, by their text: in Word, on the page to print, and in the PDF the same words.</summary>
public sealed partial class PaperTests
{
    private static readonly string[] Names = ["worksheet", "draft-motion", "motion", "proposed-order", "order", "restricted", "notice"];

    [Fact]
    public async Task Each_paper_says_what_was_read_and_the_page_says_the_same()
    {
        await using var site = await DocketSite.Start();
        foreach (var (name, path) in await Papers(site))
        {
            var word = await site.Get(site.Docket.Judge, path.Replace("?", ".docx?", StringComparison.Ordinal));
            Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", word.MediaType);
            Golden.Matches($"Web/Papers/{name}.txt", Fingerprint().Replace(WordText.Of(word.Bytes), "FINGERPRINT"));
            var page = Plain((await site.Get(site.Docket.Judge, path)).Words);
            foreach (var part in WordText.Lines(word.Bytes).SelectMany(Parts))
            {
                Assert.Contains(Plain(part), page, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_pdf_has_the_same_words_and_declares_pdf_ua()
    {
        await using var site = await DocketSite.Start();
        foreach (var (_, path) in await Papers(site))
        {
            var pdf = await site.Get(site.Docket.Judge, path.Replace("?", ".pdf?", StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.OK, pdf.Status);
            if (pdf.MediaType != "application/pdf")
            {
                Assert.Contains("Print this page instead.", pdf.Words, StringComparison.Ordinal);
                Assert.Skip(
                    "Node or its package @myriaddreamin/typst-ts-node-compiler is not there; the page to print served and said so."
                );
            }

            Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", System.Text.Encoding.Latin1.GetString(pdf.Bytes), StringComparison.Ordinal);
            using var read = PdfDocument.Open(pdf.Bytes);
            Assert.True(read.Structure.Catalog.CatalogDictionary.ContainsKey(UglyToad.PdfPig.Tokens.NameToken.Create("MarkInfo")));
            var text = Letters(string.Concat(read.GetPages().Select(p => p.Text)));
            var word = await site.Get(site.Docket.Judge, path.Replace("?", ".docx?", StringComparison.Ordinal));
            foreach (var part in WordText.Lines(word.Bytes).SelectMany(Parts))
            {
                Assert.Contains(Letters(part), text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_public_page_and_the_notice_are_the_same_for_every_reader_and_show_no_floor_basis_or_ratio()
    {
        await using var site = await DocketSite.Start();
        var papers = await Papers(site);
        foreach (var name in (string[])["order", "notice"])
        {
            var path = papers[name].Replace("?", ".docx?", StringComparison.Ordinal);
            var texts = new List<string>();
            foreach (var who in (Account[])[site.Docket.Judge, site.Docket.Defender, site.Docket.Planner, site.Docket.JudgeElsewhere])
            {
                texts.Add(WordText.Of((await site.Get(who, path)).Bytes));
            }

            Assert.Single(texts.Distinct(StringComparer.Ordinal));
            Assert.DoesNotMatch("(?i)floor|lowest|assistance|comparab|ratio|37 months|level|category", texts[0]);
        }

        foreach (var who in (Account[])[site.Docket.Planner, site.Docket.Clerk, site.Docket.OtherJudge])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.Get(who, papers["restricted"])).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await site.Get(who, papers["worksheet"])).Status);
        }
    }

    [Fact]
    public async Task The_docket_is_exported_by_number_with_nothing_sealed()
    {
        await using var site = await DocketSite.Start();
        var id = await Alike.Ordered(site.Docket, Alike.Record("variance"));
        var csv = (await site.Get(site.Docket.Judge, $"/cases/{id}/documents/docket.csv")).Text;
        Assert.StartsWith("case,district,number,entered,kind,about_number,takes_place_of_number,says\n", csv, StringComparison.Ordinal);
        Assert.Contains("\"38 months (3 years 2 months), signed 2015-07-01, effective 2015-11-02\"", csv, StringComparison.Ordinal);
        Assert.DoesNotMatch("Recalculation|Memorandum|Ruling|RestrictedPage", csv);
        var numbers = csv.Split('\n').Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')[2]).ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(n => $"{n}"), numbers);
        var json = (await site.Get(site.Docket.Judge, $"/cases/{id}/documents/docket.json")).Text;
        Assert.Equal(numbers.Count, System.Text.Json.JsonDocument.Parse(json).RootElement.GetArrayLength());
        Assert.Single(
            (await site.Get(site.Docket.Planner, $"/cases/{id}/documents/docket.csv")).Text.Split('\n').Skip(1),
            l => l.Length > 0
        );
    }

    [Fact]
    public async Task The_list_offers_each_reader_papers_that_can_be_made_and_the_sealed_ones_to_those_named()
    {
        await using var site = await DocketSite.Start();
        var id = await Alike.Ordered(site.Docket, Alike.Record("variance"));
        var offered = new Dictionary<Account, string[]>();
        foreach (var who in (Account[])[site.Docket.Judge, site.Docket.Clerk, site.Docket.Planner])
        {
            Assert.Contains($"href=\"/cases/{id}/documents\"", (await site.Get(who, $"/cases/{id}")).Text, StringComparison.Ordinal);
            var list = await site.Get(who, $"/cases/{id}/documents");
            Assert.Equal(HttpStatusCode.OK, list.Status);
            var links = PaperLinks().Matches(list.Text).Select(m => m.Groups["to"].Value).ToList();
            foreach (var link in links)
            {
                Assert.Equal(HttpStatusCode.OK, (await site.Get(who, link)).Status);
            }

            offered[who] =
            [
                .. links
                    .Select(l => l.Split('/')[^1].Split('?')[0])
                    .Where(n => n != "attach" && !n.Contains('.', StringComparison.Ordinal))
                    .Distinct(),
            ];
        }

        Assert.Equal(["order", "notice"], offered[site.Docket.Planner]);
        Assert.Equal(["order", "notice", "motion", "proposed-order"], offered[site.Docket.Clerk]);
        Assert.Equal(["order", "restricted", "notice", "motion", "proposed-order", "worksheet"], offered[site.Docket.Judge]);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Get(site.Docket.Judge, $"/cases/{Guid.NewGuid()}/documents")).Status);
    }

    private static async Task<Dictionary<string, string>> Papers(DocketSite site)
    {
        var id = await Alike.Ordered(site.Docket, Alike.Record("variance"));
        var view = (await site.Docket.Store.Case(site.Docket.Judge.Id, id))!;
        string At(string name, Guid of) => $"/cases/{id}/documents/{name}?of={of}";
        var (rests, motion, order) = (view.All<Recalculation>().Single().Id, view.All<Motion>().Single().Id, view.All<Order>().Single().Id);
        return Names.ToDictionary(
            name => name,
            name =>
                name switch
                {
                    "worksheet" => At(name, rests),
                    "draft-motion" => At("motion", rests),
                    "motion" or "proposed-order" => At(name, motion),
                    _ => At(name, order),
                },
            StringComparer.Ordinal
        );
    }

    /// <summary>The pieces of a line of the Word file: its cells, without its style and the marks of lists and boxes.</summary>
    private static IEnumerable<string> Parts(string line) =>
        Style().Replace(line, "").Split(" | ").Select(part => Marks().Replace(part, "").Trim()).Where(part => part.Length > 0);

    private static string Plain(string text) => Blanks().Replace(text, " ").Trim();

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex("href=\"(?<to>/cases/[^\"]+/documents/[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex PaperLinks();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Fingerprint();

    [GeneratedRegex("^(Title|Heading1|ListParagraph|Foot): ")]
    private static partial Regex Style();

    [GeneratedRegex(@"^(\u2022|\[X\]|\[ +\]) ")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
