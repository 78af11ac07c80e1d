using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SecondLook.Screening.Import;

namespace SecondLook.Screening.Screen;

/// <summary>
/// The rows without an answer: written to a file of their own where one is asked for (<c>.csv</c>, otherwise JSON lines), and the first
/// few kept for the message at the end. Both forms name the file, the row, the field, what was found, the reason and what to do.
/// </summary>
public sealed class RejectedRows(ReplacedFile? file = null, bool asCsv = false) : IDisposable
{
    private const int Shown = 5;

    private readonly List<RejectedRow> first = [];
    private readonly ArrayBufferWriter<byte> line = new();
    private bool headed;

    /// <summary>The first few, for a message.</summary>
    public IReadOnlyList<RejectedRow> First => first;

    /// <summary>Opens the file; its ending decides the form.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static RejectedRows Open(string path) =>
        new(new ReplacedFile(path), Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes one row, in the order of reading.</summary>
    public void Add(RejectedRow row)
    {
        if (first.Count < Shown)
        {
            first.Add(row);
        }

        if (file is not null)
        {
            WriteHeader();
            Write(row);
        }
    }

    /// <summary>Finishes the file; without this call nothing of it stays. An empty file says that nothing was rejected.</summary>
    public void Complete()
    {
        if (file is not null)
        {
            WriteHeader();
            file.Keep();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();

    private void WriteHeader()
    {
        if (asCsv && !headed)
        {
            file!.Stream.Write("file,row,field,found,reason,suggestion\n"u8);
        }

        headed = true;
    }

    private void Write(RejectedRow row)
    {
        line.ResetWrittenCount();
        if (asCsv)
        {
            WriteCsv(row);
        }
        else
        {
            WriteJson(row);
            line.Write("\n"u8);
        }

        file!.Stream.Write(line.WrittenSpan);
    }

    private void WriteCsv(RejectedRow row)
    {
        var fields = new CsvRow(line);
        fields.Text(row.File);
        fields.Text(row.Row.ToString(CultureInfo.InvariantCulture));
        fields.Text(row.Field);
        fields.Text(row.Found);
        fields.Text(row.Reason);
        fields.Text(row.Suggestion);
        fields.End();
    }

    private void WriteJson(RejectedRow row)
    {
        using var json = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("file", row.File);
        json.WriteNumber("row", row.Row);
        json.WriteString("field", row.Field);
        json.WriteString("found", row.Found);
        json.WriteString("reason", row.Reason);
        json.WriteString("suggestion", row.Suggestion);
        json.WriteEndObject();
    }
}
