using System.Globalization;

namespace SecondLook.Sentencing.Facts;

/// <summary>A date that may be known only to the year or to the month; it then stands for every day in it.</summary>
/// <param name="First">The first day it may be.</param>
/// <param name="Last">The last day it may be.</param>
public readonly record struct PartialDate(DateOnly First, DateOnly Last)
{
    /// <summary>A date known to the day.</summary>
    public static PartialDate On(DateOnly day) => new(day, day);

    /// <summary>True where the day is known.</summary>
    public bool IsDay => First == Last;

    /// <summary>Reads <c>2013</c>, <c>2013-05</c> or <c>2013-05-06</c>; false for anything else, a date that does not exist included.</summary>
    public static bool TryParse(string text, out PartialDate date)
    {
        date = default;
        var digits = text.Replace("-", "", StringComparison.Ordinal);
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        var format = text.Length switch
        {
            4 => "yyyy",
            7 => "yyyy-MM",
            10 => "yyyy-MM-dd",
            _ => null,
        };
        if (format is null || !DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
        {
            return false;
        }

        date = text.Length switch
        {
            4 => new(first, new DateOnly(first.Year, 12, 31)),
            7 => new(first, first.AddMonths(1).AddDays(-1)),
            _ => On(first),
        };
        return true;
    }

    /// <summary>As precise as it is known: a year, a month or a day.</summary>
    public override string ToString() =>
        IsDay ? First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : First.Month == Last.Month ? First.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        : First.ToString("yyyy", CultureInfo.InvariantCulture);
}
