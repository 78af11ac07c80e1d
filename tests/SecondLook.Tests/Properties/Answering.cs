using System.Globalization;
using System.Text.RegularExpressions;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Tests.Properties;

/// <summary>
/// A record with an answer to a question that a determination asked: <c>{ "is": "&gt;= 500 and &lt; 1500" }</c> read as somebody would who
/// looked the fact up. An answer that is only words, such as which paragraph applied, is not read.
/// </summary>
internal static class Answering
{
    private static readonly Regex Index = new(@"(?<=\[)\d+(?=\])", RegexOptions.CultureInvariant);
    private static readonly Regex Bounds = new(
        @"^(?:>= (?<least>[\d.]+))?(?: and )?(?:< (?<below>[\d.]+))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );
    private static readonly string[] Categories = ["I", "II", "III", "IV", "V", "VI"];

    /// <summary>Every record that an answer describes; none where it is not read.</summary>
    public static IEnumerable<SentencingRecord> Records(SentencingRecord record, string fact, string answer)
    {
        var place = Index.Match(fact) is { Success: true } match ? Whole(match.Value) : 0;
        var history = record.CriminalHistory;
        return Index.Replace(fact, "") switch
        {
            "offense.drugs[].grams" when Read(answer) is { } grams => [WithDrug(record, place, d => d with { Grams = grams })],
            "offense.drugs[].count" when Read(answer) is { } count => [WithDrug(record, place, d => d with { Count = count })],
            "offense.totalOffenseLevel" => [record with { Offense = record.Offense with { TotalOffenseLevel = Whole(answer) } }],
            "groups[].adjustedLevel" =>
            [
                record with
                {
                    Groups = [.. record.Groups!.Select((g, i) => i == place ? g with { AdjustedLevel = Whole(answer) } : g)],
                },
            ],
            // Of category VI a career offender may be, and is asked for then.
            "criminalHistory.category" when answer == "VI" && record.CareerOffender.Applied is null => [],
            "criminalHistory.category" => [With(history with { Category = Array.IndexOf(Categories, answer) + 1 })],
            "criminalHistory.points" => [With(history with { Points = Whole(answer) })],
            "criminalHistory.statusPoints" => [With(history with { StatusPoints = Whole(answer) })],
            "criminalHistory.recencyPoints" => [With(history with { RecencyPoints = Whole(answer) })],
            "criminalHistory.zeroPointExclusions" => [With(history with { ZeroPointExclusions = answer == "none" ? [] : ["(4)"] })],
            "careerOffender.applied" when answer == "no" => [record with { CareerOffender = new() { Applied = false } }],
            "statutory.minimumMonths" => [With(record.Statutory with { Minimum = new(answer == "none" ? 0 : Whole(answer)) })],
            "statutory.relief" => [With(record.Statutory with { Relief = Relief(answer) })],
            "sentence.belowRange" =>
            [
                record with
                {
                    Sentence = record.Sentence with
                    {
                        BelowRange =
                        [
                            new(
                                answer == "another ground" ? BelowRangeBasis.Variance : BelowRangeBasis.SubstantialAssistance,
                                null,
                                null,
                                null
                            ),
                        ],
                    },
                },
            ],
            "motion.decidedOn" => [record with { Motion = record.Motion! with { DecidedOn = PartialDate.On(Day(answer[^10..])) } }],
            "manual" => Editions(answer).Select(edition => record with { Manual = edition }),
            _ => [],
        };

        SentencingRecord With<T>(T part) =>
            part switch
            {
                CriminalHistory h => record with { CriminalHistory = h },
                StatutoryLimits s => record with { Statutory = s },
                _ => throw new InvalidOperationException(),
            };
    }

    /// <summary>The record with one fact of the complete one; null for what is not a fact of the record by itself.</summary>
    public static SentencingRecord? PutBack(SentencingRecord record, SentencingRecord complete, string fact)
    {
        var (offense, history) = (record.Offense, record.CriminalHistory);
        return Index.Replace(fact, "") switch
        {
            "offense.drugs" when complete.Offense.Drugs is null => null,
            "offense.drugs" => record with { Offense = offense with { Drugs = complete.Offense.Drugs } },
            // Of several drugs whose weights are not known the first stands for all of them.
            "offense.drugs[].grams" or "offense.drugs[].count" or "offense.drugs[].substance" or "offense.drugs[].actualGrams" =>
                record with
                {
                    Offense = offense with { Drugs = complete.Offense.Drugs },
                },
            "offense.adjustments" => record with { Offense = offense with { Adjustments = complete.Offense.Adjustments } },
            "offense.totalOffenseLevel" => record with
            {
                Offense = offense with { TotalOffenseLevel = complete.Offense.TotalOffenseLevel },
            },
            "groups[].adjustedLevel" => record with { Groups = complete.Groups },
            // Of category VI a career offender may be, and is asked for then.
            "criminalHistory.category" when record.CareerOffender.Applied is null && complete.CriminalHistory.Category == 6 => null,
            "criminalHistory.category" => record with { CriminalHistory = history with { Category = complete.CriminalHistory.Category } },
            "criminalHistory.points" => record with { CriminalHistory = history with { Points = complete.CriminalHistory.Points } },
            "criminalHistory.statusPoints" => record with
            {
                CriminalHistory = history with { StatusPoints = complete.CriminalHistory.StatusPoints },
            },
            "criminalHistory.recencyPoints" => record with
            {
                CriminalHistory = history with { RecencyPoints = complete.CriminalHistory.RecencyPoints },
            },
            "criminalHistory.zeroPointExclusions" => record with
            {
                CriminalHistory = history with { ZeroPointExclusions = complete.CriminalHistory.ZeroPointExclusions },
            },
            // A career offender whose level is not stated is presumed to be one by that level, which another level may exceed.
            "careerOffender.applied" when complete.CareerOffender.Applied == true => null,
            "careerOffender.applied" => record with { CareerOffender = complete.CareerOffender },
            "statutory.minimumMonths" => record with { Statutory = record.Statutory with { Minimum = complete.Statutory.Minimum } },
            "statutory.relief" => record with { Statutory = record.Statutory with { Relief = complete.Statutory.Relief } },
            "sentence.belowRange" => record with { Sentence = record.Sentence with { BelowRange = complete.Sentence.BelowRange } },
            "motion.decidedOn" => record with { Motion = complete.Motion },
            "manual" => record with { Manual = complete.Manual },
            _ => null,
        };
    }

    private static SentencingRecord WithDrug(SentencingRecord record, int place, Func<Drug, Drug> change) =>
        record with
        {
            Offense = record.Offense with { Drugs = [.. record.Offense.Drugs!.Select((d, i) => i == place ? change(d) : d)] },
        };

    private static Quantity? Read(string answer) =>
        Bounds.Match(answer) is { Success: true, Length: > 0 } match
            ? Quantity.Between(Number(match.Groups["least"]) ?? 0, Number(match.Groups["below"]))
            : null;

    private static decimal? Number(Group group) => group.Success ? decimal.Parse(group.Value, CultureInfo.InvariantCulture) : null;

    private static int Whole(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static MinimumRelief Relief(string answer) =>
        answer switch
        {
            "safety-valve" => MinimumRelief.SafetyValve,
            "substantial-assistance" => MinimumRelief.SubstantialAssistance,
            "both" => MinimumRelief.Both,
            _ => MinimumRelief.None,
        };

    /// <summary>Such as <c>1989-11-01 to 1992-11-01, 1994-11-01</c>: the first and the last of each run.</summary>
    private static IEnumerable<DateOnly> Editions(string answer) => answer.Split(", ").SelectMany(run => run.Split(" to ")).Select(Day);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
