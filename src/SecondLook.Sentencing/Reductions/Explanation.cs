using SecondLook.Sentencing.Chapter4;
using SecondLook.Sentencing.Chapter5;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>The findings of one answered reading: the original computation, the amended one, and the reduction.</summary>
internal static class Explanation
{
    public static IReadOnlyList<Finding> Original(SentencingRecord record, Evaluation shown) =>
        [RangeFinding(record, shown, shown.Original, shown.Original.Range)];

    public static IReadOnlyList<Finding> Amended(SentencingRecord record, Evaluation shown) =>
        shown.Reading.Law.Covered.Length == 0 ? [] : [RangeFinding(record, shown, shown.Amended, shown.AmendedRange)];

    /// <summary>Whether the range is lowered.</summary>
    public static bool IsLowered(Evaluation answer) => StageRange.Lowered(answer.Current, answer.Amended, answer.AmendedRange);

    /// <summary>The steps of §1B1.10; whether the range is lowered is left out where it is open.</summary>
    public static IReadOnlyList<Finding> Reduction(Evaluation shown, bool open)
    {
        if (shown.Reading.Law.Policy is not { } policy)
        {
            return [];
        }

        var lowered = !open && IsLowered(shown);
        var covering = shown.Reading.Law.CoveringFindings(open ? null : lowered);
        if (!lowered && (open || shown.Lowest is null))
        {
            return covering;
        }

        var findings = new List<Finding>(covering.Length + 2);
        findings.AddRange(covering);
        if (lowered && shown.Reading.TypeCUsedRange is { } used && shown.Reading.Law.TypeCPlea is { } plea)
        {
            findings.Add(new(Step.BasedOnRange, used, plea, "sentence.plea sentence.pleaUsedRange"));
        }

        if (shown.Lowest is { } lowest)
        {
            var limit = policy.At(
                lowest.Basis switch
                {
                    LowestTermBasis.ComparableReduction => policy.Terms.Subsections.Comparable,
                    LowestTermBasis.TimeServed => policy.Terms.Subsections.Served,
                    _ => policy.Terms.Subsections.Floor,
                }
            );
            findings.Add(
                new(
                    lowest.Basis == LowestTermBasis.ComparableReduction ? Step.ComparableTerm : Step.LowestTerm,
                    lowest.Months,
                    limit,
                    "sentence.months sentence.belowRange",
                    0,
                    findings[^1]
                )
            );
            findings.Add(new(Step.TermAboveFloor, shown.Outcome == Outcome.Eligible, limit, "sentence.months", 0, findings[^1]));
        }

        return findings;
    }

    /// <summary>What every answer under one law begins with, however the range is lowered or not; null where that is open.</summary>
    public static Finding[] Covering(LawStages law, bool? lowered)
    {
        var policy = law.Policy!;
        var covered = new Finding(
            Step.CoveredAmendment,
            law.Covered.Length,
            policy.At(policy.Terms.Subsections.Covered),
            "motion.decidedOn manual"
        );
        return lowered is { } known
            ? [covered, new(Step.RangeLowered, known, policy.At(policy.Terms.Subsections.Lowered), null, 0, covered)]
            : [covered];
    }

    /// <summary>The table that the level comes from.</summary>
    private static Provision<Chapter2.DrugQuantityTable> TableOf(Evaluation shown)
    {
        var tables = Chapter2.ChemicalTables.Of(shown.Reading.Law.Amended).ToList();
        return tables.Find(t => t.Terms.Levels[0] == shown.Amended.Levels.Quantity)
            ?? tables.Find(t => shown.Reading.Substances.Any(s => t.Terms.LinesOf(s) is not null))
            ?? tables[0];
    }

    /// <summary>Where the deciding rule is written.</summary>
    public static string ReasonCitation(Evaluation shown)
    {
        var law = shown.Reading.Law;
        return shown.Code switch
        {
            ReasonCode.NoCoveredAmendment => "USSG §1B1.10(a)(2)(A)",
            ReasonCode.BaseLevelNotFromTable => "USSG §2D1.1(a)",
            ReasonCode.QuantityAboveTopLevel => $"{TableOf(shown).Citation}(1)",
            ReasonCode.LowestLevel => TableOf(shown).Citation,
            ReasonCode.AdjustmentAbsorbsChange => AbsorbedBy(shown) ?? "USSG §1B1.10(a)(2)(B)",
            ReasonCode.CareerOffender when shown.ByFirearmRange => law.Original.Get<CareerOffenderFirearmRanges>().Citation,
            ReasonCode.CareerOffender => law.Original.Get<CareerOffenderLevels>().Citation,
            ReasonCode.ZeroPointExcluded => law.Amended.Find<ZeroPointOffender>()?.Citation ?? "USSG §4C1.1(a)",
            ReasonCode.OtherGroupControls => law.Original.Get<Chapter3.CombinedOffenseLevel>().Citation,
            ReasonCode.MandatoryMinimum => law.DisplacedRange is { } decision && shown.AmendedRange != shown.Amended.Range
                ? decision.Citation
                : "USSG §5G1.1(b)",
            ReasonCode.StatutoryMaximum => "USSG §5G1.1(a)",
            ReasonCode.PleaNotBasedOnRange => law.TypeCPlea?.Citation ?? "18 U.S.C. 3582(c)(2)",
            ReasonCode.AlreadyAtOrBelowFloor => "USSG §1B1.10(b)(2)(A)",
            ReasonCode.RevocationTerm => "USSG §1B1.10, comment.",
            ReasonCode.Released => "USSG §1B1.10(b)(2)(C)",
            _ => "USSG §1B1.10(a)(2)(B)",
        };
    }

