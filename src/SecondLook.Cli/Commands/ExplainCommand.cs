using System.CommandLine;
using SecondLook.Screening.Import;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Cli.Commands;

/// <summary><c>secondlook explain</c>: one record, every step with its citation.</summary>
internal static class ExplainCommand
{
    private const int IdsForSuggestions = 10_000;

    public static Example Create(Surroundings surroundings)
    {
        var file = RecordFiles.One();
        var id = new Option<string?>("--id")
        {
            Description = "The id of the record. May be left out where the file holds one record.",
            HelpName = "ID",
        };
        var format = new Option<string>("--format") { Description = "How to print it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "html");
        var question = new QuestionOptions();
        var map = RecordFiles.MapOption();
        var command = new Command("explain", "Explains the answer for one record: every step with its citation, old and new side by side.")
        {
            file,
            id,
            format,
            map,
        };
        question.AddTo(command);
        command.SetAction(parsed =>
        {
            var law = Elements.Library;
            var asked = question.Read(parsed, law, surroundings);
            var path = parsed.GetRequiredValue(file);
            var files = new RecordFiles([path], RecordFiles.Options(law, parsed.GetValue(map)), surroundings);
            foreach (var record in Find(files, path, parsed.GetValue(id)))
            {
                surroundings.Output.Write(Text(record, asked, law, parsed.GetRequiredValue(format)));
            }

            return ExitCode.Done;
        });
        return new Example(
            command,
            "secondlook explain clients.jsonl --id tne-2013-0417 --amendment 782 --order-date 2016-03",
            "",
            "The answer in one sentence, why, both computations step by step, how far the term may fall, and what is missing."
        );
    }

    internal static string Text(SentencingRecord record, ReductionQuestion question, LawLibrary law, string format)
    {
        var determination = SentenceReduction.Determine(record, question, law);
        return format switch
        {
            "json" => $"{DeterminationJson.Text(determination, indented: true)}\n",
            "html" => WorksheetHtml.Of(Worksheet.Of(determination, record)),
            _ => WorksheetText.Of(Worksheet.Of(determination, record)),
        };
    }

    /// <summary>The records with the id, more than one where it is used twice; without an id the only record of the file.</summary>
    private static List<SentencingRecord> Find(RecordFiles files, string path, string? id)
    {
        var found = new List<SentencingRecord>();
        var others = new List<string>();
        var rejected = new List<RejectedRow>();
        var rows = 0L;
        foreach (var row in files.Rows())
        {
            rows++;
            if (row.Rejected is { } without)
            {
                rejected.Add(without);
            }
            else if (row.Record is { } record && (id is null || record.Id == id || record.Origin?.SourceId == id))
            {
                found.Add(record);
                if (id is null && found.Count > 1)
                {
                    throw new CannotRunException($"{path} holds more than one record. Name one with --id, such as --id {found[0].Id}.");
                }
            }
            else if (others.Count < IdsForSuggestions)
            {
                others.Add(row.Record!.Id);
            }
        }

        return found.Count > 0 ? found : throw NotFound(path, id, rows, others, rejected);
    }

    private static CannotRunException NotFound(string path, string? id, long rows, List<string> others, List<RejectedRow> rejected)
    {
        var rejection = rejected.Count == 0 ? "" : $" {rejected.Count} of its rows could not be read; the first: {rejected[0]}";
        if (rows == 0 || id is null)
        {
            return new CannotRunException($"{path} holds no record that can be read.{rejection}");
        }

        var meant = NearestName.To(id, others);
        return new CannotRunException(
            $"{path} holds no record with the id `{id}`. {(meant is null ? "Ids are compared letter by letter." : $"Did you mean {meant}?")}{rejection}"
        );
    }
}
