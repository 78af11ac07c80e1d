namespace SecondLook.Sentencing.Facts;

/// <summary>Words met before, so that a million records share one string for each. Holds a bounded number; not for several threads.</summary>
public sealed class WordPool
{
    private const int Most = 4096;
    private const int LongestKept = 40;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    /// <summary>A pool without words.</summary>
    public WordPool() => lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The word with these letters.</summary>
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
