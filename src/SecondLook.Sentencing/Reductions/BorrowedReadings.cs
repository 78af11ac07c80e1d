using SecondLook.Sentencing.Chapter2;
using SecondLook.Sentencing.Facts;
using SecondLook.Sentencing.Law;

namespace SecondLook.Sentencing.Reductions;

/// <summary>One way in which the base level of a record may be related to the Drug Quantity Table.</summary>
/// <param name="Borrowed">How it is taken from §2D1.1 through another guideline; null where it is not.</param>
/// <param name="FromTable">Whether it comes from the table at all.</param>
/// <param name="Choices">What was taken for missing facts.</param>
internal sealed record BaseLevelReading(Borrowing? Borrowed, bool FromTable, Choice[] Choices);

/// <summary>
/// §1B1.5: through which guideline, which of its paragraphs, and under which cap or floor a record takes its level from §2D1.1. A paragraph
/// that the record names among the adjustments, such as <c>2D1.2(a)(3)</c>, is the one that applied.
/// </summary>
internal static class BorrowedReadings
{
    private const string GuidelineFact = "offense.guideline";
    private const string SourceFact = "offense.baseOffenseLevelFrom";

    private static readonly BaseLevelReading[] FromTable = [new(null, true, [])];
    private static readonly BaseLevelReading[] NotFromTable = [new(null, false, [])];

    /// <summary>Every way, under the Manual that the court used; at least one.</summary>
    public static IReadOnlyList<BaseLevelReading> Of(SentencingRecord record, Manual manual)
    {
        var offense = record.Offense;
        var fromTable =
            ReadingSet.GuidelineOf(record) != DrugGuideline.Other
            && manual.Find<DrugQuantityTable>() is not null
            && offense.BaseOffenseLevelFrom
                is null
                    or BaseLevelSource.DrugQuantity
                    or BaseLevelSource.StipulatedQuantity
                    or BaseLevelSource.Borrowed;
        if (!fromTable)
        {
            return NotFromTable;
        }

        if (GuidelineOf(offense) is { } guideline)
        {
            return BorrowedLevels.Has(guideline) ? Through(guideline, offense, manual) : FromTable;
        }

        return offense.BaseOffenseLevelFrom == BaseLevelSource.Borrowed
            ?
            [
                .. BorrowedLevels
                    .Guidelines.SelectMany(g => Borrowings(g, offense, manual))
                    .Select(b => new BaseLevelReading(b, true, [Named(b)])),
            ]
            : FromTable;
    }

    /// <summary>The guideline that the record names, or that one of its adjustments belongs to.</summary>
    public static string? GuidelineOf(Offense offense) =>
        offense.Guideline ?? offense.Adjustments?.Select(a => a.Rule.Split('(')[0]).FirstOrDefault(BorrowedLevels.Has);

    /// <summary>The base levels that a level of the table gives under one way, without and with the characteristics of §2D1.1.</summary>
    public static (int Apart, int Whole) BaseLevels(int tableLevel, Borrowing way, CourtAdjustments? court, Manual manual)
    {
        var role = way.RoleCap ? court?.MitigatingRole ?? 0 : 0;
        var level = manual.Find<MitigatingRoleCap>()?.Terms.Apply(tableLevel, role) ?? tableLevel;
        var whole = level;
        if (court is not null && !way.Alternative.OnlyTable)
        {
            foreach (var applied in court.Characteristics)
            {
                var skipped = applied.Own || (applied.Item?.OnlyFromLevel is { } from && whole < from);
                whole = skipped ? whole : Math.Max(whole + applied.Levels, applied.Item?.Floor ?? int.MinValue);
            }
        }

        return (way.Apply(level, false), way.Apply(whole, false));
    }

