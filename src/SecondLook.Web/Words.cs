using SecondLook.Screening.Release;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Procedure;

namespace SecondLook.Web;

/// <summary>What the kinds of the docket are called, on pages and in documents.</summary>
internal static class Words
{
    /// <summary>Such as <c>Tennessee Eastern (TNE)</c>; a code that is not known stands as it is.</summary>
    public static string District(string code) => Places.Districts.TryGetValue(code, out var place) ? $"{place.Name} ({code})" : code;

    /// <summary>Such as <c>cocaine base</c> for <c>cocaine-base</c>.</summary>
    public static string Drug(string name) =>
        name.Replace("-actual", " (actual)", StringComparison.Ordinal).Replace('-', ' ').Replace("lsd", "LSD", StringComparison.Ordinal);

    /// <summary>Such as <c>the amended guideline range is not lower</c> for <c>range-not-lowered</c>.</summary>
    public static string Reason(string code) =>
        Enum.GetValues<ReasonCode>().Where(reason => DeterminationNames.Of(reason) == code).Select(ReasonWords.Says).FirstOrDefault(code);

    public static string Of(Movant movant) =>
        movant switch
        {
            Movant.Person => "the defendant, without counsel",
            Movant.Counsel => "the defendant",
            Movant.Director => "the Director of the Bureau of Prisons",
            _ => "the court on its own motion",
        };

    public static string Of(Position position) =>
        position switch
        {
            Position.Agrees => "agrees",
            Position.Opposes => "opposes",
            _ => "takes no position",
        };

    public static string Of(SafetyMatter matter) =>
        matter switch
        {
            SafetyMatter.Factor => "A factor of 18 U.S.C. 3553(a)",
            SafetyMatter.Danger => "Danger to a person or the community",
            SafetyMatter.Conduct => "Conduct since sentencing",
            SafetyMatter.Program => "A program taken part in",
            SafetyMatter.ReleasePlan => "Where the person would live and work",
            _ => "Notice to a victim",
        };

    /// <summary>Where the matter is written.</summary>
    public static string Citation(SafetyMatter matter) =>
        matter switch
        {
            SafetyMatter.Factor => "USSG §1B1.10, comment. (n.1(B)(i))",
            SafetyMatter.Danger => "USSG §1B1.10, comment. (n.1(B)(ii))",
            SafetyMatter.Conduct or SafetyMatter.Program => "USSG §1B1.10, comment. (n.1(B)(iii))",
            SafetyMatter.ReleasePlan => "18 U.S.C. 3553(a)",
            _ => "18 U.S.C. 3771",
        };

    public static string Of(BeyondComputation answer) =>
        answer switch
        {
            BeyondComputation.CorrectedFinding => "The court finds a fact otherwise than the computation took it",
            BeyondComputation.OtherMethod => "The court uses another comparable method (USSG §1B1.10(b)(2)(B))",
            _ => "The court states its authority",
        };

    public static string Of(HearingState state) =>
        state switch
        {
            HearingState.Set => "set",
            HearingState.Held => "held",
            _ => "cancelled",
        };

    public static string Of(Actor actor) =>
        actor switch
        {
            Actor.Defendant => "the defendant",
            Actor.Government => "the government",
            _ => "the probation office",
        };

    public static string Of(Role role) =>
        role switch
        {
            Role.Defender => "defender",
            Role.Prosecutor => "government",
            Role.Probation => "probation office",
            Role.Judge => "judge",
            Role.Chambers => "chambers",
            Role.Clerk => "clerk",
            Role.Planner => "planner",
            _ => "administrator",
        };

    public static string Of(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.Judgment => "judgment",
            DocumentKind.StatementOfReasons => "statement of reasons",
            DocumentKind.PresentenceReport => "presentence report",
            DocumentKind.PleaAgreement => "plea agreement",
            DocumentKind.PrisonRecord => "record of the Bureau of Prisons",
            DocumentKind.Letter => "letter",
            _ => "other document",
        };

    public static string Of(Standing standing) =>
        standing switch
        {
            Standing.WorkProduct => "own office",
            Standing.Lodged => "lodged with the court",
            Standing.Filed => "filed",
            _ => "public",
        };

    public static string Amendments(IReadOnlyList<string> amendments) =>
        amendments.Count == 1 ? $"Amendment {amendments[0]}" : $"Amendments {Wording.List(amendments)}";

    /// <summary>Such as <c>Thursday, July 16, 2015</c>.</summary>
    public static string Day(DateOnly day) => $"{day.DayOfWeek}, {Wording.Date(day)}";

    /// <summary>The day of a moment, as the docket keeps it, in UTC.</summary>
    public static string Day(DateTimeOffset at) => Wording.Date(DateOnly.FromDateTime(at.UtcDateTime));

    public static string Term(int? months) => months is { } term ? Wording.Term(new Months(term)) : "not stated";

    /// <summary>The term that an order gives, as its page says it.</summary>
    public static string NewTerm(Order order) =>
        !order.Granted ? "denied"
        : order.TimeServed ? $"time served ({Term(order.NewTerm)})"
        : Term(order.NewTerm);

    public static string Outcome(Outcome outcome) =>
        outcome switch
        {
            Sentencing.Findings.Outcome.Eligible => "eligible",
            Sentencing.Findings.Outcome.Ineligible => "not eligible",
            _ => "undetermined",
        };
}
