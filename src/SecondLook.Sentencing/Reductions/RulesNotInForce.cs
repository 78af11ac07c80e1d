using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>What a record says was applied at a time when the law did not have it yet.</summary>
internal static class RulesNotInForce
{
    public static void Add(List<string> found, SentencingRecord record, Reading shown)
    {
        foreach (var reduction in record.EarlierReductions ?? [])
        {
            if (NotListedYet(reduction, shown) is { } unlisted)
            {
                found.Add(unlisted);
            }
        }

        if (shown.Law.Original.Find<ZeroPointOffender>() is null && HasZeroPoint(record.Offense.Adjustments))
        {
            var from = shown.Law.Library.History<ZeroPointOffender>().AnyVersions.First(v => v.Version is not null).Effective;
            found.Add(
                $"the record lists levels under §4C1.1, which the Manual has from {Wording.Date(from)} on, and not that of {shown.Law.Original.Edition:yyyy-MM-dd}; they are used, and not taken off again"
            );
        }
    }

    private static bool HasZeroPoint(IReadOnlyList<Adjustment>? adjustments)
    {
        for (var i = 0; i < adjustments?.Count; i++)
        {
            if (adjustments[i].Levels != 0 && adjustments[i].Rule.StartsWith("4C1.1", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>§1B1.10(a)(1): a term is reduced as a result of an amendment that is listed.</summary>
    private static string? NotListedYet(EarlierReduction reduction, Reading shown)
    {
        if (reduction.On is not { } on || ReadingEvaluation.AmendmentOf(reduction) is not { } named)
        {
            return null;
        }

        var listed = shown.Law.Library.Amendments.Where(a => a.Retroactive is not null && a.IsNamedBy(named)).ToList();
        if (listed.Count == 0 || listed.Min(a => a.Retroactive!.Listed) is var from && on.Last >= from)
        {
            return null;
        }

        return $"an earlier reduction of {on} is by amendment {named}, which §1B1.10 lists from {Wording.Date(from)} on; it is used";
    }
}
