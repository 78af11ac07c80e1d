using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// Every complete reading of a record: the product of what its missing facts could be, cut down to what agrees with the facts it has.
/// Readings run over editions, table rows, categories, limits and yes or no, never over grams.
/// </summary>
internal sealed class ReadingSet(SentencingRecord record, ReductionQuestion question, LawLibrary law)
{
    /// <summary>The most readings that are tried.</summary>
    public const int Most = 4096;

    /// <summary>The number of readings after which it is enough that two of them differ: the answer is then undetermined, whatever the rest.</summary>
    private const int Enough = 512;

    private const string OrderFact = "motion.decidedOn";
    private const string CutFact = "sentence.belowRange";

    private static readonly (bool Assistance, Choice[] Choices)[] Assisted = [(true, [])];
    private static readonly (bool Assistance, Choice[] Choices)[] NotAssisted = [(false, [])];

    private readonly IReadOnlyList<string>? named = record.Motion?.Amendments ?? question.Amendments;

    /// <summary>The date of the order.</summary>
    public PartialDate Order { get; } = record.Motion?.DecidedOn ?? question.OrderDate;

    /// <summary>The last day on which the person may have been sentenced.</summary>
    private DateOnly SentencedBy { get; } = SentencedOnOrBefore(record, question);

    /// <summary>The statutory limits that the counts give; null where the record has none.</summary>
    public CountLimits? Counts { get; } = CountLimits.Of(record, law, SentencedOnOrBefore(record, question));

    /// <summary>The amendments asked about; null for all.</summary>
    public IReadOnlyList<string>? Named => named;

    /// <summary>What was met on the way.</summary>
    public ReadingNotes Notes { get; } = new();

    /// <summary>What was presumed about the Manual.</summary>
    public string? ManualAssumption { get; private set; }

    /// <summary>True where there were more readings than are tried.</summary>
    public bool Capped { get; private set; }

    /// <summary>The answers of all readings.</summary>
    public List<Evaluation> Evaluate()
    {
        var answers = new List<Evaluation>(1);
        var days = LawStages.Epochs(law, Order.First, Order.Last);
        for (var d = 0; d < days.Count; d++)
        {
            var day = days[d];
            Choice[] byOrder = days.Count > 1 ? [new(OrderFact, $"from {day:yyyy-MM-dd}")] : [];
            var (editions, assumption) = EditionReadings.Of(record, named, day, law);
            ManualAssumption = assumption;
            var merged = editions.Count > 1 ? new MergedEditions() : null;
            for (var i = 0; i < editions.Count; i++)
            {
                var (edition, byEdition) = editions[i];
                var from = answers.Count;
                var latest = days.Count > 1 && day != days[^1] ? LawStages.Of(law, edition, days[^1], TableOf(record)) : null;
                var outer = byOrder.Length == 0 ? byEdition : [.. byOrder, .. byEdition];
                if (!Add(answers, LawStages.Of(law, edition, day, TableOf(record)), latest, outer))
                {
                    Capped = true;
                    return answers;
                }

                merged?.Take(answers, from, edition);
            }

            ManualAssumption = merged?.Name(answers) ?? ManualAssumption;
        }

        return answers;
    }

