using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>18 U.S.C. 3582(c)(2) and §1B1.10: whether and how far the law lets a court reduce a term.</summary>
public static class SentenceReduction
{
    /// <summary>
    /// The determination for one record. Pure: the same record, question and law give the same determination. Where the record is silent,
    /// everything that the missing fact could be is tried with the same rules; where all agree the answer is settled, otherwise it is
    /// undetermined and names the facts that would decide.
    /// </summary>
    /// <exception cref="LawException">The law folder does not cover what the record needs, and no answer can be given without it.</exception>
    public static Determination Determine(SentencingRecord record, ReductionQuestion question, LawLibrary law)
    {
        var answer = ByPolicyStatement(record, question, law);
        return Section404.Of(record, question, law, answer) is { } apart ? answer with { Section404 = apart } : answer;
    }

    /// <summary>The answer under §1B1.10 alone.</summary>
    internal static Determination ByPolicyStatement(SentencingRecord record, ReductionQuestion question, LawLibrary law)
    {
        var readings = new ReadingSet(record, question, law);
        var answers = readings.Evaluate();
        var notCovered = Merge.Each(answers, static a => a.NotCovered);
        var capped = readings.Capped || readings.Notes.Incomplete;
        var outcome = OutcomeOf(answers, capped);
        var shown = Representative(answers, outcome);
        var effects = capped ? [] : Effects.Settled(answers, shown);
        var lowest = outcome == Outcome.Eligible ? Merge.Lowest(answers) : null;
        var uncovered = Uncovered.IsOriginal(record, answers);
        var open = outcome == Outcome.Eligible && lowest is null ? Merge.Terms(answers) : [];
        var missing =
            outcome == Outcome.Undetermined && answers.Exists(a => a.NotCovered.Count == 0) ? MissingFacts.Of(answers, capped) : [];
        if (
            missing.Count > 0
            && missing.Any(m => m.Fact == CircuitReadings.Fact)
            && CircuitReadings.HoldingNotKnown(record, shown.Reading.Law) is { } unread
        )
        {
            missing = [.. missing.Where(m => m.Fact != CircuitReadings.Fact)];
            notCovered = [.. notCovered, unread];
        }

        return new()
        {
            Id = record.Id,
            Amendments = readings.Named ?? Effects.Amendments(effects),
            OrderDate = readings.Order,
            EarliestEffective = Effects.EarliestOrder(shown.Reading, effects),
            Law = FingerprintOf(answers),
            Outcome = outcome,
            Reason = outcome == Outcome.Ineligible ? ReasonFor(answers, shown) : null,
            Original =
                uncovered ? Merge.Recorded(record)
                : capped ? Merge.AsRecorded(record, answers)
                : Merge.Computations(answers, static a => a.Original.ToComputation()),
            Current = shown.Current.Stage == 0 || uncovered ? null : Merge.Computations(answers, static a => a.Current.ToComputation()),
            Amended =
                shown.Reading.Law.Covered.Length == 0 ? null
                : capped ? new Computation()
                : Merge.Computations(answers, static a => a.NotCovered.Count > 0 ? new() : a.Amended.ToComputation(a.AmendedRange)),
            Effects = effects,
            LowestTerm = lowest,
            Assumptions = Assumptions.Of(record, readings, answers),
            Disagreements = Merge.Both(readings.Notes.Disagreements, Contradictions.Of(record, readings, shown.Reading)),
            Missing = missing,
            NotCovered = notCovered,
            Remarks = open is [var least, .., var most]
                ?
                [
                    .. RemarksOf(record, readings, answers, shown),
                    $"the lowest term is not settled by the record: it lies between {least} and {most} months",
                ]
                : RemarksOf(record, readings, answers, shown),
            Capped = capped,
            ReadingsTried = answers.Count,
            OriginalFindings = question.KeepFindings && !uncovered ? Explanation.Original(record, shown) : [],
            AmendedFindings = question.KeepFindings && shown.NotCovered.Count == 0 ? Explanation.Amended(record, shown) : [],
            ReductionFindings = question.KeepFindings
                ? Explanation.Reduction(open.Length > 1 ? shown with { Lowest = null } : shown, IsLoweredOpen(answers, capped))
                : [],
            Origin = record.Origin,
        };
    }

