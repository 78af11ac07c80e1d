using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// The statutory limits a record may stand for. A minimum that nobody mentions is not exceptional in a drug case: none is tried, and each
/// that the quantity found could reach. A maximum that nobody mentions is read as absent. Offenses with listed chemicals have no minimum, and
/// maximum terms that the range may well pass: each is tried.
/// </summary>
internal static class LimitReadings
{
    private const string MinimumFact = "statutory.minimumMonths";
    private const string MaximumFact = "statutory.maximumMonths";
    private const string ReliefFact = "statutory.relief";

    private static readonly Months[] NoMaximum = [Months.Life];
    private static readonly MinimumRelief[][] Settled = [.. Enum.GetValues<MinimumRelief>().Select(r => new[] { r })];

    /// <summary>The limits, each with the choices it stands for.</summary>
    /// <param name="record">The record.</param>
    /// <param name="stages">The law.</param>
    /// <param name="guideline">The kind of guideline that the record is under.</param>
    /// <param name="sentencedBy">The last day on which the person may have been sentenced.</param>
    /// <param name="counts">What the counts give; null where the record has none.</param>
    public static List<(Limits Limits, Choice[] Choices)> Of(
        SentencingRecord record,
        LawStages stages,
        DrugGuideline guideline,
        DateOnly sentencedBy,
        CountLimits? counts
    )
    {
        var barred =
            record.Statutory.Relief is null or MinimumRelief.None && SafetyValveReadings.Stated(record, stages, sentencedBy) is not null;
        var apart = record.Sentence.Consecutive is null ? counts?.MonthsApart ?? 0 : 0;
        var minimums = Minimums(record, stages, guideline, counts);
        var found = new List<(Limits Limits, Choice[] Choices)>(minimums.Length);
        foreach (var minimum in minimums)
        {
            var byMinimum = minimums.Length > 1 ? new Choice(MinimumFact, minimum.Value == 0 ? "none" : minimum.ToString()) : default;
            var reliefs = Reliefs(record, minimum, barred);
            var maximums = Maximums(record, stages, guideline, counts, minimum);
            foreach (var relief in reliefs)
            {
                var byRelief = reliefs.Length > 1 ? new Choice(ReliefFact, Name(relief)) : default;
                foreach (var maximum in maximums)
                {
                    var byMaximum = maximums.Length > 1 ? new Choice(MaximumFact, maximum.IsLife ? "more" : maximum.ToString()) : default;
                    Choice[] choices =
                        minimums.Length == 1 && reliefs.Length == 1 && maximums.Length == 1
                            ? []
                            : [.. new[] { byMinimum, byRelief, byMaximum }.Where(c => c.Fact is not null)];
                    found.Add((new(minimum, maximum, relief) { MonthsApart = apart }, choices));
                }
            }
        }

        return found;
    }

    /// <summary>The minimum that the record states, those that its counts give, or those that the quantity found could reach.</summary>
    private static Months[] Minimums(SentencingRecord record, LawStages stages, DrugGuideline guideline, CountLimits? counts) =>
        record.Statutory.Minimum is { } stated ? [stated]
        : counts is { Possible.Count: > 0 } ? [.. counts.Possible.Select(p => p.Minimum).Distinct()]
        : guideline is DrugGuideline.Chemical or DrugGuideline.Other ? [counts?.AtLeast ?? default]
        : counts is { AtLeast: { Value: > 0 } least }
            ? [.. Reachable(record, stages).Append(least).Where(m => m >= least).Distinct().OrderBy(m => m.Value)]
        : [.. Reachable(record, stages)];

    /// <summary>
    /// The maximum that the record states, those that its counts give beside a minimum, or no limit. Where no count gives the minimum that the
    /// record states, which is reported, each maximum of the counts that is not below it stays possible.
    /// </summary>
    private static Months[] Maximums(
        SentencingRecord record,
        LawStages stages,
        DrugGuideline guideline,
        CountLimits? counts,
        Months minimum
    )
    {
        if (record.Statutory.Maximum is { } stated)
        {
            return [stated];
        }

        return counts is not null && Beside(counts, minimum) is { Length: > 0 } beside ? beside
            : guideline == DrugGuideline.Chemical ? MaximumsForChemicals(record, stages)
            : NoMaximum;
    }

