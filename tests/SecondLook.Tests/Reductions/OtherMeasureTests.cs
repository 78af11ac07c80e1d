using System.Text;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Reductions;
using SecondLook.Tests.Agreement;

namespace SecondLook.Tests.Reductions;

/// <summary>A case under another Manual than the court's, which measures the drug by something else.</summary>
public class OtherMeasureTests
{
    /// <summary>
    /// Amendment 488, November 1, 1993: "do not use the weight of the LSD/carrier medium. Instead, treat each dose of LSD on the carrier medium
    /// as equal to 0.4 mg of LSD". A weight that a court of 1992 found has the medium in it: ten grams were level 32; how many doses they were
    /// only the record can say. 1,000 doses are 400 milligrams, level 20 ("at least 400 MG but less than 600 MG").
    /// </summary>
    [Theory]
    [InlineData("1992-11-01", "", 32)]
    [InlineData("1994-11-01", "", null)]
    [InlineData("1994-11-01", ",\"count\":1000", 20)]
    public void The_weight_of_LSD_with_its_medium_says_nothing_under_a_Manual_that_counts_doses(string manual, string doses, int? level)
    {
        var json = $$$"""
            {"id":"a","manual":"1992-11-01","sentencedOn":"1993-02-01","offense":{"guideline":"2D1.1",
             "drugs":[{"substance":"lsd","grams":10{{{doses}}}}],"adjustments":[]},"criminalHistory":{"category":"I","points":0},
             "careerOffender":{"applied":false},"statutory":{"minimumMonths":0,"maximumMonths":"life"}}
            """;
        Assert.True(new RecordJson(Elements.Substances(Editions.Law)).TryRead(Encoding.UTF8.GetBytes(json), out var record, out _));

        var (answer, notes) = EveryManual.Under(record, DateOnly.ParseExact(manual, "yyyy-MM-dd"), Editions.Law);

        Assert.Equal(level, answer.Original.BaseOffenseLevel);
        Assert.Equal(level is null, notes.Any(n => n.Contains("lsd is measured by something else", StringComparison.Ordinal)));
    }
}
