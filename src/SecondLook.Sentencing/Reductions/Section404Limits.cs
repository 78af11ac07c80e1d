using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// The statutory limits and the range as if the Fair Sentencing Act had been in effect. Each covered count is of the paragraph that its
/// quantity gives under the Act's quantities, never of a higher one than that of conviction; everything else is as it was at sentencing, prior
/// convictions included. Whether the quantity charged or the one the court found governs is not settled: both are tried.
/// </summary>
internal sealed class Section404Limits
{
    private const string Charged = "charged";
    private const string Found = "found";

    private readonly SentencingRecord record;
    private readonly ReductionQuestion question;
    private readonly LawLibrary law;
    private readonly Provision<DrugThresholds> before;
    private readonly Provision<DrugThresholds> after;
    private readonly Provision<DrugPenalties> penalties;
    private readonly List<PenaltyComputation> computed = [];
    private readonly List<string> remarks = [];
    private readonly string facts;
    private readonly DateOnly sentencedBy;

    public Section404Limits(
        SentencingRecord record,
        ReductionQuestion question,
        LawLibrary law,
        Provision<CoveredOffense> act,
        IReadOnlyList<int> covered
    )
    {
        (this.record, this.question, this.law) = (record, question, law);
        var day = SentencedBefore(record, act.Terms);
        sentencedBy = record.SentencedOn?.Last ?? day;
        before = law.On<DrugThresholds>(day)!;
        after = law.On<DrugThresholds>(act.Terms.CommittedBefore)!;
        penalties = law.On<DrugPenalties>(day)!;
        facts = string.Join(' ', covered.Select(i => $"counts[{i}]"));
        var substance = act.Terms.Substance;
        var found = FoundAmount(substance);
        var noticed = NoticedPriors.Of(record, law, sentencedBy, covered);
        foreach (var priors in noticed)
        {
            List<PenaltyComputation> computations = [];
            Add(computations, priors, Charged, covered.ToDictionary(i => i, i => TierOf(i, ChargedAmount(i, substance), substance)));
            foreach (var amount in found)
            {
                Add(computations, priors, Found, covered.ToDictionary(i => i, i => TierOf(i, amount, substance)));
            }

            computations.ForEach(one => TakeWith(one, priors));
        }

        if (found.Count == 0)
        {
            remarks.Add("the weight of cocaine base that the court found is not recorded: the limits are those of the quantity charged");
        }
        else if (computed.Select(c => (c.Minimum, c.Maximum)).Distinct().Skip(1).Any() && computed.Exists(c => c.Quantity == Found))
        {
            remarks.Add(
                $"whether the quantity charged or the quantity that the court found gives the limits is not settled by a source here; the courts of appeals differed ({act.Terms.Decisions.QuantityFound}), so both are shown"
            );
        }

        if (noticed.Count > 1)
        {
            remarks.Add(
                $"prior convictions noticed under 21 U.S.C. 851 are not recorded for every count: the limits with {Wording.List([.. noticed.Select(NoticedPriors.Words)])} are shown"
            );
        }

        if (computed.Exists(c => c.Minimum is null))
        {
            remarks.Add("the limits are not computed: a count does not give its own");
        }
    }

    /// <summary>One computation for each reading.</summary>
    public IReadOnlyList<PenaltyComputation> After => computed;

    /// <summary>What the limits leave to be known.</summary>
    public IEnumerable<string> Remarks => remarks.Distinct(StringComparer.Ordinal);

    /// <summary>What the limits presume.</summary>
    public IEnumerable<string> Assumptions
    {
        get
        {
            if (computed.Exists(c => c.Minimum is not null) && penalties.Confidence == Confidence.Recalled)
            {
                yield return $"the statutory limits are those of {penalties.Citation}, recalled and not read again";
            }
        }
    }

