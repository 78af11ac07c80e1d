using SecondLook.Docket.Caseloads;
using SecondLook.Docket.Storage;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;
using Side = SecondLook.Docket.People.Side;

namespace SecondLook.Docket.Recalculations;

/// <summary>
/// A determination as it was made, with its record, its findings, the fingerprint of the law and the version of the program. It is never
/// computed again: a corrected record or a later release makes another one that stands beside it. Everything in it may show
/// cooperation, so it is sealed in every case.
/// </summary>
public sealed class Recalculation : Entry
{
    /// <summary>The record, as JSON.</summary>
    public string RecordJson
    {
        get => Packed.Text(PackedRecord);
        init => PackedRecord = Packed.Of(value);
    }

    /// <summary>The determination with its findings, as JSON.</summary>
    public string DeterminationJson
    {
        get => Packed.Text(PackedDetermination);
        init => PackedDetermination = Packed.Of(value);
    }

    /// <summary>The fingerprint of the law that was used.</summary>
    public required string LawFingerprint { get; init; }

    /// <summary>The version of the program.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>The amendments asked about, or all that moved something.</summary>
    public required IReadOnlyList<string> Amendments { get; init; }

    /// <summary>The outcome.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The term in force before the order in months, as the record has it; null where it does not say.</summary>
    public int? Term { get; init; }

    /// <summary>The lowest term in months; null where it is not computed or not settled.</summary>
    public int? LowestTerm { get; init; }

    /// <summary>The lowest term by other methods of a comparable reduction, such as <c>levels=60</c>.</summary>
    public required IReadOnlyList<string> OtherLowestTerms { get; init; }

    /// <summary>The greatest minimum of the amended range that a reading of the record gives, in months.</summary>
    public int? AmendedMinimum { get; init; }

    /// <summary>The earliest day on which an order may take effect; null where nothing sets one.</summary>
    public DateOnly? EarliestEffective { get; init; }

    /// <summary>The id of the record.</summary>
    public required string RecordId { get; init; }

    /// <summary>The code of the reason, where the answer is ineligible.</summary>
    public string? Reason { get; init; }

    /// <summary>The drug that the record names first.</summary>
    public string? Drug { get; init; }

    /// <summary>The day on which the person leaves as things stand; null where it is not known.</summary>
    public DateOnly? Release { get; init; }

    /// <summary>The day after a reduction, computed for everybody as <see cref="ReleaseDays.After"/> says.</summary>
    public DateOnly? ReleaseAfter { get; init; }

    internal byte[] PackedRecord { get; init; } = [];

    internal byte[] PackedDetermination { get; init; } = [];
}

/// <summary>Stores a determination for the own office; a motion, a response or a memorandum that rests on it discloses it.</summary>
public sealed record StoreRecalculation : CaseAct
{
    /// <summary>The record.</summary>
    public required SentencingRecord Record { get; init; }

    /// <summary>Its determination, with findings.</summary>
    public required Determination Determination { get; init; }

    /// <summary>The version of the program that made it.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>The recalculation whose place it takes, where the record is corrected.</summary>
    public Guid? Corrects { get; init; }

    internal override IEnumerable<Entry> Entries(CaseFile file, Account by, Laws law)
    {
        Refuse.Unless(by.Side != Side.None, $"{by.Name} works in no case.");
        Refuse.Unless(
            Determination.Id == Record.Id,
            $"The determination is of {Determination.Id} and the record is {Record.Id}. Determine the record, and store both together."
        );
        Refuse.Unless(
            Corrects is not { } corrected || file.Get<Recalculation>(corrected, by).OfficeId == by.OfficeId,
            "Another office's computation is answered with one's own, not corrected. Leave out what it corrects."
        );
        var days = ReleaseDays.Of(Record, Determination, DateOnly.FromDateTime(At.UtcDateTime), law.Library);
        yield return new ComputedRecord(Record, Determination, days, EngineVersion).Entry(Id, Corrects);
    }
}

/// <summary>A record with what was computed of it, ready to be stored: what is dear is done when it is made, on any thread.</summary>
internal sealed class ComputedRecord(SentencingRecord record, Determination determination, ReleaseDays days, string engineVersion)
{
    private readonly byte[] packedRecord = Packed.Of(RecordJson.Write(record));
    private readonly byte[] packedDetermination = Packed.Of(DeterminationJson.Text(determination));

    public string RecordId => record.Id;

    public bool Synthetic => record.Synthetic;

    public Recalculation Entry(Guid id, Guid? corrects)
    {
        var amended = determination.Amended;
        IEnumerable<MonthRange> ranges =
            amended is null ? []
            : amended.Range is { } one ? [one]
            : amended.Readings;
        return new Recalculation
        {
            Id = id,
            Standing = Standing.WorkProduct,
            Sealed = true,
            SupersedesId = corrects,
            PackedRecord = packedRecord,
            PackedDetermination = packedDetermination,
            LawFingerprint = determination.Law,
            EngineVersion = engineVersion,
            Amendments = determination.Amendments,
            Outcome = determination.Outcome,
            Term = (record.EarlierReductions is [.., { } last] ? last.Months : record.Sentence.Months)?.Value,
            LowestTerm = determination.LowestTerm?.Months.Value,
            OtherLowestTerms = [.. determination.LowestTerm?.Others.Select(o => $"{o.Method}={o.Months}") ?? []],
            AmendedMinimum = ranges.Select(r => (int?)r.Min.Value).Max(),
            EarliestEffective = determination.EarliestEffective,
            RecordId = record.Id,
            Reason = determination.Reason is { } reason ? DeterminationNames.Of(reason.Code) : null,
            Drug = record.Offense.Drugs?.Select(d => d.Substance).FirstOrDefault(d => d is not null),
            Release = days.Now,
            ReleaseAfter = days.After,
        };
    }
}
