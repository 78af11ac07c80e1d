using System.Collections.Concurrent;
using SecondLook.Screening.Import.Crosswalks;

namespace SecondLook.Screening.Import.Tables;

/// <summary>Readers of rows that the batches of one table use in turn, one at a time.</summary>
internal sealed class TableRows(BoundCrosswalk crosswalk, IReadOnlySet<string>? substances)
{
    private readonly ConcurrentBag<RowReader> idle = [];

    public string File => crosswalk.File;

    public RowReader Take() => idle.TryTake(out var reader) ? reader : new RowReader(crosswalk, substances);

    public void Return(RowReader reader) => idle.Add(reader);
}

/// <summary>Some rows of a table.</summary>
internal abstract class TableBatch : ImportBatch
{
    private protected override bool RenamesRepeatedIds => true;
}
