using System.Globalization;
using System.Text.Json;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Reductions;

/// <summary>Section 404 of the First Step Act; the cases stand in Section404.cases.md, each with its law.</summary>
public class Section404Tests
{
    private static readonly IReadOnlyList<CaseRow> Rows = CaseTable.Of("Reductions/Section404.cases.md", "case", "counts", "outcome");

    [Fact]
    public void A_sentence_has_the_outcome_of_the_text() =>
        CaseTable.Check(
            Rows,
            row => (row["outcome"], row["reason"]),
            row =>
                Determine(Record(row), row) is { } answer
                    ? (
                        DeterminationNames.Of(answer.Outcome),
                        answer.Reason is { } reason ? DeterminationNames.Of(reason) : string.Join(' ', answer.Missing.Select(m => m.Fact))
                    )
                    : ("none", "")
        );

    [Fact]
    public void The_limits_are_those_of_the_quantities_of_the_Fair_Sentencing_Act() =>
        CaseTable.Check(
            Rows,
            row => row["after"],
            row =>
                Determine(Record(row), row) is { } answer
                    ? string.Join(
                        "; ",
                        answer.After.Select(a => $"{a.Quantity}{(a.Priors is { } priors ? $" with {priors}" : "")} {a.Minimum}-{a.Maximum}")
                    )
                    : ""
        );

    /// <summary>
    /// Concepcion v. United States, 597 U.S. 481 (2022): a career offender sentenced in 2009 for 13.8 grams; "his Guidelines range from 262 to 327
    /// months to 188 to 235 months", 57 to 71 months without that status.
    /// </summary>
    [Theory]
    [InlineData(true, "262-327", "188-235")]
    [InlineData(false, "120-120", "57-71")]
    public void Concepcion_has_his_ranges(bool career, string before, string after)
    {
        var row = Rows.Single(r => r["case"] == "Concepcion, limits");
        var record = Record(row);
        var answer = Determine(
            record with
            {
                Manual = new(2008, 11, 1),
                Offense = record.Offense with { Adjustments = [new("3E1.1", -3)] },
                CriminalHistory = new() { Category = career ? 6 : 4 },
                CareerOffender = career ? new() { OffenseLevel = 37 } : new() { Applied = false },
                Statutory = new() { Relief = MinimumRelief.None },
                Sentence = new() { Months = new Months(228) },
            },
            row
        )!;

        Assert.Equal(before, $"{answer.Before.Range.Range}");
        Assert.Equal(after, $"{Assert.Single(answer.After).Range.Range}");
        Assert.Contains(answer.Remarks, r => r.Contains("other changes of law and fact (Concepcion", StringComparison.Ordinal));
    }

    /// <summary>The maximum of (B) is 40 years: level 34 where it was 37 (§4B1.1(b)); the acceptance of the court stays.</summary>
    [Fact]
    public void The_career_offender_level_is_not_guessed_where_the_adjustments_are_not_recorded()
    {
        var row = Rows.Single(r => r["case"] == "(A)(iii)");
        var answer = Determine(Record(row) with { CareerOffender = new() { OffenseLevel = 37 } }, row)!;

        Assert.Equal(Outcome.Eligible, answer.Outcome);
        Assert.Null(Assert.Single(answer.After).Range.Range);
        Assert.Contains(answer.Remarks, r => r.Contains("the adjustments are not recorded", StringComparison.Ordinal));
    }

    /// <summary>
    /// 21 U.S.C. 841(b)(1)(A) until 2018: ten years, twenty with a prior conviction that was noticed, life with two. A minimum of 120 at sentencing
    /// tells that none was, of 240 that one was.
    /// </summary>
    [Theory]
    [InlineData(120, "none 60-480")]
    [InlineData(240, "one 120-life")]
    public void The_minimum_at_sentencing_tells_how_many_prior_convictions_were_noticed(int minimum, string after)
    {
        var row = Rows.Single(r => r["case"] == "priors not recorded");
        var record = Record(row);
        var answer = Determine(record with { Statutory = record.Statutory with { Minimum = new Months(minimum) } }, row)!;

        Assert.Equal(after, string.Join("; ", answer.After.Select(a => $"{a.Priors} {a.Minimum}-{a.Maximum}")));
    }

    /// <summary>Section 404(c).</summary>
    [Theory]
    [InlineData("first-step-404", Outcome.Ineligible)]
    [InlineData("amendment-750", Outcome.Eligible)]
    public void A_reduction_under_section_404_bars_another_and_one_under_the_policy_statement_does_not(string basis, Outcome outcome)
    {
        var row = Rows.Single(r => r["case"] == "(A)(iii)");
        var answer = Determine(
            Record(row) with
            {
                EarlierReductions = [new(PartialDate.On(new(2019, 5, 1)), basis, new Months(100))],
            },
            row
        )!;

        Assert.Equal(outcome, answer.Outcome);
    }

