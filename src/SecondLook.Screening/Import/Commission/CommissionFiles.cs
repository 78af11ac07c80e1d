using System.Collections.Frozen;
using SecondLook.Screening.Import.Crosswalks;

namespace SecondLook.Screening.Import.Commission;

/// <summary>Tells a datafile of the Sentencing Commission by the names of its columns, and has the crosswalk for it.</summary>
internal static class CommissionFiles
{
    private const string CaseNumber = "USSCIDN";

    private static readonly Lazy<FrozenSet<string>> Names = new(ReadNames);
    private static readonly Lazy<Crosswalk> Individual = new(() => Crosswalk.Parse(Resource("individual.yaml"), "individual.yaml"));
    private static readonly Lazy<Crosswalk> Revocation = new(() => Crosswalk.Parse(Resource("revocation.yaml"), "revocation.yaml"));

    /// <summary>
    /// The crosswalk for a table with these columns; null where it is none of the Commission's: it has USSCIDN and two more names of the
    /// codebook, or, without USSCIDN, at least five names of which most are the codebook's. Upper and lower case are alike.
    /// </summary>
    public static Crosswalk? CrosswalkFor(IReadOnlyList<string> header)
    {
        var known = header.Count(IsKnown);
        var numbered = header.Contains(CaseNumber, StringComparer.OrdinalIgnoreCase);
        if (!(numbered && known >= 3) && !(known >= 5 && known * 2 > header.Count))
        {
            return null;
        }

        return header.Any(name => name.StartsWith("PV_", StringComparison.OrdinalIgnoreCase)) ? Revocation.Value : Individual.Value;
    }

    /// <summary>What such a file is, in words.</summary>
    public static string Describe(Crosswalk crosswalk) =>
        ReferenceEquals(crosswalk, Revocation.Value)
            ? "revocations of the Sentencing Commission"
            : "individual datafile of the Sentencing Commission";

    private static bool IsKnown(string name)
    {
        var upper = name.ToUpperInvariant();
        return Names.Value.Contains(upper) || Names.Value.Contains(upper.TrimEnd("0123456789".ToCharArray()) + "*");
    }

    private static FrozenSet<string> ReadNames() =>
        Resource("names.txt")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#'))
            .ToFrozenSet(StringComparer.Ordinal);

    private static string Resource(string name)
    {
        using var stream = typeof(CommissionFiles).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
