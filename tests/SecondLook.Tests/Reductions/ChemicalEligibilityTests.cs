using System.Globalization;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Reductions;

/// <summary>§1B1.10 for sentences under §2D1.11: the cases stand in Chemicals.cases.md, each with its law.</summary>
public class ChemicalEligibilityTests
{
    private const string Cases = "Reductions/Chemicals.cases.md";

    [Fact]
    public void A_case_has_the_outcome_the_reason_and_the_ranges_of_the_law() =>
        CaseTable.Check(
            Rows,
            row => (row["outcome"], row["reason"], $"{row.Range("range")}", $"{row.Range("amended")}"),
            row =>
            {
                var answer = Determine(Record(row), row.Day("order"));
                return (
                    DeterminationNames.Of(answer.Outcome),
                    answer.Reason is { } reason ? DeterminationNames.Of(reason.Code) : "",
                    $"{answer.Original.Range}",
                    $"{(answer.Amended ?? answer.Original).Range}"
                );
            }
        );

    [Theory]
    [InlineData("three kilograms of pseudoephedrine", "USSG §2D1.11(d)(1)", "USSG §2D1.11(d)(2)")]
    [InlineData("just below it", "USSG §2D1.11(e)(1)", "USSG §2D1.11(e)(2)")]
    [InlineData("safrole misprinted", "USSG §2D1.11(d)(9)", "USSG §2D1.11(d)(10)")]
    public void The_finding_cites_the_paragraph_of_its_own_table(string name, string original, string amended)
    {
        var row = Row(name);
        var answer = SentenceReduction.Determine(Record(row), Question(row.Day("order")) with { KeepFindings = true }, Editions.Law);

        Assert.Equal(original, Level(answer.OriginalFindings).Citation);
        Assert.Equal(amended, Level(answer.AmendedFindings).Citation);

        static Finding Level(IReadOnlyList<Finding> findings) =>
            FlatFindings.Of(findings).Single(f => f.Step == Step.ChemicalQuantityLevel);
    }

    [Fact]
    public void Chemicals_that_are_added_are_found_together()
    {
        var row = Row("three chemicals added");
        var answer = SentenceReduction.Determine(Record(row), Question(row.Day("order")) with { KeepFindings = true }, Editions.Law);

        var sum = FlatFindings.Of(answer.OriginalFindings).Single(f => f.Step == Step.CombinedChemicals);
        Assert.Equal(3, sum.Value.Number);
        Assert.Equal("offense.drugs[0] offense.drugs[1] offense.drugs[2]", sum.Facts);
    }

    [Theory]
    [InlineData(34, Outcome.Eligible, "")]
    [InlineData(38, Outcome.Undetermined, "offense.drugs")]
    [InlineData(30, Outcome.Undetermined, "offense.drugs")]
    [InlineData(28, Outcome.Undetermined, "offense.drugs")]
    [InlineData(26, Outcome.Eligible, "")]
    [InlineData(12, Outcome.Ineligible, "")]
    public void A_level_without_a_quantity_stands_for_every_line_that_has_it(int level, Outcome outcome, string missing)
    {
        var record = Record(Row("three kilograms of pseudoephedrine"));
        record = record with { Offense = record.Offense with { Drugs = null, DrugQuantityLevel = level } };

        var answer = Determine(record, new(2016, 5, 1));

        Assert.Equal(outcome, answer.Outcome);
        Assert.Equal(missing, string.Join(' ', answer.Missing.Select(m => m.Fact)));
    }

    [Fact]
    public void An_unknown_weight_is_cut_where_the_answer_changes()
    {
        var record = Record(Row("three kilograms of pseudoephedrine"));
        record = record with { Offense = record.Offense with { Drugs = [new("pseudoephedrine", null, null)], DrugQuantityLevel = 38 } };

        var missing = Assert.Single(Determine(record, new(2016, 5, 1)).Missing);

        Assert.Equal("offense.drugs[0].grams", missing.Fact);
        Assert.Equal([(">= 3000 and < 9000", Outcome.Eligible), (">= 9000", Outcome.Ineligible)], missing.If.Select(i => (i.Is, i.Then)));
    }

    /// <summary>21 U.S.C. 841(c): a maximum that nobody mentions may well lie in or below the range.</summary>
    [Theory]
    [InlineData(1, Outcome.Undetermined)] // 235-293 and 188-235: of ten years nothing would be left
    [InlineData(5, Outcome.Undetermined)]
    public void A_maximum_that_would_take_up_the_change_is_asked_for(int category, Outcome outcome)
    {
        var record = Record(Row("three kilograms of pseudoephedrine"));
        record = record with
        {
            CriminalHistory = record.CriminalHistory with { Category = category },
            Statutory = record.Statutory with { Maximum = null },
        };

        var answer = Determine(record, new(2016, 5, 1));

        Assert.Equal(outcome, answer.Outcome);
        Assert.Equal("statutory.maximumMonths", Assert.Single(answer.Missing).Fact);
    }

