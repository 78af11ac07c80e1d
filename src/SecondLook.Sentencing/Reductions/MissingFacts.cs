using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>Which missing facts decide: the smallest set of them for which each answer leaves only one outcome.</summary>
internal static class MissingFacts
{
    private const int MostAnswers = 64;

    /// <summary>What is asked for first: what makes the range before what limits it, and the likelier in the file before the less likely.</summary>
    private static readonly string[] Order =
    [
        "offense.drugs",
        "offense.convertedDrugWeightKg",
        "offense.drugQuantityLevel",
        "offense.baseOffenseLevel",
        "offense.totalOffenseLevel",
        "criminalHistory",
        "offense",
        "careerOffender",
        "statutory",
        "sentence",
        "motion",
    ];

    /// <summary>The facts, with what each answer would mean; without that where not all readings were tried.</summary>
    public static IReadOnlyList<MissingFact> Of(IReadOnlyList<Evaluation> answers, bool capped)
    {
        var lacking = answers.Select(a => a.Lacks).OfType<string>().Distinct().ToList();
        if (lacking.Count > 0)
        {
            return [.. lacking.Select(f => new MissingFact(f, []))];
        }

        var facts = answers.SelectMany(a => a.Reading.Choices).Select(c => c.Fact).Distinct().OrderBy(Place).ToList();
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

        return [.. Needed(answers, facts).DefaultIfEmpty(facts.FirstOrDefault() ?? "offense").Select(f => Ask(answers, f))];
    }

    /// <summary>All the facts but those without which the others still decide, the least useful left out first.</summary>
    private static IReadOnlyList<string> Needed(IReadOnlyList<Evaluation> answers, List<string> facts)
    {
        if (!Decides(answers, facts))
        {
            return [.. facts.Where(f => Matters(answers, f))];
        }

        List<string> needed = [.. facts];
        for (var i = needed.Count - 1; i >= 0; i--)
        {
            List<string> rest = [.. needed.Where((_, at) => at != i)];
            if (Decides(answers, rest))
            {
                needed = rest;
            }
        }

        return needed;
    }

    private static int Place(string fact)
    {
        var place = Array.FindIndex(Order, prefix => fact.StartsWith(prefix, StringComparison.Ordinal));
        return place < 0 ? Order.Length : place;
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

    /// <summary>
    /// Whether these facts tell any two readings with different outcomes apart. A fact that plays no part in a reading, such as the weight
    /// of a drug before any amendment was listed, tells it apart from none.
    /// </summary>
    private static bool Decides(IReadOnlyList<Evaluation> answers, IReadOnlyList<string> set)
    {
        var outcomes = new Dictionary<string, (string[] Values, Outcome Outcome)>(StringComparer.Ordinal);
        foreach (var answer in answers)
        {
            string[] values = [.. set.Select(f => Value(answer, f))];
            var key = string.Join('|', values);
            if (!outcomes.TryAdd(key, (values, answer.Outcome)) && outcomes[key].Outcome != answer.Outcome)
            {
                return false;
            }
        }

        return outcomes
            .Values.Where(o => o.Values.Contains(""))
            .All(partly => outcomes.Values.All(other => other.Outcome == partly.Outcome || Apart(partly.Values, other.Values)));
    }

    private static bool Apart(string[] some, string[] others) =>
        some.Zip(others).Any(pair => pair.First.Length > 0 && pair.Second.Length > 0 && pair.First != pair.Second);

    /// <summary>Whether two readings that differ in this fact alone have different outcomes.</summary>
    private static bool Matters(IReadOnlyList<Evaluation> answers, string fact) =>
        answers
            .GroupBy(a => string.Join('|', a.Reading.Choices.Where(c => c.Fact != fact).Select(c => $"{c.Fact}={c.Is}")))
            .Any(g => g.Select(a => a.Outcome).Distinct().Count() > 1);

    private static string Value(Evaluation answer, string fact) =>
        answer.Reading.Choices.Where(c => c.Fact == fact).Select(c => c.Is).FirstOrDefault() ?? "";

    private static MissingFact Ask(IReadOnlyList<Evaluation> answers, string fact)
    {
        var silent = answers.Where(a => Value(a, fact).Length == 0).ToList();
        return new(
            fact,
            [
                .. answers
                    .Where(a => Value(a, fact).Length > 0)
                    .GroupBy(a => Value(a, fact))
                    .Select(g => new IfThen(
                        g.Key,
                        g.Concat(silent).Select(a => a.Outcome).Distinct().Count() == 1 ? g.First().Outcome : Outcome.Undetermined
                    ))
                    .Take(MostAnswers),
            ]
        );
    }
}