    private bool Add(List<Evaluation> answers, LawStages stages, LawStages? latest, Choice[] outer)
    {
        var asked = named is null ? null : Asked(named, stages);
        foreach (var amendment in stages.WithoutEffect)
        {
            if (named is not null && named.Any(amendment.IsNamedBy))
            {
                Notes.Remark($"amendment {amendment.Id}: {amendment.WithoutEffect}");
            }
        }

        var drugCase = GuidelineOf(record) != DrugGuideline.Other;
        var substances = SubstancesOf(record.Offense.Drugs ?? []);
        var unmatched = new List<Evaluation>(0);
        var differ = false;
        var later = latest is null ? null : new BaseLevelReadings(record, latest, explain: false, Notes);
        var facts = new BaseLevelReadings(record, stages, question.KeepFindings, Notes, later);
        var histories = new HistoryReadings(record, stages, facts.Court);
        foreach (var (limits, byLimits) in LimitReadings.Of(record, stages, GuidelineOf(record), SentencedBy, Counts))
        {
            var levels = new LevelReadings(record, stages, limits, facts, question.KeepFindings, Notes);
            foreach (var level in levels.All())
            {
                foreach (var history in histories.All(level.Career))
                {
                    var complete = new Reading(stages, level, history, limits)
                    {
                        Substances = substances,
                        OtherGuideline = !drugCase,
                        Rule35 = Rule35,
                        OrderedOn = Order.First,
                        SentencedBy = SentencedBy,
                    };
                    var barred = limits.SafetyValve && SafetyValveReadings.Of(record, complete) is not null;
                    if (barred && IsReliefOpen)
                    {
                        continue;
                    }

                    // Relief that is recorded tells of a history that is not: it is one that does not exclude it, unless what is recorded does.
                    var excluded = barred && SafetyValveReadings.Stated(record, stages, SentencedBy) is null;
                    foreach (var reading in OfSentence(complete))
                    {
                        if (answers.Count + unmatched.Count >= Most || (answers.Count >= Enough && differ))
                        {
                            answers.AddRange(unmatched);
                            return false;
                        }

                        var total = level.Stages[0].Total.Value + level.Residual + history.Stages[0].ZeroPoint;
                        var agrees = RangeMatch.Agrees(record, total, history.Stages[0].Category, stages.Original, limits);
                        var open =
                            outer.Length + byLimits.Length + level.Choices.Length + history.Choices.Length + reading.Choices.Length > 0;
                        var chosen = open
                            ? reading with
                            {
                                Choices = [.. outer, .. byLimits, .. level.Choices, .. history.Choices, .. reading.Choices],
                            }
                            : reading;
                        var answer = ReadingEvaluation.Of(record, chosen, asked);
                        answer = CareerFirearm.Applied(record, CircuitReadings.WithDeparture(Uncovered.Applied(record, answer, named)));
                        if (answer.NotCovered.Count == 0 && GroupReadings.Lacks(record, level, levels.Court, stages))
                        {
                            answer = answer with { Outcome = Outcome.Undetermined, Lacks = GroupReadings.Fact };
                        }

                        (agrees && !excluded ? answers : unmatched).Add(answer);
                        differ |= answers.Count > 0 && answers[0].Outcome != answers[^1].Outcome;
                    }
                }
            }
        }

        if (answers.Count == 0 && unmatched.Count > 0)
        {
            Notes.Disagree(
                $"the court stated a range of {record.GuidelineRange}; the level and the category that it found do not give it, and are used"
            );
            answers.AddRange(unmatched);
        }

        return true;
    }

    /// <summary>The places of the amendments asked about among the covered ones.</summary>
    private static int[] Asked(IReadOnlyList<string> named, LawStages stages) =>
        [.. Enumerable.Range(0, stages.Covered.Length).Where(i => named.Any(stages.Covered[i].IsNamedBy))];

    /// <summary>Whether neither the relief from the minimum nor the safety valve alone is recorded.</summary>
    private bool IsReliefOpen => record.Statutory is { Relief: null, SafetyValve: not true };

    private static DateOnly SentencedOnOrBefore(SentencingRecord record, ReductionQuestion question) =>
        (record.SentencedOn ?? record.Motion?.DecidedOn ?? question.OrderDate).Last;

    private bool Rule35 => record.EarlierReductions is { Count: > 0 } earlier && earlier.Any(r => r.Basis == ReductionLimits.Rule35);

    private static IReadOnlyList<string> SubstancesOf(IReadOnlyList<Drug> drugs)
    {
        if (drugs.Count == 0)
        {
            return [];
        }

        var known = new List<string>(drugs.Count);
        for (var i = 0; i < drugs.Count; i++)
        {
            if (drugs[i].Substance is { } substance)
            {
                known.Add(DrugMeasure.InTable(substance));
            }
        }

        return known;
    }

    private IEnumerable<Reading> OfSentence(Reading reading)
    {
        var pleas = TypeCPleaReadings.Of(record, reading.Law);
        var cuts = Cuts(reading);
        return pleas.Length == 1 && cuts.Length == 1 && pleas[0].Used is null && ReferenceEquals(cuts, NotAssisted)
            ? CircuitReadings.Of(record, reading, Notes)
            : WithSentence(reading, pleas, cuts).SelectMany(r => CircuitReadings.Of(record, r, Notes));
    }

