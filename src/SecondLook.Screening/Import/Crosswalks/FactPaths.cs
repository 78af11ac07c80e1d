using System.Globalization;
using System.Text.RegularExpressions;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>
/// The paths of the record that a table can fill. Places in lists are written as numbers, or as a star for 0, 1, 2 and so on where the
/// column has a star too; an adjustment is named by its rule: <c>offense.adjustments[3E1.1]</c>.
/// </summary>
internal static partial class FactPaths
{
    private const string Adjustments = "offense.adjustments[";
    private const int HighestLevel = 99;

    private static readonly Dictionary<string, FactTarget> Fixed = new(StringComparer.Ordinal)
    {
        ["district"] = new DistrictTarget(),
        ["sentencedOn"] = new DateTarget((draft, value) => draft.SentencedOn = value),
        ["sentencedOn.year"] = new WholeTarget(1900, 2199, (draft, value) => draft.SentencedOnParts.Year = value),
        ["sentencedOn.month"] = new WholeTarget(1, 12, (draft, value) => draft.SentencedOnParts.Month = value),
        ["sentencedOn.day"] = new WholeTarget(1, 31, (draft, value) => draft.SentencedOnParts.Day = value),
        ["offenseEndedOn"] = new DateTarget((draft, value) => draft.OffenseEndedOn = value),
        ["manual"] = new DateTarget((draft, value) => draft.Manual = value.First),
        ["manual.year"] = new WholeTarget(1987, 2199, (draft, value) => draft.Manual = new DateOnly(value, 11, 1)),
        ["offense.guideline"] = new GuidelineTarget(),
        ["offense.drugQuantityLevel"] = new WholeTarget(1, 43, (draft, value) => draft.DrugQuantityLevel = value),
        ["offense.baseOffenseLevel"] = new WholeTarget(0, HighestLevel, (draft, value) => draft.BaseOffenseLevel = value),
        ["offense.baseOffenseLevelFrom"] = new ChoiceTarget<BaseLevelSource>(
            RecordJsonNames.BaseLevelSources,
            (draft, value) => draft.BaseOffenseLevelFrom = value
        ),
        ["offense.totalOffenseLevel"] = new WholeTarget(-20, HighestLevel, (draft, value) => draft.TotalOffenseLevel = value),
        ["criminalHistory.points"] = new WholeTarget(0, 300, (draft, value) => draft.Points = value),
        ["criminalHistory.statusPoints"] = new WholeTarget(0, 2, (draft, value) => draft.StatusPoints = value),
        ["criminalHistory.recencyPoints"] = new WholeTarget(0, 2, (draft, value) => draft.RecencyPoints = value),
        ["criminalHistory.category"] = new CategoryTarget(),
        ["careerOffender.applied"] = new YesNoTarget((draft, value) => draft.CareerApplied = value),
        ["careerOffender.offenseLevel"] = new WholeTarget(1, 43, (draft, value) => draft.CareerLevel = value),
        ["guidelineRange.min"] = new MonthsTarget(0, (draft, value) => draft.RangeMin = value),
        ["guidelineRange.max"] = new MonthsTarget(0, (draft, value) => draft.RangeMax = value),
        ["statutory.minimumMonths"] = new MonthsTarget(0, (draft, value) => draft.StatutoryMinimum = value),
        ["statutory.maximumMonths"] = new MonthsTarget(1, (draft, value) => draft.StatutoryMaximum = value),
        ["statutory.relief"] = new ChoiceTarget<MinimumRelief>(RecordJsonNames.Reliefs, (draft, value) => draft.Relief = value),
        ["statutory.safetyValve"] = new YesNoTarget((draft, value) => draft.SafetyValve = value),
        ["sentence.months"] = new MonthsTarget(
            0,
            (draft, value) => draft.SentenceMonths = value,
            (draft, days) => draft.SentenceDays = days
        ),
        ["sentence.days"] = new WholeTarget(0, 400, (draft, value) => draft.SentenceDays = value),
        ["sentence.belowRange"] = new BelowRangeTarget(RecordJsonNames.BelowRangeBases),
        ["sentence.plea"] = new TextTarget((draft, value) => draft.Plea = value),
        ["sentence.pleaUsedRange"] = new YesNoTarget((draft, value) => draft.PleaUsedRange = value),
        ["sentence.courtUsedRange"] = new YesNoTarget((draft, value) => draft.CourtUsedRange = value),
        ["sentence.pleaWaivesReduction"] = new YesNoTarget((draft, value) => draft.PleaWaivesReduction = value),
        ["sentence.revocation"] = new YesNoTarget((draft, value) => draft.Revocation = value),
        ["sentence.supervisedReleaseMonths"] = new MonthsTarget(0, (draft, value) => draft.SupervisedRelease = value),
        ["motion.amendments"] = new TextTarget((draft, value) => draft.Amendments = Split(value)),
        ["motion.decidedOn"] = new DateTarget((draft, value) => draft.DecidedOn = value),
        ["source"] = new TextTarget((draft, value) => draft.Source = value),
        ["synthetic"] = new YesNoTarget((draft, value) => draft.Synthetic = value),
        ["offense.convertedDrugWeightKg"] = Converted(QuantityBound.Both),
        ["offense.convertedDrugWeightKg.min"] = Converted(QuantityBound.Min),
        ["offense.convertedDrugWeightKg.max"] = Converted(QuantityBound.Max),
        ["criminalHistory.zeroPointExclusions"] = new TextTarget((draft, value) => draft.ZeroPointExclusions = Split(value)),
        ["sentence.consecutive[0].months"] = new MonthsTarget(0, (draft, value) => draft.SetConsecutive(value)),
        ["sentence.consecutive[0].statute"] = new TextTarget((draft, value) => draft.ConsecutiveStatute = value),
        ["sentence.consecutive[0].forThisOffense"] = new YesNoTarget((draft, value) => draft.ConsecutiveForThisOffense = value),
        ["earlierReductions[0].on"] = new DateTarget((draft, value) => draft.EarlierReduction = Reduction(draft) with { On = value }),
        ["earlierReductions[0].basis"] = new TextTarget((draft, value) => draft.EarlierReduction = Reduction(draft) with { Basis = value }),
        ["earlierReductions[0].months"] = new MonthsTarget(
            0,
            (draft, value) => draft.EarlierReduction = Reduction(draft) with { Months = value }
        ),
        ["person.sex"] = new TextTarget((draft, value) => draft.Person = Person(draft) with { Sex = value }),
        ["person.race"] = new TextTarget((draft, value) => draft.Person = Person(draft) with { Race = value }),
        ["person.hispanic"] = new YesNoTarget((draft, value) => draft.Person = Person(draft) with { Hispanic = value }),
        ["person.age"] = new WholeTarget(0, 130, (draft, value) => draft.Person = Person(draft) with { Age = value }),
        ["person.name"] = new TextTarget((draft, value) => draft.Person = Person(draft) with { Name = value }),
        ["person.registerNumber"] = new TextTarget((draft, value) => draft.Person = Person(draft) with { RegisterNumber = value }),
        ["person.docketNumber"] = new TextTarget((draft, value) => draft.Person = Person(draft) with { DocketNumber = value }),
        ["person.defendant"] = new WholeTarget(1, 9999, (draft, value) => draft.Person = Person(draft) with { Defendant = value }),
        ["custody.sentenceBegan"] = new DateTarget((draft, value) => draft.Custody = Custody(draft) with { SentenceBegan = value }),
        ["custody.priorCreditDays"] = Days((custody, days) => custody with { PriorCreditDays = days }),
        ["custody.goodTimeLostDays"] = Days((custody, days) => custody with { GoodTimeLostDays = days }),
        ["custody.earnedCreditDays"] = Days((custody, days) => custody with { EarnedCreditDays = days }),
        ["custody.earnsTimeCredits"] = new YesNoTarget((draft, value) => draft.Custody = Custody(draft) with { EarnsTimeCredits = value }),
        ["custody.arrivedOn"] = new DateTarget((draft, value) => draft.Custody = Custody(draft) with { ArrivedOn = value }),
        ["custody.rdapMonths"] = new WholeTarget(0, 12, (draft, value) => draft.Custody = Custody(draft) with { RdapMonths = value }),
        ["custody.schooling"] = new YesNoTarget((draft, value) => draft.Custody = Custody(draft) with { Schooling = value }),
        ["custody.finalRemovalOrder"] = new YesNoTarget(
            (draft, value) => draft.Custody = Custody(draft) with { FinalRemovalOrder = value }
        ),
        ["custody.released"] = new YesNoTarget((draft, value) => draft.Custody = Custody(draft) with { Released = value }),
        ["custody.facility"] = new TextTarget((draft, value) => draft.Custody = Custody(draft) with { Facility = value }),
        ["custody.detainer"] = new TextTarget((draft, value) => draft.Custody = Custody(draft) with { Detainer = value }),
        ["custody.placement"] = new TextTarget((draft, value) => draft.Custody = Custody(draft) with { Placement = value }),
        ["custody.destination"] = new TextTarget((draft, value) => draft.Custody = Custody(draft) with { Destination = value }),
        ["custody.citizenship"] = new TextTarget((draft, value) => draft.Custody = Custody(draft) with { Citizenship = value }),
        ["custody.asOf"] = new DateTarget((draft, value) => draft.Custody = Custody(draft) with { AsOf = value.First }),
    };

