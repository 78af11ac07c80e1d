using System.Text.RegularExpressions;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.Docs;

public partial class LinkTests
{
    [Fact]
    public void Every_link_of_a_document_leads_somewhere()
    {
        var broken =
            from document in Repository.TrackedFiles()
            where document.EndsWith(".md", StringComparison.Ordinal)
            from line in Repository.Lines(document)
            from Match link in Link().Matches(line)
            let target = link.Groups[1].Value
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#')
            let path = Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, target.Split('#')[0])
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{document}: {target}";

        Expect.None(broken, "Mend the link, or write the page:");
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
