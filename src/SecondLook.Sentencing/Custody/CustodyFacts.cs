using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Custody;

/// <summary>The terms that a person serves.</summary>
/// <param name="Terms">The terms; null where one is life.</param>
internal sealed record CurrentTerm(IReadOnlyList<TermImposed>? Terms);

/// <summary>What the record says of the terms and of custody, with what is missing and what is presumed.</summary>
internal sealed class CustodyFacts
{
    private readonly SentencingRecord record;
    private readonly Facts.Custody custody;
    private readonly List<string> missing = [];
    private readonly List<string> assumptions = [];
    private readonly List<NotCovered> notCovered = [];
    private bool isOldLaw;

    private CustodyFacts(SentencingRecord record, DateOnly asOf, LawLibrary law)
    {
        this.record = record;
        custody = record.Custody ?? new Facts.Custody();
        (Began, BeganFrom) = Beginning();
        Credit = custody.PriorCreditDays ?? 0;
        Lost = custody.GoodTimeLostDays ?? 0;
        DrugAbuseMonths = custody.RdapMonths ?? 0;
        EarnedCreditDays = custody.FinalRemovalOrder == true ? 0 : custody.EarnedCreditDays ?? 0;
        FullRate = IsFullRate(law);
        LeaveOut(asOf, law);
        Before = missing.Count == 0 && !isOldLaw ? TermBefore() : null;
        Assume(custody.PriorCreditDays is null, "no prior custody credit is recorded");
        Assume(custody.GoodTimeLostDays is null, "no lost good conduct time is recorded");
        Assume(custody.Detainer is null, "no detainer is recorded");
    }

    /// <summary>When the sentence began.</summary>
    public DateOnly Began { get; }

    /// <summary>The fact that says so.</summary>
    public string BeganFrom { get; }

    /// <summary>Days of prior custody credit.</summary>
    public int Credit { get; }

    /// <summary>Days of good time lost.</summary>
    public int Lost { get; }

    /// <summary>Months off for the drug abuse program.</summary>
    public int DrugAbuseMonths { get; }

    /// <summary>Earned days toward supervised release; a final order of removal bars them.</summary>
    public int EarnedCreditDays { get; }

    /// <summary>True where the record says how many days of time credits were applied.</summary>
    public bool RecordsEarnedCredits => custody.EarnedCreditDays is not null;

    /// <summary>The day of arrival at the designated facility; null where it is not recorded to the day.</summary>
    public DateOnly? Arrived => custody.ArrivedOn is { IsDay: true } arrived ? arrived.First : null;

    /// <summary>Whether the sentence includes supervised release; null where the record does not say.</summary>
    public bool? SupervisedRelease => record.Sentence.SupervisedReleaseMonths is { } months ? months.IsLife || months.Value > 0 : null;

    /// <summary>Months of supervised release; null where there is none, or it is for life or not recorded.</summary>
    public int? SupervisedMonths => record.Sentence.SupervisedReleaseMonths is { IsLife: false, Value: > 0 } months ? months.Value : null;

    /// <summary>False where the rate without schooling applies.</summary>
    public bool FullRate { get; }

    /// <summary>Whether another jurisdiction holds a detainer.</summary>
    public bool Detained => custody.Detainer is { Length: > 0 };

    public string? DetainerFrom => Detained ? "custody.detainer" : null;

    /// <summary>The provision by which schooling decides the rate, where the record says how it stands with schooling.</summary>
    public Provision? SchoolingLaw { get; private set; }

    /// <summary>Facts that the record does not have, on which it depends whether time credits can be used.</summary>
    public IReadOnlyList<string> TimeCreditNeeds =>
        [
            .. custody.EarnsTimeCredits is null ? ["custody.earnsTimeCredits"] : (string[])[],
            .. custody.FinalRemovalOrder is null && custody.Citizenship != "us" ? ["custody.finalRemovalOrder"] : (string[])[],
            .. SupervisedRelease is null ? ["sentence.supervisedReleaseMonths"] : (string[])[],
        ];

