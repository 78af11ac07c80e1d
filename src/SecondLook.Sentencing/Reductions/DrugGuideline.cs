namespace SecondLook.Sentencing.Reductions;

/// <summary>How a record's guideline is related to §2D1.1.</summary>
internal enum DrugGuideline
{
    /// <summary>§2D1.1 itself.</summary>
    Drug,

    /// <summary>Not recorded, and taken to be §2D1.1.</summary>
    Presumed,

    /// <summary>§2D1.11, which has quantity tables of its own.</summary>
    Chemical,

    /// <summary>A guideline that takes its level from §2D1.1.</summary>
    Borrowed,

    /// <summary>A guideline that has nothing to do with it.</summary>
    Other,
}
