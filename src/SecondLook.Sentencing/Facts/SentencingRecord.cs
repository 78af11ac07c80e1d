namespace SecondLook.Sentencing.Facts;

/// <summary>
/// One person's sentence as a document or a data file states it, version 1 of the record. Everything but the id may be null, which
/// means unknown, never zero and never "no". Lists are null where unknown and empty where there is none.
/// </summary>
public sealed record SentencingRecord
{
    /// <summary>The name of the record, unique in its file.</summary>
    public required string Id { get; init; }

    /// <summary>The sentencing district, such as <c>TNE</c>.</summary>
    public string? District { get; init; }

    /// <summary>The day of sentencing.</summary>
    public PartialDate? SentencedOn { get; init; }

    /// <summary>The day on which the offense ended.</summary>
    public PartialDate? OffenseEndedOn { get; init; }

    /// <summary>A day on which the Manual that the court used was in force; usually its effective date.</summary>
    public DateOnly? Manual { get; init; }

    /// <summary>The offense; with several counts the drug group.</summary>
    public Offense Offense { get; init; } = Offense.Unknown;

    /// <summary>The criminal history.</summary>
    public CriminalHistory CriminalHistory { get; init; } = CriminalHistory.Unknown;

    /// <summary>Career offender status under §4B1.1.</summary>
    public CareerOffender CareerOffender { get; init; } = CareerOffender.Unknown;

    /// <summary>
    /// The range that the court stated: the table range, the one after §5G1.1, or one that includes a consecutive term. None of these
    /// readings is a disagreement.
    /// </summary>
    public MonthRange? GuidelineRange { get; init; }

    /// <summary>The statutory limits.</summary>
    public StatutoryLimits Statutory { get; init; } = StatutoryLimits.Unknown;

    /// <summary>The sentence imposed.</summary>
    public Sentence Sentence { get; init; } = Sentence.Unknown;

    /// <summary>Reductions before the motion, oldest first.</summary>
    public IReadOnlyList<EarlierReduction>? EarlierReductions { get; init; }

    /// <summary>The motion, where the record names one; it overrides what was asked for the whole file.</summary>
    public Motion? Motion { get; init; }

    /// <summary>Counts of conviction.</summary>
    public IReadOnlyList<Count>? Counts { get; init; }

    /// <summary>Groups of counts other than the drug group (§3D1.4).</summary>
    public IReadOnlyList<CountGroup>? Groups { get; init; }

    /// <summary>Facts about custody.</summary>
    public Custody? Custody { get; init; }

    /// <summary>Facts about the person that never enter a determination.</summary>
    public Person? Person { get; init; }

    /// <summary>Where single facts come from, by JSON pointer, such as <c>/offense/drugs/0</c>.</summary>
    public IReadOnlyDictionary<string, FactSource>? Sources { get; init; }

    /// <summary>Where the record comes from, in words or as an address.</summary>
    public string? Source { get; init; }

    /// <summary>True where the record describes nobody.</summary>
    public bool Synthetic { get; init; }

    /// <summary>Where the record was read, and from which columns.</summary>
    public RecordOrigin? Origin { get; init; }

    /// <summary>Contradictions met while reading, such as two columns that disagree.</summary>
    public IReadOnlyList<string> ReadingNotes { get; init; } = [];
}

/// <summary>The file a record was read from and the column each fact came from.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Row">The number of the line or row, counted from one.</param>
/// <param name="Columns">Record path to source column or columns, such as <c>offense.totalOffenseLevel</c> to <c>XFOLSOR</c>; shared by the whole file.</param>
public sealed record RecordOrigin(string File, long Row, IReadOnlyDictionary<string, string>? Columns)
{
    /// <summary>Identifiers of the source that are not unique in it, such as USSCIDN.</summary>
    public string? SourceId { get; init; }
}

/// <summary>Where a base offense level came from.</summary>
public enum BaseLevelSource
{
    /// <summary>The Drug Quantity Table, from the quantity found.</summary>
    DrugQuantity,

    /// <summary>The Drug Quantity Table, from a quantity the parties stipulated.</summary>
    StipulatedQuantity,

    /// <summary>The Drug Quantity Table, through another guideline that refers to §2D1.1.</summary>
    Borrowed,

