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
    public required string RecordJson { get; init; }

    /// <summary>The determination with its findings, as JSON.</summary>
    public required string DeterminationJson { get; init; }

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
        var amended = Determination.Amended;
        IEnumerable<MonthRange> ranges =
            amended is null ? []
            : amended.Range is { } one ? [one]
            : amended.Readings;
        yield return new Recalculation
        {
            Id = Id,
            Standing = Standing.WorkProduct,
            Sealed = true,
            SupersedesId = Corrects,
            RecordJson = Sentencing.Facts.RecordJson.Write(Record),
            DeterminationJson = Sentencing.Findings.DeterminationJson.Text(Determination),
            LawFingerprint = Determination.Law,
            EngineVersion = EngineVersion,
            Amendments = Determination.Amendments,
            Outcome = Determination.Outcome,
            Term = (Record.EarlierReductions is [.., { } last] ? last.Months : Record.Sentence.Months)?.Value,
            LowestTerm = Determination.LowestTerm?.Months.Value,
            OtherLowestTerms = [.. Determination.LowestTerm?.Others.Select(o => $"{o.Method}={o.Months}") ?? []],
            AmendedMinimum = ranges.Select(r => (int?)r.Min.Value).Max(),
            EarliestEffective = Determination.EarliestEffective,
        };
    }
}