    /// <summary>The fact for which no time credits can be used; null for none.</summary>
    public string? TimeCreditBar(EarnedTimeCredits credits) =>
        custody.EarnsTimeCredits == false ? "custody.earnsTimeCredits"
        : custody.FinalRemovalOrder == true ? "custody.finalRemovalOrder"
        : record.Sentence.Consecutive?.Any(c => c.Statute is { } statute && StatuteNames.IsUnder(statute, credits.BarredBy)) == true
            ? "sentence.consecutive[].statute"
        : null;

    public string GoodTimeFacts => custody.Schooling is null ? "custody.goodTimeLostDays" : "custody.goodTimeLostDays custody.schooling";

    /// <summary>The terms as they stand; null where a fact is missing.</summary>
    public CurrentTerm? Before { get; }

    /// <summary>What was taken as absent or presumed.</summary>
    public IReadOnlyList<string> Assumptions => assumptions;

    /// <summary>Law that is not covered and could change a date.</summary>
    public IReadOnlyList<NotCovered> NotCovered => notCovered;

    public static CustodyFacts Of(SentencingRecord record, DateOnly asOf, LawLibrary law) => new(record, asOf, law);

    /// <summary>The terms after an order; null where a fact is missing.</summary>
    public CurrentTerm? After(ReductionOrder order) =>
        isOldLaw || missing.Exists(fact => fact is "custody.sentenceBegan" or "sentence.consecutive[].months") || SeveralTerms ? null
        : order.Months.IsLife ? new CurrentTerm(null)
        : WithConsecutive(new(order.Months.Value, order.Days, false, Began));

    /// <summary>The facts that are missing, with or without an order.</summary>
    public IReadOnlyList<string> Missing(ReductionOrder? order) =>
        order is not null && SeveralTerms ? [.. missing, "which of the terms the order reduces"] : missing;

    private bool SeveralTerms => record.Sentence.Terms is { Count: > 1 };

    private (DateOnly Day, string From) Beginning()
    {
        if (custody.SentenceBegan is { IsDay: true } began)
        {
            return (began.First, "custody.sentenceBegan");
        }

        if (custody.SentenceBegan is null && record.SentencedOn is { IsDay: true } sentenced)
        {
            assumptions.Add(
                "the day on which the sentence began is not recorded; the day of sentencing is used, as for a person who was held"
            );
            return (sentenced.First, "sentencedOn");
        }

        missing.Add("custody.sentenceBegan");
        return (DateOnly.MinValue, "");
    }

    private CurrentTerm? TermBefore()
    {
        if (record.EarlierReductions is { Count: > 0 } reductions)
        {
            return reductions[^1].Months is not { } reduced ? MissingFact("earlierReductions[].months")
                : reduced.IsLife ? new CurrentTerm(null)
                : WithConsecutive(new(reduced.Value, 0, false, Began));
        }

        if (record.Sentence.Terms is { Count: > 0 } terms)
        {
            return AsImposed(terms);
        }

        return record.Sentence.Months is not { } months ? MissingFact("sentence.months")
            : months.IsLife ? new CurrentTerm(null)
            : WithConsecutive(new(months.Value, record.Sentence.Days ?? 0, false, Began));
    }

    /// <summary>A term is apart from those that must follow it, such as under 18 U.S.C. 924(c).</summary>
    private CurrentTerm? WithConsecutive(TermImposed first)
    {
        var terms = new List<TermImposed> { first };
        foreach (var following in record.Sentence.Consecutive ?? [])
        {
            if (following.Months is not { } months)
            {
                return MissingFact("sentence.consecutive[].months");
            }

            if (months.IsLife)
            {
                return new(null);
            }

            terms.Add(new(months.Value, 0, true, Began));
        }

        return new(terms);
    }

