using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Procedure;

/// <summary>Who must act by a day.</summary>
public enum Actor
{
    /// <summary>The person, or counsel for the person.</summary>
    Defendant,

    /// <summary>The government.</summary>
    Government,

    /// <summary>The probation office.</summary>
    Probation,
}

/// <summary>A day by which someone must act, and where it is written.</summary>
/// <param name="Due">The last day.</param>
/// <param name="Citation">The rule that sets the period, and the one by which it is computed.</param>
public sealed record LastDay(DateOnly Due, string Citation);

/// <summary>Deadlines of a motion under 18 U.S.C. 3582(c)(2), by the law of the day from which each runs.</summary>
public static class Deadlines
{
    /// <summary>The last day to appeal, Fed. R. App. P. 4(b)(1).</summary>
    /// <param name="actor">Who appeals: the defendant or the government.</param>
    /// <param name="entered">The day on which the order was entered on the docket.</param>
    /// <param name="otherSidesNotice">The day of the other side's notice of appeal; the later of the two days counts.</param>
    /// <param name="law">The law.</param>
    /// <param name="holidays">Holidays of the state and days declared for the occasion.</param>
    /// <exception cref="LawException">The day is before the law that is keyed.</exception>
    public static LastDay ToAppeal(
        Actor actor,
        DateOnly entered,
        DateOnly? otherSidesNotice,
        LawLibrary law,
        params IReadOnlyCollection<DateOnly> holidays
    )
    {
        var from = otherSidesNotice is { } notice && notice > entered ? notice : entered;
        var time = On<TimeToAppeal>(from, law);
        var days = actor switch
        {
            Actor.Defendant => time.Terms.DefendantDays,
            Actor.Government => time.Terms.GovernmentDays,
            _ => throw new ArgumentOutOfRangeException(nameof(actor), actor, "Only the defendant and the government may appeal."),
        };
        return After(from, days, ServedBy.InPerson, time.Citation, law, holidays);
    }

    /// <summary>The latest day to which the court may extend the time to appeal, Fed. R. App. P. 4(b)(4).</summary>
    /// <param name="due">The last day to appeal.</param>
    /// <param name="law">The law.</param>
    /// <param name="holidays">Holidays of the state and days declared for the occasion.</param>
    public static LastDay ExtensionToAppeal(DateOnly due, LawLibrary law, params IReadOnlyCollection<DateOnly> holidays)
    {
        var time = On<TimeToAppeal>(due, law);
        return After(due, time.Terms.ExtensionDays, ServedBy.InPerson, time.Citation, law, holidays);
    }

    /// <summary>The last day of a period that a rule, a general order or the court sets, Fed. R. Crim. P. 45.</summary>
    /// <param name="trigger">The day of the event.</param>
    /// <param name="days">The period; a negative number counts backward.</param>
    /// <param name="served">How the paper that starts the period was served.</param>
    /// <param name="setBy">What sets the period.</param>
    /// <param name="law">The law.</param>
    /// <param name="holidays">Holidays of the state and days declared for the occasion.</param>
    /// <exception cref="LawException">The day is before the law that is keyed.</exception>
    public static LastDay After(
        DateOnly trigger,
        int days,
        ServedBy served,
        string setBy,
        LawLibrary law,
        params IReadOnlyCollection<DateOnly> holidays
    )
    {
        var rule = On<ComputingTime>(trigger, law);
        return new(
            rule.Terms.LastDay(trigger, days, served, day => On<LegalHolidays>(day, law).Terms, holidays),
            $"{setBy}; {rule.Citation}"
        );
    }

    private static Provision<T> On<T>(DateOnly day, LawLibrary law)
        where T : class =>
        law.History<T>().Covers(day) && law.On<T>(day) is { } provision
            ? provision
            : throw new LawException($"A deadline from {day:yyyy-MM-dd} is not covered. {law.History<T>().NotCoveredWhy}");
}
