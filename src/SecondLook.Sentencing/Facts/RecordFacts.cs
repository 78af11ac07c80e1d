using System.Text.Json;

namespace SecondLook.Sentencing.Facts;

/// <summary>A fact on which two records of one case differ.</summary>
/// <param name="Path">Where it stands, such as <c>offense.drugs[0].grams</c>; both places where the records have it at different ones.</param>
/// <param name="One">What the one says; null where it does not say.</param>
/// <param name="Other">What the other says; null where it does not say.</param>
public sealed record FactDifference(string Path, string? One, string? Other)
{
    /// <summary>Where the one record says the fact comes from, such as <c>presentence report ¶24, adopted</c>; null where it does not say.</summary>
    public string? SourceOfOne { get; init; }

    /// <summary>Where the other record says the fact comes from.</summary>
    public string? SourceOfOther { get; init; }
}

/// <summary>A fact that a record states.</summary>
/// <param name="Path">Where it stands, such as <c>offense.drugs[0].grams</c>.</param>
/// <param name="Value">What it says.</param>
/// <param name="Source">Where it comes from, such as <c>presentence report, ¶24, adopted</c>; null where the record does not say.</param>
public sealed record StatedFact(string Path, string Value, string? Source);

/// <summary>The facts of a record one by one, so that two records of one case can be compared.</summary>
public static class RecordFacts
{
    /// <summary>By which field the items of a list are told apart.</summary>
    private static readonly string[] Names = ["substance", "rule", "basis", "guideline", "statute"];

    /// <summary>
    /// The facts on which two records differ, in the order of the record. Drugs, adjustments, counts and the like are the same where they
    /// have the same name, whatever their order. The id, the sources and what is said of the person are not compared.
    /// </summary>
    public static IReadOnlyList<FactDifference> Between(SentencingRecord one, SentencingRecord other)
    {
        var (first, second) = (Of(one), Of(other));
        var differences = new List<FactDifference>();
        foreach (var key in first.Keys.Union(second.Keys, StringComparer.Ordinal))
        {
            var (a, b) = (first.GetValueOrDefault(key), second.GetValueOrDefault(key));
            if (a?.Value != b?.Value)
            {
                differences.Add(
                    new(a is null || b is null || a.Path == b.Path ? (a ?? b)!.Path : $"{a.Path} and {b.Path}", a?.Value, b?.Value)
                    {
                        SourceOfOne = a is null ? null : SourceOf(one, a.Path),
                        SourceOfOther = b is null ? null : SourceOf(other, b.Path),
                    }
                );
            }
        }

        return differences;
    }

    /// <summary>Every fact that a record states, in its order, with its source. The id and what is said of the person are left out.</summary>
    public static IReadOnlyList<StatedFact> Stated(SentencingRecord record) =>
        [.. Of(record).Values.Select(fact => new StatedFact(fact.Path, fact.Value, SourceOf(record, fact.Path)))];

    private static Dictionary<string, Fact> Of(SentencingRecord record)
    {
        var facts = new Dictionary<string, Fact>(StringComparer.Ordinal);
        using var json = JsonDocument.Parse(
            RecordJson.Write(record with { Id = "", Source = null, Sources = null, Person = null, Synthetic = false })
        );
        foreach (var field in json.RootElement.EnumerateObject().Where(field => field.Name != "id"))
        {
            Add(facts, field.Name, field.Name, field.Value);
        }

        return facts;
    }

    private static void Add(Dictionary<string, Fact> facts, string key, string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.TryGetProperty("rule", out var rule):
                facts[key] = new(path, $"{rule}: {value.GetProperty("levels")} levels");
                break;
            case JsonValueKind.Object when !IsSpan(value):
                foreach (var field in value.EnumerateObject())
                {
                    Add(facts, $"{key}.{field.Name}", $"{path}.{field.Name}", field.Value);
                }

                break;
            case JsonValueKind.Array when value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object):
                var met = new Dictionary<string, int>(StringComparer.Ordinal);
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    var name = NameOf(item);
                    met[name] = met.GetValueOrDefault(name) + 1;
                    Add(facts, $"{key}[{name}#{met[name]}]", $"{path}[{index}]", item);
                }

                break;
            default:
                facts[key] = new(path, Text(value));
                break;
        }
    }

    private static string NameOf(JsonElement item) =>
        Names.Where(name => item.TryGetProperty(name, out _)).Select(name => item.GetProperty(name).ToString()).FirstOrDefault("");

    /// <summary>A quantity or a range, which is one fact.</summary>
    private static bool IsSpan(JsonElement value) => value.EnumerateObject().All(field => field.Name is "min" or "max");

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            JsonValueKind.Array => value.GetArrayLength() == 0 ? "none" : string.Join(", ", value.EnumerateArray().Select(Text)),
            JsonValueKind.Object => (End(value, "min"), End(value, "max")) switch
            {
                ({ } min, { } max) => $"{min} to {max}",
                ({ } min, null) => $"{min} or more",
                var (_, max) => $"less than {max}",
            },
            _ => value.ToString(),
        };

    private static string? End(JsonElement span, string name) => span.TryGetProperty(name, out var end) ? end.ToString() : null;

    /// <summary>The source of a fact, or of the nearest whole that it is part of.</summary>
    /// <param name="record">The record.</param>
    /// <param name="path">Where the fact stands, such as <c>offense.drugs[0].grams</c>.</param>
    public static string? SourceOf(SentencingRecord record, string path)
    {
        for (var pointer = $"/{path.Replace("[", "/").Replace("]", "").Replace('.', '/')}"; pointer.Length > 0; )
        {
            if (record.Sources?.TryGetValue(pointer, out var source) == true)
            {
                string?[] parts = [source.Document, source.Paragraph is { } paragraph ? $"¶{paragraph}" : null, source.Status];
                return string.Join(", ", parts.OfType<string>());
            }

            pointer = pointer[..pointer.LastIndexOf('/')];
        }

        return null;
    }

    private sealed record Fact(string Path, string Value);
}
