using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// Facts of a record that cannot all be so, whatever the missing ones are. They are reported and never corrected; what each message says
/// is used is what the readings use.
/// </summary>
internal static class Contradictions
{
    public static IReadOnlyList<string> Of(SentencingRecord record, ReadingSet readings, Reading shown)
    {
        var found = new List<string>(0);
        Dates(found, record, readings);
        RulesNotInForce.Add(found, record, shown);
        Roles(found, record);
        Terms(found, record);
        Doses(found, record, shown);
        History(found, record, shown);
        ZeroPoint(found, record, shown);
        SafetyValve(found, record, shown);
        if (readings.Counts is { } counts)
        {
            found.AddRange(Counts(record, counts));
        }

        return found;
    }

    private static void Dates(List<string> found, SentencingRecord record, ReadingSet readings)
    {
        if (readings.Order.Last < record.SentencedOn?.First)
        {
            found.Add($"the order is of {readings.Order}, before the sentence of {record.SentencedOn}");
        }

        if (record.SentencedOn?.Last < record.OffenseEndedOn?.First)
        {
            found.Add($"the offense ended on {record.OffenseEndedOn}, after the sentence of {record.SentencedOn}");
        }

        if (record.Manual > record.SentencedOn?.Last)
        {
            found.Add(
                $"the Manual of {record.Manual:yyyy-MM-dd} did not exist at the sentence of {record.SentencedOn} (§1B1.11(a)); it is used"
            );
        }

        foreach (var reduction in record.EarlierReductions ?? [])
        {
            if (reduction.On?.First > readings.Order.Last)
            {
                found.Add($"an earlier reduction of {reduction.On} is later than the order of {readings.Order}; it is used");
            }
        }
    }

    /// <summary>Limits, the term and earlier reductions that do not fit one another.</summary>
    private static void Terms(List<string> found, SentencingRecord record)
    {
        var (limits, sentence) = (record.Statutory, record.Sentence);
        if (limits.Minimum > limits.Maximum)
        {
            found.Add($"the statutory minimum of {limits.Minimum} months is above the maximum of {limits.Maximum}; both are used");
        }

        if (sentence.Months > limits.Maximum && record.Counts is null or { Count: 1 })
        {
            found.Add($"the term of {sentence.Months} months is above the statutory maximum of {limits.Maximum} months; both are used");
        }

        if (limits is { Relief: MinimumRelief.None } && sentence.Months < limits.Minimum && sentence.Revocation != true)
        {
            found.Add(
                $"the term of {sentence.Months} months is below the statutory minimum of {limits.Minimum} months, and the record states that nothing lifted it"
            );
        }

        var term = sentence.Months;
        foreach (var reduction in record.EarlierReductions ?? [])
        {
            if (reduction.Months > term)
            {
                found.Add($"an earlier reduction to {reduction.Months} months raises the term of {term} months; it is used");
            }

            term = reduction.Months ?? term;
        }
    }

    /// <summary>§2D1.1(c), note on LSD: the doses on a carrier medium are used, and a weight that they do not make is not.</summary>
    private static void Doses(List<string> found, SentencingRecord record, Reading shown)
    {
        var drugs = record.Offense.Drugs;
        for (var i = 0; i < drugs?.Count; i++)
        {
            var drug = drugs[i];
            if (!DrugMeasure.HasDosesAndWeight(drug, shown.Law.Original))
            {
                continue;
            }

            var (count, grams) = (drug.Count!.Value, drug.Grams!.Value);
            var law = shown.Law.Original.Get<LsdDoses>();
            if (
                count.IsExact
                && grams.IsExact
                && count.AtLeast * law.Terms.MilligramsPerDose / 1000 is var weight
                && weight != grams.AtLeast
            )
            {
                found.Add(
                    $"the record states {QuantityReadings.Number(count.AtLeast)} doses of LSD, which count as {QuantityReadings.Number(weight)} g on a carrier medium ({law.Citation}), and a weight of {QuantityReadings.Number(grams.AtLeast)} g; the doses are used"
                );
            }
        }
    }

    private static void History(List<string> found, SentencingRecord record, Reading shown)
    {
        var history = record.CriminalHistory;
        var categories = shown.Law.Original.Get<CriminalHistoryCategories>();
        if (history is { Points: { } points, Category: { } category } && !IsCareerOffender(record, shown))
        {
            var given = categories.Terms.Of(points);
            if (given != category)
            {
                found.Add(
                    $"{points} criminal history points give category {Name(given)} ({categories.Citation}); the court found {Name(category)}, which is used"
                );
            }
        }

        var career = shown.Law.Original.Get<CareerOffenderLevels>();
        if (history.Category is { } stated && IsCareerOffender(record, shown) && stated != career.Terms.Category)
        {
            found.Add(
                $"the category of a career offender is {Name(career.Terms.Category)} in every case ({career.Citation}), which is used; the record states {Name(stated)}"
            );
        }

        if (IsCareerOffender(record, shown) && history.Points < CareerReadings.FewestPoints(shown.Law.Original))
        {
            found.Add(
                $"a career offender has two prior convictions whose sentences are counted (§4B1.2(c)), and so at least {CareerReadings.FewestPoints(shown.Law.Original)} criminal history points; the record states {history.Points}, and career offender status is used"
            );
        }

        if (
            shown.Law.Original.Find<RecencyPoints>() is { } recency
            && history.StatusPoints > 0
            && history.RecencyPoints > recency.Terms.PointsWithStatus
        )
        {
            found.Add(
                $"beside status points the Manual adds no more than {recency.Terms.PointsWithStatus} for recency ({recency.Citation}); the record states {history.RecencyPoints}, and no more are added when status points fall"
            );
        }

        if (history.StatusPoints > history.Points)
        {
            found.Add($"{history.StatusPoints} status points are more than all criminal history points, {history.Points}");
        }
    }

