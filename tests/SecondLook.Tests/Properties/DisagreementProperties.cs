using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Architecture;
using SecondLook.Tests.SecondOpinion;

namespace SecondLook.Tests.Properties;

/// <summary>Two parties who differ in one fact, and what the comparison of their computations says of it.</summary>
public class DisagreementProperties
{
    private sealed record Pair(string Path, SentencingRecord One, SentencingRecord Other)
    {
        public Disagreement Between => Disagreement.Between(Party("one", One), Party("other", Other));

        public Disagreement Backwards => Disagreement.Between(Party("other", Other), Party("one", One));
    }

    /// <summary>A record and the same with one fact changed: more of the drug, a point more, a longer minimum, an adjustment more.</summary>
    private static IEnumerable<Pair> Drawn(int count)
    {
        var dice = new Dice(Difference.Seed + 53);
        var people = new People(Difference.Seed + 59);
        for (var i = 0; i < count * Difference.Times; i++)
        {
            var record = AsRecord.Of(people.Next(), null);
            var drug = record.Offense.Drugs![0];
            yield return dice.Below(record.Offense.Adjustments!.Count > 0 ? 4 : 3) switch
            {
                0 => new(
                    drug.Grams is null ? "offense.drugs[0].count" : "offense.drugs[0].grams",
                    record,
                    record with
                    {
                        Offense = record.Offense with { Drugs = [More(drug), .. record.Offense.Drugs.Skip(1)] },
                    }
                ),
                1 => new(
                    "criminalHistory.points",
                    record,
                    record with
                    {
                        CriminalHistory = record.CriminalHistory with { Points = record.CriminalHistory.Points + 1 },
                    }
                ),
                2 => new("statutory.minimumMonths", record, record with { Statutory = record.Statutory with { Minimum = new(72) } }),
                _ => new(
                    $"offense.adjustments[{record.Offense.Adjustments!.Count}]",
                    record,
                    record with
                    {
                        Offense = record.Offense with { Adjustments = [.. record.Offense.Adjustments, new("3C1.2", 2)] },
                    }
                ),
            };
        }
    }

    [Fact]
    public void The_one_fact_that_differs_is_named_and_every_step_that_parts_rests_on_it() =>
        Expect.None(
            from pair in Drawn(600)
            let found = pair.Between
            let steps = found.Original.Concat(found.Amended).Concat(found.Reduction).ToList()
            let wrong = found.Facts is not [{ } fact] || fact.Path != pair.Path ? "other facts differ"
            : steps.Exists(s => s.Because.Any(b => b.Path != pair.Path)) ? "a step rests on another fact"
            : steps.Exists(s => s.Because.Count > 0) == (found.WithoutEffect.Count > 0)
                ? "a fact without effect has one, or one with it has none"
            : !found.SameAnswer && steps.Count == 0 ? "another answer without a step that differs"
            : found.Original.Count > 0 && !found.Original.Any(s => s.Parts) ? "steps differ and none parts"
            : found.Original.Any(s => s is { Parts: true, Because.Count: 0, OtherLaw: false }) ? "a step parts for no reason"
            : null
            where wrong is not null
            select $"{wrong}: {pair.Path} of {RecordJson.Write(pair.One)}",
            "Two computations are not told apart by the fact in which they differ:"
        );

    [Fact]
    public void Who_is_named_first_changes_nothing() =>
        Expect.None(
            from pair in Drawn(200)
            let found = pair.Between
            let back = pair.Backwards
            where
                found.SameAnswer != back.SameAnswer
                || found.Facts.Count != back.Facts.Count
                || found.Original.Count(s => s.Parts) != back.Original.Count(s => s.Parts)
                || found.Amended.Count(s => s.Parts) != back.Amended.Count(s => s.Parts)
                || found.Original.Count != back.Original.Count
                || found.Amended.Count != back.Amended.Count
            select RecordJson.Write(pair.One),
            "The comparison depends on who is named first:"
        );

    [Fact]
    public void One_who_agrees_with_himself_differs_in_nothing() =>
        Expect.None(
            from pair in Drawn(100)
            let found = Disagreement.Between(Party("one", pair.One), Party("other", pair.One with { Id = "another" }))
            where !found.SameAnswer || found.Facts.Count + found.Original.Count + found.Amended.Count + found.Reduction.Count > 0
            select RecordJson.Write(pair.One),
            "A record differs from itself:"
        );

    private static PartyComputation Party(string name, SentencingRecord record) =>
        new(name, record, SentenceReduction.Determine(record, new(null, record.Motion!.DecidedOn!.Value), Elements.Library));

    private static Drug More(Drug drug) =>
        drug with
        {
            Grams = drug.Grams is { } grams ? Quantity.Exactly(grams.AtLeast * 3) : null,
            Count = drug is { Grams: null, Count: { } count } ? Quantity.Exactly(count.AtLeast * 3) : drug.Count,
        };
}
