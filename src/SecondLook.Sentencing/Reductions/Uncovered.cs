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

        if (ReadingSet.IsNotComputed(record.Offense) && law.DrugRulesMove)
        {
            return
            [
                new(
                    $"USSG §{record.Offense.Guideline}",
                    "a level that it takes from §2D1.1 or from the chemical quantity tables, with its own additions and floors, is not computed"
                ),
            ];
        }

        if (law.DrugRulesMove && record.Groups?.FirstOrDefault(IsDrugGroup) is { Guideline: { } other })
        {
            return
            [
                new($"USSG §{other}", "a second group of counts whose level comes from the Drug Quantity Table too is not computed apart"),
            ];
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

    /// <summary>§3D1.2(d) groups drug counts; one that stands apart may still fall with the table.</summary>
    private static bool IsDrugGroup(CountGroup group) =>
        group.Guideline is { } guideline
        && (guideline.StartsWith("2D1.", StringComparison.Ordinal) || Chapter2.BorrowedLevels.Has(guideline))
        && guideline is not ("2D1.9" or "2X1.1" or "2X2.1");

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
