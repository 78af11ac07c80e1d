using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Law;

/// <summary>What the covered amendments do to the Manuals before them.</summary>
public class AmendmentTests
{
    /// <summary>§1B1.10(d) as in force since November 2023.</summary>
    private const string Listed =
        "126 130 156 176 269 329 341 371 379 380 433 454 461 484 488 490 499 505 506 516 591 599 606 657 702 706 715 750A 750C 782 821A 821B";

    [Fact]
    public void Every_amendment_that_1B1_10_lists_is_in_the_folder_with_the_day_it_was_listed()
    {
        Assert.Equal(
            Listed.Split(' ').Order(StringComparer.Ordinal),
            Folder.Law.Amendments.Select(a => a.Id).Order(StringComparer.Ordinal)
        );
        Assert.All(Folder.Law.Amendments, a => Assert.NotNull(a.Retroactive));
        Assert.All(Folder.Law.Amendments, a => Assert.True(a.Retroactive!.Listed >= a.Effective, a.Id));
        Assert.All(Folder.Law.Amendments, a => Assert.Equal(a.NotComputable is not null, a.Reaches.Count > 0));
        Assert.All(Folder.Law.Amendments, a => Assert.True(a.Substitutions.Count > 0 || (a.NotComputable ?? a.WithoutEffect) is not null));
    }

    /// <summary>
    /// The days on which the amendments to §1B1.10 put each on the list: amendments 306, 360, 423, 469, 502, 504, 536, 607, 662, 710, 713, 716,
    /// 759, 788 and 825, each by its own effective date.
    /// </summary>
    [Theory]
    [InlineData("1989-11-01", "306", "126 130 156 176 269")]
    [InlineData("1990-11-01", "360", "329 341")]
    [InlineData("1991-11-01", "423", "379 380")]
    [InlineData("1992-11-01", "469", "433 461")]
    [InlineData("1993-11-01", "502", "454 484 488 490 499")]
    [InlineData("1994-11-01", "504", "371 506")]
    [InlineData("1995-11-01", "536", "505 516")]
    [InlineData("2000-11-01", "607", "591 599 606")]
    [InlineData("2003-11-05", "662", "657")]
    [InlineData("2007-11-01", "710", "702")]
    [InlineData("2008-03-03", "713", "706")]
    [InlineData("2008-05-01", "716", "715")]
    [InlineData("2011-11-01", "759", "750A 750C")]
    [InlineData("2014-11-01", "788", "782")]
    [InlineData("2023-11-01", "825", "821A 821B")]
    public void An_order_has_the_list_of_its_own_day(string day, string by, string added)
    {
        var listed = Folder.Law.Amendments.Where(a => a.Retroactive!.ListedBy == by).ToList();

        Assert.Equal(added.Split(' '), listed.Select(a => a.Id).Order(StringComparer.Ordinal));
        Assert.All(listed, a => Assert.Equal(Folder.Day(day), a.Retroactive!.Listed));
        Assert.All(listed, a => Assert.Contains(a, LawStages.ListedOn(Folder.Law, Folder.Day(day))));
        Assert.All(listed, a => Assert.DoesNotContain(a, LawStages.ListedOn(Folder.Law, Folder.Day(day).AddDays(-1))));
    }

    [Theory]
    [InlineData("706", "2008-03-03", null)]
    [InlineData("715", "2008-05-01", null)]
    [InlineData("750A", "2011-11-01", null)]
    [InlineData("782", "2014-11-01", "2015-11-01")]
    [InlineData("821A", "2023-11-01", "2024-02-01")]
    [InlineData("821B", "2023-11-01", "2024-02-01")]
    public void A_special_instruction_delays_the_orders_and_not_the_listing(string id, string listed, string? ordersNotBefore)
    {
        var retroactive = Get(id).Retroactive!;

        Assert.Equal(Folder.Day(listed), retroactive.Listed);
        Assert.Equal(ordersNotBefore is null ? null : Folder.Day(ordersNotBefore), retroactive.OrdersNotBefore);
    }

