namespace SecondLook.Sentencing.Custody;

/// <summary>One term as it was imposed.</summary>
/// <param name="Months">Whole months.</param>
/// <param name="Days">Days beside them.</param>
/// <param name="Consecutive">True where it runs after the terms before it.</param>
/// <param name="Began">The day before which it cannot run: the day it was imposed.</param>
public readonly record struct TermImposed(int Months, int Days, bool Consecutive, DateOnly Began);

/// <summary>18 U.S.C. 3584: how terms run, alone and together.</summary>
public static class TermOfImprisonment
{
    /// <summary>
    /// The last day of the aggregate of several terms, before any credit. Consecutive months are added; of terms that run together the one
    /// that ends later controls, and none runs before it was imposed.
    /// </summary>
    public static DateOnly LastDay(IReadOnlyList<TermImposed> terms, MonthEnd monthEnd)
    {
        var controlling = terms[0];
        for (var i = 1; i < terms.Count; i++)
        {
            var term = terms[i];
            if (term.Consecutive)
            {
                controlling = controlling with { Months = controlling.Months + term.Months, Days = controlling.Days + term.Days };
            }
            else if (LastDay(term, monthEnd) > LastDay(controlling, monthEnd))
            {
                controlling = term;
            }
        }

        return LastDay(controlling, monthEnd);
    }

    /// <summary>The last day of one term: the first day counts, and months are calendar months.</summary>
    public static DateOnly LastDay(TermImposed term, MonthEnd monthEnd) =>
        AddMonths(term.Began, term.Months, monthEnd).AddDays(term.Days - 1);

    /// <summary>The same day of the month so many months later.</summary>
    public static DateOnly AddMonths(DateOnly day, int months, MonthEnd monthEnd)
    {
        var later = day.AddMonths(months);
        return later.AddDays(
            later.Day == day.Day ? 0
            : monthEnd == MonthEnd.LastDayBelongsToTerm ? 1
            : monthEnd == MonthEnd.RunsOver ? day.Day - later.Day
            : 0
        );
    }
}
