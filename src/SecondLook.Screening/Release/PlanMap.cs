using System.Globalization;
using System.Text.Json;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Screening.Release;

/// <summary>
/// A plan as GeoJSON (RFC 7946): a point for each institution that people leave and each district to which they go, with how many, by month
/// for thirteen months. A place without a position is there without a point, so that nobody is left out of the counts.
/// </summary>
internal static class PlanMap
{
    /// <summary>Writes the map.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="asOf">The first day, where there are no orders.</param>
    /// <param name="stream">Where it goes.</param>
    public static void Write(ReleasePlan plan, DateOnly asOf, Stream stream)
    {
        var first = ReleasePlan.FirstOfMonth(plan.Start(asOf));
        var last = first.AddMonths(ReleasePlan.MonthsShown - 1);
        using var json = new Utf8JsonWriter(stream, new() { NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteString(
            "title",
            $"People who leave, {Wording.Date(first)} to {Wording.Date(last.AddMonths(1).AddDays(-1))}{(plan.Synthetic ? ". Synthetic: nobody counted here exists" : "")}"
        );
        json.WriteStartArray("features");
        foreach (
            var (group, kind, places) in new[]
            {
                ("facility", "institution", Places.Institutions),
                ("destination", "destination", Places.Districts),
            }
        )
        {
            var months = plan.Groups.Where(g => g.Key.Group == group && g.Key.Month >= first && g.Key.Month <= last);
            foreach (var place in months.GroupBy(g => g.Key.Name))
            {
                Feature(json, kind, place.Key, places.GetValueOrDefault(place.Key), [.. place], plan.Synthetic);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);
    }

    private static void Feature(
        Utf8JsonWriter json,
        string kind,
        string code,
        Place place,
        List<KeyValuePair<PlanGroup, Leaving>> months,
        bool synthetic
    )
    {
        var all = months.Aggregate(default(Leaving), (sum, month) => sum + month.Value);
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        if (place.At is { } at)
        {
            json.WriteStartObject("geometry");
            json.WriteString("type", "Point");
            json.WriteStartArray("coordinates");
            json.WriteNumberValue(at.Longitude);
            json.WriteNumberValue(at.Latitude);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("geometry");
        }

        json.WriteStartObject("properties");
        json.WriteString("kind", kind);
        json.WriteString("code", code);
        json.WriteString("name", place.Name ?? (code.Length == 0 ? "not recorded" : code));
        json.WriteNumber("people", all.People);
        json.WriteNumber("under_order", all.UnderOrder);
        json.WriteNumber("with_order", all.WithOrder);
        json.WriteNumber("detainer", all.Detained);
        json.WriteNumber("immigration", all.Immigration);
        json.WriteNumber("from_outside", all.Outside);
        foreach (var (group, leaving) in months)
        {
            json.WriteNumber(group.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), leaving.People);
        }

        json.WriteBoolean("synthetic", synthetic);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
