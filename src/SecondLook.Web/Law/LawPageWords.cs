using System.Globalization;
using System.Text.RegularExpressions;
using SecondLook.Sentencing;
using SecondLook.Sentencing.Findings;
using SecondLook.Sentencing.Law;

namespace SecondLook.Web.Law;

/// <summary>What the pages of the law say of a provision.</summary>
public static partial class LawPageWords
{
    /// <summary>How many terms stand in sight; a longer table is folded.</summary>
    public const int TermsInSight = 24;

    /// <summary>Such as <c>Drug quantity table</c> for <c>drug-quantity-table</c>.</summary>
    public static string Name(ElementHistory element)
    {
        var words = Lower(element);
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}";
    }

    /// <summary>The same within a sentence.</summary>
    public static string Lower(ElementHistory element) => element.Element.Replace('-', ' ').Replace("lsd", "LSD", StringComparison.Ordinal);

    /// <summary>The days for which a provision is known.</summary>
    public static string Covered(ElementHistory element) =>
        $"from {Wording.Date(element.CoveredFrom)}" + (element.CoveredUntil is { } end ? $" to {Wording.Date(end.AddDays(-1))}" : "");

    /// <summary>Why a provision is not known on other days, with its days in words.</summary>
    public static string Why(string? notCovered) =>
        IsoDay().Replace(notCovered ?? "", day => Wording.Date(DateOnly.ParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    /// <summary>A change in one line: what it is about, with its number before where that moved.</summary>
    public static string Title(LawChange change) =>
        (change.Before, change.After) switch
        {
            (null, { } now) => $"{now.Citation} comes into force",
            ({ } old, null) => $"{old.Citation} ends",
            ({ } old, { } now) when old.Citation != now.Citation => $"{now.Citation}, until then {old.Citation}",
            var (_, now) => now?.Citation ?? Name(change.Element),
        };

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDay();

    /// <summary>What made the part of a change that no keyed amendment makes.</summary>
    public static string NotKeyed(LawChange change)
    {
        var source = (change.After ?? change.Before)!.Source;
        var ofDay = LawWords.OfDay(change.Effective);
        return (
                !LawWords.IsGuideline(change.Element) ? "Source"
                : change.Amendments.Count > 0 ? "The rest by an amendment that is not keyed; source"
                : "By an amendment that is not keyed; source"
            )
            + $": {source}"
            + (ofDay.Length == 0 ? "" : $"; in force from that day: {ofDay}");
    }
}
