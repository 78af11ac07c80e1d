using System.Globalization;
using SecondLook.Sentencing.Custody;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.Custody;

/// <summary>What custody facts do to a date: the cases stand in CustodyFacts.cases.md.</summary>
public class CustodyFactTests
{
    private const string Cases = "Custody/CustodyFacts.cases.md";

    /// <summary>Some of everything, so that every step of a computation is taken.</summary>
    private static readonly SentencingRecord Full = new()
    {
        Id = "a",
        OffenseEndedOn = PartialDate.On(new(2023, 5, 1)),
        Sentence = new() { Months = new Months(120), SupervisedReleaseMonths = new Months(60) },
        Custody = new()
        {
            SentenceBegan = PartialDate.On(new(2024, 3, 4)),
            ArrivedOn = PartialDate.On(new(2024, 6, 3)),
            PriorCreditDays = 90,
            GoodTimeLostDays = 14,
            Schooling = false,
            RdapMonths = 12,
            EarnsTimeCredits = true,
            FinalRemovalOrder = false,
        },
    };

    [Fact]
    public void Earned_time_credits_of_a_record_are_those_of_the_handout() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "arrived", "program", "reading", "toward release"),
            row => (row.Whole("days"), row["reached"], row["less days"], row["toward release"]),
            row =>
            {
                var credits = Earned(
                        Full with
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
                return (credits.Days, Iso(credits.Reached), Iso(credits.LessDays), Iso(credits.Release));
            }
        );

    [Fact]
    public void Both_ways_of_counting_earned_time_credits_are_named_and_what_the_record_does_not_say_is_asked_for()
    {
        var silent = Full with
        {
            Sentence = new() { Months = new Months(120) },
            Custody = new() { SentenceBegan = PartialDate.On(new(2024, 3, 4)) },
        };
        var known = Earned(Full, new(2025, 1, 1));
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

    /// <summary>A conditional date moves no other, and what bars credits is a finding.</summary>
    [Fact]
    public void Credits_that_are_barred_or_recorded_as_applied_or_not_yet_law_are_not_projected()
    {
        var day = new DateOnly(2025, 1, 1);
        var consecutive = Full.Sentence with { Consecutive = [new("18 U.S.C. § 924(c)(1)(A)", new Months(60))] };
        var barred = new[]
        {
            Full with
            {
                Custody = Full.Custody! with { EarnsTimeCredits = false },
            },
            Full with
            {
                Custody = Full.Custody! with { FinalRemovalOrder = true },
            },
            Full with
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
        Assert.Empty(Earned(Full with { Custody = Full.Custody! with { EarnedCreditDays = 100 } }, day));
        Assert.Empty(
            Earned(Full with { Custody = Full.Custody! with { SentenceBegan = PartialDate.On(new(2010, 1, 1)) } }, new(2015, 11, 1))
        );
        Assert.Equal(
            SentenceComputation.Of(barred[0], day, null, Editions.Law).Before!.Release,
            SentenceComputation.Of(Full, day, null, Editions.Law).Before!.Release
        );
    }

    [Fact]
    public void The_rate_without_schooling_applies_to_the_offenses_and_people_of_the_regulation() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "schooling", "removal order", "good time"),
            row => (row.Whole("good time"), row["good time"] == "210"),
            row =>
            {
                var record = Record(row);
                record = record with
                {
                    Custody = record.Custody! with
                    {
                        Schooling = row["schooling"] == "yes",
                        FinalRemovalOrder = row["removal order"] == "yes",
                    },
                };
                var dates = SentenceComputation.Of(record, row.Day("as of"), null, Editions.Law).Before!;
                return (dates.GoodTimeDays, All(dates.Findings).Single(f => f.Step == Step.FullRate).Value == false);
            }
        );

    [Fact]
    public void Law_that_is_not_covered_is_named_and_gives_no_date_where_there_can_be_none() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "offense", "lost", "dates", "why"),
            row => (row["dates"] == "yes", row["why"].Length > 0),
            row =>
            {
                var record = Record(row);
                record = record with
                {
                    Custody = record.Custody! with { GoodTimeLostDays = row.Whole("lost"), RdapMonths = row.Whole("program") },
                };
                var computed = SentenceComputation.Of(record, row.Day("as of"), null, Editions.Law);
                Assert.All(computed.NotCovered, left => Assert.Contains(row["why"], left.Why, StringComparison.Ordinal));
                return (computed.Before is not null, computed.NotCovered.Count > 0);
            }
        );

    /// <summary>Life has no date before; "to life" none after; and from life to a term there is one after.</summary>
    [Fact]
    public void A_life_term_has_no_date_and_an_order_may_end_or_make_one()
    {
        var life = Full with { Sentence = Full.Sentence with { Months = Months.Life } };
        var day = new DateOnly(2026, 3, 2);

        var reduced = SentenceComputation.Of(life, day, new("a", new Months(360), 0, day, day), Editions.Law);
        var raised = SentenceComputation.Of(Full, day, new("a", Months.Life, 0, day, day), Editions.Law);

        Assert.Null(reduced.Before!.Leaves);
        Assert.Equal(Step.LifeTerm, Assert.Single(reduced.Before.Findings).Step);
        Assert.NotNull(reduced.After!.Leaves);
        Assert.NotNull(raised.Before!.Leaves);
        Assert.Null(raised.After!.Leaves);
        Assert.Empty(reduced.Disputed.Where(d => !d.After));
    }

    [Fact]
    public void Every_date_before_and_after_an_order_has_a_finding_with_a_citation()
    {
        var effective = new DateOnly(2026, 3, 2);
        var computed = SentenceComputation.Of(Full, new(2025, 1, 1), new("a", new Months(84), 0, effective, effective), Editions.Law);
        Step[] steps =
        [
            Step.SentenceBegan,
            Step.LastDayOfTerm,
            Step.FullTerm,
            Step.FullRate,
            Step.GoodConductTime,
            Step.StatutoryRelease,
            Step.DrugAbuseRelease,
            Step.ReleaseDate,
            Step.LeavingDay,
            Step.HalfwayHouse,
            Step.HomeConfinement,
            Step.SupervisedRelease,
            Step.EarningFrom,
            Step.TimeCreditDays,
            Step.TimeCreditsReach,
            Step.LessTimeCredits,
            Step.TimeCreditRelease,
        ];

        foreach (var dates in new[] { computed.Before!, computed.After! })
        {
            var found = All(dates.Findings).ToLookup(f => f.Step);
            Assert.All(steps, step => Assert.All(found[step].DefaultIfEmpty(null!), f => Assert.NotEmpty(f!.Citation)));
            Assert.Equal(dates.Leaves, Day(found[Step.LeavingDay].Single()));
            Assert.Equal(dates.HalfwayHouseFrom, Day(found[Step.HalfwayHouse].Single()));
            Assert.Equal(dates.HomeConfinementFrom, Day(found[Step.HomeConfinement].Single()));
            Assert.Equal(dates.SupervisedReleaseTo, Day(found[Step.SupervisedRelease].Single()));
            Assert.Equal(dates.EarnedCredits.Select(c => c.Reached), found[Step.TimeCreditsReach].Select(Day));
        }

        static DateOnly? Day(Finding finding) => DateOnly.FromDayNumber((int)finding.Value.Number);
    }

    /// <summary>
    /// USSG §1B1.10(e)(1) and 18 U.S.C. 3624(a): the date is November 1, 2015, and the day of leaving October 30. Both are shown, the move as
    /// inferred, and the days over as a finding.
    /// </summary>
    [Theory]
    [InlineData(null, "2015-10-30", true)]
    [InlineData("ICE", "2015-11-01", false)]
    public void A_day_of_leaving_before_the_order_takes_effect_is_shown_beside_its_date_as_inferred(
        string? detainer,
        string leaves,
        bool inferred
    )
    {
        var effective = new DateOnly(2015, 11, 1);
        var record = new SentencingRecord
        {
            Id = "a",
            Sentence = new() { Months = new Months(120) },
            Custody = new() { SentenceBegan = PartialDate.On(new(2008, 1, 14)), Detainer = detainer },
        };

        var computed = SentenceComputation.Of(record, effective, new("a", new Months(97), 0, new(2015, 3, 2), effective), Editions.Law);

        Assert.Equal(effective, computed.After!.Release);
        Assert.Equal(leaves, Iso(computed.After.Leaves));
        Assert.Equal(inferred, computed.Assumptions.Any(a => a.Contains("is inferred", StringComparison.Ordinal)));
        Assert.Equal(276, All(computed.After.Findings).Single(f => f.Step == Step.OverservedDays).Value.Number);
    }

    [Fact]
    public void A_halfway_house_and_home_confinement_are_open_for_the_last_months_that_the_statute_allows() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "halfway house from", "home from", "supervised to"),
            row => (row["release"], row["halfway house from"], row["home from"], row["supervised to"]),
            row =>
            {
                var record = new SentencingRecord
                {
                    Id = "a",
                    Sentence = new()
                    {
                        Months = new Months(row.Whole("months")),
                        SupervisedReleaseMonths = new Months(row.Whole("supervised")),
                    },
                    Custody = new() { SentenceBegan = PartialDate.On(row.Day("began")) },
                };
                var dates = SentenceComputation.Of(record, row.Day("as of"), null, Editions.Law).Before!;
                return (Iso(dates.Release), Iso(dates.HalfwayHouseFrom), Iso(dates.HomeConfinementFrom), Iso(dates.SupervisedReleaseTo));
            }
        );

    private static IReadOnlyList<EarnedCreditDates> Earned(SentencingRecord record, DateOnly asOf) =>
        SentenceComputation.Of(record, asOf, null, Editions.Law, keepFindings: false).Before!.EarnedCredits;

    private static IEnumerable<Finding> All(IEnumerable<Finding> roots) =>
        roots.SelectMany(root => All(root.Basis).Append(root)).Distinct();

    private static SentencingRecord Record(CaseRow row) =>
        new()
        {
            Id = "a",
            OffenseEndedOn = PartialDate.On(row.Day("offense")),
            Sentence = new() { Months = new Months(row.Whole("months")) },
            Custody = new() { SentenceBegan = PartialDate.On(row.Day("began")) },
        };

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
