using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>Law that an answer would need and that is not at hand: the reading is undetermined, unless it is settled without it.</summary>
internal static class Uncovered
{
    /// <summary>What one answer lacks; nothing where it is settled.</summary>
    public static IReadOnlyList<NotCovered> Of(SentencingRecord record, Evaluation answer)
    {
        var law = answer.Reading.Law;
        if (OutsideCoverage(record, law) is { } outside)
        {
            return [outside];
        }

        if (ReadingSet.GuidelineOf(record) == DrugGuideline.Chemical)
        {
            if (UncoveredChemicals.Of(record, answer) is { } chemicals)
            {
                return [chemicals];
            }
        }
        else if (record.Offense.Guideline is { } guideline && ReadingSet.RefersToDrugGuideline(guideline) && law.DrugRulesMove)
        {
            return [new($"USSG §{guideline}", WhyOf(guideline))];
        }

        if (answer.Outcome == Outcome.Eligible && record.Groups is { Count: > 0 })
        {
            return [new("USSG §3D1.4", "the combined level of several groups of counts is not computed")];
        }

        if (law.NotComputable.IsEmpty)
        {
            return [];
        }

        var facts = FactsOf(record, answer);
        return
        [
            .. law
                .NotComputable.Where(a => a.Touches.Any(facts.Contains) || IsTheQuestion(record, a, law))
                .Select(a => new NotCovered($"USSG App. C, amend. {a.Id}", a.NotComputable!)),
        ];
    }

    private static string WhyOf(string guideline) =>
        guideline switch
        {
            "2D1.12" =>
                "its own base level is fixed and no listed amendment changes it; a level that its cross reference takes from §2D1.1 is not computed",
            "2D1.13" => "the level that it takes from §2D1.11, and lowers where the defendant had only reason to believe, is not computed",
            _ => "a level that it takes from §2D1.1 or from §2D1.11, with its own additions and floors, is not computed",
        };

    /// <summary>A sentence or an order of a time for which the law is not at hand.</summary>
    private static NotCovered? OutsideCoverage(SentencingRecord record, LawStages law)
    {
        var manuals = law.Library.History<Chapter2.DrugQuantityTable>();
        if (
            (record.Manual ?? record.SentencedOn?.First) is { } day
            && (day < law.Library.Editions[0] || (manuals.CoveredUntil is { } end && day >= end))
        )
        {
            return new("Guidelines Manual", manuals.NotCoveredWhy ?? "the Manual of that time is not keyed");
        }

        var policies = law.Library.History<Chapter1.ReductionPolicy>();
        return law.Policy is null && !(law.Covered.IsEmpty && law.NotComputable.IsEmpty)
            ? new("USSG §1B1.10", policies.NotCoveredWhy ?? "the policy statement of that time is not keyed")
            : null;
    }

    /// <summary>The substances, the guideline and the findings of a record by which an amendment can touch it.</summary>
    private static HashSet<string> FactsOf(SentencingRecord record, Evaluation answer)
    {
        var facts = answer.Reading.Substances.ToHashSet(StringComparer.Ordinal);
        if (record.Offense.Guideline is { } guideline and not "2D1.1")
        {
            facts.Add(guideline);
        }

        if (
            answer.Reading.Level.Career
            && (answer.Original.Levels.Controlling is null || answer.Original.Levels.Controlling > answer.Original.Levels.Adjusted)
        )
        {
            facts.Add("career-offender");
        }

        return facts;
    }

    private static bool HasWeapon(SentencingRecord record) =>
        record.Offense.Adjustments?.Any(a => a.Rule is "2D1.1(b)(1)" or "2D1.1(b)(weapon)") ?? true;

    /// <summary>Whether the record asks about this amendment and about none that is computed.</summary>
    private static bool IsTheQuestion(SentencingRecord record, Amendment amendment, LawStages law) =>
        record.Motion?.Amendments is { } asked && asked.Any(amendment.IsNamedBy) && !law.Covered.Any(c => asked.Any(c.IsNamedBy));
}
