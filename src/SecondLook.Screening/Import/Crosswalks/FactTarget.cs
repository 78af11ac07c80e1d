namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>A fact of the record that a column can say.</summary>
internal abstract class FactTarget
{
    /// <summary>What the fact is, for messages: <c>a whole number from 0 to 300</c>.</summary>
    public abstract string Wanted { get; }

    /// <summary>Takes a value; false where it is none that this fact can have.</summary>
    public abstract bool TrySet(RecordDraft draft, in FieldValue value, FactWords words);
}
