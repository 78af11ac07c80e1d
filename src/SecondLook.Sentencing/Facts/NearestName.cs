namespace SecondLook.Sentencing.Facts;

/// <summary>Finds the name that somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>
    /// The known name that is fewest single-letter changes away, upper and lower case alike; null where none is near enough to be meant
    /// (more than a third of the letters would change).
    /// </summary>
    public static string? To(string wanted, IEnumerable<string> known)
    {
        string? nearest = null;
        var fewest = int.MaxValue;
        foreach (var name in known)
        {
            var changes = Changes(wanted, name);
            if (changes < fewest || (changes == fewest && string.CompareOrdinal(name, nearest) < 0))
            {
                (nearest, fewest) = (name, changes);
            }
        }

        return fewest <= Math.Max(1, wanted.Length / 3) ? nearest : null;
    }

    /// <summary>Letters to insert, delete or replace (Levenshtein's distance); long names are compared by their first 64 letters.</summary>
    private static int Changes(string from, string to)
    {
        const int Longest = 64;
        var a = from.AsSpan(0, Math.Min(from.Length, Longest));
        var b = to.AsSpan(0, Math.Min(to.Length, Longest));
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                var best = Math.Min(diagonal + (same ? 0 : 1), 1 + Math.Min(row[j], row[j - 1]));
                (diagonal, row[j]) = (row[j], best);
            }
        }

        return row[b.Length];
    }
}
