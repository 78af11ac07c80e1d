namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>
/// Which column of a table says which fact of a record, as a YAML file gives it: <c>id</c>, <c>source</c>, <c>missing</c> and
/// <c>facts</c>. The crosswalks for the Commission's files are files of the same form, in this assembly.
/// </summary>
public sealed class Crosswalk
{
    internal Crosswalk(string name) => Name = name;

    /// <summary>The name of the file, for messages.</summary>
    public string Name { get; }

    /// <summary>The column that names the record; null: rows are named by their number.</summary>
    public string? Id { get; internal init; }

    /// <summary>The column with a name that is not unique, kept beside the id.</summary>
    public string? SourceId { get; internal init; }

    /// <summary>What stands in a cell where nothing is known; an empty cell always means that.</summary>
    internal IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>True where a column that the file does not have leaves its facts unknown; otherwise the file cannot be read.</summary>
    internal bool ColumnsAreOptional { get; init; }

    /// <summary>
    /// True where a value that cannot be what it should be leaves its fact unknown, with a note; otherwise the row is rejected.
    /// </summary>
    internal bool UnlikelyIsUnknown { get; init; }

    /// <summary>
    /// True where the columns name every adjustment that a court may have applied, so that an empty cell means none; false where they name only
    /// some: a level computed from some of them would be wrong, and the adjustments are left unknown. Null where the file does not say.
    /// </summary>
    internal bool? EveryAdjustment { get; init; }

    /// <summary>The facts, each with the ways to read it, of which the first that gives something is taken.</summary>
    internal IReadOnlyList<(string Path, IReadOnlyList<FactRule> Rules)> Facts { get; init; } = [];

    /// <summary>Notes for the record, each where its conditions hold.</summary>
    internal IReadOnlyList<(Conditions When, string Says)> Notes { get; init; } = [];

    /// <summary>Reads a crosswalk from a file.</summary>
    /// <exception cref="ImportException">There is no such file, or it is not a crosswalk; the message says where and what to do.</exception>
    public static Crosswalk Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), Path.GetFileName(path));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new ImportException($"The crosswalk {path} cannot be read: {failed.Message}", failed);
        }
    }

    /// <summary>Reads a crosswalk from text.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="ImportException">It is not a crosswalk; the message says where and what to do.</exception>
    public static Crosswalk Parse(string yaml, string name) => new CrosswalkReader(name).Read(yaml);
}

/// <summary>One way to read a fact.</summary>
internal sealed record FactRule
{
    /// <summary>The column; null for a constant.</summary>
    public string? Column { get; init; }

    /// <summary>What is said wherever the conditions hold; null where a column says it.</summary>
    public string? Value { get; init; }

    /// <summary>What each value of the column stands for; null where it stands for itself.</summary>
    public IReadOnlyDictionary<string, string>? Codes { get; init; }

    /// <summary>What a value stands for that <see cref="Codes"/> does not list; <c>unknown</c> for nothing; null where it is a mistake.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Values that stand for life.</summary>
    public IReadOnlyList<string> Life { get; init; } = [];

    /// <summary>Columns whose numbers are taken off.</summary>
    public IReadOnlyList<string> Less { get; init; } = [];

    /// <summary>Values that mean that nothing is known, beside those of the whole file.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>By how much the number is divided, to change its unit.</summary>
    public decimal Divide { get; init; } = 1;

    /// <summary>True where the number is a lower bound.</summary>
    public bool AtLeast { get; init; }

    /// <summary>The rule of an adjustment, where it is not the one in the path.</summary>
    public string? Rule { get; init; }

    /// <summary>When this way may be taken.</summary>
    public Conditions When { get; init; } = Conditions.None;

    /// <summary>The columns this way reads a value from, in words.</summary>
    public string Source => Column is null ? "" : string.Join(" less ", [Column, .. Less]);
}

/// <summary>Values that other columns must have, and values they must not have. A star in a name stands for 1, 2, 3 and so on: any of them.</summary>
internal sealed record Conditions(
    IReadOnlyList<(string Column, IReadOnlyList<string> Values)> Where,
    IReadOnlyList<(string Column, IReadOnlyList<string> Values)> Unless
)
{
    public static readonly Conditions None = new([], []);
}
