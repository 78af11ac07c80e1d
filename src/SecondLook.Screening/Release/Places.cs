using System.Globalization;

namespace SecondLook.Screening.Release;

/// <summary>A place on a map.</summary>
/// <param name="Name">Its name.</param>
/// <param name="At">Latitude and longitude in degrees; null where none is at hand.</param>
public readonly record struct Place(string Name, (decimal Latitude, decimal Longitude)? At);

/// <summary>The shape of a district on a picture of the United States.</summary>
/// <param name="X">The middle of its largest part, from the left.</param>
/// <param name="Y">The same, from the top.</param>
/// <param name="Path">The shape, as a path of SVG.</param>
public readonly record struct DistrictShape(int X, int Y, string Path)
{
    /// <summary>The part of the plane that the picture shows: left, top, width, height.</summary>
    public const string Picture = "-58 14 1016 592";
}

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

    /// <summary>The shapes of the districts that have one, by code.</summary>
    public static readonly IReadOnlyDictionary<string, DistrictShape> Shapes = Lines("district-shapes.csv")
        .ToDictionary(
            fields => fields[0],
            fields => new DistrictShape(
                int.Parse(fields[1], CultureInfo.InvariantCulture),
                int.Parse(fields[2], CultureInfo.InvariantCulture),
                fields[3]
            ),
            StringComparer.Ordinal
        );

    private static Dictionary<string, Place> Read(string file, Func<string[], string> name) =>
        Lines(file)
            .ToDictionary(fields => fields[0], fields => new Place(name(fields), At(fields[^2], fields[^1])), StringComparer.Ordinal);

    private static string[][] Lines(string file)
    {
        using var stream = typeof(Places).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line[0] != '#')
                .Skip(1)
                .Select(line => line.Split(',')),
        ];
    }

    private static (decimal, decimal)? At(string latitude, string longitude) =>
        latitude.Length == 0
            ? null
            : (decimal.Parse(latitude, CultureInfo.InvariantCulture), decimal.Parse(longitude, CultureInfo.InvariantCulture));
}
