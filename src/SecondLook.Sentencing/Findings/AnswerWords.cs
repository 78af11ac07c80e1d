using System.Globalization;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Findings;

/// <summary>What each answer to a missing fact would mean, in words.</summary>
public static class AnswerWords
{
    private const string AtLeast = ">= ";
    private const string LessThan = "< ";
    private const string Level = "drug quantity level ";
    private const string Amended = ", amended ";
    private const string From = "from ";
    private const string AnotherFact = "another fact is needed too";

    private static readonly string[] Amounts = ["offense.drugs", "offense.convertedDrugWeightKg"];

    /// <summary>
    /// Answers with the same consequence together, those that settle the matter first: <c>if at least 500 but less than 1,500 grams:
    /// eligible; if at least 1,500 grams: not eligible</c>.
    /// </summary>
    public static string Of(MissingFact fact) =>
        fact.If.All(answer => answer.Then == Outcome.Undetermined)
            ? $"whatever it is, {AnotherFact}"
            : string.Join(
                "; ",
                (fact.Fact == "manual" ? Editions(fact.If) : fact.If)
                    .GroupBy(answer => answer.Then)
                    .OrderBy(group => group.Key)
                    .Select(group => $"if {Wording.List(Is(fact.Fact, [.. group.Select(answer => answer.Is)]), "or")}: {Then(group.Key)}")
            );

    /// <summary>One answer to a missing fact in words: <c>at least 500 but less than 1,500 grams</c>.</summary>
    /// <param name="fact">The path of the fact.</param>
    /// <param name="answer">The answer, see <see cref="IfThen.Is"/>.</param>
    public static string Of(string fact, string answer) => Is(fact, [answer])[0];

    private static string Then(Outcome outcome) =>
        outcome switch
        {
            Outcome.Eligible => "eligible",
            Outcome.Ineligible => "not eligible",
            _ => AnotherFact,
        };

    /// <summary>Editions in a row, none of which means something else, are one.</summary>
    private static IEnumerable<IfThen> Editions(IReadOnlyList<IfThen> answers)
    {
        for (var first = 0; first < answers.Count; )
        {
            var last = first;
            while (last + 1 < answers.Count && answers[last + 1].Then == answers[first].Then)
            {
                last++;
            }

            var (from, to) = (Day($"{From}{answers[first].Is}"), Day($"{From}{answers[last].Is}"));
            yield return answers[first] with
            {
                Is =
                    from is not { } begin || to is not { } end ? answers[first].Is
                    : begin == end ? $"that of {Wording.Date(begin)}"
                    : $"one from {Wording.Date(begin)} to {Wording.Date(end)}",
            };
            first = last + 1;
        }
    }

    private static List<string> Is(string fact, IReadOnlyList<string> answers) =>
        Array.Exists(Amounts, path => fact.StartsWith(path, StringComparison.Ordinal))
            ? [.. Joined(answers.Select(Span)).Select(span => Says(span, Unit(fact)))]
            : [.. answers.Select(answer => Says(fact, answer))];

    private static string Says(string fact, string answer) =>
        (fact, answer) switch
        {
            ("statutory.relief", "none") => "nothing",
            ("statutory.relief", "safety-valve") => "the safety valve",
            ("statutory.relief", "substantial-assistance") => "the government's motion for substantial assistance",
            ("statutory.minimumMonths", _) => Number(answer) is { } months ? Wording.Term(new Months((int)months)) : answer,
            ("motion.decidedOn", _) => Day(answer) is { } day ? $"{From}{Wording.Date(day)} on" : answer,
            _ => Levels(answer),
        };

    private static string Levels(string answer)
    {
        var levels = answer.StartsWith(Level, StringComparison.Ordinal) ? answer[Level.Length..] : answer;
        var comma = levels.IndexOf(Amended, StringComparison.Ordinal);
        return comma < 0 ? answer : $"level {levels[..comma]} ({levels[(comma + Amended.Length)..]} as amended)";
    }

    /// <summary>An amount such as <c>cocaine >= 500 and &lt; 2000</c>; the answer as it is where it is none.</summary>
    private static (string Name, decimal? From, decimal? To) Span(string answer)
    {
        var least = answer.IndexOf(AtLeast, StringComparison.Ordinal);
        var most = answer.IndexOf(LessThan, StringComparison.Ordinal);
        var name = answer[
            ..(
                least >= 0 ? least
                : most >= 0 ? most
                : answer.Length
            )
        ]
            .Trim();
        var from = least < 0 ? null : Number(answer[(least + AtLeast.Length)..].Split(' ')[0]);
        return (name, from, most < 0 ? null : Number(answer[(most + LessThan.Length)..].Split(' ')[0]));
    }

    /// <summary>Amounts that follow one another are one.</summary>
    private static List<(string Name, decimal? From, decimal? To)> Joined(IEnumerable<(string Name, decimal? From, decimal? To)> spans)
    {
        var joined = new List<(string Name, decimal? From, decimal? To)>();
        foreach (var span in spans)
        {
            if (joined.Count > 0 && joined[^1] is var last && last.Name == span.Name && last.To is not null && last.To == span.From)
            {
                joined[^1] = last with { To = span.To };
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined;
    }

    private static string Says((string Name, decimal? From, decimal? To) span, string unit)
    {
        var amount = (span.From, span.To) switch
        {
            ({ } from, { } to) => $"at least {Text(from)} but less than {Text(to)}{unit}",
            ({ } from, null) => $"at least {Text(from)}{unit}",
            (null, { } to) => $"less than {Text(to)}{unit}",
            _ => "",
        };
        return span.Name.Length == 0 ? amount
            : amount.Length == 0 ? Levels(span.Name)
            : $"{span.Name}, {amount}";
    }

    private static string Unit(string fact) =>
        fact.EndsWith(".grams", StringComparison.Ordinal) ? " grams"
        : fact.EndsWith("Kg", StringComparison.Ordinal) ? " kilograms"
        : "";

    private static string Text(decimal amount) => amount.ToString("#,0.############", CultureInfo.InvariantCulture);

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Day(string answer) =>
        answer.StartsWith(From, StringComparison.Ordinal)
        && DateOnly.TryParseExact(answer[From.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
