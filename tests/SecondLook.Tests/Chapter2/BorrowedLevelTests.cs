using System.Globalization;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Chapter2;

/// <summary>§1B1.5 and the guidelines that refer to §2D1.1: the cases stand in BorrowedLevels.cases.md.</summary>
public class BorrowedLevelTests
{
    private const string Cases = "Chapter2/BorrowedLevels.cases.md";

    [Fact]
    public void A_guideline_adds_to_the_whole_level_of_the_drug_guideline_and_then_applies_its_cap_and_floor() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "edition", "guideline", "paragraph", "table", "base", "adjusted"),
            row => ((int?)row.Whole("base"), (int?)row.Whole("adjusted")),
            row =>
            {
                var original = Determine(row.Day("edition"), row["guideline"], row.Whole("table"), AdjustmentsOf(row)).Original;
                return (original.BaseOffenseLevel, original.TotalOffenseLevel);
            }
        );

    [Fact]
    public void An_edition_that_does_not_refer_to_the_table_is_not_read_as_if_it_did() =>
        Assert.All(
            CaseTable.Of(Cases, "edition", "guideline", "law").Where(row => !row.Cells.ContainsKey("table")),
            row => Assert.Null(BorrowedLevels.Find(Editions.Manual(row.Day("edition")), row["guideline"]))
        );

    [Theory]
    [InlineData("2D1.5", 36, "USSG §2D1.5(a)(1)")]
    [InlineData("2D1.5", 32, "USSG §2D1.5(a)(2)")]
    [InlineData("2D1.7", 10, "USSG §2D1.7(a)")]
    [InlineData("2X4.1", 32, "USSG §2X4.1(a)")]
    [InlineData("2X2.1", 32, "USSG §2X2.1")]
    public void A_finding_cites_the_paragraph_that_decides(string guideline, int table, string citation)
    {
        var answer = Determine(new(2013, 11, 1), guideline, table, []);

        Assert.Equal(citation, answer.OriginalFindings.SelectMany(Steps).Single(f => f.Step == Step.BorrowedLevel).Citation);
    }

    [Fact]
    public void An_adjustment_of_Chapter_Three_is_cited_where_it_stands()
    {
        Adjustment[] adjustments = [new("3B1.1(c)", 2), new("3C1.1", 2), new("3C1.2", 2), new("3A1.2(a)", 3)];
        var record = Record(new(2013, 11, 1), "2D1.1", 30, adjustments);
        var answer = SentenceReduction.Determine(record, Question, Editions.Law);

        Assert.Equal(
            ["USSG §3B1.1", "USSG §3C1.1", "USSG §3C1.2", "USSG §1B1.1(a)(3), §3A1.2(a)"],
            answer.OriginalFindings.SelectMany(Steps).Where(f => f.Step == Step.ChapterThreeAdjustment).Select(f => f.Citation).Reverse()
        );
        Assert.Equal(
            [32, 34, 36, 39],
            answer
                .OriginalFindings.SelectMany(Steps)
                .Where(f => f.Step == Step.ChapterThreeAdjustment)
                .Select(f => (int)f.Value.Number)
                .Reverse()
        );
    }

    [Theory]
    [InlineData("2007-11-01", "2008-02-01", "USSG §1B1.10(c)", "USSG §1B1.10(a)")]
    [InlineData("2013-11-01", "2016-05-01", "USSG §1B1.10(d)", "USSG §1B1.10(a)(2)(B)")]
    public void A_finding_of_the_policy_statement_cites_its_subsection(string edition, string order, string covered, string lowered)
    {
        var day = DateOnly.ParseExact(order, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var record = Record(DateOnly.ParseExact(edition, "yyyy-MM-dd", CultureInfo.InvariantCulture), "2D1.1", 30, []);
        record = record with { Offense = record.Offense with { Drugs = [new("cocaine", Quantity.Exactly(4000), null)] } };
        var found = SentenceReduction.Determine(record, Question with { OrderDate = PartialDate.On(day) }, Editions.Law).ReductionFindings;

        Assert.Equal(covered, found.Single(f => f.Step == Step.CoveredAmendment).Citation);
        Assert.Equal(lowered, found.Single(f => f.Step == Step.RangeLowered).Citation);
    }

    private static ReductionQuestion Question => new(null, PartialDate.On(new(2016, 5, 1)), KeepFindings: true);

    private static Determination Determine(DateOnly edition, string guideline, int table, IReadOnlyList<Adjustment> adjustments) =>
        SentenceReduction.Determine(Record(edition, guideline, table, adjustments), Question, Editions.Law);

    private static SentencingRecord Record(DateOnly edition, string guideline, int table, IReadOnlyList<Adjustment> adjustments) =>
        new()
        {
            Id = guideline,
            Manual = edition,
            Offense = new()
            {
                Guideline = guideline,
                BaseOffenseLevelFrom = guideline == "2D1.1" ? BaseLevelSource.DrugQuantity : BaseLevelSource.Borrowed,
                DrugQuantityLevel = table,
                Adjustments = adjustments,
            },
            CriminalHistory = new()
            {
                Category = 1,
                Points = 1,
                StatusPoints = 0,
            },
            CareerOffender = new() { Applied = false },
            Statutory = new()
            {
                Minimum = new Months(0),
                Maximum = Months.Life,
                Relief = MinimumRelief.None,
            },
            Sentence = new() { BelowRange = [] },
        };

    /// <summary>The paragraphs that the record names, and what the court added.</summary>
    private static List<Adjustment> AdjustmentsOf(CaseRow row)
    {
        string[] paragraphs = row["paragraph"].EndsWith("proviso", StringComparison.Ordinal) ? [row["paragraph"]] : row.Words("paragraph");
        return
        [
            .. paragraphs.Select(p => new Adjustment($"{row["guideline"]}{p}", 0)),
            .. row.Words("adjustments")
                .Select(a => a.Split(':'))
                .Select(a => new Adjustment(a[0], int.Parse(a[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))),
        ];
    }

    private static IEnumerable<Finding> Steps(Finding root) => root.Basis.SelectMany(Steps).Prepend(root);
}
