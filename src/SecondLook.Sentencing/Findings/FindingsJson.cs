using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Findings;

/// <summary>Writes the findings of a determination flat. What never changes from record to record is encoded once.</summary>
internal sealed class FindingsJson
{
    private const int KeptFacts = 4096;

    private static readonly JsonEncodedText Id = Encoded("id");
    private static readonly JsonEncodedText SideName = Encoded("side");
    private static readonly JsonEncodedText Rule = Encoded("rule");
    private static readonly JsonEncodedText Citation = Encoded("citation");
    private static readonly JsonEncodedText Says = Encoded("says");
    private static readonly JsonEncodedText Value = Encoded("value");
    private static readonly JsonEncodedText LawName = Encoded("law");
    private static readonly JsonEncodedText Effective = Encoded("effective");
    private static readonly JsonEncodedText From = Encoded("from");

    private static readonly JsonEncodedText[] Sides = [Encoded("original"), Encoded("amended"), Encoded("reduction")];
    private static readonly JsonEncodedText[] Steps = [.. Enum.GetValues<Step>().Select(step => Encoded(StepWords.Says(step)))];
    private static readonly JsonEncodedText[] Ids = [.. Enumerable.Range(0, 256).Select(id => Encoded(IdText(id)))];

    private readonly FlatFindings flat = new();
    private readonly Dictionary<(Provision, int), Cited> cited = [];
    private readonly Dictionary<string, JsonEncodedText[]> sources = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string>? columns;

    /// <summary>Writes the property <c>findings</c>.</summary>
    public void Write(Utf8JsonWriter json, Determination determination)
    {
        flat.Read(determination);
        KeepSourcesOf(determination.Origin?.Columns);
        json.WriteStartArray("findings");
        foreach (var (id, side, finding) in flat.Lines)
        {
            var law = CitedBy(finding);
            json.WriteStartObject();
            json.WriteString(Id, IdOf(id));
            json.WriteString(SideName, Sides[(int)side]);
            json.WriteString(Rule, law.Rule);
            json.WriteString(Citation, law.Citation);
            json.WriteString(Says, Steps[(int)finding.Step]);
            json.WritePropertyName(Value);
            WriteValue(json, finding.Value);
            json.WriteString(LawName, law.Version);
            json.WriteString(Effective, law.Effective);
            json.WriteStartArray(From);
            for (var i = 0; i < finding.Basis.Count; i++)
            {
                json.WriteStringValue(IdOf(flat.IdOf(finding.Basis[i])));
            }

            if (finding.Facts is not null)
            {
                foreach (var source in SourcesOf(finding.Facts))
                {
                    json.WriteStringValue(source);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, FindingValue value)
    {
        switch (value.Kind)
        {
            case ValueKind.Category:
                json.WriteStringValue(DeterminationNames.Category((int)value.Number));
                break;
            case ValueKind.Range:
                DeterminationJson.WriteRange(json, value.Range);
                break;
            case ValueKind.Term:
                DeterminationJson.WriteTerm(json, value.Range.Min);
                break;
            case ValueKind.YesNo:
                json.WriteBooleanValue(value.Number != 0);
                break;
            default:
                json.WriteNumberValue(WithoutTrailingZeros(value.Number));
                break;
        }
    }

    /// <summary>1.50 and 1.5 are the same weight and must be the same bytes.</summary>
    private static decimal WithoutTrailingZeros(decimal number) => number.Scale == 0 ? number : number / 1.0000000000000000000000000000m;

    private Cited CitedBy(Finding finding)
    {
        if (!cited.TryGetValue((finding.Law, finding.Paragraph), out var known))
        {
            known = new Cited(finding);
            cited.Add((finding.Law, finding.Paragraph), known);
        }

        return known;
    }

    private void KeepSourcesOf(IReadOnlyDictionary<string, string>? ofFile)
    {
        if (!ReferenceEquals(columns, ofFile) || sources.Count > KeptFacts)
        {
            columns = ofFile;
            sources.Clear();
        }
    }

    private JsonEncodedText[] SourcesOf(string facts)
    {
        if (!sources.TryGetValue(facts, out var known))
        {
            known = [.. FactSources.Of(facts, columns).Select(Encoded)];
            sources.Add(facts, known);
        }

        return known;
    }

    private static JsonEncodedText IdOf(int id) => id < Ids.Length ? Ids[id] : Encoded(IdText(id));

    private static string IdText(int id) => string.Create(CultureInfo.InvariantCulture, $"f{id}");

    private static JsonEncodedText Encoded(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    private sealed class Cited(Finding finding)
    {
        public JsonEncodedText Rule { get; } = Encoded(RuleOf(finding.Citation));

        public JsonEncodedText Citation { get; } = Encoded(finding.Citation);

        public JsonEncodedText Version { get; } = Encoded(Wording.Date(finding.Law.Effective));

        public JsonEncodedText Effective { get; } = Encoded(finding.Law.Effective.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        private static string RuleOf(string citation)
        {
            const string Guidelines = "USSG §";
            return citation.StartsWith(Guidelines, StringComparison.Ordinal) ? citation[Guidelines.Length..] : citation;
        }
    }
}
