namespace SecondLook.Sentencing.Findings;

/// <summary>Where the facts of a finding were read: the columns of the source where they are known, otherwise the paths of the record.</summary>
public static class FactSources
{
    /// <summary>
    /// Each fact once, in order. A path that the source does not name is looked up by the paths above it:
    /// <c>offense.drugs[0].grams</c>, then <c>offense.drugs[0]</c>, then <c>offense</c>.
    /// </summary>
    /// <param name="facts">Record paths separated by blanks, see <see cref="Finding.Facts"/>.</param>
    /// <param name="columns">Record path to column or columns, see <see cref="SecondLook.Sentencing.Facts.RecordOrigin.Columns"/>.</param>
    public static IEnumerable<string> Of(string facts, IReadOnlyDictionary<string, string>? columns) =>
        facts
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(path => columns is null ? path : ColumnOf(path, columns))
            .Distinct(StringComparer.Ordinal);

    private static string ColumnOf(string path, IReadOnlyDictionary<string, string> columns)
    {
        for (var above = path; ; )
        {
            if (columns.TryGetValue(above, out var column))
            {
                return column;
            }

            var end = above.LastIndexOfAny(['.', '[']);
            if (end < 0)
            {
                return path;
            }

            above = above[..end];
        }
    }
}