    [Fact]
    public void A_range_below_every_maximum_needs_none_and_no_minimum()
    {
        var record = Record(Row("just above it"));
        record = record with { Statutory = StatutoryLimits.Unknown };

        Assert.Equal(Outcome.Eligible, Determine(record, new(2016, 5, 1)).Outcome);
    }

    [Fact]
    public void Chemicals_that_may_or_may_not_have_been_used_together_are_read_both_ways()
    {
        var record = Record(Row("safrole misprinted"));
        record = record with
        {
            Offense = record.Offense with { Drugs = [new("ephedrine", Grams(100), null), new("phenylacetic-acid", Grams(60), null)] },
        };

        var answer = Determine(record, new(2016, 5, 1));

        Assert.Equal(Outcome.Eligible, answer.Outcome); // 160 grams are 18 and then 16; 100 grams are 14 and then 12
        Assert.Null(answer.Original.DrugQuantityLevel);
    }

    [Theory]
    [InlineData("1998-11-01", "ephedrine", 25_000, "")] // amendment 782 restates the paragraph without ephedrine
    [InlineData("1998-11-01", "methylamine", 5_000, "")] // and with other quantities of methylamine
    [InlineData("2001-11-01", "gamma-butyrolactone", 20_000_000, "")] // and in liters
    [InlineData("2005-11-01", "pseudoephedrine", 3_000, "3B1.2:-2")] // (a) named the wrong subsection
    [InlineData("1990-11-01", "ephedrine", 3_000, "")] // before §2D1.11
    public void What_the_text_leaves_open_is_not_covered(string manual, string chemical, int grams, string adjustment)
    {
        var record = Record(Row("three kilograms of pseudoephedrine"));
        record = record with
        {
            Manual = DateOnly.ParseExact(manual, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Offense = record.Offense with { Drugs = [new(chemical, Grams(grams), null)], Adjustments = Adjustments([adjustment]) },
        };

        var answer = Determine(record, new(2016, 5, 1));

        Assert.Equal(Outcome.Undetermined, answer.Outcome);
        Assert.NotEmpty(answer.NotCovered);
    }

    [Theory]
    [InlineData("2D1.12", null)]
    [InlineData("2D1.13", null)]
    [InlineData("2D1.11", BaseLevelSource.CrossReference)]
    [InlineData("2D1.11", BaseLevelSource.Borrowed)]
    public void A_level_from_elsewhere_is_not_covered(string guideline, BaseLevelSource? from)
    {
        var record = Record(Row("three kilograms of pseudoephedrine"));
        record = record with
        {
            Offense = record.Offense with { Guideline = guideline, BaseOffenseLevel = 30, BaseOffenseLevelFrom = from, Drugs = null },
        };

        var answer = Determine(record, new(2016, 5, 1));

        Assert.Equal(Outcome.Undetermined, answer.Outcome);
        Assert.StartsWith($"USSG §{guideline}", Assert.Single(answer.NotCovered).Rule, StringComparison.Ordinal);
    }

    private static IReadOnlyList<CaseRow> Rows => CaseTable.Of(Cases, "case", "chemicals", "outcome", "amended");

    private static CaseRow Row(string name) => Rows.First(row => row["case"] == name);

    private static Quantity Grams(decimal grams) => Quantity.Exactly(grams);

    private static Determination Determine(SentencingRecord record, DateOnly order) =>
        SentenceReduction.Determine(record, Question(order), Editions.Law);

    private static ReductionQuestion Question(DateOnly order) => new(null, PartialDate.On(order), KeepFindings: false);

    private static Adjustment[] Adjustments(IEnumerable<string> words) =>
        [
            .. words
                .Where(w => w.Length > 0)
                .Select(w => w.Split(':'))
                .Select(a => new Adjustment(a[0], int.Parse(a[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))),
        ];

    private static SentencingRecord Record(CaseRow row) =>
        new()
        {
            Id = row["case"],
            Manual = row.Day("manual"),
            Offense = new()
            {
                Guideline = "2D1.11",
                Drugs = row.Drugs("chemicals"),
                BaseOffenseLevel = row.Has("base") ? row.Whole("base") : null,
                BaseOffenseLevelFrom = BaseLevelSource.DrugQuantity,
                Adjustments = Adjustments(row.Words("adjustments")),
            },
            CriminalHistory = new()
            {
                Category = row.Whole("history"),
                StatusPoints = 0,
                RecencyPoints = 0,
                ZeroPointExclusions = ["(10)"],
            },
            CareerOffender = new() { Applied = false },
            Statutory = new()
            {
                Minimum = default(Months),
                Maximum = row.Term("maximum"),
                Relief = MinimumRelief.None,
            },
            Sentence = new()
            {
                BelowRange = [],
                Plea = "open",
                Consecutive = [],
            },
            EarlierReductions = [],
        };
}
