namespace SecondLook.Tests.SecondOpinion;

/// <summary>
/// §2D1.1(c) and its notes: the level of what was held, under the Manual of a day with the amendments in <c>put</c> substituted.
/// </summary>
internal static class DrugLevel
{
    private static readonly DateOnly LastBefore782 = new(2014, 10, 31);
    private static readonly string[] AtLeastTwelve =
    [
        "opiate",
        "stimulant",
        "hallucinogen",
        "synthetic-cathinone",
        "synthetic-cannabinoid",
    ];
    private static readonly string[] BesideFlunitrazepam = ["flunitrazepam", "depressant", "III", "III-hydrocodone", "IV", "V"];

    public static (int Level, bool Open) Of(IReadOnlyList<Held> found, DateOnly manual, IReadOnlySet<string> put)
    {
        if (found is [var chemical] && IsChemical(chemical.Substance))
        {
            return (Find(ChemicalRows(chemical.Substance, manual, put), chemical.Amount), false);
        }

        IReadOnlyList<Held> drugs = [.. found.Select(d => AsMeasured(d, manual, put))];
        return drugs is [var only] && only.Substance != "marihuana-plants" && RowsOf(only.Substance, manual) is not null
            ? Single(only, manual, put)
            : (Combined(drugs, manual, put), false);
    }

    public static bool IsChemical(string substance) => Keyed.Chemicals.Any(c => c.Substance == substance);

    /// <summary>Under Notes of the Drug Quantity Table that came with 488 (LSD by the dose) and 657 (oxycodone by its own weight).</summary>
    private static Held AsMeasured(Held held, DateOnly manual, IReadOnlySet<string> put)
    {
        if (held is { Substance: "lsd", Doses: { } doses } && (manual >= new DateOnly(1993, 11, 1) || put.Contains("488")))
        {
            return held with { Amount = doses * Keyed.Dose };
        }

        if (held.Substance != "oxycodone")
        {
            return held;
        }

        return manual >= new DateOnly(2003, 11, 1) || put.Contains("657")
            ? new("oxycodone-actual", held.Actual ?? held.Amount)
            : new("oxycodone-gross", held.Amount);
    }

    /// <summary>§2D1.11: 606 replaces the lines of (9) and (10), and 782 strikes levels and lines of every paragraph.</summary>
    private static IReadOnlyList<(int Level, decimal AtLeast)> ChemicalRows(string chemical, DateOnly manual, IReadOnlySet<string> put)
    {
        var day =
            put.Contains("782") ? new(2014, 11, 1)
            : put.Contains("606") ? new(2000, 11, 1)
            : manual;
        return Keyed.Chemicals.First(c => c.Substance == chemical && c.Period.Holds(day)).Levels;
    }

    /// <summary>Whether plants, pills or units are counted; before November 1995 the scheduled substances were weighed (App. C, 517).</summary>
    public static bool Counted(string substance, DateOnly manual) =>
        substance == "marihuana-plants"
        || Keyed.QuantityTable.FirstOrDefault(r => r.Substance == substance && r.Period.Holds(manual)) is { Counted: true };

    /// <summary>The highest level that the table has for these drugs, and the lowest.</summary>
    public static (int Highest, int Lowest) Ends(IReadOnlyList<Held> found, DateOnly manual)
    {
        if (found is [var chemical] && IsChemical(chemical.Substance))
        {
            return (30, 12);
        }

        IReadOnlyList<Held> drugs = [.. found.Select(d => AsMeasured(d, manual, new HashSet<string>()))];
        var rows = drugs is [var only] ? RowsOf(only.Substance, manual) : null;
        rows ??= RowsOf("marihuana", manual)!;
        var classes = drugs
            .Select(d => EquivalentOf(d.Substance, manual)?.Class ?? (d.Substance == "cocaine-base" ? "stimulant" : ""))
            .ToList();
        var lowest =
            manual >= new DateOnly(1992, 11, 1) && classes.Any(AtLeastTwelve.Contains) ? 12
            : classes.Contains("flunitrazepam") ? 8
            : 0;
        return (Math.Min(38, rows.Levels[0].Level), Math.Max(rows.Levels[^1].Level, lowest));
    }

