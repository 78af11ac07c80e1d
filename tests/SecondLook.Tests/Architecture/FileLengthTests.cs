namespace SecondLook.Tests.Architecture;

public class FileLengthTests
{
    private const int Limit = 300;
    private const string List = "tests/SecondLook.Tests/Architecture/LongFiles.txt";

    [Fact]
    public void A_file_of_more_than_300_lines_is_on_the_list_of_long_files()
    {
        var listed = Listed();

        Expect.None(LongFiles().Where(path => !listed.Contains(path)), $"Split the file, or add it to {List} with the reason:");
    }

    [Fact]
    public void The_list_of_long_files_names_only_files_that_are_long()
    {
        Expect.None(Listed().Except(LongFiles(), StringComparer.Ordinal), $"Not long, or not there: take it off {List}:");
    }

    private static HashSet<string> Listed() =>
        Repository
            .Lines(List)
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(' ')[0])
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> LongFiles() =>
        new[] { "src", "tests", "bench" }
            .SelectMany(Repository.CSharpFiles)
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal)) // written by a tool
            .Where(path => Repository.Lines(path).Length > Limit);
}
