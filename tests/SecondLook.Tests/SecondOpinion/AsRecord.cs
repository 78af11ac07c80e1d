using SecondLook.Sentencing.Facts;

namespace SecondLook.Tests.SecondOpinion;

/// <summary>The same person as the record that the program reads.</summary>
internal static class AsRecord
{
    public static SentencingRecord Of(Person person, Side? stated)
    {
        var original = Original(person);
        var valve = RangeOpinion.ValveOf(person);
        var guideline = person.IsChemical ? "2D1.11" : person.Way?.Guideline ?? "2D1.1";
        var chapter = person.IsChemical ? guideline : "2D1.1";
        var adjustments = new List<Adjustment>(person.Characteristics.Select(c => new Adjustment(chapter + c.Paragraph, c.Levels)));
        adjustments.AddRange((person.Way?.Named ?? []).Select(paragraph => new Adjustment(guideline + paragraph, 0)));
        if (person.Own is { } own)
        {
            adjustments.Add(new(guideline + own.Paragraph, own.Levels));
        }

        if (valve is not null && RangeOpinion.BeforeValve(RangeOpinion.FromTable(original.Quantity, person), person) >= (valve.OnlyAt ?? 0))
        {
            adjustments.Add(new("2D1.1" + valve.Paragraph, -2));
        }

        Add(person.Role < 0 ? "3B1.2" : "3B1.1", person.Role);
        Add("3C1.1", person.Obstruction);
        Add("3E1.1", -person.Acceptance);
        Add("4C1.1", original.Total - original.Accepted);

        return new()
        {
            Id = "nobody",
            District = Circuit.DistrictOf(person, original),
            Manual = person.Manual,
            SentencedOn = PartialDate.On(person.Manual),
            OffenseEndedOn = person.Charges.Count == 0 ? null : PartialDate.On(CountOpinion.OffenseOf(person)),
            Offense = new()
            {
                Guideline = guideline,
                Drugs = [.. person.Drugs.Select(d => Drug(d, person.Manual))],
                Adjustments = adjustments,
                BaseOffenseLevelFrom = person.Way is null ? BaseLevelSource.DrugQuantity : BaseLevelSource.Borrowed,
                DrugQuantityLevel = stated?.Quantity,
                BaseOffenseLevel = stated?.Base,
                TotalOffenseLevel = stated?.Total,
            },
            // §2D1.2 n.1: "only in a case in which the defendant is convicted of a statutory violation of drug trafficking in a protected location".
            Counts =
                guideline == "2D1.2"
                    ?
                    [
                        new()
                        {
                            Statute = "21 USC 860",
                            Minimum = new(person.Minimum),
                            Maximum = new(person.Maximum),
                        },
                    ]
                : person.Charges.Count == 0 ? null
                : [.. person.Charges.Select(Count)],
            Groups = [.. person.Others.Select((level, i) => new CountGroup("2K2.1", level, i == 0 ? Units(person, original) : null))],
            CriminalHistory = new()
            {
                Points = person.Points,
                StatusPoints = person.Status,
                RecencyPoints = person.Recency,
                Category = stated?.Category,
                ZeroPointExclusions = person.Excluded is { } paragraph ? [paragraph] : [],
            },
            CareerOffender = new() { Applied = person.Career is not null, OffenseLevel = person.Career },
            GuidelineRange = stated is null ? null : new(new(stated.Range.Min), new(stated.Range.Max)),
            Statutory = new()
            {
                Minimum = person.Charges.Count == 0 ? new(person.Minimum) : null,
                Maximum = person.Charges.Count == 0 ? new(person.Maximum) : null,
                Relief = person.Lifted switch
                {
                    Lifted.ByValve => MinimumRelief.SafetyValve,
                    Lifted.ByAssistance => MinimumRelief.SubstantialAssistance,
                    Lifted.ByBoth => MinimumRelief.Both,
                    _ => MinimumRelief.None,
                },
            },
            Sentence = new()
            {
                Months = person.Imposed is { } term ? new(term) : null,
                BelowRange = Cuts(person),
                Consecutive = person.Gun is { } same ? [new("18 USC 924(c)", new(60)) { ForThisOffense = same }] : [],
                Plea = "open",
            },
            EarlierReductions = person.Earlier is { } earlier
                ? [new(PartialDate.On(earlier.On), $"amendment-{earlier.Amendment}", new(earlier.Months))]
                : [],
            Custody = person.Served is { } served ? new() { SentenceBegan = PartialDate.On(person.Order.AddMonths(-served)) } : null,
            Motion = new(null, PartialDate.On(person.Order)),
        };

        void Add(string rule, int levels)
        {
            if (levels != 0)
            {
                adjustments.Add(new(rule, levels));
            }
        }
    }

    /// <summary>The units of the first other group, where somebody writes them down: beside an even level.</summary>
    private static decimal? Units(Person person, Side original) =>
        person.Others[0] % 2 == 0 ? RangeOpinion.HalfUnits(person.Others[0], Math.Max(original.Group, person.Others.Max())) / 2m : null;

    private static Side Original(Person person) => RangeOpinion.Of(person, new HashSet<string>());

    private static BelowRange[]? Cuts(Person person) =>
        person.Imposed is null ? null
        : person.Cut == CutFor.Nothing ? []
        : person.Parts is { } parts
            ?
            [
                new(BelowRangeBasis.SubstantialAssistance, null, parts.Assistance, null),
                new(BelowRangeBasis.Variance, null, parts.Variance, null),
            ]
        :
        [
            new(
                person.Cut switch
                {
                    CutFor.Assistance => BelowRangeBasis.SubstantialAssistance,
                    CutFor.FastTrack => BelowRangeBasis.FastTrack,
                    CutFor.History => BelowRangeBasis.CriminalHistory,
                    CutFor.Variance => BelowRangeBasis.Variance,
                    _ => BelowRangeBasis.Other,
                },
                null,
                null,
                null
            ),
        ];

    private static Count Count(Charge charge) =>
        new()
        {
            Statute = charge.Statute,
            Prior851 = charge.Stated is null ? charge.Priors : null,
            Quantity =
                charge.Substance is not { } substance ? null
                : substance == "marihuana-plants" ? new(substance, null, Quantity.Exactly(charge.Amount))
                : new(substance, Quantity.Exactly(charge.Amount), null),
            Minimum = charge.Stated is { } low ? new(low.Min) : null,
            Maximum = charge.Stated is { } high ? new(high.Max) : null,
        };

    private static Drug Drug(Held held, DateOnly manual) =>
        held.Doses is { } doses
            ? new(held.Substance, manual < new DateOnly(1993, 11, 1) ? Quantity.Exactly(held.Amount) : null, Quantity.Exactly(doses))
        : held.Actual is { } actual ? new(held.Substance, Quantity.Exactly(held.Amount), null) { ActualGrams = Quantity.Exactly(actual) }
        : DrugLevel.Counted(held.Substance, manual) ? new(held.Substance, null, Quantity.Exactly(held.Amount))
        : new(held.Substance, Quantity.Exactly(held.Amount), null);
}
