using System.Globalization;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// One thing the drug facts could mean: the level of the Drug Quantity Table under the Manual used and after each covered amendment.
/// </summary>
/// <param name="Levels">The level at each stage of the law: first the Manual used, last all covered amendments substituted.</param>
/// <param name="Original">The level under the Manual used, explained where findings are kept.</param>
/// <param name="Amended">The level with all covered amendments substituted.</param>
/// <param name="Open">True where the text of an amendment leaves open what becomes of this line in this Manual.</param>
/// <param name="Is">What the fact would have to be, such as <c>&gt;= 45000</c>; empty where the record settles it.</param>
public sealed record QuantityReading(IReadOnlyList<int> Levels, Found<int> Original, Found<int> Amended, bool Open, string Is);

/// <summary>The readings of the drug facts, and which fact would settle them.</summary>
/// <param name="Readings">At least one, except where the Manual gives no way to weigh a substance.</param>
/// <param name="Fact">The record path of the fact that would settle them.</param>
public sealed record QuantityReadings(IReadOnlyList<QuantityReading> Readings, string Fact)
{
    /// <summary>False where not everything that the facts could mean was found.</summary>
    public bool Complete { get; init; } = true;

    /// <summary>The readings of an offense whose drug facts are <paramref name="drugs"/>, kept only where the level fits.</summary>
    /// <param name="drugs">The drugs as the record knows them.</param>
    /// <param name="law">The Manual used, and the Manual after each covered amendment.</param>
    /// <param name="fits">Whether the level under the Manual used agrees with what the court found.</param>
    /// <param name="explain">Whether findings are kept.</param>
    internal static QuantityReadings OfDrugs(IReadOnlyList<Drug> drugs, LawStages law, Func<int, bool> fits, bool explain) =>
        drugs is [{ Substance: { } substance, Grams: { IsExact: true } grams }] && law.Stretches(substance, explain) is { } stretches
            ? stretches.At(grams.AtLeast, fits)
            : OfDrugs(drugs, law.Manuals, fits, explain);

    /// <summary>The readings of an offense whose drug facts are <paramref name="drugs"/>, kept only where the level fits.</summary>
    /// <param name="drugs">The drugs as the record knows them.</param>
    /// <param name="stages">The Manual used, then the Manual after each covered amendment.</param>
    /// <param name="fits">Whether the level under the Manual used agrees with what the court found.</param>
    /// <param name="explain">Whether findings are kept.</param>
    /// <param name="onCarrier">Whether LSD may be on a carrier medium; without it LSD is weighed under every Manual.</param>
    public static QuantityReadings OfDrugs(
        IReadOnlyList<Drug> drugs,
        IReadOnlyList<Manual> stages,
        Func<int, bool> fits,
        bool explain,
        bool onCarrier = true
    )
    {
        if (ChemicalTables.AreOf(stages[0]))
        {
            var chemical = ChemicalReadings.Of(drugs, stages, explain) ?? ChemicalReadings.EveryLine(stages, explain);
            return new([.. chemical.Where(r => fits(r.Levels[0]))], PathOfChemical(drugs, stages[0]));
        }

        if (Remeasured.Stage(drugs, stages, onCarrier) is { } at)
        {
            return Remeasured.Of(drugs, stages, at, fits, explain);
        }

        drugs = DrugMeasure.ByDoses(drugs, stages[0]);
        var unknown = new List<int>(0);
        for (var i = 0; i < drugs.Count; i++)
        {
            if (DrugMeasure.Measured(drugs[i], stages[0]) is not { IsExact: true })
            {
                unknown.Add(i);
            }
        }

        if (unknown.Count == 0)
        {
            return new(AtPoint(drugs, stages, explain, "") is { } settled && fits(settled.Levels[0]) ? [settled] : [], "offense.drugs");
        }

        var readings =
            unknown.Count == 1
                ? Segments.Of(drugs, unknown[0], stages, explain)
                : CombinedReadings.Of(drugs, [.. unknown], stages, explain);
        var complete = readings is not null;
        var fitting = (readings ?? EveryLine(stages, explain)).Where(r => fits(r.Levels[0])).ToList();
        return new(fitting, PathOf(drugs, unknown[0], stages[0])) { Complete = complete };
    }

