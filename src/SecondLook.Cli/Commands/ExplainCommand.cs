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
        var against = new Option<string[]>("--against")
        {
            Description =
                "Another party's record of the same case: says where the two computations part ways, and over which fact or rule. May be given twice.",
            HelpName = "OTHER",
        };
        var question = new QuestionOptions();
        var map = RecordFiles.MapOption();
        var command = new Command("explain", "Explains the answer for one record: every step with its citation, old and new side by side.")
        {
            file,
            id,
            against,
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
            var found = Find(files, path, parsed.GetValue(id));
            if (parsed.GetValue(against) is { Length: > 0 } others)
            {
                var options = RecordFiles.Options(law, parsed.GetValue(map));
                surroundings.Output.Write(
                    Compared(
                        path,
                        found,
                        others,
                        other => new RecordFiles([other], options, surroundings),
                        asked,
                        law,
                        parsed.GetRequiredValue(format)
                    )
                );
                return ExitCode.Done;
            }

            foreach (var record in found)
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

    private static string Compared(
        string path,
        List<SentencingRecord> found,
        string[] others,
        Func<string, RecordFiles> open,
        ReductionQuestion question,
        LawLibrary law,
        string format
    )
    {
        if (found.Count > 1)
        {
            throw new CannotRunException(
                $"{path} holds {found[0].Id} more than once. Give the computation that is meant a file of its own."
            );
        }

        if (format == "html" && others.Length > 1)
        {
            throw new CannotRunException("--format html: a page compares two computations. Give --against once for each page.");
        }

        PartyComputation Party(string file, SentencingRecord record) =>
            new(
                others.Append(path).Count(other => Path.GetFileName(other) == Path.GetFileName(file)) > 1 ? file : Path.GetFileName(file),
                record,
                SentenceReduction.Determine(record, question, law)
            );

        var one = Party(path, found[0]);
        return string.Join(
            "\n",
            others.Select(other =>
            {
                var disagreement = Disagreement.Between(one, Party(other, Same(open(other), other, found[0].Id)));
                return format switch
                {
                    "json" => $"{DisagreementJson.Text(disagreement)}\n",
                    "html" => DisagreementHtml.Of(disagreement),
                    _ => DisagreementText.Of(disagreement),
                };
            })
        );
    }

    /// <summary>The record of the same case in another file: the one with the same id, or the only one of the file.</summary>
    private static SentencingRecord Same(RecordFiles files, string path, string id)
    {
        var rows = files.Rows().ToList();
        var records = rows.Select(row => row.Record).OfType<SentencingRecord>().ToList();
        var same = records.Where(record => record.Id == id).ToList();
        return same.Count == 1 ? same[0]
            : same.Count > 1 ? throw new CannotRunException($"{path} holds {id} more than once. Leave the record that is meant.")
            : rows.Count == 1 && records.Count == 1 ? records[0]
            : throw NotFound(
                path,
                id,
                rows.Count,
                [.. records.Select(record => record.Id).Take(IdsForSuggestions)],
                [.. rows.Select(row => row.Rejected).OfType<RejectedRow>()]
            );
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
