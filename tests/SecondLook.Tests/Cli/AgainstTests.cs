using System.Text.Json;
using SecondLook.Tests.Screening;

namespace SecondLook.Tests.Cli;

/// <summary>The computations of two parties in one case, and where they part ways. The numbers are those of §2D1.1(c) and Chapter Five.</summary>
public sealed class AgainstTests : IDisposable
{
    private const string Defender = """
        {"id":"case","manual":"2012-11-01","offense":{"guideline":"2D1.1","drugs":[{"substance":"heroin","grams":950}],"baseOffenseLevel":30,"adjustments":[{"rule":"3E1.1","levels":-3}],"totalOffenseLevel":27,"baseOffenseLevelFrom":"drug-quantity"},"criminalHistory":{"points":2,"statusPoints":0,"category":"II"},"careerOffender":{"applied":false},"statutory":{"minimumMonths":0,"maximumMonths":480,"relief":"none"},"sentence":{"months":135,"belowRange":[]}}
        """;

    private static readonly string Probation = Defender
        .Replace("950", "1100", StringComparison.Ordinal)
        .Replace(":30,", ":32,", StringComparison.Ordinal)
        .Replace("{\"rule\":\"3E1.1\"", "{\"rule\":\"2D1.1(b)(1)\",\"levels\":2},{\"rule\":\"3E1.1\"", StringComparison.Ordinal)
        .Replace(":27,", ":31,", StringComparison.Ordinal)
        .Replace(
            "\"sentence\"",
            "\"sources\":{\"/offense/drugs/0\":{\"document\":\"presentence report\",\"paragraph\":\"24\",\"status\":\"unresolved\"}},\"sentence\"",
            StringComparison.Ordinal
        );

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>950 grams of heroin are level 30 and 1,100 grams level 32 in 2012; with amend. 782 they are 28 and 30.</summary>
    [Fact]
    public async Task The_facts_and_steps_that_differ_are_named_from_the_first_on()
    {
        var json = JsonDocument.Parse(await Compared(Defender, Probation, "json")).RootElement;

        Assert.False(json.GetProperty("sameAnswer").GetBoolean());
        Assert.Equal(
            [
                ("offense.drugs[0].grams", "950", "1100", true),
                ("offense.baseOffenseLevel", "30", "32", false),
                ("offense.totalOffenseLevel", "27", "31", true),
                ("offense.adjustments[0]", null, "2D1.1(b)(1): 2 levels", true),
            ],
            json.GetProperty("facts")
                .EnumerateArray()
                .Select(f => (Text(f, "path"), Text(f, "one"), Text(f, "other"), f.GetProperty("matters").GetBoolean()))
        );
        Assert.Equal(
            [
                ("level from the Drug Quantity Table", "30", "32", "offense.drugs[0].grams"),
                ("level after specific offense characteristics", null, "34", "offense.adjustments[0]"),
            ],
            Parting(json, "original")
        );
        Assert.Equal(
            [
                ("level from the Drug Quantity Table", "28", "30", "offense.drugs[0].grams"),
                ("level after specific offense characteristics", null, "32", "offense.adjustments[0]"),
            ],
            Parting(json, "amended")
        );
        // Amended, level 25 and category II is 63-78 months, and level 29 and II is 97-121.
        Assert.Equal(
            [63, 97],
            ((string[])["one", "other"]).Select(p =>
                json.GetProperty(p).GetProperty("determination").GetProperty("lowestTerm").GetProperty("months").GetInt32()
            )
        );
    }

