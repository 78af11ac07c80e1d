using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SecondLook.AcceptanceTests.Stories;

/// <summary>The ruling, the order, its papers, and what follows for the release.</summary>
public sealed partial class CourtStoryTests
{
    /// <summary>No ruling on what the sides do not have; below the floor the page stops once and asks; then the judge's own term and words stand.</summary>
    private async Task Rule()
    {
        await Judge.GotoAsync(motion);
        await Judge.Follow("Rule");
        await Judge.Mark("granted");
        await Judge.Write("The new term in months", "36");
        await Judge.Mark("The memorandum of");
        await Judge.Write("The reasons, in the judge's words", Reasons);
        await Judge.Press("Rule");
        Assert.Contains("was not disclosed to both sides", await Judge.Shown(), StringComparison.Ordinal);
        await Judge.GotoAsync(motion);
        await Judge.Follow("Disclose it");
        await Judge.Press("Disclose it");
        await Defender.Sees(motion, Memorandum);
        await Prosecutor.Sees(motion, Memorandum);

        await Judge.GotoAsync($"{motion}/rule");
        await Judge.Mark("granted");
        await Judge.Write("The new term in months", "36");
        await Judge.Mark("The memorandum of");
        await Judge.Write("The reasons, in the judge's words", Reasons);
        await Judge.Press("Rule");
        var asked = await Judge.Shown();
        Assert.Contains("The term of 36 months is below the computed floor of 37 months.", asked, StringComparison.Ordinal);
        Assert.Contains("The court's answer", asked, StringComparison.Ordinal);
        await Defender.SeesNothingOf(motion, Reasons);
        await Judge.Write("The new term in months", "40");
        await Judge.Press("Rule");
        Assert.EndsWith("/sign", new Uri(Judge.Url).AbsolutePath, StringComparison.Ordinal);
        await Defender.Sees(motion, "Granted: the new term is 40 months (3 years 4 months)", Reasons, "No order is signed yet.");
        await Clerk.SeesNothingOf(motion, Reasons, "40 months (");
        await Nobody(motion, "planner", "administrator");
    }

    private async Task Sign()
    {
        await Judge.Write("It takes effect on", "2015-10-15");
        await Judge.Press("Sign the order");
        Assert.Contains("not take effect before Nov. 1, 2015", await Judge.Shown(), StringComparison.Ordinal);
        await Planner.HasNo(@case);
        await Judge.Write("It takes effect on", "2015-11-01");
        await Judge.Press("Sign the order");
        await Judge.Sees(motion, "Granted: 40 months (3 years 4 months)", "effective Nov. 1, 2015");
        await Clerk.Sees(motion, "Granted: 40 months (3 years 4 months)", "waits for the clerk to enter it");
        await Clerk.SeesNothingOf(motion, [Reasons, .. Floor]);
    }

    /// <summary>The order as a page, a Word file and a PDF; everybody has the public page, those named the other.</summary>
    private async Task Papers()
    {
        await Defender.GotoAsync(motion);
        var word = await Defender.RunAndWaitForDownloadAsync(() => Defender.Follow("Word file of the order, the public page"));
        await using (var file = File.OpenRead(await word.PathAsync()))
        await using (var zip = new ZipArchive(file))
        await using (var document = await zip.GetEntry("word/document.xml")!.OpenAsync())
        {
            Assert.Contains(
                "40 months (3 years 4 months)",
                Tags().Replace(await new StreamReader(document).ReadToEndAsync(), ""),
                StringComparison.Ordinal
            );
        }

        var order = await Defender
            .GetByRole(AriaRole.Link, new() { Name = "Order, the public page", Exact = true })
            .GetAttributeAsync("href");
        var restricted = await Defender
            .GetByRole(AriaRole.Link, new() { Name = "Order, the page that is not public", Exact = true })
            .GetAttributeAsync("href");
        var pdf = await Defender.APIRequest.GetAsync(order!.Replace("?", ".pdf?", StringComparison.Ordinal));
        Assert.True(pdf.Ok);
        if (pdf.Headers["content-type"] == "application/pdf")
        {
            Assert.Equal("%PDF"u8.ToArray(), (await pdf.BodyAsync())[..4]);
        }
        else
        {
            Assert.Contains("Print this page instead.", await pdf.TextAsync(), StringComparison.Ordinal); // Node or its package is not there
        }

        foreach (var (_, page) in people)
        {
            await page.Sees(order, "40 months (3 years 4 months)", "Nov. 1, 2015");
            await page.SeesNothingOf(order, [Reasons, Memorandum, .. Floor]);
        }

        foreach (var role in (string[])["defender", "prosecutor", "probation", "judge"])
        {
            await people[role].Sees(restricted!, Reasons);
        }

        await Nobody(restricted!, "chambers", "clerk", "planner", "administrator");
    }

    /// <summary>Who plans releases sees the day and why, and nothing that the term could have been.</summary>
    private async Task Plan()
    {
        await Planner.SeesNothingOf("/release", [Reasons, Memorandum, Note, .. Floor]);
        await Planner.SeesNothingOf("/release/2016-07-29", [Reasons, Memorandum, Note, .. Floor]);
        Assert.Contains("Acorn, B. (invented)", await Planner.Shown(), StringComparison.Ordinal);
        Assert.Contains("Without the order: Jan. 3, 2017.", await Planner.Shown(), StringComparison.Ordinal);
        await Planner.SeesNothingOf(@case, [Reasons, Memorandum, Note, Asked, Conduct, .. Floor]);
        await people["administrator"].SeesNothingOf(@case, [Reasons, Memorandum, Note, Asked, Conduct, .. Floor]);
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
