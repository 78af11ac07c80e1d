using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace SecondLook.Sentencing.Law;

/// <summary>How sure the source of a value is. A recalled value is always shown as such.</summary>
public enum Confidence
{
    /// <summary>Read in the official text itself.</summary>
    Verbatim,

    /// <summary>Paraphrased from the official text or cross-checked against several quotations of it.</summary>
    CrossChecked,

    /// <summary>Known from general knowledge and not read again: shown as recalled wherever it is used.</summary>
    Recalled,
}

/// <summary>One version of one provision: where it is written, since when, and how sure the source is.</summary>
public abstract class Provision
{
    /// <summary>The concept, by a name that does not move when the section is renumbered, such as <c>status-points</c>.</summary>
    public required string Element { get; init; }

    /// <summary>The first day on which this version is in force.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>Where the rule stands, as lawyers write it, such as <c>USSG §4A1.1(e)</c>.</summary>
    public required string Citation { get; init; }

    /// <summary>The printed source from which the terms were keyed.</summary>
    public required string Source { get; init; }

    /// <summary>The Appendix C amendment that made this version, where it is known, such as <c>821A</c>.</summary>
    public string? Amendment { get; init; }

    /// <summary>How sure the source is.</summary>
    public Confidence Confidence { get; init; } = Confidence.Verbatim;

    /// <summary>A remark for the reader of the law, such as a misprint in the source.</summary>
    public string? Note { get; init; }

    /// <summary>The guideline of Chapter Two that it belongs to, such as <c>2D1.1</c>; null where it is part of every calculation.</summary>
    public string? Guideline { get; init; }

    /// <summary>The version that an amendment rewrote to make this one (<see cref="Manual.Substitute"/>); null for a version as it is keyed.</summary>
    public Provision? Rewrites { get; init; }

    /// <summary>The terms, whatever their type; reading them loads the table they stand in.</summary>
    public abstract object AnyTerms { get; }

    /// <summary>The place of its terms in a <see cref="Manual"/>.</summary>
    internal abstract int SlotOfTerms { get; }

    private ConcurrentDictionary<string, Provision>? parts;

    /// <summary>The same provision, cited by one of its paragraphs, such as <c>(b)(2)(A)</c>; the whole of it where none is given.</summary>
    public Provision At(string? paragraph) =>
        string.IsNullOrEmpty(paragraph)
            ? this
            : LazyInitializer
                .EnsureInitialized(ref parts, static () => new(StringComparer.Ordinal))
                .GetOrAdd(paragraph, static (p, whole) => new ProvisionPart(whole, p), this);
}

/// <summary>A paragraph of a provision, for a citation that is as exact as the law folder.</summary>
internal sealed class ProvisionPart : Provision
{
    private readonly Provision whole;

    [SetsRequiredMembers]
    public ProvisionPart(Provision whole, string paragraph)
    {
        this.whole = whole;
        (Element, Effective, Source, Amendment) = (whole.Element, whole.Effective, whole.Source, whole.Amendment);
        (Confidence, Note, Guideline) = (whole.Confidence, whole.Note, whole.Guideline);
        Rewrites = whole.Rewrites;
        Citation = $"{whole.Citation}{paragraph}";
    }

    /// <inheritdoc/>
    public override object AnyTerms => whole.AnyTerms;

    internal override int SlotOfTerms => whole.SlotOfTerms;
}

/// <summary>One version of one provision with its terms.</summary>
/// <typeparam name="T">The terms: the numbers and lists that the law fixes.</typeparam>
public sealed class Provision<T>(Func<T> load) : Provision
    where T : class
{
    private readonly Lazy<T> terms = new(load);

    /// <summary>The terms of the law. Large tables are read from the law folder on first use.</summary>
    public T Terms => terms.Value;

    /// <inheritdoc/>
    public override object AnyTerms => Terms;

    internal override int SlotOfTerms => ElementSlot<T>.Index;

    /// <summary>The same provision as an amendment rewrites it: new terms, the amendment's own date, citation and source.</summary>
    public Provision<T> Rewritten(Func<T> newTerms, Amendment by, string? citation = null) =>
        new(newTerms)
        {
            Element = Element,
            Effective = by.Effective,
            Citation = citation ?? Citation,
            Source = by.Source,
            Amendment = by.Id,
            Confidence = by.Confidence,
            Guideline = Guideline,
            Rewrites = this,
        };
}
