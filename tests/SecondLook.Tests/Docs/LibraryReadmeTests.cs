using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.Docs;

/// <summary>
/// The README that travels with the library: its code is <see cref="LibrarySample"/>, which is compiled with the tests, and what it says the
/// code prints is what it prints. With <c>SECONDLOOK_GOLDEN=accept</c> in the environment both blocks are rewritten.
/// </summary>
public class LibraryReadmeTests
{
    private const string Readme = "src/SecondLook.Sentencing/README.md";
    private const string Code = "```csharp\n";
    private const string Printed = "```text\n";

    [Fact]
    public void The_code_of_the_readme_compiles_and_prints_what_the_readme_says()
    {
        var path = Path.Combine(Repository.Root, Readme);
        var written = File.ReadAllText(path);
        using var output = new StringWriter { NewLine = "\n" };
        LibrarySample.Run(output);

        var current = With(With(written, Code, Sample()), Printed, output.ToString());

        if (Environment.GetEnvironmentVariable("SECONDLOOK_GOLDEN") == "accept")
        {
            File.WriteAllText(path, current);
            return;
        }

        Assert.Equal(written, current);
    }

    /// <summary>Heroin of 1,000 to 3,000 grams: level 32, since amend. 782 level 30 (§2D1.1(c)); with acceptance 29 and 27, category II.</summary>
    [Fact]
    public void The_sample_answers_as_the_Manual_does()
    {
        using var output = new StringWriter { NewLine = "\n" };
        LibrarySample.Run(output);

        Assert.StartsWith(
            "Eligible: 97-121 becomes 78-97\nno less than 78 months (AmendedMinimum)\n",
            output.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains("points: 2 -> 1, by amendment 821A\n", output.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The body of the sample without its indentation.</summary>
    private static string Sample()
    {
        const string Indent = "        ";
        var lines = Repository.Lines("tests/SecondLook.Tests/Docs/LibrarySample.cs");
        var first = Array.FindIndex(lines, line => line == "    {") + 1;
        var last = Array.FindLastIndex(lines, line => line == "    }");
        return string.Concat(lines[first..last].Select(line => $"{(line.Length == 0 ? "" : line[Indent.Length..])}\n"));
    }

    private static string With(string page, string fence, string block)
    {
        var start = page.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        return page[..start] + block + page[page.IndexOf("```", start, StringComparison.Ordinal)..];
    }
}
