using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Tests.SecondOpinion;

/// <summary>What one answer says and the other one does not.</summary>
internal static class Comparison
{
    public static IEnumerable<string> Of(Opinion opinion, Determination answer, Person person)
    {
        foreach (var difference in Of("original", opinion.Original, answer.Original))
        {
            yield return difference;
        }

        if (opinion.Amended?.Open == true || opinion.Current?.Open == true)
        {
            yield break;
        }

        if (answer.Outcome != opinion.Outcome)
        {
            yield return $"outcome {opinion.Outcome}, not {answer.Outcome}";
        }

        if (opinion.Outcome == Outcome.Ineligible && answer.Reason is { } reason)
        {
            if (!opinion.Reasons.Contains(reason.Code) && !opinion.Reasons.Intersect(reason.Also).Any())
            {
                yield return $"reason {string.Join(" or ", opinion.Reasons)}, not {reason.Code} ({string.Join(", ", reason.Also)})";
            }
        }

        if (opinion.Current is { } current)
        {
            foreach (var difference in answer.Current is { } last ? Of("current", current, last) : ["the range last determined is missing"])
            {
                yield return difference;
            }
        }

        if (opinion.Amended is { } amended && answer.Amended is { } computed)
        {
            foreach (var difference in Of("amended", amended, computed))
            {
                yield return difference;
            }
        }
        else if (opinion.Amended is not null)
        {
            yield return "the amended computation is missing";
        }
        else if (answer.Amended is { } unchanged)
        {
            // Where nothing is amended the program still takes §5G1.1 out under §1B1.10(c); it lowers nothing.
            var same = opinion.Current ?? opinion.Original;
            same = ReductionOpinion.Freed(person) ? same with { Range = same.Table } : same;
            foreach (var difference in Of("unamended", same, unchanged))
            {
                yield return difference;
            }
        }

        if (opinion.Lowest is { } lowest && answer.LowestTerm is var term)
        {
            if (term?.Months.Value != lowest || term.Basis != opinion.Basis)
            {
                yield return $"lowest term {lowest} by {opinion.Basis}, not {term?.Months} by {term?.Basis}";
            }
        }
    }

    /// <summary>What a settled answer asserts and this opinion does not have; what it leaves null it does not assert.</summary>
    public static IEnumerable<string> Asserted(Opinion opinion, Determination answer)
    {
        if (answer.Outcome != opinion.Outcome)
        {
            yield return $"{answer.Outcome}, and one of them is {opinion.Outcome}";
        }

        foreach (var difference in Of("original", opinion.Original, answer.Original).Where(IsAsserted))
        {
            yield return difference;
        }

        if (opinion.Amended is { } amended && answer.Amended is { } computed)
        {
            foreach (var difference in Of("amended", amended, computed).Where(IsAsserted))
            {
                yield return difference;
            }
        }

        if (answer.LowestTerm is { } term && opinion.Lowest is { } lowest && term.Months.Value != lowest)
        {
            yield return $"lowest term {lowest}, not {term.Months}";
        }
    }

    private static bool IsAsserted(string difference) => !difference.EndsWith("not ", StringComparison.Ordinal);

    public static IEnumerable<string> Of(string side, Side mine, Computation theirs)
    {
        (string, string, string?)[] values =
        [
            ("quantity level", $"{mine.Quantity}", $"{theirs.DrugQuantityLevel}"),
            ("base level", $"{mine.Base}", $"{theirs.BaseOffenseLevel}"),
            ("total", $"{mine.Total}", $"{theirs.TotalOffenseLevel}"),
            ("category", $"{mine.Category}", $"{theirs.Category}"),
            ("table range", $"{mine.Table}", $"{theirs.TableRange}"),
            ("range", $"{mine.Range}", $"{theirs.Range}"),
        ];
        return values.Where(v => v.Item2 != v.Item3).Select(v => $"{side} {v.Item1} {v.Item2}, not {v.Item3}");
    }
}
