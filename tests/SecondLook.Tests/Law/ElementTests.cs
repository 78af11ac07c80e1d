using SecondLook.Sentencing;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Law;

namespace SecondLook.Tests.Law;

/// <summary>Every element is one file and one type, and every version says where it is written.</summary>
public class ElementTests
{
    public static TheoryData<string> Names => [.. Elements.All.Select(e => e.Name)];

    [Fact]
    public void Every_element_has_one_type_and_every_type_one_element()
    {
        Assert.Equal(Elements.All.Count, Elements.All.Select(e => e.Name).Distinct(StringComparer.Ordinal).Count());
        var ofOther = Elements.All.Where(e => e.Guideline is not null and not Manual.DrugGuideline).ToList(); // in the place of those of §2D1.1
        Assert.Equal(Elements.All.Count - ofOther.Count, Elements.All.Except(ofOther).Select(e => e.Terms).Distinct().Count());
        Assert.Equal(["2D1.11"], ofOther.Select(e => e.Guideline).Distinct());
        Assert.Equal(
            Elements.All.Select(e => e.Name).Order(StringComparer.Ordinal),
            Folder.Law.Elements.Select(e => e.Element).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_version_has_terms_a_citation_and_a_source(string name)
    {
        var element = Folder.Law.Elements.First(e => e.Element == name);
        foreach (var version in element.AnyVersions.Select(v => v.Version).OfType<Provision>())
        {
            Assert.NotNull(version.AnyTerms);
            Assert.Equal(name, version.Element);
            Assert.NotEmpty(version.Citation);
            Assert.NotEmpty(version.Source);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_day_is_covered_or_it_is_said_why_not(string name)
    {
        var element = Folder.Law.Elements.First(e => e.Element == name);
        for (var day = Folder.Day("1989-11-01"); day <= Folder.Day("2026-12-31"); day = day.AddDays(1))
        {
            if (!element.Covers(day))
            {
                Assert.NotNull(element.NotCoveredWhy);
                continue;
            }

            var inForce = element.AnyVersions.Where(
                (v, i) => v.Effective <= day && (i + 1 == element.AnyVersions.Length || element.AnyVersions[i + 1].Effective > day)
            );
            Assert.Same(element.On(day), Assert.Single(inForce).Version);
        }
    }

    [Fact]
    public void A_Manual_covers_every_day_from_November_1989_to_October_2026_and_no_day_after()
    {
        string[] outside = ["reduction-policy", "displaced-range-decision", "type-c-plea-decision"]; // of the order date, not of the Manual
        foreach (
            var element in Folder.Law.Elements.Where(e =>
                !outside.Contains(e.Element, StringComparer.Ordinal)
                && e.Element != "dose-weights"
                && !e.File.Contains("/2d1.11/", StringComparison.Ordinal)
                && !e.File.StartsWith("law/custody/", StringComparison.Ordinal) // of the day on which a date is asked for
            )
        )
        {
            Assert.True(element.Covers(Folder.Day("1989-11-01")), element.Element);
            Assert.True(element.Covers(Folder.Day("2026-10-31")), element.Element);
            Assert.Equal(element.File.StartsWith("law/guidelines/", StringComparison.Ordinal), !element.Covers(Folder.Day("2026-11-01")));
        }
    }

    [Fact]
    public void Listed_chemicals_are_covered_from_their_first_guideline_to_the_last_Manual_that_was_read() =>
        Assert.All(
            Folder.Law.Elements.Where(e => e.File.Contains("/2d1.11/", StringComparison.Ordinal)),
            element =>
            {
                Assert.False(element.Covers(Folder.Day("1991-10-31")));
                Assert.True(element.Covers(Folder.Day("1991-11-01")));
                Assert.True(element.Covers(Folder.Day("2018-10-31")));
                Assert.False(element.Covers(Folder.Day("2018-11-01")));
                for (var day = Folder.Day("1991-11-01"); day < Folder.Day("2018-11-01"); day = day.AddDays(1))
                {
                    var provisions = Folder.Law.ManualOn(day).Under("2D1.11").Provisions.Where(p => p.Element == element.Element);
                    Assert.Equal(element.On(day) is { } inForce ? [inForce] : [], provisions);
                }
            }
        );

    /// <summary>A text that changed on a day that is no edition and no supplement would be lost in the Manual.</summary>
    [Fact]
    public void The_Manual_of_every_day_holds_each_provision_once_and_in_the_version_of_that_day()
    {
        var elements = Folder
            .Law.Elements.Where(e =>
                e.File.StartsWith("law/guidelines/", StringComparison.Ordinal)
                && e.Element != "reduction-policy"
                && !e.File.Contains("/2d1.11/", StringComparison.Ordinal)
            )
            .ToList();
        for (var day = Folder.Day("1989-11-01"); day <= Folder.Day("2026-10-31"); day = day.AddDays(1))
        {
            var provisions = Folder.Law.ManualOn(day).Provisions.ToLookup(p => p.Element);
            foreach (var element in elements)
            {
                var inForce = element.On(day);
                Assert.Equal(inForce is null ? [] : [inForce], provisions[element.Element]);
                Assert.True(element.Covers(day) || element.NotCoveredWhy is not null, element.Element);
            }
        }

        Assert.All(elements, element => Assert.False(element.Covers(Folder.Day("2026-11-01")), element.Element));
        Assert.All(elements, element => Assert.False(element.Covers(Folder.Day("1989-10-31")), element.Element));
    }

    [Theory]
    [InlineData("1989-11-01", "1989-11-01")]
    [InlineData("1991-10-31", "1990-11-01")]
    [InlineData("2001-04-30", "2000-12-16")]
    [InlineData("2008-04-30", "2008-03-03")]
    [InlineData("2010-11-01", "2010-11-01")]
    [InlineData("2020-06-15", "2018-11-01")]
    [InlineData("2026-10-31", "2025-11-01")]
    public void The_Manual_of_a_day_is_the_last_edition_or_supplement_before_it(string day, string edition)
    {
        Assert.Equal(Folder.Day(edition), Folder.Law.EditionOn(Folder.Day(day)));
        Assert.Equal(Folder.Day(edition), Folder.Law.ManualOn(Folder.Day(day)).Edition);
    }

    [Fact]
    public void The_known_substances_are_those_of_the_tables()
    {
        var substances = Elements.Substances(Folder.Law);

        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "heroin",
                "cocaine-base",
                "marihuana-plants",
                "oxycodone",
                "hydrocodone",
                "schedule-4",
                "methaqualone",
                "converted-drug-weight",
            },
            substances.ToHashSet(StringComparer.Ordinal)
        );
        Assert.DoesNotContain("marijuana", substances);
        Assert.All(substances, s => Assert.Equal(s, SecondLook.Sentencing.Facts.SubstanceNames.Canonical(s)));
    }

    [Theory]
    [InlineData("2002-11-01", 500, "gross weight")]
    [InlineData("2003-11-01", 6700, "oxycodone itself")]
    public void Oxycodone_is_one_substance_whose_factor_changed_its_meaning(string day, int grams, string source)
    {
        var entry = Folder.Law.ManualOn(Folder.Day(day)).Get<DrugEquivalencies>().Terms.Entries["oxycodone"];

        Assert.Equal(grams, entry.Grams);
        Assert.Contains(source, entry.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1989-11-01", "weapon import-craft")]
    [InlineData("1995-11-01", "weapon import-craft prison safety-valve")]
    [InlineData("1997-11-01", "weapon import-craft prison meth-import hazardous safety-valve")]
    [InlineData("2000-12-16", "weapon import-craft prison meth-import hazardous lab-risk lab-risk-minor safety-valve")]
    [InlineData("2004-11-01", "weapon import-craft prison meth-import mass-marketing hazardous lab-risk lab-risk-minor safety-valve")]
    public void The_specific_offense_characteristics_grew_with_the_amendments(string day, string keys)
    {
        var items = Folder.Law.ManualOn(Folder.Day(day)).Get<SpecificOffenseCharacteristics>().Terms.Items;

        Assert.Equal(keys, string.Join(' ', items.Select(i => i.Key)));
    }

    [Theory]
    [InlineData("1995-10-31", null, null)]
    [InlineData("1995-11-01", "(b)(4)", 26)]
    [InlineData("2001-10-31", "(b)(7)", 26)]
    [InlineData("2001-11-01", "(b)(6)", null)]
    [InlineData("2010-11-01", "(b)(16)", null)]
    [InlineData("2018-11-01", "(b)(18)", null)]
    public void The_safety_valve_decrease_asked_for_level_26_until_2001(string day, string? paragraph, int? onlyFrom)
    {
        var valve = Folder
            .Law.ManualOn(Folder.Day(day))
            .Get<SpecificOffenseCharacteristics>()
            .Terms.Items.FirstOrDefault(i => i.Key == "safety-valve");

        Assert.Equal(paragraph, valve?.Paragraph);
        Assert.Equal(onlyFrom, valve?.OnlyFromLevel);
    }
}
