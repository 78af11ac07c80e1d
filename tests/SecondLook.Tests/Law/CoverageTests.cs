using SecondLook.Sentencing.Law;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.Law;

public class CoverageTests
{
    private const string Page = "docs/coverage.md";

    [Fact]
    public void The_page_on_coverage_says_what_the_law_folder_says()
    {
        var written = Coverage.Markdown(Folder.Law);
        var path = Path.Combine(Repository.Root, Page);
        if (!File.Exists(path) || File.ReadAllText(path) != written)
        {
            var received = Path.ChangeExtension(path, ".received.md");
            File.WriteAllText(received, written);
            Assert.Fail($"{Page} is out of date. Compare it with {received}, and put that file in its place if the difference is wanted.");
        }
    }

    [Fact]
    public void The_page_names_every_element_every_amendment_and_everything_recalled()
    {
        var page = Coverage.Markdown(Folder.Law);

        Assert.All(Folder.Law.Elements, e => Assert.Contains($"| {e.Element} |", page, StringComparison.Ordinal));
        Assert.All(Folder.Law.Amendments, a => Assert.Contains($"| {a.Id} |", page, StringComparison.Ordinal));
        Assert.Contains("- drug-penalties from 2018-12-21:", page, StringComparison.Ordinal);
    }
}
