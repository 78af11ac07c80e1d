using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace SecondLook.Sentencing.Law;

/// <summary>The law folder is wrong, or a question was asked that it cannot answer.</summary>
/// <param name="what">What is wrong.</param>
/// <param name="file">The file of the law folder where it is wrong, if it is one.</param>
/// <param name="line">The line, from 1, if there is one.</param>
public sealed class LawException(string what, string? file = null, int? line = null)
    : Exception(
        (file, line) switch
        {
            (null, _) => what,
            (_, null) => $"{file}: {what}",
            _ => $"{file}, line {line}: {what}",
        }
    )
{
    /// <summary>What is wrong, without the place.</summary>
    public string What => what;

    /// <summary>The file of the law folder where it is wrong, if it is one.</summary>
    public string? File => file;

    /// <summary>The line, from 1, if there is one.</summary>
    public int? Line => line;
}

/// <summary>Gives every terms type a fixed place in a <see cref="Manual"/>, so that a rule finds its provision without a search.</summary>
internal static class ElementSlot
{
    private static int next = -1;

    internal static int Take() => Interlocked.Increment(ref next);
}

internal static class ElementSlot<T>
    where T : class
{
    internal static readonly int Index = ElementSlot.Take();
}

/// <summary>The Guidelines Manual in force on one date, applied in its entirety (§1B1.11(b)(2)).</summary>
public sealed class Manual
{
    /// <summary>The guideline that a Manual is read for unless <see cref="Under"/> says another.</summary>
    public const string DrugGuideline = "2D1.1";

    private readonly Provision?[] provisions;
    private Manual? under;

    internal Manual(DateOnly edition, Provision?[] provisions, ImmutableArray<Amendment> substituted, string guideline = DrugGuideline)
    {
        Edition = edition;
        this.provisions = provisions;
        Substituted = substituted;
        Guideline = guideline;
    }

    /// <summary>The effective date of the edition.</summary>
    public DateOnly Edition { get; }

    /// <summary>The amendments that were substituted into it; none for the edition as printed.</summary>
    public ImmutableArray<Amendment> Substituted { get; }

    /// <summary>The guideline of Chapter Two that it is read for: its table, its cap and its characteristics are those that are found.</summary>
    public string Guideline { get; }

    /// <summary>The provisions in force for a calculation under this guideline, in no particular order.</summary>
    public IEnumerable<Provision> Provisions => EveryProvision.Where(p => p.Guideline is null || p.Guideline == Guideline);

    /// <summary>The provisions in force, those of other guidelines included.</summary>
    internal IEnumerable<Provision> EveryProvision => provisions.OfType<Provision>();

    /// <summary>The version in force of a provision, or null where this edition does not have it.</summary>
    /// <remarks>Put into the rule that asks, where the place is known when the rule is compiled: a rule asks for dozens.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Provision<T>? Find<T>()
        where T : class
    {
        var slot = ElementSlot<T>.Index;
        return slot < provisions.Length ? (Provision<T>?)provisions[slot] : null;
    }

    /// <summary>The version in force of a provision by its name, of whatever guideline; null where this edition does not have it.</summary>
    public Provision? Find(string element) => EveryProvision.FirstOrDefault(p => p.Element == element);

    /// <summary>
    /// The version in force of a provision by its name, for a guideline that has two with the same kind of terms; null where this edition
    /// does not have it.
    /// </summary>
    public Provision<T>? Find<T>(string element)
        where T : class => provisions.OfType<Provision<T>>().FirstOrDefault(p => p.Element == element);

    /// <summary>
    /// The same Manual read for another guideline of Chapter Two: what that guideline has takes the place of what §2D1.1 has, and where it
    /// has nothing nothing is found. Of two provisions with the same kind of terms the first listed takes the place; the other is found by
    /// its name.
    /// </summary>
    public Manual Under(string guideline)
    {
        if (guideline == Guideline)
        {
            return this;
        }

        if (under?.Guideline == guideline)
        {
            return under;
        }

        Provision?[] read = [.. provisions.Select(p => p?.Guideline is null ? p : null)];
        for (var i = 0; i < provisions.Length; i++)
        {
            if (provisions[i] is { } own && own.Guideline == guideline)
            {
                if (own.SlotOfTerms >= read.Length)
                {
                    Array.Resize(ref read, own.SlotOfTerms + 1);
                }

                read[read[own.SlotOfTerms] is null ? own.SlotOfTerms : i] = own;
            }
        }

        return under = new(Edition, read, Substituted, guideline);
    }

    /// <summary>The version in force of a provision that every covered edition has.</summary>
    /// <exception cref="LawException">This edition does not have it.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Provision<T> Get<T>()
        where T : class => Find<T>() ?? throw Missing<T>();

    private LawException Missing<T>() => new($"The Manual of {Edition:yyyy-MM-dd} has no {typeof(T).Name}: not covered.");

    /// <summary>
    /// §1B1.10(b)(1): substitute only these amendments, in the order of their effective dates, and leave every other provision as it
    /// was applied. What an amendment strikes and inserts decides, not the edition that followed it.
    /// </summary>
    public Manual Substitute(params IEnumerable<Amendment> amendments)
    {
        var inOrder = amendments.OrderBy(a => a.Effective).ThenBy(a => a.Id, StringComparer.Ordinal).ToImmutableArray();
        var slots = (Provision?[])provisions.Clone();
        foreach (var amendment in inOrder)
        {
            foreach (var substitution in amendment.Substitutions)
            {
                if (substitution.Slot >= slots.Length)
                {
                    Array.Resize(ref slots, substitution.Slot + 1);
                }

                slots[substitution.Slot] = substitution.Apply(slots[substitution.Slot], amendment);
            }
        }

        return new Manual(Edition, slots, [.. Substituted, .. inOrder], Guideline);
    }
}
