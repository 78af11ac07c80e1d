using System.Text;
using System.Text.Json.Nodes;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Facts;
using SecondLook.Tests.SecondOpinion;

namespace SecondLook.Tests.Import;

/// <summary>Every field of a record by itself: what it may hold, and that it is read and written as it stands.</summary>
public class RecordFieldTests
{
    private const string Term = "0 1 97 100000 \"life\"";
    private const string Longer = "1 97 100000 \"life\"";
    private const string NoTerm = "-1 100001 9996 9997 1.5 \"97\" true \"Life\" {} []";
    private const string NotAbove0 = "0 -1 9996 9997 2.5";
    private const string Amount = "0 0.001 250.5 1000000000000 {\"min\":500} {\"min\":0.5,\"max\":1500} {\"min\":0,\"max\":1}";
    private const string NoAmount =
        "-0.001 1000000000001 {\"min\":5,\"max\":5} {\"min\":6,\"max\":5} {\"min\":0,\"max\":0} \"5\" [] {\"least\":5}";
    private const string Date = "\"2013-05-06\" \"2012-02-29\" \"2013-05\" \"2013\" \"1900\" \"2199-12-31\"";
    private const string NoDate = "\"2013-02-29\" \"2013-13\" \"1899\" \"2200\" \"2013-5-6\" \"06.05.2013\" 2013 \"\" \"2013-05-06T00\"";
    private const string YesNo = "true false";
    private const string NoYesNo = "\"true\" 0 1 \"no\"";
    private const string Text = "\"one\" \"ü-21\"";
    private const string NoText = "\"\" \"\\t\" \"a\\nb\" 5 true []";

