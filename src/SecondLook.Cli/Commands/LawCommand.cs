using System.CommandLine;
using System.Globalization;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Cli.Commands;

/// <summary><c>secondlook law</c>: what law is at hand.</summary>
internal static class LawCommand
{
    public static Example Create(Surroundings surroundings)
    {
        var (show, diff) = (LawShowCommand.Create(surroundings), LawDiffCommand.Create(surroundings));
        var command = new Command("law", "What the law says, what changed it, and whether it is whole.")
        {
            List(surroundings),
            show.Command,
            diff.Command,
            Check(surroundings),
        };
        return new Example(
            command,
            "secondlook law list",
            "",
            "Every element of the law with its versions, every amendment, every edition of the Manual."
        )
        {
            Parts = [show, diff],
        };
    }

    private static Command List(Surroundings surroundings)
    {
        var command = new Command("list", "Lists the elements of the law with their versions, the amendments and the editions.");
        command.SetAction(_ =>
        {
            Print(Elements.Library, surroundings.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Check(Surroundings surroundings)
    {
        var folder = new Option<string?>("--law")
        {
            Description = "The law folder to check. Without it, the law of this release.",
            HelpName = "DIR",
        };
        var command = new Command("check", "Says what is wrong in the law: gaps, overlaps, thresholds, citations.") { folder };
        command.SetAction(parsed =>
        {
            var files = parsed.GetValue(folder) is { } path ? Folder(path) : LawFiles.Embedded();
            var found = LawChecks.Run(files);
            foreach (var finding in found)
            {
                surroundings.Output.WriteLine(finding);
            }

            surroundings.Output.WriteLine(
                found.Count == 0
                    ? string.Create(CultureInfo.InvariantCulture, $"Nothing is wrong in {files.Paths.Count} files.")
                    : string.Create(CultureInfo.InvariantCulture, $"{found.Count} found.")
            );
            return found.Count == 0 ? ExitCode.Done : ExitCode.DoneWithRejected;
        });
        return command;
    }

    private static LawFiles Folder(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new CannotRunException($"--law: there is no folder `{path}`. Name the folder that holds editions.yaml.");
        }

        return new LawFiles(
            Directory
                .EnumerateFiles(path, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".yaml" or ".csv")
                .ToDictionary(
                    file => $"law/{Path.GetRelativePath(path, file).Replace('\\', '/')}",
                    file => (Func<string>)(() => File.ReadAllText(file)),
                    StringComparer.Ordinal
                )
        );
    }

    private static void Print(LawLibrary law, TextWriter output)
    {
        output.WriteLine("Elements of the law, their versions by the day from which each is in force:");
        foreach (var element in law.Elements.OrderBy(element => element.File, StringComparer.Ordinal))
        {
            output.WriteLine($"  {element.Element} ({element.File}), known from {Wording.Date(element.CoveredFrom)}{Until(element)}");
            foreach (var (effective, version) in element.AnyVersions)
            {
                output.WriteLine(
                    version is null
                        ? $"    {Day(effective)}  not in force"
                        : $"    {Day(effective)}  {version.Citation}{By(version)}{Sure(version)}"
                );
            }
        }

        output.WriteLine();
        output.WriteLine("Amendments:");
        foreach (var amendment in law.Amendments)
        {
            output.WriteLine($"  {amendment.Id, -5} {Day(amendment.Effective)}  {amendment.Title}; {Listed(amendment)}");
        }

        output.WriteLine();
        output.WriteLine($"Editions of the Manual: {string.Join(", ", law.Editions.Select(Day))}");
    }

    private static string Until(ElementHistory element) => element.CoveredUntil is { } end ? $" until {Wording.Date(end)}" : "";

    private static string By(Provision version) => version.Amendment is { } amendment ? $", amendment {amendment}" : "";

    private static string Sure(Provision version) => version.Confidence == Confidence.Recalled ? " (recalled, not read again)" : "";

    private static string Listed(Amendment amendment) =>
        (amendment.Retroactive is { } listed ? $"retroactive from {Wording.Date(listed.Listed)}" : "not retroactive")
        + (amendment is { NotComputable: null, WithoutEffect: null } ? "" : $"; computed: {Coverage.Computed(amendment)}");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
