using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Tests.Findings;

public class WordsTests
{
    [Fact]
    public void Every_step_and_every_reason_has_words_of_its_own()
    {
        var steps = Enum.GetValues<Step>().Select(StepWords.Says).ToList();
        var reasons = Enum.GetValues<ReasonCode>().Select(ReasonWords.Says).ToList();
        var bases = Enum.GetValues<LowestTermBasis>().Select(ReasonWords.Says).ToList();

        Assert.All([.. steps, .. reasons, .. bases], words => Assert.False(string.IsNullOrWhiteSpace(words)));
        Assert.Equal(steps.Distinct(StringComparer.Ordinal), steps);
        Assert.Equal(reasons.Distinct(StringComparer.Ordinal), reasons);
    }

    [Theory]
    [InlineData(2015, 11, 1, "Nov. 1, 2015")]
    [InlineData(2016, 5, 31, "May 31, 2016")]
    [InlineData(2018, 9, 4, "Sept. 4, 2018")]
    public void Dates_are_written_as_lawyers_write_them(int year, int month, int day, string written) =>
        Assert.Equal(written, Wording.Date(new DateOnly(year, month, day)));

    [Theory]
    [InlineData("2015", "2015")]
    [InlineData("2015-11", "Nov. 2015")]
    [InlineData("2015-11-30", "Nov. 30, 2015")]
    public void A_date_is_as_precise_as_it_is_known(string known, string written)
    {
        Assert.True(PartialDate.TryParse(known, out var date));
        Assert.Equal(written, Wording.Date(date));
    }

    [Theory]
    [InlineData(1, "1 month")]
    [InlineData(11, "11 months")]
    [InlineData(12, "12 months (1 year)")]
    [InlineData(135, "135 months (11 years 3 months)")]
    [InlineData(int.MaxValue, "life")]
    public void Months_have_years_beside_them(int months, string written) => Assert.Equal(written, Wording.Term(new Months(months)));

    [Theory]
    [InlineData(70, 87, "70-87 months")]
    [InlineData(120, 120, "120 months")]
    [InlineData(360, int.MaxValue, "360 months to life")]
    [InlineData(int.MaxValue, int.MaxValue, "life")]
    public void Ranges_are_written_as_the_table_prints_them(int min, int max, string written) =>
        Assert.Equal(written, Wording.Range(new MonthRange(new Months(min), new Months(max))));

    [Fact]
    public void The_fields_of_a_record_are_named_in_words_whatever_the_number_in_a_list()
    {
        Assert.Equal("the weight of the controlled substance", FactWords.Of("offense.drugs[12].grams"));
        Assert.Equal("total offense level", FactWords.OfEffect("totalOffenseLevel"));
        Assert.Equal("criminal history points", FactWords.OfEffect("criminalHistoryPoints"));
        Assert.Equal("x.unknown", FactWords.Of("x.unknown"));
    }

    [Fact]
    public void An_answer_to_a_missing_fact_reads_as_the_Manual_writes_amounts()
    {
        var grams = new MissingFact(
            "offense.drugs[0].grams",
            [
                new(">= 1000 and < 3000", Outcome.Undetermined),
                new(">= 3000 and < 10000", Outcome.Eligible),
                new(">= 10000 and < 30000", Outcome.Eligible),
                new(">= 90000", Outcome.Ineligible),
            ]
        );
        var manual = new MissingFact(
            "manual",
            [new("1993-11-01", Outcome.Undetermined), new("1994-11-01", Outcome.Ineligible), new("1995-11-01", Outcome.Ineligible)]
        );

        Assert.Equal(
            "if at least 3,000 but less than 30,000 grams: eligible; if at least 90,000 grams: not eligible; "
                + "if at least 1,000 but less than 3,000 grams: another fact is needed too",
            AnswerWords.Of(grams)
        );
        Assert.Equal(
            "if one from Nov. 1, 1994 to Nov. 1, 1995: not eligible; if that of Nov. 1, 1993: another fact is needed too",
            AnswerWords.Of(manual)
        );
    }
}
