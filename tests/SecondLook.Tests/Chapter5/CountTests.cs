using System.Globalization;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Chapter5;

/// <summary>The statutory limits of one count and of several; the cases stand in Counts.cases.md, each with its law.</summary>
public class CountTests
{
    private const string Cases = "Chapter5/Counts.cases.md";

    private static readonly IReadOnlyList<CaseRow> Limits = CaseTable.Of(Cases, "case", "counts", "low", "high");

    [Fact]
    public void The_counts_give_the_minimum() =>
        CaseTable.Check(Limits, row => Ranges(row["low"]), row => Ranges(Determine(Record(row, 12))));

    [Fact]
    public void The_counts_give_the_maximum() =>
        CaseTable.Check(Limits, row => Ranges(row["high"]), row => Ranges(Determine(Record(row, 43))));

    [Fact]
    public void A_quantity_or_more_gives_the_paragraph_and_less_does_not() =>
        CaseTable.Check(
            from row in CaseTable.Of(Cases, "substance", "at (B)", "at (A)")
            from statute in new[] { "21 USC 846", "21 USC 963" }
            from step in new[] { ("at (B)", false, 0), ("at (B)", true, 60), ("at (A)", false, 60), ("at (A)", true, 120) }
            select row.With(("statute", statute), ("amount", Amount(row[step.Item1], step.Item2)), ("minimum", $"{step.Item3}")),
            row => row["minimum"],
            row =>
            {
                var amount = Quantity.Exactly(decimal.Parse(row["amount"], CultureInfo.InvariantCulture));
                var drug = row["unit"] == "g" ? new Drug(row["substance"], amount, null) : new Drug(row["substance"], null, amount);
                var law = Limits.Single(r => r["case"] == "(b)(1)(B)");
                var answer = Determine(
                    Record(law, 12) with
                    {
                        OffenseEndedOn = PartialDate.On(new(2011, 5, 1)),
                        Counts =
                        [
                            new()
                            {
                                Statute = row["statute"],
                                Prior851 = 0,
                                Quantity = drug,
                            },
                        ],
                    }
                );
                var ranges = answer.Original.Range is { } range ? [range] : answer.Original.Readings;
                var minimums = ranges.Select(r => r == MonthRange.Of(10, 16) ? 0 : r.Min.Value).Distinct();
                return string.Join(' ', minimums);
            }
        );

    private static string Amount(string threshold, bool reached) =>
        (decimal.Parse(threshold, CultureInfo.InvariantCulture) - (reached ? 0 : 0.1m)).ToString(CultureInfo.InvariantCulture);

