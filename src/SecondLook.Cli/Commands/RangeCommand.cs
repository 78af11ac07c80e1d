using System.CommandLine;

namespace SecondLook.Cli.Commands;

/// <summary><c>secondlook range</c>: the guideline range of each record, with its citations.</summary>
internal static class RangeCommand
{
    public static Example Create(Surroundings surroundings)
    {
        var file = RecordFiles.One();
        var command = new Command("range", "Computes the guideline range of each record.") { file };
        command.SetAction(_ =>
        {
            surroundings.Error.WriteLine("not yet");
            return ExitCode.CouldNotRun;
        });
        return new Example(command, "secondlook range clients.jsonl --manual 2012-11-01");
    }
}
