using System.Text.RegularExpressions;

namespace SecondLook.Tests.Architecture;

/// <summary>A clone works on any machine: nothing in it depends on where it was written or where its packages came from.</summary>
public class TrackedFileTests
{
    private static readonly HashSet<string> Binary = new(StringComparer.OrdinalIgnoreCase)
    {
        ".gz",
        ".ico",
        ".jpg",
        ".parquet",
        ".pdf",
        ".png",
        ".sqlite",
        ".ttf",
        ".woff",
        ".woff2",
        ".xlsx",
        ".xz",
        ".zip",
    };

    // The words are put together here, so that this file does not hold what it looks for.
    private static readonly Regex OnePersonsFolder = new(
        $"(?<![\\w.:)}}/-])/({string.Join('|', "home", "Users", "work")})/",
        RegexOptions.CultureInvariant
    );

    private static readonly Regex PackageHost = new(
        string.Join(
            '|',
            Host("nuget", "org"),
            Host("npmjs", "(org|com)"),
            Host("yarnpkg", "com"),
            Host("pypi", "org"),
            Host("crates", "io")
        ),
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    );

    [Fact]
    public void No_file_names_a_folder_of_one_persons_machine()
    {
        Expect.None(LinesThatMatch(OnePersonsFolder), "Write the path from the root of the repository:");
    }

    [Fact]
    public void No_file_names_the_host_packages_come_from()
    {
        Expect.None(LinesThatMatch(PackageHost), "Packages come from wherever the machine is set to take them; leave the host out:");
    }

    private static string Host(string name, string end) => $"{name}\\.{end}\\b";

    private static IEnumerable<string> LinesThatMatch(Regex pattern) =>
        from path in Repository.TrackedFiles()
        where !Binary.Contains(Path.GetExtension(path))
        from line in Repository.Lines(path).Index()
        where pattern.IsMatch(line.Item)
        select $"{path}:{line.Index + 1}: {line.Item.Trim()}";
}
