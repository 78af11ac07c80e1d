using System.Text;
using SecondLook.Tests.Architecture;
using SecondLook.Tests.Cli;

namespace SecondLook.Tests.Docs;

/// <summary>
/// Every block of the README that begins with <c>$ secondlook</c> is run, and what it prints must be what stands there. With
/// <c>SECONDLOOK_GOLDEN=accept</c> in the environment the blocks are rewritten instead.
/// </summary>
public class ReadmeTests
{
    private const string Fence = "```";
    private const string Prompt = "$ secondlook ";

    [Fact]
    public async Task What_the_readme_shows_is_what_the_program_prints()
    {
        var path = Path.Combine(Repository.Root, "README.md");
        var written = await File.ReadAllTextAsync(path);

        var printed = await Rerun(written);

        if (Environment.GetEnvironmentVariable("SECONDLOOK_GOLDEN") == "accept")
        {
            await File.WriteAllTextAsync(path, printed);
            return;
        }

        Assert.Contains($"{Fence}console\n{Prompt}", written, StringComparison.Ordinal);
        Assert.Equal(written, printed);
    }

    /// <summary>The README with the output of its commands put in anew.</summary>
    private static async Task<string> Rerun(string readme)
    {
        var result = new StringBuilder();
        var lines = readme.TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            result.Append(lines[i]).Append('\n');
            if (lines[i].StartsWith(Prompt, StringComparison.Ordinal))
            {
                result.Append(await Output(lines[i][Prompt.Length..]));
                i = Array.IndexOf(lines, Fence, i) - 1;
            }
        }

        return result.ToString();
    }

    private static async Task<string> Output(string command)
    {
        var args = command
            .Split(' ')
            .Select(arg => arg.StartsWith("samples/", StringComparison.Ordinal) ? Path.Combine(Repository.Root, arg) : arg);
        var (code, output, error) = await Shell.Run([.. args]);
        Assert.True(code == 0, error);
        return output;
    }
}
