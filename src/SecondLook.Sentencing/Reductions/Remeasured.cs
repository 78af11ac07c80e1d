using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// Drugs that a listed amendment measures by something else than the Manual used: LSD on a carrier medium by the dose and no longer by its
/// weight (Amendment 488), oxycodone by its own weight and no longer by that of the pill (Amendment 657). One measure says nothing of the
/// other, so the levels before the amendment are those of the one and the levels from it on those of the other.
/// </summary>
internal static class Remeasured
{
    /// <summary>The first stage at which a drug is measured by something else than in the Manual used; null where there is none.</summary>
    public static int? Stage(IReadOnlyList<Drug> drugs, IReadOnlyList<Manual> stages, bool onCarrier)
    {
        for (var i = 1; i < stages.Count; i++)
        {
            for (var d = 0; d < drugs.Count; d++)
            {
                if (Changes(drugs[d], stages[0], stages[i], onCarrier))
                {
                    return i;
                }
            }
        }

        return null;
    }

    /// <summary>The readings before the stage and those from it on, each with each.</summary>
    public static QuantityReadings Of(IReadOnlyList<Drug> drugs, IReadOnlyList<Manual> stages, int at, Func<int, bool> fits, bool explain)
    {
        bool Changed(Drug drug) => Changes(drug, stages[0], stages[at], onCarrier: true);
        var before = QuantityReadings.OfDrugs([.. drugs.Select(d => Changed(d) ? Before(d) : d)], [.. stages.Take(at)], fits, explain);
        var after = QuantityReadings.OfDrugs(
            [.. drugs.Select(d => Changed(d) ? After(d, stages[at]) : d)],
            [.. stages.Skip(at)],
            _ => true,
            explain
        );
        var readings =
            from old in before.Readings
            from amended in after.Readings
            select new QuantityReading(
                [.. old.Levels, .. amended.Levels],
                old.Original,
                amended.Amended,
                old.Open || amended.Open,
                string.Join("; amended ", new[] { old.Is, amended.Is }.Where(w => w.Length > 0))
            );
        var byWeight = drugs.Any(d => Changed(d) && IsLsd(d) && d.Count is null)
            ? QuantityReadings
                .OfDrugs(drugs, stages, fits, explain, onCarrier: false)
                .Readings.Select(r => r with { Is = $"not on a carrier medium {r.Is}".TrimEnd() })
            : [];
        var actual = drugs.Index().Where(d => Changed(d.Item) && !IsLsd(d.Item) && d.Item.ActualGrams is not { IsExact: true }).ToList();
        return new(
            [.. readings.Concat(byWeight)],
            before.Readings.Count > 1 ? before.Fact
                : actual is [var only] && after.Fact == $"offense.drugs[{only.Index}].grams" ? $"offense.drugs[{only.Index}].actualGrams"
                : after.Fact
        )
        {
            Complete = before.Complete && after.Complete,
        };
    }

    private static bool Changes(Drug drug, Manual used, Manual amended, bool onCarrier)
    {
        if (drug.Substance is not { } substance)
        {
            return false;
        }

        var kind = DrugMeasure.KindOf(substance, amended);
        return kind != DrugMeasure.KindOf(substance, used)
            && (kind == DrugMeasureKind.ActualWeight || (kind == DrugMeasureKind.Doses && onCarrier));
    }

    private static bool IsLsd(Drug drug) => drug.Substance == DrugMeasure.Lsd;

    private static Drug Before(Drug drug) => drug with { Count = null, ActualGrams = null };

    private static Drug After(Drug drug, Manual amended) =>
        DrugMeasure.KindOf(drug.Substance!, amended) == DrugMeasureKind.Doses
            ? drug with
            {
                Grams = null,
                Count = drug.Count ?? Quantity.Unknown,
            }
            : drug with
            {
                Grams = drug.ActualGrams ?? Quantity.Between(0, drug.Grams is { IsExact: true } g ? g.AtLeast : drug.Grams?.LessThan),
            };
}
