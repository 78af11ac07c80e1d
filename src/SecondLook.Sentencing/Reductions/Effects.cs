using System.Globalization;
using SecondLook.Sentencing.Findings;

namespace SecondLook.Sentencing.Reductions;

/// <summary>What each covered amendment did to the computation, one after the other.</summary>
internal static class Effects
{
    private const string Quantity = "drugQuantityLevel";
    private const string Points = "criminalHistoryPoints";
    private const string ZeroPoint = "zeroPointOffender";

    /// <summary>The effects in the order of the amendments.</summary>
    public static IReadOnlyList<Effect> Of(Reading reading)
    {
        List<Effect>? effects = null;
        for (var i = 0; i < reading.Law.Covered.Length; i++)
        {
            var amendment = reading.Law.Covered[i].Id;
            var (before, after) = (reading.History.Stages[i], reading.History.Stages[i + 1]);
            Add(amendment, Quantity, reading.Level.Stages[i].Quantity, reading.Level.Stages[i + 1].Quantity);
            Add(amendment, Points, before.Points, after.Points);
            Add(amendment, ZeroPoint, before.ZeroPoint, after.ZeroPoint);
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

    /// <summary>Those of one reading that every other reading has too: what the record leaves open is no effect that one could name.</summary>
    public static IReadOnlyList<Effect> Shared(IReadOnlyList<Effect> effects, List<Evaluation> answers) =>
        effects.Count == 0 || answers.Count == 1 ? effects : [.. effects.Where(effect => answers.TrueForAll(a => Has(a.Reading, effect)))];

    private static bool Has(Reading reading, Effect effect)
    {
        for (var i = 0; i < reading.Law.Covered.Length; i++)
        {
            if (reading.Law.Covered[i].Id == effect.Amendment)
            {
                var (from, to) = effect.What switch
                {
                    Quantity => (reading.Level.Stages[i].Quantity, reading.Level.Stages[i + 1].Quantity),
                    Points => (reading.History.Stages[i].Points, reading.History.Stages[i + 1].Points),
                    _ => ((int?)reading.History.Stages[i].ZeroPoint, reading.History.Stages[i + 1].ZeroPoint),
                };
                return Text(from) == effect.From && Text(to) == effect.To;
            }
        }

        return false;
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
                && StageRange.Of(reading, i).Table != StageRange.Of(reading, i + 1).Table
            )
            {
                earliest = instruction;
            }
        }

        return earliest;
    }

    private static string Text(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
