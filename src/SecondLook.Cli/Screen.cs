using System.Diagnostics;
using System.Globalization;
using SecondLook.Screening.Screen;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;
using Spectre.Console;

namespace SecondLook.Cli;

/// <summary>One screen as the shell shows it: a progress bar where somebody watches, the time it took for everybody.</summary>
internal sealed class Screen(LawLibrary law, ReductionQuestion question, ScreenOutput output, RejectedRows rejected, int threads)
{
    /// <summary>Screens all records of the files.</summary>
    public async Task<Tally> Read(RecordFiles files, Surroundings surroundings, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var tally = surroundings.IsTerminal ? await WithBar(files, cancellation) : await Run(files, null, cancellation);
        var seconds = watch.Elapsed.TotalSeconds;
        foreach (var note in files.Notes)
        {
            await surroundings.Error.WriteLineAsync(note);
        }

        var records = tally.Determined + tally.Rejected;
        await surroundings.Error.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{records:#,0} records in {seconds:0.00} s ({records / Math.Max(seconds, 0.001):#,0} a second)"
            )
        );
        return tally;
    }

    private Task<Tally> Run(RecordFiles files, IProgress<long>? progress, CancellationToken cancellation) =>
        new ScreenRun(law, question, output, rejected) { Threads = threads, Progress = progress }.Run(files.Batches(), cancellation);

    private Task<Tally> WithBar(RecordFiles files, CancellationToken cancellation) =>
        AnsiConsole
            .Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) })
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(bar =>
            {
                var task = bar.AddTask("Screening").IsIndeterminate();
                return Run(files, new Shown(task), cancellation);
            });

    private sealed class Shown(ProgressTask task) : IProgress<long>
    {
        public void Report(long value) => task.Description = string.Create(CultureInfo.InvariantCulture, $"{value:#,0} records");
    }
}
