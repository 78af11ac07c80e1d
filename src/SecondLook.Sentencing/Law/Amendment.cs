namespace SecondLook.Sentencing.Law;

/// <summary>Terms that an amendment can rewrite line by line, as Appendix C strikes and inserts.</summary>
/// <typeparam name="TEdit">What the amendment strikes and inserts.</typeparam>
/// <typeparam name="TSelf">The terms themselves.</typeparam>
public interface IAmendable<in TEdit, out TSelf>
{
    /// <summary>These terms after the edit; text that the edit does not name stays as it was.</summary>
    TSelf Amend(TEdit edit);
}

/// <summary>What one amendment does to one provision.</summary>
public abstract class Substitution
{
    /// <summary>The provision that is rewritten.</summary>
    public required string Element { get; init; }

    /// <summary>The provision after the amendment; null where there is none.</summary>
    public abstract Provision? Apply(Provision? before, Amendment by);

    /// <summary>The place of the provision in a <see cref="Manual"/>.</summary>
    internal int Slot { get; init; } = -1;
}

/// <summary>The whole of a provision's terms is struck and other terms are inserted.</summary>
public sealed class Replacement<T>(Provision<T> replacement) : Substitution
    where T : class
{
    /// <inheritdoc/>
    public override Provision? Apply(Provision? before, Amendment by) => replacement;
}

/// <summary>
/// Single lines of a provision are struck and inserted; the others stay as the edition had them. In an edition without the provision
/// there is nothing to strike.
/// </summary>
public sealed class Edit<T, TEdit>(Func<TEdit> edit, string? citation) : Substitution
    where T : class, IAmendable<TEdit, T>
{
    private readonly Lazy<TEdit> edit = new(edit);

    /// <summary>What is struck and inserted.</summary>
    public TEdit Written => edit.Value;

    /// <inheritdoc/>
    public override Provision? Apply(Provision? before, Amendment by) =>
        before is Provision<T> old ? old.Rewritten(() => old.Terms.Amend(edit.Value), by, citation) : before;
}

/// <summary>When and how §1B1.10 made an amendment retroactive.</summary>
/// <param name="Listed">The first day on which §1B1.10 lists it.</param>
/// <param name="ListedBy">The amendment that put it on the list.</param>
/// <param name="OrdersNotBefore">The earliest effective date of an order based on it, where a special instruction sets one.</param>
/// <param name="Citation">The subsection that lists it, and the special instruction.</param>
public sealed record Retroactivity(DateOnly Listed, string ListedBy, DateOnly? OrdersNotBefore, string Citation);

/// <summary>An amendment of Appendix C, or the part of one that §1B1.10 lists.</summary>
public sealed class Amendment
{
    /// <summary>Its number, with the part where only a part is covered: <c>782</c>, <c>821A</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The day on which it changed the Manual.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>Where it is printed.</summary>
    public required string Source { get; init; }

    /// <summary>How sure the source is.</summary>
    public Confidence Confidence { get; init; } = Confidence.Verbatim;

    /// <summary>How §1B1.10 lists it; null where it does not.</summary>
    public Retroactivity? Retroactive { get; init; }

    /// <summary>What it strikes and inserts, keyed from its own text.</summary>
    public required IReadOnlyList<Substitution> Substitutions { get; init; }

    /// <summary>Why it, or the part of it that <see cref="Reaches"/> describes, cannot be computed here; null where all of it can.</summary>
    public string? NotComputable { get; init; }

    /// <summary>The records for which what is not computed matters; those of any one entry.</summary>
    public IReadOnlyList<AmendmentReach> Reaches { get; init; } = [];

    /// <summary>True where what is not computed can lower a level or leave it as it is, and never raise it.</summary>
    public bool OnlyLowers { get; init; }

    /// <summary>Why it changes no range although it is listed, such as a decision that holds it invalid; null where it may.</summary>
    public string? WithoutEffect { get; init; }

    /// <summary>The number without the part: <c>821</c> for <c>821A</c>.</summary>
    public string Number => Id.TrimEnd('A', 'B', 'C');

    /// <summary>True where <paramref name="named"/> names this amendment: by its id, or by its number without the part.</summary>
    public bool IsNamedBy(string named) =>
        string.Equals(named, Id, StringComparison.OrdinalIgnoreCase) || string.Equals(named, Number, StringComparison.Ordinal);
}
