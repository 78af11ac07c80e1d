using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace SecondLook.Sentencing.Law;

/// <summary>Provisions in one canonical spelling, so that two can be compared and so that what an answer rested on has a fingerprint.</summary>
public static class LawText
{
    private static readonly ConditionalWeakTable<Provision, string> Texts = [];

    /// <summary>
    /// The fingerprint of the provisions an answer rested on: the SHA-256, in lower-case hexadecimal, of their canonical texts, sorted by
    /// element and then by day, in UTF-8 with line feeds.
    /// </summary>
    public static string Fingerprint(IEnumerable<Provision> provisions)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var provision in provisions.OrderBy(p => p.Element, StringComparer.Ordinal).ThenBy(p => p.Effective))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Of(provision)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The canonical text of one provision: element, day, citation and terms.</summary>
    public static string Of(Provision provision) =>
        Texts.GetValue(
            provision,
            static p =>
                string.Create(CultureInfo.InvariantCulture, $"{p.Element}\n{p.Effective:yyyy-MM-dd}\n{p.Citation}\n{OfTerms(p.AnyTerms)}\n")
        );

    /// <summary>The canonical text of terms: members and dictionary keys in ordinal order, lists in their own, numbers without trailing zeros.</summary>
    public static string OfTerms(object terms)
    {
        var text = new StringBuilder();
        Append(text, terms);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case string or bool or Enum:
                text.Append(value);
                break;
            case decimal number:
                text.Append((number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture));
                break;
            case IFormattable number when value.GetType().IsPrimitive:
                text.Append(number.ToString(format: null, CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                text.Append(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}");
                break;
            case IEnumerable items:
                AppendItems(text, items);
                break;
            default:
                AppendMembers(text, value);
                break;
        }
    }

    private static void AppendItems(StringBuilder text, IEnumerable items)
    {
        var parts = new List<string>();
        var sort = items
            .GetType()
            .GetInterfaces()
            .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>));
        foreach (var item in items)
        {
            parts.Add(OfTerms(item));
        }

        IEnumerable<string> inOrder = sort ? parts.Order(StringComparer.Ordinal) : parts;
        text.Append('[').Append(string.Join(',', inOrder)).Append(']');
    }

    private static void AppendMembers(StringBuilder text, object value)
    {
        var members = value
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0)
            .OrderBy(p => p.Name, StringComparer.Ordinal);
        text.Append('{');
        foreach (var member in members)
        {
            text.Append(member.Name).Append(':');
            Append(text, member.GetValue(value));
            text.Append(';');
        }

        text.Append('}');
    }
}
