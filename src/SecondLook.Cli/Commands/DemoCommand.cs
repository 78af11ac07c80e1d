using System.CommandLine;
using SecondLook.Screening.Import;
using SecondLook.Screening.Population;
using SecondLook.Screening.Release;
using SecondLook.Screening.Screen;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;
using SecondLook.Web;
using SecondLook.Web.Sample;

namespace SecondLook.Cli.Commands;

/// <summary><c>secondlook demo</c>: the bundled real records screened, one of them explained, and the site with a docket in which everybody is invented.</summary>
internal static class DemoCommand
{
    // A fixed date, so that the demonstration prints the same every day: the summer after Amendment 782's first releases.
    private static readonly PartialDate OrderDate = PartialDate.On(new DateOnly(2016, 6, 1));

    private const string Rulings = "rulings.jsonl";
    private const string Explained = "bumgardner-edtn-2015";

    private static readonly (string File, string What)[] Samples =
    [
        ("ussc-fy2002-january.csv", "people sentenced in January 2002, from the Commission's individual datafile"),
        (Rulings, "public rulings on motions, each with the date of its own order"),
    ];

    public static Example Create(Surroundings surroundings)
    {
        var once = new Option<bool>("--once") { Description = "Stops when everything is shown, without serving the site." };
        var urls = ServeCommand.Urls();
        var command = new Command(
            "demo",
            "Screens the bundled real samples, explains one case, and serves the site with a sample docket until it is stopped with Ctrl+C."
        )
        {
            once,
            urls,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                await Screens(surroundings, cancellation);
                return await Docket(parsed.GetValue(once) ? null : parsed.GetValue(urls)!, surroundings, cancellation);
            }
        );
        return new Example(command, "secondlook demo");
    }

    /// <summary>A docket in which everybody is invented, in a folder that is removed afterwards.</summary>
    private static async Task<int> Docket(string? urls, Surroundings surroundings, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("secondlook-demo-").FullName;
        try
        {
            var store = ServeCommand.Open(Path.Combine(folder, "docket.db"));
            await store.Migrate();
            var logins = await SampleDocket.Fill(store, Elements.Library, urls is null ? 0 : InCaseload);
            await surroundings.Output.WriteLineAsync();
            await surroundings.Output.WriteLineAsync(
                $"A sample docket of {Wording.Date(DateOnly.FromDateTime(SampleDocket.Morning.Date))}, in which everybody is invented. Sign in as"
            );
            foreach (var login in logins)
            {
                await surroundings.Output.WriteLineAsync($"  {login.Name, -14} password {login.Password, -21} {login.Who}");
            }

            return urls is null
                ? ExitCode.Done
                : await ServeCommand.Run(
                    new SiteOptions(store, urls, folder, new SampleClock(SampleDocket.Morning, TimeProvider.System))
                    {
                        Sample = true,
                        SampleLogins = logins,
                    },
                    surroundings,
                    cancellation
                );
        }
        finally
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // Where a file that is open cannot be removed, the system removes it with what else is temporary.
            }
        }
    }

    private static async Task Screens(Surroundings surroundings, CancellationToken cancellation)
    {
        var law = Elements.Library;
        var question = new ReductionQuestion(null, OrderDate);
        await surroundings.Output.WriteLineAsync(
            $"Every covered amendment, order of {Wording.Date(OrderDate)} where the record names no other date"
        );
        await surroundings.Output.WriteLineAsync();
        foreach (var (file, what) in Samples)
        {
            await surroundings.Output.WriteLineAsync($"{file}: {what}");
            using var output = new NoOutput();
            using var rejected = new RejectedRows();
            var files = new RecordFiles([Sample(file)], RecordFiles.Options(law), surroundings);
            var tally = await new Screen(law, question, output, rejected, Environment.ProcessorCount).Read(
                files,
                surroundings,
                cancellation
            );
            TallyText.Print(tally, surroundings.Output);
            await surroundings.Output.WriteLineAsync();
        }

        await Wave(law, surroundings);
        await surroundings.Output.WriteLineAsync($"One case explained (secondlook explain {Rulings} --id {Explained}):");
        await surroundings.Output.WriteLineAsync();
        await surroundings.Output.WriteAsync(Explain(question, law, surroundings));
    }

    /// <summary>The first orders under Amendment 782 took effect together: who leaves on which day, from a stock of people who do not exist.</summary>
    private static async Task Wave(LawLibrary law, Surroundings surroundings)
    {
        var model = StockModel.Bundled();
        var effective = law.Amendments.Single(a => a.Id == "782").Retroactive!.OrdersNotBefore!.Value;
        await surroundings.Output.WriteLineAsync(
            $"{model.Title}: a synthetic stock, nobody in it exists (secondlook population; docs/validation.md)."
        );
        await surroundings.Output.WriteLineAsync(
            $"Assumed, for planning only: everybody eligible gets the lowest term, by orders effective {Wording.Date(effective)}."
        );
        using var output = new NoReleaseOutput();
        using var rejected = new RejectedRows();
        var run = new ReleaseRun(law, effective, record => AssumedOrders.For(record, effective, law), output, rejected)
        {
            Threads = Environment.ProcessorCount,
        };
        var people = new SyntheticStock(model, law, 1).People().Select(ImportedRow.Of).Chunk(Batch);
        var plan = await run.Run(people.Select(batch => (Func<IReadOnlyList<ImportedRow>>)(() => batch)));
        ReleaseText.Print(plan, effective, surroundings.Output);
        await surroundings.Output.WriteLineAsync();
    }

    private const int Batch = 1000;

    /// <summary>How many of the stock the site imports into the defender's caseload as soon as it runs.</summary>
    private const int InCaseload = 5000;

    private static string Explain(ReductionQuestion question, LawLibrary law, Surroundings surroundings)
    {
        var record = new RecordFiles([Sample(Rulings)], RecordFiles.Options(law), surroundings)
            .Rows()
            .Select(row => row.Record)
            .First(record => record?.Id == Explained)!;
        return ExplainCommand.Text(record, question, law, "text");
    }

    private static string Sample(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "samples", file);
        return File.Exists(path)
            ? path
            : throw new CannotRunException(
                $"The sample {file} is not beside the program ({path}). Install SecondLook again, or screen a file of your own."
            );
    }
}
