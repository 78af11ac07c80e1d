using System.Text;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>A word or a text.</summary>
internal sealed class TextTarget(Action<RecordDraft, string> set) : FactTarget
{
    public override string Wanted => "a text";

    public override bool TrySet(RecordDraft draft, in FieldValue value, FactWords words)
    {
        set(draft, words.Word(value));
        return true;
    }
}

/// <summary>A judicial district, by its code.</summary>
internal sealed class DistrictTarget : FactTarget
{
    public override string Wanted => "a federal judicial district, such as TNE, E.D. Tenn. or Eastern District of Tennessee";

    public override bool TrySet(RecordDraft draft, in FieldValue value, FactWords words)
    {
        draft.District = words.District(value);
        return draft.District is not null;
    }
}

/// <summary>A guideline of Chapter Two.</summary>
internal sealed class GuidelineTarget : FactTarget
{
    public override string Wanted => "the number of a guideline, such as 2D1.1";

    public override bool TrySet(RecordDraft draft, in FieldValue value, FactWords words)
    {
        var text = words.Word(value);
        var guideline = SectionNames.WithoutSign(text).ToString().ToUpperInvariant();
        if (!SectionNames.IsGuideline(guideline))
        {
            return false;
        }

        draft.Guideline = string.Equals(guideline, text, StringComparison.Ordinal) ? text : guideline;
        return true;
    }
}

/// <summary>True or false.</summary>
internal sealed class YesNoTarget(Action<RecordDraft, bool> set) : FactTarget
{
    private static readonly string[] Yes = ["true", "yes", "y", "1"];
    private static readonly string[] No = ["false", "no", "n", "0"];

    public override string Wanted => "true or false, yes or no, 1 or 0";

    public override bool TrySet(RecordDraft draft, in FieldValue value, FactWords words)
    {
        if (value.Whole is { } number and (0 or 1))
        {
            set(draft, number == 1);
            return true;
        }

        var text = words.Word(value);
        var yes = Yes.Contains(text, StringComparer.OrdinalIgnoreCase);
        if (!yes && !No.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        set(draft, yes);
        return true;
    }
}

/// <summary>One of a few words.</summary>
internal sealed class ChoiceTarget<T>((string Name, T Value)[] choices, Action<RecordDraft, T> set) : FactTarget
    where T : struct
{
    public override string Wanted => $"one of {string.Join(", ", choices.Select(choice => choice.Name))}";

    public override bool TrySet(RecordDraft draft, in FieldValue value, FactWords words)
    {
        foreach (var (name, choice) in choices)
        {
            if (Ascii.EqualsIgnoreCase(value.Utf8, name))
            {
                set(draft, choice);
                return true;
            }
        }

        return false;
    }
}

/// <summary>A criminal history category, as a roman numeral or as 1 to 6.</summary>
internal sealed class CategoryTarget : FactTarget
{
    private static readonly string[] Numerals = ["I", "II", "III", "IV", "V", "VI"];

    public override string Wanted => "a criminal history category, I to VI or 1 to 6";

    public override bool TrySet(RecordDraft draft, in FieldValue value, FactWords words)
    {
        var category = value.Whole is { } number and >= 1 and <= 6
            ? number
            : Array.IndexOf(Numerals, value.Kind == FieldKind.Text ? words.Word(value) : "") + 1;
        if (category == 0)
        {
            return false;
        }

        draft.Category = category;
        return true;
    }
}
