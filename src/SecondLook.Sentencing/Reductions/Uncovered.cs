using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>Law that the answer would need and that is not at hand, where the answer is not settled without it.</summary>
internal static class Uncovered
{
    public static IReadOnlyList<NotCovered> Of(SentencingRecord record, List<Evaluation> answers)
    {
        var missing = new List<NotCovered>();
        if (answers.TrueForAll(a => a.Outcome == Outcome.Eligible))
        {
            if (record.Groups is { Count: > 0 })
            {
                missing.Add(new("USSG §3D1.4", "the combined level of several groups of counts is not computed"));
            }

            return missing;
        }

        var facts = (record.Offense.Drugs?.Select(d => d.Substance).OfType<string>() ?? []).Append(record.Offense.Guideline).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var asked = record.Motion?.Amendments;
        foreach (var amendment in answers.SelectMany(a => a.Reading.Law.NotComputable).DistinctBy(a => a.Id))
        {
            if (amendment.Touches.Any(facts.Contains) || asked?.Any(amendment.IsNamedBy) == true)
            {
                missing.Add(new($"USSG App. C, amend. {amendment.Id}", amendment.NotComputable!));
            }
        }

        return missing;
    }
}
