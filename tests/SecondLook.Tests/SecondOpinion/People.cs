namespace SecondLook.Tests.SecondOpinion;

/// <summary>
/// People of nobody under every Manual since November 1989, drawn so that the edges come up: amounts at a threshold, levels at a cap or a
/// floor, minimums beside a range, orders on the day on which the policy statement changes.
/// </summary>
internal sealed class People(ulong seed)
{
    public static readonly DateOnly[] Manuals =
    [
        .. Enumerable
            .Range(1989, 37)
            .Where(y => y is not (1996 or 1999 or 2017 or 2019 or 2020 or 2022))
            .Select(y => new DateOnly(y, 11, 1)),
        new(2000, 12, 16),
        new(2001, 5, 1),
        new(2006, 3, 27),
        new(2008, 5, 1),
    ];

    private static readonly DateOnly[] Orders =
    [
        new(1997, 11, 1),
        new(2002, 6, 3),
        new(2008, 3, 2),
        new(2008, 3, 3),
        new(2008, 4, 30),
        new(2008, 5, 1),
        new(2010, 7, 1),
        new(2011, 10, 31),
        new(2011, 11, 1),
        new(2013, 2, 1),
        new(2014, 10, 31),
        new(2014, 11, 1),
        new(2015, 11, 2),
        new(2017, 3, 1),
        new(2018, 6, 3),
        new(2018, 6, 4),
        new(2021, 1, 5),
        new(2023, 10, 31),
        new(2023, 11, 1),
        new(2024, 2, 1),
        new(2025, 6, 1),
        new(2026, 6, 1),
    ];

    private static readonly string[] Common =
    [
        "cocaine",
        "cocaine-base",
        "cocaine-base",
        "heroin",
        "methamphetamine",
        "methamphetamine-actual",
        "marihuana",
        "fentanyl",
    ];

    /// <summary>Names under which different Manuals weigh different things, and what the later notes fold into another name.</summary>
    private static readonly string[] LeftOut =
    [
        "oxycodone-gross",
        "oxycodone-actual",
        "hydrocodone-gross",
        "hydrocodone-actual",
        "dextroamphetamine",
        "methcathinone",
        "synthetic-cathinone",
        "schedule-3-hydrocodone",
    ];

    private static readonly string[][] OfOneFamily =
    [
        ["methamphetamine", "methamphetamine-actual", "ice"],
        ["amphetamine", "amphetamine-actual"],
        ["pcp", "pcp-actual"],
        ["marihuana", "marihuana-plants"],
    ];

    private readonly Dice dice = new(seed);

    public Person Next()
    {
        var manual = InForce(dice.Of(Manuals));
        var later = Orders.Where(o => o > manual).ToList();
        var order = later.Count == 0 ? new DateOnly(2026, 6, 1) : dice.Of(later);
        var person = new Person
        {
            Manual = manual,
            Order = order,
            Drugs = Drugs(manual),
            Characteristics = Characteristics(manual),
            Role = dice.Of(0, 0, 0, 0, 0, -2, -3, -4, 2, 3, 4),
            Obstruction = dice.Percent(12) ? 2 : 0,
        };
        var found = OtherRules.Through(OtherMeasures.Instead(person, dice), dice);
        var counted = OtherMeasures.Armed(Counted(OtherRules.Beside(found, dice)), dice);
        return Afterwards(Sentenced(Limited(counted)));
    }

    /// <summary>The first day of a Manual, or another on which it was in force.</summary>
    private DateOnly InForce(DateOnly manual)
    {
        var day = manual.AddDays(dice.Percent(25) ? dice.Below(300) : 0);
        return Manuals.Any(m => m > manual && m <= day) ? manual : day;
    }

    /// <summary>Whether the Manual's notes say how to weigh it: alone by its row, among others by its equivalency.</summary>
    public static bool Weighed(string substance, DateOnly manual, bool alone) =>
        substance == "marihuana-plants"
        || (substance == "oxycodone" && manual >= new DateOnly(1991, 11, 1))
        || (alone && DrugLevel.RowsOf(substance, manual) is not null)
        || (
            manual >= new DateOnly(1991, 11, 1)
            && DrugLevel.EquivalentOf(substance, manual) is not null
            && (!DrugLevel.Counted(substance, manual) || manual >= new DateOnly(2001, 11, 1))
        );