    [Theory]
    [InlineData("2013-11-01", "782", "2014-11-01", "")]
    [InlineData("2006-11-01", "706", "2007-11-01", "ketamine")]
    [InlineData("2009-11-01", "750A", "2010-11-01", "")]
    [InlineData("1993-11-01", "505", "1994-11-01", "")]
    [InlineData("2003-11-01", "706 715 750A 782", "2014-11-01", "ketamine schedule-3-hydrocodone")]
    public void An_edition_with_its_amendments_is_the_edition_that_followed(
        string edition,
        string amendments,
        string next,
        string otherAmendments
    )
    {
        var amended = With(edition, amendments).Get<DrugQuantityTable>().Terms;
        var printed = Folder.Law.ManualOn(Folder.Day(next)).Get<DrugQuantityTable>().Terms;

        Assert.Equal(
            otherAmendments.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            printed.Substances.Keys.Except(amended.Substances.Keys).Order(StringComparer.Ordinal)
        );
        foreach (var (substance, lines) in amended.Substances)
        {
            Assert.Equal(printed.LinesOf(substance)!.Lines, lines.Lines);
        }
    }

    [Theory]
    [InlineData("2007-11-01", "715", "2008-05-01")]
    [InlineData("2006-11-01", "706 715", "2008-05-01")]
    [InlineData("2006-11-01", "706 715 750A", "2010-11-01")]
    public void Cocaine_base_is_combined_as_the_last_substituted_amendment_says(string edition, string amendments, string next)
    {
        var amended = With(edition, amendments);
        var printed = Folder.Law.ManualOn(Folder.Day(next));

        Assert.Equal(LawText.OfTerms(printed.Get<CrackCombination>().Terms), LawText.OfTerms(amended.Get<CrackCombination>().Terms));
        Assert.Equal(
            printed.Get<DrugEquivalencies>().Terms.Entries["cocaine-base"].Grams,
            amended.Get<DrugEquivalencies>().Terms.Entries["cocaine-base"].Grams
        );
    }

    [Theory]
    [InlineData("1994-11-01", "516", 100, null)]
    [InlineData("1994-11-01", "", 100, 1000)]
    public void A_marihuana_plant_weighs_100_grams_since_amendment_516(string edition, string amendments, int grams, int? whenMany)
    {
        var plants = With(edition, amendments).Get<MarihuanaPlants>().Terms;

        Assert.Equal(grams, plants.GramsPerPlant);
        Assert.Equal(whenMany, plants.GramsPerPlantWhenMany);
    }

    [Fact]
    public void Amendment_821_gives_the_status_points_and_the_zero_point_decrease_of_2023()
    {
        var amended = With("2021-11-01", "821A 821B");
        var printed = Folder.Law.ManualOn(Folder.Day("2023-11-01"));

        Assert.Null(Folder.Law.ManualOn(Folder.Day("2021-11-01")).Find<ZeroPointOffender>());
        Assert.Equal(LawText.Of(printed.Get<StatusPoints>()), LawText.Of(amended.Get<StatusPoints>()));
        Assert.Equal(LawText.Of(printed.Get<ZeroPointOffender>()), LawText.Of(amended.Get<ZeroPointOffender>()));
        Assert.Equal("821A", amended.Get<StatusPoints>().Amendment);
    }

    [Fact]
    public void Amendment_782_lowers_every_level_by_two_except_at_the_top_and_at_the_bottom_of_a_substance()
    {
        var before = Folder.Law.ManualOn(Folder.Day("2013-11-01")).Get<DrugQuantityTable>().Terms;
        var after = With("2013-11-01", "782").Get<DrugQuantityTable>().Terms;
        foreach (var (substance, lines) in before.Substances)
        {
            var amended = after.LinesOf(substance)!;
            var (lowest, highest) = (lines.Lines[0].Level, lines.Lines[^1].Level);
            Assert.Equal(lowest, amended.Lines[0].Level);
            Assert.Equal(highest, amended.Lines[^1].Level);
            foreach (var quantity in lines.Lines.Concat(amended.Lines).Select(l => l.AtLeast).Distinct())
            {
                var (old, now) = (DrugQuantityTable.LineOf(lines, quantity).Level, DrugQuantityTable.LineOf(amended, quantity).Level);
                Assert.True(
                    now == old - 2 || (now == old && (old == lowest || (old == highest && quantity >= amended.Lines[^1].AtLeast))),
                    $"{quantity} of {substance}: {old} became {now}"
                );
            }
        }
    }

