using System.Globalization;
using System.Text.Json;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.Agreement;

/// <summary>Terms made up at the edges of the rules, with the dates of a second computation that shares nothing with ours.</summary>
public class ConstructedReleaseTests
{
    private static readonly Lazy<(JsonElement Line, JsonElement Got)[]> All = new(() =>
        [
            .. Cases
                .Read("tests/data/cases/constructed-releases.jsonl")
                .Select(c =>
                {
                    var order = c.Line.TryGetProperty("x-order", out var said) ? OrderOf(c.Record.Id, said) : null;
                    var computed = SentenceComputation.Of(c.Record, DateOnly.MinValue, order, Editions.Law);
                    return (c.Line, JsonDocument.Parse(ReleaseJson.Text(computed)).RootElement);
                }),
        ]
    );

    [Fact]
    public void Every_date_is_that_of_the_independent_computation()
    {
        Assert.Equal(144, All.Value.Length);
        Expect.None(
            from c in All.Value
            from side in Sides(c.Line)
            from fact in side.Value.EnumerateObject()
            let got = c.Got.GetProperty(side.Name).GetProperty(fact.Name)
            where got.ToString() != fact.Value.ToString()
            select $"{c.Line.GetProperty("id")}: {side.Name}.{fact.Name} is {fact.Value} there, {got} here",
            "Another date:"
        );
    }

    /// <summary>The same other readings change a date, and to the same date.</summary>
    [Fact]
    public void Every_disputed_reading_is_named_with_the_dates_that_it_would_give() =>
        Expect.None(
            from c in All.Value
            let side = Sides(c.Line).Single()
            from mismatch in Mismatches(
                c.Line.GetProperty("x-expect").TryGetProperty("disputed", out var there) ? there : default,
                c.Got.GetProperty("disputed").EnumerateArray().Where(d => d.GetProperty("side").ToString() == side.Name).ToList()
            )
            select $"{c.Line.GetProperty("id")}: {mismatch}",
            "Another reading:"
        );

    /// <summary>Every reading that is not the default is tried by a record in which it changes a date.</summary>
    [Fact]
    public void Every_other_reading_of_the_law_stands_against_the_default_in_some_record() =>
        Assert.Equal(
            ReadingOptions.Others.Select(other => other.Name).Order(StringComparer.Ordinal),
            All.Value.Select(c => c.Line.GetProperty("x-expect"))
                .Where(expected => expected.TryGetProperty("disputed", out _))
                .SelectMany(expected => expected.GetProperty("disputed").EnumerateObject().Select(option => option.Name))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );

    private static IEnumerable<string> Mismatches(JsonElement there, List<JsonElement> here)
    {
        var wanted = there.ValueKind == JsonValueKind.Object ? there.EnumerateObject().ToList() : [];
        foreach (var option in wanted)
        {
            var ours = here.Find(d => d.GetProperty("option").ToString() == option.Name);
            foreach (var date in option.Value.EnumerateObject())
            {
                if (
                    ours.ValueKind != JsonValueKind.Object
                    || !ours.TryGetProperty(date.Name, out var got)
                    || got.ToString() != date.Value.ToString()
                )
                {
                    yield return $"{option.Name} {date.Name} is {date.Value} there";
                }
            }
        }

        string[] dates = ["fullTerm", "goodTimeDays", "statutoryRelease", "projected", "release", "leaves"];
        foreach (var ours in here.Where(d => dates.Any(name => d.TryGetProperty(name, out _))))
        {
            if (wanted.TrueForAll(w => w.Name != ours.GetProperty("option").ToString()))
            {
                yield return $"{ours} is not disputed there";
            }
        }
    }

    private static IEnumerable<JsonProperty> Sides(JsonElement line) =>
        line.GetProperty("x-expect").EnumerateObject().Where(side => side.Name is "before" or "after");

    private static ReductionOrder OrderOf(string id, JsonElement said) =>
        new(id, new Months(said.GetProperty("months").GetInt32()), 0, Day(said.GetProperty("signed")), Day(said.GetProperty("effective")));

    private static DateOnly Day(JsonElement text) => DateOnly.ParseExact(text.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
