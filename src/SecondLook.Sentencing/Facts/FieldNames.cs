using System.Collections.Frozen;

namespace SecondLook.Sentencing.Facts;

/// <summary>The names that the fields of one kind of object may have; at most 64.</summary>
internal sealed class FieldNames
{
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly string[] names;

    public FieldNames(params string[] names)
    {
        this.names = names;
        lookup = names
            .Index()
            .ToFrozenDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public string this[int index] => names[index];

    /// <summary>The place of a name; -1 where it is none of them.</summary>
    public int IndexOf(ReadOnlySpan<char> name) => lookup.TryGetValue(name, out var index) ? index : -1;

    public string? NearestTo(string name) => NearestName.To(name, names);
}
