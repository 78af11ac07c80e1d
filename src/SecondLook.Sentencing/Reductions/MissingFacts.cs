using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>Which missing facts decide: the smallest set of them for which each answer leaves only one outcome.</summary>
internal static class MissingFacts
{
    private const int MostAnswers = 12;
    private const int MostFacts = 3;

    /// <summary>The facts, with what each answer would mean; without that where not all readings were tried.</summary>
    public static IReadOnlyList<MissingFact> Of(IReadOnlyList<Evaluation> answers, bool capped)
    {
        var lacking = new List<string>(0);
        foreach (var answer in answers)
        {
            if (answer.Lacks is { } lacks && !lacking.Contains(lacks))
            {
                lacking.Add(lacks);
            }
        }

        if (lacking.Count > 0)
        {
            return [.. lacking.Select(f => new MissingFact(f, []))];
        }

        var choices = new ChoiceTable(answers);
        var facts = choices.Facts;
        if (capped)
        {
            return [.. facts.Select(f => new MissingFact(f, []))];
        }

        for (var size = 1; size <= facts.Count && size <= MostFacts; size++)
        {
            foreach (var set in Sets(facts.Count, size))
            {
                if (choices.Decide(set))
                {
                    return [.. set.Select(f => Ask(answers, facts[f]))];
                }
            }
        }

        return
        [
            .. facts
                .Where((_, f) => choices.Matters(f))
                .DefaultIfEmpty(facts.Count > 0 ? facts[0] : "offense")
                .Select(f => Ask(answers, f)),
        ];
    }

    private static IEnumerable<int[]> Sets(int facts, int size, int from = 0)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = from; i <= facts - size; i++)
        {
            foreach (var rest in Sets(facts, size - 1, i + 1))
            {
                yield return [i, .. rest];
            }
        }
    }

    private static string Value(Evaluation answer, string fact) =>
        answer.Reading.Choices.Where(c => c.Fact == fact).Select(c => c.Is).FirstOrDefault() ?? "";

    private static MissingFact Ask(IReadOnlyList<Evaluation> answers, string fact) =>
        new(
            fact,
            [
                .. answers
                    .Select(a => (Value: Value(a, fact), a.Outcome))
                    .Where(a => a.Value.Length > 0)
                    .GroupBy(a => a.Value)
                    .Select(g => new IfThen(
                        g.Key,
                        g.Select(a => a.Outcome).Distinct().Count() == 1 ? g.First().Outcome : Outcome.Undetermined
                    ))
                    .Take(MostAnswers),
            ]
        );
}

/// <summary>
/// The choices of all readings as numbers, so that hundreds of readings can be compared for every set of facts: each fact that some
/// reading presumes has a column, and each thing it is taken to be a number in it; zero where a reading presumes nothing of it.
/// </summary>
internal sealed class ChoiceTable
{
    private readonly IReadOnlyList<Evaluation> answers;
    private readonly List<ushort[]> columns = [];
    private readonly Dictionary<Choice, ushort> numbers = [];

    public ChoiceTable(IReadOnlyList<Evaluation> answers)
    {
        this.answers = answers;
        var facts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < answers.Count; row++)
        {
            foreach (var choice in answers[row].Reading.Choices)
            {
                if (!facts.TryGetValue(choice.Fact, out var column))
                {
                    facts[choice.Fact] = column = facts.Count;
                    Facts.Add(choice.Fact);
                    columns.Add(new ushort[answers.Count]);
                }

                if (columns[column][row] == 0 && choice.Is.Length > 0)
                {
                    columns[column][row] = NumberOf(choice);
                }
            }
        }
    }

    /// <summary>Every fact that some reading presumes, in the order met.</summary>
    public List<string> Facts { get; } = [];

    /// <summary>Whether readings that agree on these facts have one outcome.</summary>
    public bool Decide(int[] facts)
    {
        var known = new Dictionary<ulong, Outcome>();
        for (var row = 0; row < answers.Count; row++)
        {
            var key = 0UL;
            foreach (var fact in facts)
            {
                key = (key << 16) | columns[fact][row];
            }

            if (!IsSame(known, key, answers[row].Outcome))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two readings that differ in this fact alone have different outcomes.</summary>
    public bool Matters(int fact)
    {
        var known = new Dictionary<string, Outcome>(StringComparer.Ordinal);
        var others = new List<char>();
        foreach (var answer in answers)
        {
            others.Clear();
            foreach (var choice in answer.Reading.Choices)
            {
                if (choice.Fact != Facts[fact])
                {
                    others.Add((char)NumberOf(choice));
                }
            }

            if (!IsSame(known, string.Concat(others), answer.Outcome))
            {
                return true;
            }
        }

        return false;
    }

    private ushort NumberOf(Choice choice)
    {
        if (!numbers.TryGetValue(choice, out var number))
        {
            numbers[choice] = number = checked((ushort)(numbers.Count + 1));
        }

        return number;
    }

    /// <summary>Whether the outcome is the one that was met under this key before, if any was.</summary>
    private static bool IsSame<T>(Dictionary<T, Outcome> known, T key, Outcome outcome)
        where T : notnull => known.TryAdd(key, outcome) || known[key] == outcome;
}
