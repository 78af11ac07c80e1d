namespace SecondLook.Sentencing.Findings;

/// <summary>The steps of a calculation, in the order of §1B1.1(a) and then of §1B1.10.</summary>
public enum Step
{
    /// <summary>The court's own finding, taken as it stands (§1B1.10(b)(1)).</summary>
    CourtFound,

    /// <summary>The weight of doses of LSD on a carrier medium.</summary>
    DoseWeight,

    /// <summary>The weight of one substance in marihuana or converted drug weight.</summary>
    ConvertedWeight,

    /// <summary>The weight of a group of substances after its cap.</summary>
    CappedWeight,

    /// <summary>All the substances together.</summary>
    CombinedWeight,

    /// <summary>The level from the Drug Quantity Table.</summary>
    DrugQuantityLevel,

    /// <summary>Listed chemicals whose quantities are added.</summary>
    CombinedChemicals,

    /// <summary>The level from the chemical quantity tables.</summary>
    ChemicalQuantityLevel,

    /// <summary>A minimum level of the commentary.</summary>
    MinimumQuantityLevel,

    /// <summary>The crack combination rule of 2008 to 2010.</summary>
    CrackCombination,

    /// <summary>The base offense level after the mitigating-role cap.</summary>
    MitigatingRoleCap,

    /// <summary>The base offense level.</summary>
    BaseOffenseLevel,

    /// <summary>The base offense level of a guideline that takes it from §2D1.1.</summary>
    BorrowedLevel,

    /// <summary>A specific offense characteristic.</summary>
    SpecificOffenseCharacteristic,

    /// <summary>A floor that a specific offense characteristic sets.</summary>
    SpecificOffenseFloor,

    /// <summary>A characteristic for a weapon that the term of a firearm count accounts for (§2K2.4).</summary>
    WeaponAccountedFor,

    /// <summary>A Chapter Three adjustment.</summary>
    ChapterThreeAdjustment,

    /// <summary>§3D1.4: the combined offense level of several groups of counts.</summary>
    CombinedOffenseLevel,

    /// <summary>The level before acceptance.</summary>
    AdjustedOffenseLevel,

    /// <summary>The floor of §5C1.2(b).</summary>
    SafetyValveFloor,

    /// <summary>The career offender level.</summary>
    CareerOffenderLevel,

    /// <summary>Acceptance of responsibility.</summary>
    Acceptance,

    /// <summary>The zero-point offender reduction.</summary>
    ZeroPointOffender,

    /// <summary>The total offense level.</summary>
    TotalOffenseLevel,

    /// <summary>Status points.</summary>
    StatusPoints,

    /// <summary>All criminal history points.</summary>
    CriminalHistoryPoints,

    /// <summary>The category.</summary>
    CriminalHistoryCategory,

    /// <summary>The range of the sentencing table.</summary>
    TableRange,

    /// <summary>What the statute of a count gives.</summary>
    CountPenalties,

    /// <summary>The statutory minimum.</summary>
    StatutoryMinimum,

    /// <summary>The statutory maximum.</summary>
    StatutoryMaximum,

    /// <summary>Whether the safety valve could lift the minimum.</summary>
    SafetyValve,

    /// <summary>The range after §5G1.1.</summary>
    GuidelineRange,

    /// <summary>§1B1.10(c): the range without §5G1.1 and §5G1.2.</summary>
    UnrestrictedRange,

    /// <summary>Whether an amendment is covered on the order date.</summary>
    CoveredAmendment,

    /// <summary>Whether the range is lowered.</summary>
    RangeLowered,

    /// <summary>Whether the sentence was based on the range.</summary>
    BasedOnRange,

    /// <summary>How far the original term was below the range.</summary>
    ComparableRatio,

    /// <summary>The term of a comparable reduction.</summary>
    ComparableTerm,

    /// <summary>The lowest term that the policy statement allows.</summary>
    LowestTerm,

    /// <summary>Whether the term is above the lowest term.</summary>
    TermAboveFloor,

    /// <summary>Whether an offense is covered by section 404 of the First Step Act.</summary>
    CoveredOffense,

    /// <summary>Whether section 404(c) bars a motion.</summary>
    Section404Barred,

    /// <summary>The statutory minimum and maximum by the quantities of the Fair Sentencing Act.</summary>
    StatutoryLimits,

    /// <summary>The range with those limits.</summary>
    Section404Range,

    /// <summary>The day on which a sentence began.</summary>
    SentenceBegan,

    /// <summary>The last day of the term, before any credit.</summary>
    LastDayOfTerm,

    /// <summary>The last day of the term less prior custody credit.</summary>
    FullTerm,

    /// <summary>Days of good conduct time.</summary>
    GoodConductTime,

    /// <summary>The full term less good conduct time.</summary>
    StatutoryRelease,

    /// <summary>Early release after the residential drug abuse program.</summary>
    DrugAbuseRelease,

    /// <summary>Release less earned time credits.</summary>
    EarnedCreditRelease,

    /// <summary>Whether time credits can be earned at all.</summary>
    TimeCreditsEarned,

    /// <summary>The day from which time credits are earned.</summary>
    EarningFrom,

    /// <summary>The days of time credits that reach the days left.</summary>
    TimeCreditDays,

    /// <summary>The day on which the last of those days is earned.</summary>
    TimeCreditsReach,

    /// <summary>The date less those days.</summary>
    LessTimeCredits,

    /// <summary>The earliest date of supervised release on time credits.</summary>
    TimeCreditRelease,

    /// <summary>Whether the rate of good conduct time is the full one.</summary>
    FullRate,

    /// <summary>A life term, which has no date.</summary>
    LifeTerm,

    /// <summary>The release date.</summary>
    ReleaseDate,

    /// <summary>Days served beyond the new term when an order takes effect.</summary>
    OverservedDays,

    /// <summary>The day on which the person leaves: moved off a weekend or holiday.</summary>
    LeavingDay,

    /// <summary>The first day of a halfway house.</summary>
    HalfwayHouse,

    /// <summary>The first day of home confinement.</summary>
    HomeConfinement,

    /// <summary>The last day of supervised release.</summary>
    SupervisedRelease,
}
