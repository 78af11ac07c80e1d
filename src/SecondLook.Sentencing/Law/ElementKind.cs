namespace SecondLook.Sentencing.Law;

/// <summary>An element of the law folder: its name, the type of its terms, and how they are read.</summary>
/// <param name="name">The name of the element, and of its file.</param>
/// <param name="terms">The type of its terms.</param>
public abstract class ElementKind(string name, Type terms)
{
    /// <summary>The name of the element, such as <c>status-points</c>.</summary>
    public string Name => name;

    /// <summary>The type of its terms.</summary>
    public Type Terms => terms;

    /// <summary>The guideline of Chapter Two that it belongs to, such as <c>2D1.1</c>; null where it is part of every calculation.</summary>
    public string? Guideline
    {
        get;
        init
        {
            field = value;
            ownSlot = value is null or Manual.DrugGuideline ? null : ElementSlot.Take();
        }
    }

    /// <summary>
    /// Its place in a <see cref="Manual"/>: that of its terms, or one of its own where the same terms stand in another guideline than
    /// §2D1.1.
    /// </summary>
    internal int Slot => ownSlot ?? SlotOfTerms;

    /// <summary>The place of its terms.</summary>
    internal abstract int SlotOfTerms { get; }

    private readonly int? ownSlot;

    internal abstract ElementHistory History(ElementFile file, IReadOnlyList<VersionText> versions);

    internal abstract Substitution Replace(VersionText version);

    internal abstract Substitution Edit(LawNode edit, string? citation, LawFiles files);
}

/// <summary>An element whose terms stand in YAML or, where <paramref name="table"/> is given, in a CSV file.</summary>
/// <param name="name">The name of the element, and of its file.</param>
/// <param name="table">Reads the terms of one version from its table.</param>
/// <param name="columns">The columns of the table.</param>
public class ElementKind<T>(string name, Func<LawTable, DateOnly, T>? table = null, params IReadOnlyList<string> columns)
    : ElementKind(name, typeof(T))
    where T : class
{
    internal override int SlotOfTerms => ElementSlot<T>.Index;

    internal override ElementHistory History(ElementFile file, IReadOnlyList<VersionText> versions) =>
        new ElementHistory<T>([.. versions.Select(v => (v.Effective, v.HasTerms ? Provision(v) : null))])
        {
            Element = Name,
            File = file.Path,
            CoveredFrom = file.CoveredFrom,
            CoveredUntil = file.CoveredUntil,
            NotCoveredWhy = file.NotCovered,
            Slot = Slot,
        };

    internal override Substitution Replace(VersionText version) => new Replacement<T>(Provision(version)) { Element = Name, Slot = Slot };

    internal override Substitution Edit(LawNode edit, string? citation, LawFiles files) =>
        throw edit.Wrong($"cannot be used for {Name}, whose terms are only replaced as a whole");

    private Provision<T> Provision(VersionText version) =>
        new(Load(version))
        {
            Element = Name,
            Effective = version.Effective,
            Citation = version.Citation,
            Source = version.Source,
            Amendment = version.Amendment,
            Confidence = version.Confidence,
            Note = version.Note,
            Guideline = Guideline,
        };

    /// <summary>
    /// Terms in YAML are read at once, so that a mistake is found at once, unless the files were checked already; a table is read when it
    /// is first needed.
    /// </summary>
    private Func<T> Load(VersionText version)
    {
        if (version.Csv is { } csv)
        {
            var read = table ?? throw csv.Wrong($"names a table, but the terms of {Name} are written in YAML");
            var path = LawFiles.Beside(csv.File, csv.Text());
            return version.Files.Has(path)
                ? () => read(LawTable.Read(path, version.Files.Read(path), columns), version.Effective)
                : throw csv.Wrong($"names {path}, which is not there");
        }

        if (table is not null)
        {
            throw version.Terms!.Wrong($"is written out, but the terms of {Name} stand in a table; name it with `csv`");
        }

        if (version.Files.CheckedAlready)
        {
            return () => LawBinder.Bind<T>(version.Terms!);
        }

        var terms = LawBinder.Bind<T>(version.Terms!);
        return () => terms;
    }
}

/// <summary>An element that an amendment can rewrite line by line.</summary>
/// <param name="name">The name of the element, and of its file.</param>
/// <param name="edit">Reads what is struck and inserted.</param>
/// <param name="table">Reads the terms of one version from its table.</param>
/// <param name="columns">The columns of the table.</param>
public sealed class ElementKind<T, TEdit>(
    string name,
    Func<LawEdit, TEdit>? edit = null,
    Func<LawTable, DateOnly, T>? table = null,
    params IReadOnlyList<string> columns
) : ElementKind<T>(name, table, columns)
    where T : class, IAmendable<TEdit, T>
{
    internal override Substitution Edit(LawNode node, string? citation, LawFiles files)
    {
        if (edit is not null)
        {
            var written = LawEdit.Read(node, files);
            return new Edit<T, TEdit>(() => edit(written), citation) { Element = Name, Slot = Slot };
        }

        if (files.CheckedAlready)
        {
            return new Edit<T, TEdit>(() => LawBinder.Bind<TEdit>(node), citation) { Element = Name, Slot = Slot };
        }

        var bound = LawBinder.Bind<TEdit>(node);
        return new Edit<T, TEdit>(() => bound, citation) { Element = Name, Slot = Slot };
    }
}

/// <summary>An edit of a table: paragraphs that get another level, and a CSV file of lines struck and inserted.</summary>
public sealed class LawEdit
{
    private readonly string path;
    private readonly LawFiles files;

    private LawEdit(IReadOnlyDictionary<int, int> relabel, bool quoted, string path, LawFiles files)
    {
        Quoted = quoted;
        Relabel = relabel;
        this.path = path;
        this.files = files;
    }

    /// <summary>Old level to new level.</summary>
    public IReadOnlyDictionary<int, int> Relabel { get; }

    /// <summary>True where the amendment quotes the lines that it strikes, so that it changes nothing where they are not printed.</summary>
    public bool Quoted { get; }

    /// <summary>The lines struck and inserted, which must have these columns.</summary>
    public LawTable Lines(params IReadOnlyList<string> columns) => LawTable.Read(path, files.Read(path), columns);

    internal static LawEdit Read(LawNode node, LawFiles files)
    {
        var mapping = node.Mapping();
        var relabel = mapping.Optional("relabel") is { } levels
            ? LawBinder.Bind<IReadOnlyDictionary<int, int>>(levels)
            : new Dictionary<int, int>();
        var lines = mapping["lines"];
        var quoted = mapping.Optional("quoted")?.YesOrNo() ?? false;
        mapping.Done();
        var beside = LawFiles.Beside(node.File, lines.Text());
        return files.Has(beside) ? new(relabel, quoted, beside, files) : throw lines.Wrong($"names {beside}, which is not there");
    }
}

/// <summary>What the file of an element says before its versions.</summary>
internal sealed record ElementFile(string Path, DateOnly CoveredFrom, DateOnly? CoveredUntil, string? NotCovered);

/// <summary>One version as it is written, before its terms are read.</summary>
internal sealed record VersionText
{
    public required LawFiles Files { get; init; }

    public required DateOnly Effective { get; init; }

    public required string Citation { get; init; }

    public required string Source { get; init; }

    public string? Amendment { get; init; }

    public required Confidence Confidence { get; init; }

    public string? Note { get; init; }

    public LawNode? Terms { get; init; }

    public LawNode? Csv { get; init; }

    public bool HasTerms => Terms is not null || Csv is not null;
}
