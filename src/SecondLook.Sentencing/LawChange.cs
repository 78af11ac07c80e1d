using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing;

/// <summary>One term that a change of the law changed.</summary>
/// <param name="Name">The term, see <see cref="LawTerm.Name"/>.</param>
/// <param name="Before">What it was; null where there was none.</param>
/// <param name="After">What it is; null where there is none any more.</param>
/// <param name="By">The keyed amendment whose text makes the change; null where its amendment is not keyed.</param>
public sealed record TermChange(string Name, string? Before, string? After, Amendment? By);

/// <summary>A day on which the text of one provision changed.</summary>
public sealed record LawChange
{
    /// <summary>The history of the provision.</summary>
    public required ElementHistory Element { get; init; }

    /// <summary>The first day of the new text.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>The version before; null where the provision was not in force.</summary>
    public Provision? Before { get; init; }

    /// <summary>The version from that day on; null where the provision ended.</summary>
    public Provision? After { get; init; }

    /// <summary>The keyed amendments of that day that rewrite this provision.</summary>
    public required IReadOnlyList<Amendment> Amendments { get; init; }

    /// <summary>The terms that changed; empty where only the citation, the numbering or words that carry no number changed.</summary>
    public required IReadOnlyList<TermChange> Terms { get; init; }

    /// <summary>
    /// Every change of the law after one day and until another, the last included, in the order of the law folder and then of the days.
    /// </summary>
    /// <param name="law">The law.</param>
    /// <param name="earlier">The earlier day.</param>
    /// <param name="later">The later day.</param>
    /// <param name="elements">The provisions asked for; null for all.</param>
    public static IReadOnlyList<LawChange> Between(
        LawLibrary law,
        DateOnly earlier,
        DateOnly later,
        IEnumerable<ElementHistory>? elements = null
    ) =>
        [
            .. from element in (elements ?? law.Elements).OrderBy(e => e.File, StringComparer.Ordinal)
            from version in element.AnyVersions.Skip(1)
            where version.Effective > earlier && version.Effective <= later
            select Of(law, element, version.Effective, version.Version),
        ];

    private static LawChange Of(LawLibrary law, ElementHistory element, DateOnly effective, Provision? after)
    {
        var before = element.On(effective.AddDays(-1));
        Amendment[] amendments =
        [
            .. law.Amendments.Where(a => a.Effective == effective && a.Substitutions.Any(s => s.Element == element.Element)),
        ];
        return new()
        {
            Element = element,
            Effective = effective,
            Before = before,
            After = after,
            Amendments = amendments,
            Terms = [.. Changed(element.Element, before, after, amendments)],
        };
    }

    private static IEnumerable<TermChange> Changed(string element, Provision? before, Provision? after, Amendment[] amendments)
    {
        var (old, now) = (Named(before), Named(after));
        var texts = amendments.Select(a => (Amendment: a, Terms: Named(Apply(element, before, a)))).ToList();
        foreach (var name in now.Keys.Union(old.Keys, StringComparer.Ordinal))
        {
            var (was, becomes) = (old.GetValueOrDefault(name), now.GetValueOrDefault(name));
            if (was != becomes)
            {
                // The amendment's own text, applied to the text of the day before, must make this very change.
                yield return new(name, was, becomes, texts.Find(t => t.Terms.GetValueOrDefault(name) == becomes).Amendment);
            }
        }
    }

    private static Provision? Apply(string element, Provision? before, Amendment amendment) =>
        amendment
            .Substitutions.Where(s => s.Element == element)
            .Aggregate(before, (text, substitution) => substitution.Apply(text, amendment));

    private static Dictionary<string, string> Named(Provision? version)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var term in version is null ? [] : LawTerms.Of(version.AnyTerms))
        {
            named[term.Name] = term.Value;
        }

        return named;
    }
}
