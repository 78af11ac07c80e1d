using SecondLook.Sentencing.Findings;

namespace SecondLook.Docket.Caseloads;

/// <summary>In which order a caseload stands.</summary>
public enum CaseloadOrder
{
    /// <summary>Who leaves first, first.</summary>
    Leaving,

    /// <summary>By the number of the case.</summary>
    Number,
}

/// <summary>Which cases of a caseload; what is null does not matter.</summary>
public sealed record CaseloadFilter
{
    /// <summary>Every case.</summary>
    public static readonly CaseloadFilter Everything = new();

    /// <summary>The outcome.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>True for the cases that the office has not computed.</summary>
    public bool NotComputed { get; init; }

    /// <summary>The code of the reason.</summary>
    public string? Reason { get; init; }

    /// <summary>The district.</summary>
    public string? District { get; init; }

    /// <summary>The drug named first.</summary>
    public string? Drug { get; init; }

    /// <summary>The account of the judge.</summary>
    public Guid? JudgeId { get; init; }

    /// <summary>Where the case stands.</summary>
    public Triage? Triage { get; init; }

    /// <summary>The person leaves on this day or later, after a reduction where there may be one.</summary>
    public DateOnly? LeavesFrom { get; init; }

    /// <summary>The person leaves on this day or before.</summary>
    public DateOnly? LeavesTo { get; init; }

    /// <summary>A part of the name, the number of the case or the register number.</summary>
    public string? Text { get; init; }

    /// <summary>The import that stored it.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>The order.</summary>
    public CaseloadOrder Order { get; init; }

    /// <summary>The cases whose persons leave within some days of a day, that day counted.</summary>
    public CaseloadFilter Within(int days, DateOnly from) => this with { LeavesFrom = from, LeavesTo = from.AddDays(days) };
}

/// <summary>A part of a caseload.</summary>
/// <param name="Rows">The cases.</param>
/// <param name="HasMore">True where more follow.</param>
public sealed record CaseloadPage(IReadOnlyList<CaseloadRow> Rows, bool HasMore);

/// <summary>How many cases of a filter, whatever its outcome and standing, have which outcome.</summary>
/// <param name="Outcomes">The number by outcome.</param>
/// <param name="Triage">The number by standing.</param>
/// <param name="NotComputed">Those that the office has not computed.</param>
public sealed record CaseloadCounts(IReadOnlyDictionary<Outcome, int> Outcomes, IReadOnlyDictionary<Triage, int> Triage, int NotComputed)
{
    /// <summary>All of them.</summary>
    public int Total => Outcomes.Values.Sum() + NotComputed;
}

/// <summary>What a caseload can be filtered by: the values that occur in it.</summary>
public sealed record CaseloadChoices(
    IReadOnlyList<string> Reasons,
    IReadOnlyList<string> Districts,
    IReadOnlyList<string> Drugs,
    IReadOnlyList<Account> Judges
);

/// <summary>A filter that an account keeps under a name.</summary>
public sealed record SavedView(string Name, CaseloadFilter Filter);

/// <summary>The saved view, as it is stored.</summary>
internal sealed class StoredView
{
    public required Guid AccountId { get; init; }

    public required string Name { get; init; }

    public required string Filter { get; set; }
}

/// <summary>Cases of an office that are worked on together, such as motions that both sides agree on. It is the office's own.</summary>
public sealed class CaseBatch
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The cases, in the order in which they were chosen.</summary>
    public required IReadOnlyList<Guid> Cases { get; init; }

    /// <summary>The office.</summary>
    public Guid OfficeId { get; internal set; }

    /// <summary>Who made it.</summary>
    public Guid ById { get; internal set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; internal set; }
}
