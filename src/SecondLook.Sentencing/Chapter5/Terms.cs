using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Chapter5;

/// <summary>§5C1.2(b): the floor of the offense level for one to whom the safety valve applies.</summary>
public sealed record SafetyValveFloor
{
    /// <summary>The level determined under Chapters Two and Three is not less than this.</summary>
    public required int Level { get; init; }

    /// <summary>Months of the statutory minimum from which the floor applies.</summary>
    public required int MinimumFrom { get; init; }
}

/// <summary>§5C1.2(a)(1): how many criminal history points a person may have.</summary>
public sealed record SafetyValvePoints
{
    /// <summary>The most points, those that <see cref="OnePointOffensesAtMost"/> is about left out.</summary>
    public required int AtMost { get; init; }

    /// <summary>The most points that 1-point offenses can make, where they do not count; zero where they count.</summary>
    public int OnePointOffensesAtMost { get; init; }
}

/// <summary>§5G1.1: how statutory limits bound the range on a single count. It fixes no numbers.</summary>
public sealed record SingleCount
{
    /// <summary>
    /// A maximum below the range is the guideline sentence (a); a minimum above it is (b); otherwise any point that is not above the
    /// maximum and not below the minimum (c).
    /// </summary>
    /// <param name="table">The range of the sentencing table.</param>
    /// <param name="minimum">The statutory minimum; zero where there is none or where it is lifted.</param>
    /// <param name="maximum">The statutory maximum; life where there is none below it.</param>
    public static MonthRange Restrict(MonthRange table, Months minimum, Months maximum)
    {
        var min = Months.Max(table.Min, minimum);
        var max = Months.Max(table.Max, minimum);
        return new(Months.Min(min, maximum), Months.Min(max, maximum));
    }
}

/// <summary>§5G1.2: several counts.</summary>
public sealed record SeveralCounts
{
    /// <summary>(a): statutes whose term is determined by the statute and runs consecutively to any other, such as <c>18 USC 924(c)</c>.</summary>
    public required IReadOnlyList<string> Apart { get; init; }
}
