using System.Globalization;
using System.Text.Json;

namespace SecondLook.Sentencing.Findings;

/// <summary>What determinations and release computations write alike.</summary>
internal static class JsonParts
{
    /// <summary>A list of texts.</summary>
    public static void WriteStrings(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>Rules whose law is not at hand.</summary>
    public static void WriteNotCovered(this Utf8JsonWriter json, IReadOnlyList<NotCovered> rules)
    {
        json.WriteStartArray("notCovered"u8);
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("rule"u8, rule.Rule);
            json.WriteString("why"u8, rule.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A day as <c>2016-03-10</c>, or null.</summary>
    public static void WriteDay(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateOnly? day)
    {
        if (day is { } known)
        {
            Span<byte> text = stackalloc byte[10];
            known.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            json.WriteString(name, text);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
