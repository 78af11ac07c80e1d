namespace SecondLook.Sentencing.Findings;

/// <summary>Where the facts of a finding were read: the columns of the source where they are known, otherwise the paths of the record.</summary>
public static class FactSources
{
    /// <summary>
    /// Each fact once, in order. Where the source has columns, a path gives the column it was read from; a path that was read in parts
    /// gives the columns of its parts (<c>offense.drugs[0]</c>: those of the substance and of the grams); a part that was not read by
    /// itself gives the column of the whole. A path without any stays as it is.
    /// </summary>
    /// <param name="facts">Record paths separated by blanks, see <see cref="Finding.Facts"/>.</param>
    /// <param name="columns">Record path to column or columns, see <see cref="SecondLook.Sentencing.Facts.RecordOrigin.Columns"/>.</param>
    public static IEnumerable<string> Of(string facts, IReadOnlyDictionary<string, string>? columns)
    {
        var paths = facts.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (columns is null ? paths : paths.SelectMany(path => ColumnsOf(path, columns))).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> ColumnsOf(string path, IReadOnlyDictionary<string, string> columns)
    {
        if (columns.TryGetValue(path, out var column))
        {
            return [column];
        }

        string[] parts =
        [
            .. columns
                .Where(named =>
                    named.Key.Length > path.Length
                    && named.Key.StartsWith(path, StringComparison.Ordinal)
                    && (named.Key[path.Length] is '.' or '[')
                )
                .OrderBy(named => named.Key, StringComparer.Ordinal)
                .Select(named => named.Value),
        ];
        return parts.Length > 0 ? parts : [ColumnOfWhole(path, columns) ?? path];
    }

    private static string? ColumnOfWhole(string path, IReadOnlyDictionary<string, string> columns)
    {
        for (var end = path.LastIndexOfAny(['.', '[']); end >= 0; end = path.LastIndexOfAny(['.', '[']))
        {
            path = path[..end];
            if (columns.TryGetValue(path, out var column))
            {
                return column;
            }
        }

        return null;
    }
}
