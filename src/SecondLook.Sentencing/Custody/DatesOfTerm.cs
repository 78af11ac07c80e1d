using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Custody;

/// <summary>The dates of one term, in the order in which the statutes build one on another.</summary>
/// <param name="terms">The terms; null where one is life.</param>
/// <param name="facts">The custody facts.</param>
/// <param name="asOf">The day whose law decides the good-time rule.</param>
/// <param name="order">The order, where the dates are those after it.</param>
/// <param name="law">The law.</param>
internal sealed class DatesOfTerm(
    IReadOnlyList<TermImposed>? terms,
    CustodyFacts facts,
    DateOnly asOf,
    ReductionOrder? order,
    LawLibrary law
)
{
    private const string TermFacts = "sentence.months sentence.terms sentence.consecutive";

    public DatesOfTerm(CurrentTerm term, CustodyFacts facts, DateOnly asOf, ReductionOrder? order, LawLibrary law)
        : this(term.Terms, facts, asOf, order, law) { }

    public bool AfterOrder => order is not null;

    /// <summary>False for a reading of something that this term does not have: lost days, credit, a month's end, the newer rule.</summary>
    public bool MayMatter(ReadingOptions other) =>
        (other.Lost == default || facts.Lost > 0)
        && (other.MonthEnd == default || terms!.Any(term => term.Began.Day > ShortestMonth))
        && (other.PartOfYear == default || IsNewerRule)
        && (other.YearsFrom == default || (IsNewerRule && facts.Credit > 0));

    public ReleaseDates Dates(ReadingOptions read, bool keepFindings)
    {
        if (terms is null)
        {
            return keepFindings
                ? ReleaseDates.OfLife with
                {
                    Findings = [new(Step.LifeTerm, true, On<GoodConductTime>(), TermFacts)],
                }
                : ReleaseDates.OfLife;
        }

        var last = TermOfImprisonment.LastDay(terms, read.MonthEnd);
        var full = last.AddDays(-facts.Credit);
        var sentence = new SentenceToServe(facts.Began, last, facts.Credit, facts.Lost, facts.FullRate);
        var (rule, goodTime, days, moved) = GoodTimeOf(sentence, full, read);
        var statutory = full.AddDays(-days);
        var program = AfterDrugAbuseProgram(statutory, last);
        var credits = law.On<EarnedTimeCredits>(asOf);
        var projected =
            credits is not null && facts.EarnedCreditDays > 0
                ? EarlierRelease.LessEarnedDays(program, facts.EarnedCreditDays, credits.Terms)
                : program;
        var release = Latest(projected, facts.Began, moved, order?.Effective);
        var leaves = facts.Detained
            ? release
            : Latest(EarlierRelease.Weekday(release, day => law.On<LegalHolidays>(day)?.Terms, read.Observed), facts.Began, order?.Signed);
        var outside = law.On<PrereleaseCustody>(asOf);
        var dates = new ReleaseDates
        {
            FullTerm = full,
            GoodTimeDays = days,
            GoodTimeRule = rule,
            StatutoryRelease = statutory,
            Projected = projected,
            Release = release,
            Leaves = leaves,
            HalfwayHouseFrom = outside is null ? null : Latest(release.AddMonths(-outside.Terms.FinalMonths), facts.Began),
            HomeConfinementFrom = outside is null ? null : Latest(HomeFrom(release, last, outside.Terms), facts.Began),
            SupervisedReleaseTo = facts.SupervisedMonths is { } months ? leaves.AddMonths(months).AddDays(-1) : null,
            OverservedDays = order is null ? 0 : Math.Max(0, order.Effective.DayNumber - Latest(projected, facts.Began).DayNumber),
        };
        if (keepFindings)
        {
            dates = dates with { Findings = Findings(dates, last, program, goodTime, credits, outside) };
        }

        return credits is null || read != ReadingOptions.Default ? dates : WithEarnedCredits(dates, credits, keepFindings);
    }

    private ReleaseDates WithEarnedCredits(ReleaseDates dates, Provision<EarnedTimeCredits> inForce, bool keepFindings)
    {
        var earned = new EarnedCredits(facts, inForce, order, law);
        var readings = earned.Toward(dates.Projected!.Value, keepFindings ? dates.Findings[0].Basis[0].Basis[0] : null);
        return dates with { EarnedCredits = readings, Findings = keepFindings ? [.. dates.Findings, .. earned.Findings] : [] };
    }

    /// <summary>
    /// The rule in force on the day asked about. A person whom the older rule had set free before the newer one took effect left under the
    /// older; one whose date the newer rule moved came out on its first day at the earliest.
    /// </summary>
    private (GoodTimeRule Rule, Provision Law, int Days, DateOnly? NotBefore) GoodTimeOf(
        SentenceToServe sentence,
        DateOnly full,
        ReadingOptions read
    )
    {
        var versions = law.History<GoodConductTime>().AnyVersions;
        var older = (Provision<GoodConductTime>)versions[0].Version!;
        var newer = law.On<GoodConductTime>(asOf) ?? older;
        if (!GoodTime.IsEarned(sentence, older.Terms))
        {
            return (GoodTimeRule.None, newer, 0, null);
        }

        var served = GoodTime.Days(sentence, older.Terms, read);
        if (newer == older)
        {
            return (GoodTimeRule.Served, older, served, null);
        }

        var olderDate = full.AddDays(-served);
        var stillHeld = olderDate >= newer.Effective || order?.Effective >= newer.Effective;
        return stillHeld
            ? (
                GoodTimeRule.Imposed,
                newer,
                GoodTime.Days(sentence, newer.Terms, read),
                olderDate >= newer.Effective ? newer.Effective : null
            )
            : (GoodTimeRule.Served, older, served, null);
    }

    private DateOnly AfterDrugAbuseProgram(DateOnly statutory, DateOnly last) =>
        facts.DrugAbuseMonths > 0 && law.On<DrugAbuseProgram>(asOf) is { } program
            ? statutory.AddMonths(-Math.Min(facts.DrugAbuseMonths, EarlierRelease.MostMonthsOff(facts.Began, last, program.Terms)))
            : statutory;

    private DateOnly HomeFrom(DateOnly release, DateOnly last, PrereleaseCustody outside)
    {
        const int Percent = 100;
        var share = (last.DayNumber - facts.Began.DayNumber + 1) * outside.HomePercent / Percent;
        return Latest(release.AddDays(-share), release.AddMonths(-outside.HomeMonths));
    }

    private List<Finding> Findings(
        ReleaseDates dates,
        DateOnly last,
        DateOnly program,
        Provision goodTime,
        Provision? credits,
        Provision? outside
    )
    {
        var began = new Finding(Step.SentenceBegan, facts.Began, On<CommencementOfSentence>(), facts.BeganFrom);
        var term = new Finding(Step.LastDayOfTerm, last, On<MultipleSentences>(), order is null ? TermFacts : null, 0, began);
        var full = new Finding(Step.FullTerm, dates.FullTerm!.Value, On<PriorCustodyCredit>(), "custody.priorCreditDays", 0, term);
        var earned = new Finding(
            Step.GoodConductTime,
            FindingValue.Days(dates.GoodTimeDays),
            goodTime,
            facts.GoodTimeFacts,
            0,
            began,
            term,
            facts.SchoolingLaw is { } schooling ? new(Step.FullRate, facts.FullRate, schooling, "custody.schooling offenseEndedOn") : null
        );
        var date = new Finding(Step.StatutoryRelease, dates.StatutoryRelease!.Value, goodTime, null, 0, full, earned);
        if (program != dates.StatutoryRelease)
        {
            date = new(Step.DrugAbuseRelease, program, law.On<DrugAbuseProgram>(asOf)!, "custody.rdapMonths", 0, date);
        }

        if (dates.Projected != program)
        {
            date = new(Step.EarnedCreditRelease, dates.Projected!.Value, credits!, "custody.earnedCreditDays", 0, date);
        }

        var release = new Finding(
            Step.ReleaseDate,
            dates.Release!.Value,
            dates.Release == dates.Projected || order is null ? On<ReleaseDay>() : On<ModificationOfTerm>(),
            null,
            0,
            date
        );
        var leaves = new Finding(Step.LeavingDay, dates.Leaves!.Value, On<ReleaseDay>(), facts.DetainerFrom, 0, release);
        var findings = new List<Finding> { leaves };
        if (outside is not null)
        {
            findings.Add(new(Step.HalfwayHouse, dates.HalfwayHouseFrom!.Value, outside, null, 0, release));
            findings.Add(new(Step.HomeConfinement, dates.HomeConfinementFrom!.Value, outside, null, 0, release));
        }

        if (dates.OverservedDays > 0)
        {
            findings.Add(new(Step.OverservedDays, FindingValue.Days(dates.OverservedDays), On<SupervisedRelease>(), null, 0, release));
        }

        if (dates.SupervisedReleaseTo is { } end)
        {
            findings.Add(new(Step.SupervisedRelease, end, On<SupervisedRelease>(), "sentence.supervisedReleaseMonths", 0, leaves));
        }

        return findings;
    }

    private bool IsNewerRule => law.On<GoodConductTime>(asOf)?.Terms.MeasuredBy == GoodTimeMeasure.SentenceImposed;

    private const int ShortestMonth = 28;

    private Provision On<T>()
        where T : class => law.History<T>().AnyVersions[^1].Version!;

    private static DateOnly Latest(DateOnly date, DateOnly? a = null, DateOnly? b = null, DateOnly? c = null)
    {
        date = a > date ? a.Value : date;
        date = b > date ? b.Value : date;
        return c > date ? c.Value : date;
    }
}
