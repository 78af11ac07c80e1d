using System.CommandLine;
using System.Globalization;
using SecondLook.Screening.Release;
using SecondLook.Screening.Screen;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Cli.Commands;

/// <summary><c>secondlook release</c>: the day on which each person leaves, before and after an order, and how many leave when.</summary>
internal static class ReleaseCommand
{
    public static Example Create(Surroundings surroundings)
    {
        var files = RecordFiles.Several();
        var map = RecordFiles.MapOption();
        var orders = new Option<string?>("--orders")
        {
            Description = "The orders that reduce terms, one JSON object a line: id, months, days, signed, effective.",
            HelpName = "FILE",
        };
        var granted = new Option<string?>("--assume-granted")
        {
            Description =
                "For planning: assume that everybody who is eligible gets the lowest term that the law allows, by an order effective on this day.",
            HelpName = "DATE",
        };
        var asOf = new Option<string?>("--as-of")
        {
            Description = "The day whose law decides, where neither the record nor an order has one. Without it, today.",
            HelpName = "DATE",
        };
        var output = new Option<string?>("--out")
        {
            Description = "Where the dates go; the ending decides the format: .jsonl (with findings), .csv, .ics (a calendar).",
            HelpName = "FILE",
        };
        var rejected = new Option<string?>("--rejected")
        {
            Description = "Where rows and orders that could not be read go: .csv or .jsonl.",
            HelpName = "FILE",
        };
        var planTo = new Option<string?>("--plan")
        {
            Description =
                "A folder for the plan: days.csv, groups.csv (institution, district, destination, detainer, placement), halfway-house.csv, notices.csv, charts (days.svg, months.svg, districts.svg), map.geojson.",
            HelpName = "DIR",
        };
        var beds = new Option<string?>("--beds")
        {
            Description =
                "For the plan: beds in halfway houses, a CSV with the columns destination (a district) and beds. No published count is at hand.",
            HelpName = "FILE",
        };
        var threads = new Option<int>("--threads")
        {
            Description = "How many processors to use; the output is the same for any number.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
            HelpName = "N",
        };
        var command = new Command("release", "Computes release dates to the day, and who leaves when.")
        {
            files,
            orders,
            granted,
            asOf,
            output,
            rejected,
            planTo,
            beds,
            threads,
            map,
        };
        command.SetAction(async parsed =>
        {
            var law = Elements.Library;
            var day = Day(parsed.GetValue(asOf), "--as-of") ?? surroundings.Today.First;
            var assumed = Day(parsed.GetValue(granted), "--assume-granted");
            var (to, rejectedTo) = (parsed.GetValue(output), parsed.GetValue(rejected));
            Check(to, parsed.GetValue(orders), assumed);
            var counted = parsed.GetValue(beds) is { } bedsFile ? BedsFile.Read(bedsFile) : null;
            var given = parsed.GetValue(orders) is { } path ? OrdersFile.Read(path) : null;
            using var dates = to is null ? new NoReleaseOutput() : ReleaseOutput.Open(to, day);
            using var without = rejectedTo is null ? new RejectedRows() : RejectedRows.Open(rejectedTo);
            foreach (var row in given?.Rejected ?? [])
            {
                without.Add(row);
            }

            var run = new ReleaseRun(
                law,
                day,
                record =>
                    given is not null ? given.For(record)
                    : assumed is { } effective ? AssumedOrders.For(record, effective, law)
                    : null,
                dates,
                without
            )
            {
                Threads = Math.Max(1, parsed.GetValue(threads)),
            };
            var plan = await run.Run(
                new RecordFiles(parsed.GetRequiredValue(files), RecordFiles.Options(law, parsed.GetValue(map)), surroundings).Batches()
            );
            var todayWords = parsed.GetValue(asOf) is null ? " (today)" : "";
            await surroundings.Output.WriteLineAsync($"Release dates by the law of {Wording.Date(day)}{todayWords}, or of the order");
            if (assumed is { } from)
            {
                await surroundings.Output.WriteLineAsync(
                    $"Assumed, for planning only: everybody eligible gets the lowest term, effective {Wording.Date(from)} or later"
                );
            }

            ReleaseText.Print(plan, day, surroundings.Output);
            ReleaseText.PrintNotices(plan, day, law, surroundings.Output);
            if (parsed.GetValue(planTo) is { } folder)
            {
                new PlanFiles(plan, day, law, counted).Write(folder);
                await surroundings.Output.WriteLineAsync($"Plan: {folder}");
            }

            return Tell(to, rejectedTo, given, without, plan, surroundings);
        });
        return new Example(
            command,
            "secondlook release clients.jsonl --orders orders.jsonl --as-of 2016-03-10 --out dates.csv",
            "",
            "dates.csv then has one row for each record: full term, good conduct time, release and the day of leaving, before and after the order."
        );
    }

    private static void Check(string? to, string? orders, DateOnly? assumed)
    {
        if (to is not null && !ReleaseOutput.Endings.Contains(Path.GetExtension(to).ToLowerInvariant(), StringComparer.Ordinal))
        {
            throw new CannotRunException(
                $"--out: the ending of `{to}` names no format. Give it one of {string.Join(", ", ReleaseOutput.Endings)}."
            );
        }

        if (orders is not null && assumed is not null)
        {
            throw new CannotRunException("--orders and --assume-granted exclude each other. Give the orders, or assume them.");
        }
    }

    private static DateOnly? Day(string? text, string option) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new CannotRunException($"{option}: `{text}` is no day. Write it as 2016-03-10.");

    private static int Tell(
        string? to,
        string? rejectedTo,
        OrdersFile? orders,
        RejectedRows rejected,
        ReleasePlan plan,
        Surroundings surroundings
    )
    {
        if (to is not null)
        {
            surroundings.Output.WriteLine($"Dates: {to}");
        }

        if (rejectedTo is not null)
        {
            surroundings.Output.WriteLine($"Rejected rows: {rejectedTo}");
        }

        string[] unused = [.. orders?.Unused ?? []];
        if (unused.Length > 0)
        {
            surroundings.Error.WriteLine(
                $"{unused.Length} orders are for ids that the records do not have, such as {unused[0]}. Check the ids."
            );
        }

        foreach (var row in rejected.First)
        {
            surroundings.Error.WriteLine($"  {row}");
        }

        return plan.Rejected + (orders?.Rejected.Count ?? 0) + unused.Length > 0 ? ExitCode.DoneWithRejected : ExitCode.Done;
    }
}
