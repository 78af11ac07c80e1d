using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Architecture;

namespace SecondLook.Tests.Chapter2;

/// <summary>§2D1.11(d) and (e): the cases stand in ChemicalLevels.cases.md, the lines of the tables in ChemicalTables.cases.md.</summary>
public class ChemicalLevelTests
{
    private static readonly DateOnly Before782 = new(2013, 11, 1);
    private static readonly DateOnly First = new(1991, 11, 1);

    [Fact]
    public void Chemicals_have_the_levels_that_the_text_gives_them() =>
        CaseTable.Check(
            CaseTable.Of("Chapter2/ChemicalLevels.cases.md", "edition", "amendments", "drugs", "levels"),
            row => row["levels"],
            row => string.Join(' ', Levels(row.Drugs("drugs"), Manual(row.Day("edition"), row.Words("amendments"))).Order().Distinct())
        );

    [Fact]
    public void Every_line_that_an_amendment_strikes_or_inserts_is_there_on_its_day_or_the_day_before()
    {
        var wrong =
            from row in CaseTable.Of("Chapter2/ChemicalTables.cases.md", "day", "amendment", "action", "level", "chemical")
            let line = new QuantityLine(
                row.Whole("level"),
                row.Has("at least") ? row.Number("at least") : 0,
                row.Has("less than") ? row.Number("less than") : null
            )
            let day = row.Day("day")
            let before = Lines(row["chemical"], Manual(day.AddDays(-1))).Contains(line)
            let after = Lines(row["chemical"], Manual(day)).Contains(line)
            let inserted = row["action"] == "insert"
            where before == inserted || after != inserted
            select row.ToString();

        Expect.None(wrong, "The table is not the one that the amendment makes:");
    }

    [Theory]
    [InlineData("2013-11-01", "782", "2014-11-01")]
    [InlineData("1997-05-01", "606", "2000-11-01")]
    public void An_edition_with_its_amendment_is_the_edition_that_followed(string edition, string amendment, string next)
    {
        var amended = ChemicalTables.Of(Manual(Law.Folder.Day(edition), amendment)).ToList();
        var printed = ChemicalTables.Of(Manual(Law.Folder.Day(next))).ToList();

        Assert.Equal(printed.Count, amended.Count);
        foreach (var (a, b) in amended.Zip(printed))
        {
            Assert.Equal(b.Terms.Substances.Keys.Order(StringComparer.Ordinal), a.Terms.Substances.Keys.Order(StringComparer.Ordinal));
            Assert.All(a.Terms.Substances, s => Assert.Equal(b.Terms.LinesOf(s.Key)!.Lines, s.Value.Lines));
        }
    }

    /// <summary>The reason for amendment 541: to increase "by at least two levels the offense levels for offenses involving list I chemicals".</summary>
    [Fact]
    public void In_1997_list_I_chemicals_rise_by_two_levels_and_list_II_chemicals_stay()
    {
        var (old, risen) = (Manual(new(1996, 11, 1)), Manual(new(1997, 5, 1)));
        var listOne = old.Get<ChemicalCombination>().Terms.EphedrineGrams;
        var wrong =
            from chemical in old.Get<DrugQuantityTable>().Terms.Substances.Keys
            from line in Lines(chemical, old).Where(l => l.Level > 12)
            let now = DrugQuantityTable.LineOf(risen.Get<DrugQuantityTable>().Terms.LinesOf(chemical)!, line.AtLeast).Level
            where now != line.Level + (listOne.ContainsKey(chemical) ? 2 : 0)
            select $"{chemical} {line}: {now}";

        Expect.None(wrong, "Amendment 541 says another level:");
    }

    [Fact]
    public void More_of_a_chemical_never_lowers_its_level_in_any_edition_with_any_amendments()
    {
        var wrong =
            from manual in AllManuals()
            from chemical in ChemicalTables.Of(manual).SelectMany(t => t.Terms.Substances.Keys)
            from pair in Lines(chemical, manual).Zip(Lines(chemical, manual).Skip(1))
            where pair.Second.Level <= pair.First.Level || pair.Second.AtLeast != pair.First.LessThan
            select $"{chemical}, {manual.Edition:yyyy-MM-dd}: {pair}";

        Expect.None(wrong, "More of a chemical lowers the level:");
    }

