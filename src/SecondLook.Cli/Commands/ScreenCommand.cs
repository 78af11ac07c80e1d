using System.CommandLine;
using System.Globalization;
using SecondLook.Screening.Screen;
using SecondLook.Sentencing;

namespace SecondLook.Cli.Commands;

/// <summary><c>secondlook screen</c>: a file of records in, a determination out for each, and the tally.</summary>
internal static class ScreenCommand
{
    // A row of a table becomes fifty times as many bytes when its findings are written: smaller pieces keep memory small.
    private const int FindingsBlock = 1 << 16;
    private const int RowsBlock = 1 << 19;

    public static Example Create(Surroundings surroundings)
    {
        var files = RecordFiles.Several();
        var question = new QuestionOptions();
        var map = RecordFiles.MapOption();
        var output = new Option<string?>("--out")
        {
            Description = "Where the determinations go; the ending decides the format: .jsonl (with findings), .csv, .parquet, .xlsx.",
            HelpName = "FILE",
        };
        var rejected = new Option<string?>("--rejected")
        {
            Description = "Where rows without an answer go, with file, row, field, reason and what to do: .csv or .jsonl.",
            HelpName = "FILE",
        };
        var threads = new Option<int>("--threads")
        {
            Description = "How many processors to use; the output is the same for any number.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
            HelpName = "N",
        };
        var noFindings = new Option<bool>("--no-findings")
        {
            Description = "Leave the findings out of .jsonl: smaller and faster, without the reasons step by step.",
        };
        var command = new Command("screen", "Screens files of records: a determination for each, in the order read, and the tally.")
        {
            files,
            map,
            output,
            rejected,
            threads,
            noFindings,
        };
        question.AddTo(command);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var law = Elements.Library;
                var asked = question.Read(parsed, law, surroundings);
                var paths = parsed.GetRequiredValue(files);
                var (to, rejectedTo) = (parsed.GetValue(output), parsed.GetValue(rejected));
                Check(paths, to, rejectedTo);
                using var determinations = OpenOutput(to, !parsed.GetValue(noFindings));
                using var without = rejectedTo is null ? new RejectedRows() : RejectedRows.Open(rejectedTo);
                var run = new Screen(law, asked, determinations, without, Math.Max(1, parsed.GetValue(threads)));
                var tally = await run.Read(
                    new RecordFiles(
                        paths,
                        RecordFiles.Options(law, parsed.GetValue(map), determinations.HoldsFindings ? FindingsBlock : RowsBlock),
                        surroundings
                    ),
                    surroundings,
                    cancellation
                );
                await surroundings.Output.WriteLineAsync($"Question: {question.InWords(parsed, asked)}");
                TallyText.Print(tally, surroundings.Output);
                Tell(to, rejectedTo, tally, without, surroundings);
                return tally.Rejected > 0 ? ExitCode.DoneWithRejected : ExitCode.Done;
            }
        );
        return new Example(
            command,
            "secondlook screen clients.jsonl --amendment 782 --order-date 2016-03-10 --out answers.csv --rejected rejected.csv",
            "",
            "answers.csv then has one row for each record: eligible, ineligible (and the rule), or undetermined (and the missing fact)."
        );
    }

    private static void Check(string[] paths, string? output, string? rejected)
    {
        if (output is not null && !ScreenOutput.Endings.Contains(Path.GetExtension(output).ToLowerInvariant(), StringComparer.Ordinal))
        {
            throw new CannotRunException(
                $"--out: the ending of `{output}` names no format. Give it one of {string.Join(", ", ScreenOutput.Endings)}."
            );
        }

        string[] written = [.. ((string?[])[output, rejected]).OfType<string>().Select(Path.GetFullPath)];
        if (written.Length == 2 && written[0] == written[1])
        {
            throw new CannotRunException($"--out and --rejected are the same file, `{output}`. Give them different names.");
        }

        if (paths.FirstOrDefault(path => written.Contains(Path.GetFullPath(path), StringComparer.Ordinal)) is { } both)
        {
            throw new CannotRunException(
                $"`{both}` would be read and written. Give --out and --rejected other names than the records have."
            );
        }

        if (paths.Count(path => path == "-") > 1)
        {
            throw new CannotRunException("Standard input (-) can be read only once. Name it once.");
        }
    }

    private static ScreenOutput OpenOutput(string? path, bool withFindings) =>
        path is null ? new NoOutput() : ScreenOutput.Open(path, withFindings);

    private static void Tell(string? output, string? rejectedTo, Tally tally, RejectedRows rejected, Surroundings surroundings)
    {
        if (output is not null)
        {
            surroundings.Output.WriteLine($"Determinations: {output}");
        }

        if (tally.Rejected == 0)
        {
            return;
        }

        if (rejectedTo is not null)
        {
            surroundings.Output.WriteLine($"Rejected rows: {rejectedTo}");
        }

        surroundings.Error.WriteLine($"{tally.Rejected} of {tally.Determined + tally.Rejected} rows have no answer:");
        foreach (var row in rejected.First)
        {
            surroundings.Error.WriteLine($"  {row}");
        }

        if (tally.Rejected > rejected.First.Count)
        {
            surroundings.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"  and {tally.Rejected - rejected.First.Count} more")
                    + (rejectedTo is null ? "; --rejected FILE writes them all." : ".")
            );
        }
    }
}
