using System.Text;
using System.Text.Json;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.Agreement;

/// <summary>One point on which an independent source and a determination can be compared.</summary>
/// <param name="Id">The record.</param>
/// <param name="Field">What is compared.</param>
/// <param name="Wanted">What the source says.</param>
/// <param name="Got">What the determination says; empty where it says nothing.</param>
/// <param name="Agrees">True, false, or null where the determination leaves it open.</param>
internal sealed record Check(string Id, string Field, string Wanted, string Got, bool? Agrees)
{
    public override string ToString() => $"{Id} | {Field} | wanted {Wanted} | got {Got}";
}

/// <summary>What an independent source says of one record: the object <c>x-expect</c> or <c>expect</c> of tests/data/cases.</summary>
internal sealed record Expected(string Id, JsonElement Says)
{
    public string? Text(string name) => Says.TryGetProperty(name, out var value) ? value.ToString() : null;

    public string[] List(string name) =>
        Says.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(v => v.ToString())] : [];

    public JsonElement? Part(string name) => Says.TryGetProperty(name, out var value) ? value : null;

    /// <summary>Levels, category and range of one computation, as far as the source states them.</summary>
    public IEnumerable<Check> Of(string part, Computation? computation, Func<Computation, string?> range)
    {
        if (Part(part) is not { } says)
        {
            yield break;
        }

        if (computation is null)
        {
            yield return new(Id, part, says.ToString(), "", null);
            yield break;
        }

        foreach (var stated in says.EnumerateObject())
        {
            var got = stated.Name switch
            {
                "base" => $"{computation.BaseOffenseLevel}",
                "total" => $"{computation.TotalOffenseLevel}",
                "category" => computation.Category is { } category ? DeterminationNames.Category(category) : null,
                _ => range(computation),
            };
            string[] wanted =
                stated.Value.ValueKind == JsonValueKind.Array
                    ? [.. stated.Value.EnumerateArray().Select(v => v.ToString())]
                    : [stated.Value.ToString()];
            yield return new(
                Id,
                $"{part}.{stated.Name}",
                string.Join('|', wanted),
                got ?? "",
                string.IsNullOrEmpty(got) ? null : wanted.Contains(got)
            );
        }
    }

    public static string? RangeText(MonthRange? range) =>
        range is not { } r ? null
        : r.Min.IsLife ? "life"
        : $"{r.Min}-{r.Max}";
}

/// <summary>Records with what a source says of them, and their determinations.</summary>
internal static class Cases
{
    private static readonly RecordJson Reader = new(Elements.Substances(Editions.Law));

    public static IEnumerable<(SentencingRecord Record, JsonElement Line)> Read(string path) =>
        Repository
            .Lines(path)
            .Select(line =>
            {
                Assert.True(Reader.TryRead(Encoding.UTF8.GetBytes(line), out var record, out var problems), string.Join("; ", problems));
                return (record, JsonDocument.Parse(line).RootElement);
            });

    /// <summary>The answer; the day matters only where a record does not name one.</summary>
    public static Determination Determine(SentencingRecord record) =>
        SentenceReduction.Determine(
            record,
            new(null, record.Motion?.DecidedOn ?? PartialDate.On(new(2024, 6, 1)), KeepFindings: false),
            Editions.Law
        );

    /// <summary>Rows of docs/DIFFERENCES.md under a table with these columns, as <c>id | field</c>.</summary>
    public static string[] Listed(string first, string second) =>
        [
            .. CaseTable
                .Of("docs/DIFFERENCES.md", first, second)
                .Select(row => $"{row[first]} | {row[second]}")
                .Order(StringComparer.Ordinal),
        ];
}
