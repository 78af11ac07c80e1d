using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Reductions;

/// <summary>§4B1.1(c): a career offender with a count under 18 U.S.C. 924(c). The first row is the example of note 3(E).</summary>
public class CareerFirearmTests
{
    [Theory]
    // 188-235 and 60 months are 248-295; the table gives 262-327, before and after.
    [InlineData("n.3(E): the career level of the drug count", 30, 34, -3, 60, "ineligible", "USSG §4B1.1(b)")]
    // The drug level leads the drug count, 38 less 3: 292-365 and 60 months are more than 262-327.
    [InlineData("the drug count and the consecutive term lead", 38, 34, -3, 60, "undetermined", "USSG §4B1.1(c)(2)")]
    // 36 without acceptance: 324 and 60 months are more than 360.
    [InlineData("the same without acceptance", 36, 34, 0, 60, "undetermined", "USSG §4B1.1(c)(2)")]
    // 34 less 3: 188-235 and 60 months; the drug level falls from 34 to 32, below a career level of 32, and the table stands.
    [InlineData("the table leads and the drug count would fall", 34, 32, -3, 60, "ineligible", "USSG §4B1.1(c)(3)")]
    public void The_greater_range_is_the_range(
        string name,
        int table,
        int career,
        int acceptance,
        int consecutive,
        string outcome,
        string citation
    )
    {
        var answer = Determine(name, table, career, acceptance, new("18 U.S.C. § 924(c)(1)(A)", new Months(consecutive)));

        Assert.Equal(outcome, DeterminationNames.Of(answer.Outcome));
        Assert.Equal(citation, answer.Reason?.Citation ?? Assert.Single(answer.NotCovered).Rule);
    }

    [Fact]
    public void Another_consecutive_term_has_no_range_of_its_own() =>
        Assert.Equal(Outcome.Eligible, Determine("identity theft", 34, 32, -3, new("18 USC 1028A", new Months(24))).Outcome);

    [Fact]
    public void Before_November_2002_there_was_no_such_range() =>
        Assert.Equal(
            Outcome.Eligible,
            Determine("earlier Manual", 34, 32, -3, new("18 USC 924(c)", new Months(60)), new DateOnly(2001, 11, 1)).Outcome
        );

    [Fact]
    public void The_range_that_the_court_stated_is_no_disagreement() =>
        Assert.Empty(Determine("stated", 34, 32, -3, new("18 USC 924(c)", new Months(60)), stated: new(new(262), new(327))).Disagreements);

    private static Determination Determine(
        string name,
        int table,
        int career,
        int acceptance,
        ConsecutiveTerm term,
        DateOnly? manual = null,
        MonthRange? stated = null
    ) =>
        SentenceReduction.Determine(
            new()
            {
                Id = name,
                Manual = manual ?? new DateOnly(2013, 11, 1),
                Offense = new()
                {
                    Guideline = "2D1.1",
                    DrugQuantityLevel = table,
                    BaseOffenseLevel = table,
                    BaseOffenseLevelFrom = BaseLevelSource.DrugQuantity,
                    Drugs = [new("cocaine", null, null)],
                    Adjustments = acceptance == 0 ? [] : [new("3E1.1", acceptance)],
                },
                CriminalHistory = new()
                {
                    Category = 6,
                    Points = 13,
                    StatusPoints = 0,
                },
                CareerOffender = new() { Applied = true, OffenseLevel = career },
                GuidelineRange = stated,
                Statutory = new()
                {
                    Minimum = new Months(0),
                    Maximum = Months.Life,
                    Relief = MinimumRelief.None,
                },
                Sentence = new()
                {
                    Months = new Months(300),
                    BelowRange = [],
                    Consecutive = [term],
                    Plea = "open",
                },
                EarlierReductions = [],
            },
            new(["782"], PartialDate.On(new(2016, 5, 1)), KeepFindings: true),
            Editions.Law
        );
}
