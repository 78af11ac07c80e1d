namespace SecondLook.Screening.Population;

/// <summary>
/// Numbers that look random and are the same for the same seed on every machine and in every version (SplitMix64), which
/// <see cref="Random"/> does not promise. Not for anything secret.
/// </summary>
internal sealed class SeededDraws(ulong seed)
{
    private ulong state = seed;

    /// <summary>A whole number from 0 to below a bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A whole number from one to another, both included.</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    /// <summary>True in a share of the draws.</summary>
    public bool Share(decimal share) => Fraction() < share;

    /// <summary>A fraction from 0 to below 1, in millionths.</summary>
    public decimal Fraction() => Below(1_000_000) / 1_000_000m;

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}

/// <summary>Items with weights, drawn in proportion.</summary>
internal sealed class Weighted<T>
{
    private readonly T[] items;
    private readonly int[] upTo;

    public Weighted(IEnumerable<(T Item, int Weight)> weighted)
    {
        var list = weighted.Where(w => w.Weight > 0).ToList();
        items = [.. list.Select(w => w.Item)];
        upTo = new int[list.Count];
        var sum = 0;
        for (var i = 0; i < list.Count; i++)
        {
            sum += list[i].Weight;
            upTo[i] = sum;
        }
    }

    public T Draw(SeededDraws draws)
    {
        var at = Array.BinarySearch(upTo, draws.Below(upTo[^1]) + 1);
        return items[at < 0 ? ~at : at];
    }
}
