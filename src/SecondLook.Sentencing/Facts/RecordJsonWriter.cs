using System.Text.Encodings.Web;
using System.Text.Json;

namespace SecondLook.Sentencing.Facts;

/// <summary>Writes a record in the order of the contract; what is unknown is left out.</summary>
internal static partial class RecordJsonWriter
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter json, SentencingRecord record)
    {
        json.WriteStartObject();
        json.WriteString("id", record.Id);
        Text(json, "district", record.District);
        Date(json, "sentencedOn", record.SentencedOn);
        Date(json, "offenseEndedOn", record.OffenseEndedOn);
        Date(json, "manual", record.Manual is { } manual ? PartialDate.On(manual) : null);
        Object(json, "offense", record.Offense, Offense.Unknown, WriteOffense);
        Object(json, "criminalHistory", record.CriminalHistory, CriminalHistory.Unknown, WriteHistory);
        Object(json, "careerOffender", record.CareerOffender, CareerOffender.Unknown, WriteCareerOffender);
        if (record.GuidelineRange is { } range)
        {
            json.WriteStartObject("guidelineRange");
            Term(json, "min", range.Min);
            Term(json, "max", range.Max);
            json.WriteEndObject();
        }

        Object(json, "statutory", record.Statutory, StatutoryLimits.Unknown, WriteStatutoryLimits);
        Object(json, "sentence", record.Sentence, Sentence.Unknown, WriteSentence);
        List(json, "earlierReductions", record.EarlierReductions, WriteReduction);
        Object(json, "motion", record.Motion, null, WriteMotion);
        List(json, "counts", record.Counts, WriteCount);
        List(json, "groups", record.Groups, WriteGroup);
        Object(json, "custody", record.Custody, null, WriteCustody);
        Object(json, "person", record.Person, null, WritePerson);
        WriteSources(json, record.Sources);
        Text(json, "source", record.Source);
        if (record.Synthetic)
        {
            json.WriteBoolean("synthetic", true);
        }

        json.WriteEndObject();
    }

    private static void WriteReduction(Utf8JsonWriter json, EarlierReduction reduction)
    {
        Date(json, "on", reduction.On);
        Text(json, "basis", reduction.Basis);
        Term(json, "months", reduction.Months);
    }

    private static void WriteMotion(Utf8JsonWriter json, Motion motion)
    {
        Texts(json, "amendments", motion.Amendments);
        Date(json, "decidedOn", motion.DecidedOn);
    }

    private static void WriteSources(Utf8JsonWriter json, IReadOnlyDictionary<string, FactSource>? sources)
    {
        if (sources is null)
        {
            return;
        }

        json.WriteStartObject("sources");
        foreach (var (pointer, source) in sources)
        {
            json.WriteStartObject(pointer);
            Text(json, "document", source.Document);
            Text(json, "paragraph", source.Paragraph);
            Text(json, "status", source.Status);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Object<T>(Utf8JsonWriter json, string name, T? value, T? unknown, Action<Utf8JsonWriter, T> write)
        where T : class
    {
        if (value is not null && !value.Equals(unknown))
        {
            json.WriteStartObject(name);
            write(json, value);
            json.WriteEndObject();
        }
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T>? values, Action<Utf8JsonWriter, T> write)
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            write(json, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string>? values)
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Whole(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    private static void Fraction(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    private static void YesNo(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } known)
        {
            json.WriteBoolean(name, known);
        }
    }

    private static void Date(Utf8JsonWriter json, string name, PartialDate? value)
    {
        if (value is { } known)
        {
            json.WriteString(name, known.ToString());
        }
    }

    private static void Term(Utf8JsonWriter json, string name, Months? value)
    {
        if (value is not { } known)
        {
            return;
        }

        if (known.IsLife)
        {
            json.WriteString(name, "life");
        }
        else
        {
            json.WriteNumber(name, known.Value);
        }
    }

    private static void Amount(Utf8JsonWriter json, string name, Quantity? value)
    {
        if (value is not { } known)
        {
            return;
        }

        if (known.IsExact)
        {
            json.WriteNumber(name, known.AtLeast);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("min", known.AtLeast);
        if (known.LessThan is { } top)
        {
            json.WriteNumber("max", top);
        }

        json.WriteEndObject();
    }
}
