using CsCheck;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Reductions;

namespace SecondLook.Tests.Properties;

/// <summary>
/// Records of nobody, in which nothing is unknown, drawn so that edges come up often: quantities at a threshold, roles at a cap, minimums
/// beside a range, orders on the day on which a rule changes.
/// </summary>
internal static class RandomRecords
{
    public static readonly LawLibrary Law = Elements.Library;

    private static readonly string[] Common =
    [
        "cocaine",
        "cocaine-base",
        "heroin",
        "methamphetamine",
        "methamphetamine-actual",
        "marihuana",
    ];

    private static readonly DateOnly[] OrderDays =
    [
        new(2008, 3, 2),
        new(2008, 3, 3),
        new(2008, 5, 1),
        new(2009, 7, 1),
        new(2011, 6, 22),
        new(2011, 6, 23),
        new(2011, 10, 31),
        new(2011, 11, 1),
        new(2014, 10, 31),
        new(2014, 11, 1),
        new(2015, 11, 1),
        new(2016, 5, 1),
        new(2016, 11, 1),
        new(2017, 3, 1),
        new(2018, 6, 3),
        new(2018, 6, 4),
        new(2023, 10, 31),
        new(2023, 11, 1),
        new(2024, 2, 1),
        new(2024, 3, 1),
        new(2024, 6, 1),
        new(2025, 6, 1),
    ];

    private static readonly string[][] Motions =
    [
        [],
        [],
        [],
        [],
        [],
        [],
        [],
        [],
        [],
        [],
        ["706"],
        ["750"],
        ["782"],
        ["821"],
        ["821A"],
        ["821B"],
        ["782", "821"],
        ["750", "782"],
    ];

    private static readonly Gen<StatutoryLimits> Limits =
        from minimum in Gen.Frequency((3, 0), (2, 60), (3, 120), (1, 240))
        from maximum in Gen.Frequency((4, Months.Life), (2, new Months(480)), (2, new Months(240)), (1, new Months(120)))
        from relief in Gen.Enum<MinimumRelief>()
        let lower = new Months(maximum.Value < minimum ? 0 : minimum)
        select new StatutoryLimits
        {
            Minimum = lower,
            Maximum = maximum,
            Relief = lower.Value == 0 ? MinimumRelief.None : relief,
        };

    /// <summary>The facts that a court found, without the levels that it computed from them.</summary>
    public static readonly Gen<SentencingRecord> Facts =
        from order in Gen.OneOf(OrderDays)
        from edition in Gen.OneOf([.. Law.Editions.Where(e => e < order)])
        from drugs in Gen.Frequency((5, 1), (3, 2), (1, 3)).SelectMany(count => Drug(Law.ManualOn(edition), alone: count == 1).Array[count])
        from adjustments in AdjustmentsUnder(Law.ManualOn(edition))
        from history in History(edition)
        from limits in Limits
        from career in Gen.Int[0, 9]
        from motion in Gen.OneOf(Motions)
        select new SentencingRecord
        {
            Id = "nobody",
            Manual = edition,
            SentencedOn = PartialDate.On(edition),
            Offense = new()
            {
                Guideline = "2D1.1",
                Drugs = [.. drugs.DistinctBy(d => d.Substance)],
                Adjustments = adjustments,
                BaseOffenseLevelFrom = BaseLevelSource.DrugQuantity,
            },
            CriminalHistory = WithAggravatingRole(history, adjustments),
            CareerOffender = career == 0 ? new() { Applied = true, OffenseLevel = CareerLevel(limits) } : new() { Applied = false },
            Statutory = MayHaveSafetyValve(edition, history, adjustments, career == 0) ? limits : WithoutSafetyValve(limits),
            EarlierReductions = [],
            Sentence = new() { Consecutive = [], Plea = "open" },
            Motion = new(motion.Length == 0 ? null : motion, PartialDate.On(order)),
        };

    /// <summary>The same with the court's own levels, range and term.</summary>
    public static readonly Gen<SentencingRecord> Complete =
        from facts in Facts
        from share in Gen.OneOf(30, 50, 75, 80, 90, 99, 100, 101, 110, 125)
        from basis in Gen.Enum<BelowRangeBasis>()
        select Sentenced(facts, share, basis);

