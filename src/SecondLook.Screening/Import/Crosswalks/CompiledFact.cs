namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>A fact whose columns have been found in a table.</summary>
internal sealed class CompiledFact(string path, IReadOnlyList<CompiledRule> rules)
{
    private readonly CompiledRule[] rules = [.. rules];

    public string Path => path;

    /// <summary>The columns it may come from, in words.</summary>
    public string Source { get; } =
        string.Join(" or ", rules.Select(rule => rule.Source).Where(source => source.Length > 0).Distinct(StringComparer.Ordinal));

    /// <summary>Reads the fact into the draft by the first rule that gives something; null, or why the value cannot be what it should be.</summary>
    public CellProblem? Read(SourceRow row, RecordDraft draft, FactWords words)
    {
        foreach (var rule in rules)
        {
            if (rule.TryRead(row, draft, words, out var problem))
            {
                return problem;
            }
        }

        return null;
    }
}

/// <summary>A cell that does not say what its column should.</summary>
/// <param name="Column">The column, or columns, in words.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Wanted">What should.</param>
/// <param name="Suggestion">What may have been meant; null where nothing is near.</param>
internal sealed record CellProblem(string Column, string Found, string Wanted, string? Suggestion = null)
{
    /// <summary>True where the cell holds letters in place of a number or a date, as a shifted or damaged row does.</summary>
    public bool IsDamage { get; init; }
}

/// <summary>One way to read a fact from the columns of a table.</summary>
internal sealed class CompiledRule
{
    public required string Source { get; init; }

    /// <summary>The column; -1 for a constant.</summary>
    public required int Column { get; init; }

    public required FactTarget Target { get; init; }

    public required CompiledConditions When { get; init; }

    public required ValueSet Missing { get; init; }

    public required ValueSet Life { get; init; }

    public int[] Less { get; init; } = [];

    public decimal Divide { get; init; } = 1;

    public bool AtLeast { get; init; }

    /// <summary>The bytes of a constant.</summary>
    public byte[]? Value { get; init; }

    public CodeTable? Codes { get; init; }

    /// <summary>False where this way gives nothing; true where it gave the fact, or something that the fact cannot be.</summary>
    public bool TryRead(SourceRow row, RecordDraft draft, FactWords words, out CellProblem? problem)
    {
        problem = null;
        var cell = Column < 0 ? FieldValue.Of(Value) : row[Column];
        if (cell.Kind == FieldKind.Nothing || Missing.Contains(cell) || !When.Hold(row))
        {
            return false;
        }

        var value = cell;
        if (Codes is not null)
        {
            if (!Codes.TryFind(cell, out var meaning))
            {
                problem = new(Source, cell.ToString(), Codes.Wanted) { IsDamage = cell.Kind == FieldKind.Text };
                return true;
            }

            value = FieldValue.Of(meaning);
            if (value.Kind == FieldKind.Nothing)
            {
                return false;
            }
        }
        else if (Life.Contains(cell))
        {
            value = FieldValue.Life;
        }
        else if (Less.Length > 0 || Divide != 1 || AtLeast)
        {
            if (cell.Kind != FieldKind.Number || !TryCompute(row, cell.Number, out var number))
            {
                problem = new(Source, cell.ToString(), Target.Wanted) { IsDamage = cell.Kind == FieldKind.Text };
                return true;
            }

            value = FieldValue.Of(number) with { AtLeast = AtLeast };
        }

        if (!Target.TrySet(draft, value, words))
        {
            var found =
                value.Kind == FieldKind.Number && cell.Number != value.Number
                    ? $"{cell.ToString()}, which gives {value.ToString()}"
                    : cell.ToString();
            var meant = Target is SubstanceTarget ? words.NearestSubstance(value.Utf8) : null;
            problem = new(Source, found, Target.Wanted, meant is null ? null : $"Did you mean \"{meant}\"?")
            {
                IsDamage = cell.Kind == FieldKind.Text && Target is not (TextTarget or GuidelineTarget),
            };
        }

        return true;
    }

    private bool TryCompute(SourceRow row, decimal number, out decimal result)
    {
        result = number / Divide;
        foreach (var column in Less)
        {
            var less = row[column];
            if (less.Kind == FieldKind.Nothing || Missing.Contains(less))
            {
                continue;
            }

            if (less.Kind != FieldKind.Number)
            {
                return false;
            }

            result -= less.Number;
        }

        return true;
    }
}
