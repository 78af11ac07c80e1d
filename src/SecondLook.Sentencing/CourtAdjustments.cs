using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing;

/// <summary>A specific offense characteristic that the court applied.</summary>
/// <param name="Place">Its place in the edition's list; characteristics that the edition does not list come last.</param>
/// <param name="Levels">Levels added.</param>
/// <param name="Item">The edition's text of it; null where the edition does not list it.</param>
/// <param name="Path">Where the record says so.</param>
/// <param name="Own">True where it is one of a guideline other than §2D1.1.</param>
public readonly record struct AppliedCharacteristic(int Place, int Levels, OffenseCharacteristic? Item, string Path, bool Own)
{
    /// <summary>The rule by which it is not applied although the court applied it; null where it is applied.</summary>
    public Provision<WeaponBesideFirearmCount>? AccountedFor { get; init; }

    /// <summary>Its number as the record gives it, such as <c>2B1.1(b)(1)(D)</c>.</summary>
    public string Rule { get; init; } = "";
}

/// <summary>An adjustment of Chapter Three, Parts A to C, that the court applied.</summary>
/// <param name="Rule">Its number, such as <c>3B1.1(a)</c>.</param>
/// <param name="Levels">Levels added.</param>
/// <param name="Path">Where the record says so.</param>
public readonly record struct AppliedAdjustment(string Rule, int Levels, string Path);

/// <summary>What the court added and subtracted, sorted by the step at which it applies.</summary>
/// <param name="Characteristics">Specific offense characteristics in the order of the edition.</param>
/// <param name="ChapterThree">Adjustments of Chapter Three, Parts A to C, mitigating role included.</param>
/// <param name="MitigatingRole">Levels under §3B1.2, negative; zero for none.</param>
/// <param name="Acceptance">Levels under §3E1.1, negative; zero for none.</param>
/// <param name="ZeroPoint">Levels under §4C1.1 that the record itself lists; null where it lists none.</param>
public sealed record CourtAdjustments(
    IReadOnlyList<AppliedCharacteristic> Characteristics,
    IReadOnlyList<AppliedAdjustment> ChapterThree,
    int MitigatingRole,
    int Acceptance,
    int? ZeroPoint
)
{
    private const string Acceptances = "3E1.1";
    private const string ZeroPoints = "4C1.1";
    private const string Mitigating = "3B1.2";
    private const string SeveralGroups = "3D1.4";
    private const string DrugGuideline = "2D1.1(";

    /// <summary>No adjustment at all.</summary>
    public static readonly CourtAdjustments None = new([], [], 0, 0, null);

    /// <summary>The same, without the characteristics for which the term of a firearm count accounts.</summary>
    public CourtAdjustments Without(Provision<WeaponBesideFirearmCount> rule) =>
        this with
        {
            Characteristics =
            [
                .. Characteristics.Select(c =>
                    c.Item is { } item && rule.Terms.Characteristics.Contains(item.Key) ? c with { AccountedFor = rule } : c
                ),
            ],
            WeaponLeftOut = Characteristics.Any(c => c.Item is { } item && rule.Terms.Characteristics.Contains(item.Key)),
        };

    /// <summary>Whether such a characteristic is among them.</summary>
    internal bool WeaponLeftOut { get; private init; }

    /// <summary>True for an adjustment under §3B1.1.</summary>
    public static bool IsAggravatingRole(Adjustment adjustment) =>
        adjustment.Levels > 0 && adjustment.Rule.StartsWith("3B1.1", StringComparison.Ordinal);

    /// <summary>Whether a record lists an adjustment under §3B1.1.</summary>
    internal static bool HasAggravatingRole(IReadOnlyList<Adjustment>? adjustments)
    {
        for (var i = 0; i < adjustments?.Count; i++)
        {
            if (IsAggravatingRole(adjustments[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How the base level is taken from §2D1.1 through another guideline; null where it is not.</summary>
    public Borrowing? Borrowed { get; init; }

    /// <summary>The levels of the other groups of counts (§3D1.4); empty where there is none.</summary>
    public IReadOnlyList<int> OtherGroups { get; init; } = [];

    /// <summary>Levels that the record lists under §3D1.4; they count only where it does not list the groups themselves.</summary>
    public int CombinedIncrease { get; init; }

    /// <summary>Sorts a record's adjustments by the edition's own numbering.</summary>
    /// <param name="adjustments">The adjustments as the record lists them.</param>
    /// <param name="edition">The Manual that the court used.</param>
    /// <param name="guideline">The guideline of the offense, where it is not §2D1.1.</param>
    public static CourtAdjustments Of(IReadOnlyList<Adjustment> adjustments, Manual edition, string? guideline = null)
    {
        if (adjustments.Count == 0)
        {
            return None;
        }

        var list = edition.Find<SpecificOffenseCharacteristics>()?.Terms;
        var own = guideline is null ? null : (BorrowedLevels.Find(edition, guideline)?.AnyTerms as BorrowedLevel)?.Characteristics;
        var characteristics = new List<AppliedCharacteristic>(0);
        var chapterThree = new List<AppliedAdjustment>(0);
        var (role, acceptance, combined) = (0, 0, 0);
        int? zeroPoint = null;
        for (var i = 0; i < adjustments.Count; i++)
        {
            var (rule, levels) = adjustments[i];
            if (rule.StartsWith(Acceptances, StringComparison.Ordinal))
            {
                acceptance += levels;
            }
            else if (rule.StartsWith(ZeroPoints, StringComparison.Ordinal))
            {
                zeroPoint = (zeroPoint ?? 0) + levels;
            }
            else if (rule.StartsWith(SeveralGroups, StringComparison.Ordinal))
            {
                combined += levels;
            }
            else if (rule.StartsWith('3'))
            {
                chapterThree.Add(new(rule, levels, RecordPaths.Adjustment(i)));
                role += rule.StartsWith(Mitigating, StringComparison.Ordinal) ? levels : 0;
            }
            else if (own is not null && !rule.StartsWith(DrugGuideline, StringComparison.Ordinal))
            {
                // A paragraph of subsection (a) names the base level that was chosen; its levels are in the base level already.
                if (!rule.StartsWith($"{guideline}(a)", StringComparison.Ordinal))
                {
                    var item = own.FirstOrDefault(c => rule == $"{guideline}{c.Paragraph}");
                    characteristics.Add(new(int.MaxValue, levels, item, RecordPaths.Adjustment(i), Own: true) { Rule = rule });
                }
            }
            else
            {
                var place = list?.IndexOf(edition.Guideline, rule, levels) ?? -1;
                characteristics.Add(
                    new(
                        place < 0 ? int.MaxValue : place,
                        levels,
                        place < 0 ? null : list!.Items[place],
                        RecordPaths.Adjustment(i),
                        Own: false
                    )
                    {
                        Rule = rule,
                    }
                );
            }
        }

        if (characteristics.Count > 1)
        {
            characteristics.Sort(static (a, b) => a.Place.CompareTo(b.Place));
        }

        return new(characteristics, chapterThree, role, acceptance, zeroPoint) { CombinedIncrease = combined };
    }
}
