using System.Text;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>What the facts of one table share: the words met before and the substances there are. For one thread.</summary>
internal sealed class FactWords(IReadOnlySet<string>? substances)
{
    private const int MostNames = 1000;

    private readonly WordPool pool = new();
    private readonly Dictionary<string, string?> named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> districts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Guideline, string Rule), string> rules = [];

    public string Word(ReadOnlySpan<byte> utf8)
    {
        const int Short = 64;
        if (utf8.Length > Short || !Ascii.IsValid(utf8))
        {
            return Words.Decode(utf8);
        }

        Span<char> letters = stackalloc char[Short];
        Encoding.ASCII.GetChars(utf8, letters);
        return pool[letters[..utf8.Length]];
    }

    /// <summary>The text of a value, whether it was read or computed.</summary>
    public string Word(in FieldValue value) => value.Utf8.IsEmpty ? value.ToString() : Word(value.Utf8);

    /// <summary>The canonical name of a substance; null where the law does not know it.</summary>
    public string? Substance(ReadOnlySpan<byte> utf8)
    {
        var word = Word(utf8);
        if (!named.TryGetValue(word, out var name))
        {
            name = SubstanceNames.Canonical(word);
            name = substances is null || substances.Contains(name) || IsUnnamed(name) ? name : null;
            if (named.Count < MostNames)
            {
                named[word] = name;
            }
        }

        return name;
    }

    /// <summary>The code of a judicial district; null where there is none of that name.</summary>
    public string? District(in FieldValue value)
    {
        var word = Word(value);
        if (!districts.TryGetValue(word, out var code))
        {
            code = DistrictNames.Code(word);
            if (districts.Count < MostNames)
            {
                districts[word] = code;
            }
        }

        return code;
    }

    public static bool IsUnnamed(string name) => name is "other" or "unknown";

    public string? NearestSubstance(ReadOnlySpan<byte> utf8) =>
        substances is null ? null : NearestName.To(SubstanceNames.Canonical(Word(utf8)), substances);

    /// <summary>A rule that begins with a parenthesis belongs to the guideline of the row.</summary>
    public string Rule(string rule, string? guideline)
    {
        if (rule[0] != '(')
        {
            return rule;
        }

        var key = (guideline ?? "", rule);
        if (!rules.TryGetValue(key, out var whole))
        {
            whole = guideline is null ? $"specific-offense-characteristic {rule}" : guideline + rule;
            rules[key] = whole;
        }

        return whole;
    }
}
