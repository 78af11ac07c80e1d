using System.Buffers.Binary;
using System.Security.Cryptography;
using SecondLook.Docket.Caseloads;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Docket.Imports;

/// <summary>Some rows of an import that follow each other, to be stored whole or not at all.</summary>
public sealed record ImportedCases
{
    /// <summary>The import.</summary>
    public required Guid JobId { get; init; }

    /// <summary>The account that imports.</summary>
    public required Guid By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many rows were read before these.</summary>
    public required int From { get; init; }

    /// <summary>About how much of the file is read with these, in bytes.</summary>
    public long Position { get; init; }

    /// <summary>The rows that gave a record.</summary>
    public required IReadOnlyList<ImportedCase> Rows { get; init; }

    /// <summary>The rows that gave none.</summary>
    public required IReadOnlyList<RejectedCase> Rejected { get; init; }

    /// <summary>True where these are the last rows.</summary>
    public bool IsLast { get; init; }
}

/// <summary>
/// One row of an import, computed. What is dear is done when it is made, so that several threads can make them.
/// </summary>
public sealed class ImportedCase
{
    /// <summary>A row.</summary>
    /// <param name="row">Where it stands in its file.</param>
    /// <param name="identity">Whose case it is.</param>
    /// <param name="record">The record.</param>
    /// <param name="determination">Its determination, with findings.</param>
    /// <param name="days">The days of release.</param>
    /// <param name="engineVersion">The version of the program that made it.</param>
    public ImportedCase(
        long row,
        ImportedIdentity identity,
        SentencingRecord record,
        Determination determination,
        ReleaseDays days,
        string engineVersion
    )
    {
        Row = row;
        Identity = identity;
        Computed = new ComputedRecord(record, determination, days, engineVersion);
    }

    internal long Row { get; }

    internal ImportedIdentity Identity { get; }

    internal ComputedRecord Computed { get; }
}

/// <summary>
/// What a row says of the case. A row that gives the district, the number of the case, the register number and the name is in the court's
/// case. Any other, as those of the Commission, becomes a case of the importing office alone, told apart by the id of the record: it
/// shares nothing with a case of the court until somebody opens that by its number.
/// </summary>
/// <param name="District">The district.</param>
/// <param name="DocketNumber">The number of the case.</param>
/// <param name="Defendant">The number of the defendant; null is read as the first.</param>
/// <param name="RegisterNumber">The register number.</param>
/// <param name="Name">The name.</param>
public sealed record ImportedIdentity(string? District, string? DocketNumber, int? Defendant, string? RegisterNumber, string? Name)
{
    /// <summary>What stands where a row does not say.</summary>
    public const string NotGiven = "not given";

    internal bool IsWhole =>
        !string.IsNullOrWhiteSpace(District)
        && !string.IsNullOrWhiteSpace(DocketNumber)
        && !string.IsNullOrWhiteSpace(RegisterNumber)
        && !string.IsNullOrWhiteSpace(Name);

    /// <summary>The same, with every part filled in for an office and a record.</summary>
    internal ImportedIdentity Of(Guid office, string recordId)
    {
        if (IsWhole)
        {
            return new(District!.Trim(), DocketNumber!.Trim(), Defendant ?? 1, RegisterNumber!.Trim(), Name!.Trim());
        }

        var apart = $"(record {recordId}, {office.ToString("N")[..8]})";
        return new(Or(District), $"{Or(DocketNumber)} {apart}", Defendant ?? 1, $"{Or(RegisterNumber)} {apart}", Or(Name));
    }

    /// <summary>
    /// What a number that <see cref="Of"/> filled in says to a reader: as much of it as the row gave, and the record by which the case is told apart;
    /// no record for a number of the court's case.
    /// </summary>
    internal static (string Said, string? Record) Told(string number)
    {
        var at = number.IndexOf(" (record ", StringComparison.Ordinal);
        var end = number.LastIndexOf(", ", StringComparison.Ordinal);
        return at < 0 || end < at || number[^1] != ')' ? (number, null) : (number[..at], number[(at + " (record ".Length)..end]);
    }

    private static string Or(string? said) => string.IsNullOrWhiteSpace(said) ? NotGiven : said.Trim();
}

/// <summary>Keys that follow from the import and the row, so that a row sent twice is stored once.</summary>
internal static class ImportKeys
{
    public static Guid Of(Guid job, int row, byte what)
    {
        Span<byte> from = stackalloc byte[21];
        job.TryWriteBytes(from, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(from[16..], row);
        from[20] = what;
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(from, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80); // RFC 9562, version 8
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
