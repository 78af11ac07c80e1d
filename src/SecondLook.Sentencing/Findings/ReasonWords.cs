namespace SecondLook.Sentencing.Findings;

/// <summary>What each reason and each basis says, in plain words; without a full stop, in lower case.</summary>
public static class ReasonWords
{
    /// <summary>Such as <c>the career offender level controls the offense level</c>.</summary>
    public static string Says(ReasonCode reason) =>
        reason switch
        {
            ReasonCode.NoCoveredAmendment => "no covered amendment changes a provision that this calculation used",
            ReasonCode.BaseLevelNotFromTable => "the base offense level did not come from the Drug Quantity Table",
            ReasonCode.QuantityAboveTopLevel => "the quantity reaches the highest level of the amended table too",
            ReasonCode.LowestLevel => "the level is already the lowest that applies",
            ReasonCode.AdjustmentAbsorbsChange => "a cap, a minimum level or another adjustment absorbs the change",
            ReasonCode.CareerOffender => "the career offender level controls the offense level",
            ReasonCode.ZeroPointExcluded => "an exclusion from the zero-point offender reduction applies",
            ReasonCode.RangeNotLowered => "the amended guideline range is not lower",
            ReasonCode.OtherGroupControls => "another group of counts controls the offense level",
            ReasonCode.MandatoryMinimum => "the statutory minimum sets the range before and after the amendment",
            ReasonCode.StatutoryMaximum => "the statutory maximum sets the range before and after the amendment",
            ReasonCode.PleaNotBasedOnRange => "the sentence under the plea agreement was not based on the range",
            ReasonCode.AlreadyAtOrBelowFloor => "the term is already at or below the lowest term that the court may order",
            ReasonCode.RevocationTerm => "the term was imposed on revocation of supervised release",
            ReasonCode.Released => "the person has served the term",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Give the reason its words in ReasonWords."),
        };

    /// <summary>Such as <c>no count is a covered offense</c>.</summary>
    public static string Says(Section404Reason reason) =>
        reason switch
        {
            Section404Reason.NotCoveredOffense => "the Fair Sentencing Act modified the penalties of no count of conviction",
            Section404Reason.OffenseNotBeforeAct => "the offense was not committed before the Fair Sentencing Act",
            Section404Reason.SentencedUnderAct => "the sentence was imposed under the Fair Sentencing Act",
            Section404Reason.AlreadyReduced => "the sentence was reduced under section 404 before",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Give the reason its words in ReasonWords."),
        };

    /// <summary>Such as <c>the minimum of the amended range</c>.</summary>
    public static string Says(LowestTermBasis basis) =>
        basis switch
        {
            LowestTermBasis.AmendedMinimum => "the minimum of the amended range",
            LowestTermBasis.ComparableReduction => "as far below the amended range as the original term was below the original one",
            LowestTermBasis.StatutoryMinimum => "the statutory minimum, which is the minimum of the amended range",
            LowestTermBasis.TimeServed => "the time already served",
            _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "Give the basis its words in ReasonWords."),
        };
}
