using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Findings;

/// <summary>What a finding's value is.</summary>
public enum ValueKind
{
    /// <summary>An offense level, a number of levels or points.</summary>
    Number,

    /// <summary>Kilograms of marihuana equivalent or converted drug weight.</summary>
    Kilograms,

    /// <summary>A criminal history category, 1 to 6.</summary>
    Category,

    /// <summary>A range of months.</summary>
    Range,

    /// <summary>A term in months.</summary>
    Term,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A ratio, such as the term over the minimum of the range.</summary>
    Ratio,

    /// <summary>A number of days.</summary>
    Days,

    /// <summary>A date, by its day number.</summary>
    Date,
}

/// <summary>The value of a finding, without boxing.</summary>
public readonly record struct FindingValue(ValueKind Kind, decimal Number, MonthRange Range)
{
    /// <summary>A level, a number of levels, or points.</summary>
    public static implicit operator FindingValue(int number) => new(ValueKind.Number, number, default);

    /// <summary>Yes or no.</summary>
    public static implicit operator FindingValue(bool yes) => new(ValueKind.YesNo, yes ? 1 : 0, default);

    /// <summary>A range.</summary>
    public static implicit operator FindingValue(MonthRange range) => new(ValueKind.Range, 0, range);

    /// <summary>A term.</summary>
    public static implicit operator FindingValue(Months term) => new(ValueKind.Term, 0, new MonthRange(term, term));

    /// <summary>Kilograms.</summary>
    public static FindingValue Kilograms(decimal kilograms) => new(ValueKind.Kilograms, kilograms, default);

    /// <summary>A category, 1 to 6.</summary>
    public static FindingValue Category(int category) => new(ValueKind.Category, category, default);

    /// <summary>A date.</summary>
    public static implicit operator FindingValue(DateOnly day) => new(ValueKind.Date, day.DayNumber, default);

    /// <summary>A number of days.</summary>
    public static FindingValue Days(int days) => new(ValueKind.Days, days, default);

    /// <summary>A ratio.</summary>
    public static FindingValue Ratio(decimal ratio) => new(ValueKind.Ratio, ratio, default);
}

/// <summary>
/// A conclusion with its reasons: what was found, under which provision, from which findings and facts. <i>Finding</i> is the court's
/// own word for a conclusion of fact; here it also covers each step of the computation that follows.
/// </summary>
public sealed class Finding
{
    private static readonly Finding[] Nothing = [];

    /// <summary>A finding; its text is put together only when someone reads it.</summary>
    public Finding(
        Step step,
        FindingValue value,
        Provision law,
        string? facts = null,
        int paragraph = 0,
        params ReadOnlySpan<Finding?> basis
    )
    {
        Step = step;
        Value = value;
        Law = law;
        Facts = facts;
        Paragraph = paragraph;
        Basis = Known(basis);
    }

    /// <summary>Which step of the calculation it is.</summary>
    public Step Step { get; }

    /// <summary>What was found.</summary>
    public FindingValue Value { get; }

    /// <summary>The provision that makes it so.</summary>
    public Provision Law { get; }

    /// <summary>The paragraph of the provision, such as the row of the Drug Quantity Table; zero for none.</summary>
    public int Paragraph { get; }

    /// <summary>The facts of the record that it rests on, as record paths separated by blanks; null for none.</summary>
    public string? Facts { get; }

    /// <summary>The findings it rests on.</summary>
    public IReadOnlyList<Finding> Basis { get; }

    /// <summary>The provision with the paragraph, such as <c>USSG §2D1.1(c)(7)</c>.</summary>
    public string Citation => Paragraph == 0 ? Law.Citation : $"{Law.Citation}({Paragraph})";

    private static Finding[] Known(ReadOnlySpan<Finding?> basis)
    {
        var count = 0;
        foreach (var finding in basis)
        {
            count += finding is null ? 0 : 1;
        }

        var known = count == 0 ? Nothing : new Finding[count];
        var next = 0;
        foreach (var finding in basis)
        {
            if (finding is not null)
            {
                known[next++] = finding;
            }
        }

        return known;
    }
}
