using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>Which missing facts decide: the smallest set of them for which each answer leaves only one outcome.</summary>
internal static class MissingFacts
{
    private const int MostFacts = 3;

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

        var choices = new ChoiceTable(answers, Place);
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

    private static int Place(string fact)
    {
        var place = Array.FindIndex(Order, prefix => fact.StartsWith(prefix, StringComparison.Ordinal));
        return place < 0 ? Order.Length : place;
    }

    /// <summary>What each answer would mean; a reading in which the fact plays no part is possible under every answer.</summary>
    private static MissingFact Ask(IReadOnlyList<Evaluation> answers, string fact)
    {
        var groups = answers.ToLookup(a => Value(a, fact), a => a.Outcome);
        return new(
            fact,
            [
                .. groups
                    .Where(group => group.Key.Length > 0)
                    .Select(group => new IfThen(group.Key, group.Union(groups[""]).ToList() is [var only] ? only : Outcome.Undetermined)),
            ]
        );
    }
}

/// <summary>
/// The choices of all readings as numbers, so that hundreds of readings can be compared for every set of facts: each fact that some
/// reading presumes has a column, and each thing it is taken to be a number in it; zero where a reading presumes nothing of it.
/// </summary>
internal sealed class ChoiceTable
{
    /// <summary>The bits of a number in a column: four facts fit a key.</summary>
    private const int Bits = 16;

    private readonly IReadOnlyList<Evaluation> answers;
    private readonly List<ushort[]> columns;
    private readonly Dictionary<Choice, ushort> numbers = [];

    public ChoiceTable(IReadOnlyList<Evaluation> answers, Func<string, int> place)
    {
        this.answers = answers;
        Facts = [.. answers.SelectMany(answer => answer.Reading.Choices).Select(choice => choice.Fact).Distinct().OrderBy(place)];
        columns = [.. Facts.Select(_ => new ushort[answers.Count])];
        var facts = Facts.Index().ToDictionary(fact => fact.Item, fact => fact.Index, StringComparer.Ordinal);
        for (var row = 0; row < answers.Count; row++)
        {
            foreach (var choice in answers[row].Reading.Choices)
            {
                var column = columns[facts[choice.Fact]];
                if (column[row] == 0 && choice.Is.Length > 0)
                {
                    column[row] = NumberOf(choice);
                }
            }
        }
    }

    /// <summary>Every fact that some reading presumes, in the order in which they are asked for.</summary>
    public List<string> Facts { get; }

    /// <summary>
    /// Whether these facts tell any two readings with different outcomes apart. A fact that plays no part in a reading, such as the weight
    /// of a drug before any amendment was listed, tells it apart from none.
    /// </summary>
    public bool Decide(int[] facts)
    {
        var known = new Dictionary<ulong, Outcome>();
        for (var row = 0; row < answers.Count; row++)
        {
            var key = 0UL;
            foreach (var fact in facts)
            {
                key = (key << Bits) | columns[fact][row];
            }

            if (!IsSame(known, key, answers[row].Outcome))
            {
                return false;
            }
        }

        return known
            .Where(some => IsSilent(some.Key, facts.Length))
            .All(some => known.All(other => other.Value == some.Value || AreApart(some.Key, other.Key)));
    }

    private static bool IsSilent(ulong key, int facts) => Parts(key).Take(facts).Contains((ushort)0);

    private static bool AreApart(ulong some, ulong other) =>
        Parts(some).Zip(Parts(other)).Any(pair => pair is { First: not 0, Second: not 0 } && pair.First != pair.Second);

    private static IEnumerable<ushort> Parts(ulong key)
    {
        for (var shift = 0; shift < 4 * Bits; shift += Bits)
        {
            yield return (ushort)((key >> shift) & ushort.MaxValue);
        }
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
