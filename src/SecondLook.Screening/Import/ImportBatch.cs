namespace SecondLook.Screening.Import;

/// <summary>
/// Some rows of a file that follow each other, cut off but not yet read. Reading them is most of the work, and different batches may be
/// read on different threads.
/// </summary>
public abstract class ImportBatch
{
    /// <summary>The place of the batch in the file, from zero.</summary>
    public long Index { get; internal set; }

    internal IdRegister? Ids { get; set; }

    /// <summary>
    /// Reads the rows, in the order of the file. To be called once for every batch. Batches may be begun on several threads, but in their
    /// order: a batch is finished only after those before it, because an id that is used twice is noticed where it is used again.
    /// </summary>
    public IReadOnlyList<ImportedRow> Read()
    {
        var rows = new List<ImportedRow>();
        try
        {
            ReadRows(rows);
        }
        finally
        {
            Ids?.Register(Index, rows, RenamesRepeatedIds);
        }

        return rows;
    }

    /// <summary>True where a row with an id already used is given a new one; in records of ours the id stays and a note says so.</summary>
    private protected virtual bool RenamesRepeatedIds => false;

    private protected abstract void ReadRows(List<ImportedRow> rows);
}
