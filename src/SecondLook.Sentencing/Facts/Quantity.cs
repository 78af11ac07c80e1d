namespace SecondLook.Sentencing.Facts;

/// <summary>
/// A quantity as a record may know it: exactly, at least so much, or at least so much and less than so much.
/// Grams for weights, a number for plants, pills and units.
/// </summary>
/// <param name="AtLeast">The smallest it may be.</param>
/// <param name="LessThan">What it stays below; null where nothing bounds it. For an exact quantity null too.</param>
/// <param name="IsExact">True where it is <paramref name="AtLeast"/> and nothing else.</param>
public readonly record struct Quantity(decimal AtLeast, decimal? LessThan, bool IsExact)
{
    /// <summary>Any quantity at all.</summary>
    public static readonly Quantity Unknown = new(0, null, false);

    /// <summary>An exact quantity.</summary>
    public static Quantity Exactly(decimal amount) => new(amount, null, true);

    /// <summary>At least <paramref name="atLeast"/>, and less than <paramref name="lessThan"/> where that is known.</summary>
    public static Quantity Between(decimal atLeast, decimal? lessThan) => new(atLeast, lessThan, false);

    /// <summary>True where the quantity could be <paramref name="amount"/>.</summary>
    public bool Contains(decimal amount) => IsExact ? amount == AtLeast : amount >= AtLeast && (LessThan is not { } top || amount < top);
}
