using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>A record while its columns are being read; used again for each row.</summary>
internal sealed class RecordDraft
{
    private static readonly IReadOnlyList<BelowRange> NoCut = [];
    private static readonly IReadOnlyList<Adjustment> NoAdjustments = [];
    private static readonly IReadOnlyList<ConsecutiveTerm> NoTerms = [];

    public string? District { get; set; }
    public PartialDate? SentencedOn { get; set; }
    public DateParts SentencedOnParts { get; } = new();
    public PartialDate? OffenseEndedOn { get; set; }
    public DateOnly? Manual { get; set; }
    public string? Guideline { get; set; }
    public List<DraftDrug> Drugs { get; } = [];
    public Quantity? ConvertedDrugWeightKg { get; set; }
    public int? DrugQuantityLevel { get; set; }
    public int? BaseOffenseLevel { get; set; }
    public BaseLevelSource? BaseOffenseLevelFrom { get; set; }
    public List<Adjustment> Adjustments { get; } = [];
    public int AdjustmentsSeen { get; set; }

    /// <summary>True where the columns name every adjustment: none that is given is none that was applied.</summary>
    public bool EveryAdjustment { get; set; }
    public int? TotalOffenseLevel { get; set; }
    public int? Points { get; set; }
    public int? StatusPoints { get; set; }
    public int? RecencyPoints { get; set; }
    public int? Category { get; set; }
    public IReadOnlyList<string>? ZeroPointExclusions { get; set; }
    public bool? CareerApplied { get; set; }
    public int? CareerLevel { get; set; }
    public Months? RangeMin { get; set; }
    public Months? RangeMax { get; set; }
    public Months? StatutoryMinimum { get; set; }
    public Months? StatutoryMaximum { get; set; }
    public MinimumRelief? Relief { get; set; }
    public bool? SafetyValve { get; set; }
    public Months? SentenceMonths { get; set; }
    public int? SentenceDays { get; set; }
    public IReadOnlyList<BelowRange>? BelowRange { get; set; }
    public string? Plea { get; set; }
    public bool? PleaUsedRange { get; set; }
    public bool? CourtUsedRange { get; set; }
    public bool? PleaWaivesReduction { get; set; }
    public bool? Revocation { get; set; }
    public Months? Consecutive { get; private set; }
    public string? ConsecutiveStatute { get; set; }
    public bool? ConsecutiveForThisOffense { get; set; }
    public Months? SupervisedRelease { get; set; }
    public EarlierReduction? EarlierReduction { get; set; }
    public IReadOnlyList<string>? Amendments { get; set; }
    public PartialDate? DecidedOn { get; set; }
    public Custody? Custody { get; set; }
    public Person? Person { get; set; }
    public string? Source { get; set; }
    public bool Synthetic { get; set; }
    public List<string> Notes { get; } = [];

    /// <summary>The consecutive term; none of them where it is zero.</summary>
    public void SetConsecutive(Months months) => Consecutive = months;

    /// <summary>The drug in one place of the list, made where it is not there yet.</summary>
    public DraftDrug Drug(int place)
    {
        while (Drugs.Count <= place)
        {
            Drugs.Add(new DraftDrug());
        }

        return Drugs[place];
    }

    /// <summary>Forgets the adjustments, of which a file may have only a few columns that mean nothing without the level they change.</summary>
    public void ForgetAdjustments()
    {
        Adjustments.Clear();
        AdjustmentsSeen = 0;
    }

    /// <summary>Forgets the row before.</summary>
    public void Clear()
    {
        District = Guideline = Plea = Source = null;
        SentencedOn = OffenseEndedOn = DecidedOn = null;
        SentencedOnParts.Clear();
        Manual = null;
        foreach (var drug in Drugs)
        {
            drug.Clear();
        }

        ConvertedDrugWeightKg = null;
        DrugQuantityLevel = BaseOffenseLevel = TotalOffenseLevel = null;
        BaseOffenseLevelFrom = null;
        Adjustments.Clear();
        AdjustmentsSeen = 0;
        Points = StatusPoints = RecencyPoints = Category = CareerLevel = SentenceDays = null;
        ZeroPointExclusions = Amendments = null;
        CareerApplied = SafetyValve = PleaUsedRange = CourtUsedRange = PleaWaivesReduction = Revocation = null;
        RangeMin = RangeMax = StatutoryMinimum = StatutoryMaximum = SentenceMonths = SupervisedRelease = null;
        Relief = null;
        BelowRange = null;
        Consecutive = null;
        ConsecutiveStatute = null;
        ConsecutiveForThisOffense = null;
        EarlierReduction = null;
        Custody = null;
        Person = null;
        Synthetic = false;
        Notes.Clear();
    }

