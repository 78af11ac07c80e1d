using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>Law that an answer would need and that is not at hand: the reading is undetermined, unless it is settled without it.</summary>
internal static class Uncovered
{
    /// <summary>
    /// The answer with what it lacks. It is undetermined, unless it is eligible and what is lacking can only lower the range further: then
    /// the outcome is settled, and neither the amended range nor the lowest term is known.
    /// </summary>
    public static Evaluation Applied(SentencingRecord record, Evaluation answer, IReadOnlyList<string>? named)
    {
        if (OutsideManuals(record, answer.Reading.Law) is { } outside)
        {
            return answer with { Outcome = Outcome.Undetermined, NotCovered = [outside, .. BeforeFirstManual(record, answer, named)] };
        }

        if (Missing(record, answer) is { } missing)
        {
            return answer with { Outcome = Outcome.Undetermined, NotCovered = [missing] };
        }

        if (answer.Reading.Law.NotComputable.IsEmpty)
        {
            return answer;
        }

        var amendments = Reach.Of(record, answer, named);
        if (amendments.Count == 0)
        {
            return answer;
        }

        var settled = answer.Outcome == Outcome.Eligible && amendments.TrueForAll(a => Reach.OnlyLowers(a, record, answer));
        return answer with
        {
            Outcome = settled ? Outcome.Eligible : Outcome.Undetermined,
            Lowest = null,
            Remarks = settled ? answer.Remarks.Add(AtMost(answer)) : answer.Remarks,
            NotCovered = [.. amendments.Select(a => new NotCovered($"USSG App. C, amend. {a.Id}", a.NotComputable!))],
        };
    }

    /// <summary>True where that is so of any of the answers.</summary>
    public static bool IsOriginal(SentencingRecord record, List<Evaluation> answers)
    {
        foreach (var answer in answers)
        {
            if (IsOriginal(record, answer.Reading.Law))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the Manual used, or the table of it that gives the level, is not at hand: nothing may be computed under it.</summary>
    private static bool IsOriginal(SentencingRecord record, LawStages law) =>
        OutsideManuals(record, law) is not null
        || (
            ReadingSet.GuidelineOf(record) == DrugGuideline.Chemical
            && record.Offense.TotalOffenseLevel is null
            && UncoveredChemicals.HasNoTable(law)
        );

    private static string AtMost(Evaluation answer)
    {
        var lowest = answer.Lowest is { } known ? $" and the lowest term {known.Months}" : "";
        return $"what is not computed can only lower the range further; without it the amended range is {answer.AmendedRange}{lowest}";
    }

    /// <summary>A rule that is not computed, without which the answer is open.</summary>
    private static NotCovered? Missing(SentencingRecord record, Evaluation answer)
    {
        var law = answer.Reading.Law;
        if (OutsideCoverage(law) is { } outside)
        {
            return outside;
        }

        if (ReadingSet.GuidelineOf(record) == DrugGuideline.Chemical)
        {
            if (UncoveredChemicals.Of(record, answer) is { } chemicals)
            {
                return chemicals;
            }
        }
        else if (ReadingSet.IsNotComputed(record.Offense) && law.DrugRulesMove)
        {
            return new($"USSG §{record.Offense.Guideline}", WhyOf(record.Offense.Guideline!));
        }

        return law.DrugRulesMove && record.Groups?.FirstOrDefault(IsDrugGroup) is { Guideline: { } other }
            ? new($"USSG §{other}", "a second group of counts whose level comes from the Drug Quantity Table too is not computed apart")
            : null;
    }

    /// <summary>§3D1.2(d) groups drug counts; one that stands apart may still fall with the table.</summary>
    private static bool IsDrugGroup(CountGroup group) =>
        group.Guideline is { } guideline
        && (guideline.StartsWith("2D1.", StringComparison.Ordinal) || Chapter2.BorrowedLevels.Has(guideline))
        && guideline is not ("2D1.9" or "2X1.1" or "2X2.1");

    private static string WhyOf(string guideline) =>
        guideline switch
        {
            "2D1.12" =>
                "its own base level is fixed and no listed amendment changes it; a level that its cross reference takes from §2D1.1 is not computed",
            "2D1.13" => "the level that it takes from §2D1.11, and lowers where the defendant had only reason to believe, is not computed",
            _ => "a level that it takes from §2D1.1 or from §2D1.11, with its own additions and floors, is not computed",
        };

    /// <summary>A Manual of a time for which the law is not at hand.</summary>
    private static NotCovered? OutsideManuals(SentencingRecord record, LawStages law)
    {
        if ((record.Manual ?? record.SentencedOn?.First) is not { } day)
        {
            return null;
        }

        const string Manuals = "Guidelines Manual";
        var first = law.Library.Editions[0];
        return day < first ? new(Manuals, $"the Manual before {Wording.Date(first)} is not keyed")
            : law.Library.History<Chapter2.DrugQuantityTable>().CoveredUntil is { } end && day >= end
                ? new(Manuals, $"amendments effective on or after {Wording.Date(end)} could not be read")
            : null;
    }

    /// <summary>The listed amendments of the first Manual that is keyed, which a sentence under an earlier one may gain by.</summary>
    private static IEnumerable<NotCovered> BeforeFirstManual(SentencingRecord record, Evaluation answer, IReadOnlyList<string>? named)
    {
        var law = answer.Reading.Law;
        var first = law.Library.Editions[0];
        return (record.Manual ?? record.SentencedOn?.First) < first
            ? LawStages
                .ListedOn(law.Library, law.Order)
                .Where(a => a.Effective == first && named?.Any(a.IsNamedBy) != false && Reach.Has(a, record, answer))
                .Select(a => new NotCovered($"USSG App. C, amend. {a.Id}", a.NotComputable!))
            : [];
    }

    /// <summary>An order of a time for which the policy statement is not at hand.</summary>
    private static NotCovered? OutsideCoverage(LawStages law)
    {
        var policies = law.Library.History<Chapter1.ReductionPolicy>();
        return law.Policy is null && !(law.Covered.IsEmpty && law.NotComputable.IsEmpty)
            ? new("USSG §1B1.10", policies.NotCoveredWhy ?? "the policy statement of that time is not keyed")
            : null;
    }
}
