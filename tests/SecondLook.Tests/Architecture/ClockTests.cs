using System.Text.RegularExpressions;

namespace SecondLook.Tests.Architecture;

/// <summary>Time is an argument. The clock is read once, at the front door.</summary>
public partial class ClockTests
{
    [Theory]
    [InlineData("src/SecondLook.Sentencing")]
    [InlineData("src/SecondLook.Screening")]
    [InlineData("src/SecondLook.Docket")]
    public void No_rule_no_screen_and_no_docket_reads_the_clock(string project)
    {
        var wrong =
            from path in Repository.CSharpFiles(project)
            from line in Repository.Lines(path).Index()
            where !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal) && Clock().IsMatch(line.Item)
            select $"{path}:{line.Index + 1}: {line.Item.Trim()}";

        Expect.None(wrong, "Take the date as a parameter:");
    }

    [GeneratedRegex(@"\b(DateTime(Offset)?\.(Now|UtcNow|Today)|TimeProvider\.System|Environment\.TickCount(64)?)\b")]
    private static partial Regex Clock();
}
