using SecondLook.Sentencing.Findings;

namespace SecondLook.Tests.SecondOpinion;

/// <summary>§1B1.10 as in force on the day of the order.</summary>
internal static class ReductionOpinion
{
    private static readonly DateOnly Amendment712 = new(2008, 3, 3);
    private static readonly DateOnly Amendment759 = new(2011, 11, 1);
    private static readonly DateOnly Amendment780 = new(2014, 11, 1);
    private static readonly DateOnly Koons = new(2018, 6, 4);
    private static readonly HashSet<string> Nothing = [];
    private static readonly ReasonCode[] NoOther = [];

    /// <summary>After an earlier reduction: the amendment of that one is listed still, and does not lower the range again.</summary>
    private static readonly ReasonCode[] Also = [ReasonCode.RangeNotLowered];
    private static readonly string[] OnTheTable = ["488", "499", "505", "516", "606", "657", "706", "715", "750A", "782"];

    public static Opinion Of(Person person)
    {
        var original = RangeOpinion.Of(person, Nothing);
        var put = Covered(person, person.Order);
        var before = person.Earlier is { } earlier ? Covered(person, earlier.On) : Nothing;
        var last = person.Earlier is null ? original : RangeOpinion.Of(person, before);
        var current = person.Earlier is null ? null : last;
        var applied = put.Except(before).Where(a => Applies(a, person, original, put)).ToHashSet(StringComparer.Ordinal);
        if (applied.Count == 0)
        {
            return new(Outcome.Ineligible, [ReasonCode.NoCoveredAmendment, .. person.Earlier is null ? NoOther : Also], original, null)
            {
                Current = current,
            };
        }

        var amended = RangeOpinion.Of(person, put);
        var free = Freed(person);
        if (free)
        {
            amended = amended with { Range = amended.Table };
        }

        var answer = new Opinion(Outcome.Ineligible, [], original, amended) { Current = current };
        if (!Lower(last.Table, amended.Table) || !(free ? LowerBottom(last.Range, amended.Range) : Lower(last.Range, amended.Range)))
        {
            return answer with { Reasons = Reasons(person, last, amended, applied) };
        }

        var displaced = free && person.Lifted == Lifted.ByAssistance && person.Minimum > original.Table.Max;
        if (displaced && person.Order >= Koons)
        {
            return answer with { Reasons = [ReasonCode.MandatoryMinimum] };
        }

        var (lowest, basis) = Lowest(person, original, amended);
        if (person.Served > lowest)
        {
            (lowest, basis) = (person.Served.Value, LowestTermBasis.TimeServed);
        }

        var term = person.Earlier?.Months ?? person.Imposed;
        if (term is null || term > lowest)
        {
            return answer with { Outcome = Outcome.Eligible, Lowest = lowest, Basis = basis };
        }

        // Until March 2008 subsection (b) set no other limit than the time served.
        return person.Order < Amendment712 && basis != LowestTermBasis.TimeServed
            ? answer with
            {
                Outcome = Outcome.Eligible,
            }
            : answer with
            {
                Reasons = [ReasonCode.AlreadyAtOrBelowFloor],
            };
    }

    /// <summary>Listed on the day of an order, and later than the Manual used.</summary>
    private static HashSet<string> Covered(Person person, DateOnly order) =>
        Keyed
            .Amendments.Where(a => a.ListedFrom <= order && a.TookEffect > person.Manual)
            .Select(a => a.Number)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>§1B1.10(c): a minimum, and a motion of the government that let the court go below it.</summary>
    public static bool Freed(Person person) =>
        person is { Minimum: > 0, Lifted: Lifted.ByAssistance or Lifted.ByBoth } && person.Order >= Amendment780;

    /// <summary>An end falls and none rises.</summary>
    private static bool Lower(Term old, Term now) => now.Min <= old.Min && now.Max <= old.Max && now != old;

    /// <summary>
    /// Where §1B1.10(c) takes out §5G1.1 the maximum may come to lie above the statute's. What counts is where the range begins: the
    /// examples of Amendment 780 speak of "the bottom of the amended range".
    /// </summary>
    private static bool LowerBottom(Term old, Term now) => now.Min < old.Min || (now.Min == old.Min && now.Max < old.Max);

