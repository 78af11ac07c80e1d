using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Law;

namespace SecondLook.Screening.Release;

/// <summary>A notice for those who leave on one day.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Leaves">The day of leaving.</param>
/// <param name="People">How many people it is for.</param>
/// <param name="SendBy">The last day on which it may go out; null where it goes out as early as possible.</param>
/// <param name="InTime">False where that day has passed.</param>
public readonly record struct NoticeDue(ReleaseNotice Notice, DateOnly Leaves, int People, DateOnly? SendBy, bool InTime);

/// <summary>The notices that must go out for the people of a plan, and when.</summary>
/// <param name="plan">The plan.</param>
/// <param name="asOf">The day on which it is made: a notice due before it can no longer be met.</param>
/// <param name="law">The law.</param>
public sealed class PlanNotices(ReleasePlan plan, DateOnly asOf, LawLibrary law)
{
    /// <summary>Every notice for every day of leaving in the two years from the day of the plan on.</summary>
    public IEnumerable<NoticeDue> Due()
    {
        if (law.On<ReleaseNotices>(asOf)?.Terms is not { } terms)
        {
            yield break;
        }

        foreach (var (day, leaving) in plan.Days.Where(day => day.Key >= asOf && day.Key < asOf.AddMonths(ReleasePlan.MonthsAhead)))
        {
            foreach (var notice in terms.Notices)
            {
                var people =
                    notice.OnlyWithDetainer ? leaving.Detained
                    : notice.OnlyFromInstitution ? leaving.People - leaving.Outside
                    : leaving.People;
                if (people > 0)
                {
                    var by = SendBy(notice, day);
                    yield return new(notice, day, people, by, !(by < asOf));
                }
            }
        }
    }

    /// <summary>The first working day of leaving for which a notice that goes out on the day of the plan is in time; null where any is.</summary>
    public DateOnly? FirstDayMet(ReleaseNotice notice)
    {
        if (notice is { Days: <= 0, Months: 0 })
        {
            return null;
        }

        var day = asOf.AddMonths(notice.Months).AddDays(notice.Days);
        while (EarlierRelease.Weekday(day, Holidays) != day || SendBy(notice, day) < asOf)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>A deadline before the day of leaving is met on the weekday before it, one after it on any day.</summary>
    private DateOnly? SendBy(ReleaseNotice notice, DateOnly leaves) =>
        notice.AtOnce ? null
        : notice.Days < 0 ? leaves.AddDays(-notice.Days)
        : EarlierRelease.Weekday(leaves.AddMonths(-notice.Months).AddDays(-notice.Days), Holidays);

    private LegalHolidays? Holidays(DateOnly day) => law.On<LegalHolidays>(day)?.Terms;
}
