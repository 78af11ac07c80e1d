namespace SecondLook.Tests.SecondOpinion;

/// <summary>What a person serves, in the words of this opinion: months one after the other or together, from one day.</summary>
internal sealed record Served
{
    public required DateOnly Began { get; init; }

    /// <summary>Months and days, and whether the term follows those before it.</summary>
    public required IReadOnlyList<(int Months, int Days, bool Follows)> Terms { get; init; }
    public int Credit { get; init; }
    public int Lost { get; init; }
    public bool Schooling { get; init; } = true;
    public int ProgramMonths { get; init; }
    public int EarnedDays { get; init; }
    public int? SupervisedMonths { get; init; }
}

/// <summary>The dates.</summary>
internal sealed record Leaving(
    DateOnly Full,
    int GoodTime,
    DateOnly Statutory,
    DateOnly Projected,
    DateOnly Release,
    DateOnly Leaves,
    DateOnly Halfway,
    DateOnly Home,
    DateOnly? SupervisedTo,
    int Overserved
);

/// <summary>
/// 18 U.S.C. 3585, 3621(e), 3624 and 3632, and Barber v. Thomas, 560 U.S. 474 (2010), written a second time. A reading other than the likelier
/// one has the name under which the program shows it.
/// </summary>
internal static class ReleaseOpinion
{
    /// <summary>First Step Act of 2018, § 102(b)(2): 210 days after December 21, 2018.</summary>
    private static readonly DateOnly NewRule = new(2019, 7, 19);