    private static bool IsCareerOffender(SentencingRecord record, Reading shown) =>
        record.CareerOffender.OffenseLevel is not null || (record.CareerOffender.Applied ?? shown.Level.Career);

    /// <summary>§§3B1.1 and 3B1.2: of one offense a person has the one role or the other.</summary>
    private static void Roles(List<string> found, SentencingRecord record)
    {
        if (
            record is { Groups: null or { Count: 0 }, Offense.Adjustments: { } adjustments }
            && CourtAdjustments.HasAggravatingRole(adjustments)
            && adjustments.Any(a => a.Levels < 0 && a.Rule.StartsWith("3B1.2", StringComparison.Ordinal))
        )
        {
            found.Add("the record lists levels for an aggravating role and for a mitigating role (§§3B1.1, 3B1.2); both are used");
        }
    }

    /// <summary>§4C1.1(a): facts that exclude, beside the statement that nothing does.</summary>
    private static void ZeroPoint(List<string> found, SentencingRecord record, Reading shown)
    {
        if (
            record.CriminalHistory is { ZeroPointExclusions: { Count: 0 }, Points: null or 0 }
            && (shown.Law.Amended.Find<ZeroPointOffender>() ?? shown.Law.Original.Find<ZeroPointOffender>()) is { } law
            && law.Terms.ExcludedBy(record) is { } fact
        )
        {
            found.Add(
                $"{fact} excludes from the zero-point offender reduction ({law.Citation}), which is used; the record states that nothing excludes"
            );
        }
    }

    /// <summary>Relief under the safety valve, or the two levels of §2D1.1(b) for it, beside facts that exclude it.</summary>
    private static void SafetyValve(List<string> found, SentencingRecord record, Reading shown)
    {
        var applied = record.Statutory.Relief is MinimumRelief.SafetyValve or MinimumRelief.Both || record.Statutory.SafetyValve == true;
        if (applied && SafetyValveReadings.Stated(record, shown.Law, shown.SentencedBy) is { } bar)
        {
            found.Add(
                $"the record states relief under the safety valve, which {FactWords.Of(bar.Facts)} excludes ({bar.Law.Citation}); the relief is used"
            );
        }

        if (
            record.Statutory is { Relief: MinimumRelief.None, Minimum.Value: > 0 }
            && SafetyValveReadings.HasLevels(record)
            && SafetyValveReadings.Stated(record, shown.Law, shown.SentencedBy) is null
        )
        {
            found.Add(
                "the record states the levels for one who meets the criteria of the safety valve, and that nothing lifted the statutory minimum, which those criteria lift (§5C1.2(a)); both are tried"
            );
        }

        if (
            SafetyValveReadings.HasLevels(record)
            && shown.Law.Original.Find<SafetyValvePoints>() is { } points
            && SafetyValveReadings.StatedPoints(record, shown.Law.Original) > points.Terms.AtMost + points.Terms.OnePointOffensesAtMost
        )
        {
            found.Add(
                $"the record states the levels for one who meets the criteria of the safety valve, which the criminal history excludes ({points.Citation}); the levels are used"
            );
        }
    }

    /// <summary>Limits that the record states and that are not those of its counts, or of the statute of a count.</summary>
    private static IEnumerable<string> Counts(SentencingRecord record, CountLimits counts)
    {
        var possible = counts.Possible;
        if (record.Statutory.Minimum is { } minimum && possible.Count > 0 && possible.All(p => p.Minimum != minimum))
        {
            yield return $"the counts give a statutory minimum of {Terms(possible.Select(p => p.Minimum))} months; the record states {minimum}, which is used";
        }

        if (record.Statutory.Minimum < counts.AtLeast && possible.Count == 0)
        {
            yield return $"one of the counts has a statutory minimum of {counts.AtLeast} months; the record states {record.Statutory.Minimum}, which is used";
        }

        if (record.Statutory.Maximum is { } maximum && possible.Count > 0 && possible.All(p => p.Maximum < maximum))
        {
            yield return $"the counts together give a statutory maximum of {Terms(possible.Select(p => p.Maximum))} months; the record states {maximum}, which is used";
        }

        foreach (var i in counts.Counts)
        {
            foreach (var problem in OfCount(record.Counts![i], counts))
            {
                yield return $"count {i + 1} ({record.Counts[i].Statute}): {problem}";
            }
        }
    }

    private static IEnumerable<string> OfCount(Count count, CountLimits counts)
    {
        var byStatute = counts.ByStatute(count);
        if (count.Minimum is { } minimum && byStatute.Count > 0 && byStatute.All(p => p.Minimum != minimum))
        {
            yield return $"the statute gives a minimum of {Terms(byStatute.Select(p => p.Minimum))} months; the record states {minimum}, which is used";
        }

        if (count.Maximum is { } maximum && byStatute.Count > 0 && byStatute.All(p => p.Maximum != maximum))
        {
            yield return $"the statute gives a maximum of {Terms(byStatute.Select(p => p.Maximum))} months; the record states {maximum}, which is used";
        }

        if (counts.IsBelowThreshold(count))
        {
            yield return "the quantity is below the one that the paragraph requires; the paragraph is used";
        }
    }

    private static string Terms(IEnumerable<Months> terms) =>
        string.Join(" or ", terms.Select(t => t.Value == 0 ? "no" : t.ToString()).Distinct());

    private static string Name(int category) => DeterminationNames.Category(category);
}
