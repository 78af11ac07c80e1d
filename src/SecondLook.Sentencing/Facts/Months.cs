using System.Globalization;

namespace SecondLook.Sentencing.Facts;

/// <summary>A term of imprisonment in whole months, or life.</summary>
/// <param name="Value">Months; <see cref="int.MaxValue"/> stands for life, so that life is longer than any number of months.</param>
public readonly record struct Months(int Value) : IComparable<Months>
{
    /// <summary>Imprisonment for life.</summary>
    public static readonly Months Life = new(int.MaxValue);

    /// <summary>True for life.</summary>
    public bool IsLife => Value == int.MaxValue;

    /// <inheritdoc/>
    public int CompareTo(Months other) => Value.CompareTo(other.Value);

    /// <summary>Shorter than.</summary>
    public static bool operator <(Months a, Months b) => a.Value < b.Value;

    /// <summary>Longer than.</summary>
    public static bool operator >(Months a, Months b) => a.Value > b.Value;

    /// <summary>Not longer than.</summary>
    public static bool operator <=(Months a, Months b) => a.Value <= b.Value;

    /// <summary>Not shorter than.</summary>
    public static bool operator >=(Months a, Months b) => a.Value >= b.Value;

    /// <summary>The longer of two terms.</summary>
    public static Months Max(Months a, Months b) => a.Value >= b.Value ? a : b;

    /// <summary>The shorter of two terms.</summary>
    public static Months Min(Months a, Months b) => a.Value <= b.Value ? a : b;

    /// <summary>Months as a number, or <c>life</c>.</summary>
    public override string ToString() => IsLife ? "life" : Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A range of terms, such as a guideline range; both ends belong to it.</summary>
public readonly record struct MonthRange(Months Min, Months Max)
{
    /// <summary>A range of two numbers of months.</summary>
    public static MonthRange Of(int min, int max) => new(new Months(min), new Months(max));

    /// <summary>Such as <c>70-87</c> or <c>360-life</c>.</summary>
    public override string ToString() => $"{Min}-{Max}";
}