    public static bool Exists(string path) => Find(path.Replace("[*]", "[0]", StringComparison.Ordinal)) is not null;

    /// <summary>The target of a path whose places are numbers; null where there is none.</summary>
    public static FactTarget? Find(string path)
    {
        if (Fixed.TryGetValue(path, out var target))
        {
            return target;
        }

        if (path.StartsWith(Adjustments, StringComparison.Ordinal) && path.EndsWith(']') && path.Length > Adjustments.Length + 1)
        {
            return new AdjustmentTarget(path[Adjustments.Length..^1]);
        }

        var drug = DrugPath().Match(path);
        return drug.Success
            ? Drug(int.Parse(drug.Groups["place"].ValueSpan, CultureInfo.InvariantCulture), drug.Groups["field"].Value)
            : null;
    }

    public static string? NearestTo(string path) =>
        NearestName.To(
            path,
            [.. Fixed.Keys, "offense.drugs[0].substance", "offense.drugs[0].grams", "offense.drugs[0].count", "offense.adjustments[3E1.1]"]
        );

    private static FactTarget? Drug(int place, string field) =>
        field switch
        {
            "substance" => new SubstanceTarget(place),
            "grams" => Grams(place, QuantityBound.Both),
            "grams.min" => Grams(place, QuantityBound.Min),
            "grams.max" => Grams(place, QuantityBound.Max),
            "count" => Count(place, QuantityBound.Both),
            "count.min" => Count(place, QuantityBound.Min),
            "count.max" => Count(place, QuantityBound.Max),
            "actualGrams" => ActualGrams(place, QuantityBound.Both),
            "actualGrams.min" => ActualGrams(place, QuantityBound.Min),
            "actualGrams.max" => ActualGrams(place, QuantityBound.Max),
            _ => null,
        };

