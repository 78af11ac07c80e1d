namespace SecondLook.Sentencing.Custody;

/// <summary>What moves the release date forward of the statutory date, and the day moved off a weekend.</summary>
public static class EarlierRelease
{
    /// <summary>18 U.S.C. 3621(e)(2)(B): the most months off a term, by the tier that it falls in.</summary>
    /// <param name="began">The day on which the sentence began.</param>
    /// <param name="lastDay">Its last day, before any credit.</param>
    /// <param name="law">The tiers.</param>
    public static int MostMonthsOff(DateOnly began, DateOnly lastDay, DrugAbuseProgram law)
    {
        foreach (var tier in law.Tiers)
        {
            if (lastDay < began.AddMonths(tier.UpToMonths))
            {
                return tier.AtMost;
            }
        }

        return law.LongestAtMost;
    }

    /// <summary>18 U.S.C. 3624(g)(3): earned days off a date, at most the calendar months that the law allows.</summary>
    public static DateOnly LessEarnedDays(DateOnly date, int days, EarnedTimeCredits law)
    {
        var earliest = date.AddMonths(-law.TowardReleaseMonths);
        var less = date.AddDays(-days);
        return less > earliest ? less : earliest;
    }

    /// <summary>
    /// 18 U.S.C. 3632(d)(4): days earned in whole blocks from a first day until they reach the days that are left to a release date: the
    /// first day on which they do, and how many there are. The release date less those days may be an earlier day, on which the last of
    /// them was not yet earned.
    /// </summary>
    public static (DateOnly FirstDay, int Days) CreditsThatReach(DateOnly release, DateOnly earningFrom, EarnedTimeCredits law)
    {
        var (blockEnd, earned) = (earningFrom, 0);
        for (var block = 0; ; block++)
        {
            var reached = release.AddDays(-earned);
            var next = blockEnd.AddDays(law.BlockDays);
            if (reached < next)
            {
                return (reached > blockEnd ? reached : blockEnd, earned);
            }

            blockEnd = next;
            earned += block < law.FirstBlocks ? law.DaysFirstBlocks : law.DaysLaterBlocks;
        }
    }

    /// <summary>18 U.S.C. 3624(a): the last preceding weekday that is no holiday.</summary>
    /// <param name="day">The release date.</param>
    /// <param name="holidays">The list in force on a day.</param>
    /// <param name="observed">False to count only the holidays themselves.</param>
    public static DateOnly Weekday(DateOnly day, Func<DateOnly, LegalHolidays?> holidays, bool observed = true)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || holidays(day)?.Has(day, observed) == true)
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