    private List<Held> Drugs(DateOnly manual)
    {
        var count = manual < new DateOnly(1991, 11, 1) ? 1 : dice.Of(1, 1, 1, 1, 1, 2, 2, 2, 3, 4);
        var held = new List<Held>();
        while (held.Count < count)
        {
            var substance =
                dice.Percent(60) ? dice.Of(Common)
                : dice.Percent(50) ? dice.Of(Keyed.QuantityTable).Substance
                : dice.Percent(20) ? "marihuana-plants"
                : dice.Of(Keyed.Equivalents).Substance;
            if (
                !LeftOut.Contains(substance)
                && (substance != "lsd" || manual >= new DateOnly(1993, 11, 1))
                && Weighed(substance, manual, count == 1)
                && held.All(h => h.Substance != substance && !OfOneFamily.Any(f => f.Contains(h.Substance) && f.Contains(substance)))
            )
            {
                held.Add(new(substance, Amount(substance, manual)));
            }
        }

        return held;
    }

    private decimal Amount(string substance, DateOnly manual)
    {
        var rows = Keyed.QuantityTable.Where(r => r.Substance == substance && r.Counted == DrugLevel.Counted(substance, manual)).ToList();
        var factor =
            rows.Count > 0 ? 1
            : substance == "marihuana-plants" ? dice.Of(100, 1000)
            : DrugLevel.EquivalentOf(substance, manual)!.Grams;
        var among =
            rows.Count > 0 ? dice.Of(rows).Levels : dice.Of(Keyed.QuantityTable.Where(r => r.Substance == "marihuana").ToList()).Levels;
        var least = dice.Of(among).AtLeast;
        var amount = Math.Max(least, among[^2].AtLeast / 2) / factor * dice.Of(90, 100, 100, 100, 101, 125, 240) / 100;
        return DrugLevel.Counted(substance, manual)
            ? Math.Ceiling(amount) - (dice.Percent(10) ? 1 : 0)
            : Math.Max(0.001m, Math.Round(amount, 3) - (dice.Percent(10) ? 0.001m : 0));
    }

    private List<Characteristic> Characteristics(DateOnly manual)
    {
        var known = Keyed.Characteristics.Where(c => c.Period.Holds(manual)).ToList();
        var found = new List<Characteristic>();
        foreach (var paragraph in known.GroupBy(c => c.Paragraph[..5]))
        {
            if (dice.Percent(10))
            {
                found.Add(dice.Of(paragraph.ToList()));
            }
        }

        return [.. found.OrderBy(c => int.Parse(c.Paragraph.Split('(', ')')[3], System.Globalization.CultureInfo.InvariantCulture))];
    }

    private Person Counted(Person person)
    {
        var career = person.Manual >= new DateOnly(1994, 11, 1) && dice.Percent(10) ? dice.Of(37, 37, 34, 34, 32, 29, 24, 17) : (int?)null;
        var other = career is null ? dice.Of(0, 0, 0, 0, 1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15) : dice.Of(6, 8, 12);
        var status =
            other > 0 && dice.Percent(40)
                ? person.Manual >= new DateOnly(2023, 11, 1)
                    ? (other >= 7 ? 1 : 0)
                    : 2
                : 0;
        var recency = person.Manual < new DateOnly(2010, 11, 1) && other >= 2 && dice.Percent(30) ? (status == 2 ? 1 : 2) : 0;
        var counted = person with { Career = career, OtherPoints = other, Status = status, Recency = recency };
        var weapon = person.Characteristics.Any(c => c.Paragraph == "(b)(1)");
        return counted with
        {
            Excluded =
                weapon ? "(7)"
                : person.Role > 0 ? "(10)"
                : dice.Percent(25) ? "(4)"
                : null,
            // 18 U.S.C. 3553(f) names 21 U.S.C. 841, 844, 846, 960 and 963, and not 860, which is what §2D1.2 is about.
            Valve =
                career is null
                && !person.IsChemical
                // Two levels from level 26 on are not in a record whose level rises to it with another measure (App. C, 657).
                && (person.Manual >= new DateOnly(2001, 11, 1) || person.Drugs.All(d => d.Substance != "oxycodone"))
                && person.Way is null or { TableAlone: false, Guideline: not ("2D1.14" or "2D1.2") }
                && counted.Points <= 1
                && !weapon
                && person.Role <= 0
                && person.Manual >= new DateOnly(1995, 11, 1)
                && dice.Percent(60),
        };
    }

