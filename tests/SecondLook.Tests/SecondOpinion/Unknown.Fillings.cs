using SecondLook.Sentencing.Facts;

namespace SecondLook.Tests.SecondOpinion;

/// <content>Everything that a fact could be.</content>
internal sealed partial record Unknown
{
    private static bool IsWeighed(Person person) => person.Drugs[0] is { Doses: null, Actual: null, Substance: not "oxycodone" };

    private static SentencingRecord First(SentencingRecord record, Func<Drug, Drug> change) =>
        record with
        {
            Offense = record.Offense with { Drugs = [.. record.Offense.Drugs!.Select((d, i) => i > 0 ? d : change(d))] },
        };

    /// <summary>Doses on both sides of every line; or liquid LSD, which has none.</summary>
    private static IEnumerable<Person> Doses(Person person)
    {
        var held = person.Drugs[0];
        var alone = new Person
        {
            Manual = new(1994, 11, 1),
            Order = person.Order,
            Drugs = [new("lsd", 1), .. person.Drugs.Skip(1)],
        };
        var counts = Amounts(alone, 0, null)
            .Select(p => (int)Math.Ceiling(p.Drugs[0].Amount / Keyed.Dose))
            .SelectMany(n => new[] { n - 1, n })
            .Where(n => n > 0)
            .Distinct();
        var before = person.Manual < new DateOnly(1993, 11, 1);
        var liquid = before ? [held.Amount] : Amounts(alone with { Manual = person.Manual }, 0, null).Select(p => p.Drugs[0].Amount);
        return counts
            .Select(n => held with { Amount = before ? held.Amount : n * Keyed.Dose, Doses = n })
            .Concat(liquid.Select(grams => new Held("lsd", grams)))
            .Append(held)
            .Select(h => person with { Drugs = [h, .. person.Drugs.Skip(1)] });
    }

    private static IEnumerable<Person> Actual(Person person)
    {
        var held = person.Drugs[0];
        var others = DrugLevel.WeightsOf([.. person.Drugs.Skip(1)], person.Manual);
        return Keyed
            .QuantityTable.Where(r => r.Substance == "marihuana")
            .SelectMany(r => r.Levels)
            .SelectMany(l => others.Where(o => o < l.AtLeast).Select(o => Math.Ceiling((l.AtLeast - o) * 1000 / 6700) / 1000))
            .Distinct()
            .SelectMany(m => new[] { m - 0.001m, m })
            .Append(held.Amount)
            .Append(held.Actual!.Value)
            .Where(m => m > 0)
            .Select(m => person with { Drugs = [held with { Actual = m }, .. person.Drugs.Skip(1)] });
    }

    private static decimal Low(Person person) => Math.Floor(person.Drugs[0].Amount * 8 / 10);

    private static decimal High(Person person) => Math.Floor(person.Drugs[0].Amount * 3) + 1;

    private static SentencingRecord? WithFirst(Person person, SentencingRecord record, Quantity? quantity)
    {
        var counted = DrugLevel.Counted(person.Drugs[0].Substance, person.Manual);
        return record with
        {
            Offense = record.Offense with
            {
                Drugs =
                [
                    .. record.Offense.Drugs!.Select(
                        (d, i) =>
                            i > 0 ? d
                            : counted ? d with { Count = quantity }
                            : d with { Grams = quantity }
                    ),
                ],
            },
        };
    }

    /// <summary>Amounts of the first drug on both sides of everything at which a level could change.</summary>
    private static IEnumerable<Person> Amounts(Person person, decimal low, decimal? high)
    {
        var held = person.Drugs[0];
        var counted = DrugLevel.Counted(held.Substance, person.Manual);
        var marks = new SortedSet<decimal> { held.Amount, low, 0.25m, 4500, 50 };
        marks.UnionWith(
            Keyed
                .QuantityTable.Concat(Keyed.Chemicals)
                .Where(r => r.Substance == held.Substance && r.Counted == counted)
                .SelectMany(r => r.Levels)
                .Select(l => l.AtLeast)
        );
        if (!person.IsChemical && (person.Drugs.Count > 1 || DrugLevel.RowsOf(held.Substance, person.Manual) is null))
        {
            var thresholds = Keyed
                .QuantityTable.Where(r => r.Substance == "marihuana")
                .SelectMany(r => r.Levels)
                .Select(l => l.AtLeast)
                .Distinct()
                .ToList();
            foreach (var factor in DrugLevel.Factors(held.Substance, person.Manual))
            {
                foreach (var others in DrugLevel.WeightsOf([.. person.Drugs.Skip(1)], person.Manual))
                {
                    marks.UnionWith(thresholds.Where(t => t > others).Select(t => (t - others) / factor));
                }
            }
        }

        var step = counted ? 1 : 0.001m;
        return marks
            .Select(m => counted ? Math.Ceiling(m) : Math.Ceiling(m * 1000) / 1000)
            .SelectMany(m => new[] { m - step, m })
            .Where(m => m > 0 && m >= low && (high is not { } top || m < top))
            .Distinct()
            .Select(m => person with { Drugs = [held with { Amount = m }, .. person.Drugs.Skip(1)] });
    }

    /// <summary>One substance alone, each that the Manual's table has, on both sides of every threshold of any table.</summary>
    private static IEnumerable<Person> OtherDrugs(Person person) =>
        Keyed
            .QuantityTable.Where(r => r.Period.Holds(person.Manual) && (r.Substance != "lsd" || person.Manual >= new DateOnly(1993, 11, 1)))
            .Select(r => r.Substance)
            .Append("marihuana-plants")
            .SelectMany(substance => Amounts(person with { Drugs = [new(substance, 1)] }, 0, null))
            .Append(person);

    private static IEnumerable<Person> OtherAdjustments(Person person)
    {
        var known = Keyed
            .Characteristics.Where(c => c.Period.Holds(person.Manual) && person.Way?.TableAlone != true)
            .Select(c => new[] { c })
            .Prepend([]);
        return from characteristics in known.Prepend([.. person.Characteristics])
            from role in new[] { 0, -2, -3, -4, 2, 3, 4 }
            where role == 0 || person.Way?.Role is null or "any" || (role > 0 && person.Way.Role != "none")
            from obstruction in new[] { 0, 2 }
            from acceptance in person.Manual >= new DateOnly(1992, 11, 1) ? new[] { 0, 2, 3 } : [0, 2]
            from valve in person.Manual >= new DateOnly(1995, 11, 1)
            && person.Way is null or { TableAlone: false, Guideline: not ("2D1.14" or "2D1.2") }
                ? new[] { false, true }
                : [false]
            select person with
            {
                Characteristics = characteristics,
                Role = role,
                Obstruction = obstruction,
                Acceptance = acceptance,
                Valve = valve,
            };
    }

    private static IEnumerable<Person> Histories(Person person) =>
        from other in Enumerable.Range(0, 19)
        from status in person.Manual >= new DateOnly(2023, 11, 1) ? new[] { other >= 7 ? 1 : 0, 0 } : [0, 2]
        from recency in person.Manual < new DateOnly(2010, 11, 1) && other >= 2 ? new[] { 0, status == 2 ? 1 : 2 } : [0]
        select person with
        {
            OtherPoints = other,
            Status = status,
            Recency = recency,
        };
}
