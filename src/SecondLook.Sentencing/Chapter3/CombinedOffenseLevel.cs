namespace SecondLook.Sentencing.Chapter3;

/// <summary>One line of the table of §3D1.4.</summary>
public sealed record UnitIncrease
{
    /// <summary>The most units of the line; null for the last.</summary>
    public decimal? UnitsUpTo { get; init; }

    /// <summary>Levels added.</summary>
    public required int Levels { get; init; }
}

/// <summary>§3D1.4: the combined offense level of several groups of closely related counts.</summary>
public sealed record CombinedOffenseLevel
{
    private const decimal Half = 0.5m;

    /// <summary>(a): a group this many levels less serious than the highest still counts as one unit.</summary>
    public required int FullUnitTo { get; init; }

    /// <summary>(b): a group this many levels less serious still counts as one-half unit; (c) below it a group is disregarded.</summary>
    public required int HalfUnitTo { get; init; }

    /// <summary>What is added, by the number of units.</summary>
    public required IReadOnlyList<UnitIncrease> Increases { get; init; }

    /// <summary>The units of a group of this level beside one of the highest level.</summary>
    public decimal UnitsOf(int level, int highest) =>
        highest - level <= FullUnitTo ? 1
        : highest - level <= HalfUnitTo ? Half
        : 0;

    /// <summary>The combined level of a group and the others.</summary>
    public int Of(int level, IReadOnlyList<int> others)
    {
        var highest = Math.Max(level, others.Max());
        var units = UnitsOf(level, highest) + others.Sum(o => UnitsOf(o, highest));
        return highest + Increases.First(i => i.UnitsUpTo is not { } most || units <= most).Levels;
    }
}

/// <summary>§1B1.1(a)(3): the adjustments of Chapter Three, Parts A to C, as far as they have no file of their own. It fixes no numbers.</summary>
public sealed record ChapterThreeAdjustments;
