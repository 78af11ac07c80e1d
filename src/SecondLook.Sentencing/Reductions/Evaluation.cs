using System.Collections.Immutable;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Sentencing.Reductions;

/// <summary>The answer of one complete reading.</summary>
internal sealed record Evaluation
{
    public required Reading Reading { get; init; }

    public required Outcome Outcome { get; init; }

    public ReasonCode Code { get; init; }

    public IReadOnlyList<ReasonCode> Also { get; init; } = [];

    public required StageRange Original { get; init; }

    public required StageRange Current { get; init; }

    public required StageRange Amended { get; init; }

    /// <summary>The amended range that applies: after §5G1.1, or without it under §1B1.10(c).</summary>
    public required MonthRange AmendedRange { get; init; }

    public LowestTerm? Lowest { get; init; }

    /// <summary>True where the range of §4B1.1(c) stands, which no drug level moves.</summary>
    public bool ByFirearmRange { get; init; }

    /// <summary>What the answer says beside itself.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Law that the answer would need and that is not at hand; the outcome is then undetermined.</summary>
    public IReadOnlyList<NotCovered> NotCovered { get; init; } = [];

    /// <summary>The fact without which this reading cannot be answered; null where it can.</summary>
    public string? Lacks { get; init; }

    /// <summary>True where the person's term is not known and is taken to be above the floor.</summary>
    public bool TermAssumed { get; init; }
}

/// <summary>§1B1.10 applied to one complete reading, step by step.</summary>
internal static class ReadingEvaluation
{
    private const string ExtentUnknown =
        "the extent of the cut for substantial assistance is not recorded apart from the others, so the lowest term of a comparable reduction cannot be told";

    /// <summary>Evaluates a reading.</summary>
    /// <param name="record">The record.</param>
    /// <param name="reading">A reading of it, with nothing unknown.</param>
    /// <param name="named">Indices among the covered amendments of those asked about; null where all are.</param>
    public static Evaluation Of(SentencingRecord record, Reading reading, IReadOnlyList<int>? named)
    {
        var last = reading.Law.Manuals.Length - 1;
        var original = StageRange.Of(reading, 0);
        var current = CurrentStage(record, reading.Law) is var at and > 0 ? StageRange.Of(reading, at) : original;
        var amended = StageRange.Of(reading, last);
        var range = IsUnrestricted(reading) ? amended.Table : amended.Range;
        var lowered = StageRange.Lowered(current, amended, range);
        var (code, also) = lowered ? default : ReasonOf.NotLowered(reading, current, amended, reduced: current.Stage > 0);
        var answer = new Evaluation
        {
            Reading = reading,
            Outcome = Outcome.Ineligible,
            Code = code,
            Also = also ?? [],
            Original = original,
            Current = current,
            Amended = amended,
            AmendedRange = range,
        };
        if (!lowered)
        {
            return answer;
        }

        if (named is not null && NotByNamed(reading, named, current) is { } instead)
        {
            return answer with { Code = instead.Code, Also = instead.Also, Remarks = [instead.Remark] };
        }

        if (IsDisplaced(reading, original))
        {
            var decision = reading.Law.DisplacedRange!;
            answer =
                decision.Terms.Rule == DisplacedRangeRule.NotBasedOnRange
                    ? answer with
                    {
                        Remarks = [.. answer.Remarks, $"the statutory minimum had displaced the range: {decision.Citation}"],
                    }
                    : answer;
            return answer with { Code = ReasonCode.MandatoryMinimum };
        }

        return reading.TypeCUsedRange == false || reading.HeldOn(CircuitQuestion.RangeBehindAgreement) == false
            ? answer with
            {
                Code = ReasonCode.PleaNotBasedOnRange,
            }
            : WithTerm(record, answer);
    }

    /// <summary>The stage of the range last determined: after the amendments that an earlier reduction could substitute.</summary>
    internal static int CurrentStage(SentencingRecord record, LawStages law)
    {
        var stage = 0;
        foreach (var reduction in record.EarlierReductions ?? [])
        {
            if (AmendmentOf(reduction) is not { } number)
            {
                continue;
            }

            var day = reduction.On?.First;
            for (var i = 0; i < law.Covered.Length; i++)
            {
                if (law.Covered[i].IsNamedBy(number) || (day is { } on && law.Covered[i].Retroactive!.Listed <= on))
                {
                    stage = Math.Max(stage, i + 1);
                }
            }
        }

        return stage;
    }

