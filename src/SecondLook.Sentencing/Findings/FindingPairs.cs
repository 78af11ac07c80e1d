namespace SecondLook.Sentencing.Findings;

/// <summary>The same step in two computations.</summary>
/// <param name="One">The step in the one; null where it was not made.</param>
/// <param name="Other">The step in the other; null where it was not made.</param>
public sealed record FindingPair(Finding? One, Finding? Other)
{
    /// <summary>True where the two have different values, or only one of them made the step.</summary>
    public bool Differs => One?.Value != Other?.Value;
}

/// <summary>Two computations laid side by side, step by step.</summary>
public static class FindingPairs
{
    /// <summary>
    /// The two computations as one list: a step that both made stands once, where the one made it; a step that only the other made stands
    /// where that made it.
    /// </summary>
    /// <param name="one">The roots of the findings of the one.</param>
    /// <param name="other">The roots of the findings of the other.</param>
    /// <param name="oneRecord">
    /// True where both rest on one record, so that the paths of their facts agree; in two records the same fact may have another place, and a
    /// step is rather known by its value.
    /// </param>
    public static IReadOnlyList<FindingPair> Of(IReadOnlyList<Finding> one, IReadOnlyList<Finding> other, bool oneRecord = true)
    {
        var rows = FlatFindings.Of(one).Select(finding => new FindingPair(finding, null)).ToList();
        var second = FlatFindings.Of(other);
        var partners = Partners(rows, second, oneRecord);
        var after = 0;
        foreach (var finding in second)
        {
            if (partners.TryGetValue(finding, out var partner))
            {
                var place = rows.FindIndex(row => ReferenceEquals(row.One, partner));
                rows[place] = rows[place] with { Other = finding };
                after = place + 1;
            }
            else
            {
                rows.Insert(after++, new FindingPair(null, finding));
            }
        }

        return rows;
    }

    /// <summary>The steps from which two computations part ways: they differ, and nothing that they rest on does.</summary>
    public static IReadOnlyList<FindingPair> PartingWays(IReadOnlyList<FindingPair> pairs)
    {
        var differing = pairs.Where(pair => pair.Differs).ToList();
        var findings = differing
            .SelectMany(pair => (Finding?[])[pair.One, pair.Other])
            .OfType<Finding>()
            .ToHashSet(ReferenceEqualityComparer.Instance);
        bool RestsOnOne(Finding? finding) => finding?.Basis.Any(basis => findings.Contains(basis) || RestsOnOne(basis)) == true;
        return [.. differing.Where(pair => !RestsOnOne(pair.One) && !RestsOnOne(pair.Other))];
    }

    /// <summary>First the same finding, or in two records the same value, then the same step on the same facts, then the next of the same step.</summary>
    private static Dictionary<Finding, Finding> Partners(List<FindingPair> rows, IReadOnlyList<Finding> second, bool oneRecord)
    {
        var partners = new Dictionary<Finding, Finding>();
        var free = rows.Select(row => row.One!).ToList();
        Func<Finding, Finding, bool> same = (a, b) => a.Step == b.Step && a.Value == b.Value;
        foreach (
            var alike in (Func<Finding, Finding, bool>[])
                [
                    oneRecord ? ReferenceEquals : (a, b) => same(a, b) && string.Equals(a.Facts, b.Facts, StringComparison.Ordinal),
                    oneRecord ? ReferenceEquals : same,
                    (a, b) => a.Step == b.Step && string.Equals(a.Facts, b.Facts, StringComparison.Ordinal),
                    (a, b) => a.Step == b.Step,
                ]
        )
        {
            foreach (var finding in second.Where(finding => !partners.ContainsKey(finding)))
            {
                var partner = free.Find(candidate => alike(candidate, finding));
                if (partner is not null)
                {
                    partners.Add(finding, partner);
                    free.Remove(partner);
                }
            }
        }

        return partners;
    }
}