    /// <summary>The record with what the court computed and imposed.</summary>
    public static SentencingRecord Sentenced(SentencingRecord facts, int share, BelowRangeBasis basis)
    {
        var found = SentenceReduction.Determine(facts, new(null, facts.Motion!.DecidedOn!.Value, KeepFindings: false), Law).Original;
        if (found.Range is not { } range)
        {
            return facts;
        }

        var term = range.Min.IsLife ? Months.Life : new Months(range.Min.Value * share / 100);
        if (range.Min.IsLife && share < 100)
        {
            term = new Months(4 * share);
        }

        if (facts.Statutory.Relief == MinimumRelief.None)
        {
            term = Months.Max(term, facts.Statutory.Minimum!.Value);
        }

        term = Months.Min(term, facts.Statutory.Maximum!.Value);

        return facts with
        {
            Offense = facts.Offense with
            {
                DrugQuantityLevel = found.DrugQuantityLevel,
                BaseOffenseLevel = found.BaseOffenseLevel,
                TotalOffenseLevel = found.TotalOffenseLevel,
            },
            CriminalHistory = facts.CriminalHistory with { Category = found.Category },
            GuidelineRange = range,
            Sentence = facts.Sentence with { Months = term, BelowRange = term < range.Min ? [new(basis, null, null, null)] : [] },
        };
    }

    /// <summary>A drug that the Manual gives a way to weigh: alone by its own line, among others by its equivalency.</summary>
    /// <summary>Doses of 8 milligrams with their blotter paper (Amendment 488), and pills of which a tenth is oxycodone (Amendment 657).</summary>
    private static Drug WithWhatAmendmentsMeasure(Drug drug, Manual manual) =>
        drug.Substance switch
        {
            "lsd" when manual.Find<LsdDoses>() is null => drug with
            {
                Count = Quantity.Exactly(Math.Ceiling(drug.Grams!.Value.AtLeast / 0.008m)),
            },
            "oxycodone" when DrugMeasure.KindOf("oxycodone", manual) == DrugMeasureKind.Weight => drug with
            {
                ActualGrams = Quantity.Exactly(drug.Grams!.Value.AtLeast / 10),
            },
            _ => drug,
        };

    private static Gen<Drug> Drug(Manual manual, bool alone)
    {
        var table = manual.Get<DrugQuantityTable>().Terms;
        var entries = manual.Get<DrugEquivalencies>().Terms.Entries;
        string[] listed =
        [
            .. entries.Where(e => e.Value.Grams is not null || e.Key == "cocaine-base").Select(e => e.Key).Order(StringComparer.Ordinal),
        ];
        string[] named =
        [
            .. table
                .Substances.Keys.Append("marihuana-plants")
                .Where(s => alone || listed.Contains(DrugMeasure.InTable(s)))
                .Order(StringComparer.Ordinal),
        ];
        string[] common = [.. Common.Intersect(named, StringComparer.Ordinal)];
        return from substance in Gen.Frequency((4, Gen.OneOf(common)), (2, Gen.OneOf(named)), (2, Gen.OneOf(listed)))
            from amount in Amount(substance, manual)
            select DrugMeasure.IsCounted(substance, manual)
                ? new Drug(substance, null, Quantity.Exactly(amount))
                : WithWhatAmendmentsMeasure(new Drug(substance, Quantity.Exactly(amount), null), manual);
    }

