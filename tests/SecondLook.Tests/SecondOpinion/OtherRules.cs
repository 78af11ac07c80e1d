namespace SecondLook.Tests.SecondOpinion;

/// <summary>People whose level §2D1.1 does not make alone.</summary>
internal static class OtherRules
{
    /// <summary>Every fifth under a guideline that takes its level from §2D1.1.</summary>
    public static Person Through(Person person, Dice dice)
    {
        var ways = Keyed.Ways.Where(w => w.Period.Holds(person.Manual)).ToList();
        if (!dice.Percent(20) || ways.Count == 0 || person.IsChemical)
        {
            return person;
        }

        var way = dice.Of(ways);
        var own = Keyed
            .OwnCharacteristics.Where(o => o.Guideline == way.Guideline && o.Characteristic.Period.Holds(person.Manual))
            .Select(o => o.Characteristic)
            .ToList();
        return person with
        {
            Way = way,
            Own = own.Count > 0 && dice.Percent(60) ? dice.Of(own) : null,
            Characteristics = way.TableAlone ? [] : person.Characteristics,
            Role =
                way.Role == "none" ? 0
                : way.Role == "any" ? person.Role
                : Math.Max(0, person.Role),
        };
    }

    /// <summary>Every fifth with other groups of counts, most of them about as serious as the drug group.</summary>
    public static Person Beside(Person person, Dice dice)
    {
        if (!dice.Percent(20))
        {
            return person;
        }

        var group = RangeOpinion.Of(person, new HashSet<string>()).Group;
        return person with
        {
            Others =
            [
                .. Enumerable
                    .Range(0, dice.Of(1, 1, 1, 2, 3, 6))
                    .Select(_ => Math.Clamp(group + dice.Of(-10, -9, -8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 4, 5, 8, 9), 4, 43)),
            ],
        };
    }
}
