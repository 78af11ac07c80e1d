using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Findings;

/// <summary>
/// Writes the findings of a determination flat. Most of a finding is the same in every record (its words, its citation, its facts):
/// that is encoded once and copied afterwards, because findings are nine tenths of the bytes of a screen.
/// </summary>
internal sealed class FindingsJson
{
    private const int KeptFacts = 4096;

    private static readonly byte[][] Sides =
    [
        "\",\"side\":\"original\","u8.ToArray(),
        "\",\"side\":\"amended\","u8.ToArray(),
        "\",\"side\":\"reduction\","u8.ToArray(),
        "\",\"side\":\"before\","u8.ToArray(),
        "\",\"side\":\"after\","u8.ToArray(),
        "\",\"side\":\"section404\","u8.ToArray(),
    ];

    private readonly FlatFindings flat = new();
    private readonly Dictionary<(Provision, int, Step), Cited> cited = [];
    private readonly Dictionary<string, byte[]> sources = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, string>? columns;
    private byte[] bytes = new byte[1 << 14];
    private int length;

    /// <summary>Writes the property <c>findings</c>.</summary>
    public void Write(Utf8JsonWriter json, Determination determination)
    {
        flat.Read(determination);
        Write(json, determination.Origin);
    }

    /// <summary>Writes the property <c>findings</c> of other findings: the roots of each side.</summary>
    public void Write(Utf8JsonWriter json, RecordOrigin? origin, params ReadOnlySpan<(Side Side, IReadOnlyList<Finding> Roots)> sides)
    {
        flat.Read(sides);
        Write(json, origin);
    }

    private void Write(Utf8JsonWriter json, RecordOrigin? origin)
    {
        KeepSourcesOf(origin?.Columns);
        length = 0;
        Put("["u8);
        foreach (var (id, side, finding) in flat.Lines)
        {
            var law = CitedBy(finding);
            Put(id == 1 ? "{\"id\":\"f"u8 : ",{\"id\":\"f"u8);
            PutNumber(id);
            Put(Sides[(int)side]);
            Put(law.BeforeValue);
            PutValue(finding.Value);
            Put(law.AfterValue);
            PutFrom(finding, law);
            Put("]}"u8);
        }

        Put("]"u8);
        json.WritePropertyName("findings"u8);
        json.WriteRawValue(bytes.AsSpan(0, length), skipInputValidation: true);
    }

    private void PutFrom(Finding finding, Cited law)
    {
        for (var i = 0; i < finding.Basis.Count; i++)
        {
            Put(i == 0 ? "\"f"u8 : ",\"f"u8);
            PutNumber(flat.IdOf(finding.Basis[i]));
            Put("\""u8);
        }

        if (finding.Facts is not null)
        {
            if (finding.Basis.Count > 0)
            {
                Put(","u8);
            }

            Put(SourcesOf(finding.Facts, law));
        }
    }

    private void PutValue(FindingValue value)
    {
        switch (value.Kind)
        {
            case ValueKind.Category:
                Put("\""u8);
                Put(DeterminationNames.CategoryBytes((int)value.Number));
                Put("\""u8);
                break;
            case ValueKind.Range:
                Put("{\"min\":"u8);
                PutTerm(value.Range.Min);
                Put(",\"max\":"u8);
                PutTerm(value.Range.Max);
                Put("}"u8);
                break;
            case ValueKind.Term:
                PutTerm(value.Range.Min);
                break;
            case ValueKind.Date:
                Put("\""u8);
                Put(Encoding.UTF8.GetBytes(DateOnly.FromDayNumber((int)value.Number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
                Put("\""u8);
                break;
            case ValueKind.YesNo:
                Put(value.Number != 0 ? "true"u8 : "false"u8);
                break;
            default:
                PutNumber(value.Number);
                break;
        }
    }

    private void PutTerm(Months term)
    {
        if (term.IsLife)
        {
            Put("\"life\""u8);
        }
        else
        {
            PutNumber(term.Value);
        }
    }

    private void PutNumber<T>(T number)
        where T : IUtf8SpanFormattable
    {
        const int Longest = 40;
        Reserve(Longest);
        number.TryFormat(bytes.AsSpan(length), out var written, default, CultureInfo.InvariantCulture);
        length += written;
    }

    /// <summary>1.50 and 1.5 are the same weight and must be the same bytes.</summary>
    private void PutNumber(decimal number) => PutNumber<decimal>(number.Scale == 0 ? number : number / 1.0000000000000000000000000000m);

    private void Put(ReadOnlySpan<byte> part)
    {
        Reserve(part.Length);
        part.CopyTo(bytes.AsSpan(length));
        length += part.Length;
    }

    private void Reserve(int more)
    {
        if (bytes.Length - length < more)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + more));
        }
    }

    private Cited CitedBy(Finding finding)
    {
        var key = (finding.Law, finding.Paragraph, finding.Step);
        if (!cited.TryGetValue(key, out var known))
        {
            known = new Cited(finding);
            cited.Add(key, known);
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

    /// <summary>A step under a provision mostly rests on the same facts as in the record before.</summary>
    private byte[] SourcesOf(string facts, Cited law)
    {
        if (ReferenceEquals(law.Facts, facts) && ReferenceEquals(law.Columns, columns))
        {
            return law.Sources;
        }

        if (!sources.TryGetValue(facts, out var known))
        {
            known = Encoding.UTF8.GetBytes(string.Join(',', FactSources.Of(facts, columns).Select(Quoted)));
            sources.Add(facts, known);
        }

        (law.Facts, law.Columns, law.Sources) = (facts, columns, known);
        return known;
    }

    private static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    /// <summary>What a finding of one step under one provision always says.</summary>
    private sealed class Cited
    {
        public Cited(Finding finding)
        {
            var citation = finding.Citation;
            BeforeValue = Bytes(
                $"\"rule\":{Quoted(RuleOf(citation))},\"citation\":{Quoted(citation)},\"says\":{Quoted(StepWords.Says(finding.Step))},\"value\":"
            );
            var effective = finding.Law.Effective.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var recalled = finding.Law.Confidence == Confidence.Recalled ? "\"recalled\":true," : "";
            AfterValue = Bytes(
                $",\"law\":{Quoted(Wording.Date(finding.Law.Effective))},\"effective\":\"{effective}\",{recalled}\"from\":["
            );
        }

        public byte[] BeforeValue { get; }

        public byte[] AfterValue { get; }

        public string? Facts { get; set; }

        public IReadOnlyDictionary<string, string>? Columns { get; set; }

        public byte[] Sources { get; set; } = [];

        private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

        private static string RuleOf(string citation)
        {
            const string Guidelines = "USSG §";
            return citation.StartsWith(Guidelines, StringComparison.Ordinal) ? citation[Guidelines.Length..] : citation;
        }
    }
}
