using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;
using SecondLook.Sentencing.Statutes;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// First Step Act, section 404: whether a court may impose a reduced sentence as if sections 2 and 3 of the Fair Sentencing Act had been in
/// effect when the offense was committed. The statute of conviction decides, not the quantity that the court found.
/// </summary>
internal static class Section404
{
    /// <summary>The determination; null where no cocaine base is recorded, or the order is before the Act.</summary>
    public static Section404Determination? Of(SentencingRecord record, ReductionQuestion question, LawLibrary law, Determination plain)
    {
        if (!IsCocaineBase(record, law, plain.OrderDate.Last))
        {
            return null;
        }

        var act = law.On<CoveredOffense>(plain.OrderDate.Last)!;
        var covers = new CoverReadings(record, act, law);
        var notCovered = NotCoveredBy(record, act, covers).ToList();
        var bar = Bar(record, act, covers);
        var missing = bar is null ? MissingBy(record, act, covers, plain, law, notCovered.Count > 0) : [];
        var outcome =
            bar is not null ? Outcome.Ineligible
            : missing.Count + notCovered.Count > 0 ? Outcome.Undetermined
            : Outcome.Eligible;
        var limits = bar is null && covers.Covered.Count > 0 ? new Section404Limits(record, question, law, act, covers.Covered) : null;
        return new()
        {
            Outcome = outcome,
            Reason = bar?.Reason,
            Citation = bar?.Citation,
            Before = Section404Limits.AsSentenced(record, law, plain),
            After = limits?.After ?? [],
            Assumptions = outcome == Outcome.Ineligible ? [] : [.. AssumptionsOf(record, covers, limits)],
            Missing = missing,
            NotCovered = bar is null ? notCovered : [],
            Remarks = outcome == Outcome.Ineligible ? [] : [.. RemarksOf(act, limits)],
            Findings = question.KeepFindings ? FindingsOf(act, covers, bar, limits) : [],
        };
    }

    private static bool IsCocaineBase(SentencingRecord record, LawLibrary law, DateOnly order) =>
        law.On<CoveredOffense>(order) is { Terms: var terms }
        && (HasDrug(record, terms) || (record.Counts is not null && HasCount(record, terms)));

