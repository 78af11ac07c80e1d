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

        var facts = FactsOf(record, answers);
        foreach (var amendment in answers.SelectMany(a => a.Reading.Law.NotComputable).DistinctBy(a => a.Id))
        {
            if (amendment.Touches.Any(facts.Contains) || IsTheQuestion(record, amendment, answers))
            {
                missing.Add(new($"USSG App. C, amend. {amendment.Id}", amendment.NotComputable!));
            }
        }

        return missing;
    }

    /// <summary>The substances, the guideline and the findings of a record by which an amendment can touch it.</summary>
    private static HashSet<string> FactsOf(SentencingRecord record, List<Evaluation> answers)
    {
        var facts = (record.Offense.Drugs?.Select(d => d.Substance).OfType<string>() ?? []).ToHashSet(StringComparer.Ordinal);
        if (record.Offense.Guideline is { } guideline and not "2D1.1")
        {
            facts.Add(guideline);
        }

        if (answers.Exists(a => a.Reading.Level.Career && (a.Original.Levels.Controlling is null || a.Original.Levels.Controlling > a.Original.Levels.Adjusted)))
        {
            facts.Add("career-offender");
        }

        return facts;
    }

    /// <summary>Whether the record asks about this amendment and about none that is computed.</summary>
    private static bool IsTheQuestion(SentencingRecord record, Law.Amendment amendment, List<Evaluation> answers) =>
        record.Motion?.Amendments is { } asked && asked.Any(amendment.IsNamedBy) && !answers[0].Reading.Law.Covered.Any(c => asked.Any(c.IsNamedBy));
}
