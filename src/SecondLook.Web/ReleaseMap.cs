using System.Globalization;
using SecondLook.Screening.Release;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Web;

/// <summary>How many people leave, by district, for a map.</summary>
/// <param name="IsDestination">True for the districts to which they go; otherwise those that sentenced them.</param>
/// <param name="People">The people, by district.</param>
internal sealed record ReleaseMap(bool IsDestination, IReadOnlyDictionary<string, int> People)
{
    /// <summary>How many shades there are besides that of nobody.</summary>
    private const int Shades = 4;

    /// <summary>Those whose district has no shape, and those without one.</summary>
    public IReadOnlyList<(string Name, int People)> Elsewhere =>
        [
            .. People
                .Where(p => !Places.Shapes.ContainsKey(p.Key))
                .Select(p => (p.Key.Length == 0 ? "not recorded" : Words.District(p.Key), p.Value)),
        ];

    /// <summary>The map in words, for whoever does not see it.</summary>
    public string InWords =>
        People.Count == 0
            ? "Nobody."
            : Wording.List([.. People.Select(p => string.Create(CultureInfo.InvariantCulture, $"{Words.District(p.Key)}: {p.Value}"))])
                + ".";

    public static ReleaseMap Of(ReleasePlan plan, bool destination) =>
        new(
            destination,
            plan.Groups.Where(g => g.Key.Group == (destination ? "destination" : "district"))
                .GroupBy(g => g.Key.Name, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Sum(month => month.Value.People), StringComparer.Ordinal)
        );

    /// <summary>The shade of a district: 0 for nobody, 4 for the most.</summary>
    public int Shade(string district) =>
        People.TryGetValue(district, out var people) ? ((people * Shades) + People.Values.Max() - 1) / People.Values.Max() : 0;
}
