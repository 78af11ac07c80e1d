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
    private readonly Provision?[] provisions;

    internal Manual(DateOnly edition, Provision?[] provisions, ImmutableArray<Amendment> substituted)
    {
        Edition = edition;
        this.provisions = provisions;
        Substituted = substituted;
    }

    /// <summary>The effective date of the edition.</summary>
    public DateOnly Edition { get; }

    /// <summary>The amendments that were substituted into it; none for the edition as printed.</summary>
    public ImmutableArray<Amendment> Substituted { get; }

    /// <summary>The provisions in force, in no particular order.</summary>
    public IEnumerable<Provision> Provisions => provisions.OfType<Provision>();

    /// <summary>The version in force of a provision, or null where this edition does not have it.</summary>
    /// <remarks>Put into the rule that asks, where the place is known when the rule is compiled: a rule asks for dozens.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Provision<T>? Find<T>()
        where T : class
    {
        var slot = ElementSlot<T>.Index;
        return slot < provisions.Length ? (Provision<T>?)provisions[slot] : null;
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

        return new Manual(Edition, slots, [.. Substituted, .. inOrder]);
    }
}
