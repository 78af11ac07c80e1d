using System.Text;

namespace SecondLook.Screening.Import.Tables;

/// <summary>Texts as UTF-8, each made once as long as there are not too many. For one thread.</summary>
internal sealed class TextBytes
{
    private const int Most = 4096;

    private readonly Dictionary<string, byte[]> known = new(StringComparer.Ordinal);

    public byte[] this[string text]
    {
        get
        {
            if (known.TryGetValue(text, out var bytes))
            {
                return bytes;
            }

            bytes = Encoding.UTF8.GetBytes(text);
            if (known.Count < Most)
            {
                known[text] = bytes;
            }

            return bytes;
        }
    }
}
