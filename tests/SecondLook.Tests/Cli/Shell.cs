using System.Text;
using SecondLook.Cli;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Tests.Cli;

/// <summary>Runs commands in this process, as a pipe would: nobody watches, and it is Nov. 24, 2026.</summary>
internal static class Shell
{
    public static async Task<(int Code, string Output, string Error)> Run(IReadOnlyList<string> args, string input = "")
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var code = await CommandLine.Run(
            args,
            new Surroundings(output, error, stream, PartialDate.On(new DateOnly(2026, 11, 24)), IsTerminal: false)
        );
        return (code, output.ToString(), error.ToString());
    }
}
