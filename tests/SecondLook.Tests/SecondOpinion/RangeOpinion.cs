namespace SecondLook.Tests.SecondOpinion;

/// <summary>§1B1.1(a): the range of a person under the Manual used, with the amendments in <c>put</c> substituted.</summary>
internal static class RangeOpinion
{
    public static Side Of(Person who, IReadOnlySet<string> put)
    {
        var person = put.Contains("599") && IsWithoutWeapon(who) ? WithoutWeapon(who) : who;
        var manual = person.Manual;
        var (quantity, open) = DrugLevel.Of(person.Drugs, manual, put);
        var (@base, level) = ChapterTwo(quantity, person);
        var group = level + person.Role + person.Obstruction;
        var adjusted = Combined(group, person.Others);
        var compared = person.Career is { } career ? Math.Max(adjusted, career) : adjusted;
        var accepted = compared - Acceptance(person, compared);
        if (person.Valve && person.Minimum >= 60 && manual >= new DateOnly(2001, 11, 1))
        {
            accepted = Math.Max(accepted, 17); // §5C1.2(b), App. C, 624
        }

        var points = Points(person, put);
        var zero = points == 0 && person.Excluded is null && (put.Contains("821B") || manual >= new DateOnly(2023, 11, 1));
        var total = zero ? accepted - 2 : accepted;
        var category = person.Career is null ? Category(points) : 6;
        var table = Keyed.Cell(manual, total, category);
        return new()
        {
            Quantity = quantity,
            Base = @base,
            Group = group,
            Adjusted = adjusted,
            Compared = compared,
            Accepted = accepted,
            Total = total,
            Points = points,
            Category = category,
            Table = table,
            Range = Restricted(table, person.Lifted is Lifted.ByValve or Lifted.ByBoth ? 0 : person.Minimum, person.Maximum),
            Open = open,
        };
    }

    /// <summary>Amendment 599: "Do not apply any weapon enhancement in the guideline for the underlying offense".</summary>
    public static bool IsWithoutWeapon(Person person) => person.Gun == true && person.Characteristics.Any(IsWeapon);

    private static Person WithoutWeapon(Person person) =>
        person with
        {
            Characteristics = [.. person.Characteristics.Where(c => !IsWeapon(c))],
        };

    private static bool IsWeapon(Characteristic characteristic) => characteristic.Paragraph == "(b)(1)";

    /// <summary>§5G1.1.</summary>
    public static Term Restricted(Term table, int minimum, int maximum) =>
        maximum < table.Min ? new(maximum, maximum)
        : minimum > table.Max ? new(minimum, minimum)
        : new(Math.Max(table.Min, minimum), Math.Min(table.Max, maximum));

    /// <summary>The level that the specific offense characteristics before the safety valve make, in the order of the Manual.</summary>
    public static int BeforeValve(int @base, Person person)
    {
        var level = @base;
        foreach (var characteristic in person.Characteristics)
        {
            level = Math.Max(level + characteristic.Levels, characteristic.IncreaseTo ?? 0);
        }

        return level;
    }

    public static ValveLevels? ValveOf(Person person) =>
        person.Valve ? Keyed.Valves.FirstOrDefault(v => v.Period.Holds(person.Manual)) : null;

    /// <summary>§2D1.1(a)(3), later (a)(5).</summary>
    public static int Capped(int quantity, Person person)
    {
        // §2D1.11(a) caps levels above 30, and this table has none.
        if (person.Role >= 0 || person.IsChemical || Keyed.RoleCaps.FirstOrDefault(c => c.Period.Holds(person.Manual)) is not { } cap)
        {
            return quantity;
        }

        var level = Math.Min(quantity - cap.Less.GetValueOrDefault(quantity), cap.AtMost ?? quantity);
        return person.Role == -4 ? Math.Min(level, cap.AtMostWithFour ?? level) : level;
    }

    /// <summary>The base offense level, and the level with every specific offense characteristic; §1B1.5(b).</summary>
    private static (int Base, int Level) ChapterTwo(int quantity, Person person)
    {
        if (person.Way is not { } way)
        {
            var capped = Capped(quantity, person);
            return (capped, Adjusted(capped, person));
        }

        var table = FromTable(quantity, person);
        var level = way.Of(way.TableAlone ? table : Adjusted(table, person));
        return (way.Of(table), person.Own is { } own ? Math.Max(level + own.Levels, own.IncreaseTo ?? 0) : level);
    }

    /// <summary>The level of the table with what a mitigating role makes of it.</summary>
    public static int FromTable(int quantity, Person person) => person.Way is { Capped: false } ? quantity : Capped(quantity, person);

    /// <summary>
    /// §3D1.4: one unit for the highest group, another for each from equal to 4 levels less serious, half a one from 5 to 8 levels; half
    /// units are counted in twos here.
    /// </summary>
    public static int Combined(int group, IReadOnlyList<int> others)
    {
        var highest = Math.Max(group, others.DefaultIfEmpty(group).Max());
        var halves = HalfUnits(group, highest) + others.Sum(o => HalfUnits(o, highest));
        return highest
            + halves switch
            {
                <= 2 => 0,
                3 => 1,
                4 => 2,
                5 or 6 => 3,
                <= 10 => 4,
                _ => 5,
            };
    }

    public static int HalfUnits(int level, int highest) =>
        (highest - level) switch
        {
            <= 4 => 2,
            <= 8 => 1,
            _ => 0,
        };

    private static int Adjusted(int @base, Person person)
    {
        var level = BeforeValve(@base, person);
        return ValveOf(person) is { } valve && level >= (valve.OnlyAt ?? 0) ? level - 2 : level;
    }

    /// <summary>§3E1.1(b): the third level only where the level before was 16 or more.</summary>
    private static int Acceptance(Person person, int before) => person.Acceptance == 3 && before < 16 ? 2 : person.Acceptance;

    /// <summary>
    /// §4A1.1. With 821 a point for status only beside seven or more others, and the old paragraph (e) on recency gives its two points
    /// where two for status are not given.
    /// </summary>
    public static int Points(Person person, IReadOnlySet<string> put)
    {
        if (!put.Contains("821A") || person.Status == 0)
        {
            return person.Points;
        }

        var others = person.OtherPoints + (person.Recency > 0 ? 2 : 0);
        return others + (others >= 7 ? 1 : 0);
    }

    private static int Category(int points) =>
        points switch
        {
            < 2 => 1,
            < 4 => 2,
            < 7 => 3,
            < 10 => 4,
            < 13 => 5,
            _ => 6,
        };
}