    private static bool HasDrug(SentencingRecord record, CoveredOffense terms)
    {
        var drugs = record.Offense.Drugs;
        for (var i = 0; i < drugs?.Count; i++)
        {
            if (drugs[i].Substance == terms.Substance)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasCount(SentencingRecord record, CoveredOffense terms) =>
        record.Counts!.Any(c => c.Quantity?.Substance == terms.Substance || new StatuteOfConviction(c.Statute).NamesAny(terms.Paragraphs));

    /// <summary>What excludes the sentence whatever else is missing.</summary>
    private static (Section404Reason Reason, string Citation)? Bar(
        SentencingRecord record,
        Provision<CoveredOffense> act,
        CoverReadings covers
    )
    {
        var terms = act.Terms;
        if (record.OffenseEndedOn?.First >= terms.CommittedBefore)
        {
            return (Section404Reason.OffenseNotBeforeAct, act.At(terms.Subsections.Offense).Citation);
        }

        if (record.SentencedOn?.First >= terms.SameQuantitiesFrom)
        {
            return (Section404Reason.SentencedUnderAct, act.At(terms.Subsections.Limits).Citation);
        }

        if (record.EarlierReductions?.Any(r => r.Basis == "first-step-404") == true)
        {
            return (Section404Reason.AlreadyReduced, act.At(terms.Subsections.Limits).Citation);
        }

        return covers.IsNone(terms.UnchangedPenalties)
            ? (Section404Reason.NotCoveredOffense, act.At(terms.Subsections.Offense).Citation)
            : null;
    }

    private static List<MissingFact> MissingBy(
        SentencingRecord record,
        Provision<CoveredOffense> act,
        CoverReadings covers,
        Determination plain,
        LawLibrary law,
        bool lawIsMissing
    )
    {
        var terms = act.Terms;
        var facts = new List<(string Fact, string Yes, string No, bool NoDecides)>();
        if (law.On<CoveredOffense>(plain.OrderDate.First) is null)
        {
            var enacted = law.History<CoveredOffense>().CoveredFrom;
            facts.Add(("motion.decidedOn", $"from {Wording.Date(enacted)}", $"before {Wording.Date(enacted)}", true));
        }

        var (act2010, sameFor) = (Wording.Date(terms.CommittedBefore), Wording.Date(terms.SameQuantitiesFrom));
        if (record.SentencedOn is not { } sentenced || (sentenced.First < terms.CommittedBefore && sentenced.Last >= terms.CommittedBefore))
        {
            facts.Add(("sentencedOn", $"before {act2010}", $"from {sameFor}", true));
        }

        if (!(record.SentencedOn?.Last < terms.CommittedBefore) && !(record.OffenseEndedOn?.Last < terms.CommittedBefore))
        {
            facts.Add(("offenseEndedOn", $"before {act2010}", $"from {act2010}", true));
        }

        if (covers.Covered.Count == 0)
        {
            var statutes = $"{Wording.List(terms.Paragraphs, "or")}, of cocaine base";
            facts.AddRange(covers.Open.Select(f => (f, statutes, "another", covers.Open.Count == 1 && !lawIsMissing)));
        }

        var only = facts.Count == 1 && !lawIsMissing;
        return
        [
            .. facts.Select(f => new MissingFact(
                f.Fact,
                [
                    new(f.Yes, only ? Outcome.Eligible : Outcome.Undetermined),
                    new(f.No, f.NoDecides ? Outcome.Ineligible : Outcome.Undetermined),
                ]
            )),
        ];
    }

    /// <summary>What no source here settles, and what would be needed for the answer.</summary>
    private static IEnumerable<NotCovered> NotCoveredBy(SentencingRecord record, Provision<CoveredOffense> act, CoverReadings covers)
    {
        var terms = act.Terms;
        var (offense, reduction, limits) = (
            act.At(terms.Subsections.Offense).Citation,
            act.At(terms.Subsections.Reduction).Citation,
            act.At(terms.Subsections.Limits).Citation
        );
        if (record.SentencedOn is { } sentenced && sentenced.Last >= terms.CommittedBefore && sentenced.First < terms.SameQuantitiesFrom)
        {
            yield return new(
                limits,
                $"between the Fair Sentencing Act and {terms.Decisions.SameQuantities} courts differed on whose sentence was by the quantities of the Act; the record does not say which quantities the court applied"
            );
        }

        if (!covers.IsKeyed)
        {
            yield return new(offense, "the penalties on the day of sentencing are not keyed");
        }

        if (covers.Covered.Count == 0 && covers.Possession)
        {
            yield return new(offense, "whom the change of 21 U.S.C. 844(a) by section 3 of the Fair Sentencing Act reached is not keyed");
        }

        if (covers.Covered.Count == 0 && covers.Unchanged && act.Terms.UnchangedPenalties == UnchangedPenaltiesRule.Split)
        {
            yield return new(
                offense,
                $"until {terms.Decisions.UnchangedPenalties} circuits differed on whether an offense under 21 U.S.C. 841(b)(1)(C) is covered"
            );
        }

        if (record.Sentence.Revocation == true)
        {
            yield return new(
                reduction,
                "whether a term imposed on revocation of supervised release may be reduced is not settled by a source here"
            );
        }

        if (record.Custody?.Released == true)
        {
            yield return new(
                reduction,
                $"the term has been served; one court of appeals holds that it can no longer be reduced ({terms.Decisions.TermServed}), and no source here settles it"
            );
        }
    }

    private static IEnumerable<string> AssumptionsOf(SentencingRecord record, CoverReadings covers, Section404Limits? limits)
    {
        yield return "no motion under section 404 was denied after a complete review on the merits (the record has no fact for it)";
        if (record.EarlierReductions is null)
        {
            yield return "no earlier reduction under sections 2 and 3 of the Fair Sentencing Act is recorded";
        }
        else if (record.EarlierReductions.Count > 0)
        {
            yield return "the earlier reductions were not in accordance with sections 2 and 3 of the Fair Sentencing Act, which their basis does not name";
        }

        foreach (var presumed in covers.Presumed.Concat(limits?.Assumptions ?? []))
        {
            yield return presumed;
        }
    }

    private static IEnumerable<string> RemarksOf(Provision<CoveredOffense> act, Section404Limits? limits)
    {
        yield return "section 404 is apart from §1B1.10: no policy statement sets a lowest term, and the court need not reduce any sentence";
        yield return act.Terms.OtherChanges == OtherChangesRule.Considered
            ? $"the range begins with the Fair Sentencing Act alone; the court may also consider other changes of law and fact ({act.Terms.Decisions.OtherChanges})"
            : $"until {act.Terms.Decisions.OtherChanges} circuits differed on whether the court may also consider other changes of law and fact";
        foreach (var remark in limits?.Remarks ?? [])
        {
            yield return remark;
        }
    }

    private static List<Finding> FindingsOf(
        Provision<CoveredOffense> act,
        CoverReadings covers,
        (Section404Reason Reason, string Citation)? bar,
        Section404Limits? limits
    )
    {
        var subsections = act.Terms.Subsections;
        var findings = new List<Finding>();
        if (covers.Covered.Count > 0 || bar?.Reason is Section404Reason.NotCoveredOffense)
        {
            findings.Add(new(Step.CoveredOffense, covers.Covered.Count > 0, act.At(subsections.Offense), covers.Facts));
        }

        if (bar?.Reason is Section404Reason.OffenseNotBeforeAct)
        {
            findings.Add(new(Step.CoveredOffense, false, act.At(subsections.Offense), "offenseEndedOn"));
        }
        else if (bar?.Reason is Section404Reason.SentencedUnderAct or Section404Reason.AlreadyReduced)
        {
            var facts = bar?.Reason is Section404Reason.SentencedUnderAct ? "sentencedOn" : "earlierReductions";
            findings.Add(new(Step.Section404Barred, true, act.At(subsections.Limits), facts));
        }

        findings.AddRange(limits?.Findings(act.At(subsections.Reduction), findings) ?? []);
        return findings;
    }
}
