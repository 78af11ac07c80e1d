using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SecondLook.Sentencing.Chapter1;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// The law that one order applies to one edition of the Manual: the policy statement of the order's date (§1B1.10 n.8), the amendments it
/// lists that are later than the Manual used, and the Manual after each of them.
/// </summary>
public sealed class LawStages
{
    private static readonly ConditionalWeakTable<LawLibrary, StagesOfLaw> Known = [];

    private string? fingerprint;
    private Finding[]? covering;
    private Finding[]? coveringLowered;
    private Finding[]? coveringNotLowered;
    private IReadOnlyList<QuantityReading>? everyLine;
    private IReadOnlyList<QuantityReading>? everyLineExplained;
    private readonly ConcurrentDictionary<(string Substance, bool Explain), WeightStretches?> stretches = new();

    private LawStages(LawLibrary law, DateOnly edition, DateOnly order, string guideline)
    {
        Library = law;
        Order = order;
        Policy = law.On<ReductionPolicy>(order);
        DisplacedRange = law.On<DisplacedRangeDecision>(order);
        TypeCPlea = law.On<TypeCPleaDecision>(order);
        DividedCircuits = law.On<DividedCircuits>(order);
        var original = law.ManualOn(edition);
        var later = ListedOn(law, order).Where(a => a.Effective > original.Edition).ToImmutableArray();
        Covered = [.. later.Where(a => a.Substitutions.Count > 0)];
        NotComputable = [.. later.Where(a => a.NotComputable is not null)];
        Reaches = [.. NotComputable.SelectMany(a => a.Reaches.Where(r => !(r.ManualFrom > original.Edition)).Select(r => (a, r)))];
        WithoutEffect = [.. later.Where(a => a.WithoutEffect is not null)];
        var manuals = ImmutableArray.CreateBuilder<Manual>(Covered.Length + 1);
        manuals.Add(original.Under(guideline));
        for (var i = 1; i <= Covered.Length; i++)
        {
            manuals.Add(law.Substituted(original, Covered.AsSpan()[..i].ToArray()).Under(guideline));
        }

        Manuals = manuals.MoveToImmutable();
        DrugRulesMove = !QuantityLevel.SameRules(Original, Amended);
        StatusRuleMoves = !ReferenceEquals(Original.Find<StatusPoints>(), Amended.Find<StatusPoints>());
        HistoryRulesMove = StatusRuleMoves || !ReferenceEquals(Original.Find<ZeroPointOffender>(), Amended.Find<ZeroPointOffender>());
    }

    /// <summary>All the law.</summary>
    public LawLibrary Library { get; }

    /// <summary>The date of the order.</summary>
    public DateOnly Order { get; }

    /// <summary>§1B1.10 as in force on that date; null where it is not covered.</summary>
    public Provision<ReductionPolicy>? Policy { get; }

    /// <summary>What courts held of a minimum that displaced the range.</summary>
    public Provision<DisplacedRangeDecision>? DisplacedRange { get; }

    /// <summary>What courts held of Type-C pleas.</summary>
    public Provision<TypeCPleaDecision>? TypeCPlea { get; }

    /// <summary>The questions on which the courts of appeals were divided.</summary>
    public Provision<DividedCircuits>? DividedCircuits { get; }

    /// <summary>The listed amendments later than the Manual used that are computed, in the order of their effective dates.</summary>
    public ImmutableArray<Amendment> Covered { get; }

    /// <summary>Listed amendments later than the Manual used that cannot be computed here, or not for every record.</summary>
    public ImmutableArray<Amendment> NotComputable { get; }

    /// <summary>Which records those of them can reach that strike text of the Manual used.</summary>
    internal ImmutableArray<(Amendment Amendment, AmendmentReach Reach)> Reaches { get; }

    /// <summary>Listed amendments later than the Manual used that change no range.</summary>
    public ImmutableArray<Amendment> WithoutEffect { get; }

    /// <summary>The Manual used, then the Manual with one more covered amendment at each step.</summary>
    public ImmutableArray<Manual> Manuals { get; }

    /// <summary>The Manual used.</summary>
    public Manual Original => Manuals[0];

    /// <summary>The Manual with every covered amendment.</summary>
    public Manual Amended => Manuals[^1];

    /// <summary>True where a covered amendment changes a rule of Chapter Two.</summary>
    public bool DrugRulesMove { get; }

    /// <summary>True where a covered amendment changes the rule on status points.</summary>
    public bool StatusRuleMoves { get; }

