namespace SecondLook.Sentencing.Chapter2;

/// <summary>§2D1.1(a)(1) to (4): levels that do not come from the Drug Quantity Table.</summary>
public sealed record DeathOrInjuryLevels
{
    /// <summary>The levels, from paragraph (1) on.</summary>
    public required IReadOnlyList<int> Levels { get; init; }
}

/// <summary>§2D1.1(a)(5) (until 2009 (a)(3)): the level from the table where a mitigating role applies.</summary>
public sealed record MitigatingRoleCap
{
    /// <summary>Level from the table to levels taken off.</summary>
    public IReadOnlyDictionary<int, int> Reductions { get; init; } = new Dictionary<int, int>();

    /// <summary>The level that the result may not exceed, whatever the role; null where there is none.</summary>
    public int? NotMoreThan { get; init; }

    /// <summary>The level from the table above which <see cref="AboveDecreaseTo"/> applies; null where there is none.</summary>
    public int? Above { get; init; }

    /// <summary>The level to which a higher one is decreased; null where there is none.</summary>
    public int? AboveDecreaseTo { get; init; }

    /// <summary>The level that the result may not exceed for one who receives the full reduction of §3B1.2(a); null where there is none.</summary>
    public int? MinimalParticipantNotMoreThan { get; init; }

    /// <summary>Levels of the full reduction of §3B1.2(a), as a negative number.</summary>
    public int MinimalParticipantLevels { get; init; }

    /// <summary>The base offense level from the level of the table, for one who receives <paramref name="roleLevels"/> under §3B1.2.</summary>
    /// <param name="tableLevel">The level of the Drug Quantity Table.</param>
    /// <param name="roleLevels">Levels under §3B1.2, negative; zero where there is no mitigating role.</param>
    public int Apply(int tableLevel, int roleLevels)
    {
        if (roleLevels >= 0)
        {
            return tableLevel;
        }

        var level = tableLevel > Above ? AboveDecreaseTo ?? tableLevel : tableLevel - Reductions.GetValueOrDefault(tableLevel);
        level = Math.Min(level, NotMoreThan ?? level);
        return MinimalParticipantNotMoreThan is { } cap && roleLevels == MinimalParticipantLevels ? Math.Min(level, cap) : level;
    }
}

/// <summary>One specific offense characteristic of §2D1.1(b).</summary>
public sealed record OffenseCharacteristic
{
    /// <summary>Its number in this edition, such as <c>(b)(3)</c> or <c>(b)(13)(C)</c>, without the section.</summary>
    public required string Paragraph { get; init; }

    /// <summary>A name that does not move, such as <c>weapon</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Levels added, negative where subtracted; several where the text leaves a choice of options.</summary>
    public required IReadOnlyList<int> Levels { get; init; }

    /// <summary>"If the resulting offense level is less than level N, increase to level N"; null where there is no floor.</summary>
    public int? Floor { get; init; }

    /// <summary>It applies only where the level is at least this before it; null where it always applies.</summary>
    public int? OnlyFromLevel { get; init; }
}

/// <summary>§2D1.1(b): the specific offense characteristics, in the order in which they apply.</summary>
public sealed record SpecificOffenseCharacteristics
{
    /// <summary>The characteristics.</summary>
    public required IReadOnlyList<OffenseCharacteristic> Items { get; init; }

    private Dictionary<(string Rule, int Levels), int>? places;

    /// <summary>
    /// The place in the list of the characteristic that an adjustment names, by its number in this edition (<c>2D1.1(b)(3)</c>) or by a
    /// key that does not move (<c>2D1.1(b)(weapon)</c>); -1 where the edition has none. Where a number stands for several options, the
    /// number of levels tells which.
    /// </summary>
    public int IndexOf(string guideline, string rule, int levels)
    {
        places ??= AllPlaces(guideline);
        return places.TryGetValue((rule, levels), out var place) || places.TryGetValue((rule, 0), out place) ? place : -1;
    }

    /// <summary>Every name of every characteristic, with its levels and, for the first of a name, with any.</summary>
    private Dictionary<(string Rule, int Levels), int> AllPlaces(string guideline)
    {
        var all = new Dictionary<(string Rule, int Levels), int>();
        for (var i = 0; i < Items.Count; i++)
        {
            var item = Items[i];
            var option = item.Paragraph.LastIndexOf('(');
            foreach (var name in new[] { $"{guideline}{item.Paragraph}", $"{guideline}(b)({item.Key})" })
            {
                all.TryAdd((name, 0), i);
                foreach (var levels in item.Levels)
                {
                    all.TryAdd((name, levels), i);
                }
            }

            if (option > "(b)".Length)
            {
                foreach (var levels in item.Levels)
                {
                    all.TryAdd(($"{guideline}{item.Paragraph[..option]}", levels), i);
                }
            }
        }

        return all;
    }
}
