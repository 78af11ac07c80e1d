using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Agreement;

namespace SecondLook.Tests.Reductions;

/// <summary>A case on each side of the line of every amendment that is computed: they stand in
/// BothSides.cases.md, OlderAmendments.cases.md or Chemicals.cases.md.</summary>
public class BothSidesTests
{
    private static readonly IReadOnlyList<CaseRow> All = CaseTable.Of(
        "Reductions/BothSides.cases.md",
        "amendment",
        "case",
        "kind",
        "moved"
    );

    private static readonly Lazy<Dictionary<string, SentencingRecord>> Rulings = new(() =>
        Cases.Read("samples/rulings.jsonl").Select(c => c.Record).ToDictionary(record => record.Id, StringComparer.Ordinal)
    );

    [Fact]
    public void An_amendment_moves_the_cases_on_its_side_of_the_line_and_no_others() =>
        CaseTable.Check(
            All,
            row => (row["moved"] == "yes" ? Outcome.Eligible : Outcome.Ineligible, row["original"], row["amended"]),
            row =>
            {
                var answer = Determine(row);
                return (
                    answer.Outcome,
                    row.Has("original") ? $"{answer.Original.Range}" : "",
                    row.Has("amended") ? $"{(answer.Amended ?? answer.Original).Range}" : ""
                );
            }
        );

    [Fact]
    public void Every_amendment_that_is_computed_has_a_case_on_each_side() =>
        Assert.Equal(
            Editions
                .Law.Amendments.Where(a => a.Retroactive is not null && a.Substitutions.Count > 0)
                .SelectMany(a => (string[])[$"{a.Id} no", $"{a.Id} yes"])
                .Order(StringComparer.Ordinal),
            All.Select(row => $"{row["amendment"]} {row["moved"]}")
                .Concat(
                    CaseTable
                        .Of("Reductions/OlderAmendments.cases.md", "amendment", "outcome")
                        .Where(row => row["outcome"] != "undetermined")
                        .Select(row => $"{row["amendment"]} {(row["outcome"] == "eligible" ? "yes" : "no")}")
                )
                .Concat(
                    from row in CaseTable.Of("Reductions/Chemicals.cases.md", "case", "chemicals", "outcome", "law")
                    where row["law"].StartsWith(Amendment, StringComparison.Ordinal) && row["outcome"] != "undetermined"
                    let listed = row["law"].Split(' ')[1].Trim(',', ':')
                    where Editions.Law.Amendments.Any(a => a.Id == listed && a.Retroactive is not null)
                    select $"{listed} {(row["outcome"] == "eligible" ? "yes" : "no")}"
                )
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );

    private const string Amendment = "amendment ";

    private static Determination Determine(CaseRow row)
    {
        var record = row["kind"] == "ruling" ? Rulings.Value[row["case"]] : EligibilityTests.Record(row);
        var order = record.Motion?.DecidedOn ?? PartialDate.On(row.Day("order"));
        return SentenceReduction.Determine(record, new(record.Motion?.Amendments ?? [row["amendment"]], order, false), Editions.Law);
    }
}
