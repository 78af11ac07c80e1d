using SecondLook.Tests.Architecture;
using SecondLook.Tests.Screening;

namespace SecondLook.Tests.Cli;

public sealed class PopulationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_model_can_be_printed_edited_and_drawn_from()
    {
        var (_, model, _) = await Shell.Run(["population", "--model"]);
        var small = folder.Write("small.yaml", model.Replace("value: 100114", "value: 30", StringComparison.Ordinal));

        var (code, _, error) = await Shell.Run(["population", "--from", small, "--seed", "5", "--out", folder.File("stock.jsonl")]);
        var (_, direct, _) = await Shell.Run(["population", "--from", small, "--seed", "5"]);

        Assert.Equal(0, code);
        Assert.StartsWith("30 synthetic records", error, StringComparison.Ordinal);
        Assert.Equal(direct, await File.ReadAllTextAsync(folder.File("stock.jsonl")));
        Assert.All(
            direct.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Contains("\"synthetic\":true", line, StringComparison.Ordinal)
        );
    }

    /// <summary>Of the 53 drug cases of January 2002 nobody was sentenced by 2001, and all but those with short terms are there in 2003.</summary>
    [Fact]
    public async Task The_real_stock_is_who_was_sentenced_by_then_and_is_not_yet_out()
    {
        Directory.CreateDirectory(folder.File("data"));
        File.Copy(Path.Combine(Repository.Root, "samples/ussc-fy2002-january.csv"), folder.File("data/fy2002.csv"));

        var before = await Shell.Run(["population", "--from-datafiles", folder.File("data"), "--on", "2001-12-31"]);
        var soon = await Shell.Run(["population", "--from-datafiles", folder.File("data"), "--on", "2002-02-01"]);
        var later = await Shell.Run(["population", "--from-datafiles", folder.File("data"), "--on", "2012-01-01"]);

        Assert.Equal("", before.Output);
        Assert.Contains("53 sentenced under a drug guideline", soon.Error, StringComparison.Ordinal);
        Assert.InRange(soon.Output.Count(c => c == '\n'), 45, 53);
        Assert.InRange(later.Output.Count(c => c == '\n'), 1, 25);
    }
}