    /// <summary>The field, what it may hold, and what it may not: the bounds on both sides. Levels are those of the table of Chapter Five.</summary>
    public static TheoryData<string, string, string> Fields =>
        new()
        {
            { "district", "\"TNE\" \"CAC\"", "\"\" 5 []" },
            { "sentencedOn", Date, NoDate },
            { "offenseEndedOn", Date, NoDate },
            { "offense.guideline", "\"2D1.1\" \"2K2.1\"", "\"\" 5 \"D1\"" },
            { "offense.drugs[].grams", Amount, NoAmount },
            { "offense.drugs[].count", "0 1 2500 {\"min\":500} {\"min\":5,\"max\":6}", "0.5 {\"min\":1.5} {\"min\":1,\"max\":2.5} -1" },
            { "offense.drugs[].actualGrams", Amount, NoAmount },
            { "offense.drugs[].substance", "\"cocaine\" \"marihuana-plants\"", "\"cocane\" \"\" 5" },
            { "offense.convertedDrugWeightKg", Amount, NoAmount },
            { "offense.drugQuantityLevel", "1 43", "0 44 6.5 \"26\"" },
            { "offense.baseOffenseLevel", "1 43", "0 44 6.5 \"26\"" },
            {
                "offense.baseOffenseLevelFrom",
                "\"drug-quantity\" \"stipulated-quantity\" \"borrowed\" \"death-or-injury\" \"cross-reference\" \"stipulated-level\" \"other-guideline\"",
                "\"table\" 1"
            },
            { "offense.totalOffenseLevel", "-20 80", "-21 81 1.5" },
            { "offense.adjustments[].levels", "-80 -3 0 80", "-81 81 \"2\" 0.5" },
            { "offense.adjustments[].rule", "\"2D1.1(b)(1)\" \"3C1.1\"", "\"\" 5" },
            { "criminalHistory.points", "0 300", "-1 301 1.5 \"3\"" },
            { "criminalHistory.statusPoints", "0 1 2", "-1 3" },
            { "criminalHistory.recencyPoints", "0 1 2", "-1 3" },
            { "criminalHistory.category", "\"I\" \"II\" \"III\" \"IV\" \"V\" \"VI\"", "\"VII\" 1 \"i\"" },
            {
                "criminalHistory.zeroPointExclusions",
                "[] [\"(2)\"] [\"(3)\",\"(4)\"] [\"(5)\"] [\"(6)\"] [\"(7)\"] [\"(8)\"] [\"(9)\"] [\"(10)\",\"(11)\"]",
                "[\"(1)\"] [\"(12)\"] [\"none\"] \"(2)\" [2]"
            },
            { "careerOffender.applied", YesNo, NoYesNo },
            { "careerOffender.offenseLevel", "1 37 43", "0 44" },
            { "guidelineRange.max", Longer, NotAbove0 },
            { "guidelineRange.min", "0 1 97 200", "-1 201 \"life\" 9996" },
            { "statutory.minimumMonths", Term, NoTerm },
            { "statutory.maximumMonths", Longer, NotAbove0 },
            { "statutory.relief", "\"none\" \"safety-valve\" \"substantial-assistance\" \"both\"", "\"yes\" true" },
            { "statutory.safetyValve", YesNo, NoYesNo },
            { "sentence.months", Term, NoTerm },
            { "sentence.days", "0 400", "-1 401" },
            {
                "sentence.belowRange[].basis",
                "\"substantial-assistance\" \"fast-track\" \"criminal-history\" \"variance\" \"5G1.3(b)\" \"other\"",
                "\"5K1.1\" 1"
            },
            { "sentence.belowRange[].levels", "0 80", "-1 81 1.5" },
            { "sentence.belowRange[].percent", "0 12.5 100", "-0.1 100.1 \"5\"" },
            { "sentence.belowRange[].months", "0 0.5 100000", "-0.1 100000.5" },
            { "sentence.plea", Text, NoText },
            { "sentence.pleaUsedRange", YesNo, NoYesNo },
            { "sentence.courtUsedRange", YesNo, NoYesNo },
            { "sentence.pleaWaivesReduction", YesNo, NoYesNo },
            { "sentence.revocation", YesNo, NoYesNo },
            { "sentence.consecutive[].statute", Text, NoText },
            { "sentence.consecutive[].months", Longer, NotAbove0 },
            { "sentence.consecutive[].forThisOffense", YesNo, NoYesNo },
            { "sentence.terms[].months", Term, NoTerm },
            { "sentence.terms[].days", "0 400000", "-1 400001" },
            { "sentence.terms[].relation", "\"concurrent\" \"consecutive\"", "\"beside\" 1" },
            { "sentence.terms[].began", Date, NoDate },
            { "sentence.supervisedReleaseMonths", Term, NoTerm },
            { "earlierReductions[].on", Date, NoDate },
            {
                "earlierReductions[].basis",
                "\"amendment-750\" \"amendment-821A\" \"rule-35b\" \"commutation\" \"first-step-404\" \"other\"",
                "\"amendment-\" \"amendment-0750\" \"amendment-78200\" \"750\" \"amendment-7B2\" \"\""
            },
            { "earlierReductions[].months", Term, NoTerm },
            {
                "motion.amendments",
                "[] [\"782\"] [\"706\",\"821A\"] [\"9\"] [\"1234\"]",
                "[\"0782\"] [\"A\"] [\"12345\"] [\"78x\"] \"782\" [\"\"]"
            },
            { "motion.decidedOn", Date, NoDate },
            { "counts[].statute", Text, NoText },
            { "counts[].prior851", "0 20", "-1 21" },
            { "counts[].minimumMonths", Term, NoTerm },
            { "counts[].maximumMonths", Longer, NotAbove0 },
            { "counts[].months", Term, NoTerm },
            { "counts[].relation", "\"concurrent\" \"consecutive\"", "\"beside\"" },
            { "counts[].quantity", "{\"substance\":\"heroin\"} {\"grams\":{\"min\":1000}} {\"count\":100}", "\"1kg\" {\"kilograms\":1}" },
            { "groups[].guideline", "\"2K2.1\"", "\"K2\" 5" },
            { "groups[].adjustedLevel", "0 80", "-1 81" },
            { "groups[].units", "0 0.5 1 20", "-0.5 20.5" },
            { "custody.sentenceBegan", Date, NoDate },
            { "custody.priorCreditDays", "0 40000", "-1 40001" },
            { "custody.goodTimeLostDays", "0 40000", "-1 40001" },
            { "custody.schooling", YesNo, NoYesNo },
            { "custody.rdapMonths", "0 12", "-1 13" },
            { "custody.earnedCreditDays", "0 40000", "-1 40001" },
            { "custody.earnsTimeCredits", YesNo, NoYesNo },
            { "custody.arrivedOn", Date, NoDate },
            { "custody.facility", Text, NoText },
            { "custody.detainer", Text, NoText },
            { "custody.finalRemovalOrder", YesNo, NoYesNo },
            { "custody.placement", "\"institution\" \"halfway-house\" \"home\"", "\"prison\" 1" },
            { "custody.destination", Text, NoText },
            { "custody.citizenship", Text, NoText },
            { "custody.released", YesNo, NoYesNo },
            { "custody.asOf", "\"2018-12-21\"", "\"2018-13\" 2018" },
            { "person.sex", Text, NoText },
            { "person.race", Text, NoText },
            { "person.hispanic", YesNo, NoYesNo },
            { "person.age", "0 130", "-1 131 40.5" },
            { "source", Text, NoText },
        };

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_is_read_and_written_as_it_stands(string field, string may, string _) =>
        Assert.All(may.Split(' '), value => Assert.Equal(Json(field, value), Written(Json(field, value))));

