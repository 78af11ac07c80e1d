namespace SecondLook.Tests.SecondOpinion;

/// <summary>What is measured otherwise than by the Drug Quantity Table alone, and terms and counts beside it.</summary>
internal static class OtherMeasures
{
    private static readonly DateOnly ByTheDose = new(1993, 11, 1);

    /// <summary>The program does not cover §2D1.11 since then (docs/coverage.md).</summary>
    private static readonly DateOnly ChangesNotRead = new(2018, 11, 1);

    /// <summary>Some with LSD on a carrier, oxycodone in pills, or a chemical for MDMA in place of the drugs.</summary>
    public static Person Instead(Person person, Dice dice)
    {
        if (!dice.Percent(person.Manual < ByTheDose ? 25 : 9))
        {
            return person;
        }

        var kind = dice.Below(3);
        if (kind == 0 && Keyed.Chemicals.Any(c => c.Period.Holds(person.Manual)) && person.Manual < ChangesNotRead)
        {
            return person with
            {
                Drugs = [new(dice.Of("safrole", "isosafrole"), Chemical(person.Manual, dice))],
                Characteristics = [.. person.Characteristics.Where(c => c.Paragraph == "(b)(1)")],
            };
        }

        var held = kind == 1 && person.Manual >= new DateOnly(1991, 11, 1) ? Oxycodone(person.Manual, dice) : Lsd(person.Manual, dice);
        var others = person.Manual >= new DateOnly(1991, 11, 1) && dice.Percent(40) ? person.Drugs.Where(d => d.Substance != "lsd") : [];
        var all = others.Take(2).ToList();
        // What stands alone may have a row and no equivalency.
        return all.Any(d => !People.Weighed(d.Substance, person.Manual, alone: false))
            ? person with
            {
                Drugs = [held],
            }
            : person with
            {
                Drugs = [held, .. all],
            };
    }

    /// <summary>Some with a count under 18 U.S.C. 924(c) beside the weapon, or without one.</summary>
    public static Person Armed(Person person, Dice dice)
    {
        var weapon = person.Characteristics.Any(c => c.Paragraph == "(b)(1)");
        if (person.Career is not null || person.IsChemical || person.Way is not null || !dice.Percent(weapon ? 40 : 4))
        {
            return person;
        }

        // Since November 2000 note 2, later 4, of §2K2.4 keeps the weapon out where the term is for the drug offense.
        return person with
        {
            Gun = (!weapon || person.Manual < new DateOnly(2000, 11, 1)) && dice.Percent(70),
            Excluded = "(7)",
            Valve = false,
        };
    }

    /// <summary>Every fourth with counts that give the limits.</summary>
    public static Person Charged(Person person, Dice dice)
    {
        if (person.Way is not null || person.IsChemical || !dice.Percent(25))
        {
            return person;
        }

        var charges = new List<Charge>();
        for (var left = dice.Of(1, 1, 1, 2, 3); left > 0; left--)
        {
            charges.Add(Charge(person, dice));
        }

        if (person.Others.Count > 0)
        {
            charges.Add(new("18 USC 922(g)(1)", 0) { Stated = new(0, 120) });
        }

        var limits = CountOpinion.Of(charges, person.Manual, CountOpinion.OffenseOf(person));
        return limits.Min == Term.Life ? person : person with { Charges = charges, Minimum = limits.Min, Maximum = limits.Max };
    }

    private static Charge Charge(Person person, Dice dice)
    {
        var held = person.Drugs[0];
        var priors = dice.Of(0, 0, 0, 1, 2);
        if (dice.Percent(50) || CountOpinion.LeastOf(held.Substance, person.Manual, CountOpinion.OffenseOf(person)) is not { } least)
        {
            var paragraph = dice.Of('A', 'B', 'B', 'C', 'C');
            return new($"21 USC 841(b)(1)({paragraph})", priors) { Paragraph = paragraph };
        }

        var amount = dice.Of(held.Amount, held.Amount / 2, least.OfA, least.OfB, least.OfB / 2, least.BelowIsD ?? least.OfA);
        amount = Math.Max(1, Math.Floor(Math.Min(amount, held.Amount))) - (dice.Percent(30) ? 0.5m : 0);
        amount = held.Substance == "marihuana-plants" ? Math.Ceiling(amount) : amount;
        return new("21 USC 846", priors) { Substance = held.Substance, Amount = amount };
    }

    private static decimal Chemical(DateOnly manual, Dice dice)
    {
        if (manual < new DateOnly(2000, 11, 1) && dice.Percent(60))
        {
            return dice.Of(1.44m, 1440, 1920, dice.Below(1900) + 1.5m);
        }

        var rows = dice.Of(Keyed.Chemicals.Where(c => c.Period.Until is null || c.Period.Until > manual).ToList()).Levels;
        return Math.Max(0.01m, dice.Of(rows).AtLeast * dice.Of(90, 100, 100, 110, 130) / 100) - (dice.Percent(20) ? 0.01m : 0) + 0.001m;
    }

    /// <summary>Doses about a line of the table; before November 1993 a sheet that weighs a half to twenty milligrams for a dose.</summary>
    private static Held Lsd(DateOnly manual, Dice dice)
    {
        var line = dice.Of(dice.Of(Keyed.QuantityTable.Where(r => r.Substance == "lsd").ToList()).Levels).AtLeast;
        var doses = Math.Max(1, (int)(line / Keyed.Dose) + dice.Of(-1, 0, 0, 0, 1, 40));
        if (manual >= ByTheDose)
        {
            return new("lsd", doses * Keyed.Dose) { Doses = doses };
        }

        // The amounts at which the weight with the medium is on a line, or what these doses weigh.
        var weight = dice.Percent(40)
            ? dice.Of(dice.Of(Keyed.QuantityTable.Where(r => r.Substance == "lsd").ToList()).Levels).AtLeast
            : doses * dice.Of(0.3m, 0.5m, 2, 5, 8, 20) / 1000;
        return new("lsd", Math.Max(0.001m, Math.Round(weight, 3))) { Doses = doses };
    }

    private static Held Oxycodone(DateOnly manual, Dice dice)
    {
        var line = dice.Of(Keyed.QuantityTable.First(r => r.Substance == "marihuana" && r.Period.Holds(manual)).Levels).AtLeast;
        var actual = Math.Max(0.01m, Math.Round(line / 6700, 2) + dice.Of(-0.01m, 0, 0, 0.01m));
        if (manual >= new DateOnly(2003, 11, 1) && dice.Percent(50))
        {
            return new("oxycodone", actual);
        }

        // App. C, 657, reasons: 0.9 percent of a Percocet, 7.4 percent and more of an OxyContin.
        var gross = dice.Percent(50) ? Math.Round(actual * 1000 / dice.Of(9, 74, 75, 148, 296, 900), 2) : Math.Round(line / 500, 2);
        return new("oxycodone", Math.Max(gross, actual)) { Actual = actual };
    }
}
