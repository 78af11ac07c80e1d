using System.Globalization;
using System.Text.Json.Nodes;

namespace SecondLook.Web.Cases;

/// <summary>An answer to a missing fact, as a determination words it, as what a record would say.</summary>
public static class TriedAnswer
{
    private const string AtLeast = ">= ";
    private const string LessThan = "< ";
    private const string Level = "drug quantity level ";

    /// <summary>The record with the answer in it; null where the answer leaves open what the record would say.</summary>
    /// <param name="record">The record.</param>
    /// <param name="fact">The path of the missing fact.</param>
    /// <param name="answer">The answer, such as <c>&gt;= 500 and &lt; 1500</c>, <c>safety-valve</c> or <c>III</c>.</param>
    public static JsonObject? In(JsonObject record, string fact, string answer)
    {
        var tried = record.DeepClone().AsObject();
        switch (fact)
        {
            case "offense.drugs":
                if (Drug(answer) is not { } drug)
                {
                    return LevelOf(tried, answer);
                }

                RecordNode.Set(tried, "offense.drugs", new JsonArray(drug));
                return tried;
            case "motion.decidedOn":
                return Put(tried, fact, answer.Replace("from ", "", StringComparison.Ordinal));
            case "manual":
                return Put(tried, fact, answer.Split(' ')[0]); // the first of the editions that answer alike
            case "statutory.maximumMonths" when answer == "more":
                return Put(tried, fact, "life");
            case "statutory.minimumMonths" when answer == "none":
                return Put(tried, fact, 0);
            case "criminalHistory.zeroPointExclusions":
                RecordNode.Set(tried, fact, answer == "none" ? new JsonArray() : new JsonArray("(2)")); // any of them excludes
                return tried;
            default:
                return answer.StartsWith(Level, StringComparison.Ordinal) || answer.Contains(", amended ", StringComparison.Ordinal)
                        ? LevelOf(tried, answer)
                    : Amount(answer) is { } amount ? Put(tried, fact, amount)
                    : answer is "yes" or "no" ? Put(tried, fact, answer == "yes")
                    : int.TryParse(answer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                        ? Put(tried, fact, number)
                    : answer.Contains(' ', StringComparison.Ordinal) ? null
                    : Put(tried, fact, answer);
        }
    }

    private static JsonObject Put(JsonObject record, string fact, JsonNode value)
    {
        RecordNode.Set(record, fact, value);
        return record;
    }

    /// <summary>A level and what it becomes is a line of the table; the record can say the level, which more than one line may have.</summary>
    private static JsonObject? LevelOf(JsonObject record, string answer)
    {
        var level = (answer.StartsWith(Level, StringComparison.Ordinal) ? answer[Level.Length..] : answer).Split(',')[0];
        return int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Put(record, "offense.drugQuantityLevel", number)
            : null;
    }

    private static JsonObject? Drug(string answer)
    {
        var from = answer.IndexOfAny(['>', '<']);
        var substance = from < 0 ? "" : answer[..from].Trim();
        return substance.Length == 0 || substance.Contains(' ', StringComparison.Ordinal) || Amount(answer[from..]) is not { } amount
            ? null
            : new JsonObject
            {
                ["substance"] = substance,
                [substance.EndsWith("-plants", StringComparison.Ordinal) ? "count" : "grams"] = amount,
            };
    }

    private static JsonObject? Amount(string answer)
    {
        var (least, most) = (Number(answer, AtLeast), Number(answer, LessThan));
        if (least is null && most is null)
        {
            return null;
        }

        var amount = new JsonObject();
        if (least is { } min)
        {
            amount["min"] = min;
        }

        if (most is { } max)
        {
            amount["min"] ??= 0;
            amount["max"] = max;
        }

        return amount;
    }

    private static decimal? Number(string answer, string after)
    {
        var at = answer.IndexOf(after, StringComparison.Ordinal);
        return
            at >= 0
            && decimal.TryParse(
                answer[(at + after.Length)..].Split(' ')[0],
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
            ? number
            : null;
    }
}
