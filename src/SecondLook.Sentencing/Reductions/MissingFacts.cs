using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>Which missing facts decide: the smallest set of them for which each answer leaves only one outcome.</summary>
internal static class MissingFacts
{
    private const int MostAnswers = 12;

    /// <summary>The facts, with what each answer would mean; without that where not all readings were tried.</summary>
    public static IReadOnlyList<MissingFact> Of(IReadOnlyList<Evaluation> answers, bool capped)
    {
        var lacking = answers.Select(a => a.Lacks).OfType<string>().Distinct().ToList();
        if (lacking.Count > 0)
        {
            return [.. lacking.Select(f => new MissingFact(f, []))];
        }

        var facts = answers.SelectMany(a => a.Reading.Choices).Select(c => c.Fact).Distinct().ToList();
        if (capped)
        {
            return [.. facts.Select(f => new MissingFact(f, []))];
        }

        for (var size = 1; size <= facts.Count && size <= 3; size++)
        {
            foreach (var set in Sets(facts, size))
            {
                if (Decides(answers, set))
                {
                    return [.. set.Select(f => Ask(answers, f))];
                }
            }
        }

        return [.. facts.Where(f => Matters(answers, f)).DefaultIfEmpty(facts.FirstOrDefault() ?? "offense").Select(f => Ask(answers, f))];
    }

    private static IEnumerable<IReadOnlyList<string>> Sets(List<string> facts, int size, int from = 0)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = from; i <= facts.Count - size; i++)
        {
            foreach (var rest in Sets(facts, size - 1, i + 1))
            {
                yield return [facts[i], .. rest];
            }
        }
    }

    private static bool Decides(IReadOnlyList<Evaluation> answers, IReadOnlyList<string> set) =>
        answers.GroupBy(a => string.Join('|', set.Select(f => Value(a, f)))).All(g => g.Select(a => a.Outcome).Distinct().Count() == 1);

    /// <summary>Whether two readings that differ in this fact alone have different outcomes.</summary>
    private static bool Matters(IReadOnlyList<Evaluation> answers, string fact) =>
        answers
            .GroupBy(a => string.Join('|', a.Reading.Choices.Where(c => c.Fact != fact).Select(c => $"{c.Fact}={c.Is}")))
            .Any(g => g.Select(a => a.Outcome).Distinct().Count() > 1);

    private static string Value(Evaluation answer, string fact) =>
        answer.Reading.Choices.Where(c => c.Fact == fact).Select(c => c.Is).FirstOrDefault() ?? "";

    private static MissingFact Ask(IReadOnlyList<Evaluation> answers, string fact) =>
        new(
            fact,
            [
                .. answers
                    .Where(a => Value(a, fact).Length > 0)
                    .GroupBy(a => Value(a, fact))
                    .Select(g => new IfThen(
                        g.Key,
                        g.Select(a => a.Outcome).Distinct().Count() == 1 ? g.First().Outcome : Outcome.Undetermined
                    ))
                    .Take(MostAnswers),
            ]
        );
}
