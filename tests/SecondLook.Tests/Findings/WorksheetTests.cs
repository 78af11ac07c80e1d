using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Tests.Findings;

public class WorksheetTests
{
    private static readonly SentencingRecord Record = new()
    {
        Id = "tne-2013-0417",
        Sentence = new Sentence { Months = new Months(168) },
    };

    [Fact]
    public void An_eligible_answer_reads_as_text() =>
        Golden.Matches("Findings/eligible.txt", WorksheetText.Of(Worksheet.Of(Specimens.Eligible(), Record)));

    [Fact]
    public void An_ineligible_answer_reads_as_text() =>
        Golden.Matches("Findings/ineligible.txt", WorksheetText.Of(Worksheet.Of(Specimens.Ineligible())));

    [Fact]
    public void An_undetermined_answer_reads_as_text() =>
        Golden.Matches("Findings/undetermined.txt", WorksheetText.Of(Worksheet.Of(Specimens.Undetermined())));

    [Fact]
    public void An_eligible_answer_is_a_page() =>
        Golden.Matches("Findings/eligible.html", WorksheetHtml.Of(Worksheet.Of(Specimens.Eligible(), Record)));

    [Fact]
    public void Steps_of_both_computations_stand_side_by_side()
    {
        var steps = Worksheet.Of(Specimens.Eligible()).Steps;

        Assert.Equal(
            [("36", "34"), ("35", "33"), ("III", "III"), ("210-262 months", "168-210 months")],
            steps.Select(s => (s.Original!.Value, s.Amended!.Value))
        );
        Assert.Equal([true, true, false, true], steps.Select(s => s.Changes));
    }

    [Fact]
    public void Every_worksheet_says_that_the_judge_decides()
    {
        foreach (var determination in (Determination[])[Specimens.Eligible(), Specimens.Ineligible(), Specimens.Undetermined()])
        {
            var worksheet = Worksheet.Of(determination);
            Assert.Contains(
                "No reduction is automatic: the judge decides",
                WorksheetText.Of(worksheet).ReplaceLineEndings(" "),
                StringComparison.Ordinal
            );
            Assert.Contains("No reduction is automatic: the judge decides", WorksheetHtml.Of(worksheet), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Text_is_never_wider_than_a_printed_page()
    {
        var text = WorksheetText.Of(
            Worksheet.Of(Specimens.Eligible() with { Remarks = [string.Join(' ', Enumerable.Repeat("word", 200))] }, Record)
        );

        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public void A_page_takes_nothing_from_a_record_as_markup_and_needs_no_script()
    {
        var page = WorksheetHtml.Of(
            Worksheet.Of(Specimens.Eligible() with { Id = "<script>alert(1)</script>", Remarks = ["a < b & \"c\""] })
        );

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("a &lt; b &amp; &quot;c&quot;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.OrdinalIgnoreCase);
    }
}
