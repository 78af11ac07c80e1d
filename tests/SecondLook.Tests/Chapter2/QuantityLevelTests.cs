using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Chapter2;

/// <summary>§2D1.1(c) and comment. (n.8 to n.10): the cases stand in QuantityLevel.cases.md.</summary>
public class QuantityLevelTests
{
    private const string Cases = "Chapter2/QuantityLevel.cases.md";

    [Fact]
    public void A_quantity_has_the_level_that_the_commentary_gives_it() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "edition", "amendments", "drugs", "level"),
            row => row.Whole("level"),
            row => Editions.LevelOf(row.Drugs("drugs"), Editions.Manual(row.Day("edition"), row.Words("amendments")))
        );

    [Fact]
    public void Substances_together_weigh_what_the_commentary_says() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "edition", "amendments", "drugs", "weight"),
            row => row.Number("weight"),
            row =>
            {
                var manual = Editions.Manual(row.Day("edition"), row.Words("amendments"));
                return QuantityLevel.Weight(Editions.AmountsOf(row.Drugs("drugs"), manual), manual, explain: false)!.Value.Value;
            }
        );

    [Fact]
    public void Doses_and_plants_weigh_what_the_notes_say() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "edition", "drugs", "grams"),
            row => row.Number("grams"),
            row => DrugMeasure.Measured(row.Drugs("drugs").Single(), Editions.Manual(row.Day("edition")))!.Value.AtLeast
        );

    /// <summary>The same through the front door: a record with nothing but the drugs and the Manual.</summary>
    [Fact]
    public void A_determination_starts_from_the_level_of_the_commentary() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "edition", "amendments", "drugs", "level").Where(row => !row.Has("amendments")),
            row => row.Whole("level"),
            row =>
                SentenceReduction
                    .Determine(
                        new SentencingRecord
                        {
                            Id = row.Place,
                            Manual = row.Day("edition"),
                            Offense = new()
                            {
                                Guideline = "2D1.1",
                                Drugs = row.Drugs("drugs"),
                                Adjustments = [],
                            },
                            CriminalHistory = new() { Category = 1 },
                            CareerOffender = new() { Applied = false },
                            Statutory = new()
                            {
                                Minimum = default(Months),
                                Maximum = Months.Life,
                                Relief = MinimumRelief.None,
                            },
                        },
                        new ReductionQuestion(null, PartialDate.On(new DateOnly(2024, 6, 1)), KeepFindings: false),
                        Editions.Law
                    )
                    .Original.DrugQuantityLevel
                ?? 0
        );
}
