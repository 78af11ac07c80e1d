using SecondLook.Screening.Import;
using SecondLook.Screening.Screen;

namespace SecondLook.Tests.Screening;

public sealed class RejectedRowsTests : IDisposable
{
    private static readonly RejectedRow Row = new(
        "cases.jsonl",
        4,
        "offense.drugs[0].grams",
        "-3",
        "a weight cannot be negative",
        "Give grams, zero or more."
    );

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(
        "rejected.jsonl",
        """{"file":"cases.jsonl","row":4,"field":"offense.drugs[0].grams","found":"-3","reason":"a weight cannot be negative","suggestion":"Give grams, zero or more."}"""
    )]
    [InlineData(
        "rejected.csv",
        "file,row,field,found,reason,suggestion\ncases.jsonl,4,offense.drugs[0].grams,-3,a weight cannot be negative,\"Give grams, zero or more.\""
    )]
    public void A_rejected_row_says_where_it_stands_what_is_wrong_and_what_to_do(string name, string text)
    {
        using (var rejected = RejectedRows.Open(folder.File(name)))
        {
            rejected.Add(Row);
            rejected.Complete();
        }

        Assert.Equal($"{text}\n", File.ReadAllText(folder.File(name)));
    }

    [Fact]
    public void Only_the_first_few_are_kept_for_the_message()
    {
        using var rejected = new RejectedRows();
        for (var i = 0; i < 100; i++)
        {
            rejected.Add(Row with { Row = i });
        }

        Assert.Equal([0, 1, 2, 3, 4], rejected.First.Select(row => (int)row.Row));
    }
}
