using System.Text.RegularExpressions;
using CsCheck;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.Properties;

/// <summary>What holds of every release date, whatever the term and its facts.</summary>
public class ReleaseProperties
{
    /// <summary>
    /// The one exception is the statute's own: a term of "more than 1 year" earns good time and one of a year does not, so that a year and a
    /// day is shorter than a year.
    /// </summary>
    [Fact]
    public void A_shorter_term_never_releases_later_unless_it_is_too_short_for_good_time() =>
        Expect.None(
            from c in Draw.From(Cases, 20_000)
            let longer = Dates(c)
            let shorter = Dates(c with { Months = c.Months - c.Less })
            where shorter.GoodTimeRule != GoodTimeRule.None || longer.GoodTimeRule == GoodTimeRule.None
            where shorter.Release > longer.Release || shorter.Leaves > longer.Leaves
            select $"{c}: {shorter.Release} after {longer.Release}",
            "The shorter term releases later:"
        );

    [Fact]
    public void Good_time_is_never_negative_and_no_date_comes_before_the_sentence_or_after_the_full_term() =>
        Expect.None(
            from c in Draw.From(Cases, 20_000)
            let dates = Dates(c)
            where
                dates.GoodTimeDays < 0
                || dates.StatutoryRelease > dates.FullTerm
                || dates.Projected > dates.StatutoryRelease
                || dates.Release < c.Began
                || dates.Leaves > dates.Release
                || dates.Leaves < c.Began
            select $"{c}: {dates}",
            "A date that cannot be:"
        );

    [Fact]
    public void More_lost_time_never_releases_earlier_and_more_credit_never_later() =>
        Expect.None(
            from c in Draw.From(Cases, 20_000)
            let dates = Dates(c)
            where
                Dates(c with { Lost = c.Lost + c.Less }).Release < dates.Release
                || Dates(c with { Credit = c.Credit + c.Less }).Release > dates.Release
            select $"{c}",
            "Lost time or credit works the wrong way:"
        );

    [Fact]
    public void A_year_added_and_taken_away_is_the_same_day_wherever_the_calendar_has_it() =>
        Expect.None(
            from c in Draw.From(Cases, 5_000)
            let later = TermOfImprisonment.AddMonths(c.Began, 12, MonthEnd.LastDayTakesItsPlace)
            let back = TermOfImprisonment.AddMonths(later, -12, MonthEnd.LastDayTakesItsPlace)
            where back != c.Began && c.Began is not { Month: 2, Day: 29 }
            select $"{c.Began} {later} {back}",
            "Another day:"
        );

    [Fact]
    public void An_order_moves_nobody_before_its_effective_date() =>
        Expect.None(
            from c in Draw.From(Cases, 10_000)
            let order = new ReductionOrder("a", new Months(c.Months - c.Less), 0, null, c.AsOf)
            let after = SentenceComputation.Of(Record(c), c.AsOf, order, RandomRecords.Law, keepFindings: false).After!
            where after.Release < order.Effective || after.OverservedDays < 0
            select $"{c}: {after}",
            "Before the order takes effect:"
        );

    /// <summary>
    /// Amendment 782: orders effective November 1, 2015, a Sunday. By the rules alone nobody leaves on that weekend, and people do on the
    /// Friday before and the Monday after; those for whom another jurisdiction waits keep their date.
    /// </summary>
    [Fact]
    public void Nobody_without_a_detainer_leaves_on_the_weekend_of_the_first_of_November_2015()
    {
        var effective = new DateOnly(2015, 11, 1);
        var order = new ReductionOrder("a", new Months(97), 0, effective.AddDays(-30), effective);
        var left =
            from day in Enumerable.Range(0, 2000)
            let record = Record(new(new DateOnly(2006, 1, 1).AddDays(day), 120, 0, 0, 0, effective, true))
            from detained in new[] { false, true }
            let held = detained ? record with { Custody = record.Custody! with { Detainer = "ICE" } } : record
            let dates = SentenceComputation.Of(held, effective, order, RandomRecords.Law, keepFindings: false).After!
            select (detained, dates.Release, dates.Leaves);
        var counts = left.ToLookup(l => l);

        Assert.All(counts.Where(l => l.Key.detained), l => Assert.Equal(l.Key.Release, l.Key.Leaves));
        Assert.DoesNotContain(counts, l => !l.Key.detained && l.Key.Leaves!.Value.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.Contains(counts, l => !l.Key.detained && l.Key.Leaves == new DateOnly(2015, 10, 30));
        Assert.Contains(counts, l => !l.Key.detained && l.Key.Leaves == new DateOnly(2015, 11, 2));
        Assert.Contains(counts, l => l.Key.detained && l.Key.Leaves == effective);
    }

    /// <summary>The weekend comes out of the rules: its dates stand in the law, in tests and in data, and nowhere in the program.</summary>
    [Fact]
    public void No_date_of_that_weekend_stands_in_the_program() =>
        Expect.None(
            from file in Repository.CSharpFiles("src")
            from line in Repository.Lines(file)
            where
                Regex.IsMatch(
                    line,
                    @"2015-1[01]-(30|31|01|02)|2015, ?1[01], ?(30|31|1|2)\b|(Oct\w*\.? (30|31)|Nov\w*\.? [12]),? 2015",
                    RegexOptions.ExplicitCapture,
                    TimeSpan.FromSeconds(1)
                )
            select $"{file}: {line.Trim()}",
            "A date of the weekend:"
        );

    private static readonly Gen<Case> Cases =
        from began in Gen.Int[new DateOnly(1988, 1, 1).DayNumber, new DateOnly(2025, 12, 31).DayNumber]
        from months in Gen.Int[2, 480]
        from less in Gen.Int[1, 60]
        from credit in Gen.Int[0, 900]
        from lost in Gen.Int[0, 120]
        from later in Gen.Int[0, 9000]
        from schooling in Gen.Bool
        select new Case(
            DateOnly.FromDayNumber(began),
            months,
            Math.Min(less, months - 1),
            credit,
            lost,
            DateOnly.FromDayNumber(began + later),
            schooling
        );

    private static ReleaseDates Dates(Case c) =>
        SentenceComputation.Of(Record(c), c.AsOf, null, RandomRecords.Law, keepFindings: false).Before!;

    private static SentencingRecord Record(Case c) =>
        new()
        {
            Id = "a",
            Sentence = new() { Months = new Months(c.Months) },
            Custody = new()
            {
                SentenceBegan = PartialDate.On(c.Began),
                PriorCreditDays = c.Credit,
                GoodTimeLostDays = c.Lost,
                Schooling = c.Schooling,
            },
        };

    private sealed record Case(DateOnly Began, int Months, int Less, int Credit, int Lost, DateOnly AsOf, bool Schooling);
}