    private static Months[] Beside(CountLimits counts, Months minimum)
    {
        var beside = counts.Possible.Where(p => p.Minimum == minimum).ToList();
        if (beside.Count == 0)
        {
            beside = counts.Possible.Where(p => p.Maximum >= minimum).ToList();
        }

        return [.. beside.Select(p => p.Maximum).Distinct()];
    }

    /// <summary>More than any range, as several counts may give (§5G1.2(d)), and each maximum of the statutes.</summary>
    private static Months[] MaximumsForChemicals(SentencingRecord record, LawStages stages) =>
        [
            Months.Life,
            .. (stages.Library.On<ChemicalPenalties>(record.SentencedOn?.First ?? stages.Original.Edition)?.Terms.Maximums ?? [])
                .Select(m => new Months(m))
                .OrderDescending(),
        ];

    private static string Name(MinimumRelief relief) =>
        relief switch
        {
            MinimumRelief.SafetyValve => "safety-valve",
            MinimumRelief.SubstantialAssistance => "substantial-assistance",
            MinimumRelief.Both => "both",
            _ => "none",
        };

    /// <summary>What may have lifted the minimum: a term below it shows that something did.</summary>
    private static MinimumRelief[] Reliefs(SentencingRecord record, Months minimum, bool barred)
    {
        if (minimum.Value == 0)
        {
            return Settled[(int)(record.Statutory.Relief ?? MinimumRelief.None)];
        }

        // One who has the levels of §2D1.1(b) for the safety valve meets the criteria of §5C1.2(a), which lift the minimum.
        var levels = !barred && SafetyValveReadings.HasLevels(record);
        if (record.Statutory.Relief is { } stated)
        {
            return levels && stated == MinimumRelief.None ? [stated, MinimumRelief.SafetyValve] : Settled[(int)stated];
        }

        var applied = record.Statutory.SafetyValve ?? (levels ? true : null);
        List<MinimumRelief> possible = record.Sentence.Months < minimum || applied == true ? [] : [MinimumRelief.None];
        if (applied ?? !barred)
        {
            possible.Add(MinimumRelief.SafetyValve);
        }

        if (applied != true)
        {
            possible.Add(MinimumRelief.SubstantialAssistance);
        }

        if (applied ?? !barred)
        {
            possible.Add(MinimumRelief.Both);
        }

        return [.. possible];
    }

    /// <summary>No minimum, and those of 21 U.S.C. 841(b)(1)(A) and (B) that the drug facts could reach.</summary>
    private static List<Months> Reachable(SentencingRecord record, LawStages stages)
    {
        var day = record.SentencedOn?.First ?? stages.Original.Edition;
        var found = new List<Months> { default };
        if (
            stages.Library.On<DrugThresholds>(day)?.Terms is not { } thresholds
            || stages.Library.On<DrugPenalties>(day)?.Terms is not { } penalties
        )
        {
            return found;
        }

        foreach (var tier in penalties.Tiers.Where(t => t.Minimum > 0).OrderBy(t => t.Minimum))
        {
            var minimum = new Months(tier.Minimum);
            if (
                minimum <= record.Statutory.Maximum.GetValueOrDefault(Months.Life)
                && MayReach(record.Offense.Drugs, tier.Tier, thresholds, stages.Original)
            )
            {
                found.Add(minimum);
            }
        }

        return found;
    }

    private static bool MayReach(IReadOnlyList<Drug>? drugs, string tier, DrugThresholds thresholds, Manual manual)
    {
        if (drugs is not { Count: > 0 })
        {
            return true;
        }

        return drugs.Any(drug =>
        {
            if (drug.Substance is not { } substance)
            {
                return true;
            }

            if (!thresholds.Substances.TryGetValue(substance, out var threshold))
            {
                return false;
            }

            var needed = tier == "A" ? threshold.A : threshold.B;
            var amount = (DrugMeasure.IsCounted(substance, manual) ? drug.Count : drug.Grams) ?? Quantity.Unknown;
            return amount.IsExact ? amount.AtLeast >= needed : amount.LessThan is not { } top || top > needed;
        });
    }
}
