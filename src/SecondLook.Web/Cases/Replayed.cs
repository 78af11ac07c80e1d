using System.Text.Json.Nodes;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Web.Cases;

/// <summary>
/// A stored recalculation as it can be shown. What is stored is never computed again in its place; in order to show its steps with what
/// they rest on, it is replayed, and the replay is used only where it is word for word what is stored.
/// </summary>
/// <param name="Stored">What is stored.</param>
/// <param name="Record">Its record.</param>
/// <param name="Determination">The replay; null where another program or another law made what is stored.</param>
public sealed record Replayed(Recalculation Stored, SentencingRecord Record, Determination? Determination)
{
    /// <summary>The amendments that were asked about; null for every covered one.</summary>
    public IReadOnlyList<string>? Asked { get; init; }

    /// <summary>Replays a recalculation.</summary>
    public static Replayed Of(Recalculation stored, LawLibrary law)
    {
        if (RecordNode.Read(stored.RecordJson).Record is not { } record)
        {
            return new(stored, new SentencingRecord { Id = "" }, null);
        }

        var answer = JsonNode.Parse(stored.DeterminationJson)!.AsObject();
        var findings = answer["findings"] as JsonArray;
        answer.Remove("findings");
        if (!PartialDate.TryParse((string?)answer["orderDate"] ?? "", out var order))
        {
            return new(stored, record, null);
        }

        foreach (var amendments in (IReadOnlyList<string>?[])[null, stored.Amendments])
        {
            var again = SentenceReduction.Determine(record, new(amendments, order), law);
            var replay = JsonNode.Parse(DeterminationJson.Text(again))!.AsObject();
            var replayed = replay["findings"] as JsonArray;
            replay.Remove("findings");
            if (JsonNode.DeepEquals(answer, replay) && (findings is null || Same(findings, replayed!)))
            {
                return new(stored, record, again) { Asked = amendments };
            }
        }

        return new(stored, record, null);
    }

    /// <summary>The steps as they are stored, for what cannot be replayed.</summary>
    public IReadOnlyList<(string Side, string Says, string Value, string Citation)> StoredSteps =>
        [
            .. (JsonNode.Parse(Stored.DeterminationJson)?["findings"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Select(f => ($"{f["side"]}", $"{f["says"]}", Value(f["value"]), $"{f["citation"]} ({f["law"]})")),
        ];

    private static string Value(JsonNode? value) =>
        value switch
        {
            JsonObject range => $"{range["min"]}-{range["max"]} months",
            JsonValue yes when yes.TryGetValue<bool>(out var said) => said ? "yes" : "no",
            _ => $"{value}",
        };

    /// <summary>The same steps; where a file had columns, a fact may be named by its column in the one and by its path in the other.</summary>
    private static bool Same(JsonArray stored, JsonArray replayed) =>
        stored.Count == replayed.Count
        && stored
            .Zip(replayed)
            .All(pair =>
                ((string[])["id", "side", "citation", "says", "value", "effective"]).All(name =>
                    JsonNode.DeepEquals(pair.First![name], pair.Second![name])
                )
            );
}
