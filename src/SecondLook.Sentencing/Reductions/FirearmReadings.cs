using System.Globalization;
using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;

namespace SecondLook.Sentencing.Reductions;

/// <summary>
/// Amendment 599: whether the weapon enhancement that a court added beside a count under 18 U.S.C. 924(c) was for the same underlying
/// offense, relevant conduct included. Under a Manual that already has the rule the court's decision stands.
/// </summary>
internal static class FirearmReadings
{
    private static readonly (bool Goes, Choice[] Choices)[] Stays = [(false, [])];

    /// <summary>Whether the enhancement goes, in each reading of the record.</summary>
    public static IReadOnlyList<(bool Goes, Choice[] Choices)> Of(SentencingRecord record, LawStages stages, CourtAdjustments? court)
    {
        return
            court is null
            || stages.Original.Find<WeaponBesideFirearmCount>() is not null
            || stages.Amended.Find<WeaponBesideFirearmCount>() is not { Terms: var rule }
            ? Stays
            : Of(record, court, rule);
    }

    private static IReadOnlyList<(bool Goes, Choice[] Choices)> Of(
        SentencingRecord record,
        CourtAdjustments court,
        WeaponBesideFirearmCount rule
    )
    {
        if (!court.Characteristics.Any(c => c.Item is { } item && rule.Characteristics.Contains(item.Key)))
        {
            return Stays;
        }

        var terms = (record.Sentence.Consecutive ?? []).Index().Where(t => IsFirearm(t.Item.Statute, rule)).ToList();
        if (terms.Count == 0 && record.Counts?.Any(c => IsFirearm(c.Statute, rule)) != true)
        {
            return Stays;
        }

        var stated = terms.Select(t => t.Item.ForThisOffense).ToList();
        return stated.Contains(true) || (!stated.Contains(false) && IsOnlyOffense(record, rule)) ? [(true, [])]
            : stated.Count > 0 && stated.TrueForAll(s => s == false) ? [(false, [])]
            : [(true, [new(FactOf(terms), "yes")]), (false, [new(FactOf(terms), "no")])];
    }

    /// <summary>Where no other offense was sentenced, the underlying offense of the count is this one.</summary>
    private static bool IsOnlyOffense(SentencingRecord record, WeaponBesideFirearmCount rule) =>
        record.Groups is { Count: 0 } || record.Counts?.Count(c => !IsFirearm(c.Statute, rule)) == 1;

    private static bool IsFirearm(string? statute, WeaponBesideFirearmCount rule) =>
        statute is not null && StatuteNames.IsUnder(statute, rule.Statutes);

    private static string FactOf(List<(int Index, ConsecutiveTerm Item)> terms) =>
        terms.Count == 0
            ? "sentence.consecutive"
            : string.Create(CultureInfo.InvariantCulture, $"sentence.consecutive[{terms[0].Index}].forThisOffense");
}
