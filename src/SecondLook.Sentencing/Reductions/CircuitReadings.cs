using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// Questions of law on which the courts of appeals were divided on the day of the order. Where the record names the district and it is known
/// how its circuit held, that is the law; otherwise the Commission's text in force answers where it does, with the other holding named, and where
/// it does not both are tried, and the district is the missing fact.
/// </summary>
internal static class CircuitReadings
{
    /// <summary>The fact that tells the circuit.</summary>
    public const string Fact = "district";

    /// <summary>The reading, once for each holding that may have been the law of the circuit.</summary>
    public static IReadOnlyList<Reading> Of(SentencingRecord record, Reading reading, ReadingNotes notes)
    {
        Reading[] readings = [reading];
        if (reading.Law.DividedCircuits is not { Terms.Questions: { Count: > 0 } questions } law)
        {
            return readings;
        }

        for (var i = 0; i < questions.Count; i++)
        {
            if (Arises(questions[i].Question, record, reading))
            {
                readings = Held(questions[i], readings, CircuitOf(record, reading.Law), law.Citation, notes);
            }
        }

        return readings;
    }

    private static Reading[] Held(CircuitDivision division, Reading[] readings, string? circuit, string citation, ReadingNotes notes)
    {
        if (circuit is not null && HoldingOf(division, circuit) is { } held)
        {
            notes.Remark($"the {circuit} Circuit held on the day of the order that {Words(division.Question, held)} ({citation})");
            return [.. readings.Select(r => With(r, division, held, choice: null))];
        }

        if (division.ByText is { } byText)
        {
            notes.Remark(
                $"circuits differed on the day of the order ({citation}). As the text of the policy statement has it, and as is answered here, {Words(division.Question, byText)}; where it was held that {Words(division.Question, !byText)}, the answer is ineligible ({DeterminationNames.Of(ReasonCode.MandatoryMinimum)})"
            );
            return [.. readings.Select(r => With(r, division, byText, choice: null))];
        }

        return [.. readings.SelectMany(r => new[] { true, false }.Select(either => With(r, division, either, NameOf(division, either))))];
    }

    /// <summary>Whether a minimum above the whole table range had displaced it, and the government moved to go below it.</summary>
    public static bool HadDisplaced(Reading reading, StageRange original) =>
        !reading.Limits.SafetyValve && reading.GovernmentMotion && reading.Limits.Minimum > original.Table.Max;

    /// <summary>
    /// Where a departure under §4A1.3 is a part of the applicable range, a reading of it is open: a record does not say to what level and
    /// category the court departed. It is settled where no level moves.
    /// </summary>
    public static Evaluation WithDeparture(Evaluation answer) =>
        answer.Reading.HeldOn(CircuitQuestion.DepartureBeforeRange) != true
        || answer.Outcome == Outcome.Ineligible
            && answer.Code
                is ReasonCode.NoCoveredAmendment
                    or ReasonCode.BaseLevelNotFromTable
                    or ReasonCode.QuantityAboveTopLevel
                    or ReasonCode.LowestLevel
                    or ReasonCode.AdjustmentAbsorbsChange
                    or ReasonCode.RevocationTerm
                    or ReasonCode.Released
            ? answer
            : answer with
            {
                Outcome = Outcome.Undetermined,
                Lowest = null,
                NotCovered = [new("USSG §4A1.3", "a record has no field for the level and the category to which the court departed")],
            };

    /// <summary>What each holding would mean, in figures, where it makes a difference.</summary>
    public static string? Remark(List<Evaluation> answers)
    {
        if (answers.Count < 2)
        {
            return null;
        }

        var sides = answers
            .SelectMany(a => a.Reading.Choices.Where(c => c.Fact == Fact).Select(c => (c.Is, Means: Means(a))))
            .Distinct()
            .ToLookup(s => s.Is, s => s.Means);
        return sides.Count < 2 || sides.All(s => s.ToHashSet().SetEquals(sides.First()))
            ? null
            : $"circuits differed on the day of the order. {string.Join("; ", sides.Select(s => $"{s.Key}: {string.Join(" or ", s)}"))}";
    }

    /// <summary>The circuit of the record whose holding is not known, as law that is not at hand; null where the record names none.</summary>
    public static NotCovered? HoldingNotKnown(SentencingRecord record, LawStages law) =>
        CircuitOf(record, law) is { } circuit && law.DividedCircuits is { } division
            ? new(division.Citation, $"circuits differed on the day of the order, and how the {circuit} Circuit held was not read")
            : null;

