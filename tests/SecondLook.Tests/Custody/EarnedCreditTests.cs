using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Tests.Custody;

/// <summary>18 U.S.C. 3624(g) and 3632(d)(4) on a record: the cases stand in CustodyFacts.cases.md.</summary>
public class EarnedCreditTests
{
    [Fact]
    public void Earned_time_credits_of_a_record_are_those_of_the_handout() =>
        CaseTable.Check(
            CaseTable.Of(CustodyFactTests.Cases, "arrived", "program", "reading", "toward release"),
            row => (row.Whole("days"), row["reached"], row["less days"], row["toward release"]),
            row =>
            {
                var credits = Earned(
                        CustodyFactTests.Full with
                        {
                            OffenseEndedOn = null,
                            Sentence = new() { Months = new Months(row.Whole("months")), SupervisedReleaseMonths = new Months(36) },
                            Custody = new()
                            {
                                SentenceBegan = PartialDate.On(row.Day("began")),
                                ArrivedOn = PartialDate.On(row.Day("arrived")),
                                RdapMonths = row.Whole("program"),
                                EarnsTimeCredits = true,
                                FinalRemovalOrder = false,
                            },
                        },
                        row.Day("as of")
                    )
                    .Single(c => c.InForce);
                Assert.Equal(row["reading"], credits.Reading);
                Assert.Empty(credits.Needs);
                return (
                    credits.Days,
                    CustodyFactTests.Iso(credits.Reached),
                    CustodyFactTests.Iso(credits.LessDays),
                    CustodyFactTests.Iso(credits.Release)
                );
            }
        );

    [Fact]
    public void Both_ways_of_counting_earned_time_credits_are_named_and_what_the_record_does_not_say_is_asked_for()
    {
        var silent = CustodyFactTests.Full with
        {
            Sentence = new() { Months = new Months(120) },
            Custody = new() { SentenceBegan = PartialDate.On(new(2024, 3, 4)) },
        };
        var known = Earned(CustodyFactTests.Full, new(2025, 1, 1));
        var unknown = Earned(silent, new(2025, 1, 1));

        Assert.Equal(["earning=arrival", "earning=commencement"], known.Select(c => c.Reading));
        Assert.Equal(["earning=arrival", "earning=commencement"], unknown.Select(c => c.Reading));
        Assert.True(known[1].Reached < known[0].Reached);
        Assert.Equal(
            ["custody.earnsTimeCredits", "custody.finalRemovalOrder", "sentence.supervisedReleaseMonths", "custody.arrivedOn"],
            unknown[0].Needs
        );
        Assert.Null(unknown[0].Reached);
        Assert.NotNull(unknown[1].Reached);
        Assert.Equal(["custody.earnsTimeCredits", "custody.finalRemovalOrder", "sentence.supervisedReleaseMonths"], unknown[1].Needs);
    }

    /// <summary>Nothing is earned before the First Step Act of December 21, 2018, and no credit releases before an order takes effect.</summary>
    [Fact]
    public void Credits_are_earned_from_the_Act_on_and_reach_no_day_before_the_order()
    {
        var longHeld = CustodyFactTests.Full with
        {
            Custody = CustodyFactTests.Full.Custody! with { SentenceBegan = PartialDate.On(new(2015, 1, 5)), ArrivedOn = null },
        };
        var effective = new DateOnly(2028, 6, 1);
        var order = new ReductionOrder("a", new Months(60), 0, effective, effective);

        var commencement = Earned(longHeld, new(2025, 1, 1)).Single(c => c.Reading == "earning=commencement");
        var after = SentenceComputation.Of(CustodyFactTests.Full, new(2025, 1, 1), order, Editions.Law).After!.EarnedCredits;

        Assert.Equal(new DateOnly(2018, 12, 21), commencement.From);
        Assert.Equal(2, after.Count);
        Assert.All(after, c => Assert.Equal((effective, effective, effective), (c.Reached, c.LessDays, c.Release)));
    }

    /// <summary>A conditional date moves no other, and what bars credits is a finding.</summary>
    [Fact]
    public void Credits_that_are_barred_or_recorded_as_applied_or_not_yet_law_are_not_projected()
    {
        var day = new DateOnly(2025, 1, 1);
        var consecutive = CustodyFactTests.Full.Sentence with { Consecutive = [new("18 U.S.C. § 924(c)(1)(A)", new Months(60))] };
        var barred = new[]
        {
            CustodyFactTests.Full with
            {
                Custody = CustodyFactTests.Full.Custody! with { EarnsTimeCredits = false },
            },
            CustodyFactTests.Full with
            {
                Custody = CustodyFactTests.Full.Custody! with { FinalRemovalOrder = true },
            },
            CustodyFactTests.Full with
            {
                Sentence = consecutive,
            },
        };

        Assert.All(
            barred,
            record =>
            {
                var dates = SentenceComputation.Of(record, day, null, Editions.Law).Before!;
                Assert.Empty(dates.EarnedCredits);
                Assert.Contains(dates.Findings, f => f.Step == Step.TimeCreditsEarned && f.Value == false);
            }
        );
        Assert.Empty(Earned(CustodyFactTests.Full with { Custody = CustodyFactTests.Full.Custody! with { EarnedCreditDays = 100 } }, day));
        Assert.Empty(
            Earned(
                CustodyFactTests.Full with
                {
                    Custody = CustodyFactTests.Full.Custody! with { SentenceBegan = PartialDate.On(new(2010, 1, 1)) },
                },
                new(2015, 11, 1)
            )
        );
        Assert.Equal(
            SentenceComputation.Of(barred[0], day, null, Editions.Law).Before!.Release,
            SentenceComputation.Of(CustodyFactTests.Full, day, null, Editions.Law).Before!.Release
        );
    }

    private static IReadOnlyList<EarnedCreditDates> Earned(SentencingRecord record, DateOnly asOf) =>
        SentenceComputation.Of(record, asOf, null, Editions.Law, keepFindings: false).Before!.EarnedCredits;
}
