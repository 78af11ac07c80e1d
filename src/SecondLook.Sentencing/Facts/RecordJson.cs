using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace SecondLook.Sentencing.Facts;

/// <summary>
/// Sentencing records as JSON, version 1. The reader is strict: a field nobody knows, a field given twice, a number in quotation marks
/// or a quantity that cannot be is a problem that names its path, never a guess. Fields whose names begin with <c>x-</c> are passed over.
/// Keeps the words it has met, so that a million records share them; one instance for each thread.
/// </summary>
/// <param name="substances">
/// The canonical names of the substances that the law knows. A name outside it is a problem. Null: any name is taken.
/// </param>
public sealed class RecordJson(IReadOnlySet<string>? substances = null)
{
    /// <summary>How deep a record may be nested, fields that are passed over included.</summary>
    public const int MaxDepth = 32;

    private readonly WordPool words = new();

    /// <summary>Reads one object in UTF-8.</summary>
    /// <param name="utf8">The object and nothing else but white space; without a byte order mark.</param>
    /// <param name="record">The record; null where there is a problem.</param>
    /// <param name="problems">Everything found wrong, in the order of the text; empty where there is a record.</param>
    public bool TryRead(
        ReadOnlySpan<byte> utf8,
        [NotNullWhen(true)] out SentencingRecord? record,
        out IReadOnlyList<RecordProblem> problems
    )
    {
        var reader = new RecordJsonReader(utf8, words, substances);
        try
        {
            record = reader.ReadRecord();
        }
        catch (JsonException broken)
        {
            record = null;
            reader.Report(NotJson(utf8, broken));
        }
        catch (InvalidOperationException)
        {
            // What Utf8JsonReader throws when a string is not UTF-8, or escapes half of a surrogate pair.
            record = null;
            reader.Report(
                new(
                    reader.Path,
                    "",
                    "its text is not valid Unicode",
                    "Save the file as UTF-8, and write each character or its whole \\u escape."
                )
            );
        }

        problems = reader.Problems;
        if (problems.Count > 0)
        {
            record = null;
        }

        return record is not null;
    }

    /// <summary>Writes one record as one object without line breaks. What is unknown is left out; the origin is not written.</summary>
    public static void Write(SentencingRecord record, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, RecordJsonWriter.Options);
        RecordJsonWriter.Write(writer, record);
    }

    /// <summary>One record as one line of JSON.</summary>
    public static string Write(SentencingRecord record)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        Write(record, bytes);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static RecordProblem NotJson(ReadOnlySpan<byte> utf8, JsonException broken)
    {
        var at = (int)Math.Min(utf8.Length, broken.BytePositionInLine ?? 0);
        if (utf8.Trim(" \t\r\n"u8).IsEmpty)
        {
            return new("", "", "there is no record here", "Give one JSON object, or leave the line out.");
        }

        var where = $"line {(broken.LineNumber ?? 0) + 1}, byte {at + 1} of the record";
        if (broken.Message.Contains("depth", StringComparison.OrdinalIgnoreCase))
        {
            return new(
                "",
                "",
                $"the record is nested more than {MaxDepth} levels deep ({where})",
                "A record needs five levels; look for a brace that was never closed."
            );
        }

        return new(
            "",
            "",
            $"the text stops being JSON at {where}",
            "Look there for a missing quotation mark, comma or brace, or for text after the object."
        );
    }
}