    private static string? CircuitOf(SentencingRecord record, LawStages law) =>
        law.Library.On<Circuits>(law.Order)?.Terms.Of(record.District);

    /// <summary>Whether a question has to be answered for a reading: not where nothing that it is about moves.</summary>
    private static bool Arises(CircuitQuestion question, SentencingRecord record, Reading reading)
    {
        var applies = question switch
        {
            CircuitQuestion.DepartureBeforeRange => record.Sentence.BelowRange?.Any(b => b.Basis == BelowRangeBasis.CriminalHistory)
                == true,
            CircuitQuestion.RangeBehindAgreement => reading.TypeCUsedRange == true,
            _ => reading is { GovernmentMotion: true, Limits.Binding.Value: > 0 },
        };
        if (!applies)
        {
            return false;
        }

        var original = StageRange.Of(reading, 0);
        var current = StageRange.Of(reading, ReadingEvaluation.CurrentStage(record, reading.Law));
        var amended = StageRange.Of(reading, reading.Law.Manuals.Length - 1);
        var lowered = StageRange.Falls(current.Table, amended.Table);
        var below = amended.Table.Min < reading.Limits.Binding;
        return question switch
        {
            CircuitQuestion.DepartureBeforeRange => Figures(current) != Figures(amended),
            CircuitQuestion.MinimumBelowOriginalRange => lowered && below && original.Table.Min >= reading.Limits.Binding,
            CircuitQuestion.MinimumInOriginalRange => lowered && below && original.Table.Min < reading.Limits.Binding,
            CircuitQuestion.DisplacedRange => lowered && HadDisplaced(reading, original),
            _ => lowered,
        };
    }

    private static (int?, int?, int, int) Figures(StageRange stage) =>
        (stage.Levels.Quantity, stage.Levels.Adjusted, stage.Total, stage.Category);

    private static bool? HoldingOf(CircuitDivision division, string circuit) =>
        division.Held.Contains(circuit, StringComparer.Ordinal) ? true
        : division.Otherwise.Contains(circuit, StringComparer.Ordinal) ? false
        : null;

    private static Reading With(Reading reading, CircuitDivision division, bool held, string? choice) =>
        reading with
        {
            Circuit = [.. reading.Circuit, (division.Question, held)],
            Choices = choice is null ? reading.Choices : [.. reading.Choices, new(Fact, choice)],
        };

    /// <summary>Such as <c>in a circuit (2d, 6th, 11th) where a departure under §4A1.3 comes before the range</c>.</summary>
    private static string NameOf(CircuitDivision division, bool held)
    {
        var circuits = held ? division.Held : division.Otherwise;
        return $"in a circuit {(circuits.Count > 0 ? $"({string.Join(", ", circuits)}) " : "")}where {Words(division.Question, held)}";
    }

    private static string Words(CircuitQuestion question, bool held) =>
        (question, held) switch
        {
            (CircuitQuestion.DepartureBeforeRange, true) => "a departure under §4A1.3 is a part of the applicable range",
            (CircuitQuestion.DepartureBeforeRange, false) => "the applicable range is the one before any departure",
            (CircuitQuestion.RangeBehindAgreement, true) => "a sentence under an agreement of Type C may be based on a range",
            (CircuitQuestion.RangeBehindAgreement, false) => "a sentence under an agreement of Type C is not based on a range",
            (CircuitQuestion.DisplacedRange, true) => "a sentence below a minimum that had displaced the range is still based on the range",
            (CircuitQuestion.DisplacedRange, false) => "a sentence below a minimum that had displaced the range is not based on the range",
            (_, true) => "the statutory minimum restricts the amended range although the government moved to go below it",
            _ => "the amended range is that of the table where the government moved to go below the statutory minimum",
        };

    private static string Means(Evaluation answer) =>
        (answer.Outcome, answer.Lowest) switch
        {
            (Outcome.Ineligible, _) => $"ineligible ({DeterminationNames.Of(answer.Code)})",
            (Outcome.Undetermined, _) => "undetermined",
            (_, { } lowest) => $"eligible, amended range {answer.AmendedRange}, lowest term {lowest.Months}",
            _ => $"eligible, amended range {answer.AmendedRange}",
        };
}