    /// <summary>The record as drafted.</summary>
    public SentencingRecord ToRecord(string id, RecordOrigin origin) =>
        new()
        {
            Id = id,
            District = District,
            SentencedOn = SentencedOn ?? SentencedOnParts.ToDate(),
            OffenseEndedOn = OffenseEndedOn,
            Manual = Manual,
            Offense = ToOffense(),
            CriminalHistory =
                Points is null && StatusPoints is null && RecencyPoints is null && Category is null && ZeroPointExclusions is null
                    ? CriminalHistory.Unknown
                    : new()
                    {
                        Points = Points,
                        StatusPoints = StatusPoints,
                        RecencyPoints = RecencyPoints,
                        Category = Category,
                        ZeroPointExclusions = ZeroPointExclusions,
                    },
            CareerOffender = CareerApplied is null && CareerLevel is null ? CareerOffender.Unknown : ToCareerOffender(),
            GuidelineRange = RangeMin is { } min && RangeMax is { } max ? new(min, max) : null,
            Statutory = ToStatutory(),
            Sentence = ToSentence(),
            EarlierReductions = EarlierReduction is null ? null : [EarlierReduction],
            Motion = Amendments is null && DecidedOn is null ? null : new(Amendments, DecidedOn),
            Custody = Custody,
            Person = Person,
            Source = Source,
            Synthetic = Synthetic,
            Origin = origin,
            ReadingNotes = Notes.Count == 0 ? [] : [.. Notes],
        };

    private Offense ToOffense() =>
        new()
        {
            Guideline = Guideline,
            Drugs = ToDrugs(),
            ConvertedDrugWeightKg = ConvertedDrugWeightKg,
            DrugQuantityLevel = DrugQuantityLevel,
            BaseOffenseLevel = BaseOffenseLevel,
            BaseOffenseLevelFrom = BaseOffenseLevelFrom,
            Adjustments =
                Adjustments.Count > 0 ? [.. Adjustments]
                : EveryAdjustment || AdjustmentsSeen > 1 ? NoAdjustments
                : null,
            TotalOffenseLevel = TotalOffenseLevel,
        };

    private List<Drug>? ToDrugs()
    {
        List<Drug>? drugs = null;
        foreach (var drug in Drugs)
        {
            if (!drug.IsEmpty)
            {
                (drugs ??= []).Add(new(drug.Substance, drug.Grams, drug.Count) { ActualGrams = drug.ActualGrams });
            }
        }

        return drugs;
    }

    private CareerOffender ToCareerOffender() => new() { Applied = CareerApplied, OffenseLevel = CareerLevel };

    private StatutoryLimits ToStatutory() =>
        StatutoryMinimum is null && StatutoryMaximum is null && Relief is null && SafetyValve is null
            ? StatutoryLimits.Unknown
            : new()
            {
                Minimum = StatutoryMinimum,
                Maximum = StatutoryMaximum,
                Relief = Relief,
                SafetyValve = SafetyValve,
            };

    private Sentence ToSentence() =>
        new()
        {
            Months = SentenceMonths,
            Days = SentenceDays,
            BelowRange = BelowRange is { Count: 0 } ? NoCut : BelowRange,
            Plea = Plea,
            PleaUsedRange = PleaUsedRange,
            CourtUsedRange = CourtUsedRange,
            PleaWaivesReduction = PleaWaivesReduction,
            Revocation = Revocation,
            Consecutive =
                Consecutive is not { } term ? null
                : term.Value == 0 ? NoTerms
                : [new(ConsecutiveStatute, term) { ForThisOffense = ConsecutiveForThisOffense }],
            SupervisedReleaseMonths = SupervisedRelease,
        };
}

/// <summary>One drug of a draft.</summary>
internal sealed class DraftDrug
{
    public string? Substance { get; set; }
    public bool Named { get; set; }
    public Quantity? Grams { get; set; }
    public Quantity? Count { get; set; }
    public Quantity? ActualGrams { get; set; }

    /// <summary>True where no column said anything; a substance that nobody can name still counts.</summary>
    public bool IsEmpty => Substance is null && !Named && Grams is null && Count is null && ActualGrams is null;

    public void Clear()
    {
        Substance = null;
        Named = false;
        Grams = Count = ActualGrams = null;
    }
}

/// <summary>A date that a table gives in several columns.</summary>
internal sealed class DateParts
{
    public int? Year { get; set; }
    public int? Month { get; set; }
    public int? Day { get; set; }

    public void Clear() => Year = Month = Day = null;

    /// <summary>As precise as the columns allow; null without a year or where there is no such day.</summary>
    public PartialDate? ToDate()
    {
        if (Year is not { } year)
        {
            return null;
        }

        if (Month is not { } month)
        {
            return new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        }

        var first = new DateOnly(year, month, 1);
        return Day is not { } day ? new(first, first.AddMonths(1).AddDays(-1))
            : day <= DateTime.DaysInMonth(year, month) ? PartialDate.On(first.AddDays(day - 1))
            : null;
    }
}
