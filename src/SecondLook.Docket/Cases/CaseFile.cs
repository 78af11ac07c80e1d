namespace SecondLook.Docket.Cases;

/// <summary>A case with all its entries, oldest first. It stays inside this project: who reads gets a <see cref="CaseView"/>.</summary>
internal sealed record CaseFile(Case Case, Person Person, IReadOnlyList<Entry> Entries)
{
    /// <summary>The entries of the same case number that are about other defendants.</summary>
    public IReadOnlyList<CaseFile> Codefendants { get; init; } = [];

    /// <summary>The accounts whose standing an act asks about.</summary>
    public IReadOnlyList<Account> Accounts { get; init; } = [];

    public IEnumerable<T> All<T>()
        where T : Entry => Entries.OfType<T>();

    /// <summary>The entries of a kind whose place no other has taken.</summary>
    public IEnumerable<T> Current<T>()
        where T : Entry => All<T>().Where(e => !Entries.Any(later => later.SupersedesId == e.Id));

    /// <summary>The entry of a kind that somebody names and may read.</summary>
    /// <exception cref="RefusedException">There is none, or not for this reader: the answer is the same.</exception>
    public T Get<T>(Guid id, Account reader)
        where T : Entry =>
        All<T>().FirstOrDefault(e => e.Id == id && Access.MayRead(e, reader, this))
        ?? throw new RefusedException(
            $"{Case.Name} has no {typeof(T).Name} {id} that {reader.Name} may read. Read the case again and choose one of its entries."
        );

    public CaseView As(Account reader) => new(Case, Person, [.. Entries.Where(e => Access.MayRead(e, reader, this))]);
}

/// <summary>A case as one reader may see it: nothing else of it leaves the docket.</summary>
/// <param name="Case">The case.</param>
/// <param name="Person">The person.</param>
/// <param name="Entries">The entries that the reader may see, oldest first.</param>
public sealed record CaseView(Case Case, Person Person, IReadOnlyList<Entry> Entries)
{
    /// <summary>What an act gives as seen: it changes when an entry is added that this reader may see, and never with somebody's work product.</summary>
    public int Version => Entries.Count(e => e.Standing != Standing.WorkProduct);

    /// <summary>The entries of one kind.</summary>
    public IEnumerable<T> All<T>()
        where T : Entry => Entries.OfType<T>();

    /// <summary>The entries of a kind whose place no other has taken.</summary>
    public IEnumerable<T> Current<T>()
        where T : Entry => All<T>().Where(e => !Entries.Any(later => later.SupersedesId == e.Id));
}
