using System.Text;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Tests.Import;

/// <summary>Records as they are read and written.</summary>
public class RecordJsonTests
{
    /// <summary>Every field there is, in the order in which it is written: nothing that a record says is lost between two programs.</summary>
    private const string Everything = """
        {"id":"a","district":"TNE","sentencedOn":"2012-05-01","offenseEndedOn":"2011-03","manual":"2011-11-01","offense":{"guideline":"2D1.1",
        "drugs":[{"substance":"cocaine-base","grams":250},{"substance":"methamphetamine","grams":{"min":50,"max":200},"actualGrams":{"min":5}},
        {"substance":"marihuana-plants","count":100}],"convertedDrugWeightKg":{"min":100,"max":400},"drugQuantityLevel":30,
        "baseOffenseLevel":30,"baseOffenseLevelFrom":"drug-quantity","adjustments":[{"rule":"2D1.1(b)(1)","levels":2}],
        "totalOffenseLevel":32},"criminalHistory":{"points":4,"statusPoints":2,"recencyPoints":1,"category":"III",
        "zeroPointExclusions":["(10)"]},"careerOffender":{"applied":true,"offenseLevel":34},"guidelineRange":{"min":188,"max":"life"},
        "statutory":{"minimumMonths":120,"maximumMonths":"life","relief":"both","safetyValve":true},"sentence":{"months":97,"days":3,
        "belowRange":[{"basis":"variance","levels":2,"percent":12.5,"months":7}],"plea":"11(c)(1)(C)","pleaUsedRange":true,
        "pleaWaivesReduction":false,"revocation":false,"consecutive":[{"statute":"18 U.S.C. 924(c)","months":60,"forThisOffense":true}],
        "terms":[{"months":97,"days":3,"relation":"concurrent","began":"2012-05-01"}],"supervisedReleaseMonths":60},
        "earlierReductions":[{"on":"2013-02-01","basis":"amendment-750","months":97}],"motion":{"amendments":["782"],"decidedOn":"2015"},
        "counts":[{"statute":"21 U.S.C. 841(b)(1)(A)","quantity":{"substance":"cocaine-base","grams":{"min":280}},"prior851":1,
        "minimumMonths":120,"maximumMonths":"life","months":97,"relation":"consecutive"}],
        "groups":[{"guideline":"2K2.1","adjustedLevel":24,"units":0.5}],"custody":{"sentenceBegan":"2012-05-01","priorCreditDays":90,
        "goodTimeLostDays":14,"schooling":false,"rdapMonths":12,"earnedCreditDays":30,"earnsTimeCredits":true,"arrivedOn":"2012-06-01",
        "facility":"FCI Example","detainer":"ICE","finalRemovalOrder":false,"placement":"halfway-house","destination":"Knoxville",
        "citizenship":"US","released":false,"asOf":"2014-01-01"},"person":{"sex":"female","race":"white","hispanic":true,"age":40,
        "name":"Person One","registerNumber":"12345-074","docketNumber":"1:13-cr-00417","defendant":2},
        "sources":{"/offense/drugs/0":{"document":"PSR","paragraph":"20","status":"adopted"}},"source":"a file","synthetic":true}
        """;

    [Fact]
    public void A_record_that_says_everything_is_written_as_it_was_read()
    {
        var text = Everything.ReplaceLineEndings("");

        Assert.True(
            new RecordJson(Elements.Substances(Editions.Law)).TryRead(Encoding.UTF8.GetBytes(text), out var record, out var problems),
            string.Join("; ", problems)
        );
        Assert.Equal(text, RecordJson.Write(record));
    }
}
