namespace SecondLook.Sentencing.Custody;

/// <summary>A legal holiday: a day of a month, or such as the third Monday of a month.</summary>
public sealed record LegalHoliday
{
    /// <summary>Its name in the statute.</summary>
    public required string Name { get; init; }

    /// <summary>The month, 1 to 12.</summary>
    public required int Month { get; init; }

    /// <summary>The day of the month, for a holiday with a fixed date.</summary>
    public int? Day { get; init; }

    /// <summary>The day of the week, for a holiday without one.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>Which of those weekdays of the month, from 1; -1 for the last.</summary>
    public int Nth { get; init; }

    /// <summary>Its date in a year.</summary>
    public DateOnly In(int year)
    {
        if (Day is { } day)
        {
            return new(year, Month, day);
        }

        var first = new DateOnly(year, Month, 1);
        var week = Nth > 0 ? first : first.AddMonths(1).AddDays(-DaysAWeek);
        var ahead = ((int)Weekday!.Value - (int)week.DayOfWeek + DaysAWeek) % DaysAWeek;
        return week.AddDays(ahead + (Nth > 0 ? (Nth - 1) * DaysAWeek : 0));
    }

    private const int DaysAWeek = 7;
}

/// <summary>5 U.S.C. 6103: the legal holidays.</summary>
public sealed record LegalHolidays
{
    /// <summary>The holidays in the order of the statute.</summary>
    public required IReadOnlyList<LegalHoliday> Days { get; init; }

    /// <summary>
    /// Whether a day is a holiday, or one on which a holiday is observed: the Friday before one that falls on a Saturday (6103(b)), the
    /// Monday after one that falls on a Sunday (E.O. 11582).
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="observed">False to count only the holidays themselves.</param>
    public bool Has(DateOnly day, bool observed = true) =>
        IsDate(day)
        || (observed && day.DayOfWeek == DayOfWeek.Friday && IsDate(day.AddDays(1)))
        || (observed && day.DayOfWeek == DayOfWeek.Monday && IsDate(day.AddDays(-1)));

    private bool IsDate(DateOnly day)
    {
        foreach (var holiday in Days)
        {
            if (holiday.Month == day.Month && holiday.In(day.Year) == day)
            {
                return true;
            }
        }

        return false;
    }
}
