using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.SecondOpinion;

/// <summary>
/// Two computations of the same law that share nothing but the record: the program's, and the one in this folder, keyed and written from
/// the Manual's text apart from it. Where both say something, they say the same. With <c>SECONDLOOK_DRAWS</c> in the environment so many
/// times as many people are compared, with <c>SECONDLOOK_SEED</c> others.
/// </summary>
public class SecondOpinionTests
{
    [Fact]
    public void The_program_answers_as_a_second_computation_does()
    {
        var people = new People(Difference.Seed);
        Expect.None(
            Difference.Kinds(
                Enumerable.Range(0, 5000 * Difference.Times).Select(i => Compare(people.Next(), i % 2 == 0)).OfType<Differing>()
            ),
            "Two computations of the same law differ:"
        );
    }

    private static Differing? Compare(Person person, bool withLevels)
    {
        var opinion = ReductionOpinion.Of(person);
        var record = AsRecord.Of(person, withLevels ? opinion.Original : null);
        var answer = Difference.Determine(record);
        var differences = string.Join("; ", Comparison.Of(opinion, answer, person));
        return differences.Length == 0 ? null : Difference.Of(differences, record, answer);
    }
}