    /// <summary>Level 27 and II is 78-97 months, amended 25 and II 63-78; level 31 and II is 121-151, amended 29 and II 97-121.</summary>
    [Fact]
    public async Task The_text_gives_both_answers_and_both_sources()
    {
        var text = await Compared(Defender, Probation.Replace("\"months\":135", "\"months\":90", StringComparison.Ordinal), "text");
        var line = string.Join(' ', text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

        Assert.StartsWith(
            "case: defender.jsonl against probation.jsonl\n\nThe two come to different answers.\n",
            text,
            StringComparison.Ordinal
        );
        Assert.All(
            [
                "defender.jsonl: Amendment 782, order of June 1, 2016. Eligible",
                "probation.jsonl: Amendment 782, order of June 1, 2016. Not eligible: the term is already at or below the lowest term",
                "probation.jsonl: 1100 (presentence report, ¶24, unresolved)",
                "guideline range 78-97 months 121-151 months",
                "guideline range 63-78 months 97-121 months",
                "sentence.months, the term that was imposed",
            ],
            words => Assert.Contains(words, line, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_computation_agrees_with_itself_and_order_does_not_matter()
    {
        var swapped = Defender.Replace(
            "\"drugs\":[{\"substance\":\"heroin\",\"grams\":950}]",
            "\"drugs\":[{\"substance\":\"marihuana\",\"grams\":1},{\"substance\":\"heroin\",\"grams\":950}]",
            StringComparison.Ordinal
        );
        var other = swapped.Replace(
            "{\"substance\":\"marihuana\",\"grams\":1},{\"substance\":\"heroin\",\"grams\":950}",
            "{\"substance\":\"heroin\",\"grams\":950},{\"substance\":\"marihuana\",\"grams\":1}",
            StringComparison.Ordinal
        );

        foreach (var json in new[] { await Compared(Defender, Defender, "json"), await Compared(swapped, other, "json") })
        {
            var root = JsonDocument.Parse(json).RootElement;
            Assert.True(root.GetProperty("sameAnswer").GetBoolean());
            Assert.Empty(root.GetProperty("facts").EnumerateArray());
            Assert.All(["original", "amended", "reduction"], side => Assert.Empty(root.GetProperty(side).EnumerateArray()));
        }
    }

    /// <summary>Amend. 782 is part of the Manual of 2014 and so is not substituted for one who was sentenced under it.</summary>
    [Fact]
    public async Task Where_the_parties_use_another_Manual_the_versions_of_the_law_part_them()
    {
        var later = Defender
            .Replace("2012-11-01", "2014-11-01", StringComparison.Ordinal)
            .Replace(":30,", ":28,", StringComparison.Ordinal)
            .Replace(":27,", ":25,", StringComparison.Ordinal);

        var json = JsonDocument.Parse(await Compared(Defender, later, "json")).RootElement;

        Assert.Contains(json.GetProperty("facts").EnumerateArray(), f => Text(f, "path") == "manual");
        var first = json.GetProperty("original").EnumerateArray().First();
        Assert.Equal(
            ("2010-11-01", "2014-11-01"),
            (Text(first.GetProperty("one"), "effective"), Text(first.GetProperty("other"), "effective"))
        );
    }

    [Fact]
    public async Task A_page_stands_by_itself_and_escapes_what_the_records_say()
    {
        var page = await Compared(Defender, Probation.Replace("presentence report", "<b>report</b>", StringComparison.Ordinal), "html");

        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;report&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_parties_are_compared_one_after_the_other()
    {
        var file = folder.Write("defender.jsonl", Defender);
        var (code, output, _) = await Shell.Run([
            "explain",
            file,
            "--against",
            folder.Write("probation.jsonl", Probation),
            "--against",
            folder.Write("government.jsonl", Probation),
            "--order-date",
            "2016-06-01",
        ]);

        Assert.Equal(0, code);
        Assert.Contains("case: defender.jsonl against probation.jsonl\n", output, StringComparison.Ordinal);
        Assert.Contains("case: defender.jsonl against government.jsonl\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_the_case_is_refused()
    {
        var two = folder.Write("two.jsonl", """{"id":"cases"}""" + "\n" + """{"id":"b"}""");
        var (code, output, error) = await Shell.Run(["explain", folder.Write("defender.jsonl", Defender), "--against", two]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("Did you mean cases?", error, StringComparison.Ordinal);
    }

    private async Task<string> Compared(string one, string other, string format)
    {
        var (code, output, error) = await Shell.Run([
            "explain",
            folder.Write("defender.jsonl", one),
            "--against",
            folder.Write("probation.jsonl", other),
            "--order-date",
            "2016-06-01",
            "--format",
            format,
        ]);
        Assert.Equal((0, ""), (code, error));
        return output;
    }

    private static IEnumerable<(string? Says, string? One, string? Other, string? Because)> Parting(JsonElement json, string side) =>
        json.GetProperty(side)
            .EnumerateArray()
            .Where(step => step.GetProperty("partsWays").GetBoolean())
            .Select(step =>
                (
                    Text(step, "says"),
                    Value(step, "one"),
                    Value(step, "other"),
                    (string?)step.GetProperty("because").EnumerateArray().FirstOrDefault().ToString()
                )
            );

    private static string? Value(JsonElement step, string party) =>
        step.GetProperty(party) is { ValueKind: JsonValueKind.Object } found ? Text(found, "value") : null;

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
