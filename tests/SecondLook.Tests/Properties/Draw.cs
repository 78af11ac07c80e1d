using System.Globalization;
using CsCheck;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Properties;

/// <summary>
/// Draws cases from a generator. The same cases on every machine and every day, so that a build that turns red does so because of a change;
/// with <c>SECONDLOOK_SEED</c> in the environment others are drawn, and with <c>SECONDLOOK_DRAWS</c> so many times as many.
/// </summary>
internal static class Draw
{
    private const uint Stream = 1;
    private static readonly uint Seed = FromEnvironment("SECONDLOOK_SEED", 1);
    private static readonly uint Times = FromEnvironment("SECONDLOOK_DRAWS", 1);

    public static IEnumerable<T> From<T>(Gen<T> generator, int count)
    {
        var random = new PCG(Stream, Seed);
        for (var i = 0; i < count * Times; i++)
        {
            yield return generator.Generate(random, null, out _);
        }
    }

    /// <summary>The answer for a record of which the motion says everything about the question.</summary>
    public static Determination Determine(SentencingRecord record, bool findings = false) =>
        SentenceReduction.Determine(record, new(null, record.Motion!.DecidedOn!.Value, findings), RandomRecords.Law);

    private static uint FromEnvironment(string name, uint otherwise) =>
        uint.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
