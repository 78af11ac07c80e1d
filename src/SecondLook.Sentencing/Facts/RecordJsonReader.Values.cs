using System.Globalization;
using System.Text.Json;

namespace SecondLook.Sentencing.Facts;

/// <summary>The single values of a record: words, whole numbers, months, quantities, dates.</summary>
internal ref partial struct RecordJsonReader
{
    private const int LongestText = 2000;

    /// <summary>The Commission's codes for life and death, which are not numbers of months.</summary>
    private static readonly int[] NotMonths = [9996, 9997];

    private string? ReadText(string what, int longest = LongestText)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            Refuse($"{what} is text", "Put it in quotation marks.");
            return null;
        }

        if (json.ValueSpan.Length > longest)
        {
            Refuse($"{what} is longer than {longest} characters", "Shorten it.");
            return null;
        }

        Span<char> buffer = stackalloc char[json.ValueSpan.Length];
        var text = buffer[..json.CopyString(buffer)];
        if (text.IsWhiteSpace())
        {
            Refuse("the text is empty", "Leave the field out where it is unknown.");
            return null;
        }

        if (text.ContainsAnyInRange('\0', '\x1f'))
        {
            Refuse("the text holds a line break or another control character", "Take it out.");
            return null;
        }

        return words[text];
    }

    private bool? ReadYesNo()
    {
        if (json.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return json.TokenType == JsonTokenType.True;
        }

        Refuse(
            "this is answered with true or false",
            "Write true or false without quotation marks, or leave the field out where it is unknown."
        );
        return null;
    }

    private int? ReadWhole(string what, int least, int most)
    {
        if (json.TokenType != JsonTokenType.Number)
        {
            Refuse($"{what} is a whole number", "Write it in digits, without quotation marks and without leading zeros.");
            return null;
        }

        if (!json.TryGetInt32(out var value))
        {
            Refuse($"{what} is a whole number", $"Write it from {least} to {most}, in digits alone.");
            return null;
        }

        if (value < least || value > most)
        {
            Refuse($"{what} lies from {least} to {most}", "Correct it, or leave the field out where it is unknown.");
            return null;
        }

        return value;
    }

    private decimal? ReadDecimal(string what, decimal least, decimal most)
    {
        if (json.TokenType != JsonTokenType.Number)
        {
            Refuse($"{what} is a number", "Write it in digits, without quotation marks and without leading zeros.");
            return null;
        }

        if (!json.TryGetDecimal(out var value) || value > most)
        {
            Refuse($"{what} is at most {most.ToString(CultureInfo.InvariantCulture)}", "Check the unit and the digits.");
            return null;
        }

        if (value < least)
        {
            Refuse(
                least == 0 ? $"{what} cannot be negative" : $"{what} is at least {least.ToString(CultureInfo.InvariantCulture)}",
                "Correct it, or leave the field out where it is unknown."
            );
            return null;
        }

        return value;
    }

    /// <summary>A number of months or <c>"life"</c>.</summary>
    private Months? ReadMonths(string what, int least)
    {
        const int Most = 100_000;
        if (json.TokenType == JsonTokenType.String && json.ValueTextEquals("life"u8))
        {
            return Months.Life;
        }

        if (json.TokenType != JsonTokenType.Number || !json.TryGetInt32(out var value))
        {
            Refuse(
                $"{what} is a whole number of months or \"life\"",
                "Write digits without quotation marks, or \"life\"; days go into a field of their own."
            );
            return null;
        }

        if (NotMonths.Contains(value))
        {
            Refuse(
                $"{value} is a code of the Commission's files, not a number of months",
                "Write \"life\" for 9996, and leave the field out for 9997."
            );
            return null;
        }

        if (value < least || value > Most)
        {
            Refuse(
                $"{what} is {least} month{(least == 1 ? "" : "s")} or more, or \"life\"",
                "Correct it, or leave the field out where it is unknown."
            );
            return null;
        }

        return new Months(value);
    }

    /// <summary>A number, <c>{ "min": a }</c>, or <c>{ "min": a, "max": b }</c>: at least a, less than b.</summary>
    private Quantity? ReadQuantity(string what)
    {
        const decimal Most = 1_000_000_000_000m;
        if (json.TokenType == JsonTokenType.Number)
        {
            return ReadDecimal(what, 0, Most) is { } amount ? Quantity.Exactly(amount) : null;
        }

        if (json.TokenType != JsonTokenType.StartObject)
        {
            Refuse(
                $"{what} is a number, or an object with `min` and `max`",
                "Write 500, { \"min\": 500 } for at least 500, or { \"min\": 500, \"max\": 1500 } for less than 1500 as well."
            );
            return null;
        }

        EnterObject(what);
        decimal? min = null;
        decimal? max = null;
        ulong seen = 0;
        while (NextField(MinMax, ref seen, out var field))
        {
            if (field == "min")
            {
                min = ReadDecimal(what, 0, Most);
            }
            else
            {
                max = ReadDecimal(what, 0, Most);
            }
        }

        LeaveObject();
        if (min >= max || max == 0)
        {
            Complain(
                $"{(min ?? 0).ToString(CultureInfo.InvariantCulture)} to {max.GetValueOrDefault().ToString(CultureInfo.InvariantCulture)}",
                "the quantity is at least `min` and less than `max`, so `min` must be the smaller",
                "Exchange them, or write a single number for an exact quantity."
            );
            return null;
        }

        return min is null && max is null ? null : Quantity.Between(min ?? 0, max);
    }

    /// <summary>A date, a month or a year.</summary>
    private PartialDate? ReadDate(string what)
    {
        if (json.TokenType == JsonTokenType.String && json.ValueSpan.Length <= 10)
        {
            Span<char> buffer = stackalloc char[10];
            var text = buffer[..json.CopyString(buffer)];
            if (TryReadDay(text, out var day))
            {
                return PartialDate.On(day);
            }

            if (PartialDate.TryParse(text.ToString(), out var date) && date.First.Year is >= 1900 and < 2200)
            {
                return date;
            }
        }

        Refuse(
            $"{what} is a day that exists, a month or a year",
            "Write it as \"2013-05-06\", \"2013-05\" or \"2013\", or leave the field out where it is unknown."
        );
        return null;
    }

    /// <summary>The usual case, a whole date, without making a string of it.</summary>
    private static bool TryReadDay(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        return text.Length == 10
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            && day.Year is >= 1900 and < 2200;
    }

    /// <summary>One of a few words; reports the words there are where it is none of them.</summary>
    private T? ReadChoice<T>(string what, (string Name, T Value)[] choices)
        where T : struct
    {
        if (json.TokenType == JsonTokenType.String)
        {
            foreach (var (name, value) in choices)
            {
                if (json.ValueTextEquals(name))
                {
                    return value;
                }
            }
        }

        Refuse(
            $"{what} is one of {string.Join(", ", choices.Select(choice => choice.Name))}",
            "Write one of these words, or leave the field out."
        );
        return null;
    }

    /// <summary>One of a few words, kept as a word.</summary>
    private string? ReadWord(string what, string[] choices)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            foreach (var name in choices)
            {
                if (json.ValueTextEquals(name))
                {
                    return name;
                }
            }
        }

        Refuse($"{what} is one of {string.Join(", ", choices)}", "Write one of these words, or leave the field out.");
        return null;
    }
}
