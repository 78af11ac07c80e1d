using System.Globalization;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>A date, or a part of one.</summary>
internal sealed class DateTarget(Action<RecordDraft, PartialDate> set) : FactTarget
{
    public override string Wanted => "a date that exists, such as 2013-05-06 or 5/6/2013";

    public override bool TrySet(RecordDraft draft, in FieldValue value, FactWords words)
    {
        var utf8 = value.Utf8;
        if (utf8.Length == 10 && utf8[4] == '-' && utf8[7] == '-' && DateText.TryReadDay(utf8, out var day))
        {
            set(draft, PartialDate.On(day));
            return true;
        }

        if (!DateText.TryRead(words.Word(value), out var date))
        {
            return false;
        }

        set(draft, date);
        return true;
    }
}

/// <summary>Dates as data files write them.</summary>
internal static class DateText
{
    private static readonly string[] Formats =
    [
        "M/d/yyyy",
        "M/d/yy",
        "ddMMMyyyy",
        "dMMMyyyy",
        "ddMMMyy",
        "dd-MMM-yyyy",
        "yyyyMMdd",
        "yyyy-MM-dd HH:mm:ss",
    ];

    private static readonly CultureInfo TwoDigitYears = WithYearsUpTo(2049);

    /// <summary>The usual case, a whole ISO date, without making a string of it.</summary>
    public static bool TryReadDay(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        if (!Digits(text[..4], out var year) || !Digits(text[5..7], out var month) || !Digits(text[8..], out var number))
        {
            return false;
        }

        if (year is < 1900 or > 2199 || month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateOnly(year, month, number);
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            number = (number * 10) + digit - '0';
        }

        return true;
    }

    /// <summary>Reads ISO dates, months and years, American dates, and those of SAS and SPSS.</summary>
    public static bool TryRead(string text, out PartialDate date)
    {
        if (PartialDate.TryParse(text, out date))
        {
            return date.First.Year is >= 1900 and < 2200;
        }

        if (DateOnly.TryParseExact(text, Formats, TwoDigitYears, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200)
        {
            date = PartialDate.On(day);
            return true;
        }

        // Eight digits without a mark between them: month first, as SAS writes them.
        if (
            DateOnly.TryParseExact(text, "MMddyyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            && day.Year is >= 1900 and < 2200
        )
        {
            date = PartialDate.On(day);
            return true;
        }

        return false;
    }

    private static CultureInfo WithYearsUpTo(int year)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar { TwoDigitYearMax = year };
        return culture;
    }
}
