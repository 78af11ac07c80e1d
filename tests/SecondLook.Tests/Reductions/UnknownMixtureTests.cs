using CsCheck;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Architecture;
using SecondLook.Tests.Properties;
using static SecondLook.Tests.Reductions.RecordText;

namespace SecondLook.Tests.Reductions;

/// <summary>
/// §2D1.1, comment. (n.10(D)) from November 2007 to 2010: cocaine base with other drugs had a level that no single drug has, so that a record
/// of which only the level is known may be of such a mixture.
/// </summary>
public class UnknownMixtureTests
{
    /// <summary>
    /// Amendment 715: "determine the combined offense level as provided by subdivision (B) of this note, and reduce the combined offense level
    /// by 2 levels". 2,900 kilograms and 100 grams of cocaine base at 20 kilograms a gram are 4,900, level 34, and so 32; at 3,571 grams a gram
    /// (Amendment 750) 3,257 kilograms, level 34, and since Amendment 782 level 32 as before. Every single drug of level 32 falls.
    /// </summary>
    [Theory]
    [InlineData("\"baseOffenseLevel\":32", Outcome.Undetermined)]
    [InlineData("\"drugQuantityLevel\":32", Outcome.Undetermined)]
    [InlineData("\"drugs\":[{\"substance\":\"cocaine-base\",\"grams\":100},{\"substance\":\"heroin\",\"grams\":2900}]", Outcome.Ineligible)]
    [InlineData("\"drugs\":[{\"substance\":\"cocaine-base\",\"grams\":160}]", Outcome.Eligible)]
    [InlineData("\"drugs\":[{\"substance\":\"heroin\",\"grams\":2900}]", Outcome.Eligible)]
    public void A_level_alone_may_be_that_of_cocaine_base_with_another_drug(string known, Outcome outcome)
    {
        var answer = Determine(Record("2008-11-01", "2D1.1", known, "2016-05-01"));

        Assert.Equal((outcome, 32), (answer.Outcome, answer.Original.BaseOffenseLevel));
        Assert.Equal(outcome == Outcome.Undetermined ? ["offense.drugs"] : [], answer.Missing.Select(m => m.Fact));
    }

    /// <summary>The same mixture where the record has its weight converted: 4,900 kilograms, and level 32 after the two levels.</summary>
    [Theory]
    [InlineData("2008-11-01", "\"convertedDrugWeightKg\":4900", Outcome.Undetermined)]
    [InlineData("2008-11-01", "\"convertedDrugWeightKg\":4900,\"baseOffenseLevel\":32", Outcome.Undetermined)]
    [InlineData("2011-11-01", "\"convertedDrugWeightKg\":4900", Outcome.Eligible)]
    public void A_converted_weight_alone_may_be_that_of_cocaine_base_with_another_drug(string manual, string known, Outcome outcome)
    {
        var answer = Determine(Record(manual, "2D1.1", known, "2016-05-01"));

        Assert.Equal(outcome, answer.Outcome);
        Assert.Equal(outcome == Outcome.Undetermined ? ["offense.drugs"] : [], answer.Missing.Select(m => m.Fact));
        Assert.Empty(answer.Disagreements);
    }

    /// <summary>§2D1.14(a)(1) takes the level of §2D1.1 for narco-terrorism.</summary>
    [Fact]
    public void So_may_a_level_that_another_guideline_takes_from_the_table()
    {
        var answer = Determine(Record("2008-11-01", "2D1.14", "\"baseOffenseLevel\":30", "2016-05-01"));

        Assert.Equal(Outcome.Undetermined, answer.Outcome);
        Assert.Contains(answer.Missing, m => m.Fact == "offense.drugs");
    }

    /// <summary>Amendment 715 alone, which a court of 2010 substitutes into the Manual of 2007: no single drug moves, some mixtures do.</summary>
    [Fact]
    public void Amendment_715_moves_mixtures_and_no_single_drug()
    {
        var unknown = Determine(Record("2007-11-01", "2D1.1", "\"baseOffenseLevel\":32", "2010-05-01"));

        Assert.Equal(Outcome.Undetermined, unknown.Outcome);
        Assert.Equal(
            Outcome.Ineligible,
            Determine(Record("2007-11-01", "2D1.1", "\"drugs\":[{\"substance\":\"heroin\",\"grams\":1000}]", "2010-05-01")).Outcome
        );
    }

    /// <summary>Whatever cocaine base and another drug weigh together, their levels before and after the amendments are among the lines tried.</summary>
    [Fact]
    public void The_levels_of_every_mixture_are_among_those_that_are_tried()
    {
        var tried = new Dictionary<LawStages, HashSet<string>>();
        Expect.None(
            Draw.From(Mixtures, 6_000)
                .Select(m =>
                    (
                        m.Law,
                        m.Drugs,
                        Levels: Text(QuantityReadings.OfDrugs(m.Drugs, m.Law.Manuals, _ => true, explain: false).Readings.Single())
                    )
                )
                .Where(m => !Lines(m.Law).Contains(m.Levels))
                .Select(m =>
                    $"{m.Law.Original.Edition:yyyy-MM-dd}, {m.Law.Order:yyyy-MM-dd}: {string.Join(", ", m.Drugs.Select(d => $"{d.Grams?.AtLeast} {d.Substance}"))}: {m.Levels}"
                ),
            "A mixture has levels that are not tried:"
        );

        HashSet<string> Lines(LawStages law) =>
            tried.TryGetValue(law, out var lines)
                ? lines
                : tried[law] = [.. QuantityReadings.EveryLine(law.Manuals, explain: false).Select(Text)];
    }

    private static string Text(QuantityReading reading) => string.Join(' ', reading.Levels);

    private static readonly DateOnly[] Manuals =
    [
        new(1998, 11, 1),
        new(2006, 11, 1),
        new(2007, 11, 1),
        new(2008, 5, 1),
        new(2009, 11, 1),
        new(2010, 11, 1),
    ];

    private static readonly DateOnly[] Orders = [new(2008, 3, 10), new(2010, 5, 1), new(2012, 5, 1), new(2016, 5, 1)];

    private static Gen<(LawStages Law, Drug[] Drugs)> Mixtures =>
        from manual in Gen.OneOf(Manuals)
        from order in Gen.OneOf(Orders.Where(o => o > manual).ToArray())
        from crack in Weight
        from other in Weight
        from substance in Gen.OneOf("heroin", "cocaine", "marihuana")
        select (
            LawStages.Of(RandomRecords.Law, manual, order),
            new Drug[] { new("cocaine-base", Quantity.Exactly(crack), null), new(substance, Quantity.Exactly(other), null) }
        );

    /// <summary>From a tenth of a gram to ten kilograms, as many of each magnitude.</summary>
    private static Gen<decimal> Weight => Gen.Int[-1000, 4000].Select(n => Math.Round((decimal)Math.Pow(10, n / 1000.0), 3));

    private static string Record(string manual, string guideline, string known, string order) =>
        $$$"""
            {"id":"a","manual":"{{{manual}}}","offense":{"guideline":"{{{guideline}}}",{{{known}}},"adjustments":[]},
             "criminalHistory":{"category":"I","points":1,"statusPoints":0},"careerOffender":{"applied":false},
             "statutory":{"minimumMonths":0,"maximumMonths":"life"},"sentence":{"months":160},"motion":{"decidedOn":"{{{order}}}"}}
            """;
}
