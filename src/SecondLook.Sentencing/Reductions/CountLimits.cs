using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// The statutory limits that the counts of conviction give. A law that lowered penalties governs sentences imposed after it and a law that
/// raised them offenses committed after it, so of the law at sentencing and the law when the offense ended the lesser applies. Counts
/// whose terms are by statute independent and consecutive are apart (§5G1.2(a)); of the others the highest minimum restricts the range
/// of all (§5G1.2, n.3(B)), and their maxima together bound it (§5G1.2(d)).
/// </summary>
internal sealed class CountLimits
{
    /// <summary>The numbers of prior convictions that the statutes tell apart.</summary>
    internal static readonly int[] AnyPriors = [0, 1, 2];

    private readonly SentencingRecord record;
    private readonly LawLibrary law;
    private readonly IReadOnlyList<(IReadOnlyList<DrugThresholds> Thresholds, IReadOnlyList<Provision<DrugPenalties>> Penalties)> laws;

    private CountLimits(SentencingRecord record, LawLibrary law, DateOnly orderedBy)
    {
        (this.record, this.law) = (record, law);
        Several = law.On<SeveralCounts>(orderedBy)!;
        Counts = [.. (record.Counts ?? []).Index().Where(c => !IsApart(c.Item)).Select(c => c.Index)];
        var by = record.SentencedOn?.Last ?? orderedBy;
        var from = record.SentencedOn?.First ?? record.Manual ?? record.OffenseEndedOn?.First;
        var ended = record.OffenseEndedOn is { } end ? (end.First, end.Last < by ? end.Last : by) : ((DateOnly?)null, by);
        laws =
        [
            (In<DrugThresholds>(from, by).Select(p => p.Terms).ToList(), In<DrugPenalties>(from, by)),
            (In<DrugThresholds>(ended.Item1, ended.Item2).Select(p => p.Terms).ToList(), In<DrugPenalties>(ended.Item1, ended.Item2)),
        ];
    }

    /// <summary>The limits of a record's counts; null where it gives no count that is not apart.</summary>
    public static CountLimits? Of(SentencingRecord record, LawLibrary law, DateOnly orderedBy)
    {
        if (record.Counts is not { Count: > 0 })
        {
            return null;
        }

        var limits = new CountLimits(record, law, orderedBy);
        if (limits.Counts.Length == 0)
        {
            return null;
        }

        limits.Combine();
        return limits;
    }

    /// <summary>The positions of the counts that are not apart.</summary>
    public int[] Counts { get; }

    /// <summary>§5G1.2.</summary>
    public Provision<SeveralCounts> Several { get; }

    /// <summary>What the limits of all counts together may be; empty where a count does not give its own.</summary>
    public IReadOnlyList<CountPenalty> Possible { get; private set; } = [];

    /// <summary>The highest minimum of the counts that give theirs: the minimum of all is no lower.</summary>
    public Months AtLeast { get; private set; }

    /// <summary>The statute that gives the limits, where it was computed and not recorded; null otherwise.</summary>
    public Provision<DrugPenalties>? Penalties { get; private set; }

    /// <summary>The months of the counts that are apart; null where none is or one does not give its term.</summary>
    public int? MonthsApart =>
        (record.Counts ?? []).Where(IsApart).Select(c => c.Months).ToList() is { Count: > 0 } terms
        && terms.TrueForAll(t => t is { IsLife: false })
            ? terms.Sum(t => t!.Value.Value)
            : null;

    /// <summary>What one count's own statute gives, with every number of prior convictions where the record does not state it.</summary>
    public IReadOnlyList<CountPenalty> ByStatute(Count count) =>
        (count.Prior851 is { } stated ? [stated] : AnyPriors).Select(priors => ByStatute(count, priors)).ToList() is var all
        && all.TrueForAll(p => p.Count > 0)
            ? [.. all.SelectMany(p => p).Distinct()]
            : [];

    /// <summary>Whether the quantity of a count is below the one that the paragraph of its statute requires, by the law of its sentence.</summary>
    public bool IsBelowThreshold(Count count)
    {
        if (
            count.Quantity is not { Substance: { } substance } drug
            || (drug.Grams ?? drug.Count) is not { } amount
            || laws[0].Thresholds.Count == 0
        )
        {
            return false;
        }

        var statute = new StatuteOfConviction(count.Statute);
        var named = laws[0].Penalties.SelectMany(p => p.Terms.Tiers).FirstOrDefault(t => statute.NamesAny(t.Paragraphs))?.Tier;
        var needed = laws[0]
            .Thresholds.Select(t => t.Substances.GetValueOrDefault(substance))
            .Min(t =>
                named == "A" ? t?.A
                : named == "B" ? t?.B
                : null
            );
        return amount.IsExact ? amount.AtLeast < needed : amount.LessThan <= needed;
    }

