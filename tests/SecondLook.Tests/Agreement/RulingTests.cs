using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Tests.Architecture;
using SecondLook.Tests.Properties;

namespace SecondLook.Tests.Agreement;

/// <summary>
/// Public rulings on motions under 18 U.S.C. 3582(c)(2), from the numbers that their texts state. Most say little, and a strict reading
/// leaves much open: docs/DIFFERENCES.md lists every check that stays open, with the fact that is not stated.
/// </summary>
public class RulingTests
{
    private static readonly Lazy<(Expected Expected, SentencingRecord Record, Determination Answer)[]> All = new(() =>
        [
            .. Cases
                .Read("samples/rulings.jsonl")
                .Select(c => c.Record)
                .Join(
                    Repository
                        .Lines("tests/data/cases/rulings.jsonl")
                        .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement),
                    record => record.Id,
                    line => line.GetProperty("id").GetString(),
                    (record, line) => (new Expected(record.Id, line.GetProperty("expect")), record, Cases.Determine(record))
                ),
        ]
    );

    [Fact]
    public void No_answer_contradicts_a_ruling()
    {
        Assert.Equal(42, All.Value.Length);
        Expect.None(
            All.Value.SelectMany(c => Checks(c.Expected, c.Answer)).Where(check => check.Agrees == false).Select(check => check.ToString()),
            "A court held otherwise:"
        );
    }

    [Fact]
    public void Every_check_that_stays_open_is_explained_and_every_explained_one_is_open()
    {
        var open = All
            .Value.SelectMany(c => Checks(c.Expected, c.Answer))
            .Where(check => check.Agrees is null)
            .ToDictionary(check => $"{check.Id} | {check.Field}", StringComparer.Ordinal);
        var listed = Cases.Listed("ruling", "check");

        Expect.None(
            open.Where(o => !listed.Contains(o.Key)).Select(o => o.Value.ToString()),
            "Say in docs/DIFFERENCES.md why it stays open:"
        );
        Expect.None(listed.Except(open.Keys, StringComparer.Ordinal), "No longer open; take it out of docs/DIFFERENCES.md:");
    }

    [Fact]
    public void Every_undetermined_answer_names_a_fact_that_the_ruling_does_not_state_or_law_that_is_not_covered() =>
        Expect.None(
            All.Value.Where(c => c.Answer.Outcome == Outcome.Undetermined && c.Answer.NotCovered.Count == 0)
                .SelectMany(c => c.Answer.Missing.Where(m => !Lacks.Fact(c.Record, m.Fact)).Select(m => $"{c.Record.Id} states {m.Fact}")),
            "The record has what is named as missing:"
        );

    private static IEnumerable<Check> Checks(Expected expected, Determination answer)
    {
        if (expected.Text("outcome") is { } outcome)
        {
            var got = answer.Outcome == Outcome.Undetermined ? "" : DeterminationNames.Of(answer.Outcome);
            yield return new(expected.Id, "outcome", outcome, got, got.Length == 0 ? null : got == outcome);
        }

        if (expected.List("reasons") is { Length: > 0 } reasons && answer.Reason is { } reason)
        {
            string[] codes = [.. reason.Also.Prepend(reason.Code).Select(DeterminationNames.Of)];
            yield return new(expected.Id, "reason", string.Join('|', reasons), string.Join('|', codes), codes.Intersect(reasons).Any());
        }

        foreach (
            var check in expected
                .Of("original", answer.Original, RangeOf(expected, "original"))
                .Concat(expected.Of("amended", answer.Amended, RangeOf(expected, "amended")))
        )
        {
            yield return check;
        }

        if (expected.Text("term") is { } term && answer is { Outcome: Outcome.Eligible, LowestTerm: { } lowest })
        {
            yield return new(expected.Id, "new term", $"at most {term}", $"{lowest.Months}", lowest.Months <= CaseRow.TermOf(term));
        }
    }

    /// <summary>A court may state the range before or after §5G1.1: the one that it stated, where it is one of the two.</summary>
    private static Func<Computation, string?> RangeOf(Expected expected, string part)
    {
        var stated = expected.Part(part) is { } says && says.TryGetProperty("range", out var range) ? range.ToString() : "";
        return computation =>
        {
            string?[] both = [Expected.RangeText(computation.TableRange), Expected.RangeText(computation.Range)];
            return both.Contains(stated) ? stated : both.FirstOrDefault(r => r is not null);
        };
    }
}
