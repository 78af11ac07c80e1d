using SecondLook.Sentencing.Findings;
using Months = SecondLook.Sentencing.Facts.Months;

namespace SecondLook.Docket.Orders;

/// <summary>What a judge says where a term lies below the computed floor, or the computation does not allow one.</summary>
public enum BeyondComputation
{
    /// <summary>The court finds a fact otherwise than the computation took it.</summary>
    CorrectedFinding,

    /// <summary>The court uses another comparable method (§1B1.10(b)(2)(B)).</summary>
    OtherMethod,

    /// <summary>The court states its authority.</summary>
    StatedAuthority,
}

/// <summary>A judge's ruling on a motion: the reasons are its text. It rests on sealed facts and is sealed in every case.</summary>
public sealed class Ruling : Entry
{
    /// <summary>Whether the motion is granted, in whole or in part.</summary>
    public required bool Granted { get; init; }

    /// <summary>The new term in months.</summary>
    public int? NewTerm { get; init; }

    /// <summary>True where the new term is the time served.</summary>
    public bool TimeServed { get; init; }

    /// <summary>The recalculation on which it rests.</summary>
    public Guid? RecalculationId { get; init; }

    /// <summary>Memoranda, entries and documents on which it rests.</summary>
    public required IReadOnlyList<Guid> ReliesOn { get; init; }

    /// <summary>Which answer the judge gave, where the computation does not reach the term: the order is then marked, and the method is the court's.</summary>
    public BeyondComputation? Beyond { get; init; }

    /// <summary>The answer in words, or the name of the method.</summary>
    public string? BeyondText { get; init; }
}

/// <summary>A judge of the district rules on a motion.</summary>
public sealed record RuleOnMotion : CaseAct
{
    /// <summary>The motion.</summary>
    public required Guid MotionId { get; init; }

    /// <summary>Whether it is granted.</summary>
    public required bool Granted { get; init; }

    /// <summary>The reasons, in the judge's words.</summary>
    public required string Reasons { get; init; }

    /// <summary>
    /// The new term in months on the counts that the range is about, as the computed floor is; a consecutive term stands beside it. Also for
    /// time served, in whole months.
    /// </summary>
    public int? NewTerm { get; init; }

    /// <summary>True where the new term is the time served.</summary>
    public bool TimeServed { get; init; }

    /// <summary>The recalculation on which it rests; a grant needs one.</summary>
    public Guid? RecalculationId { get; init; }

    /// <summary>Memoranda, entries of the public-safety record and documents on which it rests.</summary>
    public IReadOnlyList<Guid> ReliesOn { get; init; } = [];

    /// <summary>The answer for a term that the computation does not reach.</summary>
    public BeyondComputation? Beyond { get; init; }

    /// <summary>The answer in words; for another method its name, such as <c>levels</c>.</summary>
    public string? BeyondText { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        OnlyIn(file, by, "rule", Role.Judge);
        Refuse.Unless(Seen is not null, "Read the case before ruling, and give the version that was read.");
        var motion = file.Get<Motion>(MotionId, by);
        Refuse.Blank(Reasons, "A ruling needs reasons. Write them in the judge's words.");
        if (file.All<Ruling>().FirstOrDefault(r => r.SubjectId == motion.Id) is { } earlier)
        {
            throw new OvertakenException(
                $"The motion was ruled on already, on {Wording.Date(DateOnly.FromDateTime(earlier.At.UtcDateTime))} at {earlier.At:HH:mm} UTC. Read the case again."
            );
        }

        foreach (var id in ReliesOn)
        {
            Open(file.Get<Entry>(id, by), file);
        }

        var recalculation = RecalculationId is { } given ? file.Get<Recalculation>(given, by) : null;
        if (recalculation is not null)
        {
            Open(recalculation, file);
        }

        var beyond = Granted && Bounds(recalculation);
        yield return new Ruling
        {
            Id = Id,
            Standing = Standing.Filed,
            Sealed = true,
            SubjectId = motion.Id,
            Granted = Granted,
            NewTerm = Granted ? NewTerm : null,
            TimeServed = Granted && TimeServed,
            RecalculationId = RecalculationId,
            ReliesOn = ReliesOn,
            Text = Reasons,
            Beyond = beyond ? Beyond : null,
            BeyondText = beyond ? BeyondText : null,
        };
    }

    private static void Open(Entry entry, CaseFile file) =>
        Refuse.Unless(
            Access.IsOpenToBothSides(entry, file),
            $"The {entry.Kind} of {Wording.Date(DateOnly.FromDateTime(entry.At.UtcDateTime))} was not disclosed to both sides (USSG §6A1.3(a)). Disclose it and hear them, or leave it out."
        );

    /// <summary>Whether the term needs one of the three answers, which is then given.</summary>
    private bool Bounds(Recalculation? recalculation)
    {
        Refuse.Unless(NewTerm is >= 0, "A grant needs the new term in months; for time served the months served.");
        Refuse.Unless(recalculation is not null, "A grant rests on a recalculation that both sides have. Choose one of the case.");
        Refuse.Unless(
            recalculation!.Term is not { } term || NewTerm < term,
            $"A reduction gives less than the term of {new Months(recalculation.Term ?? 0)} months (18 U.S.C. 3582(c)(2)). Correct the term, or deny the motion."
        );
        var floor = recalculation.LowestTerm ?? recalculation.AmendedMinimum;
        if (recalculation.Outcome == Outcome.Eligible && NewTerm >= floor)
        {
            return false;
        }

        var why = recalculation.Outcome switch
        {
            Outcome.Eligible when floor is null => "The computation does not settle the lowest term.",
            Outcome.Eligible when recalculation.LowestTerm is null =>
                $"The computation does not settle the lowest term; the amended range begins at {new Months(floor!.Value)} months.",
            Outcome.Eligible => $"The term of {NewTerm} months is below the computed floor of {new Months(floor!.Value)} months.",
            var other => $"The computation says {DeterminationNames.Of(other)}.",
        };
        const string ToDo =
            "Correct a finding, choose another comparable method that the computation shows, or state the authority in words; the order is then marked so.";
        Answered(Beyond is not null, $"{why} {ToDo}");
        Answered(!string.IsNullOrWhiteSpace(BeyondText), $"{why} The answer needs words. {ToDo}");
        if (Beyond == BeyondComputation.OtherMethod)
        {
            var least = recalculation
                .OtherLowestTerms.Select(o => o.Split('='))
                .Where(o => o[0] == BeyondText)
                .Select(o => o[1] == "life" ? Months.Life : new Months(int.Parse(o[1], System.Globalization.CultureInfo.InvariantCulture)))
                .Cast<Months?>()
                .FirstOrDefault();
            Answered(
                least is { } lowest && NewTerm >= lowest.Value,
                $"{why} The computation shows these other methods: {string.Join(", ", recalculation.OtherLowestTerms)}. Name one of them and a term no lower."
            );
        }

        return true;
    }

    private static void Answered(bool holds, string question)
    {
        if (!holds)
        {
            throw new RefusedException(question) { AsksForAnswer = true };
        }
    }
}
