using SecondLook.Sentencing.Custody;

namespace SecondLook.Sentencing.Procedure;

/// <summary>How a paper was served.</summary>
public enum ServedBy
{
    /// <summary>In person, or on a day from which the period runs without service.</summary>
    InPerson,

    /// <summary>By mail to the last known address.</summary>
    Mail,

    /// <summary>Left with the clerk, where there is no address.</summary>
    LeftWithClerk,

    /// <summary>By the court's electronic filing system.</summary>
    Electronic,

    /// <summary>By other means to which the person consented in writing.</summary>
    OtherMeansConsentedTo,
}

/// <summary>Fed. R. Crim. P. 45(a), (c): how a period that is stated in days is computed.</summary>
public sealed record ComputingTime
{
    /// <summary>Days added after some kinds of service, Rule 45(c).</summary>
    public required int DaysAdded { get; init; }

    /// <summary>The kinds of service after which they are added.</summary>
    public required IReadOnlyList<ServedBy> AddedAfter { get; init; }

    /// <summary>
    /// The last day of a period after an event, Rule 45(a)(1): the day of the event is left out, every day is counted, the last day is
    /// included, and where it is a Saturday, Sunday or legal holiday the period goes on to the next day that is none of these.
    /// </summary>
    /// <param name="trigger">The day of the event.</param>
    /// <param name="days">The period; a negative number counts backward from the event (Rule 45(a)(5)).</param>
    /// <param name="served">How the paper that starts the period was served.</param>
    /// <param name="holidays">The legal holidays of a day, 5 U.S.C. 6103.</param>
    /// <param name="others">
    /// Days declared by the President, by Congress or, for a period after an event, by the state of the district (Rule 45(a)(6)(B), (C)).
    /// </param>
    public DateOnly LastDay(
        DateOnly trigger,
        int days,
        ServedBy served,
        Func<DateOnly, LegalHolidays> holidays,
        params IReadOnlyCollection<DateOnly> others
    )
    {
        var forward = days >= 0 ? 1 : -1;
        var last = Open(trigger.AddDays(days), forward);

        // Rule 45(c) adds its days after the period would otherwise expire under Rule 45(a).
        return forward > 0 && AddedAfter.Contains(served) ? Open(last.AddDays(DaysAdded), forward) : last;

        DateOnly Open(DateOnly day, int step)
        {
            while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || holidays(day).Has(day) || others.Contains(day))
            {
                day = day.AddDays(step);
            }

            return day;
        }
    }
}

/// <summary>Fed. R. App. P. 4(b): the time to appeal in a criminal case.</summary>
public sealed record TimeToAppeal
{
    /// <summary>Days for the defendant, 4(b)(1)(A).</summary>
    public required int DefendantDays { get; init; }

    /// <summary>Days for the government, where it may appeal, 4(b)(1)(B).</summary>
    public required int GovernmentDays { get; init; }

    /// <summary>The most days by which the court may extend the time, 4(b)(4).</summary>
    public required int ExtensionDays { get; init; }
}

/// <summary>A district's general or standing order on motions under a retroactive amendment.</summary>
public sealed record GeneralOrder
{
    /// <summary>The district, such as <c>SD</c>.</summary>
    public required string District { get; init; }

    /// <summary>How the order is called.</summary>
    public required string Title { get; init; }

    /// <summary>The amendments it is about.</summary>
    public required IReadOnlyList<string> Amendments { get; init; }

    /// <summary>The office that is appointed for everybody who may be eligible; null where none is.</summary>
    public string? Appoints { get; init; }

    /// <summary>True where the clerk dockets a letter that asks for a reduction as a motion.</summary>
    public bool ClerkDocketsLetters { get; init; }

    /// <summary>Days for the response after a motion is filed; null where the order sets none.</summary>
    public int? ResponseDays { get; init; }

    /// <summary>Days for the probation office's memorandum after a motion is filed; null where the order sets none.</summary>
    public int? MemorandumDays { get; init; }
}

/// <summary>The general orders that are keyed.</summary>
public sealed record GeneralOrders
{
    /// <summary>The orders.</summary>
    public required IReadOnlyList<GeneralOrder> Orders { get; init; }

    /// <summary>The order of a district on an amendment; null where none is keyed.</summary>
    public GeneralOrder? Of(string district, IEnumerable<string> amendments) =>
        Orders.FirstOrDefault(order => order.District == district && order.Amendments.Intersect(amendments, StringComparer.Ordinal).Any());
}
