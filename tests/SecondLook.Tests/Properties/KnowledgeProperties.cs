using CsCheck;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.Properties;

/// <summary>
/// To know less is to answer less, never to answer otherwise. Facts are taken out of a complete record: the answer stays as it was or becomes
/// undetermined, and whatever else is still asserted was true of the complete record.
/// </summary>
public class KnowledgeProperties
{
    [Fact]
    public void A_record_with_facts_left_out_never_has_another_answer_than_the_complete_one() =>
        Expect.None(
            Draw.From(Pairs, 1500)
                .Select(pair => (pair.Record, pair.Ways, Wrong: Contradiction(pair.Record, pair.Ways)))
                .Where(c => c.Wrong is not null)
                .Select(c => Explain(c.Record, Fewest(c.Record, c.Ways, c.Wrong!), c.Wrong!)),
            "A guess: the complete record has another answer than the one without some facts:"
        );

    /// <summary>The same through guidelines that refer to §2D1.1 (§1B1.5) and beside other groups of counts (§3D1.4).</summary>
    [Fact]
    public void A_borrowed_or_combined_level_with_facts_left_out_never_has_another_answer_than_the_complete_one() =>
        Expect.None(
            Draw.From(PairsOf(BorrowedRecords.All, [.. Forgetting.Ways, .. Forgetting.OfGroups]), 500)
                .Select(pair => (pair.Record, pair.Ways, Wrong: Contradiction(pair.Record, pair.Ways)))
                .Where(c => c.Wrong is not null)
                .Select(c => Explain(c.Record, Fewest(c.Record, c.Ways, c.Wrong!), c.Wrong!)),
            "A guess: the complete record has another answer than the one without some facts:"
        );

    /// <summary>A quantity between two bounds that leaves the answer settled has the same answer between any bounds within them.</summary>
    [Fact]
    public void A_shorter_interval_within_a_longer_one_never_turns_a_settled_answer_into_another() =>
        Expect.None(
            Draw.From(Intervals, 2000)
                .Select(c => (c.Long, c.Short, Outer: Draw.Determine(c.Long), Inner: Draw.Determine(c.Short)))
                .Where(c => c.Outer.Outcome != Outcome.Undetermined && c.Outer.Outcome != c.Inner.Outcome)
                .Select(c => $"{c.Outer.Outcome}: {RecordJson.Write(c.Long)}\n    {c.Inner.Outcome}: {RecordJson.Write(c.Short)}"),
            "A shorter interval has another answer:"
        );

    [Fact]
    public void An_undetermined_answer_names_a_fact_that_the_record_lacks_or_law_that_is_not_covered() =>
        Expect.None(
            Draw.From(Pairs, 1500)
                .Select(pair => Forgetting.Without(pair.Record, pair.Ways))
                .Select(record => (record, answer: Draw.Determine(record)))
                .Where(r => r.answer.Outcome == Outcome.Undetermined && r.answer.NotCovered.Count == 0)
                .Where(r => !r.answer.Missing.Any(missing => Lacks.Fact(r.record, missing.Fact)))
                .Select(r => $"{string.Join(", ", r.answer.Missing.Select(m => m.Fact))}: {RecordJson.Write(r.record)}"),
            "Undetermined, and nothing that is named is missing:"
        );

    private static readonly Gen<(SentencingRecord Record, Forgetting.Way[] Ways)> Pairs = PairsOf(RandomRecords.Complete, Forgetting.Ways);

    private static Gen<(SentencingRecord Record, Forgetting.Way[] Ways)> PairsOf(Gen<SentencingRecord> records, Forgetting.Way[] ways) =>
        from record in records
        from forget in Gen.OneOf(1, 2, 4, 12)
        from chosen in Gen.Int[0, 11].Array[ways.Length]
        select (record, OpenQuestions.Clear(record, ways.Where((_, i) => chosen[i] < forget)));

