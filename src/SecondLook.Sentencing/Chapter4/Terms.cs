using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Chapter4;

/// <summary>§4A1.1(a) to (c): points for prior sentences.</summary>
public sealed record PriorSentencePoints
{
    /// <summary>Points for each sentence of more than a year and a month.</summary>
    public required int Long { get; init; }

    /// <summary>Points for each sentence of at least sixty days.</summary>
    public required int Medium { get; init; }

    /// <summary>Points for each other sentence.</summary>
    public required int Other { get; init; }

    /// <summary>The most that other sentences can count together.</summary>
    public required int OtherAtMost { get; init; }
}

/// <summary>§4A1.1(e), formerly (d): the offense was committed under a criminal justice sentence.</summary>
public sealed record StatusPoints
{
    /// <summary>Points added.</summary>
    public required int Points { get; init; }

    /// <summary>The number of other points from which they are added.</summary>
    public required int FromOtherPoints { get; init; }
}

/// <summary>§4A1.1(e) until November 2010: less than two years after release.</summary>
public sealed record RecencyPoints
{
    /// <summary>Points added.</summary>
    public required int Points { get; init; }

    /// <summary>Points added where status points are added too.</summary>
    public required int PointsWithStatus { get; init; }
}

/// <summary>Chapter Five, Part A: the points from which each category begins.</summary>
public sealed record CriminalHistoryCategories
{
    /// <summary>The lowest number of points of categories I to VI.</summary>
    public required IReadOnlyList<int> FromPoints { get; init; }

    /// <summary>The category, 1 to 6, of a number of points.</summary>
    public int Of(int points)
    {
        var category = 1;
        while (category < FromPoints.Count && points >= FromPoints[category])
        {
            category++;
        }

        return category;
    }
}

/// <summary>§4C1.1: certain zero-point offenders.</summary>
public sealed record ZeroPointOffender
{
    /// <summary>Levels taken off, as a negative number.</summary>
    public required int Levels { get; init; }

    /// <summary>The paragraphs of (a) that exclude, such as <c>(2)</c>, with what they say in short.</summary>
    public required IReadOnlyDictionary<string, string> Exclusions { get; init; }

    /// <summary>The adjustments of Chapter Three that paragraphs of (a) name, such as <c>3B1.1</c>.</summary>
    public required IReadOnlyList<string> ExcludingAdjustments { get; init; }

    /// <summary>Whether the record states a paragraph of (a) that excludes, or a fact that one names.</summary>
    public bool IsExcluded(SentencingRecord record) =>
        record.CriminalHistory.ZeroPointExclusions is { Count: > 0 } || ExcludedBy(record) is not null;

    /// <summary>What else in the record excludes: an adjustment, or a base level for death or serious bodily injury ((a)(4)); null where nothing does.</summary>
    public string? ExcludedBy(SentencingRecord record)
    {
        var rule = record
            .Offense.Adjustments?.FirstOrDefault(a =>
                a.Levels > 0 && ExcludingAdjustments.Any(e => a.Rule.StartsWith(e, StringComparison.Ordinal))
            )
            ?.Rule;
        return rule is not null ? $"an adjustment under §{rule}"
            : record.Offense.BaseOffenseLevelFrom == BaseLevelSource.DeathOrInjury ? "a base level for death or serious bodily injury"
            : null;
    }
}
