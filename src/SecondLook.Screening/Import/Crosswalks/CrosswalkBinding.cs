using System.Globalization;
using System.Text;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>Finds the columns of a crosswalk in the header of a table.</summary>
internal sealed class CrosswalkBinding
{
    private const int MostInstances = 99;

    private readonly Crosswalk crosswalk;
    private readonly string file;
    private readonly string[] header;
    private readonly Dictionary<string, int> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> anyCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> twice = new(StringComparer.Ordinal);

    private CrosswalkBinding(Crosswalk crosswalk, string file, IReadOnlyList<string> header)
    {
        (this.crosswalk, this.file) = (crosswalk, file);
        this.header = [.. header];
        foreach (var (index, name) in header.Index())
        {
            if (!exact.TryAdd(name, index))
            {
                twice.Add(name);
            }

            anyCase.TryAdd(name, index);
        }
    }

    /// <summary>A crosswalk for the columns of one table.</summary>
    /// <exception cref="ImportException">A column is not there, or is there twice.</exception>
    public static BoundCrosswalk Bind(Crosswalk crosswalk, string file, IReadOnlyList<string> header) =>
        new CrosswalkBinding(crosswalk, file, header).Bind();

    private BoundCrosswalk Bind()
    {
        var facts = new List<CompiledFact>();
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, rules) in crosswalk.Facts)
        {
            foreach (var fact in Instances(path, rules))
            {
                facts.Add(fact);
                columns[fact.Path] = fact.Source;
            }
        }

        return new BoundCrosswalk
        {
            File = file,
            Id = crosswalk.Id is { } id ? Find(id) : -1,
            SourceId = crosswalk.SourceId is { } source ? Find(source) : -1,
            UnlikelyIsUnknown = crosswalk.UnlikelyIsUnknown,
            EveryAdjustment = crosswalk.EveryAdjustment,
            Facts = [.. facts],
            Notes = [.. crosswalk.Notes.Where(note => CanHold(note.When)).Select(note => (Conditions(note.When, 0), note.Says))],
            Columns = columns,
            ColumnsRead = used,
        };
    }

    private readonly HashSet<int> used = [];

    /// <summary>One fact, or with a star one for each number for which the table has a column.</summary>
    private IEnumerable<CompiledFact> Instances(string path, IReadOnlyList<FactRule> rules)
    {
        if (!path.Contains("[*]", StringComparison.Ordinal))
        {
            if (Compile(path, rules, 0) is { } fact)
            {
                yield return fact;
            }

            yield break;
        }

        for (var number = 1; number <= MostInstances; number++)
        {
            var place = (number - 1).ToString(CultureInfo.InvariantCulture);
            if (Compile(path.Replace("*", place, StringComparison.Ordinal), rules, number) is not { } fact)
            {
                yield break;
            }

            yield return fact;
        }
    }

    private CompiledFact? Compile(string path, IReadOnlyList<FactRule> rules, int number)
    {
        CompiledRule[] compiled = [.. rules.Where(rule => IsThere(rule, number)).Select(rule => Compile(path, rule, number))];
        return compiled.Length == 0 ? null : new CompiledFact(path, compiled);
    }

    private CompiledRule Compile(string path, FactRule rule, int number)
    {
        var missing = new ValueSet(crosswalk.Missing.Concat(rule.Missing));
        return new CompiledRule
        {
            Source = Numbered(rule.Source, number),
            Column = rule.Column is { } column ? Find(Numbered(column, number)) : -1,
            Value = rule.Value is { } value ? Encoding.UTF8.GetBytes(value) : null,
            Target = rule.Rule is { } named ? new AdjustmentTarget(named) : FactPaths.Find(path)!,
            When = Conditions(rule.When, number),
            Missing = missing,
            Life = new ValueSet(rule.Life),
            Less =
            [
                .. rule
                    .Less.Select(less => Numbered(less, number))
                    .Where(less => !crosswalk.ColumnsAreOptional || TryFind(less) >= 0)
                    .Select(Find),
            ],
            Divide = rule.Divide,
            AtLeast = rule.AtLeast,
            Codes = rule.Codes is { } codes ? new CodeTable(codes, rule.Otherwise) : null,
        };
    }

    private bool IsThere(FactRule rule, int number) =>
        (!crosswalk.ColumnsAreOptional && number <= 1)
        || ((rule.Column is null || TryFind(Numbered(rule.Column, number)) >= 0) && (!crosswalk.ColumnsAreOptional || CanHold(rule.When)));

    private bool CanHold(Conditions when) =>
        !crosswalk.ColumnsAreOptional || when.Where.All(condition => Columns(condition.Column, 0).Length > 0);

    private CompiledConditions Conditions(Conditions when, int number) =>
        new(
            [.. when.Where.Select(condition => Condition(condition, number))],
            [.. when.Unless.Select(condition => Condition(condition, number))]
        );

    private (int[] Columns, ValueSet Values) Condition((string Column, IReadOnlyList<string> Values) condition, int number)
    {
        var columns = Columns(condition.Column, number);
        return columns.Length > 0 || crosswalk.ColumnsAreOptional
            ? (columns, new ValueSet(condition.Values))
            : ([Find(condition.Column)], ValueSet.Empty);
    }

    /// <summary>The columns of a condition; with a star all that are numbered so.</summary>
    private int[] Columns(string name, int number)
    {
        if (number == 0 && name.EndsWith('*'))
        {
            int[] all = [.. Enumerable.Range(1, MostInstances).Select(n => TryFind(Numbered(name, n))).TakeWhile(column => column >= 0)];
            used.UnionWith(all);
            return all;
        }

        var found = TryFind(Numbered(name, number));
        return found < 0 ? [] : [Use(found)];
    }

    private static string Numbered(string name, int number) =>
        name.Replace("*", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private int Find(string name)
    {
        if (twice.Contains(name))
        {
            throw new ImportException(
                $"{file} has two columns named {name}, so {crosswalk.Name} does not say which is meant. Rename one of them."
            );
        }

        var found = TryFind(name);
        if (found >= 0)
        {
            return Use(found);
        }

        if (crosswalk.ColumnsAreOptional)
        {
            return -1;
        }

        var meant = NearestName.To(name, header);
        throw new ImportException(
            $"{file} has no column {name}, which {crosswalk.Name} names. "
                + (
                    meant is null
                        ? $"Its columns are {string.Join(", ", header.Take(40))}{(header.Length > 40 ? " and more" : "")}."
                        : $"Did you mean {meant}?"
                )
        );
    }

    private int TryFind(string name) => exact.TryGetValue(name, out var index) || anyCase.TryGetValue(name, out index) ? index : -1;

    private int Use(int column)
    {
        used.Add(column);
        return column;
    }
}
