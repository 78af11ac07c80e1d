using System.Globalization;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Worked;

/// <summary>The Commission's own computations of a level or a range: they stand in Computations.cases.md.</summary>
public class ComputationExampleTests
{
    [Fact]
    public void A_computation_of_the_Commission_has_its_levels_and_its_range() =>
        CaseTable.Check(
            CaseTable.Of("Worked/Computations.cases.md", "edition", "drugs", "base", "total", "range"),
            row => (row["base"], row["total"], row["range"]),
            row =>
            {
                var original = Determine(row).Original;
                return (
                    row.Has("base") ? $"{original.BaseOffenseLevel}" : "",
                    row.Has("total") ? $"{original.TotalOffenseLevel}" : "",
                    row.Has("range") ? $"{original.Range}" : ""
                );
            }
        );

    private static Determination Determine(CaseRow row) =>
        SentenceReduction.Determine(
            new SentencingRecord
            {
                Id = row.Place,
                Manual = row.Day("edition"),
                Offense = new()
                {
                    Guideline = "2D1.1",
                    Drugs = row.Drugs("drugs"),
                    BaseOffenseLevelFrom = BaseLevelSource.DrugQuantity,
                    Adjustments =
                    [
                        .. row.Words("adjustments")
                            .Select(a => a.Split(':'))
                            .Select(a => new Adjustment(
                                a[0],
                                int.Parse(a[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
                            )),
                    ],
                },
                CriminalHistory = new()
                {
                    Category = row.Whole("category"),
                    Points = row.Whole("category") == 1 ? 1 : 13,
                    StatusPoints = 0,
                },
                CareerOffender = row.Has("career")
                    ? new() { Applied = true, OffenseLevel = row.Whole("career") }
                    : new() { Applied = false },
                Statutory = new()
                {
                    Minimum = new Months(row.WholeOrZero("minimum")),
                    Maximum = row.Has("maximum") ? row.Term("maximum") : Months.Life,
                    Relief = MinimumRelief.None,
                },
            },
            new(null, PartialDate.On(new(2024, 6, 1)), KeepFindings: false),
            Editions.Law
        );
}
