using System.Globalization;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Reductions;

/// <summary>§1B1.10 from facts to answer: the cases stand in Eligibility.cases.md, each with its law.</summary>
public class EligibilityTests
{
    private const string Cases = "Reductions/Eligibility.cases.md";

    [Fact]
    public void A_case_has_the_outcome_the_reason_and_the_ranges_of_the_law() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "case", "outcome", "reason", "amended"),
            row => (row["outcome"], row["reason"], row.Has("range") ? $"{row.Range("range")}" : "", $"{row.Range("amended")}"),
            row =>
            {
                var answer = Determine(row);
                var original = row.Has("range") ? $"{answer.Original.Range}" : "";
                return (OutcomeOf(answer), ReasonOf(answer), original, $"{(answer.Amended ?? answer.Original).Range}");
            }
        );

    [Fact]
    public void A_term_has_the_outcome_and_the_limit_of_the_law() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "case", "term", "lowest"),
            row => (row["outcome"], row["reason"], row["lowest"]),
            row =>
            {
                var answer = Determine(row);
                return (OutcomeOf(answer), ReasonOf(answer), $"{answer.LowestTerm?.Months}");
            }
        );

    /// <summary>
    /// §1B1.10(b)(2)(B) says "comparably less", not by which measure. 39 is half of 78, 39 months below it and the range of seven levels less
    /// (28 to 21): of 63 at level 26, half is 31.5, 39 months less are 24, and seven levels less are 30.
    /// </summary>
    [Fact]
    public void A_comparable_reduction_names_what_the_other_measures_give()
    {
        var answer = Determine(CaseTable.Of(Cases, "case", "term", "lowest").Single(row => row["case"] == "below it after assistance"));

        Assert.Equal(
            [("levels", 30), ("months", 24), ("percentage, rounded down at the half", 31)],
            answer.LowestTerm!.Others.Select(other => (other.Method, other.Months.Value))
        );
    }

    /// <summary>§1B1.10(e): orders before these dates are allowed, if they take effect no earlier.</summary>
    [Theory]
    [InlineData("the day on which 782 was listed", "2015-11-01")]
    [InlineData("no points", "2024-02-01")]
    [InlineData("the day on which 750 was listed", null)]
    public void A_special_instruction_says_when_an_order_may_take_effect_and_bars_nobody(string name, string? earliest)
    {
        var answer = Determine(CaseTable.Of(Cases, "case", "outcome").Single(row => row["case"] == name));

        Assert.Equal(earliest, answer.EarliestEffective?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Where_others_than_those_asked_about_lower_the_range_the_answer_says_which()
    {
        var answer = Determine(CaseTable.Of(Cases, "case", "outcome").Single(row => row["case"] == "asked about one that does nothing"));

        Assert.Contains(answer.Remarks, remark => remark.Contains("782", StringComparison.Ordinal));
    }

    /// <summary>§1B1.10(a)(2)(A): 821, Part B, is not applicable to a person with a point, whatever else is listed.</summary>
    [Fact]
    public void An_amendment_asked_about_that_changes_nothing_that_was_used_is_not_applicable()
    {
        var row = CaseTable.Of(Cases, "case", "outcome").Single(r => r["case"] == "the day on which 782 was listed");
        var question = new ReductionQuestion(["821B"], PartialDate.On(new(2024, 6, 1)), KeepFindings: false);

        Assert.Equal(ReasonCode.NoCoveredAmendment, SentenceReduction.Determine(Record(row), question, Editions.Law).Reason!.Code);
    }

    /// <summary>§1B1.10(a)(1): "the guideline range ... has subsequently been lowered": after a reduction, from the range last determined.</summary>
    [Theory]
    [InlineData("782", Outcome.Eligible, "63-78", "51-63")]
    [InlineData("750", Outcome.Ineligible, "63-78", "51-63")]
    public void A_second_reduction_is_compared_with_the_first(string asked, Outcome outcome, string current, string amended)
    {
        var row = CaseTable.Of(Cases, "case", "outcome").Single(r => r["case"] == "all listed ones together");
        var record = Record(row) with
        {
            Sentence = new()
            {
                Months = new Months(121),
                BelowRange = [],
                Plea = "open",
                Consecutive = [],
            },
            EarlierReductions = [new(PartialDate.On(new(2012, 3, 1)), "amendment-750", new Months(63))],
        };

        var answer = SentenceReduction.Determine(record, Question(row) with { Amendments = [asked] }, Editions.Law);

        Assert.Equal(outcome, answer.Outcome);
        Assert.Equal(CaseRow.RangeOf("121-151"), answer.Original.Range);
        Assert.Equal(CaseRow.RangeOf(current), answer.Current!.Range);
        Assert.Equal(CaseRow.RangeOf(amended), answer.Amended!.Range);
    }

    /// <summary>§2D1.1(a)(1) to (4), §1B1.10 n.7(A), and a guideline that has nothing to do with drugs.</summary>
    [Theory]
    [InlineData("2D1.1", BaseLevelSource.DeathOrInjury, false, ReasonCode.BaseLevelNotFromTable)]
    [InlineData("2B1.1", BaseLevelSource.OtherGuideline, false, ReasonCode.NoCoveredAmendment)]
    [InlineData("2D1.1", BaseLevelSource.DrugQuantity, true, ReasonCode.RevocationTerm)]
    public void Some_terms_are_out_of_reach(string guideline, BaseLevelSource from, bool revocation, ReasonCode reason)
    {
        var row = CaseTable.Of(Cases, "case", "outcome").Single(r => r["case"] == "the day on which 782 was listed");
        var record = Record(row);
        record = record with
        {
            Offense = record.Offense with
            {
                Guideline = guideline,
                BaseOffenseLevelFrom = from,
                BaseOffenseLevel = from == BaseLevelSource.DrugQuantity ? 28 : 38,
            },
            Sentence = record.Sentence with { Revocation = revocation },
        };

        var answer = SentenceReduction.Determine(record, Question(row), Editions.Law);

        Assert.Equal((Outcome.Ineligible, reason), (answer.Outcome, answer.Reason!.Code));
    }

    private static string OutcomeOf(Determination answer) => DeterminationNames.Of(answer.Outcome);

    private static string ReasonOf(Determination answer) => answer.Reason is { } reason ? DeterminationNames.Of(reason.Code) : "";

    private static Determination Determine(CaseRow row) => SentenceReduction.Determine(Record(row), Question(row), Editions.Law);

    private static ReductionQuestion Question(CaseRow row) =>
        new(row.Has("asked") ? row.Words("asked") : null, PartialDate.On(row.Day("order")), KeepFindings: false);

    /// <summary>The record that a row of a table of cases stands for.</summary>
    internal static SentencingRecord Record(CaseRow row)
    {
        var points = row.Has("points") ? row["points"].Split('/') : [];
        return new()
        {
            Id = row["case"],
            Manual = row.Day("manual"),
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
                Category = row.Whole("history"),
                Points = points.Length > 0 ? int.Parse(points[0], CultureInfo.InvariantCulture) : FewestPoints[row.Whole("history") - 1],
                StatusPoints = points.Length > 0 ? int.Parse(points[1], CultureInfo.InvariantCulture) : 0,
                RecencyPoints = 0,
                ZeroPointExclusions = row.Has("exclusions") && row["exclusions"] != "none" ? [row["exclusions"]] : [],
            },
            CareerOffender = row.Has("career") ? new() { Applied = true, OffenseLevel = row.Whole("career") } : new() { Applied = false },
            Statutory = new()
            {
                Minimum = new Months(row.WholeOrZero("minimum")),
                Maximum = row.Has("maximum") ? row.Term("maximum") : Months.Life,
                Relief =
                    row.Has("relief") && row["relief"] == "substantial-assistance"
                        ? MinimumRelief.SubstantialAssistance
                        : MinimumRelief.None,
            },
            Sentence = new()
            {
                Months = row.Has("term") ? row.Term("term") : null,
                BelowRange = row.Has("below") ? [new(Basis(row["below"]), null, null, null)] : [],
                Plea = row.Has("plea") ? row["plea"] : "open",
                PleaUsedRange = row.Has("used") ? row["used"] == "yes" : null,
                Consecutive = [],
            },
            EarlierReductions = [],
        };
    }

    /// <summary>One point rather than none in category I, so that §4C1.1 plays no part where a case is not about it.</summary>
    private static readonly int[] FewestPoints = [1, 2, 4, 7, 10, 13];

    private static BelowRangeBasis Basis(string text) =>
        text switch
        {
            "substantial-assistance" => BelowRangeBasis.SubstantialAssistance,
            "fast-track" => BelowRangeBasis.FastTrack,
            "5G1.3(b)" => BelowRangeBasis.UndischargedTerm,
            "variance" => BelowRangeBasis.Variance,
            _ => BelowRangeBasis.Other,
        };
}
