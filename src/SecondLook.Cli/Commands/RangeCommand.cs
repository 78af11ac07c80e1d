using System.CommandLine;
using System.Globalization;
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
                + "With it, levels are computed anew from the recorded quantities; where there are none the recorded levels stay.",
            HelpName = "DATE",
        };
        var command = new Command("range", "Computes the guideline range of each record, every step with its citation.")
        {
            file,
            manual,
            map,
        };
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
        // The range at sentencing does not depend on the order; what is asked of it afterwards is another verb.
        var asked = (edition is null ? record : Under(record, edition.Value)) with
        {
            Motion = null,
        };
        var determination = SentenceReduction.Determine(asked, new ReductionQuestion(null, surroundings.Today), law);
        surroundings.Output.WriteLine(WorksheetText.OfRange(determination, edition));
    }

    /// <summary>The same facts under another Manual: what the court read off its own tables is left out where the quantities are known.</summary>
    private static SentencingRecord Under(SentencingRecord record, DateOnly edition) =>
        record with
        {
            Manual = edition,
            GuidelineRange = null,
            Offense =
                record.Offense.Drugs is { Count: > 0 } || record.Offense.ConvertedDrugWeightKg is not null
                    ? record.Offense with
                    {
                        DrugQuantityLevel = null,
                        BaseOffenseLevel = null,
                        TotalOffenseLevel = null,
                    }
                    : record.Offense,
        };

    private static DateOnly? Edition(string? text, LawLibrary law)
    {
        if (text is null)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw new CannotRunException($"--manual: `{text}` is no day. Write it as 2012-11-01.");
        }

        return law.EditionOn(day)
            ?? throw new CannotRunException(
                $"--manual: no Manual of {Wording.Date(day)} is at hand. The first is that of {Wording.Date(law.Editions[0])}; `secondlook law list` names all."
            );
    }
}
