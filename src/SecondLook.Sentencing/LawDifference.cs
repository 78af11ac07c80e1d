using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing;

/// <summary>
/// A place where a substance's threshold, converted to marihuana, is not marihuana's own threshold, and why. The list stands in the law
/// folder, so that a difference is explained once and every other one is found.
/// </summary>
internal sealed record LawDifference
{
    private const string File = LawReader.CheckFolder + "explained-differences.yaml";

    /// <summary>The substance.</summary>
    public required string Substance { get; init; }

    /// <summary>The first edition of the table to which it applies.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The edition from which it no longer applies; null where it still does.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The levels; empty for every level.</summary>
    public IReadOnlyList<int> Levels { get; init; } = [];

    /// <summary>The converted threshold is at least this many times marihuana's.</summary>
    public required decimal AtLeast { get; init; }

    /// <summary>The converted threshold is at most this many times marihuana's.</summary>
    public required decimal AtMost { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>True where it explains a difference.</summary>
    public bool Explains(string substance, int level, DateOnly edition, decimal ratio) =>
        substance == Substance
        && edition >= From
        && (Until is not { } until || edition < until)
        && (Levels.Count == 0 || Levels.Contains(level))
        && ratio >= AtLeast
        && ratio <= AtMost;

    /// <summary>The list of the folder; empty where the folder has none.</summary>
    public static IReadOnlyList<LawDifference> Read(LawFiles files)
    {
        if (!files.Has(File))
        {
            return [];
        }

        var file = LawYaml.Read(File, files.Read(File)).Mapping();
        var differences = LawBinder.Bind<IReadOnlyList<LawDifference>>(file["explained-differences"]);
        file.Done();
        return differences;
    }
}