    private static List<Reading> WithSentence(
        Reading reading,
        (bool? Used, Choice[] Choices)[] pleas,
        (bool Assistance, Choice[] Choices)[] cuts
    )
    {
        var readings = new List<Reading>(pleas.Length * cuts.Length);
        foreach (var (used, byPlea) in pleas)
        {
            foreach (var (assistance, byCut) in cuts)
            {
                readings.Add(
                    used is null && !assistance && byCut.Length == 0
                        ? reading
                        : reading with
                        {
                            TypeCUsedRange = used,
                            SubstantialAssistance = assistance,
                            Choices = [.. byPlea, .. byCut],
                        }
                );
            }
        }

        return readings;
    }

    /// <summary>A term below the range whose ground nobody states may or may not have been for assistance.</summary>
    private (bool Assistance, Choice[] Choices)[] Cuts(Reading reading)
    {
        if (Rule35)
        {
            return Assisted;
        }

        if (record.Sentence.BelowRange is { } stated)
        {
            return stated.Count > 0 && stated.Any(b => b.Basis == BelowRangeBasis.SubstantialAssistance) ? Assisted : NotAssisted;
        }

        var below = record.Sentence.Months is { } term && term < StageRange.Of(reading, 0).Range.Min;
        return !below ? NotAssisted
            : reading.Limits.Relief == MinimumRelief.SubstantialAssistance && record.Sentence.Months < reading.Limits.Minimum ? Assisted
            : [(true, [new(CutFact, "substantial assistance")]), (false, [new(CutFact, "another ground")])];
    }

    /// <summary>
    /// Whether a guideline has to do with a quantity table in a way that is not computed: the chemicals of §§2D1.12 and 2D1.13, §2D1.11 where it
    /// is borrowed, and any other that the record says takes its level from §2D1.1.
    /// </summary>
    internal static bool IsNotComputed(Offense offense) =>
        offense.Guideline is { } guideline
        && guideline != "2D1.1"
        && !BorrowedLevels.Has(guideline)
        && (guideline is "2D1.12" or "2D1.13" || offense.BaseOffenseLevelFrom == BaseLevelSource.Borrowed);

    /// <summary>The guideline whose table gives the level.</summary>
    internal static string TableOf(SentencingRecord record) =>
        GuidelineOf(record) == DrugGuideline.Chemical ? ChemicalTables.Guideline : Manual.DrugGuideline;

    /// <summary>Which kind of guideline a record is under.</summary>
    internal static DrugGuideline GuidelineOf(SentencingRecord record)
    {
        var offense = record.Offense;
        var borrowed = offense.BaseOffenseLevelFrom is BaseLevelSource.Borrowed or BaseLevelSource.DrugQuantity;
        return BorrowedReadings.GuidelineOf(offense) switch
        {
            "2D1.1" => DrugGuideline.Drug,
            ChemicalTables.Guideline when offense.BaseOffenseLevelFrom is not BaseLevelSource.Borrowed => DrugGuideline.Chemical,
            null => offense.BaseOffenseLevelFrom == BaseLevelSource.Borrowed ? DrugGuideline.Borrowed : DrugGuideline.Presumed,
            // §2X1.1(c)(1): an attempt or conspiracy that another guideline covers, as all drug guidelines do, is not under this one.
            "2X1.1" or "2X2.1" => borrowed || HasDrugFacts(offense) ? DrugGuideline.Borrowed : DrugGuideline.Other,
            { } guideline when BorrowedLevels.Has(guideline) => offense.BaseOffenseLevelFrom
                is null
                    or BaseLevelSource.Borrowed
                    or BaseLevelSource.DrugQuantity
                    or BaseLevelSource.StipulatedQuantity
                ? DrugGuideline.Borrowed
                : DrugGuideline.Other,
            _ => borrowed ? DrugGuideline.Borrowed : DrugGuideline.Other,
        };
    }

    /// <summary>Whether the record says anything of a controlled substance.</summary>
    internal static bool HasDrugFacts(Offense offense) =>
        offense.Drugs is { Count: > 0 } || offense.ConvertedDrugWeightKg is not null || offense.DrugQuantityLevel is not null;
}
