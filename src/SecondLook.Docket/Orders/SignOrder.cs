using SecondLook.Sentencing.Findings;

namespace SecondLook.Docket.Orders;

/// <summary>
/// The public page of an order, in the shape of form AO 247: what anybody may read. It holds neither range nor floor nor basis, in any case.
/// </summary>
public sealed class Order : Entry
{
    /// <summary>The motion.</summary>
    public required Guid MotionId { get; init; }

    /// <summary>Upon whose motion.</summary>
    public required Movant UponMotionOf { get; init; }

    /// <summary>Whether it is granted.</summary>
    public required bool Granted { get; init; }

    /// <summary>The term of the last judgment in months, where it is stated.</summary>
    public int? LastTerm { get; init; }

    /// <summary>The new term in months.</summary>
    public int? NewTerm { get; init; }

    /// <summary>True where the new term is the time served.</summary>
    public bool TimeServed { get; init; }

    /// <summary>The day of the order.</summary>
    public required DateOnly SignedOn { get; init; }

    /// <summary>The day on which it takes effect; null for a denial.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The name and title of the judge.</summary>
    public required string SignedBy { get; init; }

    /// <summary>The day of the original judgment, where it is stated.</summary>
    public DateOnly? OriginalJudgmentOn { get; init; }

    /// <summary>The day of the previous amended judgment, where there is one and it is stated.</summary>
    public DateOnly? AmendedJudgmentOn { get; init; }

    /// <summary>The attorney for the defendant, where one is stated.</summary>
    public string? Attorney { get; init; }
}

/// <summary>The page that is not for the public docket: what the order rests on, and the mark where the method is the court's.</summary>
public sealed class RestrictedPage : Entry
{
    /// <summary>The recalculation on which it rests.</summary>
    public Guid? RecalculationId { get; init; }

    /// <summary>The mark: the term is not the computation's, and why.</summary>
    public BeyondComputation? Beyond { get; init; }
}

/// <summary>The judge who ruled signs the order, once. A signed order is never edited: another takes its place, with the reason.</summary>
public sealed record SignOrder : CaseAct
{
    /// <summary>The ruling.</summary>
    public required Guid RulingId { get; init; }

    /// <summary>The day of the order.</summary>
    public required DateOnly SignedOn { get; init; }

    /// <summary>The day on which it takes effect; none for a denial.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>The term of the last judgment, where it is to be stated.</summary>
    public int? LastTerm { get; init; }

    /// <summary>The day of the original judgment, where it is to be stated.</summary>
    public DateOnly? OriginalJudgmentOn { get; init; }

    /// <summary>The day of the previous amended judgment, where there is one and it is to be stated.</summary>
    public DateOnly? AmendedJudgmentOn { get; init; }

    /// <summary>The attorney for the defendant, where one is to be stated.</summary>
    public string? Attorney { get; init; }

    /// <summary>Further comments for the restricted page.</summary>
    public string? Comments { get; init; }

    /// <summary>The order whose place it takes.</summary>
    public Guid? Supersedes { get; init; }

    /// <summary>Why it takes its place.</summary>
    public string? Why { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        OnlyIn(file, by, "sign an order", Role.Judge);
        Refuse.Unless(Seen is not null, "Read the case before signing, and give the version that was read.");
        var ruling = file.Get<Ruling>(RulingId, by);
        Refuse.Unless(ruling.ById == by.Id, "The judge who ruled signs the order.");
        var motion = file.All<Motion>().Single(m => m.Id == ruling.SubjectId);
        var signed = file.Current<Order>().FirstOrDefault(o => o.SubjectId == ruling.Id);
        if (signed?.Id != Supersedes)
        {
            throw new OvertakenException(
                signed is null
                    ? "There is no signed order to supersede. Sign this one as the first."
                    : $"An order was signed on {Wording.Date(signed.SignedOn)}. Read it; a signed order is superseded, never edited."
            );
        }

        Refuse.Unless(signed is null || !string.IsNullOrWhiteSpace(Why), "Say why the order takes the place of the one that was signed.");
        Refuse.Unless(
            ruling.Granted == EffectiveOn is not null,
            "An order that grants needs the day on which it takes effect, and one that denies has none."
        );
        Refuse.Unless(
            (AmendedJudgmentOn ?? OriginalJudgmentOn ?? SignedOn) >= (OriginalJudgmentOn ?? DateOnly.MinValue)
                && (AmendedJudgmentOn ?? OriginalJudgmentOn ?? SignedOn) <= SignedOn,
            "The original judgment comes first, an amended one after it, and the order last. Correct the days."
        );
        if (EffectiveOn is { } effective)
        {
            Refuse.Unless(
                effective >= SignedOn,
                $"An order signed on {Wording.Date(SignedOn)} cannot take effect before that day. Choose a later day."
            );
            var (earliest, why) = Earliest(ruling, motion, file, law);
            Refuse.Unless(
                earliest is not { } first || effective >= first,
                $"The order may be signed now, but not take effect before {(earliest is { } day ? Wording.Date(day) : "")} ({why}). Choose that day or a later one."
            );
        }

        yield return new Order
        {
            Id = Id,
            Standing = Standing.Public,
            SubjectId = ruling.Id,
            SupersedesId = Supersedes,
            MotionId = motion.Id,
            UponMotionOf = motion.Movant,
            Granted = ruling.Granted,
            LastTerm = LastTerm,
            NewTerm = ruling.NewTerm,
            TimeServed = ruling.TimeServed,
            SignedOn = SignedOn,
            EffectiveOn = EffectiveOn,
            SignedBy = by.Name,
            OriginalJudgmentOn = OriginalJudgmentOn,
            AmendedJudgmentOn = AmendedJudgmentOn,
            Attorney = string.IsNullOrWhiteSpace(Attorney) ? null : Attorney.Trim(),
        };
        yield return new RestrictedPage
        {
            Id = Further(1),
            Standing = Standing.Filed,
            Sealed = true,
            SubjectId = Id,
            Text = string.Join("\n\n", new[] { Why, ruling.Text, ruling.BeyondText, Comments }.Where(t => !string.IsNullOrWhiteSpace(t))),
            RecalculationId = ruling.RecalculationId,
            Beyond = ruling.Beyond,
        };
    }

    /// <summary>The latest of the special instructions that bind the order: those of the amendments it rests on.</summary>
    private static (DateOnly? Day, string Why) Earliest(Ruling ruling, Motion motion, CaseFile file, Laws law)
    {
        var rests = file.All<Recalculation>().FirstOrDefault(r => r.Id == ruling.RecalculationId);
        var moved = rests is { Amendments.Count: > 0 } ? rests.Amendments : motion.Amendments;
        var listed = law
            .Library.Amendments.Where(a => moved.Contains(a.Id, StringComparer.Ordinal) && a.Retroactive?.OrdersNotBefore is not null)
            .Select(a => (a.Retroactive!.OrdersNotBefore, a.Retroactive.Citation))
            .Append((rests?.EarliestEffective, "the recalculation"))
            .Where(day => day.Item1 is not null)
            .OrderBy(day => day.Item1)
            .LastOrDefault();
        return (listed.Item1, listed.Item2 ?? "");
    }
}
