using System.Globalization;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Reductions;

/// <summary>The questions on which the courts of appeals were divided: the cases stand in DividedCircuits.cases.md.</summary>
public class DividedCircuitTests
{
    private static readonly IReadOnlyList<CaseRow> Cases = CaseTable.Of("Reductions/DividedCircuits.cases.md", "case", "manual", "open");

    [Fact]
    public void The_law_of_the_circuit_decides_and_both_holdings_are_tried_where_it_is_not_known() =>
        CaseTable.Check(
            Cases,
            row => (row["outcome"], row["reason"], row["amended"], row["lowest"], row["open"]),
            row =>
            {
                var answer = Determine(row);
                return (
                    DeterminationNames.Of(answer.Outcome),
                    answer.Reason is { } reason ? DeterminationNames.Of(reason.Code) : "",
                    answer.Amended?.Range?.ToString() ?? "",
                    answer.LowestTerm?.Months.ToString() ?? "",
                    string.Join(" ", answer.Missing.Select(m => m.Fact).Concat(answer.NotCovered.Select(n => n.Rule)))
                );
            }
        );

    [Fact]
    public void Both_holdings_are_named_with_their_figures()
    {
        var open = Determine(Cases.Single(row => row["case"] == "minimum in the range"));
        var bottom = Determine(Cases.Single(row => row["case"] == "minimum below the range"));

        var said = Assert.Single(open.Remarks, r => r.Contains("circuits differed", StringComparison.Ordinal));
        Assert.Contains("(2d, 6th, 11th)", said, StringComparison.Ordinal);
        Assert.Contains("ineligible (mandatory-minimum)", said, StringComparison.Ordinal);
        Assert.Contains("eligible, amended range 110-137, lowest term 44", said, StringComparison.Ordinal);
        Assert.Contains(bottom.Remarks, r => r.Contains("lowest term 147", StringComparison.Ordinal));
        Assert.Contains(bottom.Remarks, r => r.Contains("lowest term 103", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("TNE", "6th")]
    [InlineData("NM", "10th")]
    [InlineData("NMI", "9th")]
    [InlineData("DC", "D.C.")]
    [InlineData("WVS", "4th")]
    [InlineData("XX", null)]
    [InlineData(null, null)]
    public void A_district_belongs_to_its_circuit(string? district, string? circuit) =>
        Assert.Equal(circuit, Editions.Law.On<Sentencing.Statutes.Circuits>(new(2013, 6, 1))!.Terms.Of(district));

    private static Determination Determine(CaseRow row)
    {
        var minimum = new Months(row.Whole("minimum"));
        var ground = row.Has("below") ? Enum.Parse<BelowRangeBasis>(row["below"]) : (BelowRangeBasis?)null;
        var record = new SentencingRecord
        {
            Id = row["case"],
            Manual = row.Day("manual"),
            District = row.Has("district") ? row["district"] : null,
            Offense = new()
            {
                Guideline = "2D1.1",
                Drugs = [new("cocaine-base", Quantity.Exactly(row.Whole("grams")), null)],
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
                Points = row.Whole("category") == 4 ? 8 : 11,
                StatusPoints = 0,
            },
            CareerOffender = new() { Applied = false },
            Statutory = new()
            {
                Minimum = minimum,
                Maximum = Months.Life,
                Relief = ground == BelowRangeBasis.SubstantialAssistance ? MinimumRelief.SubstantialAssistance : MinimumRelief.None,
            },
            Sentence = new()
            {
                Months = row.Term("term"),
                Plea = "open",
                Consecutive = [],
                BelowRange = ground is { } basis ? [new(basis, null, null, null)] : [],
            },
            EarlierReductions = [],
        };
        return SentenceReduction.Determine(record, new(null, PartialDate.On(row.Day("order")), KeepFindings: true), Editions.Law);
    }
}
