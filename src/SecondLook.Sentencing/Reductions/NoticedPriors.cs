using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// 21 U.S.C. 851: how many prior convictions were noticed, where a count does not say. The limits at sentencing tell: with one noticed they
/// would have been others.
/// </summary>
internal static class NoticedPriors
{
    /// <summary>The numbers that are possible; null alone where none needs to be tried.</summary>
    /// <param name="record">The record.</param>
    /// <param name="law">The law.</param>
    /// <param name="sentencedBy">The last day on which the person may have been sentenced.</param>
    /// <param name="covered">The counts whose limits are computed, whatever the record states of them.</param>
    public static List<int?> Of(SentencingRecord record, LawLibrary law, DateOnly sentencedBy, IReadOnlyList<int> covered)
    {
        if (!record.Counts!.Index().Any(c => c.Item.Prior851 is null && (covered.Contains(c.Index) || !HasLimits(c.Item))))
        {
            return [null];
        }

        var fitting = CountLimits.AnyPriors.Where(priors => Fits(With(record, priors), law, sentencedBy)).ToList();
        return [.. (fitting.Count > 0 ? fitting : [.. CountLimits.AnyPriors]).Select(priors => (int?)priors)];
    }

    /// <summary>The record with so many prior convictions where a count does not say.</summary>
    public static SentencingRecord With(SentencingRecord record, int? priors) =>
        priors is null
            ? record
            : record with
            {
                Counts = [.. record.Counts!.Select(c => c.Prior851 is null ? c with { Prior851 = priors } : c)],
            };

    /// <summary>The number in words.</summary>
    public static string Words(int? priors) =>
        priors switch
        {
            0 => "none",
            1 => "one",
            _ => "two",
        };

    private static bool HasLimits(Count count) => count is { Minimum: not null, Maximum: not null };

    /// <summary>Whether the limits that the record states, and those that its counts state, are among those of the statutes.</summary>
    private static bool Fits(SentencingRecord record, LawLibrary law, DateOnly sentencedBy) =>
        CountLimits.Of(record, law, sentencedBy) is not { } limits
        || (
            Agree(limits.Possible, record.Statutory.Minimum, record.Statutory.Maximum)
            && limits.Counts.All(i => Agree(limits.ByStatute(record.Counts![i]), record.Counts[i].Minimum, record.Counts[i].Maximum))
        );

    private static bool Agree(IReadOnlyList<Statutes.CountPenalty> possible, Months? minimum, Months? maximum) =>
        possible.Count == 0 || possible.Any(p => (minimum ?? p.Minimum) == p.Minimum && (maximum ?? p.Maximum) == p.Maximum);
}
