using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Web.Cases;

/// <summary>How a fact is written in a form.</summary>
public enum FactKind
{
    /// <summary>Words or a date.</summary>
    Words,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Months, or life.</summary>
    Months,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>An amount: exact, at least, or from and less than.</summary>
    Amount,

    /// <summary>A range of months.</summary>
    Range,
}

/// <summary>One of the facts that nearly every record has, as a field of a form. Everything else is edited in the record itself.</summary>
/// <param name="Path">Where it stands in the record.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Hint">How to write it; null where that is plain.</param>
public sealed record MainFact(string Path, FactKind Kind, string Label, string? Hint = null)
{
    private const string Amounts = "A number, or from and less than: 500-1500, or at least: 500+";

    /// <summary>The fields under their headings, in the order of a presentence report.</summary>
    public static IReadOnlyList<(string Heading, IReadOnlyList<MainFact> Facts)> Groups { get; } =
    [
        (
            "Sentencing",
            [
                new("sentencedOn", FactKind.Words, "Day of sentencing", "Such as 2013-05-06; a month or a year where the day is not known"),
                new("manual", FactKind.Words, "Manual that the court used", "Its date, such as 2012-11-01"),
            ]
        ),
        (
            "Offense",
            [
                new("offense.guideline", FactKind.Words, "Chapter Two guideline", "Such as 2D1.1"),
                new("offense.drugs[0].substance", FactKind.Words, "Controlled substance", "Such as heroin or methamphetamine-actual"),
                new("offense.drugs[0].grams", FactKind.Amount, "Weight in grams", Amounts),
                new("offense.drugQuantityLevel", FactKind.Number, "Level from the Drug Quantity Table"),
                new("offense.baseOffenseLevel", FactKind.Number, "Base offense level"),
                new("offense.totalOffenseLevel", FactKind.Number, "Total offense level"),
            ]
        ),
        (
            "Criminal history",
            [
                new("criminalHistory.points", FactKind.Number, "Criminal history points"),
                new("criminalHistory.statusPoints", FactKind.Number, "Of them status points"),
                new("criminalHistory.category", FactKind.Words, "Criminal history category", "I to VI"),
                new("careerOffender.applied", FactKind.YesNo, "Career offender guideline applied", "yes or no"),
            ]
        ),
        (
            "Range, limits and term",
            [
                new("guidelineRange", FactKind.Range, "Guideline range that the court stated", "Such as 70-87 or 360-life"),
                new("statutory.minimumMonths", FactKind.Months, "Statutory minimum in months", "0 for none"),
                new("statutory.maximumMonths", FactKind.Months, "Statutory maximum in months", "A number, or life"),
                new("sentence.months", FactKind.Months, "Term imposed in months", "A number, or life"),
                new("sentence.supervisedReleaseMonths", FactKind.Months, "Supervised release in months", "A number, or life"),
            ]
        ),
        (
            "Custody",
            [
                new("custody.sentenceBegan", FactKind.Words, "Day on which the sentence began", "Such as 2013-05-06"),
                new("custody.priorCreditDays", FactKind.Number, "Days of prior custody credit"),
                new("custody.goodTimeLostDays", FactKind.Number, "Days of good conduct time lost"),
                new("custody.facility", FactKind.Words, "Institution"),
            ]
        ),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<MainFact> All => Groups.SelectMany(group => group.Facts);

    /// <summary>What the form shows of a record.</summary>
    public string Read(JsonObject record) =>
        RecordNode.Get(record, Path) switch
        {
            null => "",
            JsonObject span when Kind is FactKind.Amount => (span["min"], span["max"]) switch
            {
                ({ } min, { } max) => $"{min}-{max}",
                ({ } min, null) => $"{min}+",
                var (_, max) => $"0-{max}",
            },
            JsonObject span when Kind is FactKind.Range => $"{span["min"]}-{span["max"]}",
            JsonValue yes when yes.GetValueKind() is JsonValueKind.True or JsonValueKind.False => yes.GetValue<bool>() ? "yes" : "no",
            var other => other.ToString(),
        };

    /// <summary>Writes into a record what was typed; nothing typed takes the fact away.</summary>
    /// <returns>What is wrong with it; null where nothing is.</returns>
    public string? Write(JsonObject record, string typed)
    {
        var text = typed.Trim();
        if (text.Length == 0)
        {
            RecordNode.Set(record, Path, null);
            return null;
        }

        if (Value(text) is not { } value)
        {
            return $"{Label}: `{text}` cannot be read. {Hint ?? "Write a whole number, or leave it empty where it is not known."}";
        }

        RecordNode.Set(record, Path, value);
        return null;
    }

    /// <summary>What the fact is called in a sentence.</summary>
    public string InWords => FactWords.Of(Path) is var words && words != Path ? words : Label.ToLowerInvariant();

    private JsonNode? Value(string text) =>
        Kind switch
        {
            FactKind.Number => Whole(text),
            FactKind.Months => text == "life" ? "life" : Whole(text),
            FactKind.YesNo => text is "yes" or "no" ? text == "yes" : null,
            FactKind.Amount => Amount(text),
            FactKind.Range => text.Split('-') is [var min, var max] && Whole(min.Trim()) is { } from && Value(max.Trim(), from) is { } range
                ? range
                : null,
            _ => text,
        };

    private static JsonObject? Value(string max, JsonNode min) =>
        (max == "life" ? (JsonNode?)"life" : Whole(max)) is { } to ? new JsonObject { ["min"] = min, ["max"] = to } : null;

    private static JsonNode? Amount(string text)
    {
        var parts = text.Replace(",", "", StringComparison.Ordinal).Split('-');
        return parts switch
        {
            [['+', ..]] => null,
            [var least] when least.EndsWith('+') => Number(least[..^1]) is { } min ? new JsonObject { ["min"] = min } : null,
            [var exact] => Number(exact) is { } amount ? (JsonNode)amount : null,
            [var from, var to] => Number(from) is { } min && Number(to) is { } max ? new JsonObject { ["min"] = min, ["max"] = max } : null,
            _ => null,
        };
    }

    private static JsonNode? Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal? Number(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
