using System.Globalization;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Worked;

/// <summary>The Commission's own examples of a reduction: they stand in Reductions.cases.md.</summary>
public class ReductionExampleTests
{
    private static readonly IReadOnlyList<CaseRow> Examples = CaseTable.Of(
        "Worked/Reductions.cases.md",
        "example",
        "order",
        "edition",
        "drugs",
        "range",
        "amended",
        "lowest"
    );

    [Fact]
    public void A_worked_example_has_its_ranges_and_its_lowest_term() =>
        CaseTable.Check(
            Examples,
            row => (Outcome.Eligible, row.Range("range"), row.Range("amended"), row.Term("lowest")),
            row =>
            {
                var answer = Determine(row);
                return (answer.Outcome, answer.Original.Range!.Value, answer.Amended!.Range!.Value, answer.LowestTerm?.Months ?? default);
            }
        );

    [Fact]
    public void A_term_below_the_amended_minimum_is_a_comparable_reduction_and_no_other_is() =>
        CaseTable.Check(
            Examples,
            row => row.Term("lowest") < row.Range("amended").Min ? LowestTermBasis.ComparableReduction : LowestTermBasis.AmendedMinimum,
            row => Determine(row).LowestTerm?.Basis
        );

    /// <summary>
    /// Amendment 780, reason: circuits were split over the second case. Koons v. United States (2018) decided it: the sentence was not
    /// based on the range. Until then the Commission's text is followed, and the other holding is named.
    /// </summary>
    [Theory]
    [InlineData("2016-05-01", Outcome.Eligible)]
    [InlineData("2018-06-03", Outcome.Eligible)]
    [InlineData("2018-06-04", Outcome.Ineligible)]
    public void A_minimum_that_had_displaced_the_range_decides_since_Koons(string order, Outcome outcome)
    {
        var answer = Determine(Examples.Single(row => row["example"].StartsWith("780, second", StringComparison.Ordinal)), order);

        Assert.Equal(outcome, answer.Outcome);
        Assert.Equal(outcome == Outcome.Ineligible ? ReasonCode.MandatoryMinimum : null, answer.Reason?.Code);
        Assert.Contains(answer.Remarks, remark => remark.Contains("displaced", StringComparison.Ordinal));
    }

    /// <summary>§1B1.10(c) came on 2014-11-01; before it §5G1.1 restricted the amended range as well, as the Eighth Circuit held (amend. 780).</summary>
    [Theory]
    [InlineData("2014-10-31", "120-135")]
    [InlineData("2014-11-01", "108-135")]
    public void A_minimum_stands_in_the_amended_range_until_1B1_10_c_takes_it_out(string order, string amended)
    {
        var defendant = Examples.Single(row => row["example"] == "2014, Defendant A");
        var record = Record(defendant, order) with
        {
            Manual = new(2006, 11, 1),
            District = "IAN",
            Offense = new()
            {
                Guideline = "2D1.1",
                Drugs = [new Drug("cocaine-base", Quantity.Exactly(1000), null)],
                BaseOffenseLevelFrom = BaseLevelSource.DrugQuantity,
                Adjustments = order == "2014-10-31" ? [new("3E1.1", -3)] : [new("2D1.1(b)(weapon)", 2), new("3E1.1", -3)],
            },
        };

        var answer = SentenceReduction.Determine(record, Question(order), Editions.Law);

        Assert.Equal(CaseRow.RangeOf(amended), answer.Amended!.Range);
    }

    private static Determination Determine(CaseRow row, string? order = null) =>
        SentenceReduction.Determine(Record(row, order), Question(order ?? row["order"]), Editions.Law);

    private static ReductionQuestion Question(string order) =>
        new(null, PartialDate.On(DateOnly.ParseExact(order, "yyyy-MM-dd", CultureInfo.InvariantCulture)), KeepFindings: false);

    private static SentencingRecord Record(CaseRow row, string? order) =>
        new()
        {
            Id = $"{row["example"]} {order}",
            Manual = row.Day("edition"),
            District = row.Has("district") ? row["district"] : null,
            Offense = new()
            {
                Guideline = "2D1.1",
                Drugs = row.Drugs("drugs"),
                BaseOffenseLevelFrom = BaseLevelSource.DrugQuantity,
                Adjustments =
                [
                    .. row.Words("adjustments")
                        .Select(a => a.Split(':'))
                        .Select(a => new Adjustment(a[0], int.Parse(a[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))),
                ],
            },
            CriminalHistory = new()
            {
                Category = row.Whole("category"),
                Points = row.Whole("category") == 1 ? 1 : 13,
                StatusPoints = 0,
            },
            CareerOffender = new() { Applied = false },
            Statutory = new()
            {
                Minimum = new Months(row.Whole("minimum")),
                Maximum = Months.Life,
                Relief = row["relief"] == "none" ? MinimumRelief.None : MinimumRelief.SubstantialAssistance,
            },
            Sentence = new()
            {
                Months = row.Term("term"),
                Plea = "open",
                Consecutive = [],
                BelowRange = row["basis"] switch
                {
                    "" => [],
                    "variance" => [new(BelowRangeBasis.Variance, null, null, null)],
                    "substantial-assistance" => [new(BelowRangeBasis.SubstantialAssistance, null, null, null)],
                    _ => [new(BelowRangeBasis.Other, null, null, null)],
                },
            },
            EarlierReductions = [],
        };
}
