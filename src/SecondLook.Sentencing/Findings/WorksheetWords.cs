using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Findings;

/// <summary>The sentences of a worksheet.</summary>
internal static class WorksheetWords
{
    public static string Question(Determination determination) =>
        determination.Amendments.Count == 0
            ? $"every covered amendment, order of {Wording.Date(determination.OrderDate)}"
            : $"{Amendments(determination)}, order of {Wording.Date(determination.OrderDate)}";

    public static string Answer(Determination determination, SentencingRecord? record) =>
        determination.Outcome switch
        {
            Outcome.Eligible => determination.LowestTerm is { } lowest
                ? $"Eligible: the law lets the court reduce the term{Imposed(record)} to no less than {Wording.Term(lowest.Months)}."
                : $"Eligible: the law lets the court reduce the term{Imposed(record)}; how far depends on facts that the record does not give.",
            Outcome.Ineligible => determination.Reason is { } reason
                ? $"Not eligible: {ReasonWords.Says(reason.Code)} ({reason.Citation})."
                : "Not eligible.",
            _ => determination.Missing.Count > 0
                ? $"Undetermined: the answer depends on {Wording.List([.. determination.Missing.Select(fact => FactWords.Of(fact.Fact)).Distinct(StringComparer.Ordinal)])}, "
                    + "which the record does not give."
                : $"Undetermined: the answer depends on law that is not covered here ({Wording.List([.. determination.NotCovered.Select(rule => rule.Rule).Distinct(StringComparer.Ordinal)])}).",
        };

    public static IReadOnlyList<string> Why(Determination determination) => [.. Reasons(determination)];

    public static IReadOnlyList<string> Lowest(Determination determination, SentencingRecord? record) =>
        [.. LowestLines(determination, determination.LowestTerm!, record)];

    public static IReadOnlyList<string> Missing(Determination determination) =>
        [
            .. determination.Missing.Select(fact =>
                $"{Capital(FactWords.Of(fact.Fact))} ({fact.Fact}){(fact.If.Count == 0 ? "." : $": {AnswerWords.Of(fact)}.")}"
            ),
            .. determination.Capped ? ["There were too many possible readings of the record to try them all."] : (string[])[],
        ];

    private static IEnumerable<string> Reasons(Determination determination)
    {
        yield return $"As sentenced: {Computed(determination.Original)}.";
        if (determination.Current is { } current)
        {
            yield return $"After the earlier reduction: {Computed(current)}.";
        }

        yield return determination.Amended is { } amended
            ? $"As amended: {Computed(amended)}."
            : "No covered amendment applies, so there is no amended range.";
        foreach (var effect in determination.Effects)
        {
            yield return $"Amendment {effect.Amendment} moves the {FactWords.OfEffect(effect.What)}"
                + (effect.From is null ? "; the record leaves open from where to where." : $" from {effect.From} to {effect.To}.");
        }

        if (determination.Reason is { } reason)
        {
            yield return $"{Capital(ReasonWords.Says(reason.Code))} ({reason.Citation}).";
            if (reason.Also.Count > 0)
            {
                yield return $"Besides, or on another reading of the record: {string.Join("; ", reason.Also.Select(ReasonWords.Says))}.";
            }
        }

        if (determination.EarliestEffective is { } earliest)
        {
            yield return $"An order may not take effect before {Wording.Date(earliest)}.";
        }
    }

    private static IEnumerable<string> LowestLines(Determination determination, LowestTerm lowest, SentencingRecord? record)
    {
        if (record?.Sentence.Months is { } imposed)
        {
            yield return $"The term that was imposed: {Wording.Term(imposed)}.";
        }

        if (Reduced(record) is { } reduced)
        {
            yield return $"The term after the earlier reduction: {Wording.Term(reduced)}.";
        }

        var law = FlatFindings
            .Of(determination.ReductionFindings)
            .LastOrDefault(finding => finding.Step is Step.LowestTerm or Step.ComparableTerm);
        yield return $"The lowest term that the court may order: {Wording.Term(lowest.Months)}, {ReasonWords.Says(lowest.Basis)}"
            + (law is null ? "." : $" ({law.Citation}).");
        foreach (var other in lowest.Others)
        {
            yield return $"By another method ({other.Method}): {Wording.Term(other.Months)}.";
        }
    }

    public static string Computed(Computation computation)
    {
        string[] parts =
        [
            .. computation.TotalOffenseLevel is { } level
                ? [$"total offense level {FormattableString.Invariant($"{level}")}"]
                : (string[])[],
            .. computation.Category is { } category ? [$"criminal history category {DeterminationNames.Category(category)}"] : (string[])[],
            $"guideline range {Wording.Ranges(computation)}",
        ];
        return string.Join(", ", parts);
    }

    /// <summary>The term that is being served: as last reduced, or as imposed.</summary>
    private static string Imposed(SentencingRecord? record) =>
        (Reduced(record) ?? record?.Sentence.Months) is { } served ? $" of {Wording.Term(served)}" : "";

    private static Months? Reduced(SentencingRecord? record) =>
        record?.EarlierReductions?.LastOrDefault(reduction => reduction.Months is not null)?.Months;

    private static string Amendments(Determination determination) =>
        determination.Amendments.Count == 1
            ? $"Amendment {determination.Amendments[0]}"
            : $"Amendments {Wording.List(determination.Amendments)}";

    private static string Capital(string words) => words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
