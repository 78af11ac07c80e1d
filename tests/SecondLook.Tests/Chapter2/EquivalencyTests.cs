using SecondLook.Sentencing.Chapter2;

namespace SecondLook.Tests.Chapter2;

/// <summary>§2D1.1, comment. (n.8(D) and n.9): the printed lists stand in Equivalencies.cases.md.</summary>
public class EquivalencyTests
{
    private const string Cases = "Chapter2/Equivalencies.cases.md";

    /// <summary>The measure is that of the list, and the weight the one with which an amount beside another drug is added up.</summary>
    [Fact]
    public void A_substance_weighs_what_the_list_says() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "edition", "substance", "per", "grams"),
            row => (row["per"], (decimal?)row.Number("grams")),
            row =>
            {
                var manual = Editions.Manual(row.Day("edition"));
                var per = manual.Get<DrugEquivalencies>().Terms.Entries.GetValueOrDefault(row["substance"])?.Per ?? "";
                DrugAmount[] one = [new(row["substance"], 1, ""), new("marihuana", 0, "")];
                return (per, QuantityLevel.Weight(one, manual, explain: false)?.Value * 1000);
            }
        );

    [Fact]
    public void The_provisos_cap_what_substances_weigh_together() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "edition", "drugs", "kilograms"),
            row => row.Number("kilograms"),
            row =>
            {
                var manual = Editions.Manual(row.Day("edition"));
                return QuantityLevel.Weight(Editions.AmountsOf(row.Drugs("drugs"), manual), manual, explain: false)!.Value.Value;
            }
        );

    [Fact]
    public void A_dose_weighs_what_the_table_of_typical_weights_says() =>
        CaseTable.Check(
            CaseTable.Of(Cases, "edition", "substance", "milligrams"),
            row => (decimal?)row.Number("milligrams"),
            row => DrugMeasure.PerCount(row["substance"], 1, Editions.Manual(row.Day("edition"))) * 1000
        );
}
