using System.IO.Compression;
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

    /// <summary>A term on revocation is none that §1B1.10 reaches (n.7(A)), and its file gives only the fiscal year of the sentence.</summary>
    [Fact]
    public async Task Terms_on_revocation_are_left_out_of_the_real_stock_and_counted()
    {
        using var packed = new GZipStream(
            File.OpenRead(Path.Combine(Repository.Root, "tests/data/ussc-revocations-fy2013-17.csv.gz")),
            CompressionMode.Decompress
        );
        using var reader = new StreamReader(packed);
        Directory.CreateDirectory(folder.File("data"));
        var lines = Enumerable.Range(0, 21).Select(_ => reader.ReadLine());
        await File.WriteAllTextAsync(folder.File("data/revocations.csv"), string.Join('\n', lines) + "\n");

        var (_, output, error) = await Shell.Run(["population", "--from-datafiles", folder.File("data"), "--on", "2014-11-01"]);

        Assert.Equal("", output);
        Assert.Contains("20 terms on revocation left out", error, StringComparison.Ordinal);
    }
}
