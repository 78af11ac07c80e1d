using SecondLook.Sentencing.Facts;

namespace SecondLook.Tests.SecondOpinion;

/// <summary>One fact that a record may leave out.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Take">The record without it; null where there is nothing to take.</param>
/// <param name="Fill">The same person with everything that the fact could be; the thresholds of every table among it.</param>
internal sealed partial record Unknown(
    string Name,
    Func<Person, SentencingRecord, SentencingRecord?> Take,
    Func<Person, IEnumerable<Person>> Fill
)
{
    public static readonly Unknown[] All =
    [
        new("offense.drugs[0].grams", (p, r) => IsWeighed(p) ? WithFirst(p, r, null) : null, p => Amounts(p, 0, null)),
        new(
            "offense.drugs[0].grams, at least",
            (p, r) => IsWeighed(p) ? WithFirst(p, r, Quantity.Between(p.Drugs[0].Amount, null)) : null,
            p => Amounts(p, p.Drugs[0].Amount, null)
        ),
        new(
            "offense.drugs[0].grams, between",
            (p, r) => IsWeighed(p) ? WithFirst(p, r, Quantity.Between(Low(p), High(p))) : null,
            p => Amounts(p, Low(p), High(p))
        ),
        new("offense.drugs[0].count of doses", (p, r) => p.Drugs[0].Doses is null ? null : First(r, d => d with { Count = null }), Doses),
        new(
            "offense.drugs[0].actualGrams",
            (p, r) =>
                p.Drugs[0].Actual is null || p.Manual >= new DateOnly(2003, 11, 1) ? null : First(r, d => d with { ActualGrams = null }),
            Actual
        ),
        new(
            "sentence.consecutive[0].forThisOffense",
            (p, r) =>
                p.Gun is null || p.Others.Count == 0
                    ? null
                    : r with
                    {
                        Sentence = r.Sentence with { Consecutive = [r.Sentence.Consecutive![0] with { ForThisOffense = null }] },
                    },
            p => [p with { Gun = true }, p with { Gun = false }]
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
                r.Offense.DrugQuantityLevel is null || p.Drugs.Count > 1 || p.IsChemical
                    ? null
                    : r with
                    {
                        Offense = r.Offense with { Drugs = null },
                    },
            OtherDrugs
        ),
        new(
            "offense.adjustments",
            (p, r) =>
                r.Offense.TotalOffenseLevel is null || p.IsChemical || p.Gun is not null
                    ? null
                    : r with
                    {
                        Offense = r.Offense with { Adjustments = null },
                    },
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
            && person.Drugs.All(d => d.Actual is not { } actual || actual <= d.Amount)
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

    private static int CareerLevel(Person person) => Keyed.CareerLevels.First(c => CountOpinion.Gravest(person) >= c.Maximum).Level;
}