    private static readonly Gen<(SentencingRecord Long, SentencingRecord Short)> Intervals =
        from record in RandomRecords.Complete
        from below in Gen.OneOf(0, 50, 90, 100)
        from above in Gen.OneOf(101, 150, 400)
        from exact in Gen.Bool
        let drug = record.Offense.Drugs![0]
        let amount = (drug.Grams ?? drug.Count)!.Value.AtLeast
        let wide = Quantity.Between(Math.Floor(amount * below / 100), Math.Ceiling(amount * above / 100) + 1)
        let narrow = exact ? Quantity.Exactly(amount) : Quantity.Between(Math.Floor(amount), Math.Ceiling(amount) + 1)
        select (With(record, wide), With(record, narrow));

    private static SentencingRecord With(SentencingRecord record, Quantity quantity) =>
        record with
        {
            GuidelineRange = null,
            Offense = record.Offense with
            {
                DrugQuantityLevel = null,
                BaseOffenseLevel = null,
                TotalOffenseLevel = null,
                Drugs =
                [
                    .. record.Offense.Drugs!.Select(
                        (d, i) =>
                            i > 0 ? d
                            : d.Grams is null ? d with { Count = quantity }
                            : d with { Grams = quantity }
                    ),
                ],
            },
        };

    /// <summary>What the record without some facts says that the complete one does not; null where it says nothing else.</summary>
    private static string? Contradiction(SentencingRecord complete, IEnumerable<Forgetting.Way> ways)
    {
        var known = Draw.Determine(complete);
        var record = Forgetting.Without(complete, ways);
        var guessed = Draw.Determine(record);
        if (guessed.Outcome == Outcome.Undetermined || known.NotCovered.Count > 0)
        {
            return null;
        }

        return known.Outcome != guessed.Outcome ? $"{known.Outcome} became {guessed.Outcome}"
            : Contradiction(known.Original, guessed.Original) is { } original ? $"the original {original}"
            : Contradiction(known.Amended, guessed.Amended) is { } amended ? $"the amended {amended}"
            : guessed.LowestTerm is { } term && term.Months != known.LowestTerm?.Months ? "the lowest term"
            : null;
    }

    private static string? Contradiction(Computation? known, Computation? guessed)
    {
        if (known is null || guessed is null)
        {
            return null;
        }

        return Differ(known.DrugQuantityLevel, guessed.DrugQuantityLevel) ? "drug quantity level"
            : Differ(known.BaseOffenseLevel, guessed.BaseOffenseLevel) ? "base offense level"
            : Differ(known.TotalOffenseLevel, guessed.TotalOffenseLevel) ? "total offense level"
            : Differ(known.Category, guessed.Category) ? "category"
            : Differ(known.TableRange, guessed.TableRange) ? "table range"
            : Differ(known.Range, guessed.Range) ? "range"
            : null;
    }

    private static bool Differ<T>(T? known, T? guessed)
        where T : struct => guessed is { } asserted && !Equals(known, asserted);

    /// <summary>The same contradiction with as little left out as possible.</summary>
    private static List<Forgetting.Way> Fewest(SentencingRecord record, IEnumerable<Forgetting.Way> ways, string wrong)
    {
        var fewest = ways.ToList();
        foreach (var way in fewest.ToArray())
        {
            var without = fewest.Where(w => w != way).ToList();
            fewest = Contradiction(record, without) == wrong ? without : fewest;
        }

        return fewest;
    }

    private static string Explain(SentencingRecord record, IReadOnlyList<Forgetting.Way> ways, string wrong) =>
        $"{wrong} without {string.Join(" and ", ways.Select(w => w.Name))}:\n    {RecordJson.Write(record)}\n"
        + $"    {DeterminationJson.Text(Draw.Determine(record), withFindings: false)}\n"
        + $"    {DeterminationJson.Text(Draw.Determine(Forgetting.Without(record, ways)), withFindings: false)}";
}
