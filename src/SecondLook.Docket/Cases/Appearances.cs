namespace SecondLook.Docket.Cases;

/// <summary>What somebody is in a case.</summary>
public enum Part
{
    /// <summary>Counsel for the person.</summary>
    Counsel,

    /// <summary>Counsel for the government.</summary>
    Government,

    /// <summary>The probation officer of the case.</summary>
    Probation,

    /// <summary>The judge to whom the case is assigned.</summary>
    Judge,

    /// <summary>Somebody whom the court lets see what is sealed.</summary>
    Named,
}

/// <summary>Somebody appears in the case, or no longer does: those who appear are the ones named for what is sealed.</summary>
public sealed class Appearance : Entry
{
    /// <summary>Who.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The office of that account.</summary>
    public required Guid AccountOfficeId { get; init; }

    /// <summary>As what.</summary>
    public required Part Part { get; init; }

    /// <summary>True where it ends the appearance whose place it takes.</summary>
    public bool Ends { get; init; }

    /// <summary>True where the office is appointed under 18 U.S.C. 3006A.</summary>
    public bool Appointed { get; init; }
}

/// <summary>
/// Enters an appearance. The court enters anybody's; the government's counsel and the probation officer of the district enter their own.
/// Counsel for the person is entered by the court, after a look at codefendants.
/// </summary>
public sealed record EnterAppearance : CaseAct
{
    /// <summary>Who appears.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>As what.</summary>
    public required Part Part { get; init; }

    /// <summary>True where the court appoints counsel.</summary>
    public bool Appointed { get; init; }

    /// <summary>Why a conflict with a codefendant does not stand in the way, such as a waiver.</summary>
    public string? Waiver { get; init; }

    internal override IEnumerable<Guid> Names => [AccountId];

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        var who =
            file.Accounts.FirstOrDefault(a => a.Id == AccountId)
            ?? throw new RefusedException($"There is no account {AccountId}. Choose one from the list.");
        var own = AccountId == by.Id && by.District == file.Case.District && Part is Part.Government or Part.Probation;
        if (!own)
        {
            OnlyIn(file, by, $"enter the appearance of {who.Name}", Part == Part.Named ? [Role.Judge] : [Role.Judge, Role.Clerk]);
        }

        Refuse.Unless(
            Part switch
            {
                Part.Counsel => who.Role == Role.Defender,
                Part.Government => who.Role == Role.Prosecutor && who.District == file.Case.District,
                Part.Probation => who.Role == Role.Probation && who.District == file.Case.District,
                Part.Judge => who.Role == Role.Judge && who.District == file.Case.District,
                _ => true,
            },
            $"{who.Name} is a {who.Role.ToString().ToLowerInvariant()} of {who.District ?? "no district"} and cannot appear as {Part.ToString().ToLowerInvariant()} in {file.Case.Name}. Choose an account of that role."
        );
        if (Part == Part.Counsel && string.IsNullOrWhiteSpace(Waiver))
        {
            var conflict = file.Codefendants.FirstOrDefault(other => Access.IsCounsel(who.OfficeId, other));
            Refuse.Unless(
                conflict is null,
                $"The office of {who.Name} appears for a codefendant in {conflict?.Case.Name}. Appoint other counsel, or say why the conflict does not stand in the way."
            );
        }

        // A case has one judge: the new one takes the place of the old.
        var before = Part == Part.Judge ? file.Current<Appearance>().FirstOrDefault(a => a.Part == Part.Judge && !a.Ends) : null;
        yield return new Appearance
        {
            Id = Id,
            Standing = Standing.Filed,
            AccountId = AccountId,
            AccountOfficeId = who.OfficeId,
            Part = Part,
            Appointed = Appointed,
            Text = Waiver,
            SupersedesId = before?.Id,
        };
    }
}

/// <summary>Ends an appearance: counsel withdraws or is replaced. What was sealed is closed to that account from then on.</summary>
public sealed record EndAppearance : CaseAct
{
    /// <summary>The appearance.</summary>
    public required Guid AppearanceId { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        var ended = file.Get<Appearance>(AppearanceId, by);
        OnlyIn(file, by, "end an appearance", Role.Judge, Role.Clerk);
        yield return new Appearance
        {
            Id = Id,
            Standing = Standing.Filed,
            AccountId = ended.AccountId,
            AccountOfficeId = ended.AccountOfficeId,
            Part = ended.Part,
            Ends = true,
            SupersedesId = ended.Id,
        };
    }
}
