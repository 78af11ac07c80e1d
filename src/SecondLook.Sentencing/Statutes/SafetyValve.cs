namespace SecondLook.Sentencing.Statutes;

/// <summary>18 U.S.C. 3553(f): whose statutory minimum the safety valve may lift.</summary>
public sealed record SafetyValve
{
    /// <summary>The most criminal history points, those that <see cref="OnePointOffensesAtMost"/> is about left out.</summary>
    public required int PointsAtMost { get; init; }

    /// <summary>The most points that 1-point offenses can make, where they do not count; zero where they count.</summary>
    public required int OnePointOffensesAtMost { get; init; }

    /// <summary>The offenses whose minimum may be lifted, such as <c>21 USC 841</c>.</summary>
    public required IReadOnlyList<string> Offenses { get; init; }

    /// <summary>True where no history with so many points, or more, can meet the first criterion.</summary>
    public bool Bars(int points) => points > PointsAtMost + OnePointOffensesAtMost;
}
