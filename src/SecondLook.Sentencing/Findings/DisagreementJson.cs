using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SecondLook.Sentencing.Findings;

/// <summary>Two computations of one case as JSON: the facts and steps that differ, and both answers.</summary>
public static class DisagreementJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
        Indented = true,
    };

    /// <summary>One object, laid out for reading.</summary>
    public static string Text(Disagreement disagreement)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", disagreement.One.Determination.Id);
            json.WriteBoolean("sameAnswer", disagreement.SameAnswer);
            WriteParty(json, "one", disagreement.One);
            WriteParty(json, "other", disagreement.Other);
            json.WriteStartArray("facts");
            foreach (var fact in disagreement.Facts)
            {
                json.WriteStartObject();
                json.WriteString("path", fact.Path);
                json.WriteString("one", fact.One);
                json.WriteString("other", fact.Other);
                json.WriteBoolean("matters", !disagreement.WithoutEffect.Contains(fact));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteSteps(json, "original", disagreement.Original);
            WriteSteps(json, "amended", disagreement.Amended);
            WriteSteps(json, "reduction", disagreement.Reduction);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteParty(Utf8JsonWriter json, string name, PartyComputation party)
    {
        json.WritePropertyName(name);
        json.WriteStartObject();
        json.WriteString("name", party.Name);
        json.WritePropertyName("determination");
        json.WriteRawValue(DeterminationJson.Text(party.Determination, withFindings: false));
        json.WriteEndObject();
    }

    private static void WriteSteps(Utf8JsonWriter json, string name, IReadOnlyList<DisputedStep> steps)
    {
        json.WriteStartArray(name);
        foreach (var step in steps)
        {
            json.WriteStartObject();
            json.WriteString("says", StepWords.Says((step.Pair.One ?? step.Pair.Other)!));
            json.WriteBoolean("partsWays", step.Parts);
            json.WriteStartArray("because");
            foreach (var fact in step.Because)
            {
                json.WriteStringValue(fact.Path);
            }

            json.WriteEndArray();
            WriteFinding(json, "one", step.Pair.One);
            WriteFinding(json, "other", step.Pair.Other);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFinding(Utf8JsonWriter json, string name, Finding? finding)
    {
        if (finding is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("value", Wording.Value(finding.Value));
        json.WriteString("citation", finding.Citation);
        json.WriteString("effective", finding.Law.Effective.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
