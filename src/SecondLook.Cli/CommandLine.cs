using System.CommandLine;
using System.CommandLine.Help;
using SecondLook.Cli.Commands;
using SecondLook.Screening.Import;
using SecondLook.Sentencing.Law;

namespace SecondLook.Cli;

/// <summary>The verbs of <c>secondlook</c>, and the one place where whatever went wrong becomes a message.</summary>
public static class CommandLine
{
    /// <summary>Runs one command.</summary>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static async Task<int> Run(IReadOnlyList<string> args, Surroundings surroundings)
    {
        try
        {
            var parsed = Root(surroundings).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            return parsed.Errors.Count > 0 && parsed.Action is not HelpWithExample
                ? await Refuse(parsed, surroundings)
                : await parsed.InvokeAsync(
                    new InvocationConfiguration
                    {
                        Output = surroundings.Output,
                        Error = surroundings.Error,
                        EnableDefaultExceptionHandler = false,
                    }
                );
        }
        catch (Exception failure)
        {
            await surroundings.Error.WriteLineAsync(Message(failure));
            return ExitCode.CouldNotRun;
        }
        finally
        {
            await surroundings.Output.FlushAsync();
        }
    }

    private static RootCommand Root(Surroundings surroundings)
    {
        Example[] verbs =
        [
            ScreenCommand.Create(surroundings),
            ExplainCommand.Create(surroundings),
            RangeCommand.Create(surroundings),
            ReleaseCommand.Create(surroundings),
            PopulationCommand.Create(surroundings),
            LawCommand.Create(surroundings),
            ServeCommand.Create(surroundings),
            DemoCommand.Create(surroundings),
        ];
        var root = new RootCommand(
            "Screens federal sentencing records for retroactive reductions (18 U.S.C. 3582(c)(2), USSG §1B1.10). "
                + "The machine computes, people decide: every answer says why, and an answer that depends on a missing fact says which."
        );
        foreach (var verb in verbs)
        {
            root.Add(verb.Command);
        }

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExample((HelpAction)help.Action!, verbs);
        root.SetAction(parsed => help.Action is HelpWithExample action ? action.Invoke(parsed) : ExitCode.CouldNotRun);
        return root;
    }

    private static async Task<int> Refuse(ParseResult parsed, Surroundings surroundings)
    {
        foreach (var error in parsed.Errors)
        {
            await surroundings.Error.WriteLineAsync(error.Message);
        }

        await surroundings.Error.WriteLineAsync($"See {Path(parsed.CommandResult.Command)} --help.");
        return ExitCode.CouldNotRun;
    }

    /// <summary>Such as <c>secondlook law list</c>.</summary>
    private static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : "secondlook";

    private static string Message(Exception failure) =>
        failure switch
        {
            CannotRunException or ImportException or LawException => failure.Message,
            OperationCanceledException => "Stopped. Nothing was written.",
            IOException or UnauthorizedAccessException =>
                $"{failure.Message} Check that the file or folder is there, that it may be read or written, and that the disk has room.",
            AggregateException { InnerException: { } inner } => Message(inner),
            _ =>
                $"SecondLook has a fault and stopped ({failure.GetType().Name}: {failure.Message}). Nothing was written. Please report the command and this line.",
        };
}