    /// <summary>Every line of the table of the Manual used, once for each way in which its level moves.</summary>
    public static IReadOnlyList<QuantityReading> EveryLine(IReadOnlyList<Manual> stages, bool explain)
    {
        if (ChemicalTables.AreOf(stages[0]))
        {
            return ChemicalReadings.EveryLine(stages, explain);
        }

        var readings = new List<QuantityReading>();
        foreach (var substance in stages[0].Get<DrugQuantityTable>().Terms.Substances.Keys.Append(DrugMeasure.Plants))
        {
            Add(OfDrugs([new(substance, null, null)], stages, _ => true, explain).Readings, substance);
        }

        Add(CombinedReadings.OfCocaineBaseWithOthers(stages, explain), "cocaine-base with other drugs,");
        return readings;

        void Add(IEnumerable<QuantityReading> found, string what)
        {
            foreach (var reading in found)
            {
                if (!readings.Exists(r => r.Levels.SequenceEqual(reading.Levels)))
                {
                    readings.Add(reading with { Is = $"{what} {reading.Is}".TrimEnd() });
                }
            }
        }
    }

    /// <summary>
    /// The readings of a weight that the record already states converted. Where an amendment converts some drug otherwise, what it moves is
    /// not told by the weight but by the drugs, which are not recorded: every line of the table with the level of the weight is tried.
    /// </summary>
    public static QuantityReadings OfConverted(Quantity kilograms, LawStages law, Func<int, bool> fits, bool explain)
    {
        var weight = OfConverted(kilograms, law.Manuals, _ => true, explain);
        var method = law.Original.Get<CrackCombination>().Terms;
        var reduction = method.Method == CrackCombinationMethod.ReduceCombined ? method.Reduction : 0;
        if (reduction == 0 && law.Manuals.All(m => SameConversions(m, law.Original)))
        {
            return OfConverted(kilograms, law.Manuals, fits, explain);
        }

        var readings = weight
            .Readings.Where(r => fits(r.Levels[0]))
            .Select(r => r with { Is = $"converted as before {r.Is}".TrimEnd() })
            .ToList();
        readings.AddRange(
            law.EveryLine(explain)
                .Where(line =>
                    fits(line.Levels[0])
                    && weight.Readings.Any(r => r.Levels[0] == line.Levels[0] || r.Levels[0] == line.Levels[0] + reduction)
                    && !readings.Exists(r => r.Levels.SequenceEqual(line.Levels))
                )
        );
        return new(readings, readings.Count > 1 ? "offense.drugs" : weight.Fact);
    }

    private static bool SameConversions(Manual a, Manual b) =>
        ReferenceEquals(a.Find<DrugEquivalencies>(), b.Find<DrugEquivalencies>())
        && ReferenceEquals(a.Find<CrackCombination>(), b.Find<CrackCombination>())
        && ReferenceEquals(a.Find<MarihuanaPlants>(), b.Find<MarihuanaPlants>())
        && ReferenceEquals(a.Find<LsdDoses>(), b.Find<LsdDoses>());

    private static QuantityReadings OfConverted(Quantity kilograms, IReadOnlyList<Manual> stages, Func<int, bool> fits, bool explain)
    {
        const string Path = "offense.convertedDrugWeightKg";
        QuantityReading At(decimal kg, string label)
        {
            var results = stages
                .Select((m, i) => QuantityLevel.OfConverted(kg, m, explain && (i == 0 || i == stages.Count - 1), Path))
                .ToArray();
            return new([.. results.Select(r => r.Level.Value)], results[0].Level, results[^1].Level, results.Any(r => r.Open), label);
        }

        if (kilograms.IsExact)
        {
            return new([At(kilograms.AtLeast, "")], Path);
        }

        var thresholds = stages.SelectMany(m => m.Get<DrugQuantityTable>().Terms.LinesOf("marihuana")!.Lines).Select(l => l.AtLeast / 1000);
        return new([.. Segments.Over(kilograms, thresholds, At).Where(r => fits(r.Levels[0]))], Path);
    }