    /// <summary>What one count's own statute gives, whatever limits the record states for it; empty where it cannot be told.</summary>
    public IReadOnlyList<CountPenalty> ByStatute(Count count, int priors)
    {
        var found = new List<CountPenalty>();
        var death = record.Offense.BaseOffenseLevelFrom == BaseLevelSource.DeathOrInjury;
        var (atSentence, atOffense) = (Under(laws[0]), Under(laws[1]));
        if (atSentence is null || atOffense is null)
        {
            return [];
        }

        foreach (var sentence in atSentence)
        {
            foreach (var offense in atOffense)
            {
                var lesser = (sentence, offense) switch
                {
                    ({ } s, { } o) => CountPenalty.Lesser(s, o),
                    _ => sentence ?? offense,
                };
                if (lesser is not { } known)
                {
                    return [];
                }

                if (!found.Contains(known))
                {
                    found.Add(known);
                }
            }
        }

        return found;

        // Null for a law that has no such tier; no list where one of the laws is not keyed.
        List<CountPenalty?>? Under((IReadOnlyList<DrugThresholds> Thresholds, IReadOnlyList<Provision<DrugPenalties>> Penalties) span)
        {
            var under = new List<CountPenalty?>();
            foreach (var thresholds in span.Thresholds)
            {
                foreach (var penalties in span.Penalties)
                {
                    var tiers = CountPenalties.Tiers(count, thresholds, penalties.Terms);
                    under.AddRange(tiers.Count == 0 ? [null] : tiers.Select(t => CountPenalties.Of(t, count.Statute, priors, death)));
                }
            }

            return under.Count == 0 ? null : [.. under.Distinct()];
        }
    }

    private void Combine()
    {
        var possible = new List<CountPenalty>();
        var complete = true;
        var least = Months.Life;
        var counts = Counts.Select(i => record.Counts![i]).ToList();
        foreach (var priors in counts.Exists(c => c.Prior851 is null) ? AnyPriors : [0])
        {
            IEnumerable<CountPenalty> together = [default];
            var highest = default(Months);
            foreach (var count in counts)
            {
                var own = OwnLimits(count, count.Prior851 ?? priors);
                complete &= own.Count > 0;
                highest = Months.Max(highest, own.Select(o => o.Minimum).DefaultIfEmpty().Min(Comparer<Months>.Default));
                together = together
                    .SelectMany(t => own.Select(o => new CountPenalty(Months.Max(t.Minimum, o.Minimum), Plus(t.Maximum, o.Maximum))))
                    .Distinct()
                    .ToList();
            }

            least = Months.Min(least, highest);
            possible.AddRange(together.Where(t => !possible.Contains(t)));
        }

        AtLeast = least;
        Possible = complete ? [.. possible.OrderBy(p => p.Minimum).ThenBy(p => p.Maximum)] : [];
    }

    /// <summary>The limits of one count: those that the record states for it, and for the rest those of its statute.</summary>
    private IReadOnlyList<CountPenalty> OwnLimits(Count count, int priors)
    {
        if (count is { Minimum: { } minimum, Maximum: { } maximum })
        {
            return [new(minimum, maximum)];
        }

        var statute = ByStatute(count, priors);
        if (statute.Count > 0)
        {
            Penalties ??= laws[0].Penalties[^1];
            return [.. statute.Select(s => new CountPenalty(count.Minimum ?? s.Minimum, count.Maximum ?? s.Maximum)).Distinct()];
        }

        return count.Minimum is { } only ? [new(only, count.Maximum ?? Months.Life)] : [];
    }

    private bool IsApart(Count count) => new StatuteOfConviction(count.Statute).NamesAny(Several.Terms.Apart);

    private static Months Plus(Months a, Months b) => a.IsLife || b.IsLife ? Months.Life : new(a.Value + b.Value);

    /// <summary>The versions in force in a span; none where its first day is not covered. An unknown first day is any.</summary>
    private List<Provision<T>> In<T>(DateOnly? first, DateOnly last)
        where T : class
    {
        var versions = law.History<T>().AnyVersions.Where(v => v.Effective <= last).ToList();
        var from = first is { } day ? versions.FindLastIndex(v => v.Effective <= day) : 0;
        return from < 0 ? [] : [.. versions.Skip(from).Select(v => v.Version).OfType<Provision<T>>()];
    }
}
