using System.Globalization;
using System.Text.RegularExpressions;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.SecondOpinion;

/// <summary>
/// Two computations of the same law that share nothing but the record: the program's, and the one in this folder, keyed and written from
/// the Manual's text apart from it. Where both say something, they say the same. With <c>SECONDLOOK_DRAWS</c> in the environment so many
/// times as many people are compared, with <c>SECONDLOOK_SEED</c> others.
/// </summary>
public class SecondOpinionTests
{
    private static readonly Regex Digits = new("[0-9]+", RegexOptions.CultureInvariant);
    private static readonly int Times = (int)FromEnvironment("SECONDLOOK_DRAWS");
    private static readonly ulong Seed = FromEnvironment("SECONDLOOK_SEED");

    [Fact]
    public void The_program_answers_as_a_second_computation_does()
    {
        var people = new People(Seed);
        Expect.None(
            Kinds(Enumerable.Range(0, 5000 * Times).Select(i => Difference(people.Next(), i % 2 == 0)).OfType<Differing>()),
            "Two computations of the same law differ:"
        );
    }

    /// <summary>One line for differences of one kind: how many, and the shortest record that shows it.</summary>
    private static IEnumerable<string> Kinds(IEnumerable<Differing> found) =>
        found
            .GroupBy(d => Digits.Replace(d.What, "#"), StringComparer.Ordinal)
            .OrderByDescending(kind => kind.Count())
            .Select(kind => (Count: kind.Count(), Shortest: kind.MinBy(d => d.Record.Length)!))
            .Select(kind => $"{kind.Count} times, such as: {kind.Shortest.What}\n    {kind.Shortest.Record}\n    {kind.Shortest.Answer}");

    private static Differing? Difference(Person person, bool withLevels)
    {
        var opinion = ReductionOpinion.Of(person);
        var record = AsRecord.Of(person, withLevels ? opinion.Original : null);
        var question = new ReductionQuestion(null, record.Motion!.DecidedOn!.Value, KeepFindings: false);
        var answer = SentenceReduction.Determine(record, question, Elements.Library);
        var differences = Comparison.Of(opinion, answer, person).ToList();
        return differences.Count == 0
            ? null
            : new(string.Join("; ", differences), RecordJson.Write(record), DeterminationJson.Text(answer, withFindings: false));
    }

    private sealed record Differing(string What, string Record, string Answer);

    private static ulong FromEnvironment(string name) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : 1;
}