    /// <summary>§2D1.1(a)(1) to (4): death or serious bodily injury.</summary>
    DeathOrInjury,

    /// <summary>§2D1.1(d): a cross reference, such as murder.</summary>
    CrossReference,

    /// <summary>A level that the parties stipulated without a quantity.</summary>
    StipulatedLevel,

    /// <summary>A guideline that does not use the Drug Quantity Table.</summary>
    OtherGuideline,
}

/// <summary>The offense and what the court added up.</summary>
public sealed record Offense
{
    /// <summary>An offense of which nothing is known.</summary>
    public static readonly Offense Unknown = new();

    /// <summary>The Chapter Two guideline, such as <c>2D1.1</c>.</summary>
    public string? Guideline { get; init; }

    /// <summary>The controlled substances.</summary>
    public IReadOnlyList<Drug>? Drugs { get; init; }

    /// <summary>Kilograms of marihuana equivalent, from 2018 of converted drug weight.</summary>
    public Quantity? ConvertedDrugWeightKg { get; init; }

    /// <summary>The level from the Drug Quantity Table.</summary>
    public int? DrugQuantityLevel { get; init; }

    /// <summary>The base offense level the court used, after the mitigating-role cap of §2D1.1(a)(5).</summary>
    public int? BaseOffenseLevel { get; init; }

    /// <summary>Where the base offense level came from.</summary>
    public BaseLevelSource? BaseOffenseLevelFrom { get; init; }

    /// <summary>Everything that was added or subtracted.</summary>
    public IReadOnlyList<Adjustment>? Adjustments { get; init; }

    /// <summary>The total as added up; the table reads above 43 as 43 and below 1 as 1.</summary>
    public int? TotalOffenseLevel { get; init; }

    /// <summary>True where §4C1.1 of another Manual than the court's is still to be applied to the total; no record says so.</summary>
    internal bool TotalBeforeZeroPoint { get; init; }
}

/// <summary>A controlled substance and how much of it.</summary>
/// <param name="Substance">Its canonical name, see <see cref="SubstanceNames"/>; null where the record does not say which.</param>
/// <param name="Grams">Its weight in grams.</param>
/// <param name="Count">The number of plants, pills, units, or doses of LSD on a carrier medium.</param>
public sealed record Drug(string? Substance, Quantity? Grams, Quantity? Count)
{
    /// <summary>
    /// The weight of the substance itself in grams, where <see cref="Grams"/> is that of the pill, capsule or mixture: oxycodone was weighed
    /// with the pill until November 2003.
    /// </summary>
    public Quantity? ActualGrams { get; init; }
}

/// <summary>One adjustment.</summary>
/// <param name="Rule">Its number in the record's Manual, or a key that does not move, such as <c>2D1.1(b)(weapon)</c>.</param>
/// <param name="Levels">Levels added, negative where subtracted.</param>
public sealed record Adjustment(string Rule, int Levels);

/// <summary>Criminal history under Chapter Four.</summary>
public sealed record CriminalHistory
{
    /// <summary>A history of which nothing is known.</summary>
    public static readonly CriminalHistory Unknown = new();

    /// <summary>All points, status and recency points included.</summary>
    public int? Points { get; init; }

    /// <summary>Points for committing the offense under a criminal justice sentence.</summary>
    public int? StatusPoints { get; init; }

    /// <summary>Points for recency, in Manuals before November 2010.</summary>
    public int? RecencyPoints { get; init; }

    /// <summary>The category, 1 to 6.</summary>
    public int? Category { get; init; }

    /// <summary>The paragraphs of §4C1.1(a) that exclude, such as <c>(10)</c>.</summary>
    public IReadOnlyList<string>? ZeroPointExclusions { get; init; }
}

/// <summary>Career offender status.</summary>
public sealed record CareerOffender
{
    /// <summary>Nothing is said of it.</summary>
    public static readonly CareerOffender Unknown = new();

    /// <summary>Whether the court applied §4B1.1.</summary>
    public bool? Applied { get; init; }

    /// <summary>The level of §4B1.1(b), before acceptance; implies that it was applied.</summary>
    public int? OffenseLevel { get; init; }
}

