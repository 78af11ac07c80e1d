using System.Globalization;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Reductions;

/// <summary>§1B1.10(d): each covered amendment before 2007 on both sides of its line, and those that are not computed.</summary>
public class OlderAmendmentTests
{
    private const string Cases = "Reductions/OlderAmendments.cases.md";

    [Fact]
    public void An_amendment_has_the_outcome_of_its_text_and_is_named_where_it_is_not_computed() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "case", "outcome"),
            row => (row["outcome"], row.Has("reason") ? row["reason"] : null, row.Has("not covered") ? row["not covered"] : ""),
            row =>
            {
                var answer = Determine(row);
                return (
                    DeterminationNames.Of(answer.Outcome),
                    row.Has("reason") && answer.Reason is { } reason ? DeterminationNames.Of(reason.Code) : null,
                    string.Join(' ', answer.NotCovered.Select(n => n.Rule.Split(' ')[^1]).Order(StringComparer.Ordinal))
                );
            }
        );

    [Fact]
    public void The_ranges_before_and_after_are_those_of_the_text() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "case", "range", "amended", "missing"),
            row => (row["range"], row["amended"], row["missing"]),
            row =>
            {
                var answer = Determine(row);
                var amended = row.Has("amended") ? $"{(answer.Amended ?? answer.Original).Range}" : "";
                return ($"{answer.Original.Range}", amended, string.Join(' ', answer.Missing.Select(m => m.Fact)));
            }
        );

    [Fact]
    public void What_is_presumed_so_that_an_amendment_cannot_matter_is_said() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "case", "presumed"),
            row => true,
            row =>
                row.Has("presumed")
                    ? Determine(row).Assumptions.Any(a => a.EndsWith(row["presumed"], StringComparison.Ordinal))
                    : Determine(row).Assumptions.All(a => !a.Contains("484", StringComparison.Ordinal))
        );

    /// <summary>Reason for amendment 567, on a motion that asks for amendment 506.</summary>
    [Fact]
    public void An_amendment_that_was_held_invalid_is_answered_with_the_decision()
    {
        var answer = Determine(CaseTable.Of(Cases, "case", "points").Single(r => r["case"] == "the maximum without enhancement"));

        Assert.Contains(answer.Remarks, remark => remark.Contains("LaBonte", StringComparison.Ordinal));
        Assert.Empty(answer.NotCovered);
    }

    /// <summary>Nothing is computed by the table of another Manual, and the two ends of the law at hand are not one message.</summary>
    [Fact]
    public void A_sentence_under_a_Manual_that_is_not_covered_has_no_range_but_the_courts_own()
    {
        foreach (var row in CaseTable.Of(Cases, "case", "not covered").Where(r => r.Has("manual") && r["manual"] == "1988-11-01"))
        {
            var answer = Determine(row);

            Assert.Null(answer.Original.Range);
            Assert.Empty(answer.OriginalFindings);
            Assert.DoesNotContain("2026", answer.NotCovered[0].Why, StringComparison.Ordinal);
        }
    }

    /// <summary>§2D1.1(c), note on LSD: "do not use the weight of the LSD/carrier medium".</summary>
    [Fact]
    public void Doses_of_LSD_and_a_weight_that_they_do_not_make_are_named()
    {
        var row = CaseTable.Of(Cases, "case", "doses").Single(r => r["case"] == "doses and a weight under the Manual of 1993");

        Assert.Contains("125 doses of LSD, which count as 0.05 g", Assert.Single(Determine(row).Disagreements), StringComparison.Ordinal);
    }

    /// <summary>
    /// 782 lowers the range, whether or not there was a weapon enhancement that amendment 599 takes away; how far it falls is open, and so is
    /// the lowest term.
    /// </summary>
    [Fact]
    public void Where_an_amendment_that_is_not_computed_can_only_lower_the_range_an_eligible_answer_stands_without_its_figures()
    {
        var row = CaseTable.Of(Cases, "case", "career", "consecutive").Single(r => r["case"] == "together with 782");
        var record = Record(row);
        record = record with
        {
            Offense = record.Offense with { Adjustments = null, BaseOffenseLevel = 28, TotalOffenseLevel = 30 },
            Sentence = record.Sentence with { Months = new Months(110) },
        };

        var answer = SentenceReduction.Determine(record, Question(row), Editions.Law);

        Assert.Equal(Outcome.Eligible, answer.Outcome);
        Assert.Equal("USSG App. C, amend. 599", Assert.Single(answer.NotCovered).Rule);
        Assert.Null(answer.LowestTerm);
        Assert.Null(answer.Amended!.Range);
    }

    private static Determination Determine(CaseRow row) => SentenceReduction.Determine(Record(row), Question(row), Editions.Law);

    private static ReductionQuestion Question(CaseRow row) =>
        new(row.Has("asked") ? row.Words("asked") : null, PartialDate.On(row.Day("order")), KeepFindings: false);

    private static SentencingRecord Record(CaseRow row)
    {
        Adjustment[] adjustments =
        [
            .. (row.Has("adjustments") ? row.Words("adjustments") : [])
                .Select(a => a.Split(':'))
                .Select(a => new Adjustment(a[0], int.Parse(a[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))),
        ];
        int? stated = row.Has("base") ? row.Whole("base") : null;
        return new()
        {
            Id = row["case"],
            Manual = row.Day("manual"),
            Offense = new()
            {
                Guideline = row.Has("guideline") ? row["guideline"] : "2D1.1",
                Drugs = row.Has("drugs") ? [.. Drugs(row)] : null,
                BaseOffenseLevel = stated,
                BaseOffenseLevelFrom = row.Has("guideline") ? BaseLevelSource.OtherGuideline : BaseLevelSource.DrugQuantity,
                Adjustments = adjustments,
                TotalOffenseLevel = row.Has("guideline") ? stated + adjustments.Sum(a => a.Levels) : null,
            },
            CriminalHistory = new()
            {
                Category = row.Has("career") ? 6 : 1,
                Points =
                    row.Has("points") ? row.Whole("points")
                    : row.Has("career") ? 13
                    : 1,
                StatusPoints = 0,
                RecencyPoints = 0,
                ZeroPointExclusions = [],
            },
            CareerOffender = row.Has("career") ? new() { Applied = true, OffenseLevel = row.Whole("career") } : new() { Applied = false },
            Statutory = new()
            {
                Minimum = default(Months),
                Maximum = Months.Life,
                Relief = MinimumRelief.None,
            },
            Sentence = new()
            {
                BelowRange = [],
                Plea = "open",
                Consecutive = row.Has("consecutive") ? [Term(row["consecutive"])] : [],
            },
            Counts = row.Has("counts") ? [.. row["counts"].Split("; ").Select(s => new Count { Statute = s })] : null,
            EarlierReductions = [],
        };
    }

    private static ConsecutiveTerm Term(string text) =>
        text.EndsWith(" yes", StringComparison.Ordinal) ? new(text[..^4], new Months(60)) { ForThisOffense = true }
        : text.EndsWith(" no", StringComparison.Ordinal) ? new(text[..^3], new Months(60)) { ForThisOffense = false }
        : new(text, new Months(60));

    /// <summary>The drugs of the row; doses and the weight of the substance itself are of the first.</summary>
    private static IEnumerable<Drug> Drugs(CaseRow row)
    {
        var drugs = row["drugs"] == "lsd" ? [new Drug("lsd", null, null)] : row.Drugs("drugs");
        return drugs.Select(
            (drug, i) =>
                i > 0
                    ? drug
                    : drug with
                    {
                        Count = row.Has("doses") ? Quantity.Exactly(row.Number("doses")) : drug.Count,
                        ActualGrams = row.Has("actual") ? Quantity.Exactly(row.Number("actual")) : null,
                    }
        );
    }
}
