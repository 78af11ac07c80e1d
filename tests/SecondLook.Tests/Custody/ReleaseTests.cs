using System.Globalization;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.Custody;

/// <summary>18 U.S.C. 3621(e), 3624, 3632(d)(4) and 5 U.S.C. 6103: the cases stand in Releases.cases.md.</summary>
public class ReleaseTests
{
    private const string Cases = "Custody/Releases.cases.md";

    [Fact]
    public void A_published_term_has_the_good_time_and_the_dates_that_were_published() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "case", "began", "term", "credit", "lost", "as of"),
            row => (row["full term"], row.Whole("good time"), row["release"], row["leaves"]),
            row =>
            {
                var dates = Computed(Term(row), row.Day("as of")).Before!;
                return (
                    row.Has("full term") ? Iso(dates.FullTerm) : "",
                    dates.GoodTimeDays,
                    row.Has("release") ? Iso(dates.StatutoryRelease) : "",
                    row.Has("leaves") ? Iso(dates.Leaves) : ""
                );
            }
        );

    [Fact]
    public void A_figure_that_does_not_depend_on_the_day_is_the_same_on_every_day() =>
        Expect.None(
            from row in CaseTable.Of(Cases, "from", "to", "months", "good time")
            from day in Days(row.Day("from"), row.Day("to"))
            let dates = Computed(Record(day, new Months(row.Whole("months"))), row.Day("as of")).Before!
            where dates.GoodTimeDays != row.Whole("good time")
            select $"{row}: {day:yyyy-MM-dd} gives {dates.GoodTimeDays}",
            "Another number of days:"
        );

    [Fact]
    public void The_drug_abuse_program_takes_off_at_most_what_the_tier_of_the_term_allows() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "months", "at most"),
            row => row.Whole("at most"),
            row =>
            {
                var began = new DateOnly(2020, 3, 5);
                var last = began.AddMonths(row.Whole("months")).AddDays(-1);
                return EarlierRelease.MostMonthsOff(began, last, Editions.Law.On<DrugAbuseProgram>(began)!.Terms);
            }
        );

    [Fact]
    public void Earned_credits_reach_the_days_that_are_left_on_the_day_of_the_handout() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "began", "release", "first day", "days", "release less days"),
            row => (row["first day"], row.Whole("days"), row["release less days"]),
            row =>
            {
                var (first, days) = EarlierRelease.CreditsThatReach(row.Day("release"), row.Day("began"), Credits);
                return (Iso(first), days, Iso(row.Day("release").AddDays(-days)));
            }
        );

    [Fact]
    public void Earned_credits_move_release_by_twelve_calendar_months_at_most() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "release", "days", "less"),
            row => row["less"],
            row => Iso(EarlierRelease.LessEarnedDays(row.Day("release"), row.Whole("days"), Credits))
        );

    [Fact]
    public void Nobody_leaves_before_the_order_takes_effect_and_a_detainer_keeps_the_date() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "signed", "effective", "new term", "leaves"),
            row => (row["full term"], row["statutory"], row["release"], row["leaves"], row.Whole("overserved")),
            row =>
            {
                var record = Record(row.Day("began"), new Months(row.Whole("months")));
                record = record with { Custody = record.Custody! with { Detainer = row.Has("detainer") ? row["detainer"] : null } };
                var order = new ReductionOrder("a", new Months(row.Whole("new term")), 0, row.Day("signed"), row.Day("effective"));
                var dates = SentenceComputation.Of(record, row.Day("signed"), order, Editions.Law).After!;
                return (Iso(dates.FullTerm), Iso(dates.StatutoryRelease), Iso(dates.Release), Iso(dates.Leaves), dates.OverservedDays);
            }
        );

    [Fact]
    public void The_weekdays_on_which_nobody_works_are_those_on_which_a_holiday_is_observed() =>
        Expect.None(
            from row in CaseTable.Of(Cases, "year", "New Year", "Christmas")
            let year = row.Whole("year")
            let listed = row.Cells.Values.Skip(1).Where(cell => cell.Length > 0).ToHashSet(StringComparer.Ordinal)
            from day in Days(new(year, 1, 2), new(year, 12, 30))
            where day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            where Editions.Law.On<LegalHolidays>(day)!.Terms.Has(day) != listed.Contains(Iso(day))
            select $"{day:yyyy-MM-dd}",
            "A holiday, or none:"
        );

    [Fact]
    public void Every_day_moves_to_the_last_weekday_that_is_no_holiday() =>
        Expect.None(
            from day in Days(new(1994, 1, 10), new(2030, 12, 20))
            let moved = EarlierRelease.Weekday(day, d => Editions.Law.On<LegalHolidays>(d)?.Terms)
            where Works(moved) && Days(moved.AddDays(1), day).Any(Works) || !Works(moved) || moved > day
            select $"{day:yyyy-MM-dd} to {moved:yyyy-MM-dd}",
            "Another day:"
        );

    private static EarnedTimeCredits Credits => Editions.Law.On<EarnedTimeCredits>(new(2025, 1, 1))!.Terms;

    private static bool Works(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Editions.Law.On<LegalHolidays>(day)!.Terms.Has(day);

    private static ReleaseComputation Computed(SentencingRecord record, DateOnly asOf) =>
        SentenceComputation.Of(record, asOf, null, Editions.Law, keepFindings: false);

    private static SentencingRecord Record(DateOnly began, Months months) =>
        new()
        {
            Id = "a",
            Sentence = new() { Months = months },
            Custody = new() { SentenceBegan = PartialDate.On(began) },
        };

    private static SentencingRecord Term(CaseRow row)
    {
        var terms = row["term"]
            .Split('+')
            .Select(term => term.Trim().Split(' '))
            .Select(
                (term, i) =>
                    new ImposedTerm(new Months(Whole(term[0])), term.Length > 1 ? Whole(term[1]) : 0, i == 0 ? null : "consecutive", null)
            );
        return Record(row.Day("began"), default) with
        {
            Sentence = new() { Terms = [.. terms] },
            Custody = new()
            {
                SentenceBegan = PartialDate.On(row.Day("began")),
                PriorCreditDays = row.Whole("credit"),
                GoodTimeLostDays = row.Whole("lost"),
            },
        };
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
