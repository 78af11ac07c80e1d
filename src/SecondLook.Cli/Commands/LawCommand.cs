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
        var command = new Command("law", "What law is at hand, and whether it is whole.") { List(surroundings) };
        return new Example(
            command,
            "secondlook law list",
            "",
            "Every element of the law with its versions, every amendment, every edition of the Manual."
        );
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
        + (amendment.NotComputable is { } why ? $"; not computed: {why}" : "");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