    /// <summary>The cap or the floor of a guideline that takes its level from §2D1.1, where it takes up the whole change.</summary>
    private static string? AbsorbedBy(Evaluation shown) =>
        shown.Reading.Level.Borrowed is { } borrowed
        && shown.Original.Levels.Base is { } level
        && shown.Amended.Levels.Base == level
        && new[] { borrowed.Floor, borrowed.Cap }.FirstOrDefault(b => b?.Level == level) is { } bound
            ? borrowed.Law.At(bound.Paragraph).Citation
            : null;

    private static Finding RangeFinding(SentencingRecord record, Evaluation shown, StageRange stage, MonthRange range)
    {
        var reading = shown.Reading;
        var manual = reading.Law.Manuals[stage.Stage];
        var total = TotalFinding(record, reading, stage, manual);
        var category = CategoryFinding(record, reading, stage, manual);
        var table = new Finding(Step.TableRange, stage.Table, manual.Get<SentencingTable>(), null, 0, total, category);
        if (range == stage.Table && stage.Range != stage.Table && reading.Law.Policy is { } policy)
        {
            var law = policy.Terms.UnrestrictedRangeAfterSubstantialAssistance
                ? policy.At(policy.Terms.Subsections.Unrestricted)
                : (Provision?)reading.Law.DividedCircuits ?? policy;
            return new(Step.UnrestrictedRange, range, law, "statutory", 0, table);
        }

        var (single, safetyValve) = (manual.Get<SingleCount>(), SafetyValveFinding(record, reading));
        return record.Counts is null
            ? new(Step.GuidelineRange, range, single, "statutory", 0, table, safetyValve)
            : new(Step.GuidelineRange, range, single, "statutory", 0, [table, .. CountFindings(record, reading), safetyValve]);
    }

    /// <summary>The limits that the counts give, where the record does not state them.</summary>
    private static IEnumerable<Finding> CountFindings(SentencingRecord record, Reading reading)
    {
        if (
            record.Statutory is { Minimum: not null, Maximum: not null }
            || CountLimits.Of(record, reading.Law.Library, reading.SentencedBy) is not { Possible.Count: > 0 } counts
        )
        {
            yield break;
        }

        var facts = string.Join(' ', counts.Counts.Select(i => $"counts[{i}]"));
        foreach (
            var (step, limit, stated) in ((Step Step, Months Limit, bool Stated)[])
                [
                    (Step.StatutoryMinimum, reading.Limits.Minimum, record.Statutory.Minimum is not null),
                    (Step.StatutoryMaximum, reading.Limits.Maximum, record.Statutory.Maximum is not null),
                ]
        )
        {
            if (stated || limit == (step == Step.StatutoryMinimum ? default : Months.Life))
            {
                continue;
            }

            var ofOne = counts.Penalties is { } penalties ? new Finding(Step.CountPenalties, limit, penalties, facts) : null;
            yield return new(step, limit, counts.Several, facts, 0, ofOne);
        }
    }

    /// <summary>That the safety valve is excluded, where a minimum stands and the record does not state the relief from it.</summary>
    private static Finding? SafetyValveFinding(SentencingRecord record, Reading reading) =>
        reading.Limits is { Minimum.Value: > 0, SafetyValve: false }
        && record.Statutory.Relief is null
        && SafetyValveReadings.Of(record, reading) is { } bar
            ? new Finding(Step.SafetyValve, false, bar.Law, bar.Facts)
            : null;

    private static Finding TotalFinding(SentencingRecord record, Reading reading, StageRange stage, Manual manual)
    {
        var why = stage.Levels.Total.Why;
        var zeroPoint = reading.History.Stages[stage.Stage].ZeroPoint;
        // The total that the court found holds §4C1.1 of its own Manual already.
        var within = zeroPoint != 0 && reading.History.Stages[0].ZeroPoint == zeroPoint && !record.Offense.TotalBeforeZeroPoint;
        if (within && reading.Level.Residual != 0 && manual.Find<ZeroPointOffender>() is { } before)
        {
            why = new(Step.ZeroPointOffender, stage.Levels.Total.Value + zeroPoint, before, "criminalHistory", 0, why);
        }

        if (reading.Level.Residual != 0 && reading.Law.Policy is { } policy)
        {
            var decisions = policy.At(policy.Terms.Subsections.Decisions);
            var found = stage.Levels.Total.Value + reading.Level.Residual + (within ? zeroPoint : 0);
            why = new(Step.CourtFound, found, decisions, "offense.totalOffenseLevel", 0, why);
        }

        if (zeroPoint != 0 && !(within && reading.Level.Residual != 0) && manual.Find<ZeroPointOffender>() is { } zero)
        {
            why = new(Step.ZeroPointOffender, stage.Total, zero, "criminalHistory", 0, why);
        }

        return new(
            Step.TotalOffenseLevel,
            stage.Total,
            manual.Get<SentencingTable>(),
            record.Offense.TotalOffenseLevel is null ? null : "offense.totalOffenseLevel",
            0,
            why
        );
    }

    private static Finding CategoryFinding(SentencingRecord record, Reading reading, StageRange stage, Manual manual)
    {
        if (reading.Level.Career)
        {
            return new(
                Step.CriminalHistoryCategory,
                FindingValue.Category(stage.Category),
                manual.Get<CareerOffenderLevels>(),
                "careerOffender"
            );
        }

        var points =
            stage.Points is { } p && manual.Find<StatusPoints>() is { } status
                ? new Finding(Step.CriminalHistoryPoints, p, status, "criminalHistory.points criminalHistory.statusPoints")
                : null;
        return new(
            Step.CriminalHistoryCategory,
            FindingValue.Category(stage.Category),
            manual.Get<CriminalHistoryCategories>(),
            record.CriminalHistory.Category is null ? null : "criminalHistory.category",
            0,
            points
        );
    }
}