    /// <summary>Amounts at, just below and above the thresholds of the table.</summary>
    public static Gen<decimal> Amount(string substance, Manual manual)
    {
        var table = manual.Get<DrugQuantityTable>().Terms;
        var known = DrugMeasure.InTable(substance);
        var lines = table.LinesOf(known);
        var factor =
            lines is null ? manual.Get<DrugEquivalencies>().Terms.Entries.GetValueOrDefault(known)?.Grams ?? 1
            : DrugMeasure.IsCounted(substance, manual) ? DrugMeasure.PerCount(substance, 1, manual) ?? 1
            : 1;
        decimal[] thresholds = [.. (lines ?? table.LinesOf("marihuana")!).Lines.Select(l => l.AtLeast)];
        return from threshold in Gen.OneOf(thresholds)
            from percent in Gen.OneOf(99, 100, 100, 101, 120, 250)
            let exact = Math.Max(threshold, thresholds.FirstOrDefault(t => t > 0, 1000) / 2) * percent / 100 / factor
            select DrugMeasure.IsCounted(substance, manual) ? Math.Ceiling(exact) : Math.Round(exact, 3) + 0.001m - 0.001m;
    }

    private static Gen<Adjustment[]> AdjustmentsUnder(Manual manual)
    {
        Adjustment[] characteristics =
        [
            .. (manual.Find<SpecificOffenseCharacteristics>()?.Terms.Items ?? []).SelectMany(item =>
                item.Levels.Select(levels => new Adjustment($"2D1.1{item.Paragraph}", levels))
            ),
        ];
        return from specific in Gen.OneOf(characteristics).Array[0, 2]
            from role in Gen.Frequency((6, 0), (1, -2), (1, -3), (1, -4), (1, 2), (1, 4))
            from obstruction in Gen.Frequency((6, 0), (1, 2))
            from acceptance in Gen.Frequency((2, 0), (1, -2), (5, -3))
            select (Adjustment[])
                [
                    .. specific.DistinctBy(a => a.Rule),
                    .. new Adjustment[]
                    {
                        new(role < 0 ? "3B1.2" : "3B1.1", role),
                        new("3C1.1", obstruction),
                        new("3E1.1", acceptance),
                    }.Where(a => a.Levels != 0),
                ];
    }

    private static Gen<CriminalHistory> History(DateOnly edition) =>
        from other in Gen.Int[0, 15]
        from status in Gen.Frequency((2, 0), (1, 2))
        from recency in Gen.Frequency((2, 0), (1, 2))
        from excluded in Gen.Bool
        let recent = Law.ManualOn(edition).Find<RecencyPoints>() is not null && other > 0 ? recency / (status > 0 ? 2 : 1) : 0
        let held = other > 0 ? status : 0
        select new CriminalHistory
        {
            Points = other + held + recent,
            StatusPoints = held,
            RecencyPoints = recent,
            ZeroPointExclusions = excluded ? ["(7)"] : [],
        };

    /// <summary>§4C1.1(a)(10): an aggravating role is itself one of the exclusions.</summary>
    private static CriminalHistory WithAggravatingRole(CriminalHistory history, Adjustment[] adjustments) =>
        adjustments.Any(a => a.Rule == "3B1.1") ? history with { ZeroPointExclusions = ["(10)"] } : history;

    /// <summary>
    /// 18 U.S.C. 3553(f): from September 23, 1994, nobody with an aggravating role; one point at most, from December 21, 2018, four
    /// without those of 1-point offenses, which make seven at most. A career offender has two convictions that count.
    /// </summary>
    private static bool MayHaveSafetyValve(DateOnly sentenced, CriminalHistory history, Adjustment[] adjustments, bool career) =>
        sentenced >= new DateOnly(1994, 9, 23)
        && adjustments.All(a => a.Rule != "3B1.1")
        && history.Points <= (sentenced < new DateOnly(2018, 12, 21) ? 1 : 4 + 7)
        && !career;

    private static StatutoryLimits WithoutSafetyValve(StatutoryLimits limits) =>
        limits with
        {
            Relief = limits.Relief switch
            {
                MinimumRelief.SafetyValve => MinimumRelief.None,
                MinimumRelief.Both => MinimumRelief.SubstantialAssistance,
                var other => other,
            },
        };

    /// <summary>§4B1.1(b), as far as the maximums above go.</summary>
    private static int CareerLevel(StatutoryLimits limits) =>
        limits.Maximum!.Value switch
        {
            { IsLife: true } => 37,
            { Value: >= 300 } => 34,
            { Value: >= 240 } => 32,
            _ => 24,
        };
}
