using System.Globalization;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Reductions;

/// <summary>18 U.S.C. 3553(f) by date, and the records that contradict it and other rules; the cases stand beside, each with its law.</summary>
public class SafetyValveTests
{
    [Fact]
    public void Facts_that_exclude_the_safety_valve_are_a_finding() =>
        CaseTable.Check(
            CaseTable.Of("Reductions/SafetyValve.cases.md", "case", "excluded by"),
            row => row["excluded by"],
            row => Exclusion(Determine(Record(row), "2020-05-01"))?.Facts ?? ""
        );

    [Fact]
    public void A_contradiction_is_reported() =>
        CaseTable.Check(
            CaseTable.Of("Reductions/Contradictions.cases.md", "case", "says"),
            row => row["says"],
            row =>
            {
                var found = Determine(Record(row), row["order"]).Disagreements;
                return row.Has("says") && found.Any(d => d.Contains(row["says"], StringComparison.Ordinal))
                    ? row["says"]
                    : string.Join("; ", found);
            }
        );

    /// <summary>With two points nobody has the safety valve, so a term below the minimum shows that the government moved.</summary>
    [Fact]
    public void An_excluded_relief_is_not_among_the_answers_that_would_decide()
    {
        var rows = CaseTable.Of("Reductions/SafetyValve.cases.md", "case", "excluded by");
        foreach (var name in (string[])["one point", "two points"])
        {
            var row = rows.Single(r => r["case"] == name);
            var record = Record(row);
            record = record with
            {
                Statutory = record.Statutory with { Minimum = new Months(120) },
                Sentence = record.Sentence with { Months = new Months(110) },
            };
            var answer = Determine(record, "2020-05-01");
            var relief = answer.Missing.SelectMany(m => m.If).Select(i => i.Is).Where(i => i is "safety-valve" or "both").Distinct();

            Assert.Equal(row.Has("excluded by") ? [] : ["safety-valve", "both"], relief);
        }
    }

    /// <summary>Three points of which two are status points become one: the safety valve's own limit. The law does not say what follows.</summary>
    [Theory]
    [InlineData(3, 2, true)]
    [InlineData(4, 2, false)]
    [InlineData(3, 0, false)]
    public void Whether_Amendment_821_opens_the_safety_valve_is_named_as_unsettled(int points, int status, bool named)
    {
        var row = CaseTable.Of("Reductions/SafetyValve.cases.md", "case", "excluded by").Single(r => r["case"] == "two points");
        var record = Record(row);
        record = record with
        {
            CriminalHistory = new()
            {
                Points = points,
                StatusPoints = status,
                RecencyPoints = 0,
                ZeroPointExclusions = [],
            },
            Statutory = record.Statutory with { Minimum = new Months(120), Relief = MinimumRelief.None },
        };

        var answer = Determine(record, "2024-05-01");

        Assert.Equal(named, answer.Remarks.Any(r => r.Contains("unsettled, and the minimum is kept", StringComparison.Ordinal)));
    }

    private static Finding? Exclusion(Determination answer) =>
        FlatFindings.Of(answer.OriginalFindings).FirstOrDefault(f => f.Step == Step.SafetyValve);

    private static Determination Determine(SentencingRecord record, string order) =>
        SentenceReduction.Determine(
            record,
            new(null, PartialDate.On(DateOnly.Parse(order, CultureInfo.InvariantCulture)), KeepFindings: true),
            Editions.Law
        );

    private static SentencingRecord Record(CaseRow row) =>
        new()
        {
            Id = row["case"],
            SentencedOn = PartialDate.On(row.Day("sentenced")),
            Manual = row.Day("sentenced"),
            Offense = new()
            {
                Guideline = "2D1.1",
                Drugs = [new("heroin", Quantity.Exactly(400), null)],
                BaseOffenseLevelFrom = row.Has("from") ? BaseLevelSource.DeathOrInjury : BaseLevelSource.DrugQuantity,
                BaseOffenseLevel = row.Has("from") ? 38 : null,
                Adjustments =
                [
                    .. row.Words("adjustments")
                        .Select(a => a.Split(':'))
                        .Select(a => new Adjustment(a[0], int.Parse(a[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))),
                ],
            },
            CriminalHistory = new()
            {
                Points = row.Has("points") ? row.Whole("points") : null,
                StatusPoints = row.WholeOrZero("status"),
                RecencyPoints = 0,
                Category = row.Has("category") ? row.Whole("category") : null,
                ZeroPointExclusions = !row.Has("exclusions") || row["exclusions"] == "none" ? [] : [row["exclusions"]],
            },
            CareerOffender =
                !row.Has("career") || row["career"] == "no"
                    ? new() { Applied = false }
                    : new() { Applied = true, OffenseLevel = row["career"] == "yes" ? 34 : row.Whole("career") },
            Statutory = new()
            {
                Minimum = new Months(60),
                Maximum = new Months(480),
                Relief =
                    !row.Has("relief") ? null
                    : row["relief"] == "both" ? MinimumRelief.Both
                    : MinimumRelief.SafetyValve,
            },
            Sentence = new()
            {
                Months = new Months(60),
                BelowRange = [],
                Plea = "open",
                Consecutive = [],
            },
            EarlierReductions = [],
        };
}
