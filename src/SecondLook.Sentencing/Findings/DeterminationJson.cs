using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Findings;

/// <summary>
/// Writes determinations as JSON, version 1: one object each, UTF-8, names and order fixed, the same bytes for the same determination.
/// One object serves many determinations, one after the other, on one thread.
/// </summary>
public sealed class DeterminationJson : IDisposable
{
    private readonly Utf8JsonWriter json;
    private readonly FindingsJson? findings;

    /// <summary>A writer into a buffer.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="withFindings">Whether the findings are written; without them the property is left out.</param>
    /// <param name="indented">Whether the text is laid out for reading; otherwise it is one line.</param>
    public DeterminationJson(IBufferWriter<byte> output, bool withFindings = true, bool indented = false)
    {
        json = new Utf8JsonWriter(
            output,
            new JsonWriterOptions
            {
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                Indented = indented,
                NewLine = "\n",
                SkipValidation = true,
            }
        );
        findings = withFindings ? new FindingsJson() : null;
    }

    /// <summary>One determination as text.</summary>
    public static string Text(Determination determination, bool withFindings = true, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new DeterminationJson(buffer, withFindings, indented);
        writer.Write(determination);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes one determination, without a line end after it.</summary>
    public void Write(Determination determination)
    {
        json.Reset();
        json.WriteStartObject();
        json.WriteString("id", determination.Id);
        WriteStrings("amendments", determination.Amendments);
        json.WriteString("orderDate", determination.OrderDate.ToString());
        WriteDay("earliestEffective", determination.EarliestEffective);
        json.WriteString("law", determination.Law);
        json.WriteString("outcome", DeterminationNames.Of(determination.Outcome));
        WriteReason(determination.Reason);
        WriteComputation("original", determination.Original);
        if (determination.Current is not null)
        {
            WriteComputation("current", determination.Current);
        }

        WriteComputation("amended", determination.Amended);
        WriteEffects(determination.Effects);
        WriteLowestTerm(determination.LowestTerm);
        WriteStrings("assumptions", determination.Assumptions);
        WriteStrings("disagreements", determination.Disagreements);
        WriteMissing(determination.Missing);
        WriteNotCovered(determination.NotCovered);
        WriteStrings("remarks", determination.Remarks);
        if (determination.Capped)
        {
            json.WriteBoolean("capped", true);
        }

        findings?.Write(json, determination);
        json.WriteEndObject();
        json.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();

    private void WriteReason(Reason? reason)
    {
        if (reason is null)
        {
            json.WriteNull("reason");
            return;
        }

        json.WriteStartObject("reason");
        json.WriteString("code", DeterminationNames.Of(reason.Code));
        json.WriteString("citation", reason.Citation);
        json.WriteStartArray("also");
        foreach (var also in reason.Also)
        {
            json.WriteStringValue(DeterminationNames.Of(also));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteComputation(string name, Computation? computation)
    {
        if (computation is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        WriteNumber("drugQuantityLevel", computation.DrugQuantityLevel);
        WriteNumber("baseOffenseLevel", computation.BaseOffenseLevel);
        WriteNumber("totalOffenseLevel", computation.TotalOffenseLevel);
        json.WriteString("category", computation.Category is { } category ? DeterminationNames.Category(category) : null);
        WriteRange("tableRange", computation.TableRange);
        WriteRange("range", computation.Range);
        if (computation.Readings.Count > 0)
        {
            json.WriteStartArray("readings");
            foreach (var reading in computation.Readings)
            {
                WriteRange(reading);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void WriteEffects(IReadOnlyList<Effect> effects)
    {
        json.WriteStartArray("effects");
        foreach (var effect in effects)
        {
            json.WriteStartObject();
            json.WriteString("amendment", effect.Amendment);
            json.WriteString("what", effect.What);
            WriteNumberOrText("from", effect.From);
            WriteNumberOrText("to", effect.To);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteLowestTerm(LowestTerm? lowest)
    {
        if (lowest is null)
        {
            json.WriteNull("lowestTerm");
            return;
        }

        json.WriteStartObject("lowestTerm");
        json.WritePropertyName("months");
        WriteTerm(json, lowest.Months);
        json.WriteString("basis", DeterminationNames.Of(lowest.Basis));
        if (lowest.Others.Count > 0)
        {
            json.WriteStartArray("others");
            foreach (var other in lowest.Others)
            {
                json.WriteStartObject();
                json.WriteString("method", other.Method);
                json.WritePropertyName("months");
                WriteTerm(json, other.Months);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void WriteMissing(IReadOnlyList<MissingFact> missing)
    {
        json.WriteStartArray("missing");
        foreach (var fact in missing)
        {
            json.WriteStartObject();
            json.WriteString("fact", fact.Fact);
            json.WriteStartArray("if");
            foreach (var answer in fact.If)
            {
                json.WriteStartObject();
                json.WriteString("is", answer.Is);
                json.WriteString("then", DeterminationNames.Of(answer.Then));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteNotCovered(IReadOnlyList<NotCovered> rules)
    {
        json.WriteStartArray("notCovered");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Rule);
            json.WriteString("why", rule.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteStrings(string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private void WriteDay(string name, DateOnly? day)
    {
        if (day is { } known)
        {
            json.WriteString(name, known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private void WriteNumber(string name, int? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private void WriteNumberOrText(string name, string value)
    {
        if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteString(name, value);
        }
    }

    private void WriteRange(string name, MonthRange? range)
    {
        json.WritePropertyName(name);
        if (range is { } known)
        {
            WriteRange(known);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private void WriteRange(MonthRange range) => WriteRange(json, range);

    internal static void WriteRange(Utf8JsonWriter json, MonthRange range)
    {
        json.WriteStartObject();
        json.WritePropertyName("min");
        WriteTerm(json, range.Min);
        json.WritePropertyName("max");
        WriteTerm(json, range.Max);
        json.WriteEndObject();
    }

    internal static void WriteTerm(Utf8JsonWriter json, Months term)
    {
        if (term.IsLife)
        {
            json.WriteStringValue("life");
        }
        else
        {
            json.WriteNumberValue(term.Value);
        }
    }
}