/// <summary>What let the court go below a statutory minimum.</summary>
public enum MinimumRelief
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>18 U.S.C. 3553(f), §5C1.2.</summary>
    SafetyValve,

    /// <summary>A government motion under 18 U.S.C. 3553(e).</summary>
    SubstantialAssistance,

    /// <summary>Both.</summary>
    Both,
}

/// <summary>The statutory limits of the counts under the guidelines.</summary>
public sealed record StatutoryLimits
{
    /// <summary>Nothing is said of them.</summary>
    public static readonly StatutoryLimits Unknown = new();

    /// <summary>The minimum term; zero where there is none.</summary>
    public Months? Minimum { get; init; }

    /// <summary>The maximum term.</summary>
    public Months? Maximum { get; init; }

    /// <summary>What lifted the minimum.</summary>
    public MinimumRelief? Relief { get; init; }

    /// <summary>
    /// Whether §5C1.2 was applied, where that is known but <see cref="Relief"/> as a whole is not: the Commission's datafiles say it of the
    /// safety valve and not of a motion under 18 U.S.C. 3553(e).
    /// </summary>
    public bool? SafetyValve { get; init; }
}

/// <summary>Why a term is below the range.</summary>
public enum BelowRangeBasis
{
    /// <summary>§5K1.1, on the government's motion.</summary>
    SubstantialAssistance,

    /// <summary>An early disposition program, §5K3.1.</summary>
    FastTrack,

    /// <summary>§4A1.3.</summary>
    CriminalHistory,

    /// <summary>18 U.S.C. 3553(a).</summary>
    Variance,

    /// <summary>§5G1.3(b): a credit; it does not lower the floor.</summary>
    UndischargedTerm,

    /// <summary>Any other departure.</summary>
    Other,
}

/// <summary>One part of the cut below the range.</summary>
public sealed record BelowRange(BelowRangeBasis Basis, int? Levels, decimal? Percent, decimal? Months);

/// <summary>A term that must run after the others, such as under 18 U.S.C. 924(c).</summary>
public sealed record ConsecutiveTerm(string? Statute, Months? Months)
{
    /// <summary>
    /// Whether the offense under the guidelines, relevant conduct included, is the one that the count with this term is for: the drug
    /// trafficking or the crime of violence of 18 U.S.C. 924(c).
    /// </summary>
    public bool? ForThisOffense { get; init; }
}

/// <summary>The sentence.</summary>
public sealed record Sentence
{
    /// <summary>Nothing is said of it.</summary>
    public static readonly Sentence Unknown = new();

    /// <summary>The term on the counts under the guidelines, without consecutive terms.</summary>
    public Months? Months { get; init; }

    /// <summary>Days beside the months.</summary>
    public int? Days { get; init; }

    /// <summary>The parts of the cut below the range.</summary>
    public IReadOnlyList<BelowRange>? BelowRange { get; init; }

    /// <summary>The kind of plea, such as <c>11(c)(1)(C)</c>.</summary>
    public string? Plea { get; init; }

    /// <summary>Whether the agreement itself used a range (the concurrence in Freeman).</summary>
    public bool? PleaUsedRange { get; init; }

    /// <summary>
    /// Whether the range was part of the framework on which the court relied in imposing the sentence or accepting the agreement (Hughes).
    /// </summary>
    public bool? CourtUsedRange { get; init; }

    /// <summary>Whether the plea agreement waives motions under 18 U.S.C. 3582(c).</summary>
    public bool? PleaWaivesReduction { get; init; }

    /// <summary>True where the term was imposed on revocation of supervised release, which §1B1.10 does not reach.</summary>
    public bool? Revocation { get; init; }

    /// <summary>Consecutive terms.</summary>
    public IReadOnlyList<ConsecutiveTerm>? Consecutive { get; init; }

    /// <summary>Terms as imposed, for the computation of dates.</summary>
    public IReadOnlyList<ImposedTerm>? Terms { get; init; }

    /// <summary>Supervised release in months.</summary>
    public Months? SupervisedReleaseMonths { get; init; }
}

/// <summary>One imposed term, for the computation of dates.</summary>
public sealed record ImposedTerm(Months? Months, int? Days, string? Relation, PartialDate? Began);

