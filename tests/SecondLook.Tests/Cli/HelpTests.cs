namespace SecondLook.Tests.Cli;

public class HelpTests
{
    [Theory]
    [InlineData("screen")]
    [InlineData("explain")]
    [InlineData("range")]
    [InlineData("release")]
    [InlineData("population")]
    [InlineData("law")]
    [InlineData("law", "list")]
    [InlineData("law", "show")]
    [InlineData("law", "diff")]
    [InlineData("law", "check")]
    [InlineData("demo")]
    public async Task Every_verb_has_help_with_one_worked_example(params string[] verb)
    {
        var (code, output, error) = await Shell.Run([.. verb, "--help"]);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains($"Example:\n  secondlook {verb[0]}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_alone_says_what_it_does_and_names_its_verbs()
    {
        var (code, output, _) = await Shell.Run([]);

        Assert.Equal(0, code);
        Assert.All(
            ["screen", "explain", "range", "release", "law", "demo", "Exit codes"],
            word => Assert.Contains(word, output, StringComparison.Ordinal)
        );
    }
}
