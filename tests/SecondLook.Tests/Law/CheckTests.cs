using SecondLook.Sentencing;
using SecondLook.Sentencing.Law;

namespace SecondLook.Tests.Law;

/// <summary>The checks find nothing in the folder of this release, and find what a test plants in a copy of it.</summary>
public class CheckTests
{
    private const string Table = "law/guidelines/ch2/2d1.1/drug-quantity-table.2014-11-01.csv";
    private const string StatusPoints = "law/guidelines/ch4/4a1.1/status-points.yaml";

    [Fact]
    public void The_law_of_this_release_passes_every_check()
    {
        Assert.Empty(LawChecks.Run(LawFiles.Embedded()));
    }

    [Fact]
    public void A_wrong_threshold_is_found()
    {
        // Both lines are moved together, so that neither a gap nor an overlap gives it away.
        var files = Folder.With(Table, "30,heroin,1000,3000,g", "30,heroin,1100,3000,g");
        files = Plant(files, Table, "28,heroin,700,1000,g", "28,heroin,700,1100,g");

        var found = LawChecks.Run(files);

        Assert.Contains(
            found,
            f => f.File == Table && f.Message.StartsWith("heroin at level 30: 1100 converts to 1100000 grams", StringComparison.Ordinal)
        );
        Assert.Contains(found, f => f.File == "law/amendments/782.yaml" && f.Message.Contains("heroin", StringComparison.Ordinal));
    }

    [Fact]
    public void A_gap_is_found_with_its_line()
    {
        var found = Assert.Single(LawChecks.Run(Folder.With(Table, "30,heroin,1000,3000,g", "30,heroin,1000,2900,g")));

        Assert.Equal("heroin: a gap from 2900 to 3000.", found.Message);
        Assert.Equal(Table, found.File);
        Assert.Equal(Folder.LineOf(Table, "32,heroin,3000,"), found.Line);
    }

    [Fact]
    public void An_overlap_is_found_with_its_line()
    {
        var found = Assert.Single(LawChecks.Run(Folder.With(Table, "30,heroin,1000,3000,g", "30,heroin,1000,3100,g")));

        Assert.Equal("heroin: overlaps the line for level 30.", found.Message);
        Assert.Equal(Folder.LineOf(Table, "32,heroin,3000,"), found.Line);
    }

    [Fact]
    public void A_missing_citation_is_found_with_its_line()
    {
        var found = Assert.Single(LawChecks.Run(Folder.With(StatusPoints, "    citation: USSG §4A1.1(e)\n", "")));

        Assert.Equal(
            new LawFinding(
                StatusPoints,
                Folder.LineOf(StatusPoints, "effective: 2023"),
                "`versions` has no `citation`, which must be given."
            ),
            found
        );
    }

    [Fact]
    public void A_missing_source_is_found_with_its_line()
    {
        var found = Assert.Single(LawChecks.Run(Folder.With(StatusPoints, "    source: Appendix C, amend. 821, Part A (excerpt)\n", "")));

        Assert.Equal(
            new LawFinding(
                StatusPoints,
                Folder.LineOf(StatusPoints, "effective: 2023"),
                "`versions` has no `source`, which must be given."
            ),
            found
        );
    }

    [Fact]
    public void Several_wrong_files_are_all_named()
    {
        var files = Plant(Folder.With(StatusPoints, "points: 2,", "points: 02,"), "law/editions.yaml", "kind: manual", "kind: book");

        Assert.Equal(["law/editions.yaml", StatusPoints], LawChecks.Run(files).Select(f => f.File));
    }

