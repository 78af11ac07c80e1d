using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SecondLook.Sentencing.Law;

/// <summary>The versions of one element, oldest first, and the days for which it is covered.</summary>
public abstract class ElementHistory
{
    /// <summary>The name of the element.</summary>
    public required string Element { get; init; }

    /// <summary>The file in the law folder that holds it.</summary>
    public required string File { get; init; }

    /// <summary>The first day for which the versions are known; before it the element is not covered.</summary>
    public required DateOnly CoveredFrom { get; init; }

    /// <summary>The first day for which the versions are no longer known; null where nothing is known to be missing.</summary>
    public DateOnly? CoveredUntil { get; init; }

    /// <summary>Why nothing is known outside those days.</summary>
    public string? NotCoveredWhy { get; init; }

    /// <summary>True for a part of the Guidelines Manual; statutes and decisions are found by their own dates.</summary>
    public bool IsGuideline => File.StartsWith("law/guidelines/", StringComparison.Ordinal);

    /// <summary>The versions, oldest first; a version without terms says that the element was not in force from then on.</summary>
    public abstract ImmutableArray<(DateOnly Effective, Provision? Version)> AnyVersions { get; }

    /// <summary>The place of the element in a <see cref="Manual"/>.</summary>
    internal int Slot { get; init; } = -1;

    /// <summary>The version in force on a day, or null.</summary>
    public Provision? On(DateOnly day)
    {
        for (var i = AnyVersions.Length - 1; i >= 0; i--)
        {
            if (AnyVersions[i].Effective <= day)
            {
                return AnyVersions[i].Version;
            }
        }

        return null;
    }

    /// <summary>True where the versions on that day are known.</summary>
    public bool Covers(DateOnly day) => day >= CoveredFrom && (CoveredUntil is not { } end || day < end);
}

/// <summary>The versions of one element whose terms are of type <typeparamref name="T"/>.</summary>
public sealed class ElementHistory<T>(IReadOnlyList<(DateOnly Effective, Provision<T>? Version)> versions) : ElementHistory
    where T : class
{
    /// <inheritdoc/>
    public override ImmutableArray<(DateOnly Effective, Provision? Version)> AnyVersions { get; } =
    [.. versions.Select(v => (v.Effective, (Provision?)v.Version))];
}

/// <summary>All the law that is covered: every element's history, every amendment, every edition of the Manual.</summary>
public sealed class LawLibrary
{
    private readonly ElementHistory?[] bySlot;
    private readonly ConcurrentDictionary<DateOnly, Manual> manuals = new();
    private readonly ConcurrentDictionary<(DateOnly Edition, string Amendments), Manual> substituted = new();

    /// <summary>Puts a library together from what the reader read.</summary>
    public LawLibrary(IReadOnlyList<ElementHistory> elements, IReadOnlyList<Amendment> amendments, IReadOnlyList<DateOnly> editions)
    {
        Elements = elements;
        Amendments = [.. amendments.OrderBy(a => a.Effective).ThenBy(a => a.Id, StringComparer.Ordinal)];
        Editions = [.. editions.Order()];
        bySlot = new ElementHistory?[elements.Count == 0 ? 0 : elements.Max(e => e.Slot) + 1];
        foreach (var element in elements)
        {
            bySlot[element.Slot] = element;
        }
    }

    /// <summary>Every element with all its versions.</summary>
    public IReadOnlyList<ElementHistory> Elements { get; }

    /// <summary>Every amendment that the law folder knows, oldest first.</summary>
    public ImmutableArray<Amendment> Amendments { get; }

    /// <summary>The effective dates of the editions of the Manual, oldest first.</summary>
    public ImmutableArray<DateOnly> Editions { get; }

    /// <summary>The history of one element.</summary>
    /// <exception cref="LawException">The law folder does not have it.</exception>
    public ElementHistory History<T>()
        where T : class =>
        (ElementSlot<T>.Index < bySlot.Length ? bySlot[ElementSlot<T>.Index] : null)
        ?? throw new LawException($"The law folder has no file for {typeof(T).Name}.");

    /// <summary>The history of an element by its name.</summary>
    /// <exception cref="LawException">The law folder does not have it.</exception>
    public ElementHistory History(string element) =>
        Elements.FirstOrDefault(e => e.Element == element) ?? throw new LawException($"The law folder has no file for {element}.");

    /// <summary>The version of a provision in force on a day, for law that is not part of a Manual: statutes, decisions, policy statements.</summary>
    public Provision<T>? On<T>(DateOnly day)
        where T : class => (Provision<T>?)History<T>().On(day);

    /// <summary>The edition in force on a day; null before the first.</summary>
    public DateOnly? EditionOn(DateOnly day)
    {
        var at = Editions.BinarySearch(day);
        return at >= 0 ? day
            : ~at > 0 ? Editions[~at - 1]
            : null;
    }

    /// <summary>The Manual in force on a day.</summary>
    /// <exception cref="LawException">No edition was in force.</exception>
    public Manual ManualOn(DateOnly day)
    {
        var edition = EditionOn(day) ?? throw new LawException($"No edition of the Manual was in force on {day:yyyy-MM-dd}.");
        return manuals.GetOrAdd(edition, e => new Manual(e, [.. bySlot.Select(h => h is { IsGuideline: true } ? h.On(e) : null)], []));
    }

    /// <summary>A Manual with amendments substituted, kept so that a million records share it.</summary>
    public Manual Substituted(Manual manual, IReadOnlyList<Amendment> amendments) =>
        amendments.Count == 0
            ? manual
            : substituted.GetOrAdd((manual.Edition, string.Join(' ', amendments.Select(a => a.Id))), _ => manual.Substitute(amendments));
}
