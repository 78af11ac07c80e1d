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
public sealed partial class DeterminationJson : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private readonly Utf8JsonWriter json;
    private readonly FindingsJson? findings;

    /// <summary>A writer into a buffer.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="withFindings">Whether the findings are written; without them the property is left out.</param>
    public DeterminationJson(IBufferWriter<byte> output, bool withFindings = true)
    {
        json = new Utf8JsonWriter(output, Options with { SkipValidation = true });
        findings = withFindings ? new FindingsJson() : null;
    }

    /// <summary>One determination as text.</summary>
    /// <param name="determination">The determination.</param>
    /// <param name="withFindings">Whether the findings are written.</param>
    /// <param name="indented">Whether the text is laid out for reading; otherwise it is one line.</param>
    public static string Text(Determination determination, bool withFindings = true, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new DeterminationJson(buffer, withFindings);
        writer.Write(determination);
        return Encoding.UTF8.GetString(indented ? Indented(buffer.WrittenMemory) : buffer.WrittenSpan);
    }

    /// <summary>Writes one determination, without a line end after it.</summary>
    public void Write(Determination determination)
    {
        json.Reset();
        json.WriteStartObject();
        json.WriteString("id"u8, determination.Id);
        json.WriteStrings("amendments"u8, determination.Amendments);
        json.WriteString("orderDate"u8, determination.OrderDate.ToString());
        json.WriteDay("earliestEffective"u8, determination.EarliestEffective);
        json.WriteString("law"u8, determination.Law);
        json.WriteString("outcome"u8, DeterminationNames.Of(determination.Outcome));
        WriteReason(determination.Reason);
        WriteComputation("original"u8, determination.Original);
        if (determination.Current is not null)
        {
            WriteComputation("current"u8, determination.Current);
        }

        WriteComputation("amended"u8, determination.Amended);
        WriteEffects(determination.Effects);
        WriteLowestTerm(determination.LowestTerm);
        json.WriteStrings("assumptions"u8, determination.Assumptions);
        json.WriteStrings("disagreements"u8, determination.Disagreements);
        WriteMissing(determination.Missing);
        json.WriteNotCovered(determination.NotCovered);
        json.WriteStrings("remarks"u8, determination.Remarks);
        if (determination.Capped)
        {
            json.WriteBoolean("capped"u8, true);
        }

        if (determination.Section404 is { } section404)
        {
            Write(section404);
        }

        findings?.Write(json, determination);
        json.WriteEndObject();
        json.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();

    private static ReadOnlySpan<byte> Indented(ReadOnlyMemory<byte> line)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var document = JsonDocument.Parse(line);
        using var writer = new Utf8JsonWriter(buffer, Options with { Indented = true });
        document.WriteTo(writer);
        writer.Flush();
        return buffer.WrittenSpan;
    }

    private void WriteReason(Reason? reason)
    {
        if (reason is null)
        {
            json.WriteNull("reason"u8);
            return;
        }

        json.WriteStartObject("reason"u8);
        json.WriteString("code"u8, DeterminationNames.Of(reason.Code));
        json.WriteString("citation"u8, reason.Citation);
        json.WriteStartArray("also"u8);
        foreach (var also in reason.Also)
        {
            json.WriteStringValue(DeterminationNames.Of(also));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteComputation(ReadOnlySpan<byte> name, Computation? computation)
    {
        if (computation is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        WriteNumber("drugQuantityLevel"u8, computation.DrugQuantityLevel);
        WriteNumber("baseOffenseLevel"u8, computation.BaseOffenseLevel);
        WriteNumber("totalOffenseLevel"u8, computation.TotalOffenseLevel);
        json.WriteString("category"u8, computation.Category is { } category ? DeterminationNames.Category(category) : null);
        WriteRange("tableRange"u8, computation.TableRange);
        WriteRange("range"u8, computation.Range);
        if (computation.Readings.Count > 0)
        {
            json.WriteStartArray("readings"u8);
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
        json.WriteStartArray("effects"u8);
        foreach (var effect in effects)
        {
            json.WriteStartObject();
            json.WriteString("amendment"u8, effect.Amendment);
            json.WriteString("what"u8, effect.What);
            WriteNumberOrText("from"u8, effect.From);
            WriteNumberOrText("to"u8, effect.To);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteLowestTerm(LowestTerm? lowest)
    {
        if (lowest is null)
        {
            json.WriteNull("lowestTerm"u8);
            return;
        }

        json.WriteStartObject("lowestTerm"u8);
        json.WritePropertyName("months"u8);
        WriteTerm(lowest.Months);
        json.WriteString("basis"u8, DeterminationNames.Of(lowest.Basis));
        if (lowest.Others.Count > 0)
        {
            json.WriteStartArray("others"u8);
            foreach (var other in lowest.Others)
            {
                json.WriteStartObject();
                json.WriteString("method"u8, other.Method);
                json.WritePropertyName("months"u8);
                WriteTerm(other.Months);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void WriteMissing(IReadOnlyList<MissingFact> missing)
    {
        json.WriteStartArray("missing"u8);
        foreach (var fact in missing)
        {
            json.WriteStartObject();
            json.WriteString("fact"u8, fact.Fact);
            json.WriteStartArray("if"u8);
            foreach (var answer in fact.If)
            {
                json.WriteStartObject();
                json.WriteString("is"u8, answer.Is);
                json.WriteString("then"u8, DeterminationNames.Of(answer.Then));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteNumber(ReadOnlySpan<byte> name, int? value)
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

    private void WriteNumberOrText(ReadOnlySpan<byte> name, string? value)
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

    private void WriteRange(ReadOnlySpan<byte> name, MonthRange? range)
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

    private void WriteRange(MonthRange range)
    {
        json.WriteStartObject();
        json.WritePropertyName("min"u8);
        WriteTerm(range.Min);
        json.WritePropertyName("max"u8);
        WriteTerm(range.Max);
        json.WriteEndObject();
    }

    private void WriteTerm(Months term)
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