    [Theory]
    [InlineData(Table, "30,heroin,1000,3000,g\n", "", "heroin: a gap from 1000 to 3000")]
    [InlineData(Table, "12,heroin,0,10,g", "12,heroin,1,10,g", "heroin: no line for less than 1")]
    [InlineData(Table, "38,heroin,90000,,g", "38,heroin,90000,100000,g", "heroin: no line for 100000 or more")]
    [InlineData(Table, "30,heroin,1000,3000,g", "26,heroin,1000,3000,g", "heroin: 1000 or more is level 26, less is level 28")]
    [InlineData(Table, "30,heroin,1000,3000,g", "40,heroin,1000,3000,g", "level 40 stands below level 32")]
    [InlineData(
        "law/guidelines/ch2/2d1.1/drug-equivalencies.csv",
        "lsd,hallucinogen,gm,100000,",
        "lsd,hallucinogen,gm,10000,",
        "lsd at level"
    )]
    [InlineData("law/guidelines/ch2/2d1.1/schedule-caps.yaml", "kilograms: 79.99", "kilograms: 89.99", "the cap of 89.99 kilograms")]
    [InlineData(
        "law/guidelines/ch5/5a/sentencing-table.1992-11-01.csv",
        "26,63-78,",
        "26,63-79,",
        "level 26, category 1: 63-79 should end at 78"
    )]
    [InlineData(
        "law/guidelines/ch5/5a/sentencing-table.1992-11-01.csv",
        "26,63-78,",
        "26,53-66,",
        "level 26, category 1: 53-66 is below that of the level before"
    )]
    [InlineData(
        "law/statutes/21-usc-841/drug-thresholds.2010-08-03.csv",
        "heroin,g,1000,100",
        "heroin,g,1100,100",
        "heroin from 2010-08-03: no table of that time"
    )]
    [InlineData(
        StatusPoints,
        "effective: 2023-11-01",
        "effective: 2023-10-01",
        "the version of 2023-10-01 has no edition or supplement of that day"
    )]
    [InlineData(StatusPoints, "amendment: 821A", "amendment: 822", "names amendment 822, which is not in law/amendments/")]
    [InlineData(StatusPoints, "points: 1,", "points: 3,", "turns status-points into another than that of 2023-11-01")]
    [InlineData(
        "law/amendments/782.drug-quantity-table.csv",
        "insert,38,heroin,90000,,g",
        "insert,38,heroin,80000,,g",
        "inserts lines of heroin for levels 36 and 38 that overlap"
    )]
    [InlineData(
        "law/amendments/782.drug-quantity-table.csv",
        "insert,36,heroin,30000,90000,g",
        "insert,36,heroin,30000,80000,g",
        "turns drug-quantity-table into another than that of 2014-11-01: heroin"
    )]
    [InlineData(
        "law/amendments/782.drug-quantity-table.csv",
        "strike,14,heroin,5,10,g",
        "strike,14,heroin,4,10,g",
        "strikes heroin at level 14, 4 to 10, which the Manual does not have"
    )]
    [InlineData("law/amendments/706.yaml", "38: 6.7", "38: 6.8", "turns crack-combination into another")]
    [InlineData("law/checks/explained-differences.yaml", "at-least: 0.99988", "at-least: 0.9999", "cocaine-base at level 14")]
    public void What_is_planted_is_found(string path, string text, string planted, string message)
    {
        var found = LawChecks.Run(Folder.With(path, text, planted));

        Assert.Contains(found, f => f.ToString().Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_explanation_of_no_difference_is_found()
    {
        var files = Folder.With(
            "law/checks/explained-differences.yaml",
            "  - substance: hashish\n    from: 1989-11-01",
            "  - substance: heroin\n    from: 1989-11-01\n    at-least: 2\n    at-most: 3\n    reason: none\n  - substance: hashish\n    from: 1989-11-01"
        );

        Assert.Contains(
            LawChecks.Run(files),
            f => f.Message.StartsWith("the difference of heroin from 1989-11-01 is no difference", StringComparison.Ordinal)
        );
    }

    private static LawFiles Plant(LawFiles files, string path, string text, string planted)
    {
        Assert.Contains(text, files.Read(path), StringComparison.Ordinal);
        return new(
            files.Paths.ToDictionary(
                p => p,
                p => new Func<string>(() => p == path ? files.Read(p).Replace(text, planted, StringComparison.Ordinal) : files.Read(p)),
                StringComparer.Ordinal
            )
        );
    }
}
