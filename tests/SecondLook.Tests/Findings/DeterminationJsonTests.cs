using System.Text.Json;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Tests.Findings;

public class DeterminationJsonTests
{
    [Fact]
    public void The_properties_of_version_1_stand_in_their_order()
    {
        var names = Json(Specimens.Eligible()).EnumerateObject().Select(property => property.Name);

        Assert.Equal(
            [
                "id",
                "amendments",
                "orderDate",
                "earliestEffective",
                "law",
                "outcome",
                "reason",
                "original",
                "amended",
                "effects",
                "lowestTerm",
                "assumptions",
                "disagreements",
                "missing",
                "notCovered",
                "remarks",
                "findings",
            ],
            names
        );
    }

    [Fact]
    public void An_eligible_answer_is_written_as_the_contract_shows_it()
    {
        var json = Json(Specimens.Eligible());

        Assert.Equal("2016-03", json.GetProperty("orderDate").GetString());
        Assert.Equal("2015-11-01", json.GetProperty("earliestEffective").GetString());
        Assert.Equal("eligible", json.GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("reason").ValueKind);
        Assert.Equal(
            """{"drugQuantityLevel":36,"baseOffenseLevel":36,"totalOffenseLevel":35,"category":"III","tableRange":{"min":210,"max":262},"range":{"min":210,"max":262}}""",
            json.GetProperty("original").GetRawText()
        );
        Assert.Equal("""[{"amendment":"782","what":"drugQuantityLevel","from":36,"to":34}]""", json.GetProperty("effects").GetRawText());
        Assert.Equal(
            """{"months":134,"basis":"comparable-reduction","others":[{"method":"levels","months":135}]}""",
            json.GetProperty("lowestTerm").GetRawText()
        );
    }

    [Fact]
    public void Life_is_written_as_life_and_a_reason_by_its_hyphenated_name()
    {
        var json = Json(Specimens.Ineligible());

        Assert.Equal("""{"min":360,"max":"life"}""", json.GetProperty("original").GetProperty("range").GetRawText());
        Assert.Equal(
            """{"code":"career-offender","citation":"USSG §4B1.1(b)","also":["mandatory-minimum"]}""",
            json.GetProperty("reason").GetRawText()
        );
    }

    [Fact]
    public void A_missing_fact_says_what_each_answer_would_mean()
    {
        var json = Json(Specimens.Undetermined());

        Assert.Equal(
            """[{"fact":"offense.drugs[0].grams","if":[{"is":">= 45000","then":"ineligible"},{"is":"< 45000","then":"eligible"}]}]""",
            json.GetProperty("missing").GetRawText()
        );
        Assert.True(json.GetProperty("capped").GetBoolean());
        Assert.Equal(
            """[{"min":188,"max":235},{"min":"life","max":"life"}]""",
            json.GetProperty("amended").GetProperty("readings").GetRawText()
        );
    }

    [Fact]
    public void A_finding_is_written_once_under_the_first_side_and_after_what_it_rests_on()
    {
        var findings = Json(Specimens.Eligible()).GetProperty("findings").EnumerateArray().ToList();
        var ids = findings.Select(finding => finding.GetProperty("id").GetString()!).ToList();

        Assert.Equal(8, findings.Count);
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.Equal("original", findings.Single(f => f.GetProperty("value").ToString() == "III").GetProperty("side").GetString());
        foreach (var (finding, place) in findings.Select((finding, place) => (finding, place)))
        {
            var restsOn = finding.GetProperty("from").EnumerateArray().Select(from => ids.IndexOf(from.GetString()!));
            Assert.All(restsOn, at => Assert.True(at < place));
        }
    }

    [Fact]
    public void A_finding_names_its_rule_its_version_and_the_fact_it_rests_on()
    {
        var finding = Json(Specimens.Eligible()).GetProperty("findings")[0];

        Assert.Equal(
            """{"id":"f1","side":"original","rule":"2D1.1(c)(2)","citation":"USSG §2D1.1(c)(2)","says":"level from the Drug Quantity Table","value":36,"law":"Nov. 1, 2012","effective":"2012-11-01","from":["offense.drugs[0]"]}""",
            finding.GetRawText()
        );
    }

    [Fact]
    public void Where_the_source_has_columns_findings_name_them_and_not_the_paths()
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["offense.drugs"] = "WGT1",
            ["criminalHistory.category"] = "XCRHISSR",
        };
        var determination = Specimens.Eligible() with { Origin = new RecordOrigin("fy.csv", 2, columns) };

        var sources = Json(determination).GetProperty("findings").EnumerateArray().SelectMany(f => f.GetProperty("from").EnumerateArray());

        Assert.Equal(
            ["WGT1", "XCRHISSR", "offense.adjustments", "sentence.months"],
            sources
                .Select(s => s.GetString()!)
                .Where(s => s[0] != 'f' || s.Contains('.', StringComparison.Ordinal))
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_same_determination_gives_the_same_bytes_also_from_a_writer_that_was_used_before()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using var writer = new DeterminationJson(buffer);
        writer.Write(Specimens.Undetermined());
        buffer.ResetWrittenCount();
        writer.Write(Specimens.Eligible());

        Assert.Equal(DeterminationJson.Text(Specimens.Eligible()), System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public void The_compact_form_has_everything_but_the_findings()
    {
        var full = DeterminationJson.Text(Specimens.Eligible());
        var compact = DeterminationJson.Text(Specimens.Eligible(), withFindings: false);

        Assert.StartsWith(compact[..^1], full, StringComparison.Ordinal);
        Assert.DoesNotContain("findings", compact, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.500", "1.5")]
    [InlineData("3000.0000", "3000")]
    [InlineData("0.0001", "0.0001")]
    public void Equal_weights_are_equal_bytes(string weight, string written)
    {
        var kilograms = decimal.Parse(weight, System.Globalization.CultureInfo.InvariantCulture);
        var finding = new Finding(
            Step.CombinedWeight,
            FindingValue.Kilograms(kilograms),
            Specimens.Law("x", "USSG §2D1.1", new(2012, 11, 1))
        );

        var json = Json(Specimens.Bare("w", Outcome.Undetermined) with { OriginalFindings = [finding] });

        Assert.Equal(written, json.GetProperty("findings")[0].GetProperty("value").GetRawText());
    }

    private static JsonElement Json(Determination determination) => JsonDocument.Parse(DeterminationJson.Text(determination)).RootElement;
}
