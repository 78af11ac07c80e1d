namespace SecondLook.Tests.Cli;

public class DemoTests
{
    [Fact]
    public async Task The_demonstration_screens_the_samples_and_explains_a_case_the_same_every_day()
    {
        var (code, output, _) = await Shell.Run(["demo"]);
        var again = await Shell.Run(["demo"]);

        Assert.Equal(0, code);
        Assert.Equal(output, again.Output);
        Assert.All(
            ["June 1, 2016", "ussc-fy2002-january.csv", "rulings.jsonl", "No reduction is automatic"],
            words => Assert.Contains(words, output, StringComparison.Ordinal)
        );
    }
}
