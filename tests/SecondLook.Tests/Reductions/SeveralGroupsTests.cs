using System.Globalization;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Reductions;

/// <summary>§1B1.5 and §3D1.4 from facts to answer: the cases stand in SeveralGroups.cases.md.</summary>
public class SeveralGroupsTests
{
    private const string Cases = "Reductions/SeveralGroups.cases.md";

    [Fact]
    public void A_case_has_the_outcome_the_reason_and_the_levels_of_the_law() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "case", "guideline", "groups", "outcome"),
            row => (row["outcome"], row["reason"], row["original"], row["amended"]),
            row =>
            {
                var answer = Determine(Record(row));
                return (
                    DeterminationNames.Of(answer.Outcome),
                    answer.Reason is { } reason ? DeterminationNames.Of(reason.Code) : "",
                    Text(answer.Original.TotalOffenseLevel),
                    answer.Outcome == Outcome.Undetermined ? "" : Text(answer.Amended!.TotalOffenseLevel)
                );
            }
        );

    [Theory]
    [InlineData("a person's age not stated", "offense.guideline")]
    [InlineData("laundered by the dealer", "offense.baseOffenseLevelFrom")]
    [InlineData("an increase without the groups", "groups")]
    [InlineData("a level that is not recorded but its unit is", "groups[0].adjustedLevel")]
    public void The_missing_fact_is_named(string name, string fact) =>
        Assert.Equal([fact], Determine(Record(Case(name))).Missing.Select(m => m.Fact));

    [Theory]
    [InlineData("an enterprise at its floor", "USSG §2D1.5(a)(2)")]
    [InlineData("use of premises, at the cap", "USSG §2D1.8(a)(2)")]
    [InlineData("the other group leads by enough", "USSG §3D1.4")]
    public void The_reason_cites_the_rule_that_takes_up_the_change(string name, string citation) =>
        Assert.Equal(citation, Determine(Record(Case(name))).Reason!.Citation);

    /// <summary>Where only the levels are recorded, the answer is that of the facts, or it says that the facts are missing.</summary>
    [Fact]
    public void What_was_not_listed_never_changes_an_answer_only_opens_it() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "case", "guideline", "groups", "outcome").Where(row => row["outcome"] != "undetermined"),
            _ => true,
            row =>
            {
                var full = Record(row);
                var answer = Determine(full);
                var less = Determine(
                    full with
                    {
                        Offense = full.Offense with
                        {
                            Drugs = null,
                            Adjustments = null,
                            DrugQuantityLevel = answer.Original.DrugQuantityLevel,
                            BaseOffenseLevel = answer.Original.BaseOffenseLevel,
                            TotalOffenseLevel = answer.Original.TotalOffenseLevel,
                        },
                    }
                );
                return less.Outcome == Outcome.Undetermined || less.Outcome == answer.Outcome;
            }
        );

    /// <summary>
    /// §2D1.1(b)(4) from 1995 to 1997 and its successors until 2001: two levels less where "the offense level determined above is level 26 or
    /// greater" (App. C, 515). From level 26 to 24 they are lost: 26 less 2 and 24 are the same, and nobody says whether they were given.
    /// </summary>
    [Fact]
    public void A_borrowed_level_of_26_may_have_the_two_levels_of_the_safety_valve_in_it_that_are_lost_below()
    {
        var record = Record(Case("use of premises, below the cap"));

        var answer = Determine(
            record with
            {
                Manual = new(2000, 11, 1),
                Offense = new()
                {
                    Guideline = "2D1.6",
                    Drugs = [new("cocaine", Quantity.Exactly(500), null)],
                    TotalOffenseLevel = 23,
                },
                Sentence = new() { Months = new(46), BelowRange = [] },
            }
        );

        Assert.Equal((Outcome.Undetermined, "offense.adjustments"), (answer.Outcome, answer.Missing[0].Fact));
    }

    /// <summary>
    /// The other group keeps the combined level at 32; §4C1.1 lowers it to 30, and the range of the table with it. What is left is the statute:
    /// 120 months before and after (§5G1.1).
    /// </summary>
    [Fact]
    public void The_other_group_is_not_the_reason_where_the_range_of_the_table_falls_all_the_same()
    {
        var record = Record(Case("the drug group leads"));

        var answer = SentenceReduction.Determine(
            record with
            {
                Manual = new(2013, 11, 1),
                Groups = [new("2K2.1", 30, null)],
                CriminalHistory = new()
                {
                    Points = 0,
                    StatusPoints = 0,
                    ZeroPointExclusions = [],
                },
                Statutory = new()
                {
                    Minimum = new(120),
                    Maximum = new(120),
                    Relief = MinimumRelief.None,
                },
                Sentence = new() { Months = new(120), BelowRange = [] },
            },
            new(null, PartialDate.On(new(2024, 6, 1)), KeepFindings: false),
            Editions.Law
        );

        Assert.Equal((32, 30), (answer.Original.TotalOffenseLevel, answer.Amended!.TotalOffenseLevel));
        Assert.True(answer.Reason!.Code is ReasonCode.MandatoryMinimum or ReasonCode.StatutoryMaximum);
    }

    [Fact]
    public void Units_that_are_not_those_of_the_levels_are_reported_and_the_levels_used()
    {
        var record = Record(Case("the drug group leads"));

        var answer = Determine(record with { Groups = [record.Groups![0] with { Units = 0.5m }] });

        Assert.Contains(answer.Disagreements, d => d.Contains("§3D1.4", StringComparison.Ordinal));
        Assert.Equal(30, answer.Original.TotalOffenseLevel);
        Assert.Empty(Determine(record).Disagreements);
    }

    private static string Text(int? level) => level?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static CaseRow Case(string name) => CaseTable.Of(Cases, "case", "guideline", "groups").Single(row => row["case"] == name);

    private static Determination Determine(SentencingRecord record) =>
        SentenceReduction.Determine(record, new(["782"], PartialDate.On(new(2016, 5, 1)), KeepFindings: true), Editions.Law);

    private static SentencingRecord Record(CaseRow row) =>
        new()
        {
            Id = row["case"],
            Manual = new(2013, 11, 1),
            Offense = new()
            {
                Guideline = row["guideline"],
                Drugs = row.Has("quantity") ? row.Drugs("quantity") : null,
                BaseOffenseLevel = row.Has("base") ? row.Whole("base") : null,
                Adjustments =
                [
                    .. row.Words("adjustments")
                        .Select(a => a.Split(':'))
                        .Select(a => new Adjustment(a[0], int.Parse(a[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))),
                ],
            },
            Groups = [.. row.Words("groups").Select(Group)],
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

    private static CountGroup Group(string text)
    {
        var parts = text.Split('/');
        return new(
            "2K2.1",
            parts[0] == "?" ? null : int.Parse(parts[0], CultureInfo.InvariantCulture),
            parts.Length > 1 ? decimal.Parse(parts[1], CultureInfo.InvariantCulture) : null
        );
    }
}
