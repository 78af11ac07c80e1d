using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.Agreement;

/// <summary>
/// Records made up at the edges of the law, with the answers of a second computation that shares nothing with ours. Where the two differ,
/// docs/DIFFERENCES.md says why, with the text; a difference that is not listed fails, and so does one that is listed and gone.
/// </summary>
public class ConstructedRecordTests
{
    private static readonly Lazy<(Expected Expected, SentencingRecord Record, Determination Answer)[]> All = new(() =>
        [
            .. Cases
                .Read("tests/data/cases/constructed.jsonl")
                .Select(c => (new Expected(c.Record.Id, c.Line.GetProperty("x-expect")), c.Record, Cases.Determine(c.Record))),
        ]
    );

    [Fact]
    public void Every_disagreement_with_the_independent_computation_is_explained_and_every_explained_one_exists()
    {
        var differences = All
            .Value.SelectMany(c => Checks(c.Expected, c.Answer))
            .Where(check => check.Agrees != true)
            .ToDictionary(check => $"{check.Id} | {check.Field}", StringComparer.Ordinal);
        var listed = Cases.Listed("record", "field");

        Expect.None(
            differences.Where(d => !listed.Contains(d.Key)).Select(d => d.Value.ToString()),
            "Mend it, or explain it with the official text in docs/DIFFERENCES.md:"
        );
        Expect.None(listed.Except(differences.Keys, StringComparer.Ordinal), "The difference is gone; take it out of docs/DIFFERENCES.md:");
    }

    /// <summary>Where both answer undetermined, we name the fact that the independent computation names.</summary>
    [Fact]
    public void An_undetermined_answer_names_the_fact_that_the_independent_computation_names() =>
        Expect.None(
            from c in All.Value
            where c.Answer.Outcome == Outcome.Undetermined
            from fact in c.Expected.List("missing")
            where !c.Answer.Missing.Any(missing => Plain(missing.Fact) == Plain(fact))
            select $"{c.Expected.Id}: wanted {fact}, got {string.Join(", ", c.Answer.Missing.Select(m => m.Fact))}",
            "Another fact is named:"
        );

    [Fact]
    public void The_cases_cover_every_outcome_and_most_reasons()
    {
        Assert.Equal(599, All.Value.Length);
        Assert.Equal(3, All.Value.Select(c => c.Expected.Text("outcome")).Distinct().Count());
        Assert.True(All.Value.SelectMany(c => c.Expected.List("reasons")).Distinct().Count() >= 10);
    }

    /// <summary>Plants and pills are counted, whatever the source calls their amount.</summary>
    private static string Plain(string fact) =>
        fact.Replace(".grams", "", StringComparison.Ordinal).Replace(".count", "", StringComparison.Ordinal);

    private static IEnumerable<Check> Checks(Expected expected, Determination answer)
    {
        var outcome = DeterminationNames.Of(answer.Outcome);
        yield return new(expected.Id, "outcome", expected.Text("outcome")!, outcome, outcome == expected.Text("outcome"));
        if (expected.List("reasons") is { Length: > 0 } reasons && answer.Reason is { } reason)
        {
            var code = DeterminationNames.Of(reason.Code);
            yield return new(expected.Id, "reason", string.Join('|', reasons), code, reasons.Contains(code));
        }

        foreach (var check in expected.Of("original", answer.Original, c => Expected.RangeText(c.Range)))
        {
            yield return check;
        }

        foreach (var check in expected.Of("amended", answer.Amended, c => Expected.RangeText(c.Range)))
        {
            yield return check;
        }

        if (expected.Text("lowest") is { } lowest)
        {
            var got = answer.LowestTerm;
            yield return new(expected.Id, "lowest term", lowest, $"{got?.Months}", $"{got?.Months}" == lowest);
            var basis = got is null ? "" : DeterminationNames.Of(got.Basis);
            yield return new(
                expected.Id,
                "lowest term, basis",
                string.Join('|', expected.List("bases")),
                basis,
                expected.List("bases").Contains(basis)
            );
        }
    }
}