    /// <summary>More of one never lowers the greatest level, nor does another chemical that comes in.</summary>
    [Fact]
    public void More_of_a_chemical_among_others_never_lowers_any_level_that_the_court_could_have_found()
    {
        var wrong =
            from manual in AllManuals()
            from one in new[] { "ephedrine", "hydriodic-acid", "acetone", "piperidine", "safrole" }
            from other in new[] { "phenylpropanolamine", "methylamine", "toluene", "anthranilic-acid" }
            from few in new[] { 0.3m, 2, 90, 1500, 40_000 }
            from more in new[] { few + 0.3m, few * 4, few * 100 }
            let less = Levels([Some(one, few), Some(other, 700)], manual)
            let greater = Levels([Some(one, more), Some(other, 700)], manual)
            where greater.Max() < less.Max() || greater.Min() < less.Min() || less.Min() < Levels([Some(other, 700)], manual).Min()
            select $"{few} or {more} of {one} with {other}, {manual.Edition:yyyy-MM-dd}";

        Expect.None(wrong, "More of a chemical lowers the level:");
    }

    [Theory]
    [InlineData("gamma-butyrolactone", 2010, 28)] // 1135.5 liters or more since 2005, which amendment 782 strikes
    [InlineData("iodine", 2005, 26)] // 376.2 grams or more until 2010, in List II, which amendment 782 does not strike
    public void A_line_that_amendment_782_does_not_name_falls_by_two_levels(string chemical, int year, int level)
    {
        var top = Lines(chemical, Manual(new(year, 11, 1), "782"))[^1];
        var old = Lines(chemical, Manual(new(year, 11, 1)))[^1];

        Assert.True(top.Level == level || Lines(chemical, Manual(new(year, 11, 1), "782"))[^2].Level == level);
        Assert.True(old.Level >= level);
    }

    [Fact]
    public void The_Manual_read_for_another_guideline_has_nothing_of_2D1_1()
    {
        var manual = Manual(Before782);

        Assert.Equal("USSG §2D1.11(e)", manual.Get<DrugQuantityTable>().Citation);
        Assert.Equal("USSG §2D1.11(d)", manual.Find<DrugQuantityTable>(ChemicalTables.Ephedrine)!.Citation);
        Assert.Equal("USSG §2D1.11(a)", manual.Get<MitigatingRoleCap>().Citation);
        Assert.Equal("USSG §2D1.11(b)", manual.Get<SpecificOffenseCharacteristics>().Citation);
        Assert.Null(manual.Find<DrugEquivalencies>());
        Assert.Null(manual.Find<ScheduleCaps>());
        Assert.DoesNotContain(manual.Provisions, p => p.Citation.Contains("§2D1.1(", StringComparison.Ordinal));
        Assert.DoesNotContain(Editions.Law.ManualOn(Before782).Provisions, p => p.Citation.Contains("2D1.11", StringComparison.Ordinal));
    }

    private static IEnumerable<Manual> AllManuals() =>
        from edition in Editions.Law.Editions
        where edition >= First
        from manual in LawStages.Of(Editions.Law, edition, new(2025, 6, 1), ChemicalTables.Guideline).Manuals
        select manual;

    private static Drug Some(string chemical, decimal grams) => new(chemical, Quantity.Exactly(grams), null);

    private static Manual Manual(DateOnly edition, params IEnumerable<string> amendments) =>
        Editions.Manual(edition, amendments).Under(ChemicalTables.Guideline);

    private static IReadOnlyList<QuantityLine> Lines(string chemical, Manual manual) =>
        ChemicalTables.Naming(chemical, manual)?.Terms.LinesOf(chemical)!.Lines ?? [];

    private static IEnumerable<int> Levels(Drug[] drugs, Manual manual) =>
        QuantityReadings.OfDrugs(drugs, [manual], _ => true, explain: false).Readings.Select(r => r.Levels[0]);
}
