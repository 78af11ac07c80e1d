using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>What the codes of a column stand for.</summary>
internal sealed class CodeTable
{
    private const int HighestIndexed = 1000;

    private readonly byte[]?[] indexed;
    private readonly (ValueSet Code, byte[] Meaning)[] others;
    private readonly byte[]? otherwise;

    public CodeTable(IReadOnlyDictionary<string, string> codes, string? otherwise)
    {
        indexed = new byte[HighestIndexed + 1][];
        var rest = new List<(ValueSet, byte[])>();
        foreach (var (code, word) in codes)
        {
            if (IsIndexed(FieldValue.Of(Encoding.UTF8.GetBytes(code)), out var index))
            {
                indexed[index] = Meaning(word);
            }
            else
            {
                rest.Add((new ValueSet([code]), Meaning(word)));
            }
        }

        others = [.. rest];
        this.otherwise = otherwise is null ? null : Meaning(otherwise);
        Wanted = $"one of the codes {string.Join(", ", codes.Keys)}";
    }

    public string Wanted { get; }

    /// <summary>The meaning of a code; empty for one that means nothing; false for one that is not in the table.</summary>
    public bool TryFind(in FieldValue value, [NotNullWhen(true)] out byte[]? meaning)
    {
        if (IsIndexed(value, out var index) && indexed[index] is { } found)
        {
            meaning = found;
            return true;
        }

        foreach (var (code, known) in others)
        {
            if (code.Contains(value))
            {
                meaning = known;
                return true;
            }
        }

        meaning = otherwise;
        return meaning is not null;
    }

    private static bool IsIndexed(in FieldValue value, out int index)
    {
        index = value.Whole is { } whole and >= 0 and <= HighestIndexed ? whole : -1;
        return index >= 0;
    }

    private static byte[] Meaning(string word) =>
        string.Equals(word, "unknown", StringComparison.Ordinal) ? [] : Encoding.UTF8.GetBytes(word);
}