    private static bool Applies(string amendment, Person person, Side original, HashSet<string> put) =>
        amendment switch
        {
            "488" => person.Drugs.Any(d => d is { Substance: "lsd", Doses: not null }),
            "599" => RangeOpinion.IsWithoutWeapon(person),
            // Subdivisions (9) and (10).
            "606" => person.IsChemical && original.Quantity <= 14,
            "657" => person.Drugs.Any(d => d.Substance == "oxycodone"),
            "499" => person.Drugs.Any(d => d.Substance == "pce"),
            "505" => original.Quantity >= 38,
            "516" => person.Drugs.Any(d => d is { Substance: "marihuana-plants", Amount: >= 50 }),
            "706" or "750A" => person.Drugs.Any(d => d.Substance == "cocaine-base"),
            "715" => person.Drugs.Count > 1 && person.Drugs.Any(d => d.Substance == "cocaine-base"),
            "782" => true,
            "821A" => person.Status > 0,
            "821B" => RangeOpinion.Points(person, put) == 0,
            _ => throw new InvalidOperationException(amendment),
        };

    /// <summary>The first step after which both computations are the same and stay the same, from the last step backwards.</summary>
    private static IReadOnlyList<ReasonCode> Reasons(Person person, Side old, Side now, HashSet<string> applied)
    {
        if (Lower(old.Table, now.Table))
        {
            return person.Minimum == person.Maximum ? [ReasonCode.StatutoryMaximum, ReasonCode.MandatoryMinimum]
                : old.Range.Min == person.Minimum && now.Range.Min == person.Minimum ? [ReasonCode.MandatoryMinimum]
                : [ReasonCode.StatutoryMaximum];
        }

        if (now.Group < old.Group && now.Adjusted >= old.Adjusted && now.Category == old.Category)
        {
            // §3D1.4 takes up the change, or more groups come within reach of the highest and the combined level rises.
            return person.Career is null ? [ReasonCode.OtherGroupControls] : [ReasonCode.OtherGroupControls, ReasonCode.CareerOffender];
        }

        if (old.Points != now.Points)
        {
            // Points are counted after the levels, and with §4B1.1 the category is VI whatever they are.
            return person.Career is null ? [ReasonCode.RangeNotLowered] : [ReasonCode.CareerOffender, ReasonCode.RangeNotLowered];
        }

        var moved =
            old.Total != now.Total ? ReasonCode.RangeNotLowered
            : old.Compared != now.Compared ? ReasonCode.AdjustmentAbsorbsChange
            : old.Adjusted != now.Adjusted ? ReasonCode.CareerOffender
            : old.Quantity != now.Quantity ? ReasonCode.AdjustmentAbsorbsChange
            : applied.Contains("599") ? ReasonCode.AdjustmentAbsorbsChange
            : applied.Contains("821B") ? ReasonCode.ZeroPointExcluded
            : applied.Overlaps(OnTheTable) ? SameQuantityLevel(person, old.Quantity)
            : ReasonCode.RangeNotLowered;

        // Plants weigh less and the level is the same: whether 516 "is applicable" then has no consequence.
        return applied.Contains("516") && old.Quantity == now.Quantity ? [moved, ReasonCode.NoCoveredAmendment] : [moved];
    }

    private static ReasonCode SameQuantityLevel(Person person, int level)
    {
        var (highest, lowest) = DrugLevel.Ends(person.Drugs, person.Manual);
        return level >= highest ? ReasonCode.QuantityAboveTopLevel
            : level <= lowest ? ReasonCode.LowestLevel
            : ReasonCode.RangeNotLowered;
    }

    private static (int Lowest, LowestTermBasis Basis) Lowest(Person person, Side original, Side amended)
    {
        var minimum = amended.Range.Min;
        var basis =
            minimum > amended.Table.Min && minimum == person.Minimum ? LowestTermBasis.StatutoryMinimum : LowestTermBasis.AmendedMinimum;
        if (person.Imposed is not { } term || term >= original.Range.Min || !MayBeComparable(person))
        {
            return (minimum, basis);
        }

        // The share of the old minimum that the term was, of the new minimum, to the nearest month.
        var (kept, whole) = person.Parts is { } parts ? (100 - parts.Assistance, 100) : (term, original.Range.Min);
        var comparable = (int)((((2L * kept * minimum) / whole) + 1) / 2);
        var least = person.Lifted == Lifted.No ? person.Minimum : 0;
        return Math.Max(comparable, least) >= minimum ? (minimum, basis)
            : comparable < least ? (least, LowestTermBasis.StatutoryMinimum)
            : (comparable, LowestTermBasis.ComparableReduction);
    }

    private static bool MayBeComparable(Person person) =>
        person.Cut switch
        {
            CutFor.Assistance => true,
            CutFor.Nothing or CutFor.Variance => false,
            _ => person.Order < Amendment759,
        };
}
