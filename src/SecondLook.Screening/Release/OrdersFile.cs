using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SecondLook.Screening.Import;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Release;

/// <summary>
/// Orders that reduce terms, one JSON object a line: <c>id</c>, <c>months</c> (or <c>"life"</c>), and where there are any <c>days</c>,
/// <c>signed</c> and <c>effective</c>; an order without an effective day takes effect when it is signed.
/// </summary>
public sealed class OrdersFile
{
    private readonly Dictionary<string, ReductionOrder> orders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> used = new(StringComparer.Ordinal);
    private readonly List<RejectedRow> rejected = [];

    private OrdersFile() { }

    /// <summary>Lines that could not be read.</summary>
    public IReadOnlyList<RejectedRow> Rejected => rejected;

    /// <summary>The ids of orders that no record asked for.</summary>
    public IEnumerable<string> Unused => orders.Keys.Where(id => !used.ContainsKey(id)).Order(StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <exception cref="ImportException">The file is not there.</exception>
    public static OrdersFile Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new ImportException($"There is no file {path}. Give --orders a file with one order a line.");
        }

        return Read(File.ReadLines(path, Encoding.UTF8), Path.GetFileName(path));
    }

    /// <summary>Reads lines.</summary>
    public static OrdersFile Read(IEnumerable<string> lines, string file)
    {
        var read = new OrdersFile();
        foreach (var (index, line) in lines.Index())
        {
            if (line.AsSpan().Trim().Length > 0)
            {
                read.Take(new Line(file, index + 1), line);
            }
        }

        return read;
    }

    /// <summary>The order for a record; null where there is none.</summary>
    public ReductionOrder? For(SentencingRecord record)
    {
        if (!orders.TryGetValue(record.Id, out var order))
        {
            return null;
        }

        used[record.Id] = true;
        return order;
    }

    private void Take(Line line, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var order = line.Order(json.RootElement);
            if (!orders.TryAdd(order.Id, order))
            {
                throw line.Wrong("id", order.Id, "an earlier line has an order for this record", "Keep the order that is in force.");
            }
        }
        catch (JsonException broken)
        {
            rejected.Add(
                new(
                    line.File,
                    line.Number,
                    "",
                    "",
                    $"the text stops being JSON at byte {broken.BytePositionInLine + 1}",
                    "Write one object a line."
                )
            );
        }
        catch (WrongOrderException wrong)
        {
            rejected.Add(wrong.Row);
        }
    }

    private sealed class WrongOrderException(RejectedRow row) : Exception(row.Reason)
    {
        public RejectedRow Row => row;
    }

    private sealed record Line(string File, long Number)
    {
        private static readonly string[] Fields = ["id", "months", "days", "signed", "effective"];

        public ReductionOrder Order(JsonElement said)
        {
            if (said.ValueKind != JsonValueKind.Object)
            {
                throw Wrong("", said.ToString(), "an order is a JSON object", "Write one object a line.");
            }

            foreach (var field in said.EnumerateObject().Where(f => !Fields.Contains(f.Name, StringComparer.Ordinal)))
            {
                if (!field.Name.StartsWith("x-", StringComparison.Ordinal))
                {
                    var near = NearestName.To(field.Name, Fields);
                    throw Wrong(
                        field.Name,
                        field.Value.ToString(),
                        "there is no such field",
                        near is null ? "A field of your own may stay if its name begins with x-." : $"Did you mean `{near}`?"
                    );
                }
            }

            var signed = Day(said, "signed");
            var effective =
                Day(said, "effective")
                ?? signed
                ?? throw Wrong(
                    "effective",
                    "",
                    "an order says when it takes effect",
                    "Give `effective`, or `signed` where it took effect at once."
                );
            return new(Id(said), Months(said), Days(said), signed, effective);
        }

        public WrongOrderException Wrong(string field, string found, string reason, string suggestion) =>
            new(new RejectedRow(File, Number, field, found, reason, suggestion));

        private string Id(JsonElement said) =>
            said.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } text
                ? text
                : throw Wrong("id", id.ToString(), "an order names the record that it is for", "Give the record's `id` as text.");

        private Months Months(JsonElement said)
        {
            said.TryGetProperty("months", out var months);
            return months.ValueKind == JsonValueKind.String && months.GetString() == "life" ? Sentencing.Facts.Months.Life
                : months.ValueKind == JsonValueKind.Number && months.TryGetInt32(out var number) && number is >= 0 and < LongestTerm
                    ? new Months(number)
                : throw Wrong("months", months.ToString(), "the new term is a whole number of months or \"life\"", "Write it in digits.");
        }

        private int Days(JsonElement said) =>
            !said.TryGetProperty("days", out var days) || days.ValueKind == JsonValueKind.Null ? 0
            : days.ValueKind == JsonValueKind.Number && days.TryGetInt32(out var number) && number is >= 0 and < LongestTerm ? number
            : throw Wrong("days", days.ToString(), "days are a whole number", "Write them in digits, or leave the field out.");

        private DateOnly? Day(JsonElement said, string field) =>
            !said.TryGetProperty(field, out var day) || day.ValueKind == JsonValueKind.Null ? null
            : day.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(day.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
            : throw Wrong(field, day.ToString(), "a day is one that exists, written as 2016-03-10", "Correct it, or leave the field out.");

        private const int LongestTerm = 9996; // from here on the Commission's files have codes
    }
}
