using SecondLook.Sentencing.Findings;

namespace SecondLook.Docket.Caseloads;

/// <summary>Where a case stands, as the courts sorted them.</summary>
public enum Triage
{
    /// <summary>Eligible, and the other side agrees.</summary>
    EligibleAgreed,

    /// <summary>Eligible, and the other side opposes.</summary>
    EligibleContested,

    /// <summary>Eligible; the other side has not said, or takes no position.</summary>
    EligibleOpen,

    /// <summary>Not eligible.</summary>
    NotEligible,

    /// <summary>A fact is missing that a document would give.</summary>
    NeedsDocument,
}

internal static class Triaged
{
    /// <summary>What an office's own outcome and the answer to the last motion, of what the office may see, say together.</summary>
    public static Triage? Of(Outcome? outcome, IEnumerable<Entry> visible)
    {
        switch (outcome)
        {
            case null:
                return null;
            case Outcome.Ineligible:
                return Triage.NotEligible;
            case Outcome.Undetermined:
                return Triage.NeedsDocument;
        }

        var entries = visible.ToList();
        var motion = entries.OfType<Motion>().LastOrDefault();
        var answer = motion is null ? null : entries.OfType<Response>().LastOrDefault(r => r.SubjectId == motion.Id);
        return answer?.Position switch
        {
            Position.Agrees => Triage.EligibleAgreed,
            Position.Opposes => Triage.EligibleContested,
            _ => Triage.EligibleOpen,
        };
    }
}