    [Fact]
    public void An_unknown_history_of_motions_is_an_assumption()
    {
        var row = Rows.Single(r => r["case"] == "(A)(iii)");
        var answer = Determine(Record(row), row)!;

        Assert.Contains(answer.Assumptions, a => a.Contains("denied after a complete review on the merits", StringComparison.Ordinal));
        Assert.Contains(answer.Assumptions, a => a.StartsWith("no earlier reduction", StringComparison.Ordinal));
        Assert.Contains(answer.Assumptions, a => a.Contains("recalled", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_said_of_section_404_where_there_is_no_cocaine_base()
    {
        var row = Rows.Single(r => r["case"] == "counts unknown");
        var record = Record(row) with
        {
            Offense = new() { Guideline = "2D1.1", Drugs = [new("heroin", Quantity.Exactly(60), null)] },
        };

        Assert.Null(Determine(record, row));
    }

    /// <summary>A term that has been served, and one on revocation: no source here settles either.</summary>
    [Fact]
    public void What_no_source_settles_is_not_answered()
    {
        var row = Rows.Single(r => r["case"] == "(A)(iii)");
        var served = Determine(Record(row) with { Custody = new() { Released = true } }, row)!;
        var revoked = Determine(Record(row) with { Sentence = new() { Revocation = true } }, row)!;

        Assert.Equal((Outcome.Undetermined, Outcome.Undetermined), (served.Outcome, revoked.Outcome));
        Assert.Contains("United States v. Martin", Assert.Single(served.NotCovered).Why, StringComparison.Ordinal);
        Assert.Single(revoked.NotCovered);
    }

    [Fact]
    public void The_determination_is_written_apart_and_explained_in_a_section_of_its_own()
    {
        var row = Rows.Single(r => r["case"] == "(A)(iii)");
        var record = Record(row);
        var answer = SentenceReduction.Determine(record, Question(row), Editions.Law);
        using var json = JsonDocument.Parse(DeterminationJson.Text(answer));
        var section404 = json.RootElement.GetProperty("section404");
        var findings = json
            .RootElement.GetProperty("findings")
            .EnumerateArray()
            .Where(f => f.GetProperty("side").GetString() == "section404");

        Assert.Equal("eligible", section404.GetProperty("outcome").GetString());
        Assert.Equal(60, Assert.Single(section404.GetProperty("after").EnumerateArray()).GetProperty("minimumMonths").GetInt32());
        Assert.Contains(findings, f => f.GetProperty("value").ValueKind == JsonValueKind.True);
        Assert.Contains(
            Worksheet.Of(answer, record).Notes,
            n =>
                n.Heading.StartsWith("Section 404", StringComparison.Ordinal) && n.Lines[0].StartsWith("Eligible", StringComparison.Ordinal)
        );
    }

    private static ReductionQuestion Question(CaseRow row) => new(null, PartialDate.On(row.Day("order")));

    private static Section404Determination? Determine(SentencingRecord record, CaseRow row) =>
        SentenceReduction.Determine(record, Question(row), Editions.Law).Section404;

    private static SentencingRecord Record(CaseRow row)
    {
        var drugs = new List<Drug> { new("cocaine-base", row.Has("grams") ? Amount(row["grams"]) : null, null) };
        if (row.Has("other drug"))
        {
            drugs.Add(new(row["other drug"], null, null));
        }

        int? priors =
            row["priors"] == "?" ? null
            : row.Has("priors") ? row.Whole("priors")
            : 0;
        return new()
        {
            Id = "section404",
            SentencedOn = row.Has("sentenced") ? PartialDate.On(row.Day("sentenced")) : null,
            OffenseEndedOn = row.Has("ended") ? PartialDate.On(row.Day("ended")) : null,
            Offense = new() { Guideline = "2D1.1", Drugs = drugs },
            Counts = row.Has("counts")
                ? [.. row["counts"].Split(" ; ").Select(s => new Count { Statute = s == "?" ? null : s, Prior851 = priors })]
                : null,
        };
    }

    private static Quantity Amount(string text) =>
        text.EndsWith('+')
            ? Quantity.Between(decimal.Parse(text[..^1], CultureInfo.InvariantCulture), null)
            : Quantity.Exactly(decimal.Parse(text, CultureInfo.InvariantCulture));
}
