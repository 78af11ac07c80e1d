using System.Globalization;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>What each covered amendment did to the computation, one after the other.</summary>
internal static class Effects
{
    /// <summary>The effects in the order of the amendments.</summary>
    public static IReadOnlyList<Effect> Of(Reading reading)
    {
        List<Effect>? effects = null;
        for (var i = 0; i < reading.Law.Covered.Length; i++)
        {
            var amendment = reading.Law.Covered[i].Id;
            var (before, after) = (reading.History.Stages[i], reading.History.Stages[i + 1]);
            Add(amendment, "drugQuantityLevel", reading.Level.Stages[i].Quantity, reading.Level.Stages[i + 1].Quantity);
            var levels = (Before: reading.Level.Stages[i], After: reading.Level.Stages[i + 1]);
            if (levels.Before.Quantity == levels.After.Quantity)
            {
                Add(amendment, "totalOffenseLevel", levels.Before.Total.Value, levels.After.Total.Value);
            }

            Add(amendment, "criminalHistoryPoints", before.Points, after.Points);
            Add(amendment, "zeroPointOffender", before.ZeroPoint, after.ZeroPoint);
        }

        return effects ?? (IReadOnlyList<Effect>)[];

        void Add(string amendment, string what, int? from, int? to)
        {
            if (from != to)
            {
                (effects ??= []).Add(new(amendment, what, Text(from), Text(to)));
            }
        }
    }

    /// <summary>The amendments that had an effect.</summary>
    public static IReadOnlyList<string> Amendments(IReadOnlyList<Effect> effects)
    {
        var amendments = new List<string>(effects.Count);
        for (var i = 0; i < effects.Count; i++)
        {
            if (!amendments.Contains(effects[i].Amendment))
            {
                amendments.Add(effects[i].Amendment);
            }
        }

        return amendments;
    }

    /// <summary>The effects of the reading that is shown, with its figures only where all readings give the same.</summary>
    public static IReadOnlyList<Effect> Settled(List<Evaluation> answers, Evaluation shown)
    {
        var effects = Of(shown.Reading);
        return effects.Count == 0 || answers.Count == 1
            ? effects
            :
            [
                .. effects.Select(effect =>
                    answers.TrueForAll(answer => ReferenceEquals(answer, shown) || Of(answer.Reading).Contains(effect))
                        ? effect
                        : effect with
                        {
                            From = null,
                            To = null,
                        }
                ),
            ];
    }

    /// <summary>
    /// The earliest effective date that the special instructions of §1B1.10(e) allow for an order based on these effects: those of the
    /// amendments without which the amended range would be another.
    /// </summary>
    public static DateOnly? EarliestOrder(Reading reading, IReadOnlyList<Effect> effects)
    {
        if (effects.Count == 0)
        {
            return null;
        }

        DateOnly? earliest = null;
        for (var i = 0; i < reading.Law.Covered.Length; i++)
        {
            var instruction = reading.Law.Covered[i].Retroactive!.OrdersNotBefore;
            if (
                instruction is not null
                && (earliest is null || instruction > earliest)
                && StageRange.TableOf(reading, i) != StageRange.TableOf(reading, i + 1)
            )
            {
                earliest = instruction;
            }
        }

        return earliest;
    }

    private static string Text(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
