using System.CommandLine;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Cli.Commands;

/// <summary><c>secondlook range</c>: the guideline range of each record, every step with its citation.</summary>
internal static class RangeCommand
{
    public static Example Create(Surroundings surroundings)
    {
        var file = RecordFiles.One();
        var map = RecordFiles.MapOption();
        var manual = new Option<string?>("--manual")
        {
            Description =
                "A day on which the Manual to apply was in force, such as 2012-11-01. Without it, the Manual that the court used. "
                + "With it, levels are computed anew from the recorded quantities; where there are none, every level is tried.",
            HelpName = "DATE",
        };
        var every = new Option<bool>("--every-manual")
        {
            Description = "The range under every edition of the Manual side by side, and the amendment that moved it from one to the next.",
        };
        var command = new Command("range", "Computes the guideline range of each record, every step with its citation.")
        {
            file,
            manual,
            every,
            map,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(every) && result.GetValue(manual) is not null)
            {
                result.AddError("--manual and --every-manual cannot both be asked for. Leave one out.");
            }
        });
        command.SetAction(parsed =>
        {
            var law = Elements.Library;
            var edition = Edition(parsed.GetValue(manual), law);
            var rejected = 0;
            foreach (
                var row in new RecordFiles(
                    [parsed.GetRequiredValue(file)],
                    RecordFiles.Options(law, parsed.GetValue(map)),
                    surroundings
                ).Rows()
            )
            {
                if (row.Rejected is { } without)
                {
                    rejected++;
                    surroundings.Error.WriteLine(without);
                }
                else if (parsed.GetValue(every))
                {
                    var spans = EveryManual.Of(row.Record!, law, AskedLaw.LastDay(law));
                    surroundings.Output.WriteLine(EveryManualText.Of(row.Record!, spans, law));
                }
                else
                {
                    Print(row.Record!, edition, law, surroundings);
                }
            }

            return rejected > 0 ? ExitCode.DoneWithRejected : ExitCode.Done;
        });
        return new Example(
            command,
            "secondlook range clients.jsonl --manual 2012-11-01",
            "",
            "For each record the range under the Manual of Nov. 1, 2012, from the quantity to the range of the sentencing table and after it."
        );
    }

    private static void Print(SentencingRecord record, DateOnly? edition, LawLibrary law, Surroundings surroundings)
    {
        if (edition is { } day)
        {
            var (under, notes) = EveryManual.Under(record, day, law);
            surroundings.Output.WriteLine(WorksheetText.OfRange(under with { Assumptions = [.. notes, .. under.Assumptions] }, edition));
            return;
        }

        // The range at sentencing does not depend on the order; what is asked of it afterwards is another verb.
        var determination = SentenceReduction.Determine(
            record with
            {
                Motion = null,
            },
            new ReductionQuestion(null, surroundings.Today),
            law
        );
        surroundings.Output.WriteLine(WorksheetText.OfRange(determination));
    }

    private static DateOnly? Edition(string? text, LawLibrary law)
    {
        if (text is null)
        {
            return null;
        }

        var day = AskedLaw.Day(text, "--manual");
        var last = AskedLaw.LastDay(law);
        return day <= last && law.EditionOn(day) is { } edition
            ? edition
            : throw new CannotRunException(
                $"--manual: the Manual of {Wording.Date(day)} is not covered. The first is that of {Wording.Date(law.Editions[0])}, and the last day that is covered {Wording.Date(last)}; `secondlook law list` names all."
            );
    }
}
