using System.Globalization;
using System.Text.RegularExpressions;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.SecondOpinion;

/// <summary>A record on which the two computations differ.</summary>
internal sealed record Differing(string What, string Record, string Answer);

internal static class Difference
{
    public static readonly int Times = (int)FromEnvironment("SECONDLOOK_DRAWS");
    public static readonly ulong Seed = FromEnvironment("SECONDLOOK_SEED");
    private static readonly Regex Digits = new("[0-9]+", RegexOptions.CultureInvariant);

    public static Determination Determine(SentencingRecord record) =>
        SentenceReduction.Determine(record, new(null, record.Motion!.DecidedOn!.Value, KeepFindings: false), Elements.Library);

    public static Differing Of(string what, SentencingRecord record, Determination answer) =>
        new(what, RecordJson.Write(record), DeterminationJson.Text(answer, withFindings: false));

    /// <summary>One line for differences of one kind: how many, and the shortest record that shows it.</summary>
    public static IEnumerable<string> Kinds(IEnumerable<Differing> found) =>
        found
            .GroupBy(d => Digits.Replace(d.What, "#"), StringComparer.Ordinal)
            .OrderByDescending(kind => kind.Count())
            .Select(kind => (Count: kind.Count(), Shortest: kind.MinBy(d => d.Record.Length)!))
            .Select(kind => $"{kind.Count} times, such as: {kind.Shortest.What}\n    {kind.Shortest.Record}\n    {kind.Shortest.Answer}");

    private static ulong FromEnvironment(string name) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : 1;
}