    [Theory]
    [InlineData("methamphetamine", 2000, 32, 30)] // 3 to 10 kilograms were level 34 until 1997
    [InlineData("methamphetamine", 500, 28, 26)]
    [InlineData("methamphetamine-actual", 60, 28, 26)]
    [InlineData("ice", 15, 26, 24)]
    public void Amendment_782_keeps_the_quantities_of_an_older_row_and_lowers_its_level(string substance, int grams, int before, int after)
    {
        var old = Folder.Law.ManualOn(Folder.Day("1996-11-01")).Get<DrugQuantityTable>().Terms.LinesOf(substance)!;
        var amended = With("1996-11-01", "706 715 750A 782").Get<DrugQuantityTable>().Terms.LinesOf(substance)!;

        Assert.Equal(before, DrugQuantityTable.LineOf(old, grams).Level);
        Assert.Equal(
            new(after, DrugQuantityTable.LineOf(old, grams).AtLeast, DrugQuantityTable.LineOf(old, grams).LessThan),
            DrugQuantityTable.LineOf(amended, grams)
        );
    }

    [Fact]
    public void Only_the_restated_rows_of_an_older_table_are_open()
    {
        var amended = With("1996-11-01", "706 715 750A 782").Get<DrugQuantityTable>().Terms;

        Assert.All(amended.LinesOf("heroin")!.Lines, line => Assert.False(line.Open));
        Assert.Equal([12, 36, 38], amended.LinesOf("methamphetamine")!.Lines.Where(l => l.Open).Select(l => l.Level));
    }

    [Fact]
    public void A_row_in_grams_is_never_mixed_with_the_units_that_amendment_782_inserts()
    {
        var old = Folder.Law.ManualOn(Folder.Day("1993-11-01")).Get<DrugQuantityTable>().Terms.LinesOf("schedule-3")!;
        var amended = With("1993-11-01", "505 516 706 715 750A 782").Get<DrugQuantityTable>().Terms.LinesOf("schedule-3")!;

        Assert.Equal("g", amended.Unit);
        Assert.Equal(old.Lines.Skip(1).Select(l => l.AtLeast).Except(amended.Lines.Select(l => l.AtLeast)), [125]); // less than 500 grams: 8 and 6 became 6
        Assert.All(amended.Lines.Where(l => l.Level is 18 or 6), l => Assert.True(l.Open));
    }

    [Theory]
    [InlineData("1989-11-01")]
    [InlineData("2004-11-01")]
    [InlineData("2025-11-01")]
    public void Substituting_nothing_changes_nothing(string edition)
    {
        var manual = Folder.Law.ManualOn(Folder.Day(edition));

        Assert.Equal(LawText.Fingerprint(manual.Provisions), LawText.Fingerprint(manual.Substitute().Provisions));
        Assert.Same(manual, Folder.Law.Substituted(manual, []));
    }

    [Theory]
    [InlineData("2013-11-01", "drug-quantity-table schedule-caps")]
    [InlineData("2003-11-01", "drug-quantity-table schedule-caps")]
    public void Substituting_782_changes_the_table_and_the_caps_and_nothing_else(string edition, string changed)
    {
        var manual = Folder.Law.ManualOn(Folder.Day(edition));
        var before = manual.Provisions.ToDictionary(p => p.Element, LawText.Of, StringComparer.Ordinal);

        var different = With(edition, "782")
            .Provisions.Where(p => before[p.Element] != LawText.Of(p))
            .Select(p => p.Element)
            .Order(StringComparer.Ordinal);

        Assert.Equal(changed, string.Join(' ', different));
    }

    private static Amendment Get(string id) => Folder.Law.Amendments.First(a => a.Id == id);

    private static Manual With(string edition, string amendments) =>
        Folder.Law.ManualOn(Folder.Day(edition)).Substitute(amendments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Get));
}
