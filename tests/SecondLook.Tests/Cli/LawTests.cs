using SecondLook.Tests.Architecture;
using SecondLook.Tests.Screening;

namespace SecondLook.Tests.Cli;

public class LawTests
{
    [Fact]
    public async Task The_law_of_this_release_is_whole()
    {
        var (code, output, error) = await Shell.Run(["law", "check"]);

        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("Nothing is wrong", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_names_elements_amendments_and_editions()
    {
        var (code, output, _) = await Shell.Run(["law", "list"]);

        Assert.Equal(0, code);
        Assert.Contains("sentencing-table", output, StringComparison.Ordinal);
        Assert.Contains("  782   2014-11-01", output, StringComparison.Ordinal);
        Assert.Contains("Editions of the Manual", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_planted_fault_is_found_with_its_file_and_line()
    {
        using var folder = new TemporaryFolder();
        folder.CopyFrom(Path.Combine(Repository.Root, "law"));
        var editions = folder.File("editions.yaml");
        await File.WriteAllTextAsync(
            editions,
            (await File.ReadAllTextAsync(editions)).Replace("kind: supplement", "kind: pamphlet", StringComparison.Ordinal)
        );

        var (code, output, _) = await Shell.Run(["law", "check", "--law", folder.File("")]);

        Assert.Equal(1, code);
        Assert.Contains("law/editions.yaml, line", output, StringComparison.Ordinal);
        Assert.Contains("pamphlet", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_law_folder_that_is_not_there_is_named()
    {
        var (code, _, error) = await Shell.Run(["law", "check", "--law", "no-such-law"]);

        Assert.Equal(2, code);
        Assert.Contains("no-such-law", error, StringComparison.Ordinal);
    }
}