    private static string[] Split(string words) => words.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);

    private static EarlierReduction Reduction(RecordDraft draft) => draft.EarlierReduction ?? new(null, null, null);

    private static Person Person(RecordDraft draft) => draft.Person ?? new(null, null, null, null);

    private static Custody Custody(RecordDraft draft) => draft.Custody ?? new();

    private static WholeTarget Days(Func<Custody, int, Custody> with) =>
        new(0, 40_000, (draft, value) => draft.Custody = with(Custody(draft), value));

    private static QuantityTarget Grams(int place, QuantityBound bound) =>
        new(draft => draft.Drug(place).Grams, (draft, value) => draft.Drug(place).Grams = value, bound);

    private static QuantityTarget Count(int place, QuantityBound bound) =>
        new(draft => draft.Drug(place).Count, (draft, value) => draft.Drug(place).Count = value, bound);

    private static QuantityTarget ActualGrams(int place, QuantityBound bound) =>
        new(draft => draft.Drug(place).ActualGrams, (draft, value) => draft.Drug(place).ActualGrams = value, bound);

    private static QuantityTarget Converted(QuantityBound bound) =>
        new(draft => draft.ConvertedDrugWeightKg, (draft, value) => draft.ConvertedDrugWeightKg = value, bound);

    [GeneratedRegex(
        @"^offense\.drugs\[(?<place>[0-9]{1,2})\]\.(?<field>[A-Za-z.]+)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DrugPath();
}
