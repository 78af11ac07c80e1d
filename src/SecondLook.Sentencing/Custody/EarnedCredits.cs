using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Custody;

/// <summary>What earned time credits could reach under one reading; a conditional date, which moves no other.</summary>
public sealed record EarnedCreditDates
{
    /// <summary><c>earning=arrival</c> or <c>earning=commencement</c>.</summary>
    public required string Reading { get; init; }

    /// <summary>True for the reading in force on the day whose law decides.</summary>
    public required bool InForce { get; init; }

    /// <summary>The first day of earning; null where the record does not say, and then there are no dates.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The days that reach the days left, earned in every block.</summary>
    public int Days { get; init; }

    /// <summary>The day on which the last of them is earned and they reach the days left.</summary>
    public DateOnly? Reached { get; init; }

    /// <summary>The date less those days: by a few days earlier, where the last of them is not yet earned then.</summary>
    public DateOnly? LessDays { get; init; }

    /// <summary>The earliest supervised release; null where the sentence includes none.</summary>
    public DateOnly? Release { get; init; }

    /// <summary>Facts that the record does not have, on which it depends whether these dates can be.</summary>
    public required IReadOnlyList<string> Needs { get; init; }
}

/// <summary>18 U.S.C. 3624(g) and 3632(d)(4): earned time credits, with the two published ways of counting when earning begins.</summary>
internal sealed class EarnedCredits(CustodyFacts facts, Provision<EarnedTimeCredits> inForce, ReductionOrder? order, LawLibrary law)
{
    private readonly List<Finding> findings = [];

    /// <summary>The findings, where a date to rest them on was given.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Each reading; none where no credits can be earned or the record says how many days were applied.</summary>
    /// <param name="projected">The date to which credits are counted.</param>
    /// <param name="date">The finding of that date; null to keep no findings.</param>
    public IReadOnlyList<EarnedCreditDates> Toward(DateOnly projected, Finding? date)
    {
        if (facts.RecordsEarnedCredits)
        {
            return [];
        }

        var versions = law.History<EarnedTimeCredits>().AnyVersions;
        var first = versions[0].Version!.Effective;
        if (projected <= first)
        {
            return [];
        }

        if (facts.TimeCreditBar(inForce.Terms) is { } bar)
        {
            Add(date, new(Step.TimeCreditsEarned, false, inForce, bar));
            return [];
        }

        var readings = new List<EarnedCreditDates>();
        foreach (var dated in versions)
        {
            var version = (Provision<EarnedTimeCredits>)dated.Version!;
            var (began, fact) = version.Terms.FromCommencement ? (facts.Began, facts.BeganFrom) : (facts.Arrived, "custody.arrivedOn");
            var from = began < first ? first : began;
            readings.Add(Reading(version, version == inForce, from, fact, projected, date));
        }

        return readings;
    }

    private EarnedCreditDates Reading(
        Provision<EarnedTimeCredits> version,
        bool inForce,
        DateOnly? began,
        string fact,
        DateOnly projected,
        Finding? date
    )
    {
        var reading = new EarnedCreditDates
        {
            Reading = version.Terms.FromCommencement ? "earning=commencement" : "earning=arrival",
            InForce = inForce,
            Needs = began is null ? [.. facts.TimeCreditNeeds, fact] : facts.TimeCreditNeeds,
        };
        if (began is not { } from)
        {
            return reading;
        }

        var (reached, days) = EarlierRelease.CreditsThatReach(projected, from, version.Terms);
        reading = reading with
        {
            From = from,
            Days = days,
            Reached = NotBeforeOrder(reached),
            LessDays = NotBeforeOrder(projected.AddDays(-days)),
            Release =
                facts.SupervisedRelease == false
                    ? null
                    : NotBeforeOrder(Later(reached, EarlierRelease.LessEarnedDays(projected, days, version.Terms))),
        };
        var start = new Finding(Step.EarningFrom, from, version, fact);
        var earned = new Finding(Step.TimeCreditDays, FindingValue.Days(days), version, "custody.earnsTimeCredits", 0, start, date);
        Add(date, new(Step.TimeCreditsReach, reading.Reached.Value, version, null, 0, earned));
        Add(date, new(Step.LessTimeCredits, reading.LessDays.Value, version, null, 0, earned, date));
        if (reading.Release is { } release)
        {
            Add(date, new(Step.TimeCreditRelease, release, version, "sentence.supervisedReleaseMonths", 0, earned, date));
        }

        return reading;
    }

    private void Add(Finding? date, Finding finding)
    {
        if (date is not null)
        {
            findings.Add(finding);
        }
    }

    private DateOnly NotBeforeOrder(DateOnly date) => order is null ? date : Later(date, order.Effective);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
