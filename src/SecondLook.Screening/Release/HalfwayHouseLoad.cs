using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Release;

/// <summary>How many people a halfway house is open to, and how many are in one by their records.</summary>
/// <param name="Open">Those who are in their last months: the most there can be, not who is placed.</param>
/// <param name="Detained">Of those, the ones with a detainer.</param>
/// <param name="Placed">Those whom the record places in a halfway house, until they leave.</param>
public readonly record struct HalfwayHousePeople(int Open, int Detained, int Placed)
{
    /// <summary>Both together.</summary>
    public static HalfwayHousePeople operator +(HalfwayHousePeople a, HalfwayHousePeople b) =>
        new(a.Open + b.Open, a.Detained + b.Detained, a.Placed + b.Placed);

    /// <summary>The same, taken off.</summary>
    public static HalfwayHousePeople operator -(HalfwayHousePeople people) => new(-people.Open, -people.Detained, -people.Placed);
}

/// <summary>The load of halfway houses on the first day of each month, by the district to which people go.</summary>
public sealed class HalfwayHouseLoad
{
    private static readonly DateOnly Always = DateOnly.MinValue;

    /// <summary>What a month adds to the load of the month before.</summary>
    private readonly Dictionary<(string Destination, DateOnly Month), HalfwayHousePeople> changes = [];

    /// <summary>The destinations, in order.</summary>
    public IEnumerable<string> Destinations => changes.Keys.Select(key => key.Destination).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The load of one destination in each of some months.</summary>
    public IEnumerable<(DateOnly Month, HalfwayHousePeople People)> Of(string destination, DateOnly first, int months)
    {
        var load = changes
            .Where(change => change.Key.Destination == destination && change.Key.Month < first)
            .Aggregate(default(HalfwayHousePeople), (sum, change) => sum + change.Value);
        for (var month = first; month < first.AddMonths(months); month = month.AddMonths(1))
        {
            load += changes.GetValueOrDefault((destination, month));
            yield return (month, load);
        }
    }

    internal void Add(SentencingRecord record, DateOnly? from, DateOnly leaves)
    {
        var destination = record.Custody?.Destination ?? "";
        var after = ReleasePlan.FirstOfMonth(leaves).AddMonths(1);
        if (record.Custody?.Placement == "halfway-house")
        {
            Add(destination, Always, after, new(0, 0, 1));
        }

        if (from is { } open)
        {
            var first = ReleasePlan.FirstOfMonth(open);
            Add(
                destination,
                first < open ? first.AddMonths(1) : first,
                after,
                new(1, record.Custody?.Detainer is { Length: > 0 } ? 1 : 0, 0)
            );
        }
    }

    private void Add(string destination, DateOnly first, DateOnly after, HalfwayHousePeople people)
    {
        if (first < after)
        {
            changes[(destination, first)] = changes.GetValueOrDefault((destination, first)) + people;
            changes[(destination, after)] = changes.GetValueOrDefault((destination, after)) + -people;
        }
    }
}
