using System.Buffers;
using System.CommandLine;
using System.Globalization;
using SecondLook.Screening.Population;
using SecondLook.Screening.Screen;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Cli.Commands;

/// <summary><c>secondlook population</c>: people to work on, who do not exist or stand in the Commission's datafiles.</summary>
internal static class PopulationCommand
{
    public static Example Create(Surroundings surroundings)
    {
        var seed = new Option<ulong>("--seed")
        {
            Description = "The same seed gives the same people.",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };
        var from = new Option<string?>("--from")
        {
            Description = "A model of a stock, in YAML; without it the one of November 1, 2014 that comes with the program.",
            HelpName = "FILE",
        };
        var datafiles = new Option<string?>("--from-datafiles")
        {
            Description = "The real stock instead, from a folder of the Commission's datafiles: sentenced by then, not yet out.",
            HelpName = "DIR",
        };
        var on = new Option<string?>("--on") { Description = "The day of the stock from datafiles.", HelpName = "DATE" };
        var model = new Option<bool>("--model") { Description = "Print the model that comes with the program, to be edited." };
        var output = new Option<string?>("--out") { Description = "Where the records go; without it, standard output.", HelpName = "FILE" };
        var command = new Command("population", "Writes a synthetic stock of people in federal prison for drugs; nobody in it exists.")
        {
            seed,
            from,
            datafiles,
            on,
            model,
            output,
        };
        command.SetAction(async parsed =>
        {
            if (parsed.GetValue(model))
            {
                await surroundings.Output.WriteAsync(StockModel.BundledText());
                return ExitCode.Done;
            }

            if (parsed.GetValue(datafiles) is { } folder)
            {
                return await FromDatafiles(folder, parsed.GetValue(on), parsed.GetValue(output), surroundings);
            }

            var chosen = parsed.GetValue(from) is { } path ? StockModel.Read(path) : StockModel.Bundled();
            var stock = new SyntheticStock(chosen, Elements.Library, parsed.GetValue(seed));
            await Write(stock.People(), parsed.GetValue(output), surroundings);
            await surroundings.Error.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{chosen.Size.Value:#,0} synthetic records: {chosen.Title}. {stock.Drawn:#,0} were drawn; the others had left."
                )
            );
            return ExitCode.Done;
        });
        return new Example(
            command,
            "secondlook population --seed 1 --out stock.jsonl",
            "",
            "stock.jsonl then has about 100,000 records marked synthetic, for `screen` and `release`."
        );
    }

    private static async Task<int> FromDatafiles(string folder, string? on, string? output, Surroundings surroundings)
    {
        var law = Elements.Library;
        var day =
            on is null ? StockModel.Bundled().Date
            : DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given) ? given
            : throw new CannotRunException($"--on: `{on}` is no day. Write it as 2014-11-01.");
        var stock = new DatafileStock(day, law);
        await Write(stock.People(new RecordFiles([folder], RecordFiles.Options(law), surroundings).Rows()), output, surroundings);
        await surroundings.Error.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{stock.Read:#,0} rows read, {stock.Drugs:#,0} sentenced under a drug guideline by {Wording.Date(day)}, of which {stock.Undated:#,0} without a term or a month; {stock.Revocations:#,0} terms on revocation left out, {stock.Rejected:#,0} rejected. Assumed: the sentence began on the day of sentencing (the last of its month where only that is known), no credit, all good time."
            )
        );
        return stock.Rejected > 0 ? ExitCode.DoneWithRejected : ExitCode.Done;
    }

    private static async Task Write(IEnumerable<SentencingRecord> people, string? output, Surroundings surroundings)
    {
        if (output is null)
        {
            foreach (var person in people)
            {
                await surroundings.Output.WriteLineAsync(RecordJson.Write(person));
            }

            return;
        }

        using var file = new ReplacedFile(output);
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        foreach (var person in people)
        {
            RecordJson.Write(person, buffer);
            buffer.Write("\n"u8);
            await file.Stream.WriteAsync(buffer.WrittenMemory);
            buffer.ResetWrittenCount();
        }

        file.Keep();
    }
}
