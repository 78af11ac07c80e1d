using SecondLook.Sentencing;
using SecondLook.Sentencing.Law;

namespace SecondLook.Tests.Law;

/// <summary>A law folder that is not exactly right is refused, with the place.</summary>
public class ReadingTests
{
    private const string StatusPoints = "law/guidelines/ch4/4a1.1/status-points.yaml";
    private const string Crack = "law/guidelines/ch2/2d1.1/crack-combination.yaml";
    private const string Table = "law/guidelines/ch2/2d1.1/drug-quantity-table.yaml";
    private const string Amendment = "law/amendments/821A.yaml";

    [Theory]
    [InlineData(StatusPoints, "points: 2,", "points: 2, colour: red,", 0, "`colour` is not a key that is known here")]
    [InlineData(StatusPoints, "points: 2,", "points: 2, points: 2,", 0, "`points` stands twice")]
    [InlineData(StatusPoints, "points: 2, from-other-points: 0", "points: 2", 0, "has no `from-other-points`")]
    [InlineData(StatusPoints, "points: 2,", "points: 010,", 0, "`points` is `010`; it needs a whole number without leading zeros")]
    [InlineData(StatusPoints, "points: 2,", "points: 0x2,", 0, "`points` is `0x2`")]
    [InlineData(StatusPoints, "points: 2,", "points: 2.5,", 0, "`points` is `2.5`")]
    [InlineData(StatusPoints, "points: 2,", "points: null,", 0, "`points` needs a text")]
    [InlineData(StatusPoints, "points: 2,", "points: [2],", 0, "`points` needs a text")]
    [InlineData(
        StatusPoints,
        "effective: 2023-11-01",
        "effective: 2023-02-30",
        0,
        "`effective` is `2023-02-30`, which is not a day of the calendar"
    )]
    [InlineData(StatusPoints, "effective: 2023-11-01", "effective: 1.11.2023", 0, "`effective` is `1.11.2023`")]
    [InlineData(StatusPoints, "effective: 2023-11-01", "effective: 1989-11-01", 0, "out of order")]
    [InlineData(StatusPoints, "    citation: USSG §4A1.1(e)\n", "", -1, "has no `citation`")]
    [InlineData(StatusPoints, "    citation: USSG §4A1.1(e)\n", "    citation:\n", 0, "`citation` needs a text")]
    [InlineData(StatusPoints, "confidence: verbatim", "confidence: certain", 0, "it may be verbatim or cross-checked or recalled")]
    [InlineData(StatusPoints, "amendment: 821A", "amendment: &a 821A", 0, "an anchor or a tag")]
    [InlineData(StatusPoints, "amendment: 821A", "amendment:", 0, "`amendment` has no value; leave the key out instead")]
    [InlineData(StatusPoints, "covered-from: 1989-11-01", "covered-from: 1990-11-01", 0, "must be the day of the first version")]
    [InlineData(StatusPoints, "element: status-points", "element: status", 0, "`element` is `status`, which is no element")]
    [InlineData(StatusPoints, "element: status-points", "element: recency-points", 0, "but the file is named")]
    [InlineData(
        StatusPoints,
        "    terms: { points: 2,",
        "    csv: a.csv\n    terms: { points: 2,",
        -4,
        "must have either `terms` or `csv`"
    )]
    [InlineData(Crack, "method: factor-by-level", "method: factor", 0, "it may be ordinary or factor-by-level or reduce-combined")]
    [InlineData(Crack, "        38: 6.7", "        038: 6.7", 0, "`038` is `038`; it needs a whole number")]
    [InlineData(Crack, "        38: 6.7", "        38: 6.7\n        38: 6.8", 1, "`38` stands twice")]
    [InlineData(Table, "csv: drug-quantity-table.1989-11-01.csv", "csv: elsewhere.csv", 0, "which is not there")]
    [InlineData(Amendment, "amendment: 821A", "amendment: 821", 0, "but the file is named")]
    [InlineData(Amendment, "replace: { points: 1, from-other-points: 7 }", "edit: { points: 1 }", 0, "only replaced as a whole")]
    [InlineData(Amendment, "    citation: USSG §4A1.1(e)\n", "", -1, "has no `citation`")]
    [InlineData(Amendment, "listed-by: 825", "listed-on: 825", -1, "has no `listed-by`")]
    public void A_wrong_file_is_refused_with_its_name_its_line_and_the_key(
        string path,
        string text,
        string planted,
        int linesFromTheText,
        string message
    )
    {
        var line = Folder.LineOf(path, text) + linesFromTheText;
        var wrong = Assert.Throws<LawException>(() => Elements.Read(Folder.With(path, text, planted)));

        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
        Assert.Equal(path, wrong.File);
        Assert.Equal(line, wrong.Line);
        Assert.StartsWith($"{path}, line {line}: ", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("level,substance,at-least", "level,substance,from", 1, "the header must be")]
    [InlineData("38,heroin,90000,,g", "38,heroin,090000,,g", 2, "`at-least` is `090000`")]
    [InlineData("38,heroin,90000,,g", "38,heroin,9e4,,g", 2, "`at-least` is `9e4`")]
    [InlineData("38,heroin,90000,,g", "38,heroin,90000,g", 2, "4 fields")]
    [InlineData("38,heroin,90000,,g", "38,heroin,90000,,kg", 2, "`unit` is `kg`")]
    [InlineData("38,heroin,90000,,g", "38,,90000,,g", 2, "`substance` is empty")]
    public void A_wrong_table_is_refused_when_it_is_first_read(string text, string planted, int line, string message)
    {
        const string Csv = "law/guidelines/ch2/2d1.1/drug-quantity-table.2014-11-01.csv";
        var law = Elements.Read(Folder.With(Csv, text, planted));

        var wrong = Assert.Throws<LawException>(() =>
            law.ManualOn(Folder.Day("2014-11-01")).Get<SecondLook.Sentencing.Chapter2.DrugQuantityTable>().Terms
        );

        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
        Assert.Equal(Csv, wrong.File);
        Assert.Equal(line, wrong.Line);
    }

    [Fact]
    public void A_folder_without_the_file_of_an_element_is_refused()
    {
        var wrong = Assert.Throws<LawException>(() => Elements.Read(Folder.Without(StatusPoints)));

        Assert.Contains("no file for status-points", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_file_for_an_element_is_refused()
    {
        var text = LawFiles.Embedded().Read(StatusPoints);

        var wrong = Assert.Throws<LawException>(() => Elements.Read(Folder.WithFile("law/guidelines/status-points.yaml", text)));

        Assert.Contains("`status-points` is already in", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("element: status-points\n---\nelement: status-points\n")]
    [InlineData("element: [status-points\n")]
    [InlineData("element: *other\n")]
    [InlineData("- element: status-points\n")]
    public void A_file_that_is_not_one_mapping_is_refused_with_its_name(string text)
    {
        var wrong = Assert.Throws<LawException>(() => Elements.Read(Folder.WithFile(StatusPoints, text)));

        Assert.Equal(StatusPoints, wrong.File);
    }

    [Fact]
    public void A_proposal_has_the_shape_of_an_amendment_and_is_read_by_itself()
    {
        const string Path = "law/proposals/fewer-points.yaml";
        var files = Folder.WithFile(
            Path,
            """
            amendment: fewer-points
            title: one status point for everyone
            effective: 2026-01-01
            source: an idea
            confidence: verbatim
            substitutions:
              - element: status-points
                citation: Proposal 1
                replace: { points: 1, from-other-points: 0 }
            """
        );

        var proposal = Elements.ReadAmendment(files, Path);
        var points = Folder.Law.ManualOn(Folder.Day("2016-11-01")).Substitute(proposal).Get<SecondLook.Sentencing.Chapter4.StatusPoints>();

        Assert.Equal(1, points.Terms.Points);
        Assert.Equal("Proposal 1", points.Citation);
        Assert.DoesNotContain(Elements.Read(files).Amendments, a => a.Id == "fewer-points");
    }
}