    /// <summary>What cannot be is refused by the name of its field, and the record is not read.</summary>
    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_that_cannot_be_is_refused_by_its_name(string field, string _, string mayNot) =>
        Assert.All(
            mayNot.Split(' '),
            value =>
            {
                Assert.False(Read(Json(field, value), out var _, out var problems), $"{value} is read");
                var problem = Assert.Single(problems);
                Assert.StartsWith(Path(field), problem.Field, StringComparison.Ordinal);
                Assert.NotEmpty(problem.Suggestion);
            }
        );

    /// <summary>Any fields together, each of them or not, in any number: the same record comes back.</summary>
    [Fact]
    public void Any_fields_together_are_written_as_they_were_read()
    {
        var dice = new Dice(Difference.Seed + 31);
        var fields = Fields
            .Select(row => row.Data)
            .Where(row =>
                !row.Item1.StartsWith("guidelineRange", StringComparison.Ordinal)
                && !row.Item1.StartsWith("offense.adjustments", StringComparison.Ordinal)
            )
            .ToList();
        for (var i = 0; i < 400 * Difference.Times; i++)
        {
            var record = new JsonObject { ["id"] = $"r{i}" };
            var share = dice.Of(5, 20, 60, 95);
            foreach (var (field, may, _) in fields.Where(_ => dice.Percent(share)))
            {
                var parts = field.Split('.');
                var at = record;
                foreach (var part in parts[..^1])
                {
                    at = Into(at, part, dice);
                }

                at[parts[^1]] = JsonNode.Parse(dice.Of(may.Split(' ')));
            }

            var text = record.ToJsonString();
            // A statutory minimum above the maximum is kept, and remarked.
            Assert.True(JsonNode.DeepEquals(record, JsonNode.Parse(Written(text))), $"{text}\n{Written(text)}");
        }
    }

    private static JsonObject Into(JsonObject at, string part, Dice dice)
    {
        if (!part.EndsWith("[]", StringComparison.Ordinal))
        {
            return (JsonObject)(at[part] ??= new JsonObject());
        }

        var list = (JsonArray)(at[part[..^2]] ??= new JsonArray());
        if (list.Count == 0 || dice.Percent(20))
        {
            list.Add(new JsonObject());
        }

        // A part of the cut below the range has a basis in any case.
        var last = (JsonObject)list[^1]!;
        if (part == "belowRange[]")
        {
            last["basis"] ??= "other";
        }

        return last;
    }

    /// <summary>Members of objects that need two, each with the other one.</summary>
    private static readonly Dictionary<string, string> Beside = new(StringComparer.Ordinal)
    {
        ["offense.adjustments[].levels"] = """{"rule":"3E1.1","levels":$}""",
        ["offense.adjustments[].rule"] = """{"rule":$,"levels":2}""",
        ["guidelineRange.max"] = """{"min":1,"max":$}""",
        ["guidelineRange.min"] = """{"min":$,"max":200}""",
        ["sentence.belowRange[].levels"] = """{"basis":"other","levels":$}""",
        ["sentence.belowRange[].percent"] = """{"basis":"other","percent":$}""",
        ["sentence.belowRange[].months"] = """{"basis":"other","months":$}""",
    };

    private static string Json(string field, string value)
    {
        var parts = field.Split('.').ToList();
        var last = parts[^1];
        var text = Beside.TryGetValue(field, out var both) ? both.Replace("$", value, StringComparison.Ordinal) : $"{{\"{last}\":{value}}}";
        foreach (var part in parts.AsEnumerable().Reverse().Skip(1))
        {
            text = part.EndsWith("[]", StringComparison.Ordinal) ? $"{{\"{part[..^2]}\":[{text}]}}" : $"{{\"{part}\":{text}}}";
        }

        return $"{{\"id\":\"a\",{text[1..]}";
    }

    private static string Path(string field) =>
        field.StartsWith("guidelineRange", StringComparison.Ordinal)
            ? "guidelineRange"
            : field.Replace("[]", "[0]", StringComparison.Ordinal);

    private static string Written(string text)
    {
        Assert.True(Read(text, out var record, out var problems), $"{text}: {string.Join("; ", problems)}");
        return RecordJson.Write(record!);
    }

    private static bool Read(string text, out SentencingRecord? record, out IReadOnlyList<RecordProblem> problems)
    {
        var read = new RecordJson(Elements.Substances(Editions.Law)).TryRead(Encoding.UTF8.GetBytes(text), out record, out var found);
        problems = found;
        return read;
    }
}
