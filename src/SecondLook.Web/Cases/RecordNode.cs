using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Web.Cases;

/// <summary>A record as JSON that can be read and written fact by fact, by the paths that findings give: <c>offense.drugs[0].grams</c>.</summary>
public static class RecordNode
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The record as an object.</summary>
    public static JsonObject Of(SentencingRecord record) => JsonNode.Parse(RecordJson.Write(record))!.AsObject();

    /// <summary>The text to be read and edited.</summary>
    public static string Text(JsonObject record) => record.ToJsonString(Indented).ReplaceLineEndings("\n");

    /// <summary>The record that a text holds, or what is wrong with it, each with what to do.</summary>
    public static (SentencingRecord? Record, IReadOnlyList<string> Problems) Read(string json) =>
        new RecordJson(Substances.Value).TryRead(Encoding.UTF8.GetBytes(json), out var record, out var problems)
            ? (record, [])
            : (null, [.. problems.Select(p => p.ToString())]);

    /// <summary>What stands at a path; null where nothing does.</summary>
    public static JsonNode? Get(JsonObject record, string path)
    {
        JsonNode? at = record;
        foreach (var step in Steps(path))
        {
            at = (at, step) switch
            {
                (JsonArray list, { Index: { } index }) => index < list.Count ? list[index] : null,
                (JsonObject part, { Name: { } name }) => part[name],
                _ => null,
            };
        }

        return at;
    }

    /// <summary>Writes a value at a path, with the objects and lists above it; null takes the fact away.</summary>
    public static void Set(JsonObject record, string path, JsonNode? value)
    {
        JsonNode at = record;
        var steps = Steps(path).ToList();
        foreach (var (place, step) in steps.Index())
        {
            var last = place == steps.Count - 1;
            JsonNode Below() => steps[place + 1].Index is null ? new JsonObject() : new JsonArray();
            if (at is JsonArray list && step.Index is { } index)
            {
                while (list.Count <= index)
                {
                    list.Add((JsonNode)new JsonObject());
                }

                if (last)
                {
                    list[index] = value;
                }
                else
                {
                    at = list[index]!;
                }
            }
            else if (at is JsonObject part && step.Name is { } name)
            {
                if (last && value is null)
                {
                    part.Remove(name);
                }
                else if (last)
                {
                    part[name] = value;
                }
                else
                {
                    at = part[name] ?? (part[name] = Below());
                }
            }
            else
            {
                return; // the record has another shape there: reading it says so
            }
        }
    }

    private static readonly Lazy<IReadOnlySet<string>> Substances = new(() => Elements.Substances(Elements.Library));

    private static IEnumerable<(string? Name, int? Index)> Steps(string path)
    {
        foreach (var part in path.Split('.'))
        {
            var bracket = part.Split('[', ']');
            yield return (bracket[0], null);
            if (bracket.Length > 1 && int.TryParse(bracket[1], out var index))
            {
                yield return (null, index);
            }
        }
    }
}
