namespace SecondLook.Sentencing.Custody;

/// <summary>A sentence as good conduct time is computed on it.</summary>
/// <param name="Began">The day on which it began.</param>
/// <param name="LastDay">Its last day, before any credit.</param>
/// <param name="Credit">Days of prior custody credit.</param>
/// <param name="Lost">Days of good time lost.</param>
/// <param name="FullRate">False where the rate without schooling applies.</param>
public readonly record struct SentenceToServe(DateOnly Began, DateOnly LastDay, int Credit, int Lost, bool FullRate);

/// <summary>18 U.S.C. 3624(b): days of good conduct time, under the rule before 2019-07-19 and since.</summary>
public static class GoodTime
{
    /// <summary>True where the term is long enough: "more than 1 year".</summary>
    public static bool IsEarned(SentenceToServe sentence, GoodConductTime law) =>
        sentence.Began.AddMonths(law.LongerThanMonths) <= sentence.LastDay;

    /// <summary>The days under either rule.</summary>
    public static int Days(SentenceToServe sentence, GoodConductTime law, ReadingOptions read) =>
        law.MeasuredBy == GoodTimeMeasure.TimeServed ? OfTimeServed(sentence, law, read) : OfSentenceImposed(sentence, law, read);

    /// <summary>
    /// The rule before 2019-07-19 (Barber v. Thomas, 560 U.S. 474 (2010)): after each year served, the year's credit, for as long as a year
    /// and its credit fit in what is left; then a part of a year that with its own credit fills what is left.
    /// </summary>
    private static int OfTimeServed(SentenceToServe sentence, GoodConductTime law, ReadingOptions read)
    {
        var again = read.Lost == LostDays.EarnAgain ? sentence.Lost : 0;
        var earned = Served(sentence, sentence.LastDay.DayNumber - sentence.Began.DayNumber + 1 + again, law, read);
        return Math.Max(0, earned - sentence.Lost);
    }

    private static int Served(SentenceToServe sentence, int left, GoodConductTime law, ReadingOptions read)
    {
        var aYear = Rate(sentence, law);
        var rate = law.PartYearRate * aYear / law.DaysAYear;
        var start = sentence.Began.AddDays(-sentence.Credit);
        var earned = 0;
        for (var year = 0; ; year++)
        {
            var days =
                read.LastAward == LastAward.RemainderOfFlatYears
                    ? law.YearOfDays
                    : start.AddYears(year + 1).DayNumber - start.AddYears(year).DayNumber;
            if (days + aYear > left)
            {
                break;
            }

            left -= days + aYear;
            earned += aYear;
        }

        // The least number of days served that with their own credit fill what is left.
        var served = Math.Max(0, (int)(left / (1 + rate)) - 1);
        while (served + (int)(rate * served) < left)
        {
            served++;
        }

        return earned + (read.LastAward == LastAward.ShareOfDaysServed ? (int)(rate * served) : Math.Max(0, left - served));
    }

    /// <summary>The rule since 2019-07-19: the credit for each year of the sentence imposed, the last part of a year in proportion.</summary>
    private static int OfSentenceImposed(SentenceToServe sentence, GoodConductTime law, ReadingOptions read)
    {
        var back = read.YearsFrom == YearsFrom.CreditedStart ? sentence.Credit : 0;
        var start = sentence.Began.AddDays(-back);
        var end = sentence.LastDay.AddDays(1 - back);
        var years = end.Year - start.Year;
        years -= start.AddYears(years) > end ? 1 : 0;
        var part = end.DayNumber - start.AddYears(years).DayNumber;
        var aYear = Rate(sentence, law);
        var prorated =
            read.PartOfYear == PartOfYear.Proportion
                ? part * aYear / law.YearOfDays
                : (int)(part * law.PartYearRate * aYear / law.DaysAYear);
        return Math.Max(0, (years * aYear) + prorated - sentence.Lost);
    }

    private static int Rate(SentenceToServe sentence, GoodConductTime law) => sentence.FullRate ? law.DaysAYear : law.DaysWithoutSchooling;
}