    /// <summary>The amendment by which an earlier reduction was made; null where it had another basis.</summary>
    internal static string? AmendmentOf(EarlierReduction reduction)
    {
        const string By = "amendment-";
        return reduction.Basis?.StartsWith(By, StringComparison.Ordinal) == true ? reduction.Basis[By.Length..] : null;
    }

    /// <summary>§1B1.10(c), and before it some circuits: a minimum, and the authority to go below it on the government's motion.</summary>
    private static bool IsUnrestricted(Reading reading) =>
        (
            reading.Law.Policy?.Terms.UnrestrictedRangeAfterSubstantialAssistance == true
            || (reading.HeldOn(CircuitQuestion.MinimumBelowOriginalRange) ?? reading.HeldOn(CircuitQuestion.MinimumInOriginalRange))
                == false
        )
        && reading.Limits.Minimum.Value > 0
        && reading.GovernmentMotion;

    /// <summary>Where the amendments asked about do not lower the range but others do.</summary>
    private static (ReasonCode Code, IReadOnlyList<ReasonCode> Also, string Remark)? NotByNamed(
        Reading reading,
        IReadOnlyList<int> named,
        StageRange current
    )
    {
        var others = new List<string>();
        for (var i = current.Stage; i < reading.Law.Covered.Length; i++)
        {
            var lowered = Lowers(reading, i);
            if (lowered && named.Contains(i))
            {
                return null;
            }

            if (lowered)
            {
                others.Add(reading.Law.Covered[i].Id);
            }
        }

        if (others.Count == 0)
        {
            return null;
        }

        var remark = $"the amendments asked about do not lower the range; {string.Join(", ", others)} would";
        if (named.Count == 0)
        {
            return (ReasonCode.NoCoveredAmendment, [], remark);
        }

        var (code, also) = ReasonOf.NotLowered(
            reading,
            StageRange.Of(reading, named[0]),
            StageRange.Of(reading, named[^1] + 1),
            reduced: named[^1] < current.Stage
        );
        return (code, also, remark);
    }

    private static bool Lowers(Reading reading, int amendment)
    {
        var (before, after) = (StageRange.Of(reading, amendment), StageRange.Of(reading, amendment + 1));
        return StageRange.Falls(before.Table, after.Table) && (IsUnrestricted(reading) || StageRange.Falls(before.Range, after.Range));
    }

    /// <summary>A minimum above the whole table range had displaced it, and the term, below it on the government's motion, was not based on it.</summary>
    private static bool IsDisplaced(Reading reading, StageRange original) =>
        CircuitReadings.HadDisplaced(reading, original)
        && reading.Law.DisplacedRange?.Terms.Rule switch
        {
            DisplacedRangeRule.NotBasedOnRange => true,
            DisplacedRangeRule.Split => reading.HeldOn(CircuitQuestion.DisplacedRange) == false,
            _ => false,
        };

    private static Evaluation WithTerm(SentencingRecord record, Evaluation answer)
    {
        var term = record.EarlierReductions?.LastOrDefault(r => r.Months is not null)?.Months ?? record.Sentence.Months;
        if (record.Sentence.Revocation == true)
        {
            return answer with { Code = ReasonCode.RevocationTerm };
        }

        if (record.Custody?.Released == true)
        {
            return answer with { Code = ReasonCode.Released };
        }

        var limit = ReductionLimits.Of(record, answer.Reading, answer.Original, (answer.Amended.Table, answer.AmendedRange));
        if (term is null)
        {
            return answer with { Outcome = Outcome.Eligible, Lowest = limit.Lowest, TermAssumed = true };
        }

        if (limit.Lowest is not { } lowest)
        {
            return term > limit.Plain.Months
                ? answer with
                {
                    Outcome = Outcome.Eligible,
                    Remarks = answer.Remarks.Add(ExtentUnknown),
                }
                : answer with
                {
                    Outcome = Outcome.Undetermined,
                    Lacks = limit.Lacks,
                };
        }

        return term > lowest.Months ? answer with { Outcome = Outcome.Eligible, Lowest = lowest }
            : HasFloor(answer, lowest) ? answer with { Code = ReasonCode.AlreadyAtOrBelowFloor, Lowest = lowest }
            : answer with { Outcome = Outcome.Eligible };
    }

    /// <summary>Until March 2008 the policy statement set no floor but time served.</summary>
    private static bool HasFloor(Evaluation answer, LowestTerm lowest) =>
        lowest.Basis == LowestTermBasis.TimeServed || answer.Reading.Law.Policy?.Terms.FloorAtAmendedMinimum != false;
}