    /// <summary>The limits and the range as sentenced: those of the record, otherwise those that its counts give.</summary>
    public static PenaltyComputation AsSentenced(SentencingRecord record, LawLibrary law, Determination plain)
    {
        var counts = CountLimits.Of(record, law, record.SentencedOn?.Last ?? plain.OrderDate.Last)?.Possible ?? [];
        return new(
            record.Statutory.Minimum ?? Only(counts.Select(p => p.Minimum)),
            record.Statutory.Maximum ?? Only(counts.Select(p => p.Maximum)),
            plain.Original
        );
    }

    /// <summary>The findings: each limit and range under the Act's quantities, resting on what came before.</summary>
    public IEnumerable<Finding> Findings(Provision reduction, IReadOnlyList<Finding> basis)
    {
        var first = basis.Count > 0 ? basis[0] : null;
        foreach (var computation in computed)
        {
            if (computation is { Minimum: { } minimum, Maximum: { } maximum })
            {
                var limits = new Finding(Step.StatutoryLimits, new MonthRange(minimum, maximum), penalties, facts, 0, first);
                yield return limits;
                if (computation.Range.Range is { } range)
                {
                    yield return new(Step.Section404Range, range, reduction, "statutory", 0, limits);
                }
            }
        }
    }

    private static DateOnly SentencedBefore(SentencingRecord record, CoveredOffense terms) =>
        record.SentencedOn is { } sentenced && sentenced.First < terms.CommittedBefore
            ? sentenced.First
            : terms.CommittedBefore.AddDays(-1);

    private static Months? Only(IEnumerable<Months> months) => months.Distinct().ToList() is [var only] ? only : null;

    private void Add(List<PenaltyComputation> computations, int? priors, string quantity, Dictionary<int, PenaltyTier?> tiers)
    {
        var asked = NoticedPriors.With(record, priors);
        var counts = asked
            .Counts!.Select(
                (count, i) =>
                    tiers.TryGetValue(i, out var tier)
                        ? count with
                        {
                            Statute = tier is null ? null : ParagraphOf(count, tier),
                            Minimum = null,
                            Maximum = null,
                            Quantity = null,
                        }
                        : count
            )
            .ToList();
        var asIf = asked with { Counts = counts };
        var possible = CountLimits.Of(asIf, law, sentencedBy)?.Possible ?? [];
        if (possible.Count == 0)
        {
            Take(computations, new(null, null, new(), quantity));
        }

        foreach (var penalty in possible)
        {
            Take(computations, new(penalty.Minimum, penalty.Maximum, RangeWith(asIf, penalty), quantity));
        }
    }

    /// <summary>The same computation by both quantities stands once.</summary>
    private static void Take(List<PenaltyComputation> computations, PenaltyComputation one)
    {
        var same = computations.FindIndex(c => c.Minimum == one.Minimum && c.Maximum == one.Maximum);
        if (same < 0)
        {
            computations.Add(one);
        }
        else if (computations[same].Quantity == Charged && one.Quantity == Found)
        {
            computations[same] = computations[same] with { Quantity = $"{Charged} and {Found}" };
        }
    }

    /// <summary>The same computation with several numbers of prior convictions stands once.</summary>
    private void TakeWith(PenaltyComputation one, int? priors)
    {
        var same = computed.FindIndex(c => (c.Quantity, c.Minimum, c.Maximum) == (one.Quantity, one.Minimum, one.Maximum));
        if (same < 0)
        {
            computed.Add(one with { Priors = priors is { } some ? NoticedPriors.Words(some) : null });
        }
        else if (priors is { } another)
        {
            computed[same] = computed[same] with { Priors = $"{computed[same].Priors} or {NoticedPriors.Words(another)}" };
        }
    }

    /// <summary>The paragraph of the tier in the section of conviction.</summary>
    private static string ParagraphOf(Count count, PenaltyTier tier)
    {
        const string Import = "21 USC 960";
        var import = new StatuteOfConviction(count.Statute).NamesAny([Import, "21 USC 963"]);
        return tier.Paragraphs.First(p => p.StartsWith(Import, StringComparison.Ordinal) == import);
    }