    /// <summary>Every weight in marihuana that a gram or a unit has under this Manual or as amended.</summary>
    public static IReadOnlyList<decimal> Factors(string substance, DateOnly manual) =>
        substance switch
        {
            "marihuana-plants" => [100, 1000],
            "cocaine-base" => [20000, 3571, .. Keyed.CrackBesideOthers.Values.Distinct()],
            "pce" => [5790, 1000],
            _ => [EquivalentOf(substance, manual)?.Grams ?? 1],
        };

    /// <summary>What these drugs may weigh together; without cocaine base too, which one rule leaves aside.</summary>
    public static IReadOnlyList<decimal> WeightsOf(IReadOnlyList<Held> drugs, DateOnly manual)
    {
        IEnumerable<decimal> sums = [0];
        foreach (var held in drugs)
        {
            IReadOnlyList<decimal> weights = held switch
            {
                { Substance: "oxycodone" } => [held.Amount * 500, (held.Actual ?? held.Amount) * 6700],
                { Substance: "lsd", Doses: { } doses } => [held.Amount * 100000, doses * Keyed.Dose * 100000],
                { Substance: "cocaine-base" } => [0, .. Factors(held.Substance, manual).Select(f => f * held.Amount)],
                _ => [.. Factors(held.Substance, manual).Select(f => f * held.Amount)],
            };
            sums = sums.SelectMany(sum => weights.Select(weight => sum + weight));
        }

        return [.. sums.Distinct()];
    }

    public static Rows? RowsOf(string substance, DateOnly day) =>
        Keyed.QuantityTable.FirstOrDefault(r => r.Substance == substance && r.Period.Holds(day));

    public static Equivalent? EquivalentOf(string substance, DateOnly day) =>
        Keyed.Equivalents.FirstOrDefault(e => e.Substance == substance && e.Period.Holds(day));

    private static (int Level, bool Open) Single(Held held, DateOnly manual, IReadOnlySet<string> put)
    {
        var substance = held.Substance;
        var rows = Before782(substance, manual, put);
        var old = Find(rows, held.Amount);
        if (!put.Contains("782"))
        {
            return (old, false);
        }

        var latest = RowsOf(substance, LastBefore782);
        var stated = RowsOf(substance, new(2014, 11, 1));
        if (latest is null || stated is null || rows.SequenceEqual(latest.Levels))
        {
            return (Find((stated ?? RowsOf(substance, manual)!).Levels, held.Amount), false);
        }

        // The row was another one when 782 was written: it strikes the level and leaves the quantities (§2D1.1(c)(3) to (16) as
        // redesignated). Paragraphs (1), (2), (14) and (17) it wrote anew, with the quantities of 2014: there two texts meet.
        var lowest = stated.Levels[^1].Level;
        var byAct = Math.Max(old - 2, lowest);
        var byText = Find(stated.Levels, held.Amount);
        var weighedOnce = Counted(substance, LastBefore782) && !Counted(substance, manual);
        var writtenAnew = rows[0].Level == 38 && (byText >= 36 || old >= 38 || old <= 14);
        return (byAct, weighedOnce || (writtenAnew && byAct != byText));
    }

    /// <summary>The rows of one substance, with 505, 706 and 750 in the places that they took.</summary>
    private static IReadOnlyList<(int Level, decimal AtLeast)> Before782(string substance, DateOnly manual, IReadOnlySet<string> put)
    {
        if (substance == "cocaine-base" && put.Contains("750A"))
        {
            return RowsOf(substance, new(2010, 11, 1))!.Levels;
        }

        if (substance == "cocaine-base" && put.Contains("706"))
        {
            return RowsOf(substance, new(2007, 11, 1))!.Levels;
        }

        var rows = RowsOf(substance, manual)!.Levels;
        return put.Contains("505") ? [.. rows.Where(r => r.Level <= 38)] : rows;
    }

    private static int OfMarihuana(decimal grams, DateOnly manual, IReadOnlySet<string> put) =>
        put.Contains("782") ? Find(RowsOf("marihuana", new(2014, 11, 1))!.Levels, grams) : Find(Before782("marihuana", manual, put), grams);

