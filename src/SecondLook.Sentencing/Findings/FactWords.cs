using System.Collections.Frozen;

namespace SecondLook.Sentencing.Findings;

/// <summary>The facts of a record in words, by their paths.</summary>
public static class FactWords
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["manual"] = "the Manual that the court used",
        ["sentencedOn"] = "the day of sentencing",
        ["offenseEndedOn"] = "the day on which the offense ended",
        ["offense"] = "the offense",
        ["offense.guideline"] = "the Chapter Two guideline",
        ["offense.drugs"] = "the controlled substance",
        ["offense.drugs.substance"] = "the controlled substance",
        ["offense.drugs.grams"] = "the weight of the controlled substance",
        ["offense.drugs.count"] = "the number of plants, pills, doses or units",
        ["offense.drugs.actualGrams"] = "the weight of the substance itself, without the rest of the pill or mixture",
        ["offense.convertedDrugWeightKg"] = "the converted drug weight",
        ["offense.drugQuantityLevel"] = "the level from the Drug Quantity Table",
        ["offense.baseOffenseLevel"] = "the base offense level",
        ["offense.baseOffenseLevelFrom"] = "where the base offense level came from",
        ["offense.adjustments"] = "the adjustments to the offense level",
        ["offense.totalOffenseLevel"] = "the total offense level",
        ["criminalHistory"] = "the criminal history",
        ["criminalHistory.points"] = "the criminal history points",
        ["criminalHistory.statusPoints"] = "the status points",
        ["criminalHistory.recencyPoints"] = "the recency points",
        ["criminalHistory.category"] = "the criminal history category",
        ["criminalHistory.zeroPointExclusions"] = "the exclusions from the zero-point offender reduction",
        ["careerOffender"] = "whether the career offender guideline was applied",
        ["careerOffender.applied"] = "whether the career offender guideline was applied",
        ["careerOffender.offenseLevel"] = "the career offender level",
        ["guidelineRange"] = "the guideline range that the court stated",
        ["statutory"] = "the statutory limits",
        ["statutory.minimumMonths"] = "the statutory minimum",
        ["statutory.maximumMonths"] = "the statutory maximum",
        ["statutory.relief"] = "whether anything lifted the statutory minimum",
        ["sentence"] = "the sentence",
        ["sentence.months"] = "the term that was imposed",
        ["sentence.belowRange"] = "why the term is below the range",
        ["sentence.plea"] = "the kind of plea",
        ["sentence.pleaUsedRange"] = "whether the plea agreement used a range",
        ["sentence.courtUsedRange"] = "whether the court relied on the range when it accepted the plea agreement",
        ["sentence.consecutive"] = "consecutive terms",
        ["sentence.consecutive.forThisOffense"] = "whether the firearm count is for this offense, relevant conduct included",
        ["earlierReductions"] = "earlier reductions",
        ["motion.decidedOn"] = "the date of the order",
        ["counts"] = "the counts of conviction",
        ["counts.statute"] = "the statute of conviction",
        ["groups"] = "the other groups of counts",
        ["custody.sentenceBegan"] = "when the sentence began to run",
        ["drugQuantityLevel"] = "the level from the Drug Quantity Table",
        ["baseOffenseLevel"] = "the base offense level",
        ["totalOffenseLevel"] = "the total offense level",
        ["criminalHistoryPoints"] = "the criminal history points",
        ["zeroPointOffender"] = "the zero-point offender reduction",
        ["category"] = "the criminal history category",
        ["statusPoints"] = "the status points",
        ["range"] = "the guideline range",
        ["tableRange"] = "the range of the sentencing table",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Such as <c>the weight of the controlled substance</c> for <c>offense.drugs[0].grams</c>; a path that has no words comes back as it is.
    /// </summary>
    public static string Of(string path) => Words.GetValueOrDefault(WithoutNumbers(path), path);

    /// <summary>The part of a computation that an amendment moves, without an article: <c>total offense level</c>.</summary>
    public static string OfEffect(string what)
    {
        const string Article = "the ";
        var words = Of(what);
        return words.StartsWith(Article, StringComparison.Ordinal) ? words[Article.Length..] : words;
    }

    private static string WithoutNumbers(string path)
    {
        for (var open = path.IndexOf('[', StringComparison.Ordinal); open >= 0; open = path.IndexOf('[', StringComparison.Ordinal))
        {
            var close = path.IndexOf(']', open);
            if (close < 0)
            {
                break;
            }

            path = path.Remove(open, close - open + 1);
        }

        return path;
    }
}
