namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>Conditions whose columns have been found in a table.</summary>
internal sealed class CompiledConditions(
    IReadOnlyList<(int[] Columns, ValueSet Values)> where,
    IReadOnlyList<(int[] Columns, ValueSet Values)> unless
)
{
    private readonly (int[] Columns, ValueSet Values)[] where = [.. where];
    private readonly (int[] Columns, ValueSet Values)[] unless = [.. unless];

    public bool Hold(SourceRow row)
    {
        foreach (var (columns, values) in where)
        {
            if (!AnyIs(row, columns, values))
            {
                return false;
            }
        }

        foreach (var (columns, values) in unless)
        {
            if (AnyIs(row, columns, values))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AnyIs(SourceRow row, int[] columns, ValueSet values)
    {
        foreach (var column in columns)
        {
            if (values.Contains(row[column]))
            {
                return true;
            }
        }

        return false;
    }
}
