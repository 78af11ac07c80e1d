using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Tests.Findings;

/// <summary>Determinations made by hand, so that what is written can be tested apart from what is computed.</summary>
internal static class Specimens
{
    public static Provision Law(string element, string citation, DateOnly effective, Confidence confidence = Confidence.Verbatim) =>
        new Provision<object>(() => new object())
        {
            Element = element,
            Citation = citation,
            Effective = effective,
            Source = "by hand",
            Confidence = confidence,
        };

    /// <summary>The record of the contract's own example: level 36 to 34, total 35 to 33, category III, 210-262 to 168-210, term 168.</summary>
    public static Determination Eligible()
    {
        var manual = new DateOnly(2012, 11, 1);
        var amendment = new DateOnly(2014, 11, 1);
        var table = Law("drug-quantity-table", "USSG §2D1.1(c)", manual);
        var newTable = Law("drug-quantity-table", "USSG §2D1.1(c)", amendment);
        var acceptance = Law("acceptance-of-responsibility", "USSG §3E1.1", manual);
        var history = Law("criminal-history-categories", "USSG Chapter Five, Part A", manual);
        var policy = Law("reduction-policy", "USSG §1B1.10(b)(2)(A)", amendment, Confidence.Recalled);

        var points = new Finding(Step.CourtFound, FindingValue.Category(3), history, "criminalHistory.category");
        var level = new Finding(Step.DrugQuantityLevel, 36, table, "offense.drugs[0]", 2);
        var lower = new Finding(Step.DrugQuantityLevel, 34, newTable, "offense.drugs[0]", 3);
        var total = new Finding(Step.TotalOffenseLevel, 35, acceptance, "offense.adjustments", 0, level);
        var lowerTotal = new Finding(Step.TotalOffenseLevel, 33, acceptance, "offense.adjustments", 0, lower);
        var range = new Finding(Step.GuidelineRange, MonthRange.Of(210, 262), history, null, 0, total, points);
        var lowerRange = new Finding(Step.GuidelineRange, MonthRange.Of(168, 210), history, null, 0, lowerTotal, points);
        var floor = new Finding(Step.LowestTerm, new Months(134), policy, "sentence.months", 0, lowerRange);
        return new Determination
        {
            Id = "tne-2013-0417",
            Amendments = ["782"],
            OrderDate = new PartialDate(new(2016, 3, 1), new(2016, 3, 31)),
            EarliestEffective = new DateOnly(2015, 11, 1),
            Law = "0123456789abcdef",
            Outcome = Outcome.Eligible,
            Original = Computed(36, 35, MonthRange.Of(210, 262)),
            Amended = Computed(34, 33, MonthRange.Of(168, 210)),
            Effects = [new Effect("782", "drugQuantityLevel", "36", "34")],
            LowestTerm = new LowestTerm(new Months(134), LowestTermBasis.ComparableReduction)
            {
                Others = [new OtherTerm("levels", new Months(135))],
            },
            Assumptions = ["no career-offender finding is recorded"],
            OriginalFindings = [range],
            AmendedFindings = [lowerRange],
            ReductionFindings = [floor],
        };
    }

    public static Determination Ineligible() =>
        Bare("ine, \"quoted\"", Outcome.Ineligible) with
        {
            Reason = new Reason(ReasonCode.CareerOffender, "USSG §4B1.1(b)", [ReasonCode.MandatoryMinimum]),
            Original = new Computation
            {
                TotalOffenseLevel = 37,
                Category = 6,
                TableRange = new MonthRange(new Months(360), Months.Life),
                Range = new MonthRange(new Months(360), Months.Life),
            },
        };

    public static Determination Undetermined() =>
        Bare("und", Outcome.Undetermined) with
        {
            Missing =
            [
                new MissingFact(
                    "offense.drugs[0].grams",
                    [new IfThen(">= 45000", Outcome.Ineligible), new IfThen("< 45000", Outcome.Eligible)]
                ),
            ],
            Amended = new Computation { Readings = [MonthRange.Of(188, 235), new MonthRange(Months.Life, Months.Life)] },
            Capped = true,
        };

    public static Determination Bare(string id, Outcome outcome) =>
        new()
        {
            Id = id,
            Amendments = ["782", "821A"],
            OrderDate = PartialDate.On(new DateOnly(2024, 2, 1)),
            Law = "0123456789abcdef",
            Outcome = outcome,
            Original = new Computation(),
        };

    private static Computation Computed(int level, int total, MonthRange range) =>
        new()
        {
            DrugQuantityLevel = level,
            BaseOffenseLevel = level,
            TotalOffenseLevel = total,
            Category = 3,
            TableRange = range,
            Range = range,
        };
}
