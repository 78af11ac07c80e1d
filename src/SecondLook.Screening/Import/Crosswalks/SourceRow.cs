namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>One row of a table, whatever the table is.</summary>
internal abstract class SourceRow
{
    /// <summary>What a cell says.</summary>
    /// <param name="column">The place of the column in the table, from zero.</param>
    public abstract FieldValue this[int column] { get; }
}
