using SecondLook.Sentencing.Facts;

namespace SecondLook.Tests.SecondOpinion;

/// <summary>One fact that a record may leave out.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Take">The record without it; null where there is nothing to take.</param>
/// <param name="Fill">The same person with everything that the fact could be; the thresholds of every table among it.</param>
internal sealed record Unknown(string Name, Func<Person, SentencingRecord, SentencingRecord?> Take, Func<Person, IEnumerable<Person>> Fill)
{
    public static readonly Unknown[] All =
    [
        new("offense.drugs[0].grams", (p, r) => WithFirst(p, r, null), p => Amounts(p, 0, null)),
        new(
            "offense.drugs[0].grams, at least",
            (p, r) => WithFirst(p, r, Quantity.Between(p.Drugs[0].Amount, null)),
            p => Amounts(p, p.Drugs[0].Amount, null)
        ),
        new(
            "offense.drugs[0].grams, between",
            (p, r) => WithFirst(p, r, Quantity.Between(Low(p), High(p))),
            p => Amounts(p, Low(p), High(p))
        ),
        new(
            "criminalHistory.statusPoints and recencyPoints",
            (_, r) => r with { CriminalHistory = r.CriminalHistory with { StatusPoints = null, RecencyPoints = null } },
            p => Histories(p).Where(q => q.Points == p.Points)
        ),
        new(
            "criminalHistory.points, statusPoints and recencyPoints",
            (_, r) =>
                r.CriminalHistory.Category is null
                    ? null
                    : r with
                    {
                        CriminalHistory = r.CriminalHistory with { Points = null, StatusPoints = null, RecencyPoints = null },
                    },
            Histories
        ),
        new(
            "criminalHistory.zeroPointExclusions",
            (_, r) => r with { CriminalHistory = r.CriminalHistory with { ZeroPointExclusions = null } },
            p => p.Excluded is "(7)" or "(10)" ? [p] : [p with { Excluded = null }, p with { Excluded = "(4)" }]
        ),
        new(
            "offense.drugs",
            // Of drugs that nobody names the program tries each alone, and not what two together could be.
            (p, r) =>
                r.Offense.DrugQuantityLevel is null || p.Drugs.Count > 1 ? null : r with { Offense = r.Offense with { Drugs = null } },
            OtherDrugs
        ),
        new(
            "offense.adjustments",
            (_, r) => r.Offense.TotalOffenseLevel is null ? null : r with { Offense = r.Offense with { Adjustments = null } },
            OtherAdjustments
        ),
        new(
            "groups[0].adjustedLevel",
            (p, r) => p.Others.Count == 0 ? null : r with { Groups = [r.Groups![0] with { AdjustedLevel = null }, .. r.Groups.Skip(1)] },
            p => Enumerable.Range(1, 43).Select(level => p with { Others = [level, .. p.Others.Skip(1)] })
        ),
        new(
            "offense.guideline, the paragraph",
            (p, r) =>
                p.Way is null or { Guideline: "2D1.2" } || p.Way.Named.Count == 0
                    ? null
                    : r with
                    {
                        Offense = r.Offense with
                        {
                            Adjustments = r
                                .Offense.Adjustments?.Where(a => !p.Way.Named.Contains(a.Rule[p.Way.Guideline.Length..]))
                                .ToList(),
                        },
                    },
            p =>
                Keyed
                    .Ways.Where(w => w.Guideline == p.Way!.Guideline && w.Period.Holds(p.Manual) && (w.Role == "any" || p.Role >= 0))
                    .Select(w => p with { Way = w })
        ),
        new(
            "careerOffender",
            (p, r) =>
                r.CriminalHistory.Category is null || (p.Career ?? CareerLevel(p)) != CareerLevel(p)
                    ? null
                    : r with
                    {
                        CareerOffender = new(),
                    },
            p => [p with { Career = null }, p with { Career = CareerLevel(p) }]
        ),
        new(
            "statutory.relief",
            (p, r) => p.Minimum == 0 ? null : r with { Statutory = r.Statutory with { Relief = null } },
            p => Enum.GetValues<Lifted>().Select(lifted => p with { Lifted = lifted })
        ),
        new(
            "sentence.belowRange",
            (p, r) => p.Imposed is null ? null : r with { Sentence = r.Sentence with { BelowRange = null } },
            p => Enum.GetValues<CutFor>().Select(cut => p with { Cut = cut, Parts = null })
        ),
        new(
            "sentence.months",
            (p, r) => p.Cut == CutFor.Nothing ? r with { Sentence = r.Sentence with { Months = null, BelowRange = null } } : null,
            p => [p with { Imposed = null, Cut = CutFor.Nothing }]
        ),
    ];

    /// <summary>
    /// A person whom the law allows to be as the facts say: §5C1.2 where it lifted the minimum, a term that the limits allow, nothing but
    /// assistance below the minimum (18 U.S.C. 3553(e)), and the two prior convictions of a career offender among the points (§4B1.2(c)).
    /// </summary>
    public static bool IsPossible(Person person)
    {
        var range = RangeOpinion.Of(person, new HashSet<string>()).Range;
        var weapon = person.Characteristics.Any(c => c.Paragraph == "(b)(1)");
        return (!weapon || person.Excluded == "(7)")
            && (person.Role <= 0 || person.Excluded is "(7)" or "(10)")
            && (!person.Valve || person.Way is not { Guideline: "2D1.2" })
            && (!person.Valve || (!weapon && person is { Role: <= 0, Career: null, Points: <= 1 }))
            && (person.OtherPoints > 0 || person.Status == 0)
            && (person.Lifted is not (Lifted.ByValve or Lifted.ByBoth) || person.Valve)
            && (person.Lifted is not (Lifted.No or Lifted.ByAssistance) || !person.Valve || person.Minimum == 0)
            && (person.Career is null || person.OtherPoints >= 2)
            && (person.Lifted != Lifted.ByAssistance || !(person.Imposed < person.Minimum) || person.Cut == CutFor.Assistance)
            && (person.Lifted != Lifted.No || person.Imposed is not { } term || term >= person.Minimum)
            && (person.Imposed is not { } imposed || imposed < range.Min == (person.Cut != CutFor.Nothing));
    }

    private static int CareerLevel(Person person) => Keyed.CareerLevels.First(c => person.Maximum >= c.Maximum).Level;

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
                .QuantityTable.Where(r => r.Substance == held.Substance && r.Counted == counted)
                .SelectMany(r => r.Levels)
                .Select(l => l.AtLeast)
        );
        if (person.Drugs.Count > 1 || DrugLevel.RowsOf(held.Substance, person.Manual) is null)
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
