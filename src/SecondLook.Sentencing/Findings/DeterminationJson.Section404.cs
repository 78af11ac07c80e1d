using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Findings;

/// <content>The object <c>section404</c>; its findings stand with the others.</content>
public sealed partial class DeterminationJson
{
    private void Write(Section404Determination section404)
    {
        json.WriteStartObject("section404"u8);
        json.WriteString("outcome"u8, DeterminationNames.Of(section404.Outcome));
        if (section404.Reason is { } reason)
        {
            json.WriteStartObject("reason"u8);
            json.WriteString("code"u8, DeterminationNames.Of(reason));
            json.WriteString("citation"u8, section404.Citation);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("reason"u8);
        }

        json.WritePropertyName("before"u8);
        Write(section404.Before);
        json.WriteStartArray("after"u8);
        foreach (var computation in section404.After)
        {
            Write(computation);
        }

        json.WriteEndArray();
        json.WriteStrings("assumptions"u8, section404.Assumptions);
        WriteMissing(section404.Missing);
        json.WriteNotCovered(section404.NotCovered);
        json.WriteStrings("remarks"u8, section404.Remarks);
        json.WriteEndObject();
    }

    private void Write(PenaltyComputation computation)
    {
        json.WriteStartObject();
        if (computation.Quantity is { } quantity)
        {
            json.WriteString("quantity"u8, quantity);
        }

        if (computation.Priors is { } priors)
        {
            json.WriteString("prior851"u8, priors);
        }

        WriteTerm("minimumMonths"u8, computation.Minimum);
        WriteTerm("maximumMonths"u8, computation.Maximum);
        if (computation.Quantity is null)
        {
            WriteRange("range"u8, computation.Range.Range);
        }
        else
        {
            WriteComputation("computation"u8, computation.Range);
        }

        json.WriteEndObject();
    }

    private void WriteTerm(ReadOnlySpan<byte> name, Months? term)
    {
        json.WritePropertyName(name);
        if (term is { } known)
        {
            WriteTerm(known);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