    private static string FingerprintOf(List<Evaluation> answers)
    {
        var first = answers[0].Reading.Law;
        return answers.Count == 1 ? first.Fingerprint : FingerprintOf(answers, first);
    }

    private static string FingerprintOf(List<Evaluation> answers, LawStages first) =>
        answers.TrueForAll(a => a.Reading.Law == first)
            ? first.Fingerprint
            : LawText.Fingerprint(answers.Select(a => a.Reading.Law).Distinct().SelectMany(s => s.Provisions).Distinct());

    /// <summary>Whether it is open that the range is lowered: an answer lacks law, not all were tried, or they differ.</summary>
    private static bool IsLoweredOpen(List<Evaluation> answers, bool capped) =>
        capped
        || answers.Exists(a => (a.NotCovered.Count > 0 || a.Lacks is not null) && a.Outcome == Outcome.Undetermined)
        || (answers.Count > 1 && answers.Select(Explanation.IsLowered).Distinct().Count() > 1);

    private static Outcome OutcomeOf(List<Evaluation> answers, bool capped)
    {
        var first = answers[0].Outcome;
        return answers.TrueForAll(a => a.Outcome == first) && !capped ? first : Outcome.Undetermined;
    }

    /// <summary>The reading that is shown: of the answer's outcome, with the fewest facts presumed.</summary>
    private static Evaluation Representative(List<Evaluation> answers, Outcome outcome)
    {
        var shown = (Evaluation?)null;
        foreach (var answer in answers)
        {
            if (
                (outcome == Outcome.Undetermined || answer.Outcome == outcome)
                && (shown is null || (Presumed(answer), -(int)answer.Code).CompareTo((Presumed(shown), -(int)shown.Code)) < 0)
            )
            {
                shown = answer;
            }
        }

        return shown!;
    }

    private static int Presumed(Evaluation answer) => answer.Reading.Choices.Length;

    private static Reason ReasonFor(List<Evaluation> answers, Evaluation shown)
    {
        var also = new List<ReasonCode>(0);
        foreach (var answer in answers)
        {
            Take(answer.Code);
            for (var i = 0; i < answer.Also.Count; i++)
            {
                Take(answer.Also[i]);
            }
        }

        also.Sort();
        return new(shown.Code, Explanation.ReasonCitation(shown), also.Count == 0 ? [] : also);

        void Take(ReasonCode code)
        {
            if (code != shown.Code && !also.Contains(code))
            {
                also.Add(code);
            }
        }
    }

    private static IReadOnlyList<string> RemarksOf(SentencingRecord record, ReadingSet readings, List<Evaluation> answers, Evaluation shown)
    {
        var said = Merge.Each(answers, static a => a.Remarks, readings.Notes.Remarks);
        var beside = Assumptions.Remarks(record, shown);
        if (CircuitReadings.Remark(answers) is { } circuits)
        {
            beside.Add(circuits);
        }

        return beside.Count == 0 ? said : [.. said.Union(beside)];
    }
}