    private static int Find(IReadOnlyList<(int Level, decimal AtLeast)> rows, decimal amount) => rows.First(r => amount >= r.AtLeast).Level;

    private static int Combined(IReadOnlyList<Held> drugs, DateOnly manual, IReadOnlySet<string> put)
    {
        var crack = drugs.Where(d => d.Substance == "cocaine-base").Sum(d => d.Amount);
        var others = drugs.Where(d => d.Substance != "cocaine-base").ToList();
        if (crack == 0 || others.Count == 0)
        {
            return Converted(drugs, 0, manual, put);
        }

        if (manual >= new DateOnly(2010, 11, 1) || put.Contains("750A"))
        {
            return Converted(drugs, 3571, manual, put);
        }

        if (manual >= new DateOnly(2008, 5, 1) || put.Contains("715"))
        {
            var all = Converted(drugs, 20000, manual, put);
            var without = Converted(others, 0, manual, put);
            return crack >= 4500 || crack < 0.25m || all - 2 < without ? all : all - 2;
        }

        if (manual >= new DateOnly(2007, 11, 1) || put.Contains("706"))
        {
            var alone = Find(Before782("cocaine-base", manual, put), crack);
            return Converted(drugs, Keyed.CrackBesideOthers[alone], manual, put);
        }

        return Converted(drugs, 20000, manual, put);
    }

    /// <summary>Note 10(B), later 8(B): convert each, cap the schedules, add up, look up; not below the minimum levels.</summary>
    private static int Converted(IReadOnlyList<Held> drugs, decimal crackGrams, DateOnly manual, IReadOnlySet<string> put)
    {
        var weights = drugs.Select(d => (Class: ClassOf(d, manual), Grams: Weight(d, crackGrams, manual, put))).ToList();
        var level = OfMarihuana(Total(weights, put.Contains("782") ? new(2014, 11, 1) : manual), manual, put);
        var classes = weights.Select(w => w.Class).ToList();
        if (manual >= new DateOnly(1992, 11, 1) && classes.Any(AtLeastTwelve.Contains))
        {
            level = Math.Max(level, 12);
        }

        return classes.Contains("flunitrazepam") && classes.All(BesideFlunitrazepam.Contains) ? Math.Max(level, 8) : level;
    }

    private static string ClassOf(Held held, DateOnly manual) =>
        held.Substance switch
        {
            "marihuana-plants" => "marihuana",
            "cocaine-base" => "stimulant",
            "oxycodone-actual" => "opiate",
            var name => EquivalentOf(name, manual)!.Class,
        };

    private static decimal Weight(Held held, decimal crackGrams, DateOnly manual, IReadOnlySet<string> put) =>
        held.Substance switch
        {
            "marihuana-plants" => held.Amount
                * (manual >= new DateOnly(1995, 11, 1) || put.Contains("516") || held.Amount < 50 ? 100 : 1000),
            "cocaine-base" => held.Amount * crackGrams,
            "pce" when put.Contains("499") => held.Amount * 1000,
            "oxycodone-actual" => held.Amount * EquivalentOf("oxycodone-actual", new(2003, 11, 1))!.Grams,
            var name => held.Amount * EquivalentOf(name, manual)!.Grams,
        };

    private static decimal Total(IReadOnlyList<(string Class, decimal Grams)> weights, DateOnly day)
    {
        decimal Of(string name) => weights.Where(w => w.Class == name).Sum(w => w.Grams);
        var scheduled = Of("III") + Of("IV") + Of("V") + Of("III-hydrocodone");
        var free = weights.Sum(w => w.Grams) - scheduled;
        if (scheduled == 0)
        {
            return free;
        }

        var caps = Keyed.Caps.First(c => c.Period.Holds(day));
        var five = Math.Min(Of("V"), caps.Five);
        var four = Math.Min(Math.Min(Of("IV"), caps.FourFive) + five, caps.FourFive);
        var three = Math.Min(Math.Min(Of("III"), caps.ThreeFourFive) + four, caps.ThreeFourFive);
        var hydrocodone = Of("III-hydrocodone");
        return free + (hydrocodone == 0 ? three : Math.Min(hydrocodone + three, caps.WithHydrocodone!.Value));
    }
}
