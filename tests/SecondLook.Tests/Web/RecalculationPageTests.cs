using System.Text.RegularExpressions;
using SecondLook.Docket.Recalculations;
using SecondLook.Sentencing.Facts;
using SecondLook.Tests.Docket;
using SecondLook.Web.Cases;

namespace SecondLook.Tests.Web;

/// <summary>A record is entered, corrected and compared with another party's.</summary>
public sealed partial class RecalculationPageTests
{
    [Fact]
    public async Task A_case_is_opened_by_hand_its_record_entered_and_a_correction_stands_beside_what_it_corrects()
    {
        await using var site = await TestSite.Start();
        var docket = site.Docket;
        using var defender = await site.SignedIn(docket.Defender);

        var opened = await defender.Post(
            "/cases/new",
            ("District", "TNE"),
            ("DocketNumber", "1:12-cr-00077"),
            ("Defendant", "1"),
            ("Name", "Alex Example"),
            ("RegisterNumber", "77777-074"),
            ("Synthetic", "true")
        );
        Assert.EndsWith("/recalculate", opened.Path);

        (string, string)[] facts =
        [
            Fact("sentencedOn", "2013-05-06"),
            Fact("manual", "2012-11-01"),
            Fact("offense.guideline", "2D1.1"),
            Fact("offense.drugs[0].substance", "cocaine"),
            Fact("offense.drugs[0].grams", "500-2000"),
            Fact("offense.totalOffenseLevel", "26"),
            Fact("criminalHistory.category", "I"),
            Fact("criminalHistory.points", "0"),
            Fact("careerOffender.applied", "no"),
            Fact("statutory.minimumMonths", "0"),
            Fact("sentence.months", "63"),
            ("OrderDate", "2016-03-10"),
        ];
        var shown = await defender.Send(opened.Path, "Store", facts);
        // Level 26, category I: 63-78 months; level 24: 51-63.
        Assert.Contains("to no less than 51 months", shown.Text);
        Assert.Contains("United States v. Alex Example", shown.Text);

        var corrected = await defender.Send(
            opened.Path,
            "Store",
            Fact("criminalHistory.category", "II"),
            Fact("criminalHistory.points", "2"),
            ("OrderDate", "2016-03-10")
        );
        // Level 26, category II: 70-87 months; level 24: 57-71.
        Assert.Contains("the one before stays as it was", corrected.Text);
        Assert.Contains("57 months", corrected.Text);

        var view = (await docket.Store.Case(docket.Defender.Id, Guid.Parse(CaseOf().Match(opened.Path).Groups["id"].Value)))!;
        var all = view.All<Recalculation>().ToList();
        Assert.Equal(2, all.Count);
        Assert.Equal(all[0].Id, all[1].SupersedesId);
        Assert.Equal(51, all[0].LowestTerm);
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_and_nothing_is_stored()
    {
        await using var site = await TestSite.Start();
        var docket = site.Docket;
        var id = await docket.Opened(docket.Defender);
        using var defender = await site.SignedIn(docket.Defender);

        var page = await defender.Send(
            $"/cases/{id}/recalculate",
            "Store",
            Fact("offense.totalOffenseLevel", "many"),
            ("Json", """{"id":"p","ofense":{}}"""),
            ("OrderDate", "soon")
        );

        Assert.Contains("Total offense level: `many` cannot be read", page.Text);
        Assert.DoesNotContain((await docket.Store.Case(docket.Defender.Id, id))!.Entries, e => e is Recalculation);
    }

    [Fact]
    public async Task The_parties_computations_stand_side_by_side_where_they_part_ways()
    {
        await using var site = await TestSite.Start();
        var docket = site.Docket;
        var id = await CasesInCourt.Filed(docket, assistance: false);
        var own = docket.Recalculate(id, docket.Prosecutor);
        var record = own.Record with { Offense = own.Record.Offense with { TotalOffenseLevel = null, Adjustments = [new("3E1.1", -2)] } };
        await docket.Store.Perform(own with { Record = record, Determination = CasesInCourt.Determine(record, "2015-07-01") });
        using var prosecutor = await site.SignedIn(docket.Prosecutor);

        var page = await prosecutor.Get($"/cases/{id}/compare");

        Assert.Contains("here they part ways", page.Text);
        Assert.Contains("3E1.1: -2 levels", page.Text);
        Assert.Contains("3E1.1: -3 levels", page.Text);
        Assert.Contains("Ann Defender", page.Text);
    }

    [Fact]
    public async Task What_another_program_computed_is_shown_as_it_was_stored()
    {
        await using var site = await TestSite.Start();
        var docket = site.Docket;
        var id = await docket.Opened(docket.Defender);
        var first = docket.Recalculate(id, docket.Defender);
        await docket.Store.Perform(
            first with
            {
                Determination = first.Determination with { Remarks = ["said by another program"] },
                EngineVersion = "0.0.1-older",
            }
        );
        using var defender = await site.SignedIn(docket.Defender);

        var page = await defender.Get($"/cases/{id}");

        Assert.Contains("0.0.1-older", page.Text);
        Assert.Contains("Steps as stored", page.Text);
        Assert.Contains("37-46 months", page.Text);
    }

    private static (string Name, string Value) Fact(string path, string value) =>
        ($"Facts[{MainFact.All.Index().Single(fact => fact.Item.Path == path).Index}]", value);

    [GeneratedRegex("/cases/(?<id>[0-9a-f-]{36})", RegexOptions.ExplicitCapture)]
    private static partial Regex CaseOf();
}
