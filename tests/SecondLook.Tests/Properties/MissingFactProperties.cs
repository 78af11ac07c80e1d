using CsCheck;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.Properties;

/// <summary>
/// What an undetermined answer asks for: whoever looks the fact up and puts it into the record gets the outcome that the question promised,
/// and no question is asked whose answer would change nothing.
/// </summary>
public class MissingFactProperties(MissingFactProperties.Questions questions) : IClassFixture<MissingFactProperties.Questions>
{
    private const int Most = 3;

    [Fact]
    public void An_answer_gives_the_outcome_that_the_question_says_it_gives() =>
        Expect.None(
            from question in questions.Asked
            from missing in question.Answer.Missing
            from branch in missing.If
            where branch.Then != Outcome.Undetermined
            from record in Answering.Records(question.Record, missing.Fact, branch.Is)
            let answer = Draw.Determine(record)
            where answer.Outcome != branch.Then && answer.Disagreements.Count == question.Answer.Disagreements.Count
            select Explain(question, $"{missing.Fact} is {branch.Is}: {branch.Then} is promised, {answer.Outcome} follows"),
            "A question promises another outcome than its answer gives:"
        );

    /// <summary>Where one fact decides alone each of its answers does; where several are asked for, none of them would have been enough.</summary>
    [Fact]
    public void No_fact_is_asked_for_that_does_not_decide() =>
        Expect.None(
            from question in questions.Asked
            where question.Answer.Missing.All(m => m.If.Count > 0)
            from missing in question.Answer.Missing
            where missing.If.All(branch => Answering.Records(question.Record, missing.Fact, branch.Is).Any())
            let outcomes = missing.If.Select(branch => branch.Then).Distinct().ToList()
            where
                question.Answer.Missing.Count == 1
                    ? outcomes.Contains(Outcome.Undetermined) || outcomes.Count < 2
                    : question.Answer.Missing.Count <= Most && !outcomes.Contains(Outcome.Undetermined)
            select Explain(question, $"{missing.Fact}: {string.Join(", ", missing.If.Select(b => $"{b.Is} {b.Then}"))}"),
            "A fact is asked for that does not decide:"
        );

    [Fact]
    public void Every_answer_to_a_question_is_another_one() =>
        Expect.None(
            from question in questions.Asked
            from missing in question.Answer.Missing
            where
                missing.If.Select(branch => branch.Is).Distinct(StringComparer.Ordinal).Count() != missing.If.Count || missing.If.Count == 1
            select Explain(question, missing.Fact),
            "A question has the same answer twice, or only one:"
        );

    /// <summary>The facts are asked for in the order in which they are put to use: the quantity, the levels, the history, the limits, the term.</summary>
    [Fact]
    public void The_facts_are_asked_for_in_the_order_of_the_calculation() =>
        Expect.None(
            from question in questions.Asked
            let places = question
                .Answer.Missing.Select(m =>
                    Array.FindIndex(
                        [
                            "offense.drugs",
                            "offense.total",
                            "criminalHistory",
                            "offense.",
                            "careerOffender",
                            "statutory",
                            "sentence",
                            "motion",
                            "",
                        ],
                        prefix => m.Fact.StartsWith(prefix, StringComparison.Ordinal)
                    )
                )
                .ToList()
            where !places.SequenceEqual(places.Order())
            select Explain(question, string.Join(", ", question.Answer.Missing.Select(m => m.Fact))),
            "A fact is asked for out of its place:"
        );

    /// <summary>The complete record has an answer; so has the one in which only the facts that were asked for are put back.</summary>
    [Fact]
    public void The_facts_that_were_asked_for_give_the_answer_of_the_complete_record() =>
        Expect.None(
            from question in questions.Asked
            where question.Answer.Missing.Count <= Most
            let looked = question.Answer.Missing.Aggregate(
                (SentencingRecord?)question.Record,
                (record, missing) => record is null ? null : Answering.PutBack(record, question.Complete, missing.Fact)
            )
            where looked is not null
            let complete = Draw.Determine(question.Complete)
            let answer = Draw.Determine(looked)
            where answer.Outcome != complete.Outcome && complete.NotCovered.Count == 0
            select Explain(question, $"{complete.Outcome} where all is known, {answer.Outcome} with what was asked for"),
            "The facts that were asked for do not settle the answer:"
        );

    internal sealed record Question(SentencingRecord Complete, SentencingRecord Record, Determination Answer);

    private static Gen<(SentencingRecord Complete, SentencingRecord Record)> Forgetful =>
        from drawn in Gen.Frequency((3, RandomRecords.Complete), (1, BorrowedRecords.All))
        from order in Gen.OneOf(Orders)
        from stated in Gen.Int[0, 3]
        from some in Gen.OneOf(1, 2, 2, 3, 4)
        from ways in Gen.OneOf([.. Forgetting.Ways, .. Forgetting.OfGroups]).Array[some]
        let record = order > drawn.Manual ? drawn with { Motion = new(null, PartialDate.On(order)) } : drawn
        let known = stated == 0 ? record : Forgetting.Without(record, Forgetting.Ways.Where(w => Computed.Contains(w.Name)))
        select (record, Forgetting.Without(known, OpenQuestions.Clear(known, ways)));

    private static readonly DateOnly[] Orders = [new(2008, 6, 1), new(2012, 3, 1), new(2016, 5, 1), new(2016, 5, 1), new(2024, 6, 1)];

    /// <summary>What the court computed from the facts: with it in the record few facts are missed.</summary>
    private static readonly string[] Computed =
    [
        "offense.drugQuantityLevel",
        "offense.baseOffenseLevel",
        "offense.totalOffenseLevel",
        "criminalHistory.category",
        "guidelineRange",
    ];

    /// <summary>Drawn once for all tests.</summary>
    public sealed class Questions
    {
        internal Question[] Asked { get; } = [.. Draw.From(Forgetful, 900).Select(Ask).OfType<Question>()];
    }

    private static Question? Ask((SentencingRecord Complete, SentencingRecord Record) drawn)
    {
        var answer = Draw.Determine(drawn.Record);
        return answer is { Outcome: Outcome.Undetermined, NotCovered.Count: 0, Capped: false }
            ? new(drawn.Complete, drawn.Record, answer)
            : null;
    }

    private static string Explain(Question question, string what) =>
        $"{what}\n    {RecordJson.Write(question.Record)}\n    {DeterminationJson.Text(question.Answer, withFindings: false)}";
}
