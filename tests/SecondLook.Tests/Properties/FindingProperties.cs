using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.Properties;

/// <summary>No number without its source: every finding cites the law, and what it rests on is a finding before it or a fact of the record.</summary>
public class FindingProperties
{
    [Fact]
    public void Every_finding_of_the_tree_cites_a_provision_in_force() =>
        Expect.None(
            Draw.From(RandomRecords.Complete, 2000)
                .SelectMany(record => Tree(Draw.Determine(record, findings: true)).Select(finding => (record, finding)))
                .Where(f => f.finding.Law is null || f.finding.Citation.Length == 0 || f.finding.Law.Source.Length == 0)
                .Select(f => $"{f.finding.Step} of {RecordJson.Write(f.record)}"),
            "A finding without a citation:"
        );

    [Fact]
    public void Every_source_of_a_finding_is_a_finding_before_it_or_a_fact_of_the_record() =>
        Expect.None(
            Draw.From(RandomRecords.Complete, 2000)
                .Concat(Draw.From(BorrowedRecords.All, 500))
                .SelectMany(record => Unresolved(record, Draw.Determine(record, findings: true))),
            "A finding rests on what is not there:"
        );

    [Fact]
    public void Every_answer_with_findings_explains_both_ranges() =>
        Expect.None(
            Draw.From(RandomRecords.Complete, 1000)
                .Select(record => (record, answer: Draw.Determine(record, findings: true)))
                .Where(r => r.answer.Original.Range is not null)
                .Where(r =>
                    !Explains(r.answer.OriginalFindings, r.answer.Original.Range)
                    || (r.answer.Amended is { } amended && !Explains(r.answer.AmendedFindings, amended.Range))
                )
                .Select(r => RecordJson.Write(r.record)),
            "The findings do not end in the range that is shown:"
        );

    private static bool Explains(IReadOnlyList<Finding> roots, MonthRange? range) =>
        range is not { } shown || roots.Any(root => root.Value is { Kind: ValueKind.Range } value && value.Range == shown);

    private static IEnumerable<Finding> Tree(Determination answer)
    {
        var waiting = new Stack<Finding>(answer.OriginalFindings.Concat(answer.AmendedFindings).Concat(answer.ReductionFindings));
        while (waiting.TryPop(out var finding))
        {
            yield return finding;
            foreach (var basis in finding.Basis)
            {
                waiting.Push(basis);
            }
        }
    }

    private static IEnumerable<string> Unresolved(SentencingRecord record, Determination answer)
    {
        using var json = JsonDocument.Parse(DeterminationJson.Text(answer));
        using var facts = JsonDocument.Parse(RecordJson.Write(record));
        var before = new HashSet<string>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var finding in json.RootElement.GetProperty("findings").EnumerateArray())
        {
            foreach (var source in finding.GetProperty("from").EnumerateArray().Select(s => s.GetString()!))
            {
                if (!before.Contains(source) && !IsFact(facts.RootElement, source))
                {
                    wrong.Add($"{finding.GetProperty("says")} rests on {source}: {RecordJson.Write(record)}");
                }
            }

            if (!before.Add(finding.GetProperty("id").GetString()!))
            {
                wrong.Add($"two findings are called {finding.GetProperty("id")}: {RecordJson.Write(record)}");
            }
        }

        return wrong;
    }

    /// <summary>Whether a path such as <c>offense.drugs[0].grams</c> leads to something that the record says.</summary>
    public static bool IsFact(JsonElement record, string path)
    {
        foreach (Match step in Regex.Matches(path, @"[A-Za-z0-9]+|\[\d+\]"))
        {
            if (step.Value[0] == '[')
            {
                var index = int.Parse(step.Value[1..^1], CultureInfo.InvariantCulture);
                if (record.ValueKind != JsonValueKind.Array || index >= record.GetArrayLength())
                {
                    return false;
                }

                record = record[index];
            }
            else if (record.ValueKind != JsonValueKind.Object || !record.TryGetProperty(step.Value, out record))
            {
                return false;
            }
        }

        return true;
    }
}
