namespace SecondLook.Screening.Import;

/// <summary>One file, or one part of an archive, whose rows become records.</summary>
internal abstract class RowSource : IDisposable
{
    /// <summary>What kind of file it was taken for, in words for a progress line.</summary>
    public abstract string Description { get; }

    /// <summary>The rows in batches, in order. To be enumerated once, by one thread.</summary>
    public abstract IEnumerable<ImportBatch> Batches();

    /// <inheritdoc/>
    public abstract void Dispose();
}
