namespace SecondLook.Sentencing.Findings;

/// <summary>What each step says, in the words that a lawyer would use. Every text, page and file takes them from here.</summary>
public static class StepWords
{
    /// <summary>What a finding is of: its step, and for a finding of the court the fact that it found.</summary>
    public static string Says(Finding finding) =>
        finding.Step is Step.CourtFound && finding.Facts is { } facts
            ? $"{FactWords.OfEffect(facts)}, as the court found"
            : Says(finding.Step);

    /// <summary>Such as <c>base offense level</c>; without a full stop, in lower case.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step has no words yet.</exception>
    public static string Says(Step step) =>
        step switch
        {
            Step.CourtFound => "found by the sentencing court",
            Step.DoseWeight => "weight of the doses on a carrier medium",
            Step.ConvertedWeight => "converted drug weight of one substance",
            Step.CappedWeight => "converted drug weight after its cap",
            Step.CombinedWeight => "converted drug weight of all substances",
            Step.DrugQuantityLevel => "level from the Drug Quantity Table",
            Step.CombinedChemicals => "weight of the chemicals that are added together",
            Step.ChemicalQuantityLevel => "level from the chemical quantity tables",
            Step.MinimumQuantityLevel => "minimum level for the substance",
            Step.CrackCombination => "combined level of cocaine base and other substances",
            Step.MitigatingRoleCap => "level after the mitigating-role cap",
            Step.BaseOffenseLevel => "base offense level",
            Step.BorrowedLevel => "base offense level, taken from §2D1.1 through another guideline",
            Step.SpecificOffenseCharacteristic => "level after specific offense characteristics",
            Step.SpecificOffenseFloor => "level at the minimum that a specific offense characteristic sets",
            Step.WeaponAccountedFor => "level without the weapon enhancement, which the firearm count accounts for",
            Step.ChapterThreeAdjustment => "level after Chapter Three adjustments",
            Step.CombinedOffenseLevel => "combined offense level of all groups of counts",
            Step.AdjustedOffenseLevel => "offense level before acceptance of responsibility",
            Step.SafetyValveFloor => "minimum level with the safety valve",
            Step.CareerOffenderLevel => "career offender level",
            Step.Acceptance => "level after acceptance of responsibility",
            Step.ZeroPointOffender => "level after the zero-point offender reduction",
            Step.TotalOffenseLevel => "total offense level",
            Step.StatusPoints => "status points",
            Step.CriminalHistoryPoints => "criminal history points",
            Step.CriminalHistoryCategory => "criminal history category",
            Step.TableRange => "range of the sentencing table",
            Step.CountPenalties => "limit under the statute of conviction",
            Step.StatutoryMinimum => "statutory minimum",
            Step.StatutoryMaximum => "statutory maximum",
            Step.SafetyValve => "the safety valve may lift the statutory minimum",
            Step.GuidelineRange => "guideline range",
            Step.UnrestrictedRange => "guideline range without the statutory minimum",
            Step.CoveredAmendment => "amendments covered on the date of the order",
            Step.RangeLowered => "the guideline range is lowered",
            Step.BasedOnRange => "the sentence was based on the range",
            Step.ComparableRatio => "original term as a share of the minimum of the range",
            Step.ComparableTerm => "term of a comparable reduction",
            Step.LowestTerm => "lowest term that the court may order",
            Step.TermAboveFloor => "the term is above the lowest term",
            Step.CoveredOffense => "covered offense under section 404 of the First Step Act",
            Step.Section404Barred => "a motion under section 404 is barred",
            Step.StatutoryLimits => "statutory limits by the quantities of the Fair Sentencing Act",
            Step.Section404Range => "guideline range with those limits",
            Step.SentenceBegan => "day on which the sentence began",
            Step.LastDayOfTerm => "last day of the term, before any credit",
            Step.FullTerm => "last day of the term less prior custody credit",
            Step.GoodConductTime => "good conduct time",
            Step.StatutoryRelease => "full term less good conduct time",
            Step.DrugAbuseRelease => "date after the residential drug abuse program",
            Step.EarnedCreditRelease => "date less earned time credits",
            Step.TimeCreditsEarned => "time credits can be earned",
            Step.EarningFrom => "day from which time credits are earned",
            Step.TimeCreditDays => "time credits that reach the days left, if earned throughout",
            Step.TimeCreditsReach => "day on which the last of those time credits is earned",
            Step.LessTimeCredits => "date less those time credits",
            Step.TimeCreditRelease => "earliest supervised release on time credits",
            Step.FullRate => "good conduct time at the full rate",
            Step.LifeTerm => "the term is life, which has no release date",
            Step.ReleaseDate => "release date",
            Step.OverservedDays => "days served beyond the new term, which shorten no supervised release",
            Step.LeavingDay => "day of leaving, moved off a weekend or holiday",
            Step.HalfwayHouse => "first day on which a halfway house is open",
            Step.SupervisedRelease => "last day of supervised release",
            Step.HomeConfinement => "first day on which home confinement is open",
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "Give the step its words in StepWords."),
        };
}