/// <summary>A reduction that came before the motion.</summary>
/// <param name="On">When.</param>
/// <param name="Basis"><c>amendment-NNN</c>, <c>rule-35b</c>, <c>commutation</c>, <c>first-step-404</c> or <c>other</c>.</param>
/// <param name="Months">The term after it.</param>
public sealed record EarlierReduction(PartialDate? On, string? Basis, Months? Months);

/// <summary>The motion for a reduction.</summary>
/// <param name="Amendments">The amendments it names; null where it names none.</param>
/// <param name="DecidedOn">The date of the order.</param>
public sealed record Motion(IReadOnlyList<string>? Amendments, PartialDate? DecidedOn);

/// <summary>A count of conviction.</summary>
public sealed record Count
{
    /// <summary>The statute, such as <c>21 USC 841(b)(1)(B)</c>.</summary>
    public string? Statute { get; init; }

    /// <summary>The quantity charged or found.</summary>
    public Drug? Quantity { get; init; }

    /// <summary>Prior convictions noticed under 21 U.S.C. 851.</summary>
    public int? Prior851 { get; init; }

    /// <summary>The count's minimum.</summary>
    public Months? Minimum { get; init; }

    /// <summary>The count's maximum.</summary>
    public Months? Maximum { get; init; }

    /// <summary>The term on the count.</summary>
    public Months? Months { get; init; }

    /// <summary><c>concurrent</c> or <c>consecutive</c>.</summary>
    public string? Relation { get; init; }
}

/// <summary>A group of counts other than the drug group.</summary>
public sealed record CountGroup(string? Guideline, int? AdjustedLevel, decimal? Units);

/// <summary>Custody facts; they decide dates and, through time served, the lowest term.</summary>
public sealed record Custody
{
    /// <summary>When the sentence began to run.</summary>
    public PartialDate? SentenceBegan { get; init; }

    /// <summary>Days of prior custody credit.</summary>
    public int? PriorCreditDays { get; init; }

    /// <summary>Days of good time lost.</summary>
    public int? GoodTimeLostDays { get; init; }

    /// <summary>False where the 42-day rate applies.</summary>
    public bool? Schooling { get; init; }

    /// <summary>Months off for the residential drug abuse program.</summary>
    public int? RdapMonths { get; init; }

    /// <summary>Earned days applied toward supervised release.</summary>
    public int? EarnedCreditDays { get; init; }

    /// <summary>
    /// True where the person earns time credits under 18 U.S.C. 3632(d)(4); false where no credits are earned, such as for an offense of
    /// 3632(d)(4)(D).
    /// </summary>
    public bool? EarnsTimeCredits { get; init; }

    /// <summary>The day of arrival at the designated facility.</summary>
    public PartialDate? ArrivedOn { get; init; }

    /// <summary>The code of the institution.</summary>
    public string? Facility { get; init; }

    /// <summary>A detainer, such as <c>ICE</c>.</summary>
    public string? Detainer { get; init; }

    /// <summary>Whether a final order of removal exists.</summary>
    public bool? FinalRemovalOrder { get; init; }

    /// <summary><c>institution</c>, <c>halfway-house</c> or <c>home</c>.</summary>
    public string? Placement { get; init; }

    /// <summary>The destination, a district.</summary>
    public string? Destination { get; init; }

    /// <summary>Citizenship.</summary>
    public string? Citizenship { get; init; }

    /// <summary>Whether the person has been released.</summary>
    public bool? Released { get; init; }

    /// <summary>The day whose law decides the good-time rule.</summary>
    public DateOnly? AsOf { get; init; }
}

/// <summary>Facts for tables only.</summary>
public sealed record Person(string? Sex, string? Race, bool? Hispanic, int? Age)
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The register number of the Bureau of Prisons, such as <c>12345-074</c>.</summary>
    public string? RegisterNumber { get; init; }

    /// <summary>The number of the criminal case in its district, such as <c>1:13-cr-00417</c>.</summary>
    public string? DocketNumber { get; init; }

    /// <summary>The number of the defendant in that case, from 1.</summary>
    public int? Defendant { get; init; }
}

/// <summary>Where a fact comes from and whether the court adopted it.</summary>
public sealed record FactSource(string? Document, string? Paragraph, string? Status);