    public static Leaving Of(Served person, DateOnly asOf, (DateOnly? Signed, DateOnly Effective)? order, string reading)
    {
        var last = LastDay(person, reading);
        var full = last.AddDays(-person.Credit);
        var aYear = person.Schooling ? 54 : 42;
        var (days, notBefore) = (0, (DateOnly?)null);
        // 3624(b)(1): "a term of imprisonment of more than 1 year".
        if (last >= person.Began.AddYears(1))
        {
            var older = UnderBarber(person, last, aYear, reading);
            var held = full.AddDays(-older) >= NewRule;
            var isNew = asOf >= NewRule && (held || order?.Effective >= NewRule);
            days = isNew ? OfTheTermImposed(person, last, aYear, reading) : older;
            notBefore = isNew && held ? NewRule : null;
        }

        var statutory = full.AddDays(-days);
        var program = statutory.AddMonths(-Math.Min(person.ProgramMonths, MostOff(person.Began, last)));
        // 3624(g)(3): "no earlier than 12 months".
        var projected = Later(program.AddDays(-person.EarnedDays), person.EarnedDays > 0 ? program.AddMonths(-12) : DateOnly.MinValue);
        var release = Later(Later(projected, person.Began), Later(notBefore ?? DateOnly.MinValue, order?.Effective ?? DateOnly.MinValue));
        var leaves = Later(Later(Weekday(release, reading != "observed=False"), person.Began), order?.Signed ?? DateOnly.MinValue);
        var tenth = (last.DayNumber - person.Began.DayNumber + 1) / 10;
        return new(
            full,
            days,
            statutory,
            projected,
            release,
            leaves,
            Later(release.AddMonths(-12), person.Began),
            Later(Later(release.AddDays(-tenth), release.AddMonths(-6)), person.Began),
            person.SupervisedMonths is { } months ? leaves.AddMonths(months).AddDays(-1) : null,
            order is { } by ? Math.Max(0, by.Effective.DayNumber - Later(projected, person.Began).DayNumber) : 0
        );
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly LastDay(Served person, string reading)
    {
        var (months, days) = (0, 0);
        foreach (var term in person.Terms)
        {
            if (term.Follows)
            {
                (months, days) = (months + term.Months, days + term.Days);
            }
            else if (End(person.Began, term.Months, term.Days, reading) > End(person.Began, months, days, reading))
            {
                (months, days) = (term.Months, term.Days);
            }
        }

        return End(person.Began, months, days, reading);
    }

    private static DateOnly End(DateOnly began, int months, int days, string reading)
    {
        var index = (began.Year * 12) + began.Month - 1 + months;
        var (year, month) = (index / 12, (index % 12) + 1);
        var short_ = began.Day - DateTime.DaysInMonth(year, month);
        var same = new DateOnly(year, month, Math.Min(began.Day, DateTime.DaysInMonth(year, month)));
        var over =
            short_ <= 0 ? 0
            : reading == "eom=overflow" ? short_
            : reading == "eom=last-day" ? 1
            : 0;
        return same.AddDays(over + days - 1);
    }

    /// <summary>Year after year as it is served, and the last part at .148 of a day for a day.</summary>
    private static int UnderBarber(Served person, DateOnly last, int aYear, string reading)
    {
        var left = last.DayNumber - person.Began.DayNumber + 1 + (reading == "lost=subtract" ? 0 : person.Lost);
        var from = person.Began.AddDays(-person.Credit);
        var total = 0;
        for (var year = 1; ; year++)
        {
            var length = reading == "last_portion=flat365" ? 365 : from.AddYears(year).DayNumber - from.AddYears(year - 1).DayNumber;
            if (length + aYear > left)
            {
                break;
            }

            (left, total) = (left - length - aYear, total + aYear);
        }

        var served = 0;
        while (served + Part(served, aYear) < left)
        {
            served++;
        }

        var lastPart = reading.StartsWith("last_portion", StringComparison.Ordinal) ? Math.Max(0, left - served) : Part(served, aYear);
        return Math.Max(0, total + lastPart - person.Lost);
    }

    private static int Part(int days, int aYear) => (int)Math.Floor(0.148m * aYear / 54 * days);

    private static int OfTheTermImposed(Served person, DateOnly last, int aYear, string reading)
    {
        var from = reading == "anchor=credited" ? person.Began.AddDays(-person.Credit) : person.Began;
        var after = reading == "anchor=credited" ? last.AddDays(1 - person.Credit) : last.AddDays(1);
        var years = 0;
        while (from.AddYears(years + 1) <= after)
        {
            years++;
        }

        var part = after.DayNumber - from.AddYears(years).DayNumber;
        var prorated = reading == "new_rate=.148" ? Part(part, aYear) : part * aYear / 365;
        return Math.Max(0, (years * aYear) + prorated - person.Lost);
    }

    /// <summary>Program Statement 5331.02: 6 months off a term of 30 months or less, 9 of 31 to 36 months, 12 of 37 months or more.</summary>
    private static int MostOff(DateOnly began, DateOnly last) =>
        last < began.AddMonths(30) ? 6
        : last < began.AddMonths(36) ? 9
        : 12;

    /// <summary>3624(a): "the last preceding weekday" where the day is a Saturday, a Sunday or a legal holiday.</summary>
    private static DateOnly Weekday(DateOnly day, bool observed)
    {
        while (
            day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            || IsHoliday(day)
            || (observed && day.DayOfWeek == DayOfWeek.Friday && IsFixed(day.AddDays(1)))
            || (observed && day.DayOfWeek == DayOfWeek.Monday && IsFixed(day.AddDays(-1)))
        )
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private static bool IsHoliday(DateOnly day)
    {
        var week = ((day.Day - 1) / 7) + 1;
        return IsFixed(day)
            || (day.DayOfWeek, day.Month, week)
                is
                    (DayOfWeek.Monday, 1, 3)
                    or
                    (DayOfWeek.Monday, 2, 3)
                    or
                    (DayOfWeek.Monday, 9, 1)
                    or
                    (DayOfWeek.Monday, 10, 2)
                    or
                    (DayOfWeek.Thursday, 11, 4)
            || (day.DayOfWeek == DayOfWeek.Monday && day.Month == 5 && day.Day > 24);
    }

    /// <summary>5 U.S.C. 6103(a); June 19 since June 17, 2021.</summary>
    private static bool IsFixed(DateOnly day) =>
        (day.Month, day.Day) is (1, 1) or (7, 4) or (11, 11) or (12, 25) || ((day.Month, day.Day) is (6, 19) && day.Year >= 2021);
}