    /// <summary>
    /// 18 U.S.C. 3584(a): terms imposed at the same time run together, terms imposed at different times one after the other, unless it was
    /// ordered otherwise.
    /// </summary>
    private CurrentTerm? AsImposed(IReadOnlyList<ImposedTerm> terms)
    {
        var imposed = new List<TermImposed>();
        foreach (var term in terms)
        {
            if (term.Months is not { } months)
            {
                return MissingFact("sentence.terms[].months");
            }

            if (months.IsLife)
            {
                return new(null);
            }

            if (term.Began is { IsDay: false })
            {
                return MissingFact("sentence.terms[].began");
            }

            var began = term.Began?.First ?? Began;
            var consecutive = imposed.Count > 0 && (term.Relation is null ? began != imposed[0].Began : term.Relation == "consecutive");
            imposed.Add(new(months.Value, term.Days ?? 0, consecutive, began));
        }

        return new(imposed);
    }

    /// <summary>28 CFR 523.20: the lower rate needs an offense from the day on which schooling decides the rate.</summary>
    private bool IsFullRate(LawLibrary law)
    {
        var offense = record.OffenseEndedOn ?? record.SentencedOn ?? (missing.Count == 0 ? PartialDate.On(Began) : null);
        if (offense is not { } date)
        {
            return true;
        }

        SchoolingLaw = custody.Schooling is null ? null : law.On<SchoolingCondition>(date.Last);
        var (first, last) = (law.On<SchoolingCondition>(date.First), law.On<SchoolingCondition>(date.Last));
        if (first?.Terms.Condition == SchoolingRule.Vesting || last?.Terms.Condition == SchoolingRule.Vesting)
        {
            if (record.OffenseEndedOn is not null || Lost > 0)
            {
                notCovered.Add(
                    new(
                        (first ?? last)!.Citation,
                        "for offenses from 1994-09-13 to 1996-04-25 schooling decided whether good conduct time vested"
                    )
                );
            }

            return true;
        }

        if (last?.Terms.Condition == SchoolingRule.None && Lost > 0)
        {
            notCovered.Add(new(last.Citation, "credit for a year could no longer be lost once it had vested, which is not modelled"));
        }

        if (custody.Schooling != false || custody.FinalRemovalOrder == true || last?.Terms.Condition != SchoolingRule.Rate)
        {
            return true;
        }

        Assume(
            record.OffenseEndedOn is null,
            "the date of the offense is not recorded; the rate without schooling is applied by the date of sentencing"
        );
        return false;
    }

    /// <summary>Law that is not covered on a day: before 1987-11-01, and facts that the law of the day does not know.</summary>
    private void LeaveOut(DateOnly asOf, LawLibrary law)
    {
        var began = law.History<CommencementOfSentence>();
        if ((record.OffenseEndedOn?.Last ?? (missing.Count == 0 ? Began : null)) < began.AnyVersions[0].Effective)
        {
            isOldLaw = true;
            notCovered.Add(new(began.AnyVersions[0].Version!.Citation, began.NotCoveredWhy!));
        }

        if (DrugAbuseMonths > 0 && law.On<DrugAbuseProgram>(asOf) is null)
        {
            var program = law.History<DrugAbuseProgram>();
            notCovered.Add(new(program.AnyVersions[0].Version!.Citation, program.NotCoveredWhy!));
        }

        if (EarnedCreditDays > 0 && law.On<EarnedTimeCredits>(asOf) is null)
        {
            var credits = law.History<EarnedTimeCredits>();
            notCovered.Add(new(credits.AnyVersions[0].Version!.Citation, credits.NotCoveredWhy!));
        }
    }

    private void Assume(bool condition, string text)
    {
        if (condition)
        {
            assumptions.Add(text);
        }
    }

    private CurrentTerm? MissingFact(string fact)
    {
        if (!missing.Contains(fact))
        {
            missing.Add(fact);
        }

        return null;
    }
}
