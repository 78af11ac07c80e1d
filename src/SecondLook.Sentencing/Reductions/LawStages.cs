using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SecondLook.Sentencing.Chapter1;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// The law that one order applies to one edition of the Manual: the policy statement of the order's date (§1B1.10 n.8), the amendments it
/// lists that are later than the Manual used, and the Manual after each of them.
/// </summary>
public sealed class LawStages
{
    private static readonly ConditionalWeakTable<LawLibrary, ConcurrentDictionary<(DateOnly Edition, DateOnly Order), LawStages>> Known =
    [];

    private LawStages(LawLibrary law, DateOnly edition, DateOnly order)
    {
        Library = law;
        Order = order;
        Policy = law.On<ReductionPolicy>(order);
        DisplacedRange = law.On<DisplacedRangeDecision>(order);
        TypeCPlea = law.On<TypeCPleaDecision>(order);
        var original = law.ManualOn(edition);
        var later = ListedOn(law, order).Where(a => a.Effective > original.Edition).ToImmutableArray();
        Covered = [.. later.Where(a => a.NotComputable is null)];
        NotComputable = [.. later.Where(a => a.NotComputable is not null)];
        var manuals = ImmutableArray.CreateBuilder<Manual>(Covered.Length + 1);
        manuals.Add(original);
        for (var i = 1; i <= Covered.Length; i++)
        {
            manuals.Add(law.Substituted(original, Covered.AsSpan()[..i].ToArray()));
        }

        Manuals = manuals.MoveToImmutable();
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

    /// <summary>The listed amendments later than the Manual used, in the order of their effective dates.</summary>
    public ImmutableArray<Amendment> Covered { get; }

    /// <summary>Listed amendments later than the Manual used that cannot be computed here.</summary>
    public ImmutableArray<Amendment> NotComputable { get; }

    /// <summary>The Manual used, then the Manual with one more covered amendment at each step.</summary>
    public ImmutableArray<Manual> Manuals { get; }

    /// <summary>The Manual used.</summary>
    public Manual Original => Manuals[0];

    /// <summary>The Manual with every covered amendment.</summary>
    public Manual Amended => Manuals[^1];

    /// <summary>True where a covered amendment changes a rule of Chapter Two.</summary>
    public bool DrugRulesMove =>
        Moves<DrugQuantityTable>()
        || Moves<DrugEquivalencies>()
        || Moves<ScheduleCaps>()
        || Moves<CrackCombination>()
        || Moves<MarihuanaPlants>()
        || Moves<DoseWeights>();

    private bool Moves<T>()
        where T : class => !ReferenceEquals(Original.Find<T>(), Amended.Find<T>());

    /// <summary>The stages of an edition and an order date, made once.</summary>
    public static LawStages Of(LawLibrary law, DateOnly edition, DateOnly order) =>
        Known.GetValue(law, _ => []).GetOrAdd((edition, EpochOf(law, order)), key => new LawStages(law, key.Edition, key.Order));

    /// <summary>The amendments that §1B1.10 lists on a day.</summary>
    public static IEnumerable<Amendment> ListedOn(LawLibrary law, DateOnly day) =>
        law.Amendments.Where(a => a.Retroactive is { } listing && listing.Listed <= day);

    /// <summary>The days in a span on which the law of reductions changes, the first day of the span included.</summary>
    public static IReadOnlyList<DateOnly> Epochs(LawLibrary law, DateOnly first, DateOnly last) =>
        [.. Boundaries(law).Where(d => d > first && d <= last).Append(first).Order()];

    private static DateOnly EpochOf(LawLibrary law, DateOnly day) => Boundaries(law).Where(d => d <= day).DefaultIfEmpty(day).Max();

    private static ImmutableArray<DateOnly> Boundaries(LawLibrary law) => BoundariesOf.GetValue(law, FindBoundaries).Days;

    private static readonly ConditionalWeakTable<LawLibrary, Days_> BoundariesOf = [];

    private sealed record Days_(ImmutableArray<DateOnly> Days);

    private static Days_ FindBoundaries(LawLibrary law) =>
        new([
            .. law.History<ReductionPolicy>()
                .AnyVersions.Concat(law.History<DisplacedRangeDecision>().AnyVersions)
                .Concat(law.History<TypeCPleaDecision>().AnyVersions)
                .Select(v => v.Effective)
                .Concat(law.Amendments.Where(a => a.Retroactive is not null).Select(a => a.Retroactive!.Listed))
                .Distinct()
                .Order(),
        ]);
}
