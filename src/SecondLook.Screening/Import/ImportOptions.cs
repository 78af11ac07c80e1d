using SecondLook.Screening.Import.Crosswalks;

namespace SecondLook.Screening.Import;

/// <summary>How a file is to be read.</summary>
public sealed record ImportOptions
{
    /// <summary>The canonical names of the substances that the law knows; null takes any name.</summary>
    public IReadOnlySet<string>? Substances { get; init; }

    /// <summary>Which column of a table says which fact; null: the columns are those of the Commission's files.</summary>
    public Crosswalk? Map { get; init; }

    /// <summary>The longest line or record in bytes; a longer one is rejected without being held in memory.</summary>
    public int LongestLine { get; init; } = 16 * 1024 * 1024;

    /// <summary>How many bytes are read, and read by one thread, at a time.</summary>
    public int BlockSize { get; init; } = 512 * 1024;

    /// <summary>
    /// How many ids are remembered in order to notice one that is used twice: 8 to 16 bytes of memory each. Past this number a repeated
    /// id is no longer noticed, and <see cref="Importer.Notes"/> says so.
    /// </summary>
    public int IdsRemembered { get; init; } = 8_000_000;
}
