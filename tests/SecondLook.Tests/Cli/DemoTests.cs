namespace SecondLook.Tests.Cli;

public class DemoTests
{
    [Fact]
    public async Task The_demonstration_screens_the_samples_shows_the_wave_and_explains_a_case()
    {
        var (code, output, _) = await Shell.Run(["demo", "--once"]);

        Assert.Equal(0, code);
        Assert.All(
            [
                "June 1, 2016",
                "ussc-fy2002-january.csv",
                "rulings.jsonl",
                "nobody in it exists",
                "Friday, Oct. 30, 2015",
                "Saturday, Oct. 31, 2015",
                "Monday, Nov. 2, 2015",
                "No reduction is automatic",
                "everybody is invented",
                "sample-judge",
            ],
            words => Assert.Contains(words, output, StringComparison.Ordinal)
        );
    }
}
