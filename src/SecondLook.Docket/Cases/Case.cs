using SecondLook.Docket.Imports;

namespace SecondLook.Docket.Cases;

/// <summary>
/// A defendant in a criminal case of a district. It holds nothing but what the court's own docket has long made public: neither who opened
/// it here nor when.
/// </summary>
public sealed class Case
{
    /// <summary>The key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The person.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The district, such as <c>TNE</c>.</summary>
    public required string District { get; init; }

    /// <summary>The number of the case, such as <c>1:13-cr-00417</c>; codefendants share it.</summary>
    public required string DocketNumber { get; init; }

    /// <summary>The number of the defendant in it, from 1.</summary>
    public required int Defendant { get; init; }

    /// <summary>Raised by each act on the docket, not by work product: of two acts at once the second finds it changed. Nobody is shown it.</summary>
    internal int Version { get; set; }

    /// <summary>How many numbers its docket has given out.</summary>
    internal int Numbers { get; set; }

    /// <summary>Such as <c>1:13-cr-00417-2</c>; of an office's own case without a number, such as <c>record 7</c>.</summary>
    public string Name => NameOf(DocketNumber, Defendant);

    internal static string NameOf(string docketNumber, int defendant) =>
        ImportedIdentity.Told(docketNumber) switch
        {
            (ImportedIdentity.NotGiven, { } record) => $"record {record}",
            (var said, { } record) => $"{said}-{defendant} (record {record})",
            var (said, _) => $"{said}-{defendant}",
        };
}