    [Fact]
    public void The_example_of_the_Commission_has_its_ranges() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "example", "level", "range"),
            row => (row.Range("table"), row.Range("range")),
            row =>
            {
                var answer = Determine(Record(row, row.Whole("level"), row.Whole("category")));
                return (answer.Original.TableRange!.Value, answer.Original.Range!.Value);
            }
        );

    [Fact]
    public void Limits_that_contradict_the_counts_are_reported_and_used() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "case", "counts", "says"),
            row => (row["says"], new Months(120)),
            row =>
            {
                var record = Record(row, 12);
                var answer = Determine(
                    record with
                    {
                        Statutory = record.Statutory with { Minimum = new Months(120), Maximum = new Months(480) },
                    }
                );
                var says = row.Has("says") && answer.Disagreements.Any(d => d.StartsWith(row["says"], StringComparison.Ordinal));
                return (says ? row["says"] : string.Join("; ", answer.Disagreements), answer.Original.Range!.Value.Min);
            }
        );

    [Fact]
    public void A_minimum_that_the_counts_settle_is_a_finding_and_no_missing_fact()
    {
        var answer = Determine(Record(Limits.Single(row => row["case"] == "(b)(1)(B)"), 12));

        var finding = Assert.Single(FlatFindings.Of(answer.OriginalFindings), f => f.Step == Step.StatutoryMinimum);
        Assert.Equal((new Months(60), "counts[0]"), (finding.Value.Range.Min, finding.Facts));
        Assert.DoesNotContain(answer.Missing, m => m.Fact == "statutory.minimumMonths");
        Assert.Contains(answer.Assumptions, a => a.Contains("recalled and not read again", StringComparison.Ordinal));
    }

    [Fact]
    public void Limits_that_the_record_states_for_its_counts_rest_on_nothing_recalled()
    {
        var answer = Determine(Record(Limits.Single(row => row["case"] == "the record's own limits"), 12));

        Assert.DoesNotContain(answer.Assumptions, a => a.Contains("recalled", StringComparison.Ordinal));
    }

    /// <summary>The range that the court stated may include the term of a count under 18 U.S.C. 924(c).</summary>
    [Fact]
    public void A_term_that_is_apart_may_be_in_the_range_that_the_court_stated()
    {
        var record = Record(Limits.Single(row => row["case"] == "924(c) is apart"), 12);
        var counts = record.Counts!.Select(c =>
            c.Statute!.StartsWith("18", StringComparison.Ordinal) ? c with { Months = new Months(60) } : c
        );
        var answer = Determine(record with { Counts = [.. counts], GuidelineRange = MonthRange.Of(70, 76) });

        Assert.Empty(answer.Disagreements);
        Assert.Equal(MonthRange.Of(10, 16), answer.Original.Range);
    }

    /// <summary>18 U.S.C. 3553(f) names five sections of title 21; from December 21, 2018 also 46 U.S.C. 70503 and 70506.</summary>
    [Theory]
    [InlineData("21 USC 841(b)(1)(B)", "2012-05-01", false)]
    [InlineData("21 USC 860", "2012-05-01", true)]
    [InlineData("46 USC 70506", "2018-12-20", true)]
    [InlineData("46 USC 70506", "2018-12-21", false)]
    public void The_safety_valve_is_for_the_offenses_that_the_statute_names(string statute, string sentenced, bool excluded)
    {
        var record = Record(Limits.Single(row => row["case"] == "(b)(1)(B)"), 12) with
        {
            Counts =
            [
                new()
                {
                    Statute = statute,
                    Minimum = new Months(60),
                    Maximum = new Months(480),
                },
            ],
            SentencedOn = PartialDate.On(DateOnly.Parse(sentenced, CultureInfo.InvariantCulture)),
        };
        var answer = Determine(record with { Statutory = new() });

        Assert.Equal(excluded, FlatFindings.Of(answer.OriginalFindings).Any(f => f is { Step: Step.SafetyValve, Facts: "counts" }));
    }

    private static string Ranges(string text) =>
        string.Join(' ', text.Split(' ').Select(r => r == "life" ? "life-life" : r).Order(StringComparer.Ordinal));

    private static string Ranges(Determination answer) =>
        string.Join(
            ' ',
            (answer.Original.Range is { } range ? [range] : answer.Original.Readings).Select(r => $"{r}").Order(StringComparer.Ordinal)
        );

    private static Determination Determine(SentencingRecord record) =>
        SentenceReduction.Determine(record, new(null, PartialDate.On(new(2020, 5, 1)), KeepFindings: true), Editions.Law);

    private static SentencingRecord Record(CaseRow row, int level, int category = 1)
    {
        var death = row["counts"].Contains("death", StringComparison.Ordinal);
        return new()
        {
            Id = "counts",
            SentencedOn = row.Has("sentenced") ? PartialDate.On(row.Day("sentenced")) : PartialDate.On(new(2012, 5, 1)),
            OffenseEndedOn = row.Has("ended") ? PartialDate.On(row.Day("ended")) : null,
            Manual = row.Has("sentenced") ? row.Day("sentenced") : new(2012, 5, 1),
            Offense = new()
            {
                Guideline = "2D1.1",
                BaseOffenseLevelFrom = death ? BaseLevelSource.DeathOrInjury : BaseLevelSource.StipulatedLevel,
                BaseOffenseLevel = death ? Math.Max(level, 38) : level,
                Adjustments = [],
            },
            CriminalHistory = new()
            {
                Category = category,
                StatusPoints = 0,
                RecencyPoints = 0,
                ZeroPointExclusions = ["(7)"],
            },
            CareerOffender = new() { Applied = false },
            Statutory = new() { Relief = MinimumRelief.None },
            Sentence = new() { BelowRange = [], Plea = "open" },
            EarlierReductions = [],
            Counts = [.. row["counts"].Split(" ; ").Select(Count)],
        };
    }

    /// <summary>Such as <c>21 USC 846 : prior 0 : heroin 100 g</c>; <c>100+</c> is at least.</summary>
    private static Count Count(string text)
    {
        var count = new Count();
        foreach (var part in text.Split(" : "))
        {
            var words = part.Trim().Split(' ');
            count = words[0] switch
            {
                "death" => count,
                "prior" => count with { Prior851 = int.Parse(words[1], CultureInfo.InvariantCulture) },
                "limits" => count with { Minimum = CaseRow.RangeOf(words[1]).Min, Maximum = CaseRow.RangeOf(words[1]).Max },
                _ => words[^1] == "g"
                    ? count with
                    {
                        Quantity = new(words[0], Amount(words[1]), null),
                    }
                    : count with
                    {
                        Statute = part.Trim(),
                    },
            };
        }

        return count;
    }

    private static Quantity Amount(string text) =>
        text.EndsWith('+')
            ? Quantity.Between(decimal.Parse(text[..^1], CultureInfo.InvariantCulture), null)
            : Quantity.Exactly(decimal.Parse(text, CultureInfo.InvariantCulture));
}