    /// <summary>The reading of exact amounts; null where a stage gives no way to weigh one of them.</summary>
    internal static QuantityReading? AtPoint(IReadOnlyList<Drug> drugs, IReadOnlyList<Manual> stages, bool explain, string label)
    {
        var levels = new int[stages.Count];
        Found<int> first = default;
        Found<int> last = default;
        var open = false;
        for (var i = 0; i < stages.Count; i++)
        {
            var explained = explain && (i == 0 || i == stages.Count - 1);
            if (i > 0 && (i < stages.Count - 1 || !explain) && QuantityLevel.SameRules(stages[i - 1], stages[i]))
            {
                levels[i] = levels[i - 1];
                continue;
            }

            if (AmountsOf(drugs, stages[i]) is not { } amounts || QuantityLevel.Of(amounts, stages[i], explained) is not { } result)
            {
                return null;
            }

            levels[i] = result.Level.Value;
            first = i == 0 ? result.Level : first;
            last = result.Level;
            open |= result.Open;
        }

        return new(levels, first, last, open, label);
    }

    /// <summary>What exact amounts weigh together in kilograms of marihuana, the caps applied; zero where one cannot be weighed.</summary>
    internal static decimal KilogramsOf(IReadOnlyList<Drug> drugs, Manual manual) =>
        drugs.Count == 0 || AmountsOf(drugs, manual) is not { } amounts
            ? 0
            : QuantityLevel.Weight(amounts, manual, explain: false)?.Value ?? 0;

    internal static string Number(decimal value) => (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    /// <summary>The amounts as this Manual measures them, each substance once; null where one cannot be measured.</summary>
    private static IReadOnlyList<DrugAmount>? AmountsOf(IReadOnlyList<Drug> drugs, Manual manual)
    {
        if (drugs is [var only])
        {
            return DrugMeasure.Measured(only, manual) is not { } all
                ? null
                : new DrugAmount[]
                {
                    new(DrugMeasure.InTable(only.Substance!), all.AtLeast, RecordPaths.Drug(0)) { ByDoses = ByDoses(only, manual) },
                };
        }

        var amounts = new List<DrugAmount>(drugs.Count);
        for (var i = 0; i < drugs.Count; i++)
        {
            if (DrugMeasure.Measured(drugs[i], manual) is not { } amount)
            {
                return null;
            }

            var substance = DrugMeasure.InTable(drugs[i].Substance!);
            var same = amounts.FindIndex(a => a.Substance == substance);
            if (same >= 0)
            {
                amounts[same] = amounts[same] with
                {
                    Amount = amounts[same].Amount + amount.AtLeast,
                    Path = $"{amounts[same].Path} {RecordPaths.Drug(i)}",
                };
            }
            else
            {
                amounts.Add(new(substance, amount.AtLeast, RecordPaths.Drug(i)) { ByDoses = ByDoses(drugs[i], manual) });
            }
        }

        return amounts;
    }

    private static Provision<LsdDoses>? ByDoses(Drug drug, Manual manual) =>
        drug is { Substance: DrugMeasure.Lsd, Grams: null, Count: not null } ? manual.Find<LsdDoses>() : null;

    /// <summary>The first chemical of which too little is known; where all is known, how they were used.</summary>
    private static string PathOfChemical(IReadOnlyList<Drug> drugs, Manual manual)
    {
        for (var i = 0; i < drugs.Count; i++)
        {
            if (drugs[i].Substance is not { } chemical)
            {
                return $"offense.drugs[{i}].substance";
            }

            if (ChemicalTables.Naming(chemical, manual) is not null && !ChemicalReadings.Measured(drugs[i], manual).IsExact)
            {
                return $"offense.drugs[{i}].grams";
            }
        }

        return "offense.drugs";
    }

    private static string PathOf(IReadOnlyList<Drug> drugs, int index, Manual manual) =>
        drugs[index].Substance is not { } substance ? $"offense.drugs[{index}].substance"
        : DrugMeasure.IsCounted(substance, manual) || (drugs[index].Grams is null && drugs[index].Count is not null)
            ? $"offense.drugs[{index}].count"
        : $"offense.drugs[{index}].grams";
}
