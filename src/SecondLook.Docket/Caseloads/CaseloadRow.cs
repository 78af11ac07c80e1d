using SecondLook.Sentencing.Findings;

namespace SecondLook.Docket.Caseloads;

/// <summary>
/// One case in the caseload of one office: what the office's own latest recalculation says, and where the case stands as far as the office
/// may see. It follows from the entries and is written with them. It holds neither the lowest term nor its basis nor a range.
/// </summary>
public sealed class CaseloadRow
{
    /// <summary>The office.</summary>
    public required Guid OfficeId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The district.</summary>
    public required string District { get; init; }

    /// <summary>The number of the case.</summary>
    public required string DocketNumber { get; init; }

    /// <summary>The number of the defendant in it.</summary>
    public required int Defendant { get; init; }

    /// <summary>The name of the person.</summary>
    public required string Name { get; init; }

    /// <summary>The register number.</summary>
    public required string RegisterNumber { get; init; }

    /// <summary>The register number as far as it was given, to be shown.</summary>
    public string ShownNumber => Imports.ImportedIdentity.Told(RegisterNumber).Said;

    /// <summary>True for somebody who does not exist.</summary>
    public bool Synthetic { get; init; }

    /// <summary>The outcome; null where the office has not computed.</summary>
    public Outcome? Outcome { get; internal set; }

    /// <summary>The code of the reason, such as <c>career-offender</c>, where the answer is ineligible.</summary>
    public string? Reason { get; internal set; }

    /// <summary>The drug that the record names first.</summary>
    public string? Drug { get; internal set; }

    /// <summary>The account of the judge of the case, where the office may see the assignment.</summary>
    public Guid? JudgeId { get; internal set; }

    /// <summary>Where the case stands; null where the office has not computed.</summary>
    public Triage? Triage { get; internal set; }

    /// <summary>The day on which the person leaves as things stand; null where it is not known.</summary>
    public DateOnly? Release { get; internal set; }

    /// <summary>The day after a reduction, computed for everybody as <see cref="ReleaseDays.After"/> says.</summary>
    public DateOnly? ReleaseAfter { get; internal set; }

    /// <summary>The recalculation.</summary>
    public Guid? RecalculationId { get; internal set; }

    /// <summary>The import that stored it; null where it was entered by hand.</summary>
    public Guid? ImportId { get; internal set; }

    /// <summary>Such as <c>1:13-cr-00417-2</c>, as <see cref="Case.Name"/>.</summary>
    public string CaseName => Case.NameOf(DocketNumber, Defendant);

    /// <summary>The earlier of the days, for sorting; the last day of all where none is known.</summary>
    internal DateOnly Leaves { get; set; } = DateOnly.MaxValue;

    /// <summary>What is searched in, in small letters.</summary>
    internal string Searched { get; init; } = "";

    internal int Version { get; set; }

    /// <summary>Takes over what the entries of the case say to the office.</summary>
    /// <param name="file">The case with the new entries.</param>
    /// <param name="office">The accounts of the office.</param>
    internal void Follow(CaseFile file, IReadOnlyList<Account> office)
    {
        var own = file.Current<Recalculation>().Where(r => r.OfficeId == OfficeId).MaxBy(r => r.At);
        (RecalculationId, Outcome, Reason, Drug) = (own?.Id, own?.Outcome, own?.Reason, own?.Drug);
        (Release, ReleaseAfter) = (own?.Release, own?.ReleaseAfter);
        Leaves = ReleaseAfter ?? Release ?? DateOnly.MaxValue;
        var judge = file.Current<Appearance>().FirstOrDefault(a => a.Part == Part.Judge && !a.Ends && Visible(a));
        JudgeId = judge?.AccountId;
        Triage = Triaged.Of(Outcome, file.Entries.Where(Visible));
        Version++;

        bool Visible(Entry entry) => office.Count > 0 && office.All(account => Access.MayRead(entry, account, file));
    }
}
