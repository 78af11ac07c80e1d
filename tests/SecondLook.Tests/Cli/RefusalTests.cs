using SecondLook.Tests.Screening;

namespace SecondLook.Tests.Cli;

/// <summary>What cannot run says what, where and what to do, on standard error, with exit code 2 and without a stack trace.</summary>
public sealed class RefusalTests : IDisposable
{
    private const string Minimal = """{"id":"a"}""";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("--order-date", "2015-02-30", "2016-03-10")]
    [InlineData("--order-date", "yesterday", "2016-03-10")]
    [InlineData("--amendment", "7822", "Did you mean 782?")]
    [InlineData("--amendment", "782,9999", "`9999` is no amendment")]
    [InlineData("--out", "answers.docx", ".jsonl, .csv, .parquet, .xlsx")]
    [InlineData("--threads", "two", "two")]
    [InlineData("--colour", "blue", "secondlook screen --help")]
    public async Task An_option_that_cannot_be_is_refused(string option, string value, string expected)
    {
        var file = folder.Write("cases.jsonl", Minimal);

        await Refuses(["screen", file, option, value], expected);

        Assert.Equal(["cases.jsonl"], folder.Names);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named() => await Refuses(["screen", folder.File("nowhere.jsonl")], "nowhere.jsonl");

    [Fact]
    public async Task A_folder_that_is_not_there_is_named() =>
        await Refuses(["screen", folder.Write("cases.jsonl", Minimal), "--out", folder.File("no/such/out.csv")], "no/such");

    [Fact]
    public async Task Records_are_never_overwritten_by_their_own_answers()
    {
        var file = folder.Write("cases.jsonl", Minimal);

        await Refuses(["screen", file, "--out", file], "read and written");

        Assert.Equal(Minimal, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Answers_and_rejected_rows_need_two_files() =>
        await Refuses(
            ["screen", folder.Write("cases.jsonl", Minimal), "--out", folder.File("x.csv"), "--rejected", folder.File("x.csv")],
            "the same file"
        );

    [Fact]
    public async Task A_verb_that_is_not_there_is_refused() => await Refuses(["scream"], "scream");

    [Fact]
    public async Task An_id_that_is_not_there_gets_a_suggestion() =>
        await Refuses(
            ["explain", folder.Write("cases.jsonl", """{"id":"tne-2013-0417"}""" + "\n" + """{"id":"b"}"""), "--id", "tne-2013-0471"],
            "Did you mean tne-2013-0417?"
        );

    [Fact]
    public async Task Without_an_id_a_file_of_several_records_asks_for_one() =>
        await Refuses(["explain", folder.Write("cases.jsonl", """{"id":"a"}""" + "\n" + """{"id":"b"}""")], "--id a");

    private static async Task Refuses(IReadOnlyList<string> args, string expected)
    {
        var (code, output, error) = await Shell.Run(args);

        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
    }
}
