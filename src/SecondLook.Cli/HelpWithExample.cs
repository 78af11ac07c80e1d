using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SecondLook.Cli;

/// <summary>A verb with one worked example.</summary>
/// <param name="Command">The verb.</param>
/// <param name="Lines">The example: a command, and what it does.</param>
public sealed record Example(Command Command, params string[] Lines)
{
    /// <summary>The verbs within it that have an example of their own.</summary>
    public IReadOnlyList<Example> Parts { get; init; } = [];
}

/// <summary>The help of a verb, with its example at the end.</summary>
internal sealed class HelpWithExample(HelpAction help, IReadOnlyList<Example> examples) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var verb = parseResult.CommandResult.Command;
        var example = examples
            .SelectMany(e => e.Parts)
            .Concat(examples)
            .FirstOrDefault(e => e.Command == verb || e.Command.Subcommands.Contains(verb));
        if (example is not null)
        {
            output.WriteLine("Example:");
            foreach (var line in example.Lines)
            {
                output.WriteLine($"  {line}");
            }

            output.WriteLine();
        }

        output.WriteLine("Exit codes: 0 done, 1 done with rejected records, 2 could not run.");
        return ExitCode.Done;
    }
}