    /// <summary>The least that the count charges: what it names, otherwise what its paragraph required.</summary>
    private decimal ChargedAmount(int i, string substance)
    {
        var count = record.Counts![i];
        var needed = before.Terms.Substances[substance];
        return count.Quantity?.Substance == substance && count.Quantity.Grams is { } grams ? grams.AtLeast
            : OldTier(i) is { Tier: "A" } ? needed.A
            : needed.B;
    }

    /// <summary>The weights that the court may have found, at each step of the Act's quantities; none where it is not recorded.</summary>
    private List<decimal> FoundAmount(string substance)
    {
        var weights = record.Offense.Drugs?.Where(d => d.Substance == substance).Select(d => d.Grams).ToList() ?? [];
        if (weights.Count == 0 || weights.Exists(w => w is null))
        {
            return [];
        }

        var least = weights.Sum(w => w!.Value.AtLeast);
        var exact = weights.TrueForAll(w => w!.Value.IsExact);
        var below =
            exact || weights.Exists(w => w is { IsExact: false, LessThan: null })
                ? (decimal?)null
                : weights.Sum(w => w!.Value.IsExact ? w.Value.AtLeast : w.Value.LessThan!.Value);
        var needed = after.Terms.Substances[substance];
        return exact ? [least] : [least, .. new[] { needed.B, needed.A }.Where(t => t > least && (below is not { } top || t < top))];
    }

    private PenaltyTier? OldTier(int i)
    {
        var tiers = CountPenalties.Tiers(record.Counts![i], before.Terms, penalties.Terms);
        return tiers.Count == 0 ? null : tiers.MinBy(t => t.Minimum);
    }

    /// <summary>The tier of a covered count by the Act's quantities; not above that of conviction; null where other sections alter the terms.</summary>
    private PenaltyTier? TierOf(int i, decimal grams, string substance)
    {
        if (OldTier(i) is not { } old)
        {
            return null;
        }

        var needed = after.Terms.Substances[substance];
        var name =
            grams >= needed.A ? "A"
            : grams >= needed.B ? "B"
            : "C";
        var tier = penalties.Terms.Tiers.First(t => t.Tier == name);
        return tier.Minimum > old.Minimum ? old : tier;
    }

    /// <summary>The range that the court would have determined with other statutory limits; the career offender level follows them (§4B1.1(b)).</summary>
    private Computation RangeWith(SentencingRecord asIf, CountPenalty penalty)
    {
        var changed = record with
        {
            Counts = null,
            GuidelineRange = null,
            Statutory = record.Statutory with { Minimum = penalty.Minimum, Maximum = penalty.Maximum },
        };
        if (record.CareerOffender is { Applied: true } or { OffenseLevel: not null })
        {
            if (record.Offense.Adjustments is null || CareerLevel(asIf) is not { } level)
            {
                remarks.Add(
                    "the range is not computed: the career offender level follows the new maximum, and the adjustments are not recorded"
                );
                return new();
            }

            changed = changed with
            {
                CareerOffender = new() { Applied = true, OffenseLevel = level },
                Offense = record.Offense with { TotalOffenseLevel = null },
            };
        }

        return SentenceReduction.ByPolicyStatement(changed, question with { KeepFindings = false }, law).Original;
    }

    /// <summary>§4B1.1, n.2: by the count with the greatest maximum.</summary>
    private int? CareerLevel(SentencingRecord asIf)
    {
        var greatest = asIf.Counts!.Select(c => CountLimits.Of(asIf with { Counts = [c] }, law, sentencedBy)?.Possible)
            .OfType<IReadOnlyList<CountPenalty>>()
            .SelectMany(p => p.Select(x => x.Maximum))
            .DefaultIfEmpty()
            .Max(Comparer<Months>.Default);
        return CareerReadings.LevelOf(law.On<CareerOffenderLevels>(sentencedBy)!.Terms.Rows, greatest);
    }
}
