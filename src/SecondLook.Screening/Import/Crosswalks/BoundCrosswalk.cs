namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>A crosswalk whose columns have been found in one table. Does not change, so that threads may share it.</summary>
internal sealed class BoundCrosswalk
{
    public required string File { get; init; }

    /// <summary>The column of the id; -1 where rows are named by their number.</summary>
    public required int Id { get; init; }

    /// <summary>The column of a name that is not unique; -1 where there is none.</summary>
    public required int SourceId { get; init; }

    public required bool UnlikelyIsUnknown { get; init; }

    public required bool? EveryAdjustment { get; init; }

    public required CompiledFact[] Facts { get; init; }

    public required (CompiledConditions When, string Says)[] Notes { get; init; }

    /// <summary>Record path to column, for every fact that this table can say.</summary>
    public required IReadOnlyDictionary<string, string> Columns { get; init; }

    /// <summary>The places of the columns that are read.</summary>
    public required IReadOnlySet<int> ColumnsRead { get; init; }
}
