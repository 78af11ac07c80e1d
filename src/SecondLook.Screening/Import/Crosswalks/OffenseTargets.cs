using System.Collections.Concurrent;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>A quantity: exact, or its lower or upper bound.</summary>
internal sealed class QuantityTarget(
    Func<RecordDraft, Quantity?> get,
    Action<RecordDraft, Quantity> set,
    QuantityBound bound = QuantityBound.Both
) : FactTarget
{
    public override string Wanted => "a number of zero or more";

    public override bool TrySet(RecordDraft draft, in FieldValue value, FactWords words)
    {
        if (value.Kind != FieldKind.Number || value.Number is < 0 or > 1_000_000_000_000m)
        {
            return false;
        }

        var known = get(draft) ?? Quantity.Unknown;
        var quantity = bound switch
        {
            QuantityBound.Min => Quantity.Between(value.Number, known.LessThan),
            QuantityBound.Max => Quantity.Between(known.AtLeast, value.Number),
            _ => value.AtLeast ? Quantity.Between(value.Number, null) : Quantity.Exactly(value.Number),
        };
        if (quantity is { IsExact: false, LessThan: { } top } && quantity.AtLeast >= top)
        {
            return false;
        }

        set(draft, quantity);
        return true;
    }
}

/// <summary>What a column says of a quantity.</summary>
internal enum QuantityBound
{
    Both,
    Min,
    Max,
}

/// <summary>A substance.</summary>
internal sealed class SubstanceTarget(int place) : FactTarget
{
    public override string Wanted => "a substance of the Drug Quantity Table or the equivalency list, or `other`";

    public override bool TrySet(RecordDraft draft, in FieldValue value, FactWords words)
    {
        if (value.Utf8.IsEmpty || words.Substance(value.Utf8) is not { } name)
        {
            return false;
        }

        var drug = draft.Drug(place);
        drug.Named = true;
        drug.Substance = FactWords.IsUnnamed(name) ? null : name;
        return true;
    }
}

/// <summary>One adjustment; none where its levels are zero.</summary>
internal sealed class AdjustmentTarget(string rule) : FactTarget
{
    public override string Wanted => "a whole number of levels from -80 to 80";

    public override bool TrySet(RecordDraft draft, in FieldValue value, FactWords words)
    {
        if (value.Whole is not { } levels || levels is < -80 or > 80)
        {
            return false;
        }

        draft.AdjustmentsSeen++;
        if (levels != 0)
        {
            draft.Adjustments.Add(new(words.Rule(rule, draft.Guideline), levels));
        }

        return true;
    }
}

/// <summary>The parts of the cut below the range, as words with blanks between them; <c>none</c> where there was no cut.</summary>
internal sealed class BelowRangeTarget((string Name, BelowRangeBasis Value)[] bases) : FactTarget
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<BelowRange>?> read = new(StringComparer.Ordinal) { ["none"] = [] };

    public override string Wanted => $"none, or one or more of {string.Join(", ", bases.Select(basis => basis.Name))}";

    public override bool TrySet(RecordDraft draft, in FieldValue value, FactWords words)
    {
        var parts = read.GetOrAdd(words.Word(value), Read);
        draft.BelowRange = parts;
        return parts is not null;
    }

    private IReadOnlyList<BelowRange>? Read(string text)
    {
        var names = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var known = names.SelectMany(name => bases.Where(basis => string.Equals(basis.Name, name, StringComparison.Ordinal)));
        IReadOnlyList<BelowRange> parts = [.. known.Select(basis => new BelowRange(basis.Value, null, null, null))];
        return parts.Count == names.Length ? parts : null;
    }
}
