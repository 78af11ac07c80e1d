using CsCheck;
using SecondLook.Screening.Import;
using SecondLook.Screening.Screen;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Architecture;
using SecondLook.Tests.Screening;

namespace SecondLook.Tests.Properties;

/// <summary>What holds for every record, whoever it is about.</summary>
public sealed class RecordProperties : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_order_in_which_drugs_and_adjustments_are_listed_is_irrelevant() =>
        Expect.None(
            Draw.From(from record in RandomRecords.Complete from mixed in Mixed(record) select (record, mixed), 3000)
                .Where(pair => Answer(pair.record) != Answer(pair.mixed))
                .Select(pair => $"{RecordJson.Write(pair.record)}\n    {Answer(pair.record)}\n    {Answer(pair.mixed)}"),
            "Another order is another answer:"
        );

    [Fact]
    public void Where_no_amendment_is_listed_that_is_later_than_the_Manual_nothing_changes() =>
        Expect.None(
            Draw.From(RandomRecords.Complete, 3000)
                .Select(record => record with { Motion = new(null, PartialDate.On(record.Manual!.Value)) })
                .Select(record => (record, answer: Draw.Determine(record)))
                .Where(r =>
                    r.answer
                        is not { Outcome: Outcome.Ineligible, Reason.Code: ReasonCode.NoCoveredAmendment, Amended: null, Effects.Count: 0 }
                )
                .Select(r => $"{RecordJson.Write(r.record)}\n    {DeterminationJson.Text(r.answer, withFindings: false)}"),
            "Nothing was substituted, and yet something changed:"
        );

    /// <summary>A second screen of the same file, on two threads, and each record by itself: the same bytes.</summary>
    [Fact]
    public async Task One_record_alone_has_the_same_answer_as_among_thousands_on_one_thread_and_on_two()
    {
        var records = Draw.From(RandomRecords.Complete, 3000).Select((record, i) => record with { Id = $"r{i}" }).ToArray();
        var question = new ReductionQuestion(null, PartialDate.On(new(2024, 6, 1)));

        var one = await Screen(records, question, "one.jsonl", threads: 1);
        var two = await Screen(records, question, "two.jsonl", threads: 2);

        Assert.True(one == two, "two threads write other bytes than one");
        var alone = records
            .Reverse()
            .Select(r => DeterminationJson.Text(SentenceReduction.Determine(r, question, RandomRecords.Law)))
            .Reverse();
        Assert.Equal(alone, one.Split('\n')[..^1]);
    }

    /// <summary>Records that state little and the same: each is answered under its own id, from the columns it was read from.</summary>
    [Fact]
    public async Task Records_that_state_the_same_have_the_same_answer_each_under_its_own_name_and_place()
    {
        var some = Draw.From(RandomRecords.Complete, 8)
            .Select(r =>
                r with
                {
                    Offense = new() { Guideline = "2D1.1" },
                    Statutory = new(),
                }
            );
        var columns = new Dictionary<string, string>(StringComparer.Ordinal) { ["criminalHistory"] = "XCRHISSR", ["sentence"] = "SENTTOT" };
        var records = Enumerable
            .Range(0, 6)
            .SelectMany(time =>
                some.Select(
                    (r, i) =>
                        r with
                        {
                            Id = $"r{time}-{i}",
                            Origin = new("some.csv", (time * 8) + i, time % 2 == 0 ? columns : null),
                            Sentence = time < 4 ? r.Sentence : r.Sentence with { Months = new(120 + time) },
                        }
                )
            )
            .ToArray();
        var question = new ReductionQuestion(null, PartialDate.On(new(2024, 6, 1)));
        var alone = records.Select(r => DeterminationJson.Text(SentenceReduction.Determine(r, question, RandomRecords.Law))).ToArray();

        foreach (var threads in (int[])[1, 2])
        {
            Assert.Equal(alone, (await Screen(records, question, $"{threads}.jsonl", threads)).Split('\n')[..^1]);
            Assert.Equal(alone.Reverse(), (await Screen([.. records.Reverse()], question, "back.jsonl", threads)).Split('\n')[..^1]);
        }

        Assert.Contains(alone, line => line.Contains("XCRHISSR", StringComparison.Ordinal));
    }

    private static string Answer(SentencingRecord record) => DeterminationJson.Text(Draw.Determine(record), withFindings: false);

    private static Gen<SentencingRecord> Mixed(SentencingRecord record) =>
        from drugs in Gen.Shuffle(record.Offense.Drugs!.ToArray())
        from adjustments in Gen.Shuffle(record.Offense.Adjustments!.ToArray())
        select record with
        {
            Offense = record.Offense with { Drugs = drugs, Adjustments = adjustments },
        };

    private async Task<string> Screen(SentencingRecord[] records, ReductionQuestion question, string name, int threads)
    {
        using var rejected = new RejectedRows();
        using var output = ScreenOutput.Open(folder.File(name));
        var batches = records.Chunk(50).Select(batch => (Func<IReadOnlyList<ImportedRow>>)(() => [.. batch.Select(ImportedRow.Of)]));
        await new ScreenRun(RandomRecords.Law, question, output, rejected) { Threads = threads }.Run(batches);
        return await File.ReadAllTextAsync(folder.File(name));
    }
}