    private Person Limited(Person person)
    {
        var minimum = dice.Of(0, 0, 0, 60, 60, 120, 120, 180, 240);
        var maximum = dice.Of(Term.Life, Term.Life, 480, 360, 240, 240, 120);
        minimum = Math.Min(minimum, maximum);
        var stated = person with { Minimum = person.IsChemical ? 0 : minimum, Maximum = maximum };
        var limited = OtherMeasures.Charged(stated, dice);
        minimum = limited.Minimum;
        return limited with
        {
            Lifted =
                minimum == 0 ? Lifted.No
                : limited.Valve ? (dice.Percent(15) ? Lifted.ByBoth : Lifted.ByValve)
                : dice.Percent(35) ? Lifted.ByAssistance
                : Lifted.No,
        };
    }

    /// <summary>With the acceptance that the level lets the court find, and a term.</summary>
    private Person Sentenced(Person person)
    {
        var before = RangeOpinion.Of(person, new HashSet<string>()).Compared;
        var third = person.Manual >= new DateOnly(1992, 11, 1) && before >= 16;
        person = person with { Acceptance = dice.Of(0, 2, third ? 3 : 2, third ? 3 : 2) };
        var range = RangeOpinion.Of(person, new HashSet<string>()).Range;
        var bound = person.Lifted == Lifted.No ? person.Minimum : 0;
        if (dice.Percent(4))
        {
            return person;
        }

        if (range.Min == Term.Life)
        {
            return person with { Imposed = Term.Life };
        }

        var term = range.Min * dice.Of(30, 50, 60, 75, 80, 90, 99, 100, 100, 100, 105, 110, 130) / 100;
        term = Math.Min(Math.Max(term, bound), person.Maximum);
        return person with
        {
            Imposed = term,
            Cut =
                term >= range.Min ? CutFor.Nothing
                : term < person.Minimum && person.Lifted == Lifted.ByAssistance ? CutFor.Assistance
                : dice.Of(
                    CutFor.Assistance,
                    CutFor.Assistance,
                    person.Order < new DateOnly(2008, 3, 3) ? CutFor.Other : CutFor.Variance,
                    CutFor.FastTrack,
                    CutFor.Other,
                    CutFor.History
                ),
        };
    }

    /// <summary>What came after the sentence: months served, an earlier reduction; and two grounds for one cut.</summary>
    private Person Afterwards(Person person)
    {
        if (person.Imposed is not { } term || term == Term.Life)
        {
            return person;
        }

        if (person.Cut == CutFor.Assistance && person.Order >= new DateOnly(2011, 11, 1) && term >= person.Minimum && dice.Percent(30))
        {
            return person with { Parts = dice.Of((20, 10), (25, 5), (10, 30), (40, 15)) };
        }

        if (dice.Percent(12) && person.Gun is null)
        {
            var served = dice.Of(term / 4, term / 2, term * 8 / 10, term * 9 / 10, term - 1);
            var began = person.Order.AddMonths(-served);
            return began >= person.Manual && began.Day == person.Order.Day ? person with { Served = served } : person;
        }

        (DateOnly On, string Amendment)[] orders = [(new(2009, 1, 5), "706"), (new(2012, 3, 1), "750"), (new(2016, 1, 5), "782")];
        var (on, amendment) = dice.Of(orders);
        var first = ReductionOpinion.Of(person with { Order = on });
        return dice.Percent(40) && on > person.Manual && on < person.Order && first is { Lowest: { } lowest } && lowest < term
            ? person with
            {
                Earlier = (on, amendment, lowest + dice.Below(term - lowest)),
            }
            : person;
    }
}
