namespace SecondLook.Sentencing.Facts;

/// <summary>One thing in a record that cannot be read as it stands, in words for the person who must mend it.</summary>
/// <param name="Field">The path of the field, such as <c>offense.drugs[0].grams</c>; empty where it is the record as a whole.</param>
/// <param name="Found">What stands there, shortened where it is long.</param>
/// <param name="Reason">Why that cannot be.</param>
/// <param name="Suggestion">What to write instead.</param>
public sealed record RecordProblem(string Field, string Found, string Reason, string Suggestion)
{
    /// <summary>All of it as one line: <c>`offense.drugs[0].grams` is `-3`: a weight cannot be negative. Give grams of zero or more.</c></summary>
    public override string ToString() =>
        Field.Length == 0 ? $"{Sentence(Reason)} {Suggestion}"
        : Found.Length == 0 ? $"`{Field}`: {Reason}. {Suggestion}"
        : $"`{Field}` is `{Found}`: {Reason}. {Suggestion}";

    private static string Sentence(string reason) => $"{char.ToUpperInvariant(reason[0])}{reason[1..]}.";
}
