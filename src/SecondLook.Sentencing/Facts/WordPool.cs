namespace SecondLook.Sentencing.Facts;

/// <summary>Words met before, so that a million records share one string for each. Holds a bounded number; not for several threads.</summary>
internal sealed class WordPool
{
    private const int Most = 4096;
    private const int LongestKept = 40;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    public WordPool() => lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();

    public string this[ReadOnlySpan<char> text]
    {
        get
        {
            if (lookup.TryGetValue(text, out var known))
            {
                return known;
            }

            var word = text.ToString();
            if (word.Length <= LongestKept && words.Count < Most)
            {
                words.Add(word);
            }

            return word;
        }
    }
}
