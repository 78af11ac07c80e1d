using System.Globalization;

namespace SecondLook.Screening.Release;

/// <summary>A place on a map.</summary>
/// <param name="Name">Its name.</param>
/// <param name="At">Latitude and longitude in degrees; null where none is at hand.</param>
public readonly record struct Place(string Name, (decimal Latitude, decimal Longitude)? At);

/// <summary>The judicial districts and the institutions, by code; the files name their sources.</summary>
public static class Places
{
    /// <summary>The 94 districts.</summary>
    public static readonly IReadOnlyDictionary<string, Place> Districts = Read("districts.csv", fields => fields[1]);

    /// <summary>The institutions.</summary>
    public static readonly IReadOnlyDictionary<string, Place> Institutions = Read(
        "institutions.csv",
        fields => $"{fields[2]} {fields[1]}, {fields[3]}"
    );

    private static Dictionary<string, Place> Read(string file, Func<string[], string> name)
    {
        using var stream = typeof(Places).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(fields => fields[0], fields => new Place(name(fields), At(fields[^2], fields[^1])), StringComparer.Ordinal);
    }

    private static (decimal, decimal)? At(string latitude, string longitude) =>
        latitude.Length == 0
            ? null
            : (decimal.Parse(latitude, CultureInfo.InvariantCulture), decimal.Parse(longitude, CultureInfo.InvariantCulture));
}
