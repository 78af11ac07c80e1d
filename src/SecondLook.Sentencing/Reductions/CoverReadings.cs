using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// Which counts are covered offenses (First Step Act, section 404(a)): by the clause that the statute of conviction names, by its paragraph
/// where the substance is cocaine base, and where no paragraph is named by the quantity of the count under the law at sentencing.
/// </summary>
internal sealed class CoverReadings
{
    private static readonly string[] Clauses = ["(iii)", "(C)"];

    private readonly List<string> presumed = [];
    private readonly List<int> covered = [];
    private readonly List<string> open = [];

    public CoverReadings(SentencingRecord record, Provision<CoveredOffense> act, LawLibrary law)
    {
        if (record.Counts is not { Count: > 0 } counts)
        {
            open.Add("counts");
            return;
        }

        var day =
            record.SentencedOn is { } sentenced && sentenced.First < act.Terms.CommittedBefore
                ? sentenced.First
                : act.Terms.CommittedBefore.AddDays(-1);
        var (thresholds, penalties) = (law.On<DrugThresholds>(day)?.Terms, law.On<DrugPenalties>(day)?.Terms);
        if (thresholds is null || penalties is null)
        {
            IsKeyed = false;
            return;
        }

        for (var i = 0; i < counts.Count; i++)
        {
            Read(i, counts[i], record, act.Terms, thresholds, penalties);
        }

        Facts = string.Join(
            ' ',
            (covered.Count > 0 ? covered : [.. Enumerable.Range(0, counts.Count)]).Select(i => $"counts[{i}].statute")
        );
    }

    /// <summary>The positions of the covered counts.</summary>
    public IReadOnlyList<int> Covered => covered;

    /// <summary>The facts that would show whether a count is covered.</summary>
    public IReadOnlyList<string> Open => open;

    /// <summary>What was presumed of the covered counts.</summary>
    public IReadOnlyList<string> Presumed => presumed;

    /// <summary>Whether a count of cocaine base is one whose penalties the Fair Sentencing Act left as they were (Terry).</summary>
    public bool Unchanged { get; private set; }

    /// <summary>Whether the penalties at sentencing are known here.</summary>
    public bool IsKeyed { get; } = true;

    /// <summary>Whether a count is simple possession.</summary>
    public bool Possession { get; private set; }

    /// <summary>The facts that the answer rests on; null where no count is recorded.</summary>
    public string? Facts { get; }

    /// <summary>Whether no count is covered, whatever else is missing.</summary>
    public bool IsNone(UnchangedPenaltiesRule rule) =>
        IsKeyed && covered.Count == 0 && open.Count == 0 && !Possession && !(Unchanged && rule == UnchangedPenaltiesRule.Split);

    private void Read(int i, Count count, SentencingRecord record, CoveredOffense terms, DrugThresholds thresholds, DrugPenalties penalties)
    {
        var statute = new StatuteOfConviction(count.Statute);
        var only = record.Offense.Drugs is [{ Substance: { } one }] ? one : null;
        var isCocaineBase = (count.Quantity?.Substance ?? only) == terms.Substance;
        var isAnother = count.Quantity?.Substance is { } other && other != terms.Substance;
        var tiers = CountPenalties.Tiers(count, thresholds, penalties);
        if (statute.NamesAny(terms.Paragraphs))
        {
            covered.Add(i);
        }
        else if (!statute.IsRead || (statute.NamesAny(penalties.AlteredBy) && !isAnother))
        {
            open.Add($"counts[{i}].statute");
        }
        else if (statute.NamesAny(terms.Possession))
        {
            Possession |= !isAnother;
        }
        else if (isAnother || !statute.NamesAny(penalties.Offenses))
        {
            return;
        }
        else if (penalties.Tiers.FirstOrDefault(t => statute.NamesAny(t.Paragraphs)) is { } named)
        {
            ByParagraph(i, count, statute, named, isCocaineBase);
        }
        else if (tiers.Count > 0 && tiers.All(t => t.Minimum > 0))
        {
            covered.Add(i);
            presumed.Add($"count {i + 1} is of the paragraph that its quantity gives");
        }
        else if (tiers.Count > 0 && tiers.All(t => t.Minimum == 0))
        {
            Unchanged = true;
        }
        else
        {
            open.Add($"counts[{i}].statute");
        }
    }

    /// <summary>A paragraph whose penalties have a minimum holds a clause for each substance.</summary>
    private void ByParagraph(int i, Count count, StatuteOfConviction statute, PenaltyTier named, bool isCocaineBase)
    {
        if (named.Minimum == 0)
        {
            Unchanged = true;
        }
        else if (statute.NamesPartOfAny(named.Paragraphs))
        {
            if (Clauses.Any(c => count.Statute!.Contains(c, StringComparison.Ordinal)))
            {
                open.Add($"counts[{i}].statute");
            }
        }
        else if (isCocaineBase)
        {
            covered.Add(i);
            presumed.Add($"count {i + 1} ({count.Statute}) is of the clause for cocaine base");
        }
        else
        {
            open.Add($"counts[{i}].statute");
        }
    }
}
