using System.Globalization;
using SecondLook.Docket.Imports;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Web.Imports;

/// <summary>How an import is spoken of on its pages.</summary>
public static class ImportWords
{
    /// <summary>Where it stands.</summary>
    public static string State(ImportState state) =>
        state switch
        {
            ImportState.Receiving => "being received",
            ImportState.Prepared => "not begun",
            ImportState.Waiting => "waits to be run",
            ImportState.Running => "running",
            ImportState.Cancelled => "stopped",
            ImportState.Done => "done",
            _ => "failed",
        };

    /// <summary>A number with its thousands set apart.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A time, in UTC.</summary>
    public static string Time(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{Wording.Date(DateOnly.FromDateTime(at.UtcDateTime))}, {at.UtcDateTime:HH:mm} UTC");

    /// <summary>How fast it goes, in rows a second; null where that cannot be said yet.</summary>
    public static double? RowsASecond(ImportJob job) =>
        job is { Resumed: { } since, Moved: { } moved } && moved > since && job.Read > job.ReadBefore
            ? (job.Read - job.ReadBefore) / (moved - since).TotalSeconds
            : null;

    /// <summary>About how long it still takes, by the part of the file that is read; null where that cannot be said yet.</summary>
    public static TimeSpan? Left(ImportJob job)
    {
        if (RowsASecond(job) is not { } speed || job.Position <= 0 || job.Read == 0 || job.Position > job.Size)
        {
            return null;
        }

        var rows = (double)job.Read * job.Size / job.Position;
        return TimeSpan.FromSeconds(Math.Max(0, (rows - job.Read) / speed));
    }

    /// <summary>A length of time in words.</summary>
    public static string Span(TimeSpan span) =>
        span.TotalSeconds < 60 ? $"{Math.Max(1, (int)span.TotalSeconds)} seconds" : $"{(int)Math.Ceiling(span.TotalMinutes)} minutes";
}
