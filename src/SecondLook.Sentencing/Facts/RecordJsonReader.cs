using System.Buffers;
using System.Text;
using System.Text.Json;

namespace SecondLook.Sentencing.Facts;

/// <summary>
/// One pass over the bytes of one record. The parts of the record are in the other files of this type; here are the walk over the fields
/// of an object and the list of problems. A value that cannot be read is reported and passed over, so that one reading finds them all.
/// </summary>
internal ref partial struct RecordJsonReader
{
    private const int DeepestPath = 8;
    private const int LongestName = 64;

    private readonly WordPool words;
    private readonly IReadOnlySet<string>? substances;
    private readonly string?[] names = new string?[DeepestPath];
    private readonly int[] places = new int[DeepestPath];
    private Utf8JsonReader json;
    private List<RecordProblem>? problems;
    private List<string>? notes;
    private int depth;

    public RecordJsonReader(ReadOnlySpan<byte> utf8, WordPool words, IReadOnlySet<string>? substances)
    {
        this.words = words;
        this.substances = substances;
        json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = RecordJson.MaxDepth });
    }

    public readonly IReadOnlyList<RecordProblem> Problems => problems is null ? [] : problems;

    /// <summary>The path of the value being read, such as <c>offense.drugs[0].grams</c>.</summary>
    public readonly string Path
    {
        get
        {
            var path = new StringBuilder();
            for (var i = 0; i < depth; i++)
            {
                path.Append(i > 0 && names[i] is not null ? "." : "").Append(names[i]);
                if (places[i] >= 0)
                {
                    path.Append('[').Append(places[i]).Append(']');
                }
            }

            return path.ToString();
        }
    }

    public void Report(RecordProblem problem) => (problems ??= []).Add(problem);

    /// <summary>Reports the value the reader stands on and passes over it.</summary>
    private void Refuse(string reason, string suggestion)
    {
        Report(new(Path, Found(), reason, suggestion));
        json.Skip();
    }

    /// <summary>Reports something about the value just read, of which <paramref name="found"/> is the text.</summary>
    private void Complain(string found, string reason, string suggestion) => Report(new(Path, Shortened(found), reason, suggestion));

    /// <summary>
    /// Moves to the next field of an object that has a value, and says which; false at the end of the object. Passes over <c>x-</c>
    /// fields and nulls, reports fields that nobody knows and fields given twice.
    /// </summary>
    private bool NextField(FieldNames fields, ref ulong seen, out string field)
    {
        Span<char> buffer = stackalloc char[LongestName];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var length = json.HasValueSequence || json.ValueSpan.Length > LongestName ? 0 : json.CopyString(buffer);
            var place = fields.IndexOf(buffer[..length]);
            if (place >= 0)
            {
                field = fields[place];
                names[depth - 1] = field;
                var twice = (seen & (1UL << place)) != 0;
                seen |= 1UL << place;
                json.Read();
                if (twice)
                {
                    Refuse("the field is given twice", "Keep the one that is right.");
                }
                else if (json.TokenType != JsonTokenType.Null)
                {
                    return true;
                }
            }
            else
            {
                PassOverUnknown(fields);
            }
        }

        field = "";
        return false;
    }

    private void PassOverUnknown(FieldNames fields)
    {
        var name = Shortened(json.GetString()!);
        json.Read();
        if (!name.StartsWith("x-", StringComparison.Ordinal))
        {
            names[depth - 1] = name;
            var meant = fields.NearestTo(name);
            Refuse(
                "there is no such field",
                meant is null
                    ? "Take it out, or let its name begin with x- to have it passed over."
                    : $"Did you mean `{meant}`? A field of your own may stay if its name begins with x-."
            );
        }
        else
        {
            json.Skip();
        }
    }

    /// <summary>Moves to the next field whose name is a JSON pointer; reports any other name that does not begin with <c>x-</c>.</summary>
    private bool NextPointer(out string pointer)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            pointer = json.GetString()!;
            names[depth - 1] = Shortened(pointer);
            json.Read();
            if (pointer.StartsWith('/') && json.TokenType != JsonTokenType.Null)
            {
                return true;
            }

            if (pointer.StartsWith('/') || pointer.StartsWith("x-", StringComparison.Ordinal))
            {
                json.Skip();
            }
            else
            {
                Refuse("a source is given for a place in the record", "Name the place by its JSON pointer, such as /offense/drugs/0.");
            }
        }

        pointer = "";
        return false;
    }

    /// <summary>Goes into the object the reader stands on; false, with the problem reported, where it is something else.</summary>
    private bool EnterObject(string what)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            Refuse($"{what} is an object", "Put its fields between { and }.");
            return false;
        }

        names[depth] = null;
        places[depth] = -1;
        depth++;
        return true;
    }

    private void LeaveObject() => depth--;

    /// <summary>Reads every element of the array the reader stands on; null, with the problem reported, where it is something else.</summary>
    private List<T>? ReadList<T>(string what, ElementReader<T> readElement)
        where T : class
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            Refuse($"{what} are a list", "Put them between [ and ], also where there is only one.");
            return null;
        }

        var list = new List<T>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            places[depth - 1]++;
            if (json.TokenType == JsonTokenType.Null)
            {
                Refuse("an element of a list cannot be unknown", "Take it out, or give what is known of it.");
            }
            else if (readElement(ref this) is { } element)
            {
                list.Add(element);
            }
        }

        places[depth - 1] = -1;
        return list;
    }

    private delegate T? ElementReader<T>(ref RecordJsonReader reader);

    private readonly string Found() =>
        json.TokenType switch
        {
            JsonTokenType.StartObject => "{...}",
            JsonTokenType.StartArray => "[...]",
            JsonTokenType.String => $"\"{Shortened(json.GetString()!)}\"",
            JsonTokenType.None => "",
            _ => Shortened(Encoding.UTF8.GetString(json.HasValueSequence ? json.ValueSequence.ToArray() : json.ValueSpan)),
        };

    private static string Shortened(string text) => text.Length <= LongestName ? text : $"{text[..(LongestName - 3)]}...";
}
