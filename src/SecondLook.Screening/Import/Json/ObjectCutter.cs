using System.Buffers;

namespace SecondLook.Screening.Import.Json;

/// <summary>
/// Finds where the objects of a JSON document begin and end, by its braces and quotation marks alone. What is inside is checked by
/// whoever reads it. Keeps its place, so that a document may come in pieces; each byte is looked at once.
/// </summary>
internal sealed class ObjectCutter
{
    private static readonly SearchValues<byte> Telling = SearchValues.Create("{}[]\""u8);
    private static readonly SearchValues<byte> InText = SearchValues.Create("\\\""u8);

    private Place place = Place.Beginning;
    private int at;
    private int start;
    private int depth;
    private bool inText;
    private bool escaped;

    private enum Place
    {
        Beginning,
        AfterObject,
        InList,
        InListAfterObject,
        InListAfterComma,
        AfterList,
    }

    /// <summary>The objects found since the last restart, as places in the buffer.</summary>
    public List<Range> Objects { get; } = [];

    /// <summary>Up to where the buffer is done with.</summary>
    public int Done { get; private set; }

    /// <summary>Why the document cannot be read any further; null where it can.</summary>
    public string? Problem { get; set; }

    /// <summary>Looks at what has been added to the buffer since the last time.</summary>
    public void Scan(ReadOnlySpan<byte> buffer, bool ended)
    {
        while (Problem is null && at < buffer.Length)
        {
            if (depth > 0)
            {
                Inside(buffer);
            }
            else
            {
                Between(buffer[at]);
            }
        }

        if (ended && Problem is null)
        {
            Problem =
                depth > 0 ? "the file ends inside this record"
                : place is Place.InList or Place.InListAfterObject or Place.InListAfterComma
                    ? "the file ends before its list of records is closed with ]"
                : null;
        }
    }

    /// <summary>Starts over with a buffer that begins where the last one was done with.</summary>
    public void Restart()
    {
        at -= Done;
        start -= Done;
        Done = 0;
        Objects.Clear();
    }

    private void Inside(ReadOnlySpan<byte> buffer)
    {
        if (escaped)
        {
            escaped = false;
            at++;
            return;
        }

        var step = buffer[at..].IndexOfAny(inText ? InText : Telling);
        if (step < 0)
        {
            at = buffer.Length;
            return;
        }

        at += step;
        switch (buffer[at])
        {
            case (byte)'\\':
                escaped = true;
                break;
            case (byte)'"':
                inText = !inText;
                break;
            case (byte)'{' or (byte)'[':
                depth++;
                break;
            default:
                depth--;
                break;
        }

        at++;
        if (depth == 0)
        {
            Objects.Add(start..at);
            Done = at;
            place = place is Place.InList or Place.InListAfterComma ? Place.InListAfterObject : Place.AfterObject;
        }
    }

    private void Between(byte letter)
    {
        switch (letter, place)
        {
            case ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n', _):
                break;
            case ((byte)'{', Place.Beginning or Place.AfterObject or Place.InList or Place.InListAfterComma):
                (start, depth) = (at, 1);
                break;
            case ((byte)'[', Place.Beginning):
                place = Place.InList;
                break;
            case ((byte)',', Place.InListAfterObject):
                place = Place.InListAfterComma;
                break;
            case ((byte)']', Place.InList or Place.InListAfterObject):
                place = Place.AfterList;
                break;
            default:
                Problem =
                    place == Place.InListAfterObject
                        ? "after a record of a list there is a comma, or ] at its end"
                        : "this is not a record: a record is an object between { and }";
                return;
        }

        at++;
        if (depth == 0)
        {
            Done = at;
        }
    }
}