    /// <summary>True where a covered amendment changes the rule on status points or brings in §4C1.1.</summary>
    public bool HistoryRulesMove { get; }

    /// <summary>The fingerprint of the provisions in the Manual used, in the amended Manual, and of the policy statement.</summary>
    public string Fingerprint => fingerprint ??= LawText.Fingerprint(Provisions);

    /// <summary>The provisions on which an answer under these stages rests.</summary>
    public IEnumerable<Provision> Provisions =>
        Original
            .Provisions.Concat(Amended.Provisions)
            .Concat(Policy is null ? [] : [Policy])
            .Distinct(ReferenceEqualityComparer.Instance)
            .Cast<Provision>();

    /// <summary>The readings of a case in which nothing is known of the drugs: every line of the table of the Manual used.</summary>
    internal IReadOnlyList<QuantityReading> EveryLine(bool explain) =>
        explain
            ? everyLineExplained ??= QuantityReadings.EveryLine(Manuals, explain: true)
            : everyLine ??= QuantityReadings.EveryLine(Manuals, explain: false);

    /// <summary>The findings that every answer under this law begins with: whether the range is lowered, null where that is open.</summary>
    internal Finding[] CoveringFindings(bool? lowered) =>
        lowered switch
        {
            null => covering ??= Explanation.Covering(this, null),
            true => coveringLowered ??= Explanation.Covering(this, true),
            false => coveringNotLowered ??= Explanation.Covering(this, false),
        };

    /// <summary>What each weight of a substance alone gives; null where its weight does not decide, or not alone.</summary>
    internal WeightStretches? Stretches(string substance, bool explain) =>
        Original.Find<DrugQuantityTable>()?.Terms.LinesOf(substance) is null
            ? null
            : stretches.GetOrAdd(
                (substance, explain),
                static (key, stages) => WeightStretches.Of(key.Substance, stages.Manuals, key.Explain),
                this
            );

    /// <summary>The stages of an edition and an order date, made once.</summary>
    /// <param name="law">All the law.</param>
    /// <param name="edition">The edition used.</param>
    /// <param name="order">The date of the order.</param>
    /// <param name="guideline">The guideline of Chapter Two whose table gives the level.</param>
    public static LawStages Of(LawLibrary law, DateOnly edition, DateOnly order, string guideline = Manual.DrugGuideline)
    {
        var known = Known.GetValue(law, l => new StagesOfLaw(l));
        return known.Stages.GetOrAdd(
            (edition, known.EpochOf(order), guideline),
            static (key, l) => new LawStages(l, key.Edition, key.Order, key.Guideline),
            law
        );
    }

    /// <summary>The amendments that §1B1.10 lists on a day.</summary>
    public static IEnumerable<Amendment> ListedOn(LawLibrary law, DateOnly day) =>
        law.Amendments.Where(a => a.Retroactive is { } listing && listing.Listed <= day);

    /// <summary>The days in a span on which the law of reductions changes, the first day of the span included.</summary>
    public static IReadOnlyList<DateOnly> Epochs(LawLibrary law, DateOnly first, DateOnly last) =>
        first == last ? [first] : [first, .. Known.GetValue(law, l => new StagesOfLaw(l)).Boundaries.Where(d => d > first && d <= last)];

    /// <summary>What is kept for one library: the days on which the law of reductions changes, and the stages made so far.</summary>
    private sealed class StagesOfLaw(LawLibrary law)
    {
        public ConcurrentDictionary<(DateOnly Edition, DateOnly Order, string Guideline), LawStages> Stages { get; } = new();

        public DateOnly[] Boundaries { get; } =
        [
            .. law.History<ReductionPolicy>()
                .AnyVersions.Concat(law.History<DisplacedRangeDecision>().AnyVersions)
                .Concat(law.History<TypeCPleaDecision>().AnyVersions)
                .Concat(law.History<DividedCircuits>().AnyVersions)
                .Select(v => v.Effective)
                .Concat(law.Amendments.Where(a => a.Retroactive is not null).Select(a => a.Retroactive!.Listed))
                .Distinct()
                .Order(),
        ];

        /// <summary>The first day from which the law of reductions is what it is on a day.</summary>
        public DateOnly EpochOf(DateOnly day)
        {
            var at = Array.BinarySearch(Boundaries, day);
            return at >= 0 ? day
                : at == -1 ? day
                : Boundaries[~at - 1];
        }
    }
}
