namespace SecondLook.Tests.SecondOpinion;

/// <summary>SplitMix64: the same throws on every machine from the same seed.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    public int Below(int sides) => (int)(Next() % (ulong)sides);

    public bool Percent(int chance) => Below(100) < chance;

    public T Of<T>(params IReadOnlyList<T> among) => among[Below(among.Count)];

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