    private static BaseLevelReading[] Through(string guideline, Offense offense, Manual manual)
    {
        var borrowings = Borrowings(guideline, offense, manual).ToArray();
        if (borrowings.Length == 0)
        {
            return NotFromTable;
        }

        var otherwise = borrowings[0].Terms.Otherwise;
        var open =
            offense.BaseOffenseLevelFrom is null
            && (otherwise.Count > 0 || (borrowings[0].Terms.AnyOffense && !ReadingSet.HasDrugFacts(offense)));
        if (open && offense.Adjustments?.Any(a => otherwise.Any(p => a.Rule == $"{guideline}{p}")) == true)
        {
            return NotFromTable;
        }

        var choices = borrowings.Length == 1 ? new Choice[borrowings.Length][] : [.. borrowings.Select(b => new[] { Named(b) })];
        return
        [
            .. borrowings.Select(
                (b, i) =>
                    new BaseLevelReading(b, true, [.. choices[i] ?? [], .. open ? [new Choice(SourceFact, "borrowed")] : (Choice[])[]])
            ),
            .. open ? [new BaseLevelReading(null, false, [new(SourceFact, "other-guideline")])] : (BaseLevelReading[])[],
        ];
    }

    private static IEnumerable<Borrowing> Borrowings(string guideline, Offense offense, Manual manual)
    {
        if (BorrowedLevels.Find(manual, guideline) is not { AnyTerms: BorrowedLevel terms } law)
        {
            yield break;
        }

        bool IsNamed(string paragraph) => offense.Adjustments?.Any(a => a.Rule == $"{guideline}{paragraph}") == true;
        var alternatives = terms.Alternatives.Any(a => IsNamed(a.Paragraph))
            ? terms.Alternatives.Where(a => IsNamed(a.Paragraph))
            : terms.Alternatives;
        foreach (var alternative in alternatives)
        {
            foreach (var floor in Bounds(alternative, alternative.NotLessThan, IsNamed))
            {
                foreach (var cap in Bounds(alternative, alternative.NotMoreThan, IsNamed))
                {
                    foreach (var roleCap in RoleCaps(alternative, offense, manual))
                    {
                        var way = new Borrowing(guideline, law, alternative, floor, cap, roleCap)
                        {
                            Facts =
                                offense.Guideline is not null ? GuidelineFact
                                : offense.BaseOffenseLevelFrom is not null ? SourceFact
                                : null,
                        };
                        yield return way;
                        if (alternative.Part is not null)
                        {
                            yield return way with
                            {
                                PartAfter = true,
                            };
                        }
                    }
                }
            }
        }
    }

    /// <summary>The caps or floors that the record names; to name the paragraph of the addition itself says nothing of them.</summary>
    private static IReadOnlyList<LevelBound?> Bounds(
        BorrowedAlternative alternative,
        IReadOnlyList<LevelBound> bounds,
        Func<string, bool> isNamed
    )
    {
        LevelBound?[] named = [.. bounds.Where(b => b.Paragraph != alternative.Paragraph && isNamed(b.Paragraph))];
        return named.Length > 0 ? named
            : bounds.Count > 0 ? [.. bounds]
            : [null];
    }

    /// <summary>Where the text does not say whether the cap for a mitigating role comes along, both are tried if there may be such a role.</summary>
    private static bool[] RoleCaps(BorrowedAlternative alternative, Offense offense, Manual manual) =>
        alternative.MitigatingRoleCap is { } said ? [said]
        : manual.Find<MitigatingRoleCap>() is null ? [false]
        : offense.Adjustments?.Any(a => a.Rule.StartsWith("3B1.2", StringComparison.Ordinal) && a.Levels < 0) == false ? [false]
        : [false, true];

    /// <summary>Such as <c>§2D1.2(a)(1), not less than 26 (a)(3)</c>.</summary>
    private static Choice Named(Borrowing way)
    {
        var floor = way.Alternative.NotLessThan.Count > 1 ? $", not less than {way.Floor!.Level}" : "";
        var cap = way.Alternative.NotMoreThan.Count > 1 ? $", not more than {way.Cap!.Level}" : "";
        var part = way.PartAfter ? ", and after the amendment (a)(1) for a part of the quantity" : "";
        var role = way.Alternative.MitigatingRoleCap is null && way.RoleCap ? ", with the mitigating-role cap" : "";
        return new(
            GuidelineFact,
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"§{way.Guideline}{way.Alternative.Paragraph}{floor}{cap}{role}{part}"
            )
        );
    }
}
