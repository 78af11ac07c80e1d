using System.Text;

namespace SecondLook.Screening.Import.Crosswalks;

/// <summary>A few values, as numbers where they are numbers: 470 is 470.00.</summary>
internal sealed class ValueSet
{
    public static readonly ValueSet Empty = new([]);

    private readonly int[] wholes;
    private readonly decimal[] numbers;
    private readonly byte[][] texts;

    public ValueSet(IEnumerable<string> values)
    {
        byte[][] bytes = [.. values.Select(Encoding.UTF8.GetBytes)];
        wholes = [.. bytes.Select(value => FieldValue.Of(value).Whole).OfType<int>()];
        numbers = [.. bytes.Where(IsOtherNumber).Select(value => FieldValue.Of(value).Number)];
        texts = [.. bytes.Where(value => FieldValue.Of(value).Kind == FieldKind.Text)];
    }

    public bool Contains(in FieldValue value)
    {
        if (value.Whole is { } whole)
        {
            return wholes.AsSpan().Contains(whole);
        }

        if (value.Kind == FieldKind.Number)
        {
            foreach (var number in numbers)
            {
                if (number == value.Number)
                {
                    return true;
                }
            }
        }
        else if (value.Kind == FieldKind.Text)
        {
            foreach (var text in texts)
            {
                if (value.Utf8.SequenceEqual(text))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsOtherNumber(byte[] value) => FieldValue.Of(value) is { Kind: FieldKind.Number, Whole: null };
}