/// <summary>What several readings have in common.</summary>
internal static class Merge
{
    /// <summary>The fields on which all computations agree; the ranges of all where they do not.</summary>
    public static Computation Computations(List<Evaluation> answers, Func<Evaluation, Computation> of)
    {
        if (answers.Count == 1)
        {
            return of(answers[0]);
        }

        var all = answers.Select(of).ToList();
        var merged = new Computation
        {
            DrugQuantityLevel = Same(all.Select(c => c.DrugQuantityLevel), (x, y) => x == y),
            BaseOffenseLevel = Same(all.Select(c => c.BaseOffenseLevel), (x, y) => x == y),
            TotalOffenseLevel = Same(all.Select(c => c.TotalOffenseLevel), (x, y) => x == y),
            Category = Same(all.Select(c => c.Category), (x, y) => x == y),
            TableRange = Same(all.Select(c => c.TableRange), (x, y) => x == y),
            Range = Same(all.Select(c => c.Range), (x, y) => x == y),
        };
        return merged.Range is not null
            ? merged
            : merged with
            {
                Readings = [.. all.Select(c => c.Range).OfType<MonthRange>().Distinct().OrderBy(r => r.Min).ThenBy(r => r.Max)],
            };
    }

    /// <summary>What the record itself states, where nothing can be computed.</summary>
    public static Computation Recorded(SentencingRecord record) =>
        new()
        {
            DrugQuantityLevel = record.Offense.DrugQuantityLevel,
            BaseOffenseLevel = record.Offense.BaseOffenseLevel,
            TotalOffenseLevel = record.Offense.TotalOffenseLevel,
            Category = record.CriminalHistory.Category,
            Range = record.GuidelineRange,
        };

    /// <summary>What the record itself states, where not every reading was tried; its level and category have one cell of the table.</summary>
    public static Computation AsRecorded(SentencingRecord record, List<Evaluation> answers)
    {
        var cell = record.Offense.TotalOffenseLevel is not null && record.CriminalHistory.Category is not null;
        var limited = cell && record.Statutory is { Minimum: not null, Relief: not null };
        return new()
        {
            DrugQuantityLevel = record.Offense.DrugQuantityLevel,
            BaseOffenseLevel = record.Offense.BaseOffenseLevel,
            TotalOffenseLevel = record.Offense.TotalOffenseLevel,
            Category = record.CriminalHistory.Category,
            TableRange = cell ? Same(answers.Select(a => (MonthRange?)a.Original.Table), (x, y) => x == y) : null,
            Range = record.GuidelineRange ?? (limited ? Same(answers.Select(a => (MonthRange?)a.Original.Range), (x, y) => x == y) : null),
        };
    }

    /// <summary>The lowest term, where it and its basis are the same in all readings.</summary>
    public static LowestTerm? Lowest(List<Evaluation> answers) =>
        answers.Count == 1
            ? answers[0].Lowest
            : Same(answers.Select(a => a.Lowest), (x, y) => x?.Months == y?.Months && x?.Basis == y?.Basis);

    /// <summary>What two lists say, one after the other.</summary>
    public static IReadOnlyList<string> Both(IReadOnlyList<string> first, IReadOnlyList<string> then) =>
        first.Count == 0 ? then
        : then.Count == 0 ? first
        : [.. first, .. then];

    /// <summary>The lowest terms of the readings, from the shortest.</summary>
    public static Months[] Terms(List<Evaluation> answers) =>
        [.. answers.Select(a => a.Lowest?.Months).OfType<Months>().Distinct().Order()];

    /// <summary>What any of the answers says, each once, in the order said; after what was said before.</summary>
    public static IReadOnlyList<T> Each<T>(List<Evaluation> answers, Func<Evaluation, IReadOnlyList<T>> of, IReadOnlyList<T>? before = null)
    {
        List<T>? each = null;
        foreach (var answer in answers)
        {
            var said = of(answer);
            for (var i = 0; i < said.Count; i++)
            {
                each ??= [.. before ?? []];
                if (!each.Contains(said[i]))
                {
                    each.Add(said[i]);
                }
            }
        }

        return each ?? before ?? [];
    }

    /// <summary>The value that all share, or null.</summary>
    public static T? Same<T>(IEnumerable<T?> values, Func<T?, T?, bool> equal)
    {
        var first = default(T);
        var any = false;
        foreach (var value in values)
        {
            if (!any)
            {
                (first, any) = (value, true);
            }
            else if (!equal(first, value))
            {
                return default;
            }
        }

        return first;
    }
}
