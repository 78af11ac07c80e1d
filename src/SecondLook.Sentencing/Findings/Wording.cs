using System.Globalization;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Findings;

/// <summary>Dates, terms, ranges and weights as lawyers write them.</summary>
public static class Wording
{
    private const int RangesShown = 4;

    private static readonly string[] MonthNames =
    [
        "Jan.",
        "Feb.",
        "Mar.",
        "Apr.",
        "May",
        "June",
        "July",
        "Aug.",
        "Sept.",
        "Oct.",
        "Nov.",
        "Dec.",
    ];

    /// <summary>Such as <c>Mar. 10, 2016</c>.</summary>
    public static string Date(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{MonthNames[day.Month - 1]} {day.Day}, {day.Year:0000}");

    /// <summary>As precise as the date is known: <c>Mar. 10, 2016</c>, <c>Mar. 2016</c> or <c>2016</c>.</summary>
    public static string Date(PartialDate date) =>
        date.IsDay ? Date(date.First)
        : date.First.Month == date.Last.Month
            ? string.Create(CultureInfo.InvariantCulture, $"{MonthNames[date.First.Month - 1]} {date.First.Year:0000}")
        : date.ToString();

    /// <summary>Months with years beside them: <c>135 months (11 years 3 months)</c>; under a year the months alone.</summary>
    public static string Term(Months term)
    {
        if (term.IsLife)
        {
            return "life";
        }

        var (years, months) = Math.DivRem(term.Value, 12);
        return years == 0 ? Count(months, "month")
            : months == 0 ? $"{Count(term.Value, "month")} ({Count(years, "year")})"
            : $"{Count(term.Value, "month")} ({Count(years, "year")} {Count(months, "month")})";
    }

    /// <summary>Such as <c>70-87 months</c>, <c>360 months to life</c>, <c>120 months</c> where both ends are the same, or <c>life</c>.</summary>
    public static string Range(MonthRange range) =>
        range.Min == range.Max ? (range.Min.IsLife ? "life" : Count(range.Min.Value, "month"))
        : range.Max.IsLife ? $"{Count(range.Min.Value, "month")} to life"
        : $"{range} months";

    /// <summary>A weight with thousands apart and without trailing zeros: <c>1,234.5 kg</c>.</summary>
    public static string Kilograms(decimal kilograms) => $"{kilograms.ToString("#,0.############", CultureInfo.InvariantCulture)} kg";

    /// <summary>The value of a finding: a level, a weight, a category, a range, a term, yes or no, or a share in percent.</summary>
    public static string Value(FindingValue value) =>
        value.Kind switch
        {
            ValueKind.Kilograms => Kilograms(value.Number),
            ValueKind.Category => DeterminationNames.Category((int)value.Number),
            ValueKind.Range => Range(value.Range),
            ValueKind.Term => Term(value.Range.Min),
            ValueKind.YesNo => value.Number == 0 ? "no" : "yes",
            ValueKind.Days => Count((int)value.Number, "day"),
            ValueKind.Date => Date(DateOnly.FromDayNumber((int)value.Number)),
            ValueKind.Ratio => $"{(value.Number * 100).ToString("0.##", CultureInfo.InvariantCulture)}%",
            _ => value.Number.ToString("0.####", CultureInfo.InvariantCulture),
        };

    /// <summary>A list in a sentence: <c>a</c>, <c>a and b</c>, <c>a, b and c</c>; with another word between the last two where given.</summary>
    public static string List(IReadOnlyList<string> items, string last = "and") =>
        items.Count == 0 ? ""
        : items.Count == 1 ? items[0]
        : $"{string.Join(", ", items.Take(items.Count - 1))} {last} {items[^1]}";

    /// <summary>The range of a computation with the range of the table beside it where that is another; the ranges of all readings; or <c>not known</c>.</summary>
    public static string Ranges(Computation computation) =>
        computation.Range is { } range ? $"{Range(range)}{Table(computation, range)}"
        : computation.Readings.Count > 0 ? OneOf(computation.Readings)
        : "not known";

    private static string OneOf(IReadOnlyList<MonthRange> ranges) =>
        ranges.Count <= RangesShown
            ? string.Join(" or ", ranges.Select(Range))
            : FormattableString.Invariant(
                $"one of {ranges.Count}, from {Range(ranges.MinBy(range => (range.Min, range.Max)))} up to {Range(ranges.MaxBy(range => (range.Min, range.Max)))}"
            );

    private static string Table(Computation computation, MonthRange range) =>
        computation.TableRange is { } table && table != range ? $" (sentencing table: {Range(table)})" : "";

    private static string Count(int number, string unit) =>
        number == 1 ? $"1 {unit}" : string.Create(CultureInfo.InvariantCulture, $"{number} {unit}s");
}
