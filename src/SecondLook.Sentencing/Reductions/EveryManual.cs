using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>A step that an edition moved, and the changes of the law that moved it.</summary>
/// <param name="Step">The step before and since; nothing that it rests on differs.</param>
/// <param name="Law">The changes of the provisions that the step applies; where the step alone does not tell, of all that were applied.</param>
public sealed record MovedStep(FindingPair Step, IReadOnlyList<LawChange> Law);

/// <summary>Editions of the Manual in a row under which one case comes out the same.</summary>
public sealed record EditionSpan
{
    /// <summary>The effective date of the first of the editions.</summary>
    public required DateOnly First { get; init; }

    /// <summary>The last day on which the last of them is in force, or is known to be.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>The computation.</summary>
    public required Computation Computation { get; init; }

    /// <summary>The roots of the findings of each possibility that was tried, under the last of the editions.</summary>
    public required IReadOnlyList<IReadOnlyList<Finding>> Findings { get; init; }

    /// <summary>What moved since the edition before; empty for the first.</summary>
    public required IReadOnlyList<MovedStep> Moved { get; init; }

    /// <summary>What of the record these Manuals do not have, and what was tried where it is silent.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>The guideline range of one case under every edition of the Manual, each applied in its entirety (§1B1.11(b)(2)).</summary>
public static class EveryManual
{
    /// <summary>The range under one edition, with what was left out or tried.</summary>
    /// <param name="record">The record.</param>
    /// <param name="edition">The effective date of the edition.</param>
    /// <param name="law">The law.</param>
    public static (Determination Determination, IReadOnlyList<string> Notes) Under(
        SentencingRecord record,
        DateOnly edition,
        LawLibrary law
    )
    {
        var (answers, notes) = All(record, edition, law);
        // What contradicts itself in the record does so under the court's own Manual and on its own dates.
        var sentenced = new ReductionQuestion(null, record.SentencedOn ?? PartialDate.On(edition), KeepFindings: false);
        var own = SentenceReduction.Determine(record with { Motion = null }, sentenced, law);
        return (answers[0] with { Original = Merged([.. answers.Select(a => a.Original)]), Disagreements = own.Disagreements }, notes);
    }

    private static (Determination[] Answers, IReadOnlyList<string> Notes) All(SentencingRecord record, DateOnly edition, LawLibrary law)
    {
        var facts = EditionFacts.Of(record, edition, law);
        // On the day of the edition no later amendment is covered: the original computation alone is asked for.
        var question = new ReductionQuestion(null, PartialDate.On(edition));
        Determination[] answers = [.. facts.Records.Select(possible => SentenceReduction.Determine(possible, question, law))];
        if (answers.FirstOrDefault(a => a.NotCovered.Count > 0) is { } lacking)
        {
            return (
                [lacking with { Original = new Computation(), OriginalFindings = [] }],
                [.. facts.Notes, .. lacking.NotCovered.Select(n => $"not covered: {n.Rule}: {n.Why}")]
            );
        }

        return facts.NotCovered is { } why
            ? ([answers[0] with { Original = new Computation(), OriginalFindings = [] }], [.. facts.Notes, why])
            : (answers, facts.Notes);
    }

    /// <summary>The spans of editions, oldest first; editions in a row that give the same computation are one.</summary>
    /// <param name="record">The record.</param>
    /// <param name="law">The law.</param>
    /// <param name="last">The last day of which the law is known.</param>
    public static IReadOnlyList<EditionSpan> Of(SentencingRecord record, LawLibrary law, DateOnly last)
    {
        var spans = new List<EditionSpan>();
        foreach (var edition in law.Editions.Where(e => e <= last))
        {
            var (answers, notes) = All(record, edition, law);
            var computation = Merged([.. answers.Select(a => a.Original)]);
            if (spans.Count > 0 && Same(spans[^1].Computation, computation))
            {
                spans[^1] = spans[^1] with { Last = last, Findings = [.. answers.Select(a => a.OriginalFindings)] };
                continue;
            }

            if (spans.Count > 0)
            {
                spans[^1] = spans[^1] with { Last = edition.AddDays(-1) };
            }

            IReadOnlyList<Finding>[] findings = [.. answers.Select(a => a.OriginalFindings)];
            spans.Add(
                new()
                {
                    First = edition,
                    Last = last,
                    Computation = computation,
                    Findings = findings,
                    Moved = spans.Count == 0 ? [] : Moved(spans[^1], answers, edition, law),
                    Notes = notes,
                }
            );
        }

        return spans;
    }

    /// <summary>
    /// What moved for any of the possibilities. Where the record leaves the range open, the computations compared may stand for different
    /// readings of it: then only a step whose own provision changed is named.
    /// </summary>
    private static List<MovedStep> Moved(EditionSpan before, Determination[] since, DateOnly edition, LawLibrary law)
    {
        var changes = LawChange.Between(law, edition.AddDays(-1), edition);
        List<LawChange> Of(IEnumerable<FindingPair> of)
        {
            var applied = of.SelectMany(p => (Finding?[])[p.One, p.Other]).OfType<Finding>().Select(f => f.Law.Element).ToHashSet();
            return [.. changes.Where(c => applied.Contains(c.Element.Element))];
        }

        var moved = new List<MovedStep>();
        foreach (var answer in since)
        {
            var open = answer.Original.Range is null || (before.Findings.Count == 1 && before.Computation.Range is null);
            var pairs = FindingPairs.Of(before.Findings[0], answer.OriginalFindings);
            foreach (var pair in FindingPairs.PartingWays(pairs))
            {
                var own = Of([pair]);
                if (own.Count > 0 || !open)
                {
                    moved.Add(new(pair, own.Count > 0 ? own : Of(pairs)));
                }
            }
        }

        return [.. moved.DistinctBy(m => (m.Step.One?.Step ?? m.Step.Other?.Step, m.Step.One?.Value, m.Step.Other?.Value))];
    }

    private static Computation Merged(Computation[] all)
    {
        if (all.Length == 1 || all.All(c => Same(c, all[0])))
        {
            return all[0];
        }

        T? Agreed<T>(Func<Computation, T?> of)
            where T : struct => all.All(c => Nullable.Equals(of(c), of(all[0]))) ? of(all[0]) : null;
        return new()
        {
            DrugQuantityLevel = Agreed(c => c.DrugQuantityLevel),
            BaseOffenseLevel = Agreed(c => c.BaseOffenseLevel),
            TotalOffenseLevel = Agreed(c => c.TotalOffenseLevel),
            Category = Agreed(c => c.Category),
            TableRange = Agreed(c => c.TableRange),
            Range = Agreed(c => c.Range),
            Readings = [.. all.SelectMany(Readings).Distinct().OrderBy(r => r.Min).ThenBy(r => r.Max)],
        };
    }

    private static IEnumerable<MonthRange> Readings(Computation computation) =>
        computation.Range is { } range ? [range] : computation.Readings;

    private static bool Same(Computation a, Computation b) =>
        a with { Readings = [] } == b with { Readings = [] } && a.Readings.SequenceEqual(b.Readings);
}
