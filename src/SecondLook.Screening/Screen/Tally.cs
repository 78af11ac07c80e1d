using SecondLook.Sentencing.Findings;

namespace SecondLook.Screening.Screen;

/// <summary>How many records got which answer, and why.</summary>
public sealed class Tally
{
    private readonly long[] outcomes = new long[Enum.GetValues<Outcome>().Length];
    private readonly long[] reasons = new long[Enum.GetValues<ReasonCode>().Length];
    private readonly SortedDictionary<string, long> missing = new(StringComparer.Ordinal);

    private readonly SortedDictionary<string, long> notCovered = new(StringComparer.Ordinal);

    /// <summary>Records that have a determination.</summary>
    public long Determined { get; private set; }

    /// <summary>Rows that could not be read, and records that could not be determined.</summary>
    public long Rejected { get; private set; }

    /// <summary>Records with this answer.</summary>
    public long Of(Outcome outcome) => outcomes[(int)outcome];

    /// <summary>Ineligible records for which this is the deciding step.</summary>
    public long Of(ReasonCode reason) => reasons[(int)reason];

    /// <summary>The reasons that occurred, most frequent first, then in the order of the calculation.</summary>
    public IReadOnlyList<(ReasonCode Reason, long Records)> Reasons =>
        [
            .. Enum.GetValues<ReasonCode>()
                .Select(reason => (Reason: reason, Records: Of(reason)))
                .Where(row => row.Records > 0)
                .OrderByDescending(row => row.Records)
                .ThenBy(row => row.Reason),
        ];

    /// <summary>
    /// The facts that undetermined records lack, most frequent first; the numbers of list items are left out, so that
    /// <c>offense.drugs[0].grams</c> and <c>offense.drugs[1].grams</c> count as one fact. A record may lack several.
    /// </summary>
    public IReadOnlyList<(string Fact, long Records)> Missing => MostFirst(missing);

    /// <summary>The rules whose law is not at hand and that leave records undetermined which lack no fact, most frequent first.</summary>
    public IReadOnlyList<(string Rule, long Records)> NotCovered => MostFirst(notCovered);

    /// <summary>Counts one answer.</summary>
    public void Count(Determination determination)
    {
        Determined++;
        outcomes[(int)determination.Outcome]++;
        if (determination is { Outcome: Outcome.Ineligible, Reason: { } reason })
        {
            reasons[(int)reason.Code]++;
        }

        if (determination.Outcome == Outcome.Undetermined)
        {
            foreach (var fact in determination.Missing.Select(fact => WithoutNumbers(fact.Fact)).Distinct(StringComparer.Ordinal))
            {
                Add(missing, fact, 1);
            }

            if (determination.Missing.Count == 0)
            {
                foreach (var rule in determination.NotCovered.Select(rule => rule.Rule).Distinct(StringComparer.Ordinal))
                {
                    Add(notCovered, rule, 1);
                }
            }
        }
    }

    /// <summary>Counts one row without an answer.</summary>
    public void CountRejected() => Rejected++;

    /// <summary>Adds another tally to this one.</summary>
    public void Add(Tally other)
    {
        Determined += other.Determined;
        Rejected += other.Rejected;
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] += other.outcomes[i];
        }

        for (var i = 0; i < reasons.Length; i++)
        {
            reasons[i] += other.reasons[i];
        }

        foreach (var (fact, records) in other.missing)
        {
            Add(missing, fact, records);
        }

        foreach (var (rule, records) in other.notCovered)
        {
            Add(notCovered, rule, records);
        }
    }

    private static void Add(SortedDictionary<string, long> counts, string name, long records) =>
        counts[name] = counts.GetValueOrDefault(name) + records;

    private static List<(string Name, long Records)> MostFirst(SortedDictionary<string, long> counts) =>
        [.. counts.Select(row => (row.Key, row.Value)).OrderByDescending(row => row.Value).ThenBy(row => row.Key, StringComparer.Ordinal)];

    private static string WithoutNumbers(string fact)
    {
        for (var open = fact.IndexOf('[', StringComparison.Ordinal); open >= 0; open = fact.IndexOf('[', open + 1))
        {
            var close = fact.IndexOf(']', open);
            if (close < 0)
            {
                break;
            }

            fact = $"{fact[..(open + 1)]}{fact[close..]}";
        }

        return fact;
    }
}
